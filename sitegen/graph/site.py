"""The whole site as one immutable value. Outputs never see it: they ask the questions of `graph.questions`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar, cast

from sitegen.foundation.digest import Digest
from sitegen.foundation.zones import zone
from sitegen.graph.entity import Entity, Standing
from sitegen.graph.order import Order
from sitegen.model.body import Body
from sitegen.model.config import Config
from sitegen.model.ledger import Ledger
from sitegen.model.picture import Picture
from sitegen.model.reference import Ref
from sitegen.model.words import ANY

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class File:
    """A file beside a document: an attachment, or a picture that can be worked on."""

    name: str
    path: str
    digest: Digest
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Backlink:
    """That `source` names this document in a role."""

    source: Ref
    role: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that was read, joined. `now` is the instant of the build, in UTC.

    `draws` says whether pictures can be made here.
    `worked_out` keeps what was once found out at that instant and is asked for again (`once`).
    """

    config: Config
    now: datetime
    entities: Mapping[Ref, Entity]
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    mentions: Mapping[Ref, tuple[Ref, ...]]
    addresses: Mapping[tuple[Ref, str], str]
    files: Mapping[Ref, tuple[File, ...]]
    load_body: Callable[[str], Body]
    order: Order = field(default_factory=Order)
    ledger: Ledger = field(default_factory=Ledger)
    draws: bool = False
    worked_out: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def zone(self) -> str:
        return self.config.settings.timezone

    @property
    def today(self) -> date:
        """The day of the build in the site's time zone."""
        return self.now.astimezone(zone(self.zone)).date()

    def at(self, now: datetime) -> "Site":
        """The same site at another instant."""
        return replace(self, now=now)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this site at this instant."""
        if key not in self.worked_out:
            self.worked_out[key] = make()
        return cast(T, self.worked_out[key])

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """The published documents of a kind, by id."""
        return self.order.by_kind.get(kind, ())

    def standing(self, entity: Entity, lang: str) -> tuple[str, Standing]:
        """Which text a reader of `lang` sees, and how it stands to them."""
        if ANY in entity.langs or lang in entity.langs:
            return lang, "own"
        order, reads = self.once(("reads", lang), lambda: (self.config.reading_order(lang), self.config.reads(lang)))
        chosen = next(each for each in order if each in entity.langs)
        return chosen, "read" if chosen in reads else "fallback"

    def has_page(self, entity: Entity, lang: str) -> bool:
        """Whether the document has a page of its own among those of `lang`."""
        return self.config.settings.fallback_pages or self.standing(entity, lang)[1] != "fallback"
