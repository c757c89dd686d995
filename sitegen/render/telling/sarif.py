"""Diagnostics as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which forges and editors read."""

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from sitegen import __version__
from sitegen.foundation.diagnostics import Span
from sitegen.model.problems import problem
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling.findings import Findings
from sitegen.render.telling.fingerprint import fingerprints
from sitegen.render.telling.json import written
from sitegen.render.telling.told import Told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Findings) -> str:
    """A log with one run. Its rules are the sorts of mistakes that were found, sorted."""
    codes = sorted({told.code for told in findings.told})
    driver = {
        "name": "sitegen",
        "version": __version__,
        "language": findings.words.lang,
        "rules": [_rule(code, findings.words) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": findings.words.lang,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(told, codes.index(told.code), fingerprint)
            for told, fingerprint in zip(findings.told, fingerprints(findings.told), strict=True)
        ],
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, words: Catalogue) -> dict[str, Any]:
    """What is known of a sort of mistake, whatever the values of one."""
    found = problem(code)
    reason, mend = (_general(words.gettext(message)) for message in (found.reason, found.mend))
    return {
        "id": code,
        "shortDescription": {"text": reason},
        "help": {"text": mend, "markdown": f"{_escaped(reason)}\n\n{_escaped(mend)}"},
        "defaultConfiguration": {"level": found.level},
    }


def _result(told: Told, rule: int, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": told.code,
        "ruleIndex": rule,
        "level": told.level,
        "message": {"text": f"{told.reason}\n{told.mend}"},
        "locations": [_location(told.span)],
        "partialFingerprints": {"sitegen/v1": fingerprint},
    }
    if told.others:
        result["relatedLocations"] = [{"id": at, **_location(span)} for at, span in enumerate(told.others)]
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.column + span.length}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.path)}, "region": region}}


def _uri(path: str) -> str:
    """A path as a URI reference (RFC 3986); one from the root is a file's."""
    shown = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{shown}" if PurePosixPath(path).is_absolute() else shown


def _general(message: str) -> str:
    """A sentence with its places left open."""
    return re.sub(r"\{\w+\}", "…", message).replace("{{", "{").replace("}}", "}")


def _escaped(text: str) -> str:
    """Words that Markdown takes as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!&])", r"\\\1", text)
