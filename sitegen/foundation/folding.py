"""Words in ASCII, for addresses, anchors of headings, and searching as people type on a foreign keyboard.

Letters lose their marks (å → a, ä → a, ö → o), as in the addresses "sok", "lander", "sog"; so ø → o
and not oe, and æ → ae, ð → d, þ → th. Imports nothing of this project.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        **dict(zip("øðđłŋŧħı", "oddlnthi", strict=True)),
    }
)
"""What Unicode does not decompose."""

_VANISHING = frozenset({"Mn", "Me", "Cf"})


def fold(text: str) -> str:
    """`text` in lower-case ASCII, its words parted by single spaces.

    Letters of other scripts become spaces: a text in Greek folds to "".
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()).translate(_LETTERS)
    bare = "".join(char for char in apart if unicodedata.category(char) not in _VANISHING)
    return " ".join(re.sub(r"[^!-~]+", " ", bare).split())


def anchor(text: str) -> str:
    """`text` as part of an address: a–z, digits and hyphens; "" if nothing of it can be written so."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
