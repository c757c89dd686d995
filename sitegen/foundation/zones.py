"""Time zones, from the `tzdata` package alone: the machine's own files never have a say.

Knows what a wall time may mean and where a zone's offset changes (TZif, RFC 8536). Knows nothing of
calendars, and no clock.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from struct import unpack
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Some compilers of tzdata write a first change at the Big Bang, which no datetime can hold.
_OLDEST = -(2**35)
_TZDATA = files("tzdata")


class Zone(ZoneInfo):
    """A zone as `zone` gives it, that other processes can have: what `from_file` makes refuses pickling."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return zone, (self.key,)


@dataclass(frozen=True, slots=True)
class LocalTime:
    """What a zone's clocks show: their offset from UTC (east is positive) and its abbreviation."""

    offset: timedelta
    name: str
    dst: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A zone's clocks are turned from `before` to `after` at the instant `at` (UTC)."""

    at: datetime
    before: LocalTime
    after: LocalTime


@cache
def zone_names() -> tuple[str, ...]:
    """Every IANA name that tzdata holds, old links included."""
    listing = _TZDATA.joinpath("zones").read_text(encoding="utf-8")
    return tuple(sorted(listing.split()))


@cache
def _names() -> frozenset[str]:
    return frozenset(zone_names())


def is_zone(name: str) -> bool:
    return name in _names()


@cache
def zone(name: str) -> Zone:
    """The zone of that IANA name. Raises ZoneInfoNotFoundError if tzdata has none."""
    return Zone.from_file(BytesIO(_tzif(name)), key=name)


@lru_cache(maxsize=1 << 15)
def readings(day: date, clock: time, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants that a wall time may mean in `zone`, earliest first (PEP 495).

    One as a rule; none where clocks are put forward over it, or where the year does not fit a datetime;
    two where they are put back over it, which compare equal unless both are turned to UTC.
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    found: dict[datetime, datetime] = {}
    for fold in (0, 1):
        try:
            instant = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
            back = instant.astimezone(zone)
        except OverflowError:
            continue
        if back.replace(tzinfo=None, fold=0) == wall:
            found[instant] = back
    return tuple(found[instant] for instant in sorted(found))


def posix_rule(name: str) -> str:
    """The zone's rule for all time after its last explicit change: a POSIX TZ string (RFC 8536 §3.3)."""
    return _tzif(name).rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")


@cache
def changes(name: str) -> tuple[Change, ...]:
    """The zone's explicit changes in order (RFC 8536 §3.2, 64-bit block); `posix_rule` follows the last.

    Some change nothing: tzdata's compiler puts one where the rule begins later than the last real change.
    """
    data = _tzif(name)
    head = 44 + _length(data)
    _, _, _, times, types, letters = unpack(">6l", data[head + 20 : head + 44])
    at = head + 44
    instants = unpack(f">{times}q", data[at : at + 8 * times])
    kinds = data[at + 8 * times : at + 9 * times]
    at += 9 * times
    names = data[at + 6 * types : at + 6 * types + letters]
    table = [_local_time(data[at + 6 * i : at + 6 * i + 6], names) for i in range(types)]
    told = (table[0], *(table[kind] for kind in kinds))
    return tuple(
        Change(_EPOCH + timedelta(seconds=instant), before, after)
        for instant, (before, after) in zip(instants, pairwise(told), strict=True)
        if instant > _OLDEST
    )


@cache
def _tzif(name: str) -> bytes:
    if not is_zone(name):
        raise ZoneInfoNotFoundError(f"tzdata has no time zone {name!r}")
    return _TZDATA.joinpath("zoneinfo", *name.split("/")).read_bytes()


def _length(data: bytes) -> int:
    """The octets of the first data block, which has 32-bit times and is there for old readers."""
    utc, standard, leaps, times, types, letters = unpack(">6l", data[20:44])
    return int(times * 5 + types * 6 + letters + leaps * 8 + standard + utc)


def _local_time(record: bytes, names: bytes) -> LocalTime:
    """A local time type record: offset, whether it is daylight saving, where its abbreviation is."""
    offset, dst, index = unpack(">lBB", record)
    name = names[index:].partition(b"\0")[0].decode("ascii")
    return LocalTime(timedelta(seconds=offset), name, bool(dst))
