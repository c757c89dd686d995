"""What is told of a document to those who search: the words it is found by, and by what it can be picked out.

A record is of one document in one language. Only words that readers of the language read are in it, and names: a page
whose text is in another language is found by the record of that language, which knows where the page is (`elsewhere`).
"""

import re
from dataclasses import dataclass
from html import escape

import msgspec

from sitegen.foundation.folding import fold
from sitegen.graph.answers import Card
from sitegen.kinds.person import Person
from sitegen.kinds.topic import Topic
from sitegen.model.moment import first_day
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.render import labels
from sitegen.render.naming import belonging, called, words
from sitegen.render.view import View

NAMES_WEIGH = 0.25
"""How much a name that belongs to a document weighs among its words: a topic's own page comes first."""

_WORD = re.compile(r"\w+")
WHOLE = frozenset("æøœðđþłıÆØŒÐĐÞŁ")
"""Letters that are not another one with a mark; the index itself finds å, ä and ö by a and o."""


@dataclass(frozen=True, slots=True)
class Record:
    """`words` is what the document is found by, as HTML; `title` what it is called there, and `called` what else.
    `lang` is the language of its text, where that is not the reader's. `day` and `last` are the days on which it begins
    and, if that is another, ends (ISO 8601); `status` is one that lists tell. `elsewhere` are languages whose readers
    are shown this text as another language's, and the links they have to it.
    """

    href: str
    words: str
    title: str
    called: tuple[str, ...]
    lang: str
    kind: str
    topics: tuple[str, ...]
    countries: tuple[str, ...]
    day: str
    last: str = ""
    status: str = ""
    elsewhere: tuple[tuple[str, str], ...] = ()


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    return _encoder.encode(record)


def decode(data: bytes) -> Record:
    return _decoder.decode(data)


def record(view: View, ref: Ref) -> Record:
    """The record of a document in the view's language."""
    shown, facets, card = view.shown(ref), view.facets(ref), view.card(ref)
    link, facts = view.link(ref), view.facts(ref)
    title, others, last = view.say.plain(facts.label), called(view, facts), _last(card)
    return Record(
        href=view.href(link.address) if link else "",
        words=_words(view, ref, title, others, (facets.day, last)),
        title=title,
        called=others,
        lang=view.say.foreign(shown.lang),
        kind=facets.kind,
        topics=tuple(each.id for each in facets.topics),
        countries=facets.countries,
        day=facets.day,
        last=last,
        status=card.status if card and labels.status(ref.kind, card.status) else "",
        elsewhere=_elsewhere(view, ref) if shown.standing == "own" and shown.lang == view.lang else (),
    )


def _last(card: Card | None) -> str:
    """The last day of an event of several days."""
    if card is None or card.when is None:
        return ""
    first, last = first_day(card.when.start), first_day(card.when.end)
    return last.isoformat() if last > first else ""


def _elsewhere(view: View, ref: Ref) -> tuple[tuple[str, str], ...]:
    """The links of those who are shown the text of this language, although they do not read it."""
    found = []
    for lang in view.frame.languages:
        other = view.reading(lang)
        shown, link = other.shown(ref), other.link(ref)
        if shown.standing == "fallback" and shown.lang == view.lang and link:
            found.append((lang, view.href(link.address)))
    return tuple(found)


def _words(view: View, ref: Ref, title: str, others: tuple[str, ...], days: tuple[str, ...]) -> str:
    """The title and what else it is called, the text, the names that belong to it, and words typed without æ and ø.

    The index takes what is named by `data-pagefind-meta` apart, to be shown or to be found by alone.
    """
    facts = view.facts(ref)
    text = (_introduction(view, facts), *view.body(ref).plain.splitlines())
    lines = [line for line in text if line.strip()]
    names = ", ".join((*others, *belonging(view, ref, days)))
    apart = {
        "title": title,
        "called": " ".join(others),
        "named": folded(" ".join((title, *others))),
        "folded": folded(" ".join((*lines, names))),
    }
    return "\n".join(
        (
            *(meta(name, said) for name, said in apart.items() if said),
            *(f"<p>{escape(each)}</p>" for each in lines or [title]),
            *([f'<p data-pagefind-weight="{NAMES_WEIGH}">{escape(names)}</p>'] if names else ()),
        )
    )


def meta(name: str, words: str) -> str:
    """Words of a record that are found but not shown, by the name that a search weighs them by."""
    return f'<p data-pagefind-meta="{name}" data-pagefind-ignore>{escape(words)}</p>'


def _introduction(view: View, facts: Facts) -> str:
    """What stands before the text: a person's role, what a topic is about, or a summary."""
    if isinstance(facts, Person):
        return words(view, facts.role)
    if isinstance(facts, Topic):
        return words(view, facts.description)
    return words(view, facts.summary)


def folded(text: str) -> str:
    """The words of a text that hold a letter of their own, as they are typed without it; each once, sorted."""
    return " ".join(sorted({fold(word) for word in _WORD.findall(text) if not WHOLE.isdisjoint(word)}))
