"""Directories: all of a kind by name in the reader's order, topics as the tree that `broader` makes of them."""

from dataclasses import dataclass
from typing import Any

from sitegen.graph.answers import Link, Said
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.words import Text
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a directory: a person's role and organisation, an organisation's short name and country."""

    link: Link
    note: Said | None
    organisation: Link | None
    country: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic with those below it."""

    link: Link
    summary: Said | None
    below: tuple["Branch", ...]


def listed(view: View, kind: str) -> tuple[Entry, ...]:
    """All documents of a kind, by name."""
    return tuple(_entry(view, ref, link) for ref, link in _by_name(view, view.refs("documents", kind)))


def tree(view: View) -> tuple[Branch, ...]:
    """The topics that have none above them, with all below; each level by name."""
    refs = view.refs("documents", "topic")
    above = {ref: _broader(view, ref) for ref in refs}
    return _branches(view, None, above)


def _branches(view: View, top: Ref | None, above: dict[Ref, Ref | None]) -> tuple[Branch, ...]:
    refs = tuple(ref for ref, broader in above.items() if broader == top)
    return tuple(Branch(link, _summary(view, ref), _branches(view, ref, above)) for ref, link in _by_name(view, refs))


def _broader(view: View, ref: Ref) -> Ref | None:
    """The topic above, unless it is a draft."""
    broader = view.topic(ref).broader
    return broader if broader and view.link(broader) else None


def _summary(view: View, ref: Ref) -> Said | None:
    """What a topic is, in few words; its description without markup if it has no summary."""
    facts = view.topic(ref)
    if facts.summary:
        return view.say.said(facts.summary)
    if facts.description is None:
        return None
    lang, words = facts.description.in_order(view.frame.reading_order)
    return Said(words.plain, lang)


def _by_name(view: View, refs: tuple[Ref, ...]) -> list[tuple[Ref, Link]]:
    say = view.say
    named = [(ref, link) for ref in refs if (link := view.link(ref))]
    key: Any = lambda pair: (say.order(pair[1].title.words), pair[0])  # noqa: E731
    return sorted(named, key=key)


def _entry(view: View, ref: Ref, link: Link) -> Entry:
    facts: Facts = view.facts(ref)
    note: Text | None = getattr(facts, "role", None) or getattr(facts, "short_name", None)
    of: Ref | None = getattr(facts, "organisation", None)
    country: str | None = getattr(facts, "country", None)
    return Entry(link, view.say.said(note) if note else None, view.link(of) if of else None, country or "")
