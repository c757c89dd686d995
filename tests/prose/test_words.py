"""The words that the rules know are those of CLDR, and a day that the site itself writes is read as it was meant."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings, strategies as st

from sitegen.content.markdown import Place, parse_markdown
from sitegen.content.prose import RULES, read_prose
from sitegen.content.prose.clocks import clocks
from sitegen.content.prose.dates import dates
from sitegen.content.prose.words import day_name, vocabulary
from sitegen.model.prose import RULES as NAMES
from sitegen.render.locale.dates import clock, day

LANGUAGES = ("nb", "nn", "sv", "da", "en")
ROOM = Path(__file__).parents[2] / "sitegen"
WRITTEN = """
onsdag den d. 4 4. 04.03.2020 mars 2020 kl. kl 10:00 10.00 – og ordDet a@b.no Kari Eksempelvik ` * [ ] ( ) {lang=en}
| - > # Sted: &amp; \\ ![ordDet ](b.png "ordDet ") [c]: ![c]
"""
PIECES = st.sampled_from([*WRITTEN.split(), "\n", " ", "\n\n"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_days_and_months_are_those_of_cldr(lang: str) -> None:
    words, names = vocabulary(lang), Locale.parse("en_GB" if lang == "en" else lang)
    assert words is not None
    for number in range(7):
        wide = names.days["format"]["wide"][number].lower()
        assert words.day(wide) == number
        assert day_name(number, lang) == wide
    for number in range(1, 13):
        assert words.months[names.months["format"]["wide"][number].lower()] == number
        assert words.months[names.months["format"]["abbreviated"][number].lower().rstrip(".")] == number


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_as_the_site_writes_them_are_read(lang: str) -> None:
    words = vocabulary(lang)
    assert words is not None
    for number in range(0, 800, 3):
        meant = date(2027, 1, 1) + timedelta(days=number)
        (found,) = dates(f"Det er {day(meant, lang)}.", words, lang == "en")
        assert (found.year, found.month, found.day, found.weekday) == (*meant.timetuple()[:3], meant.weekday())


@pytest.mark.parametrize("lang", LANGUAGES[:4])
def test_times_as_the_site_writes_them_are_read(lang: str) -> None:
    for minute in range(0, 1440, 7):
        meant = time(minute // 60, minute % 60)
        (found,) = clocks(f"kl. {clock(meant, lang)}")
        assert found.times == (meant,)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_places_are_in_the_text_whatever_it_holds(text: str) -> None:
    parsed = parse_markdown(text, Place("content/events/a.nb.md", 1, "event", "nb"))
    stated, found = read_prose(parsed.passages, "event", "nb")
    spans = [each.span for each in found] + [each.span for each in stated.days] + [each.span for each in stated.spells]
    spans += [each.span for each in stated.mails] + [each.span for each in stated.statements]
    lines = text.split("\n")
    for span in spans:
        assert 0 <= span.column - 1 < len(lines[span.line - 1])
        assert span.column - 1 + span.length <= len(lines[span.line - 1])
    for each in found:
        if each.code == "glued-word":
            assert "ordDet" in lines[each.span.line - 1][each.span.column - 1 :]


def test_every_rule_is_listed_and_told_somewhere() -> None:
    own = {name for name, _ in RULES}
    assert own <= set(NAMES)
    files = [path.read_text("utf-8") for path in ROOM.rglob("*.py") if path.name not in ("problems.py", "prose.py")]
    assert all(any(f'"{name}"' in text for text in files) for name in NAMES)
