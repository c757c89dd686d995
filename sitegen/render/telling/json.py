"""Diagnostics as JSON for other programs. `docs/checking.md` says what each name means; it is a promise.

A new name may come at any time; `version` changes when one goes, or means something else.
"""

import json
from typing import Any

from sitegen import __version__
from sitegen.foundation.diagnostics import Span
from sitegen.render.telling.findings import Findings
from sitegen.render.telling.fingerprint import fingerprints
from sitegen.render.telling.told import Told

VERSION = 1


def render(findings: Findings) -> str:
    """One object, in ASCII."""
    whole = {
        "version": VERSION,
        "generator": {"name": "sitegen", "version": __version__},
        "language": findings.words.lang,
        "errors": len(findings.of("error")),
        "warnings": len(findings.of("warning")),
        "elsewhere": findings.elsewhere,
        "files": findings.files,
        "diagnostics": [
            _diagnostic(told, digest) for told, digest in zip(findings.told, fingerprints(findings.told), strict=True)
        ],
    }
    return written(whole)


def written(value: object) -> str:
    """A JSON text of ASCII characters alone: no terminal obeys it, and no encoding harms it."""
    return json.dumps(value, indent=2) + "\n"


def path_of(span: Span) -> str:
    """A path as Unicode, with what is not in the name of a file as `\\xNN`."""
    return span.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _diagnostic(told: Told, fingerprint: str) -> dict[str, Any]:
    return {
        "code": told.code,
        "level": told.level,
        **_place(told.span),
        "reason": told.reason,
        "mend": told.mend,
        "values": {name: _clean(value) for name, value in told.values},
        "related": [_place(span) for span in told.others],
        "fingerprint": fingerprint,
    }


def _place(span: Span) -> dict[str, Any]:
    end = span.column + span.length
    return {"path": path_of(span), "line": span.line, "column": span.column, "end_column": end}


def _clean(value: str) -> str:
    return value.encode("utf-8", "backslashreplace").decode()
