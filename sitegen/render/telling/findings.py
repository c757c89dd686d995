"""All that was found, as a whole: what every rendering is given, and how many mistakes there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling.told import ENGLISH, Told


@dataclass(frozen=True, slots=True)
class Findings:
    """What is told, in `words`, of a site of so many `files`. `elsewhere` counts the mistakes in files that
    were not asked for.
    """

    told: tuple[Told, ...]
    files: int = 0
    elsewhere: int = 0
    words: Catalogue = ENGLISH

    def of(self, level: str) -> tuple[Told, ...]:
        """Those of a level."""
        return tuple(each for each in self.told if each.level == level)


def summary(diagnostics: Iterable[Diagnostic | Told], words: Catalogue = ENGLISH) -> str:
    """How many errors and warnings there are."""
    levels = [each.level for each in diagnostics]
    errors, warnings = levels.count("error"), levels.count("warning")
    parts = []
    if errors:
        parts.append(words.ngettext("{number} error", "{number} errors", errors).format(number=errors))
    if warnings:
        parts.append(words.ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings))
    return ", ".join(parts) or words.gettext("no mistakes")


def ending(findings: Findings) -> str:
    """The line at the end: how many mistakes in how many files, and how many more in files not asked for."""
    words, files, elsewhere = findings.words, findings.files, findings.elsewhere
    line = words.ngettext("{summary} in {files} file", "{summary} in {files} files", files)
    line = line.format(summary=summary(findings.told, words), files=files)
    if not elsewhere:
        return line
    more = words.ngettext(
        "{number} more in files that were not asked for", "{number} more in files that were not asked for", elsewhere
    )
    return f"{line}; {more.format(number=elsewhere)}"
