"""What a mistake is known by from one run to the next, whatever the language, and wherever its line moves to."""

from collections import Counter
from collections.abc import Iterable

from sitegen.foundation.digest import Digest, digest_value
from sitegen.render.telling.told import Told


def fingerprints(told: Iterable[Told]) -> tuple[Digest, ...]:
    """One for each, all different: made of the file, the code, the values, and the words that are meant.

    Of several mistakes that are alike in all of these, the order in the file makes the difference.
    """
    seen: Counter[Digest] = Counter()
    found = []
    for each in told:
        same = digest_value((each.span.path.encode("utf-8", "surrogateescape"), each.code, _values(each), _meant(each)))
        found.append(digest_value((same, seen[same])))
        seen[same] += 1
    return tuple(found)


def _values(told: Told) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, value.encode("utf-8", "surrogateescape")) for name, value in told.values)


def _meant(told: Told) -> str:
    return told.line[told.start : told.end]
