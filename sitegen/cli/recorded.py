"""What a build says of the ledger of the calendars."""

from collections.abc import Iterator

from sitegen.content.ledger import PATH
from sitegen.pipeline.recording import Recording
from sitegen.render.locale.messages import Catalogue


def told_of(recording: Recording, shallow: bool, words: Catalogue) -> Iterator[str]:
    """What was recorded, or should be; nothing where nothing changed."""
    counts = {"entries": len(recording.entries), "addresses": len(recording.addresses), "ledger": PATH}
    if recording.problem:
        said = words.gettext("note: {ledger} could not be written: {reason}")
        yield said.format(ledger=PATH, reason=recording.problem)
    if recording.written:
        yield words.gettext("recorded in {ledger}: {entries} entries, {addresses} addresses").format(**counts)
    elif recording.missing:
        said = words.gettext(
            "note: not recorded in {ledger}: {entries} entries, {addresses} addresses of calendars; "
            "build with --record and commit the file"
        )
        yield said.format(**counts)
    if shallow:
        yield words.gettext("note: this is a shallow clone, which does not tell when documents were changed")
