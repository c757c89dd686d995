"""Addresses that the last build published and this one neither publishes nor leads on from: readers' links break."""

from collections.abc import Iterable

from sitegen.content.configuration import PATH
from sitegen.engine.output import Output
from sitegen.engine.trace import Memory
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.model.problems import report

PROMISED = ("index.html", ".ics", ".xml")
"""How the files end whose addresses are a promise; those of assets and media change with their content."""

PASSING = frozenset({"months"})
"""Families whose pages come and go: that of a month without an event is only there in the month."""


def lost_addresses(memory: Memory, outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """A warning for each address that is lost, in the order of the addresses."""
    planned = {path for output in outputs for path in output.paths}
    before = (trace.output for trace in memory.traces.values() if trace.output.recipe not in PASSING)
    stayed = sorted(path for output in before for path in output.paths)
    gone = (path for path in stayed if path not in planned and path.endswith(PROMISED))
    return tuple(report("lost-address", Span(PATH), address="/" + path.removesuffix("index.html")) for path in gone)
