"""All that a rendering may see: the site through questions, and the theme's templates. One language a view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from jinja2 import Environment
from markupsafe import Markup

from sitegen.engine.question import Lens
from sitegen.graph.answers import (
    Card,
    Edition,
    Frame,
    Kin,
    Link,
    RegistrationState,
    Shown,
    SignUp,
    Stale,
    TakesPlace,
    Ties,
)
from sitegen.graph.depictions import Pictured, Poster
from sitegen.graph.facets import Facets
from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.organisation import Organisation
from sitegen.kinds.person import Person
from sitegen.kinds.project import Project
from sitegen.kinds.topic import Topic
from sitegen.model.body import Body
from sitegen.model.moment import Period
from sitegen.model.records import Contact, Facts
from sitegen.model.reference import Ref
from sitegen.render import labels
from sitegen.render.fill import fill
from sitegen.render.locale.messages import Catalogue
from sitegen.render.pictures import markup
from sitegen.render.speech import Speech
from sitegen.render.templates import rendered

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True)
class Press:
    """What renderings share in one process: the templates, compiled, and the catalogues."""

    environment: Environment
    catalogues: Mapping[str, Catalogue]


class View:
    """The site as one output sees it, for readers of `lang`. Every method that tells something asks for it."""

    def __init__(self, lens: Lens, lang: str, press: Press) -> None:
        self.lang = lang
        self.lens = lens
        self._press = press
        self._frame: Frame | None = None

    def at(self, lens: Lens) -> "View":
        """The same view through another lens, for a part that several outputs share."""
        return View(lens, self.lang, self._press)

    def reading(self, lang: str) -> "View":
        """The same view, for readers of another language."""
        return View(self.lens, lang, self._press)

    @property
    def frame(self) -> Frame:
        """Asked for once, as a page needs it some hundred times."""
        if self._frame is None:
            self._frame = cast(Frame, self.lens("frame", self.lang))
        return self._frame

    @property
    def say(self) -> Speech:
        return Speech(self.lang, self.frame)

    @property
    def catalogue(self) -> Catalogue:
        """The words of the interface."""
        self.lens("messages", self.lang)
        return self._press.catalogues[self.lang]

    def link(self, ref: Ref) -> Link | None:
        """A document's address and title as these readers have them; None for a draft."""
        return cast("Link | None", self.lens("link", str(ref), self.lang))

    def card(self, ref: Ref) -> Card | None:
        """What lists show of a document; None for a draft."""
        return cast("Card | None", self.lens("card", str(ref), self.lang))

    def cards(self, refs: tuple[Ref, ...]) -> list[Card]:
        """The cards of documents, drafts left out."""
        return [card for ref in refs if (card := self.card(ref))]

    def coming(self, refs: tuple[Ref, ...]) -> list[Card]:
        """The cards of events that are to come; a repeated one stands with its next time."""
        times = ((card, self.lens("next_time", str(card.ref))) for card in self.cards(refs))
        return [replace(card, when=when) if isinstance(when, Period) else card for card, when in times]

    def facts(self, ref: Ref) -> Facts:
        """What a document says of itself, whatever its language."""
        return cast(Facts, self.lens("facts", str(ref)))

    def event(self, ref: Ref) -> Event:
        """The facts of an event. Raises TypeError for any other kind, as do the four below."""
        return self._of(ref, Event)

    def news(self, ref: Ref) -> News:
        """The facts of a piece of news."""
        return self._of(ref, News)

    def project(self, ref: Ref) -> Project:
        """The facts of a project."""
        return self._of(ref, Project)

    def person(self, ref: Ref) -> Person | None:
        """A person, unless the document about them is a draft."""
        return self._of(ref, Person) if self.link(ref) else None

    def organisation(self, ref: Ref) -> Organisation | None:
        """An organisation, unless the document about it is a draft."""
        return self._of(ref, Organisation) if self.link(ref) else None

    def topic(self, ref: Ref) -> Topic:
        """The facts of a topic."""
        return self._of(ref, Topic)

    def _of(self, ref: Ref, kind: type[F]) -> F:
        facts = self.facts(ref)
        if not isinstance(facts, kind):
            raise TypeError(f"{ref} is no {kind.__name__}")
        return facts

    def shown(self, ref: Ref) -> Shown:
        """Which text of a document these readers get, and how it stands to them."""
        return cast(Shown, self.lens("shown", str(ref), self.lang))

    def stale(self, ref: Ref) -> Stale | None:
        """That the text which is shown is a translation whose original has changed since."""
        return cast("Stale | None", self.lens("stale", str(ref), self.lang))

    def body(self, ref: Ref) -> Body:
        """The text of a document that these readers get."""
        return cast(Body, self.lens("body", str(ref), self.lang))

    def blocks(self, ref: Ref) -> tuple[str, ...]:
        """The names of the blocks that stand in that text, in order."""
        return cast("tuple[str, ...]", self.lens("blocks", str(ref), self.lang))

    def editions(self, ref: Ref) -> tuple[Edition, ...]:
        """The pages of a document in all languages that have one."""
        return cast("tuple[Edition, ...]", self.lens("editions", str(ref)))

    def ties(self, ref: Ref) -> tuple[Ties, ...]:
        """What names a document, by kind and role."""
        return cast("tuple[Ties, ...]", self.lens("ties", str(ref)))

    def feeds(self, ref: Ref | None = None) -> tuple[tuple[str, str], ...]:
        """The feeds of a document, or of the language: media type and address."""
        return cast("tuple[tuple[str, str], ...]", self.lens("feeds", str(ref or ""), self.lang))

    def anchor(self, ref: Ref, anchor: str) -> str:
        """The heading that a link means, as the text that this reader gets has it; empty if it has none."""
        return cast(str, self.lens("anchor", str(ref), self.lang, anchor))

    def contacts(self, ref: Ref) -> tuple[Contact, ...]:
        """Whom to ask about a document on the day of the build; where nobody is named, that day does not matter."""
        return cast("tuple[Contact, ...]", self.lens("contacts", str(ref))) if self.facts(ref).contacts else ()

    def registration(self, ref: Ref) -> RegistrationState:
        """Whether one can still sign up for an event, with the days that are left."""
        return cast(RegistrationState, self.lens("registration", str(ref)))

    def sign_up(self, ref: Ref) -> SignUp:
        """The same as lists tell it, without the days."""
        return cast(SignUp, self.lens("sign_up", str(ref)))

    def kin(self, ref: Ref) -> tuple[Kin, ...]:
        """The documents nearest to one, with the reason."""
        return cast("tuple[Kin, ...]", self.lens("kin", str(ref)))

    def facets(self, ref: Ref) -> Facets:
        """By what a document can be picked out of a list."""
        return cast(Facets, self.lens("facets", str(ref)))

    def searching(self) -> tuple[str, ...]:
        """The languages that have an index which can be searched."""
        return cast("tuple[str, ...]", self.lens("searching"))

    def country_ties(self, country: str) -> tuple[Ties, ...]:
        """What belongs to a country, by kind and role."""
        return cast("tuple[Ties, ...]", self.lens("country_ties", country))

    def countries(self) -> tuple[str, ...]:
        """The countries that have a page."""
        return cast("tuple[str, ...]", self.lens("countries"))

    def country(self, code: str) -> str:
        """The address of a country's page; empty where it has none."""
        return f"{self.section('country')}{code.lower()}/" if code in self.countries() else ""

    def months(self) -> tuple[str, ...]:
        """The months that have a page, in order."""
        current = self.current_month()
        return tuple(sorted({*cast("tuple[str, ...]", self.lens("months")), *([current] if current else [])}))

    def current_month(self) -> str:
        """The month that the calendar opens at ("2026-11"): the build's, or the nearest with an event."""
        return cast(str, self.lens("current_month"))

    def month(self, month: str) -> str:
        """The address of a month's page."""
        return f"{self.section('calendar')}{month.replace('-', '/')}/"

    def first_of(self, month: str) -> date:
        """The first day of a month ("2026-11")."""
        return date.fromisoformat(f"{month}-01")

    def month_events(self, month: str) -> tuple[TakesPlace, ...]:
        """The times at which events take place in a month."""
        return cast("tuple[TakesPlace, ...]", self.lens("month_events", month))

    def over(self, ref: Ref) -> bool:
        """Whether an event is over."""
        return cast(bool, self.lens("over", str(ref)))

    def expired(self, ref: Ref) -> bool:
        """Whether a document has left the lists."""
        return cast(bool, self.lens("expired", str(ref)))

    def refs(self, question: str, *args: str) -> tuple[Ref, ...]:
        """The answer to a question whose answer is a list of documents."""
        return cast("tuple[Ref, ...]", self.lens(question, *args))

    def years(self, question: str) -> tuple[str, ...]:
        """The years that a question of that name answers with."""
        return cast("tuple[str, ...]", self.lens(question))

    def projects_by_status(self) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
        """All projects by their status, in the order in which pages list them."""
        return cast("tuple[tuple[str, tuple[Ref, ...]], ...]", self.lens("projects_by_status"))

    def section(self, name: str) -> str:
        """The address of a section."""
        return dict(self.frame.sections)[name]

    def href(self, address: str) -> str:
        """An address as a link on the site has it."""
        return self.frame.prefix + address

    def absolute(self, address: str) -> str:
        """An address as others must have it: feeds, calendars, head data."""
        return self.frame.base + address

    def asset(self, name: str) -> str:
        """The link to a file of the theme."""
        return self.href(cast(str, self.lens("asset", name)))

    def media(self, ref: Ref, name: str) -> str:
        """The address of a file beside a document."""
        return cast(str, self.lens("media", str(ref), name))

    def pictured(self, ref: Ref, name: str) -> Pictured:
        """A picture beside a document: where it is, and in which sizes."""
        return cast(Pictured, self.lens("pictured", str(ref), name))

    def picture(self, ref: Ref, name: str, alt: str, lang: str = "", *, first: bool = False) -> Markup:
        """A picture beside a document as pages show it; `lang` is that of `alt`, `first` if it is the page's first."""
        return markup.shown(self.pictured(ref, name), self.frame.prefix, alt, lang=lang, first=first)

    def poster(self, ref: Ref | None = None) -> Poster | None:
        """The card of a document's page, or of the site."""
        return cast("Poster | None", self.lens("poster", str(ref or ""), self.lang))

    def filled(
        self, ref: Ref, body: Body, blocks: Mapping[str, Markup] | None = None, *, first: bool = False
    ) -> Markup:
        """A body of the document `ref` as HTML for this reader; `blocks` are what its blocks put in place.

        `first` says that its first picture is the first of the page.
        """
        return fill(body, ref, self, blocks or {}, first=first)

    def html(self, template: str, **values: Any) -> Markup:
        """A template, rendered with these values, `view`, `say`, the labels and the catalogue."""
        self.lens("template", template)
        common = {"view": self, "say": self.say, "catalogue": self.catalogue, "lang": self.lang, "labels": labels}
        return rendered(self._press.environment, template, {**common, **values})
