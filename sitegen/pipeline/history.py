"""When each document was last changed, as a site's history has it. Given by the caller, and only asked if need be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from sitegen.engine.question import Asked
from sitegen.graph.site import Site
from sitegen.model.reference import Ref


@dataclass(frozen=True, slots=True)
class History:
    """The time of the newest commit that touched a file, by its path below the site's folder.

    A shallow clone knows only its last commits, and would give their times to everything: it has no times.
    """

    touched: Mapping[str, datetime] = field(default_factory=dict)
    shallow: bool = False


Tell = Callable[[], History]


def no_history() -> History:
    """Where no history is kept, or none is wanted."""
    return History()


def history_answer(site: Site, tell: Tell) -> Asked:
    """Answers when a document was last changed, in any of its texts; None if nothing knows."""
    told = cache(tell)

    def touched(ref: str) -> datetime | None:
        entity = site.entities[Ref.of(ref)]
        times = (told().touched.get(version.path) for version in entity.versions)
        return max((each for each in times if each), default=None)

    return Asked(touched)
