"""Times of day that a passage names, and how they are written: "kl. 10:00–14:00", "10.00", "kl 10"."""

import re
from dataclasses import dataclass
from datetime import time

from sitegen.content.prose.dates import DASH, DIGIT, SPACE

_CLOCK = re.compile(
    rf"(?<![\w:/@+])(?<!\d[.,–-])(?:(?P<mark>kl\.|kl:|kl|klokken|klokka|klockan){SPACE}{{0,2}}(?=\d))?"
    r"(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<minute>[0-5]\d))?"
    rf"(?P<range>{SPACE}{{0,2}}(?:(?P<dash>{DASH})|til|till|to|og|och){SPACE}{{0,2}}(?:(?P<mark2>kl\.|kl:|kl){SPACE}{{0,2}}(?=\d))?"
    r"(?P<hour2>[01]?\d|2[0-4])(?:(?P<sep2>[:.])(?P<minute2>[0-5]\d))?(?!\d))?"
    r"(?![\w/%]|[.,:–-]\d)",
    re.IGNORECASE,
)
_NOT_TIMES = re.compile(
    rf"{SPACE}{{0,2}}(?:%|kr\b|kroner|kronor|mill|mrd|prosent|procent|percent|meter|km|kvm|m²|°|€|EUR|SEK|DKK|NOK)",
    re.I,
)
_SCALES = re.compile(rf"(?:skala|målestokk|målestok|forhold|forholdet|förhållandet|scale|ratio){SPACE}{{1,2}}$", re.I)


@dataclass(frozen=True, slots=True)
class Written:
    """How one time is written: `mark` says that it is one ("kl.", "kl"), `separator` stands before the minutes.

    `separator` is empty where only an hour is written; `whole` if an hour has its zeros written.
    """

    start: int
    end: int
    mark: str
    separator: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A time, or the two from which and until which something lasts; `parts` is how each is written."""

    start: int
    end: int
    times: tuple[time, ...]
    parts: tuple[Written, ...]


def clocks(text: str) -> list[Clock]:
    """The times that `text` names, in their order."""
    if not DIGIT.search(text):
        return []
    return [_read(found) for found in _CLOCK.finditer(text) if _is_time(found, text)]


def _is_time(found: re.Match[str], text: str) -> bool:
    """Whether figures are a time. With a mark they are; with a point only where nothing else has that form."""
    if found["mark"]:
        return True
    if not found["sep"] or _NOT_TIMES.match(text, found.end()):
        return False
    if found["sep"] == ":":
        return not _SCALES.search(text, max(0, found.start() - 15), found.start())
    fives = int(found["minute"]) % 5 == 0 and int(found["minute2"] or 0) % 5 == 0
    if found["hour2"]:
        return fives and found["sep2"] == "."
    alone = found.start() == 0 or text[found.start() - 1] == "\n"
    return alone and fives and len(found["hour"]) == 2 and text[found.end() : found.end() + 1].isspace()


def _read(found: re.Match[str]) -> Clock:
    """A second number after a word is a time if it has minutes: "10:00 og 20 deltakere" has one time."""
    parts, times = [_written(found, "")], [_time(found, "")]
    if found["hour2"] is not None and (found["dash"] or found["minute2"] or found["mark2"]):
        parts.append(_written(found, "2"))
        times.append(_time(found, "2"))
    return Clock(found.start(), parts[-1].end, tuple(times), tuple(parts))


def _time(found: re.Match[str], number: str) -> time:
    return time(int(found[f"hour{number}"]) % 24, int(found[f"minute{number}"] or 0))


def _written(found: re.Match[str], number: str) -> Written:
    mark, minute = found[f"mark{number}"] or "", f"minute{number}"
    return Written(
        start=found.start(f"mark{number}" if mark else f"hour{number}"),
        end=found.end(minute if found[minute] else f"hour{number}"),
        mark=mark.casefold() if len(mark) < 4 else "",
        separator=found[f"sep{number}"] or "",
        whole=found[minute] == "00",
    )
