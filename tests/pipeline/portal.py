"""A small portal as a value: which documents there are, and the place of each choice in its table."""

from dataclasses import dataclass, field

from .facts import GROUPS
from .tables import LANGS, NEUTRAL, NEUTRAL_KINDS

Place = tuple[str, str]


@dataclass(slots=True)
class Words:
    """One text of a document."""

    title: int = 0
    summary: int = 0
    slug: int = 0
    alias: int = 0
    body: int = 1


@dataclass(slots=True)
class Doc:
    """One document. `texts` are by language; `original` is the one that holds the facts."""

    kind: str
    id: str
    original: str
    texts: dict[str, Words]
    facts: dict[str, int] = field(default_factory=dict)
    bundle: bool = False
    files: dict[str, int] = field(default_factory=dict)

    @property
    def neutral(self) -> bool:
        return self.original == NEUTRAL

    def chosen(self, group: str) -> int:
        return self.facts.get(group, 0) % len(GROUPS[self.kind][group])


@dataclass(slots=True)
class Portal:
    """All of a site, its theme and the instant of its build. `code` is the version of the generator."""

    docs: dict[Place, Doc] = field(default_factory=dict)
    config: dict[str, int] = field(default_factory=dict)
    templates: dict[int, int] = field(default_factory=dict)
    assets: dict[int, int] = field(default_factory=dict)
    words: dict[tuple[str, int], int] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    now: int = 0
    code: int = 0
    ledger: int = 0


def new(place: Place, lang: int = 0, body: int = 1) -> Doc:
    """A document that is nothing but what it must be."""
    kind, name = place
    original = NEUTRAL if kind in NEUTRAL_KINDS or name == "fritt" else LANGS[lang % len(LANGS)]
    return Doc(kind, name, original, {original: Words(body=body)}, files={"bilde.png": 0, "vedlegg.pdf": 0})
