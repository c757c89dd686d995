"""What a browser and the rules of accessibility say of every sort of page, in every language, light and dark."""

from urllib.parse import urlsplit

from tests.browser.conftest import Stage
from tests.browser.samples import Sample
from tests.browser.visiting import Visit

Visits = dict[Sample, Visit]


def test_axe_finds_nothing(visits: Visits) -> None:
    """WCAG 2.2 A and AA and good practice, wide and light, narrow and dark."""
    assert len(visits) > 60
    wrong = {
        f"{sample} {scheme}": found
        for sample, visit in visits.items()
        for scheme, found in visit.found.items()
        if found
    }
    assert wrong == {}


def test_nothing_scrolls_sideways(visits: Visits) -> None:
    """At 1280 and 320 pixels, and with text of twice the size."""
    wrong = {
        f"{sample} {sort}": what for sample, visit in visits.items() for sort, what in visit.sideways.items() if what
    }
    assert wrong == {}


def test_the_console_is_silent_and_the_policy_holds(visits: Visits) -> None:
    wrong = {
        str(sample): (visit.told, visit.violations)
        for sample, visit in visits.items()
        if visit.told or visit.violations
    }
    assert wrong == {}


def test_nobody_else_is_asked_and_nothing_is_kept(visits: Visits, stage: Stage) -> None:
    home = urlsplit(stage.origin).netloc
    others = {url for visit in visits.values() for url in visit.requests if urlsplit(url).netloc != home}
    assert others == set()
    assert sum(visit.cookies for visit in visits.values()) == 0
    assert all(visit.requests for visit in visits.values())
