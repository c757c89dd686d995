"""Calendar entries that calendars could not tell apart, or not know by their name."""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.graph.identities import entry_uids
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.model.problems import report

LONGEST = 255


def check_identities(site: Site) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for entity in site.of_kind("event"):
        assert isinstance(entity.facts, Event)
        for uid, path in entry_uids(entity.ref, entity.facts, site.config.base):
            where = entity.place(path, "uid")
            first = seen.setdefault(uid, where)
            if first is not where:
                yield report("uid-taken", where, first, uid=uid)
            elif len(uid) > LONGEST:
                yield report("uid-long", where, bound=LONGEST)
