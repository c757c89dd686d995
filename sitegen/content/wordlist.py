"""`words.txt` and `words/<lang>.txt`: the words that a site knows besides its dictionaries, one a line."""

from sitegen.content.frontmatter import decode
from sitegen.foundation.diagnostics import Outcome

PATH = "words.txt"
"""Below the site's folder: words of all languages."""

REMARK = "#"


def path_of(lang: str) -> str:
    """The list of one language."""
    return f"words/{lang}.txt"


def parse_words(data: bytes, path: str) -> Outcome[frozenset[str]]:
    """The words of a list. What follows a `#` is a remark."""
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    lines = (line.partition(REMARK)[0] for line in text.value.split("\n"))
    return Outcome(frozenset(word.replace("’", "'") for line in lines for word in line.split()))
