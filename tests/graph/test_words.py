"""Facts are said once and words per language: what a document is when all its texts are read together."""

from datetime import date, time
from pathlib import Path
from typing import cast

import pytest

from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.kinds.topic import Topic
from sitegen.model.moment import Moment
from sitegen.model.reference import Ref
from sitegen.model.words import Text
from tests.cases.site_cases import site_in

MEETING = """\
@ content/events/x.nb.md
---
title: Møte
start: 2027-03-04 09:00
venue: {name: Rådhuset, city: Hamar, country: NO}
registration: {price: Gratis, note: "**Husk** kaffe"}
programme:
  - {key: apning, title: Åpning, start: 09:00, speakers: [kari, Ola Nordmann]}
  - {title: Pause, prose: Kaffe}
  - {key: slutt, title: Slutt}
links:
  - {title: Opptak, url: "https://example.org/", kind: recording}
topics: [klima]
---

Norsk tekst.
@ content/events/x.sv.md
---
translates: nb
title: Möte
venue: {name: Stadshuset}
registration: {note: "**Ta med** kaffe"}
programme:
  - {key: slutt, title: Avslutning}
  - {title: Paus, prose: Kaffe och bulle}
  - {key: apning, title: Öppning, speakers: [kari, Ola Nordmann]}
links:
  - {title: Inspelning}
---

Svensk text.
"""


def event(site: Site, name: str = "x") -> Event:
    return cast(Event, site.entities[Ref("event", name)].facts)


@pytest.fixture
def meeting(tmp_path: Path) -> Event:
    return event(site_in(tmp_path, MEETING))


def words(text: Text | None) -> dict[str, str]:
    return dict(text.entries) if text else {}


def test_a_translation_inherits_every_fact_and_adds_its_words(meeting: Event) -> None:
    assert words(meeting.title) == {"nb": "Møte", "sv": "Möte"}
    assert meeting.venue
    assert (words(meeting.venue.name), words(meeting.venue.city)) == (
        {"nb": "Rådhuset", "sv": "Stadshuset"},
        {"nb": "Hamar"},
    )
    assert meeting.venue.country == "NO"
    assert meeting.topics == (Ref("topic", "klima"),)


def test_items_meet_by_key_whatever_their_order(meeting: Event) -> None:
    titles = [words(item.title) for item in meeting.programme]
    assert titles[0] == {"nb": "Åpning", "sv": "Öppning"}
    assert titles[2] == {"nb": "Slutt", "sv": "Avslutning"}


def test_items_without_a_key_meet_by_position(meeting: Event) -> None:
    assert words(meeting.programme[1].title) == {"nb": "Pause", "sv": "Paus"}
    assert words(meeting.links[0].title) == {"nb": "Opptak", "sv": "Inspelning"}


def test_an_item_that_only_the_original_names_by_key_meets_by_position(tmp_path: Path) -> None:
    files = """\
@ content/events/x.nb.md
---
title: T
start: 2027-03-04
programme: [{key: a, title: A}, {key: b, title: B}]
---
@ content/events/x.sv.md
---
translates: nb
title: S
programme: [{title: Å}, {title: Bé}]
---
"""
    assert [words(item.title)["sv"] for item in event(site_in(tmp_path, files)).programme] == ["Å", "Bé"]


def test_prose_is_said_per_language(meeting: Event) -> None:
    assert meeting.registration
    assert meeting.registration.note
    said = {lang: body.plain for lang, body in meeting.registration.note.entries}
    assert said == {"nb": "Husk kaffe", "sv": "Ta med kaffe"}
    assert meeting.programme[1].prose
    assert [lang for lang, _ in meeting.programme[1].prose.entries] == ["nb", "sv"]


def test_people_without_a_document_are_named_in_each_language(meeting: Event) -> None:
    known, stranger = meeting.programme[0].speakers
    assert known.ref == Ref("person", "kari")
    assert words(stranger.text) == {"nb": "Ola Nordmann", "sv": "Ola Nordmann"}


def test_any_language_may_be_the_original(tmp_path: Path) -> None:
    files = """\
@ content/events/x.da.md
---
title: Møde
start: 2027-03-04 10:00
---
@ content/events/x.nb.md
---
translates: da
title: Møte
start: 2027-03-04T10:00
---
"""
    site = site_in(tmp_path, files)
    entity = site.entities[Ref("event", "x")]
    assert (entity.original, entity.langs) == ("da", ("da", "nb"))
    assert words(entity.facts.label) == {"da": "Møde", "nb": "Møte"}


def test_a_neutral_document_says_its_words_by_language_and_a_name_for_all(tmp_path: Path) -> None:
    files = """\
@ content/topics/x.md
---
name: {nb: Vær, sv: Väder}
description: {nb: "Om *vær*", sv: "Om *väder*"}
---
"""
    site = site_in(tmp_path, files)
    topic = cast(Topic, site.entities[Ref("topic", "x")].facts)
    assert words(topic.name) == {"nb": "Vær", "sv": "Väder"}
    assert topic.description
    assert [body.plain for _, body in topic.description.entries] == ["Om vær", "Om väder"]
    assert topic.name.in_order(("da", "sv", "nb")) == ("sv", "Väder")
    assert site.entities[Ref("person", "kari")].facts.label.in_order(("sv",)) == ("", "Kari Eksempelvik")


def test_an_empty_translation_and_an_empty_file_are_not_there(tmp_path: Path) -> None:
    files = "@ content/events/frokost.sv.md\n---\ntranslates: nb\n---\n@ content/events/frokost.da.md (escaped)\n"
    site = site_in(tmp_path, files)
    assert site.entities[Ref("event", "frokost")].langs == ("nb",)


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("content/topics/x.md", "name: {{nb: {0}, sv: B}}"),
        ("content/topics/x.md", "name: {0}"),
        ("content/topics/x.md", "name: X\ndescription: {{nb: {0}, sv: B}}"),
        ("content/people/x.md", "name: X\nrole: {{nb: R, sv: {0}}}"),
        ("content/news/x.nb.md", "title: {0}\npublished: 2027-01-01"),
        ("content/news/x.nb.md", "title: T\npublished: 2027-01-01\nx-eget: {0}"),
        ("content/events/x.nb.md", "title: T\nstart: 2027-01-01\nprogramme: [{{key: a, title: T, prose: {0}}}]"),
        ("content/events/x.nb.md", "title: T\nstart: 2027-01-01\nprogramme: [{{key: {0}, title: T}}]"),
    ],
)
def test_whatever_is_said_counts_in_the_digest(path: str, front: str, tmp_path: Path) -> None:
    """Else a page would stay as it was when these words change."""
    digests = set()
    for word in ("en", "to"):
        site = site_in(tmp_path, f"@ {path}\n---\n{front.format(word)}\n---\n")
        digests |= {entity.digest for ref, entity in site.entities.items() if ref.id == "x"}
    assert len(digests) == 2


def test_an_old_address_that_every_text_repeats_is_the_originals(tmp_path: Path) -> None:
    files = """\
@ content/events/x.sv.md
---
title: S
start: 2027-03-04
aliases: [/gammal/]
---
@ content/events/x.nb.md
---
translates: sv
title: T
aliases: [/gammal, /gammel/]
---
"""
    entity = site_in(tmp_path, files).entities[Ref("event", "x")]
    said = {version.lang: [alias for alias, _ in version.aliases] for version in entity.versions}
    assert said == {"nb": ["/gammel/"], "sv": ["/gammal/"]}


def test_a_fact_may_be_repeated_in_another_notation(tmp_path: Path) -> None:
    files = MEETING.replace("translates: nb\n", "translates: nb\nstart: 2027-03-04T09:00:00\n")
    assert event(site_in(tmp_path, files)).start == Moment(date(2027, 3, 4), time(9))
