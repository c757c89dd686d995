"""The entries of calendars, as feeds ask for them: those of one event, and those of all events of a calendar."""

from functools import lru_cache

from sitegen.engine.question import Asked
from sitegen.engine.shelf import Shelf
from sitegen.foundation.digest import Digest, digest_value
from sitegen.graph.calendars import calendar_events
from sitegen.graph.site import Site
from sitegen.outputs.vevents import NAME
from sitegen.render.agenda.written import Group, read

TOGETHER = 4096
"""Of how many events the entries are held unpacked: several feeds in turn hold the same ones."""


class Entries:
    """What is kept on a shelf for the events of a site."""

    def __init__(self, site: Site, shelf: Shelf) -> None:
        self._site = site
        self._shelf = shelf
        self._group = lru_cache(TOGETHER)(lambda name: read(shelf.bytes(name)))

    def answers(self) -> dict[str, Asked]:
        """How feeds' questions are answered: one about a calendar, where each of its events would be another."""
        return {
            NAME: Asked(self._group, self._shelf.digest, keep=False),
            "calendar_entries": Asked(self._of_calendar, self._digest, keep=False),
        }

    def _of_calendar(self, scope: str) -> tuple[Group, ...]:
        return tuple(map(self._group, self._names(scope)))

    def _digest(self, scope: str) -> Digest:
        return digest_value(list(map(self._shelf.manifest.__getitem__, self._names(scope))))

    def _names(self, scope: str) -> list[str]:
        """The events of a calendar as the shelf has them."""
        made = self._site.once
        return made(("names", scope), lambda: [f"event:{ref.id}" for ref in calendar_events(self._site, scope)])
