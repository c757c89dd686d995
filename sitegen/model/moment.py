"""Days and times as editors write them, and what they mean in a time zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from sitegen.foundation.zones import readings, zone


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a day and time, or a time alone. `offset` is in minutes east of UTC, when it was written."""

    day: date | None
    clock: time | None = None
    offset: int | None = None

    def __str__(self) -> str:
        clock = self.clock.isoformat("minutes") if self.clock and not self.clock.second else self.clock
        written = " ".join(str(part) for part in (self.day, clock) if part is not None)
        if self.offset is None:
            return written
        sign = "-" if self.offset < 0 else "+"
        return f"{written}{sign}{abs(self.offset) // 60:02}:{abs(self.offset) % 60:02}"

    def on(self, day: date) -> "Moment":
        """This moment, with `day` filled in where only a time was written."""
        return self if self.day else Moment(day, self.clock, self.offset)

    def meanings(self, zone_name: str) -> tuple[datetime, ...]:
        """What a day and time can mean: one instant; none or two where a clock is put forward or back."""
        if self.day is None or self.clock is None:
            return ()
        if self.offset is not None:
            exact = timezone(timedelta(minutes=self.offset))
            return (datetime.combine(self.day, self.clock, exact).astimezone(zone(zone_name)),)
        return readings(self.day, self.clock, zone(zone_name))

    def at(self, zone_name: str) -> date | datetime:
        """The day (all-day) or the instant; of two readings the first, as no checked document has two."""
        if self.day is None:
            raise ValueError("a time without a day is no moment")
        if self.clock is None:
            return self.day
        return (*self.meanings(zone_name), datetime.combine(self.day, self.clock, zone(zone_name)))[0]


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`: both days (the last one included) or both instants."""

    start: date | datetime
    end: date | datetime

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)

    @property
    def length(self) -> timedelta:
        """From start to end in real time; of days, how many the last one is after the first."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime):
            return self.end.astimezone(UTC) - self.start.astimezone(UTC)
        return first_day(self.end) - first_day(self.start)

    def over_at(self, zone_name: str) -> datetime:
        """The instant at which the period is over; an all-day one at midnight in `zone_name`."""
        if isinstance(self.end, datetime):
            return self.end
        return midnight(self.end + timedelta(days=1), zone_name)


def later(instant: datetime, length: timedelta) -> datetime:
    """The instant after a length of real time, in the same zone, whatever its clocks do meanwhile."""
    return (instant.astimezone(UTC) + length).astimezone(instant.tzinfo)


def midnight(day: date, zone_name: str) -> datetime:
    """The instant at which `day` begins in a zone, also where midnight is skipped or comes twice."""
    return datetime.combine(day, time.min, zone(zone_name)).astimezone(UTC)


def first_day(moment: date | datetime) -> date:
    """The day of a day or an instant, in the instant's own zone."""
    return moment.date() if isinstance(moment, datetime) else moment
