"""What of the calendars is not in their ledger yet, and the ledger that has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sitegen.content.ledger import PATH, ledger_text
from sitegen.engine.output import Output
from sitegen.engine.question import EACH, Question, apart
from sitegen.foundation.files import replace_file
from sitegen.graph.answers import Recorded
from sitegen.graph.calendars import CLOSED
from sitegen.graph.site import Site
from sitegen.model.ledger import Ledger, ledger
from sitegen.outputs.calendars import NAME as CALENDARS
from sitegen.pipeline.parts import Parts
from sitegen.render.agenda.written import read


@dataclass(frozen=True, slots=True)
class Recording:
    """Entries by UID, and addresses of feeds, that the ledger did not have as they are now.

    `written` if it has them since this build; `problem` is why that was not possible.
    """

    entries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    written: bool = False
    problem: str | None = None

    @property
    def missing(self) -> bool:
        """Whether something is published that the ledger does not have."""
        return not self.written and bool(self.entries or self.addresses)


NOTHING = Recording()


def unrecorded(site: Site, parts: Parts, outputs: Iterable[Output]) -> Recording:
    """What is published now, and not in the ledger."""
    asked = sorted(each for question in parts.memory.answers for each in _unrecorded(question, parts))
    feeds = sorted(address for address in _feeds(outputs) if address not in site.ledger.feeds)
    return Recording(tuple(question.args[0] for question in asked), tuple(feeds))


def record(folder: Path, site: Site, parts: Parts, outputs: Iterable[Output], missing: Recording) -> Recording:
    """Writes the ledger with all that is missing from it; touches nothing if that is nothing."""
    if not missing.missing:
        return missing
    try:
        replace_file(folder / PATH, ledger_text(ledger_after(site, parts, outputs)))
    except OSError as error:
        return Recording(missing.entries, missing.addresses, problem=error.strerror or str(error))
    return Recording(missing.entries, missing.addresses, written=True)


def ledger_after(site: Site, parts: Parts, outputs: Iterable[Output]) -> Ledger:
    """The site's ledger with every entry and every feed as they are now; what it had besides stays."""
    traces = parts.memory.traces.values()
    changed = (trace.output for trace in traces if any(any(_unrecorded(each, parts)) for each in trace.asked))
    written = (each for output in changed for path in output.paths for each in read(parts.shelf.bytes(path)))
    revisions = {**site.ledger.revisions, **{each.uid: each.revision for each in written}}
    return ledger(revisions.items(), {**site.ledger.feeds, **_feeds(outputs)}.items())


def _unrecorded(question: Question, parts: Parts) -> Iterator[Question]:
    """What was asked of the ledger, alone or with others, that it does not have as it is now."""
    name = question.args[0] if question.name == EACH else question.name
    if name == "recorded":
        yield from (each for each in apart(question) if not cast(Recorded, parts.answers.ask(each)).current)


def _feeds(outputs: Iterable[Output]) -> dict[str, str]:
    """The scope of each feed by its address; of what is only kept, the ledger has it."""
    made = (each for each in outputs if each.recipe == CALENDARS)
    found = (pair for each in made for pair in zip(each.paths, each.args[1:], strict=True))
    return {address: scope for address, scope in found if scope != CLOSED}
