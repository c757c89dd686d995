"""Whether what a text states agrees with the facts of its document. One rule a file; `RULES` is the whole list.

The texts were read when they were parsed (`content.prose`): here are their claims alone, with their places.
"""

from collections.abc import Callable, Iterator

from sitegen.checks.prose import contacts, places, times, weekdays
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site

Rule = Callable[[Site, Entity, Version], Iterator[Diagnostic]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("weekday", weekdays.check),
    ("stated-time", times.check),
    ("stated-place", places.check),
    ("missing-contact", contacts.check),
)


def check_prose(site: Site) -> Iterator[Diagnostic]:
    for entity in site.entities.values():
        for version in entity.versions:
            for _, check in RULES:
                yield from check(site, entity, version)
