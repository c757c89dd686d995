"""What else a reader may want, and why; and whether one can still sign up for what is listed."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.outputs.pages.conftest import Pages


def news(name: str, day: str, **fields: str) -> str:
    lines = {"title": name.capitalize(), "published": day, "topics": "[klima]", **fields}
    front = "\n".join(f"{field}: {value}" for field, value in lines.items())
    return f"@ content/news/{name}.nb.md\n---\n{front}\n---\nTekst.\n"


FILES = """
@ content/topics/bygg.md
---
name: {nb: Bygg}
---
@ content/projects/plan.nb.md
---
title: Planen
status: dialogue
topics: [bygg]
---
Tekst.
@ content/events/mote.nb.md
---
title: Møtet
start: 2027-02-04
projects: [plan]
---
Tekst.
"""


def related(pages: Pages, address: str) -> list[tuple[str, str]]:
    """Titles and reasons."""
    page = pages.page(address)
    section = next((each for each in page.all(".tied") if each.find("h2").text == "Relatert"), None)
    entries = section.cssselect(".entry") if section is not None else []
    return [
        tuple(" ".join(each.cssselect(part)[0].text_content().split()) for part in (".title", ".why"))  # type: ignore[misc]
        for each in entries
    ]


def test_the_nearest_on_the_same_topics_are_shown_with_the_reason(pages: Callable[..., Pages]) -> None:
    both = {"topics": "[klima, bygg]"}
    made = pages(
        FILES
        + news("a", "2027-01-01", **both)
        + news("b", "2027-01-05")
        + news("c", "2026-10-01", **both)
        + news("d", "2020-01-01", **both)
    )
    assert related(made, "nb/nyheter/a/") == [("C", "Samme temaer: Bygg, Klima"), ("B", "Samme tema: Klima")]


def test_four_at_most_and_a_new_document_leaves_old_pages_as_they_are(pages: Callable[..., Pages]) -> None:
    many = FILES + "".join(news(f"n{month}", f"2026-{month:02}-01") for month in range(1, 13))
    before = related(pages(many), "nb/nyheter/n1/")
    assert [title for title, _ in before] == ["N2", "N3", "N4", "N5"]
    assert related(pages(many + news("ny", "2027-01-14")), "nb/nyheter/n1/") == before


def test_a_project_in_common_says_more_than_a_topic(pages: Callable[..., Pages]) -> None:
    made = pages(FILES + news("om", "2027-01-01", about="[project:plan]") + news("x", "2027-01-02"))
    assert related(made, "nb/nyheter/om/") == [("Møtet", "Samme prosjekt: Planen"), ("X", "Samme tema: Klima")]


def test_what_the_editors_chose_comes_first_and_nothing_twice(pages: Callable[..., Pages]) -> None:
    made = pages(
        FILES + news("a", "2027-01-01", related="[news:c]") + news("b", "2027-01-02") + news("c", "2026-01-03")
    )
    assert related(made, "nb/nyheter/a/") == [("C", "Valgt av redaksjonen"), ("B", "Samme tema: Klima")]


def test_what_has_expired_and_the_same_series_are_left_out(pages: Callable[..., Pages]) -> None:
    front = "title: {0}\nstart: 2027-0{1}-01\nseries: rekke\ntopics: [klima]"
    event = f"@ content/events/{{0}}.nb.md\n---\n{front}\n---\nTekst.\n"
    made = pages(
        FILES + event.format("en", 2) + event.format("to", 3) + news("gammel", "2027-01-01", expires="2027-01-10")
    )
    assert related(made, "nb/arrangementer/en/") == []


SIGNING = """
@ content/events/kurs.nb.md
---
title: Kurset
start: 2027-03-04 10:00
end: 2027-03-04 12:00
registration: {deadline: 2027-03-01, url: "https://example.org/meld"}
---
Tekst.
"""


def test_lists_tell_whether_one_can_sign_up(pages: Callable[..., Pages]) -> None:
    def told(month: int, day: int, address: str = "nb/arrangementer/") -> list[str]:
        page = pages(SIGNING, datetime(2027, month, day, 12, tzinfo=UTC)).page(address)
        return [" ".join(each.text_content().split()) for each in page.all(".entry")[0].cssselect(".meta li")][1:]

    assert told(1, 15) == ["Påmeldingsfrist 1. mars 2027"]
    assert told(2, 25) == ["Påmeldingsfrist 1. mars 2027"]
    assert told(3, 3) == ["Påmeldingen er stengt"]
    assert told(3, 5, "nb/arrangementer/2027/") == []


def test_lists_tell_a_script_when_registration_closes(pages: Callable[..., Pages]) -> None:
    def told(month: int) -> list[tuple[str, str]]:
        page = pages(SIGNING, datetime(2027, month, 2, tzinfo=UTC)).page("nb/arrangementer/")
        return [(each.get("data-closes", ""), each.get("data-closed", "")) for each in page.all("[data-closes]")]

    assert told(2) == [("2027-03-01T23:00+00:00", "Påmeldingen er stengt")]
    assert told(3) == []
