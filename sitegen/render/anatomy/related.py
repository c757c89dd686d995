"""What else a reader may want, each with the reason: what the editors chose, and what is near."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.graph.answers import Card, Kin, Link
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.render.anatomy.people import links
from sitegen.render.view import View

CHOSEN = N_("Chosen by the editors")
PROJECT = N_("Same project")
TOPIC = N_("Same topic")
TOPICS = N_("Same topics")


@dataclass(frozen=True, slots=True)
class Related:
    """A document and why it is shown: `reason` is a message, `common` what it shares with this one."""

    card: Card
    reason: str
    common: tuple[Link, ...]


def related(view: View, ref: Ref, chosen: Iterable[Ref]) -> tuple[Related, ...]:
    """First what the document names as related, then what is near to it; drafts left out."""
    picked = [Related(card, CHOSEN, ()) for card in view.cards(tuple(chosen))]
    near = [Related(card, *_why(view, each)) for each in view.kin(ref) if (card := view.card(each.ref))]
    return (*picked, *near)


def _why(view: View, kin: Kin) -> tuple[str, tuple[Link, ...]]:
    common = links(view, kin.common)
    return (PROJECT if kin.reason == "project" else TOPIC if len(common) == 1 else TOPICS), common
