"""What a document may be looked for by besides its own text: its other names, and what belongs to it.

Only words that the view's readers read, as they stand on the document's page, and names of organisations.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from sitegen.kinds.event import Event, Venue
from sitegen.kinds.news import News
from sitegen.kinds.organisation import Organisation
from sitegen.kinds.person import Person
from sitegen.kinds.project import Project
from sitegen.kinds.topic import Topic
from sitegen.model.fields import Party
from sitegen.model.records import Facts
from sitegen.model.reference import Ref
from sitegen.model.words import ANY, Prose, Text
from sitegen.render.anatomy.people import parties
from sitegen.render.locale import dates
from sitegen.render.view import View


def called(view: View, facts: Facts) -> tuple[str, ...]:
    """What else an organisation is called: for short, before, in any language; a topic, in those that are read."""
    names: list[str] = []
    if isinstance(facts, Organisation):
        names += [words for _, words in facts.name.entries]
        names += [view.say.plain(each) for each in (facts.short_name, *(each.name for each in facts.former_names))]
    if isinstance(facts, Topic):
        names += [words for lang, words in facts.name.entries if is_read(view, lang)]
    return tuple(each for each in dict.fromkeys(names) if each and each != view.say.plain(facts.label))


def belonging(view: View, ref: Ref, days: Iterable[str]) -> list[str]:
    """Its people, places and parts, its topics and countries, and the months of its days (ISO 8601)."""
    facts = view.facts(ref)
    whom = (each.person or each.organisation for each in view.contacts(ref))
    months = (dates.written(date.fromisoformat(day), "MMMM yyyy", view.lang) for day in days if day)
    said = [
        *_of_kind(view, facts),
        *_titles(view, [each for each in whom if each]),
        *facts.cpv,
        *_titles(view, facts.topics),
        *(view.say.country(code) for code in view.facets(ref).countries),
        *months,
    ]
    return [each for each in dict.fromkeys(said) if each]


def is_read(view: View, lang: str) -> bool:
    """Whether the view's readers read a language, or words are the same in all."""
    return lang == ANY or lang in view.frame.reads


def words(view: View, given: Text | Prose | None) -> str:
    """Words of a document, if they are in a language that is read; of prose without its markup."""
    if given is None:
        return ""
    lang, said = given.in_order(view.frame.reading_order)
    plain = said if isinstance(said, str) else " ".join(said.plain.split())
    return plain if is_read(view, lang) else ""


def _of_kind(view: View, facts: Facts) -> Iterator[str]:
    if isinstance(facts, Event):
        yield from _event(view, facts)
    elif isinstance(facts, Project):
        yield from _project(view, facts)
    elif isinstance(facts, News):
        yield from _titles(view, (*facts.authors, *facts.about))
    elif isinstance(facts, Person):
        yield from _titles(view, [facts.organisation] if facts.organisation else [])
        yield from filter(None, (facts.email, facts.phone))
    elif isinstance(facts, Organisation):
        yield from _titles(view, [facts.parent] if facts.parent else [])
        yield from filter(None, (facts.number, facts.email))
    elif isinstance(facts, Topic) and facts.broader:
        yield from _titles(view, [facts.broader])


def _event(view: View, event: Event) -> Iterator[str]:
    yield from _place(view, event.venue)
    yield words(view, event.online.title) if event.online else ""
    yield from _titles(view, (*event.organisers, *event.projects, *event.funders))
    for item in event.programme:
        yield words(view, item.title)
        yield from _parties(view, item.speakers)
        yield from _place(view, item.venue)
        yield words(view, item.prose)
    yield from (words(view, each.title) for each in event.deadlines)
    yield words(view, event.audience)
    yield words(view, event.status_note)
    if event.registration:
        yield words(view, event.registration.price)
        yield words(view, event.registration.note)


def _project(view: View, project: Project) -> Iterator[str]:
    yield from _titles(view, (*project.lead, *(each.organisation for each in project.partners), *project.funders))
    yield from (words(view, each.role) for each in project.partners)
    yield from _parties(view, project.steering)
    for step in project.process:
        yield words(view, step.title)
        yield words(view, step.place)
        yield words(view, step.prose)


def _place(view: View, venue: Venue | None) -> Iterator[str]:
    if venue:
        yield from (view.say.plain(each) for each in (venue.name, venue.room, venue.city) if each)
        yield venue.street or ""


def _titles(view: View, refs: Iterable[Ref]) -> Iterator[str]:
    """What other documents are called, an organisation also for short; none of a draft."""
    for ref in refs:
        link = view.link(ref)
        if link and is_read(view, link.title.lang):
            yield link.title.words
            known = view.organisation(ref) if ref.kind == "organisation" else None
            yield words(view, known.short_name) if known else ""


def _parties(view: View, given: Iterable[Party]) -> Iterator[str]:
    said = (each.link.title if each.link else each.words for each in parties(view, given))
    return (each.words for each in said if each)
