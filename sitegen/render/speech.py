"""What is said to the reader of one language: words of documents, dates, names of places and languages.

Templates have one as `say`. Strings that it returns are plain and get escaped; markup is made where the
language of a fragment must be told.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime

from markupsafe import Markup, escape

from sitegen.foundation.zones import zone
from sitegen.graph.answers import Frame, Said
from sitegen.model.moment import Moment, Period
from sitegen.model.words import ANY, Text
from sitegen.render.locale import collation, dates, lists, names, numbers, spans

_CLOCKS = re.compile(r"(?:kl\.\N{NO-BREAK SPACE})?\d{1,2}[.:]\d\d–\d{1,2}[.:]\d\d")
"""From one time to another: a span, as a line may else break after the dash."""


class Speech:
    """Speaks `lang`, as the site's frame has it set."""

    def __init__(self, lang: str, frame: Frame) -> None:
        self.lang = lang
        self._frame = frame
        self._separator = frame.time_separator or None

    def said(self, text: Text | Said) -> Said:
        """The words that this reader gets."""
        if isinstance(text, Said):
            return text
        lang, words = text.in_order(self._frame.reading_order)
        return Said(words, lang)

    def plain(self, text: Text | Said | None) -> str:
        """The words alone."""
        return self.said(text).words if text else ""

    def text(self, text: Text | Said | None) -> Markup:
        """The words, marked with their language where it is not the page's."""
        if text is None:
            return Markup()
        said = self.said(text)
        if said.lang in (ANY, self.lang):
            return escape(said.words)
        return Markup('<span lang="{}">{}</span>').format(said.lang, said.words)

    def foreign(self, lang: str) -> str:
        """The language, where it is not the page's; for a `lang` attribute of one's own."""
        return "" if lang in (ANY, self.lang) else lang

    def day(self, day: date) -> Markup:
        """A day with its weekday: "onsdag 4. mars 2020"."""
        return self._time(day.isoformat(), dates.day(day, self.lang))

    def short_day(self, day: date) -> Markup:
        """The day without its weekday."""
        return self._time(day.isoformat(), dates.short_day(day, self.lang))

    def listed_day(self, day: str) -> Markup:
        """A day without its weekday, given as cards have it (ISO 8601)."""
        return self.short_day(date.fromisoformat(day))

    def short_days(self, days: Iterable[date]) -> Markup:
        """Days without their weekdays, joined by commas and "and"."""
        return Markup(self.listed([str(self.short_day(day)) for day in days]))

    def days_of_month(self, numbers: Iterable[int]) -> str:
        """Days of any month by their numbers: "1. og 15."."""
        return self.listed([dates.day_of_month(date(2024, 1, number), self.lang) for number in numbers])

    def month(self, day: date) -> str:
        """A month with its year: "mars 2020"."""
        return dates.month(day, self.lang)

    def short_month(self, day: date) -> str:
        """The month as a calendar's leaf has it: "mars", "apr." (CLDR's field LLL)."""
        return dates.written(day, "LLL", self.lang)

    def weekday(self, day: date) -> str:
        """The name of a day's weekday."""
        return dates.weekday(day, self.lang)

    def short_weekday(self, day: date) -> str:
        """The same, shortened as calendars have it."""
        return dates.short_weekday(day, self.lang)

    def period(self, period: Period) -> Markup:
        """From when to when; a time in another zone than the site's names its place."""
        return self._time(_machine(period.start), self.plain_period(period))

    def plain_period(self, period: Period) -> str:
        """From when to when, as words alone."""
        home = zone(self._frame.zone)
        return spans.span(period.start, period.end, self.lang, separator=self._separator, home=home)

    def moment(self, moment: Moment, zone_name: str = "") -> Markup:
        """A day, or a day and time, in a zone (the site's, if none is named)."""
        at = moment.at(zone_name or self._frame.zone)
        return self._time(_machine(at), self.plain_moment(moment, zone_name))

    def plain_moment(self, moment: Moment, zone_name: str = "") -> str:
        """A day, or a day and time, as words alone."""
        at = moment.at(zone_name or self._frame.zone)
        return self.plain_period(Period(at, at))

    def clocks(self, period: Period) -> Markup:
        """The times of a period of one day, without the day."""
        start, end = period.start, period.end
        if not isinstance(start, datetime) or not isinstance(end, datetime):
            return Markup()
        return self._time(_machine(start), spans.clocks(start, end, self.lang, separator=self._separator))

    def country(self, code: str) -> str:
        """The name of a country by its code (ISO 3166-1 alpha-2)."""
        return names.country(code, self.lang)

    def language(self, tag: str) -> str:
        """The name of a language in the reader's."""
        return names.language(tag, self.lang)

    def own_name(self, tag: str) -> str:
        """The name of a language in itself."""
        return names.autonym(tag)

    def countries(self, codes: Iterable[str]) -> str:
        """Countries in the reader's order, joined."""
        return self.listed(sorted((self.country(code) for code in codes), key=self.key))

    def by_name(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        """Countries by their names in the reader's order: name and code."""
        return sorted(((self.country(code), code) for code in codes), key=lambda each: self.key(each[0]))

    def languages(self, tags: Iterable[str]) -> str:
        """Names of languages, joined, in the order given."""
        return self.listed([self.language(tag) for tag in tags])

    def locale(self, tag: str) -> str:
        """A language with the land where most speak it, as the Open Graph protocol has it: "nb_NO"."""
        return names.with_land(tag)

    def dialled(self, phone: str) -> str:
        """A telephone number as a link has it (RFC 3966 §3): a plus and digits alone."""
        return "".join(char for char in phone if char in "+0123456789")

    def address(self, url: str) -> str:
        """A web address as it is read out: without its scheme and its last slash."""
        return url.partition("://")[2].rstrip("/")

    def listed(self, words: list[str]) -> str:
        """Words joined by commas and "and"."""
        return lists.all_of(words, self.lang)

    def number(self, value: int) -> str:
        """A number with the reader's separators."""
        return numbers.number(value, self.lang)

    def order(self, words: str) -> object:
        """A key that sorts words as this reader's dictionaries do."""
        return collation.sort_key(words, self.lang)

    def key(self, words: str) -> collation.SortKey:
        """The same key, for those who sort."""
        return collation.sort_key(words, self.lang)

    def _time(self, machine: str, words: str) -> Markup:
        bound = str(escape(words.replace("kl. ", "kl.\N{NO-BREAK SPACE}")))
        whole = Markup(_CLOCKS.sub(r"<span>\g<0></span>", bound))
        return Markup('<time datetime="{}">{}</time>').format(machine, whole)


def _machine(at: date | datetime) -> str:
    """A day or an instant as HTML's `datetime` has it: with its offset, without seconds."""
    return at.isoformat("T", "minutes") if isinstance(at, datetime) else at.isoformat()
