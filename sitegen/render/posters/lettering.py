"""What a card says, in the words and with the dates of its language."""

from dataclasses import dataclass
from datetime import date

from sitegen.graph.depictions import Poster
from sitegen.render.labels import POSTERS, status
from sitegen.render.locale import dates
from sitegen.render.view import View

DRAWN = frozenset({"cancelled", "postponed"})
"""Statuses of events that the card tells instead of what it is of."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """What is written above the title, the title, what is written below it, and the colours of ground and ornament."""

    above: str
    title: str
    site: str
    tongue: str
    band: str
    mark: str

    @property
    def told(self) -> str:
        """All of it as a sentence, for those who do not see it."""
        above = f"{self.above}: " if self.above else ""
        below = f". {self.site}" if self.site and self.site != self.title else ""
        return f"{above}{self.title}{below}"


def lettering(poster: Poster, view: View) -> Lettering:
    """What is written on a card; `view` may be of any language."""
    own = view.reading(poster.lang)
    words = own.catalogue
    label = status("event", poster.status) if poster.kind == "event" and poster.status in DRAWN else ""
    label = label or POSTERS.get(poster.kind, "")
    when = ""
    if poster.when:
        when = own.say.plain_period(poster.when)
    elif poster.kind == "news" and poster.day:
        when = dates.short_day(date.fromisoformat(poster.day), poster.lang)
    above = " · ".join(each for each in (words.gettext(label) if label else "", when) if each)
    return Lettering(above, poster.title, poster.site, own.say.own_name(poster.lang), poster.band, poster.mark)
