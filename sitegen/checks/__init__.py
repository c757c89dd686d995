"""Whether a site is good, beyond what each file says for itself. One concern a file; `CHECKS` is the whole list."""

from collections.abc import Callable, Iterator

from sitegen.checks.clocks import check_clocks
from sitegen.checks.events import check_events
from sitegen.checks.identities import check_identities
from sitegen.checks.projects import check_projects
from sitegen.checks.prose import check_prose
from sitegen.checks.records import check_records
from sitegen.checks.recurrences import check_recurrences
from sitegen.checks.statements import check_statements
from sitegen.checks.translations import check_translations
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.graph.site import Site

Check = Callable[[Site], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_clocks,
    check_events,
    check_identities,
    check_projects,
    check_prose,
    check_records,
    check_recurrences,
    check_statements,
    check_translations,
)
