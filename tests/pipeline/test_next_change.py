"""The build says when the same content will give other output: not a second before, and then indeed."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sitegen.pipeline import turning

from .author import Author
from .edits import Edit, random_script
from .harness import Harness, Tree, good

pytestmark = pytest.mark.usefixtures("quickly")
SITES = int(os.environ.get("PIPELINE_CHANGES", "3"))
SECOND = timedelta(seconds=1)
LATER = timedelta(days=3650)


def wrong(harness: Harness, most: int = 4) -> str:
    """What is wrong with the announcements from the portal's instant on, `most` of them."""
    now = harness.job.now
    report, tree = harness.clean(now)
    for _ in range(most):
        if not good(report) or report is None:
            return ""
        change = report.next_change
        if change is None:
            return "" if harness.clean(now + LATER)[1] == tree else f"nothing announced after {now}"
        if found := _around(harness, now, change, tree):
            return found
        now = change
        report, tree = harness.clean(now)
    return ""


def _around(harness: Harness, now: datetime, change: datetime, tree: Tree) -> str:
    for before in (now + (change - now) / 2, change - SECOND):
        if harness.clean(before)[1] != tree:
            return f"after {now}, {change} was announced, and the output is another at {before} already"
    if harness.clean(change)[1] == tree:
        return f"after {now}, {change} was announced, and the output is the same then"
    return ""


@pytest.mark.parametrize("seed", range(SITES))
def test_the_output_changes_when_it_is_announced(seed: int, tmp_path: Path) -> None:
    """On random portals."""
    harness = Harness(tmp_path)
    assert harness.run([*random_script(seed, 1), [Edit("mend"), Edit("now", seed)]]) == ""
    assert wrong(harness) == ""


def _events() -> list[Edit]:
    made = Author().configure("languages", 5).add("event", "mote").fact("event", "mote", "registration", 1)
    made.add("event", "seminar").fact("event", "seminar", "when", 3).add("news", "nytt")
    made.fact("news", "nytt", "expires", 2).add("person", "ole").fact("event", "mote", "contacts", 2)
    return made.script[0]


def test_the_year_of_a_portal_with_events(tmp_path: Path) -> None:
    """Deadlines, midnights of two zones, ends of events, contacts that leave."""
    harness = Harness(tmp_path)
    assert harness.step(_events()) == ""
    assert wrong(harness, 40) == ""


ENDS = frozenset({"over", "upcoming", "ties", "registration", "sign_up", "country_ties"})
SAME_INSTANTS = {
    "over": ENDS - {"over"},
    "upcoming": ENDS - {"upcoming"},
    "contacts": frozenset({"country_ties", "current_month"}),
}
"""Questions that change at the instants at which another does, and are asked where it is."""


@pytest.mark.parametrize("question", ["registration", "contacts", "over", "upcoming"])
def test_a_question_that_is_not_held_for_timely_is_found(
    question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were it left out of `TIMELY`, something would change unannounced, or be announced for another instant."""
    harness = Harness(tmp_path)
    harness.step(_events())
    others = turning.TIMELY - SAME_INSTANTS.get(question, frozenset())
    monkeypatch.setattr(turning, "TIMELY", others)
    honest = _announced(harness)
    monkeypatch.setattr(turning, "TIMELY", others - {question})
    assert _announced(harness) != honest
    assert wrong(harness, 40) != ""


def _announced(harness: Harness) -> list[datetime]:
    found = [harness.job.now]
    while len(found) < 60 and (report := harness.clean(found[-1])[0]) and report.next_change:
        found.append(report.next_change)
    return found
