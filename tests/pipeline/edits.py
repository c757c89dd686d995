"""Edits as data: a name and three numbers, which mean something in every portal. Scripts are groups of them.

After each group a site is built. That an edit is numbers lets hypothesis shrink a script to what matters.
"""

import random
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .facts import GROUPS
from .portal import Doc, Portal, Words, new
from .tables import (
    ALIASES,
    BODIES,
    BREAKAGES,
    CONFIG,
    LANGS,
    LEDGERS,
    MESSAGES,
    MOMENTS,
    OWN_ASSETS,
    PLACES,
    SLUGS,
    SUMMARIES,
    TITLES,
)
from .writing import shipped


class Edit(NamedTuple):
    """Something that is done to a portal; what the numbers mean depends on what it is."""

    name: str
    a: int = 0
    b: int = 0
    c: int = 0

    def __call__(self, portal: Portal) -> None:
        EDITS[self.name](portal, self.a, self.b, self.c)


Script = list[list[Edit]]


def _doc(portal: Portal, at: int) -> Doc | None:
    docs = sorted(portal.docs)
    return portal.docs[docs[at % len(docs)]] if docs else None


def _texts(portal: Portal) -> list[Words]:
    return [words for _, doc in sorted(portal.docs.items()) for _, words in sorted(doc.texts.items())]


def _words(field: str, table: tuple[object, ...]) -> Callable[[Portal, int, int, int], None]:
    """An edit that gives one text another title, summary, slug, alias or body."""

    def edit(portal: Portal, a: int, b: int, _c: int) -> None:
        texts = _texts(portal)
        if texts:
            setattr(texts[a % len(texts)], field, b % len(table))

    return edit


def fact(portal: Portal, a: int, b: int, c: int) -> None:
    doc = _doc(portal, a)
    if doc:
        group = sorted(GROUPS[doc.kind])[b % len(GROUPS[doc.kind])]
        doc.facts[group] = c % len(GROUPS[doc.kind][group])


def add(portal: Portal, a: int, b: int, c: int) -> None:
    place = PLACES[a % len(PLACES)]
    portal.docs.setdefault(place, new(place, b, c % len(BODIES)))


def delete(portal: Portal, a: int, _b: int, _c: int) -> None:
    doc = _doc(portal, a)
    if doc:
        del portal.docs[doc.kind, doc.id]


def rename(portal: Portal, a: int, b: int, _c: int) -> None:
    doc = _doc(portal, a)
    free = [place for place in PLACES if doc and place[0] == doc.kind and place not in portal.docs]
    free = [place for place in free if doc and (place[1] == "fritt") == (doc.id == "fritt")]
    if doc and free:
        del portal.docs[doc.kind, doc.id]
        doc.id = free[b % len(free)][1]
        portal.docs[doc.kind, doc.id] = doc


def translate(portal: Portal, a: int, b: int, c: int) -> None:
    """Adds the translation of a document into a language, or removes it."""
    doc, lang = _doc(portal, a), LANGS[b % len(LANGS)]
    if doc and not doc.neutral and lang != doc.original and doc.texts.pop(lang, None) is None:
        doc.texts[lang] = Words(title=c % len(TITLES), body=c % len(BODIES))


def original(portal: Portal, a: int, b: int, _c: int) -> None:
    """Makes a translation the original."""
    doc = _doc(portal, a)
    if doc:
        doc.original = sorted(doc.texts)[b % len(doc.texts)]


def bundle(portal: Portal, a: int, _b: int, _c: int) -> None:
    doc = _doc(portal, a)
    if doc:
        doc.bundle = not doc.bundle


def media(portal: Portal, a: int, b: int, c: int) -> None:
    """Other bytes of the same size in a picture or an attachment."""
    docs = [doc for _, doc in sorted(portal.docs.items()) if doc.bundle]
    if docs:
        doc = docs[a % len(docs)]
        doc.files[sorted(doc.files)[b % len(doc.files)]] = c % 3


def config(portal: Portal, a: int, b: int, _c: int) -> None:
    name = sorted(CONFIG)[a % len(CONFIG)]
    portal.config[name] = b % len(CONFIG[name])


def template(portal: Portal, a: int, b: int, _c: int) -> None:
    """Puts the site's own template in the place of the package's, which includes another; or takes it away."""
    portal.templates[a % max(1, len(shipped()))] = b % 4


def asset(portal: Portal, a: int, b: int, _c: int) -> None:
    portal.assets[a % len(OWN_ASSETS)] = b % 3


def catalogue(portal: Portal, a: int, b: int, c: int) -> None:
    portal.words[LANGS[a % len(LANGS)], b % len(MESSAGES)] = c % 3


def now(portal: Portal, a: int, _b: int, _c: int) -> None:
    portal.now = a % len(MOMENTS)


def code(portal: Portal, a: int, _b: int, _c: int) -> None:
    """Another version of the generator."""
    portal.code = a % 3


def ledger(portal: Portal, a: int, _b: int, _c: int) -> None:
    portal.ledger = a % len(LEDGERS)


def spoil(portal: Portal, a: int, _b: int, _c: int) -> None:
    portal.wrong.add(BREAKAGES[a % len(BREAKAGES)])


def mend(portal: Portal, _a: int, _b: int, _c: int) -> None:
    """Takes every mistake away, also slugs and aliases that two documents may share, and ambiguous ids."""
    portal.wrong.clear()
    for words in _texts(portal):
        words.slug = 0 if "{id}" not in SLUGS[words.slug] else words.slug
        words.alias = 0 if not all("{id}" in alias for alias in ALIASES[words.alias]) else words.alias
    for doc in portal.docs.values():
        doc.facts = {group: 0 if group in ("related", "about", "broader", "parent") else chosen
                     for group, chosen in doc.facts.items()}  # fmt: skip


EDITS: dict[str, Callable[[Portal, int, int, int], None]] = {
    "body": _words("body", BODIES),
    "title": _words("title", TITLES),
    "summary": _words("summary", SUMMARIES),
    "slug": _words("slug", SLUGS),
    "alias": _words("alias", ALIASES),
    "fact": fact,
    "add": add,
    "delete": delete,
    "rename": rename,
    "translate": translate,
    "original": original,
    "bundle": bundle,
    "media": media,
    "config": config,
    "template": template,
    "asset": asset,
    "catalogue": catalogue,
    "now": now,
    "code": code,
    "ledger": ledger,
    "spoil": spoil,
    "mend": mend,
}
WEIGHTS = {
    "fact": 9,
    "add": 4,
    "body": 3,
    "translate": 3,
    "now": 3,
    "config": 2,
    "media": 2,
    "template": 2,
    "delete": 2,
}
LARGEST = 60
"""The numbers of an edit are below it: more than there are of anything."""


def random_edit(chance: random.Random) -> Edit:
    names = [name for name in EDITS if name != "mend"]
    (name,) = chance.choices(names, [WEIGHTS.get(name, 1) for name in names])
    return Edit(name, chance.randrange(LARGEST), chance.randrange(LARGEST), chance.randrange(LARGEST))


def random_script(seed: int, steps: int = 8) -> Script:
    """A portal built up in one group, and then edited; in some groups all mistakes are mended first."""
    chance = random.Random(seed)
    script = [[Edit("add", chance.randrange(LARGEST), chance.randrange(LARGEST), chance.randrange(LARGEST))
               for _ in range(10)]]  # fmt: skip
    script[0] += [random_edit(chance) for _ in range(20)] + [Edit("mend")]
    for _ in range(steps):
        group = [random_edit(chance) for _ in range(chance.choice((0, 1, 1, 1, 1, 2, 3, 5)))]
        script.append([Edit("mend"), *group] if chance.random() < 0.4 else group)
    return script


def after(script: Iterable[Iterable[Edit]]) -> Portal:
    """The portal that a script leaves."""
    portal = Portal()
    for group in script:
        for edit in group:
            edit(portal)
    return portal
