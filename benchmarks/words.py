"""Filler words for made-up texts: everyday Norwegian, Swedish and Danish, and names that belong to nobody."""

import random
from pathlib import Path

_LINES = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
WORDS = {name: tuple(words.split()) for name, words in (line.split(": ") for line in _LINES)}
"""By language, and `first` and `last` names, and `towns`."""


class Speaker:
    """Says as much as is wanted, in a language, and always the same for the same seed."""

    def __init__(self, chance: random.Random, lang: str) -> None:
        self._chance = chance
        self._words = WORDS[lang]

    def some(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, k=count))

    def title(self) -> str:
        return self.some(self._chance.randint(4, 8)).capitalize()

    def sentence(self) -> str:
        return self.some(self._chance.randint(7, 18)).capitalize() + "."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
