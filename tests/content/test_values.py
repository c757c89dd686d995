"""What good front matter means: each value by the type of its field, with its place."""

from datetime import date, time

import pytest

from sitegen.content.parse import ParsedFile, parse
from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import digest_bytes
from sitegen.kinds.event import Event
from sitegen.model.document import Source
from sitegen.model.moment import Moment
from sitegen.model.reference import Ref
from sitegen.model.words import Text

PATH = "content/events/x.nb.md"
LANGUAGES = ("nb", "sv")


def parsed(front: str, path: str = PATH) -> ParsedFile:
    data = f"---\n{front}\n---\n".encode()
    outcome = parse(Source(path, data, digest_bytes(data)), LANGUAGES)
    assert outcome.diagnostics == ()
    assert outcome.value
    return outcome.value


def event(front: str) -> Event:
    facts = parsed(f"title: T\nstart: 2027-03-04\n{front}").document.facts
    assert isinstance(facts, Event)
    return facts


@pytest.mark.parametrize(
    "word", ["no", "yes", "0150", "12.30", "1e3", "10:00", "0x1F", "2027-03-04", "off", "Null", "+47"]
)
def test_words_stay_as_they_are_written(word: str) -> None:
    assert event(f"audience: {word}").audience == Text.of("nb", word)


def test_numbers_that_begin_with_a_nought_keep_it() -> None:
    found = event("venue: {name: A, postcode: 0150}\ncpv: [03000000, 03111000-2]\nregistration: {phone: +4791122747}")
    assert found.venue
    assert found.registration
    assert (found.venue.postcode, found.cpv, found.registration.phone) == (
        "0150",
        ("03000000", "03111000"),
        "+4791122747",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2027-03-04", Moment(date(2027, 3, 4))),
        ("2027-03-04 9:00", Moment(date(2027, 3, 4), time(9))),
        ("2027-03-04T10:00", Moment(date(2027, 3, 4), time(10))),
        ("2027-03-04T10:00:30Z", Moment(date(2027, 3, 4), time(10, 0, 30), 0)),
        ("2027-03-04 10:00 -0330", Moment(date(2027, 3, 4), time(10), -210)),
        ("'2027-03-04 10:00+14:00'", Moment(date(2027, 3, 4), time(10), 840)),
    ],
)
def test_a_day_and_time(written: str, meant: Moment) -> None:
    assert event(f"previous_start: {written}").previous_start == meant


def test_a_time_alone_is_one_of_the_programme() -> None:
    assert event("programme: [{title: A, start: 10:00}]").programme[0].start == Moment(None, time(10))


def test_a_quoted_word_for_nothing_is_a_word() -> None:
    assert event("audience: 'null'").audience == Text.of("nb", "null")
    assert event("audience: null").audience is None
    assert event("venue: {name: '', city: }").venue is None


def test_a_name_of_one_word_in_lower_case_is_a_reference_and_else_it_is_words() -> None:
    speakers = event("programme: [{title: A, speakers: [kari, Ola Nordmann, 'person:kari']}]").programme[0].speakers
    assert [speaker.ref for speaker in speakers] == [Ref("person", "kari"), None, Ref("person", "kari")]
    assert speakers[1].text == Text.of("nb", "Ola Nordmann")


def test_extensions_keep_their_words() -> None:
    assert event("x-tall: 0o17\nx-liste: [1, {a: b}]").extra == (("x-tall", "0o17"), ("x-liste", "1, a: b"))


def test_escapes_are_composed_as_the_rest_of_the_file_is() -> None:
    assert event('audience: "Bla\\u030a"').audience == Text.of("nb", "Blå")


def test_each_leaf_knows_its_place() -> None:
    leaves = {
        leaf.path: leaf
        for leaf in parsed(
            "title: 'T'\nstart: 2027-03-04\nprogramme:\n  - {key: a, title: Å 😀, start: 10:00}"
        ).document.leaves
    }
    assert leaves["title"].span == Span(PATH, 2, 8, 3)
    assert leaves["programme/a/title"].span == Span(PATH, 5, 21, 3)
    assert leaves["programme/a/start"].span == Span(PATH, 5, 33, 5)
    assert (leaves["programme"].sort, leaves["programme"].value) == ("list", "a")


def test_words_of_a_neutral_file_have_a_leaf_for_each_language() -> None:
    one, other = (
        parsed(f"name: {{nb: {words}, sv: Klimat}}", "content/topics/x.md").document for words in ("Klima", "Vær")
    )
    assert [leaf.path for leaf in one.leaves] == ["name/nb", "name/sv"]
    assert one.head_digest != other.head_digest


def test_prose_of_a_neutral_file_counts_in_its_digest_by_language() -> None:
    one, other = (
        parsed(f"name: X\ndescription: {words}", "content/topics/x.md").document.head_digest
        for words in ("{nb: A, sv: B}", "{sv: A, nb: B}")
    )
    assert one != other
