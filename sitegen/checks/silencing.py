"""Which findings of the lint are silenced: by the site, by a document, or for a block of a text."""

from collections.abc import Iterable, Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.problems import report
from sitegen.model.prose import RULES, SPELLING, Silence


def silenced(
    found: Iterable[Diagnostic],
    config: Config,
    documents: Iterable[Document],
    spelt: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """The diagnostics but for those that are silenced, and a warning of each silence that silences nothing.

    What the site silences is its policy: it may find nothing. What a text silences is one place, and is known.
    `spelt` are the files whose spelling was checked: elsewhere it is not known whether its silences are needed.
    """
    asked: dict[str, list[Silence]] = {}
    for document in documents:
        for silence in document.silences:
            asked.setdefault(document.path, []).append(silence)
    used: set[Silence] = set()
    for each in found:
        covering = [silence for silence in asked.get(each.span.path, ()) if silence.covers(each.code, each.span)]
        used.update(covering)
        if each.code not in RULES or not (covering or each.code in config.settings.silence):
            yield each
    for silences in asked.values():
        for silence in silences:
            unknown = silence.rule == SPELLING and silence.span.path not in spelt
            if silence not in used and not unknown:
                yield report("unused-silence", silence.span, value=silence.rule)
