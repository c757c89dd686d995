"""Only the questions in `TIMELY` look at the instant of the build, and it is known when their answers change."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, islice, pairwise, product
from pathlib import Path
from typing import Any

import pytest

from sitegen.foundation.digest import digest_value
from sitegen.graph.questions import DIGESTS, QUESTIONS, TIMELY
from sitegen.graph.site import Site
from sitegen.graph.timely import turning_points
from sitegen.model.reference import Ref
from tests.cases.site_cases import NOW, site_in

FILES = """\
@ content/events/over.nb.md
---
title: Over
start: 2026-12-01
published: 2026-10-01
contacts: [{person: kari, until: 2027-02-01}]
---
@ content/events/avlyst.nb.md
---
title: Avlyst
start: 2027-02-10 10:00
status: cancelled
published: 2027-01-01
expires: 2027-06-01
topics: [klima]
series: rekke
---
@ content/events/x/index.nb.md
---
title: X
start: 2027-03-04 10:00
end: 2027-03-04 15:00
registration: {deadline: 2027-02-28, url: "https://example.org/"}
topics: [klima]
published: 2027-01-02
series: rekke
countries: [NO]
---

## Program

![Kart](kart.png)
@ content/events/x/kart.png
(a picture)
@ content/events/fast.nb.md
---
title: Hver uke
start: 2027-01-18 10:00
timezone: America/New_York
repeats: {rule: FREQ=WEEKLY, until: 2027-04-30}
---
@ content/news/a.nb.md
---
title: A
published: 2027-01-02
expires: 2027-01-31
topics: [klima]
about: [x]
---
@ content/news/b.sv.md
---
title: B
published: 2027-01-03
---
@ content/projects/p.nb.md
---
title: P
status: dialogue
expires: 2027-06-30
topics: [klima]
published: 2027-01-04
---
"""


class Unknown:
    """An instant that no one may look at."""

    def _refuse(self, *_: object) -> Any:
        raise AssertionError("this question looks at the instant of the build")

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __add__ = __radd__ = __sub__ = __rsub__ = _refuse
    __hash__ = _refuse

    def __getattr__(self, name: str) -> Any:
        return self._refuse()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_in(tmp_path_factory.mktemp("site"), FILES)


def asked(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every question with every argument that it may have."""
    refs = [str(ref) for ref in site.entities]
    known: Mapping[str, list[str]] = {
        "ref": refs,
        "lang": list(site.config.tags),
        "year": ["2026", "2027"],
        "kind": ["event", "news", "project", "topic"],
        "anchor": ["program", "borte"],
        "uid": ["x@example.org"],
        "fingerprint": ["0"],
        "country": ["NO"],
        "month": ["2026-12", "2027-02", "2027-03"],
    }
    scopes = ["", *refs, "all", "deadlines", "year:2027", "country:NO", "series:rekke"]
    for name, question in QUESTIONS.items():
        parameters = list(inspect.signature(question).parameters)[1:]
        if name in ("media", "pictured"):
            yield name, ("event:x", "kart.png")
            continue
        if name == "series":
            yield name, ("rekke",)
            continue
        documents = name in ("feeds", "feed_documents")
        values = {**known, "scope": ["", *refs] if documents else scopes[1:]}
        for arguments in product(*(values[each] for each in parameters)):
            yield name, arguments


def digests(site: Site, names: frozenset[str] | None = None) -> dict[tuple[str, tuple[str, ...]], str]:
    return {
        (name, arguments): digest_value(QUESTIONS[name](site, *arguments))
        for name, arguments in asked(site)
        if names is None or name in names
    }


def test_every_question_is_asked(site: Site) -> None:
    assert {name for name, _ in asked(site)} == QUESTIONS.keys() >= TIMELY


def test_no_other_question_looks_at_the_instant(site: Site) -> None:
    timeless = replace(site, now=Unknown())
    for name, arguments in asked(site):
        if name not in TIMELY:
            QUESTIONS[name](timeless, *arguments)


@pytest.mark.parametrize("name", sorted(TIMELY))
def test_a_timely_question_does(name: str, site: Site) -> None:
    timeless = replace(site, now=Unknown())
    arguments = [each for question, each in asked(site) if question == name]
    with pytest.raises(AssertionError, match="looks at the instant"):
        _ = [QUESTIONS[name](timeless, *each) for each in arguments]


def test_a_question_has_the_same_digest_each_time(tmp_path: Path) -> None:
    one, other = (site_in(tmp_path / name, FILES) for name in ("one", "other"))
    assert digests(one) == digests(one) == digests(other)


@pytest.mark.parametrize("name", sorted(DIGESTS))
def test_a_cheaper_digest_changes_with_the_answer(name: str, tmp_path: Path) -> None:
    def said(text: str) -> dict[tuple[str, ...], tuple[str, str]]:
        news = f"@ content/news/c.nb.md\n---\ntitle: {text}\npublished: 2027-01-01\n---\n\n{text}\n"
        day = f"2026-0{len(text)}-01T00:00:00Z"
        ledger = f"@ calendar.ledger\nentry x@example.org {len(text)} {day} {day} {'0' * 32}\n"
        site = site_in(tmp_path / text, FILES + news + (ledger if text != "uten" else ""))
        return {
            arguments: (digest_value(QUESTIONS[name](site, *arguments)), DIGESTS[name](site, *arguments))
            for question, arguments in asked(site)
            if question == name
        }

    for one, other in combinations([said("en"), said("tre"), said("uten")], 2):
        changed = {arguments for arguments in one if one[arguments][0] != other[arguments][0]}
        assert {arguments for arguments in one if one[arguments][1] != other[arguments][1]} == changed != set()


def test_answers_change_at_turning_points_alone(site: Site) -> None:
    """Just before the next turning point, every answer is what it was at the last."""
    points = [NOW, *islice(turning_points(site), 60)]
    assert len(points) > 20
    for here, there in pairwise(points):
        before = digests(site.at(there - timedelta(microseconds=1)), TIMELY)
        assert before == digests(site.at(here), TIMELY), f"an answer changes between {here} and {there}"


def test_after_the_last_turning_point_nothing_changes(site: Site) -> None:
    last = list(turning_points(site))[-1]
    assert digests(site.at(last), TIMELY) == digests(site.at(datetime(2190, 1, 1, tzinfo=UTC)), TIMELY)
    assert list(turning_points(site.at(last))) == []


def ask(site: Site, name: str, *arguments: str) -> Any:
    return QUESTIONS[name](site, *arguments)


def at(site: Site, written: str) -> Site:
    return site.at(datetime.fromisoformat(written).replace(tzinfo=UTC))


def test_an_event_is_over_when_it_ends(site: Site) -> None:
    assert not ask(at(site, "2027-03-04T13:59:59"), "over", "event:x")
    assert ask(at(site, "2027-03-04T14:00:00"), "over", "event:x")


def test_an_all_day_event_is_over_at_midnight_where_it_is(site: Site) -> None:
    assert not ask(at(site, "2026-12-01T22:59:59"), "over", "event:over")
    assert ask(at(site, "2026-12-01T23:00:00"), "over", "event:over")


def test_what_repeats_is_over_after_its_last_time_in_its_own_zone(site: Site) -> None:
    assert not ask(at(site, "2027-04-26T14:59:59"), "over", "event:fast")
    assert ask(at(site, "2027-04-26T15:00:00"), "over", "event:fast")


def test_an_expired_document_leaves_the_lists_after_its_day_and_stays_at_its_address(site: Site) -> None:
    before, after = at(site, "2027-01-31T22:59:59"), at(site, "2027-01-31T23:00:00")
    a = Ref("news", "a")
    assert (ask(before, "expired", "news:a"), ask(after, "expired", "news:a")) == (False, True)
    for name, arguments in (("latest_news", ()), ("news_in", ("2027",)), ("feed_documents", ("",))):
        assert a in ask(before, name, *arguments)
        assert a not in ask(after, name, *arguments)
    assert ask(after, "link", "news:a", "nb").address == "nb/nyheter/a/"
    tied = [ref for each in ask(after, "ties", "topic:klima") for ref in each.refs]
    assert a not in tied


def test_a_contact_leaves_after_its_day(site: Site) -> None:
    assert ask(at(site, "2027-02-01T22:59:59"), "contacts", "event:over") != ()
    assert ask(at(site, "2027-02-01T23:00:00"), "contacts", "event:over") == ()


@pytest.mark.parametrize(
    ("now", "state", "days"),
    [
        ("2027-02-13T22:59:59", "open", 0),
        ("2027-02-13T23:00:00", "closing", 14),
        ("2027-02-28T22:59:59", "closing", 0),
        ("2027-02-28T23:00:00", "closed", 0),
        ("2027-03-05T00:00:00", "closed", 0),
    ],
)
def test_registration_closes_at_the_end_of_its_last_day(now: str, state: str, days: int, site: Site) -> None:
    found = ask(at(site, now), "registration", "event:x")
    assert (found.state, found.days) == (state, days)


def test_a_cancelled_event_takes_no_registrations(site: Site) -> None:
    assert ask(site, "registration", "event:avlyst").state == "none"


def test_upcoming_is_in_the_order_of_the_instants(site: Site) -> None:
    assert [ref.id for ref in ask(site, "upcoming")] == ["fast", "avlyst", "x", "frokost"]
    assert [ref.id for ref in ask(at(site, "2027-03-04T14:00:00"), "upcoming")] == ["fast", "frokost"]


def test_today_is_the_day_in_the_sites_zone(site: Site) -> None:
    assert at(site, "2027-01-15T22:59:59").today == date(2027, 1, 15)
    assert at(site, "2027-01-15T23:00:00").today == date(2027, 1, 16)
