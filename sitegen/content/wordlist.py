"""`words.txt` and `words/<lang>.txt`: the words that a site knows besides its dictionaries, one a line."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.content.frontmatter import decode
from sitegen.foundation.diagnostics import Diagnostic, Outcome, Span
from sitegen.foundation.text import nearest
from sitegen.model.problems import report

PATH = "words.txt"
"""Below the site's folder: words of all languages."""

FOLDER = "words"
REMARK = "#"

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHOWN = 40


def path_of(lang: str) -> str:
    """The list of one language."""
    return f"{FOLDER}/{lang}.txt"


def parse_words(data: bytes, path: str) -> Outcome[frozenset[str]]:
    """The words of a list. What follows a `#` is a remark; a line that is no word is told, and teaches nothing."""
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    words: set[str] = set()
    wrong: list[Diagnostic] = []
    for number, line in enumerate(text.value.split("\n"), 1):
        written = line.partition(REMARK)[0]
        word = written.strip()
        if _WORD.fullmatch(word):
            words.add(word.replace("’", "'"))
        elif word:
            place = Span(path, number, len(written) - len(written.lstrip()) + 1, len(word))
            shown = word if len(word) <= _SHOWN else word[:_SHOWN] + "…"
            wrong.append(report("words-line", place, value=shown))
    return Outcome(frozenset(words), tuple(wrong))


def stray_lists(names: Iterable[str], tags: Sequence[str]) -> Iterator[Diagnostic]:
    """What is in the folder of lists and is the list of no language of the site. Hidden files are left alone."""
    known = [path_of(tag) for tag in tags]
    for name in sorted(names):
        path = f"{FOLDER}/{name}"
        if path not in known and not name.startswith("."):
            near = nearest(re.split(r"[-_.]", name.lower())[0], tags)
            yield report("words-file", Span(path), known=", ".join(known), near=path_of(near) if near else "")
