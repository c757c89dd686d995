"""Random Markdown that is likely to go wrong: fragments of every form, nested, cut and mixed."""

import re
from itertools import count
from random import Random

PIECES = (
    "W", "*W*", "**W**", "`W`", "``W ` W``", "<b>", "</p>", "<!-- W", "-->", "<https://a.no/W>", "<a@b.no>",
    "<x:W>", "[W](event:a-b)", "[W](event:a-b#c \"W\")", "[](event:a-b)", "[W](../../news/x.nb.md#y)",
    "[W](fil.pdf)", "[W](javascript:x)", "[æ](zW:x)", "<zW:x>", "[W](//evil.no)", "[W](#w)",
    "[W](https://å.no/å?a=b&c)", "[her](https://a.no)", "[W][r]", "[W]", "[]()", "[", "](", ")", "![W](b.jpg)",
    "![W](b.jpg \"W\")", "![](b.jpg)", "![W](https://a.no/b.jpg)", "![a [W](event:q) b](b.jpg)",
    "[![W](b.jpg)](event:a)", "![![W](b.jpg)](c.jpg)", "[^1]", "[^2]", "[^W]", "[W]{lang=en}",
    "[W](event:a){lang=sv}", "{lang=en}", "{.W}", "[W]{onclick=W}", "`W`{lang=da}", "{% W %}", "\\[", "\\", "&amp;",
    "&#12;", "&auml;", "&", "_W_", "***", "~~W~~", "W  \n", "W\\\n", "æøå", "é", "\u00a0", "🎉", "|", "\\|", "::: ",
    "[W <https://a.no/W>](event:a-b)", "[<W@b.no>][r]",
    "\"", "'", "<", ">", "a < b", "^", "{", "}", ":", "~",
)  # fmt: skip
BLOCKS = (
    "P\n", "P\nP\n", "# P\n", "## P\n", "### P ##\n", "#### \n", "P\n===\n", "P\n---\n", "---\n", "> P\nP\n",
    "> > P\n", "- P\n- P\n", "- P\n\n  P\n", "1. P\n2. P\n", "7) P\n", "- - P\n", "-\n", "\tP\n", "    P\n",
    "```\nW\n```\n", "~~~ py\nW\n", "| P | P |\n|---|:-:|\n| P | P |\n", "P | P\n-|-:\nP\n", "| P |\n|--|\n",
    "|W||\n|-|-|\n", "[r]: event:a\n", "[r]: <javascript:x> 'W'\n", "[q]: P\n", "[^1]: P\n", "[^2]: P\n\n    P\n",
    "[^1]:\n", "T\n: P\n", "P\n\n: P\n\n  P\n", "::: note\n", "::: note W\n", "::: quote W\n", "::: quote\n",
    "::: programme\n", "::: process\n", ":::\n", "::: W\n", "::: contacts\n:::\n", "::::\n", "\n", "  ", "> ", "- ",
    "1. ", "    ", "\t", "<div>\n", "<script>\nW\n</script>\n", "![W](b.jpg \"W\")\n", "- ![W](b.jpg \"W\")\n",
    "\u00a0\n", "P\n\u00a0\nP\n",
)  # fmt: skip
SIGNS = "[]()!*_`~<>#:|\\-+.{}^\"'&;= \n\t/abæ1"


def _hidden(word: str, text: str) -> bool:
    """Whether the word may be the title of a link, or of code's language: neither is among the plain words."""
    title, language = rf"""["']{word}["']""", rf"(?:```|~~~)[^\n]*{word}[^\s]*$"
    return re.search(f"{title}|{language}", text, re.MULTILINE) is not None


def text_of(random: Random) -> tuple[str, list[str]]:
    """A text, and the words in it that readers must find."""
    if random.random() < 0.25:
        return "".join(random.choice(SIGNS) for _ in range(random.randrange(60))), []
    words = (f"w{number}z" for number in count())
    said: list[str] = []
    out = []
    for _ in range(random.randrange(1, 12)):
        block = random.choice(BLOCKS)
        if random.random() < 0.3:
            lead = random.choice(("> ", "- ", "  ", "    ", "1. ", "[^1]: ", ": "))
            block = "".join(lead + line for line in block.splitlines(keepends=True))
        for part in block:
            out.append(
                "".join(random.choice(PIECES) + random.choice(("", " ", "\n")) for _ in range(random.randrange(1, 5)))
                if part == "P"
                else part
            )
    text = "".join(out)
    if random.random() < 0.3 and text:
        at = random.randrange(len(text))
        text = text[:at] + text[at + random.randrange(4) :]
    while "W" in text:
        word = next(words)
        said.append(word)
        text = text.replace("W", word, 1)
    hidden = [word for word in said if _hidden(word, text)]
    return text, [word for word in said if word not in hidden]
