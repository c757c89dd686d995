"""Compounds are parted where they are joined, words in one piece are not; what pages are told of it."""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.render.compounds import Compounds, words_of
from sitegen.render.vocabulary import by_word, with_parts

CASES = Path(__file__).with_name("compounds.txt")


@dataclass(frozen=True)
class Case:
    """Words of a site, one more word in which `parts` begin."""

    lang: str
    words: tuple[str, ...]
    word: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.lang}: {self.word} ({' '.join(self.words)})"


def cases() -> tuple[Case, ...]:
    """The table of compounds."""
    lines = (line.strip() for line in CASES.read_text("utf-8").splitlines())
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    return tuple(
        Case(lang, tuple(words.split()), word.lower(), tuple(parts.split())) for lang, words, word, parts in rows
    )


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_word_is_parted_by_the_words_of_the_site(case: Case) -> None:
    assert Compounds({*case.words, case.word}).parts(case.word) == case.parts


def test_every_language_has_compounds_and_words_that_only_look_like_some() -> None:
    for lang in ("nb", "nn", "sv", "da"):
        assert sum(bool(case.parts) for case in cases() if case.lang == lang) >= 5
        assert sum(not case.parts for case in cases() if case.lang == lang) >= 3


def test_parts_are_ends_of_the_word_in_any_order_of_words() -> None:
    """Of all words of the table together, and of what chance makes of their letters."""
    chance = random.Random(3)
    words = sorted({word for case in cases() for word in (*case.words, case.word)})
    words += ["".join(chance.choices("aeioesrntlkgv", k=chance.randint(1, 70))) for _ in range(300)]
    words += ["ha" * count for count in range(2, 40)]  # each is a word, and so is every end of it
    compounds = Compounds(words)
    parted = {word: compounds.parts(word) for word in words}
    chance.shuffle(words)
    again = Compounds(words)
    for word, parts in parted.items():
        assert parts == again.parts(word)
        assert all(word.endswith(part) and len(word) > len(part) > 2 for part in parts)
        assert sorted(parts, key=len, reverse=True) == list(parts)


def test_words_are_in_lower_case_and_parted_by_hyphens() -> None:
    assert words_of("ÅPEN BRINC-workshop 2027, og_så Rådets") == {"åpen", "brinc", "workshop", "og", "så", "rådets"}


TITLE = '<p data-pagefind-meta="title" data-pagefind-ignore>{}</p>'


def test_a_page_gets_the_parts_of_its_own_words_by_the_words_of_all() -> None:
    """Those of the title apart; not what it says as it stands; again without letters of its own."""
    page = TITLE.format("Ny miljøstøtte &amp; kontortid") + "\n<p>Klimamøtet om leverandørmøter, og møtet.</p>"
    names = '<p data-pagefind-weight="0.25">Innkjøpskontoret</p>'
    other = TITLE.format("Klima og miljø") + "\n<p>Støtten til leverandører, en tid for innkjøp.</p>"
    assert with_parts({"a": f"{page}\n{names}", "b": other}) == {
        "a": "\n".join(
            (
                page,
                names,
                '<p data-pagefind-meta="title_parts" data-pagefind-ignore>støtte tid stotte</p>',
                '<p data-pagefind-meta="parts" data-pagefind-ignore>kontoret møter moter</p>',
            )
        ),
        "b": other,
    }


def test_spellings_beside_the_words_are_no_words() -> None:
    """What is there to be found by alone ("gronn") tells nothing of other words."""
    beside = '<p data-pagefind-meta="folded" data-pagefind-ignore>innkjop kontor innkjopskontor</p>'
    page = TITLE.format("Grønt") + "\n" + beside + "\n<p>Ord.</p>"
    assert with_parts({"a": page}) == {"a": page}


def test_words_are_told_with_the_records_they_stand_in() -> None:
    """As they are typed, also as later parts; spellings that stand beside them are none."""
    called = '<p data-pagefind-meta="called" data-pagefind-ignore>NKK Før</p>'
    spelled = '<p data-pagefind-meta="named" data-pagefind-ignore>miljostotte for</p>'
    parts = '<p data-pagefind-meta="title_parts" data-pagefind-ignore>måte støtte mote stotte</p>'
    page = "\n".join((TITLE.format("Miljøstøtte"), called, spelled, "<p>A &amp; B, 2027</p>", parts))
    other = '<p>Før</p>\n<p data-pagefind-weight="0.25">E_post</p>'
    alone = dict.fromkeys(("2027", "a", "b", "miljøstøtte", "mote", "måte", "nkk", "støtte"), ("1",))
    assert by_word({"1": page, "2": other}) == {**alone, "e": ("2",), "før": ("1", "2"), "post": ("2",)}


def test_nothing_is_parted_where_there_is_nothing() -> None:
    assert with_parts({}) == {}
    assert with_parts({"a": "<p></p>"}) == {"a": "<p></p>"}
