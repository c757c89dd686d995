"""The spelling of a site: its files are read again for their words, and those are looked up.

Nothing of it is kept: what a dictionary knows is no part of a build.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.checks.spelling import Speller, check_spelling
from sitegen.checks.spelling.known import known_words
from sitegen.checks.spelling.tokens import Word, words
from sitegen.content.markdown.manuscript import Passage
from sitegen.content.parse import parse
from sitegen.content.wordlist import FOLDER, PATH, parse_words, path_of, stray_lists
from sitegen.engine.rendering import Workers
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.pool import ordered
from sitegen.graph.site import Site
from sitegen.model.document import Source
from sitegen.model.problems import report
from sitegen.model.words import ANY


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is asked for: whose dictionaries, and for which files. `paths` are files and folders; none: all."""

    speller: Speller
    paths: frozenset[str] = frozenset()

    def wants(self, path: str) -> bool:
        return not self.paths or any(each in (".", path) or path.startswith(f"{each}/") for each in self.paths)


@dataclass(frozen=True, slots=True)
class Spelt:
    """What was found, and the files all of whose words were looked up."""

    diagnostics: tuple[Diagnostic, ...] = ()
    files: frozenset[str] = frozenset()


def check_words(spelling: Spelling, folder: Path, site: Site, sources: Sequence[Source], workers: Workers) -> Spelt:
    """The words of the files that are asked for that nobody knows."""
    wanted = [source for source in sources if spelling.wants(source.path)]
    listed: dict[str, frozenset[str]] = {}
    wrong: list[Diagnostic] = list(stray_lists(_beside(folder / FOLDER), site.config.tags))
    for lang, path in ((ANY, PATH), *((tag, path_of(tag)) for tag in site.config.tags)):
        listed[lang] = _listed(folder, path, wrong)
    known = known_words(site.entities.values(), listed)
    files = set()
    for source, found in zip(
        wanted, ordered(partial(words_of, site.config.tags), wanted, workers.jobs, start=workers.start), strict=True
    ):
        wrong += check_spelling(found, known, spelling.speller)
        if all(spelling.speller.speaks(word.lang) for word in found):
            files.add(source.path)
    return Spelt(tuple(wrong), frozenset(files))


def words_of(languages: tuple[str, ...], source: Source) -> tuple[Word, ...]:
    """The words of a file in the order in which they are read."""
    found: list[Word] = []

    def heard(lang: str, passages: Iterable[Passage]) -> None:
        found.extend(word for passage in passages for word in words(passage, lang) if lang)

    parse(source, languages, heard)
    return tuple(found)


def _beside(lists: Path) -> list[str]:
    """What the folder of lists holds. What keeps it from being read is told of the lists in it."""
    try:
        return [each.name for each in lists.iterdir()]
    except OSError:
        return []


def _listed(folder: Path, path: str, wrong: list[Diagnostic]) -> frozenset[str]:
    """The words of a list of the site, if it has one."""
    try:
        outcome = parse_words((folder / path).read_bytes(), path)
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        wrong.append(report("unreadable-file", Span(path), reason=error.strerror))
        return frozenset()
    wrong += outcome.diagnostics
    return outcome.value or frozenset()
