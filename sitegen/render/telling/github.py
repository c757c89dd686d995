"""Diagnostics as GitHub's annotations: workflow commands on standard output.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word ("Usage limits" of its
documentation on workflow commands). So one annotation says how many more there are, and the log holds those in full.
"""

from sitegen.foundation.diagnostics import Level
from sitegen.foundation.digest import digest_bytes
from sitegen.render.telling.findings import Findings
from sitegen.render.telling.json import path_of
from sitegen.render.telling.plain import text
from sitegen.render.telling.told import Told

MOST = 10
"""Annotations of a level that are shown of a step."""


def render(findings: Findings) -> str:
    """A line for each annotation, then the rest as text."""
    errors, warnings = findings.of("error"), findings.of("warning")
    level: Level = "error" if len(errors) > MOST else "warning"
    shown = {*_fitting(errors, level == "error"), *_fitting(warnings, level == "warning")}
    rest = [each for each in findings.told if each not in shown]
    lines = [annotation(each) for each in findings.told if each in shown]
    if rest:
        lines += [_more(findings, level, len(rest)), *_log(findings, rest)]
    return "".join(f"{line}\n" for line in lines)


def annotation(told: Told) -> str:
    """The command that annotates the place of a mistake."""
    span = told.span
    also = "".join(f"\n→ {place}" for place in told.related)
    properties = {
        "file": path_of(span),
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.length,
        "title": f"sitegen: {told.code}",
    }
    return _command(told.level, properties, f"{told.reason}\n{told.mend}{also}")


def _fitting(told: tuple[Told, ...], summed_up: bool) -> tuple[Told, ...]:
    """As many as are shown; one fewer where the annotation that sums up takes a place."""
    return told if len(told) <= MOST else told[: MOST - summed_up]


def _more(findings: Findings, level: Level, count: int) -> str:
    words = findings.words
    said = words.ngettext(
        "{number} more mistake: see the log of this step.", "{number} more mistakes: see the log of this step.", count
    )
    return _command(level, {"title": "sitegen"}, said.format(number=count))


def _log(findings: Findings, rest: list[Told]) -> list[str]:
    """Their text. An excerpt may hold what looks like a command, so commands are off while it is written; the
    word that turns them on again cannot stand in the text, being its digest.
    """
    said = "\n\n".join(text(each, findings.words) for each in rest)
    token = f"sitegen-{digest_bytes(said.encode('utf-8', 'backslashreplace'))}"
    return [f"::stop-commands::{token}", said, f"::{token}::"]


def _command(name: str, properties: dict[str, object], message: str) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    """As in `escapeData` of actions/toolkit, packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As in `escapeProperty` of the same file."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
