"""What readers must fetch: every page, compressed as servers send it."""

from benchmarks.weight import Weight, weigh
from tests.portal.conftest import Portal

FIRST_VISIT = 60_000
HTML = 10_000


def test_a_first_visit_to_an_event_is_light(portal: Portal) -> None:
    """The page, its style sheet, its script and one font."""
    events = [page for page in portal.pages if '<article class="document event"' in page.read_text("utf-8")]
    weights = {page: weigh(page, portal.root) for page in events}
    assert len(weights) > 80
    assert all(weight.css and weight.font for weight in weights.values())
    assert {page: weight for page, weight in weights.items() if weight.whole > FIRST_VISIT} == {}


def test_every_page_is_light(portal: Portal) -> None:
    heaviest = max(portal.pages, key=lambda page: weigh(page, portal.root).html)
    assert weigh(heaviest, portal.root).html <= HTML, heaviest
    assert weigh(heaviest, portal.root) != Weight(0)
