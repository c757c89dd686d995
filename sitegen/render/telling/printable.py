"""Text that a terminal shows and does not obey: what an editor's file holds may be anything.

Control characters (ECMA-48) move the cursor, colour, or rename windows; the marks of Unicode's bidirectional
algorithm show a line in another order than it is read in (UTS #55). Each becomes one visible character, so that
columns stay what they are.
"""

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\N{SYMBOL FOR DELETE}"}
_HIDDEN = (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_OTHERS = dict.fromkeys((*_HIDDEN, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), _UNKNOWN)
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080), _UNKNOWN)
_SHOWN = _PICTURES | _OTHERS | _TAGS
LONGEST = 600
"""Characters of a sentence that are shown: a value may be a whole text."""


def printable(text: str) -> str:
    """`text` on one line, character by character, with nothing that a terminal obeys."""
    return text.translate(_SHOWN)


def shortened(text: str) -> str:
    """A sentence that can be read at a glance."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
