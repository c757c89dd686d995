"""What an original says, part by part, and which of the parts have changed since a translation was made from it.

The field `source` of a translation is eight digits for the whole wording and four for each of its parts, all that is
needed to tell which parts changed: docs/decisions/0009-source.md says why it is so. The digits are of words alone,
never of the HTML they become, and lines may be broken anew: so neither a new version of the generator nor another
line length makes a translation stale.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Span
from sitegen.foundation.digest import digest_value

WHOLE, EACH = 8, 4
"""How many digits stand for the whole wording at least, and for a part."""

_NUMBER = re.compile(r"(?<=/)[0-9]+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """A field of words, or a section of the text.

    `name` is the field's path, or # and the anchor of the section's heading (# alone: what comes before the first);
    `label` what people call it: fields with points between, or the heading's words.
    """

    name: str
    label: str
    digest: str
    span: Span


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of an original since: parts that are new or say something else, and how many are gone.

    Neither, where the order alone is another, or where `source` has digits for the whole alone.
    """

    changed: tuple[Part, ...] = ()
    gone: int = 0


def part(name: str, label: str, words: str, span: Span) -> Part:
    """The part that `words` are. An item of a list is itself wherever in the list it stands."""
    place = "#" if name.startswith("#") else _NUMBER.sub("*", name)
    return Part(name, label, digest_value((place, " ".join(words.split())))[:EACH], span)


def fingerprint(parts: Iterable[Part]) -> str:
    """The digits for a whole wording: 32, of which `source` has the first."""
    return digest_value(tuple(part.digest for part in parts))


def source_of(parts: Iterable[Part]) -> str:
    """What `source` says in a translation that was made from these parts."""
    held = tuple(parts)
    return " ".join((fingerprint(held)[:WHOLE], *(part.digest for part in held)))


def changes(parts: tuple[Part, ...], source: str) -> Changes | None:
    """What changed since a translation was made whose field `source` is this; None if nothing did."""
    whole, *digests = source.split()
    if fingerprint(parts).startswith(whole):
        return None
    if not digests:
        return Changes()
    left = Counter(digests)
    changed = []
    for each in parts:
        if left[each.digest]:
            left[each.digest] -= 1
        else:
            changed.append(each)
    return Changes(tuple(changed), max(0, len(digests) - len(parts)))


def moved(source: str, before: tuple[Part, ...], after: tuple[Part, ...]) -> str:
    """The `source` of a translation when the tools rewrote its original without touching what it says.

    What was up to date stays so, and what was stale stays stale, part by part.
    """
    whole, *digests = source.split()
    fresh = fingerprint(before).startswith(whole)
    became = {old.digest: new.digest for old, new in zip(before, after, strict=True)}
    return " ".join(
        (fingerprint(after)[: len(whole)] if fresh else whole, *(became.get(each, each) for each in digests))
    )
