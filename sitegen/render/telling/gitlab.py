"""Diagnostics as GitLab's code quality report (its documentation, "Code Quality report format")."""

from typing import Any

from sitegen.render.telling.findings import Findings
from sitegen.render.telling.fingerprint import fingerprints
from sitegen.render.telling.json import path_of, written
from sitegen.render.telling.told import Told

SEVERITIES = {"error": "major", "warning": "minor"}


def render(findings: Findings) -> str:
    """A list of issues. GitLab takes two with one fingerprint for the same, so all are different."""
    pairs = zip(findings.told, fingerprints(findings.told), strict=True)
    return written([_issue(told, fingerprint) for told, fingerprint in pairs])


def _issue(told: Told, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{told.reason} {told.mend}",
        "check_name": told.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[told.level],
        "location": {
            "path": path_of(told.span).removeprefix("./"),
            "lines": {"begin": told.span.line},
        },
    }
