"""Documents as things of schema.org. A person's e-mail address and telephone number stay out.

A project has no type of its own that fits: schema.org's `Project` is a sort of organisation. Its page is told
as a page, whose main thing is that organisation of the partners.
"""

from collections.abc import Callable, Mapping

from sitegen.kinds.organisation import Organisation
from sitegen.kinds.person import Person
from sitegen.render.anatomy.common import Common
from sitegen.render.jsonld.events import event
from sitegen.render.jsonld.parties import authors, linked, organisations, publisher
from sitegen.render.jsonld.pictures import own_picture, picture
from sitegen.render.jsonld.things import Thing, thing
from sitegen.render.page import Page
from sitegen.render.view import View


def described(view: View, doc: Common, page: Page) -> tuple[Thing, ...]:
    """What the page of a document is about."""
    return (_DESCRIBED.get(doc.ref.kind, _page)(view, doc, page),)


def _event(view: View, doc: Common, page: Page) -> Thing:
    return event(view, view.event(doc.ref), doc, page)


def _news(view: View, doc: Common, page: Page) -> Thing:
    facts = view.news(doc.ref)
    return thing(
        "NewsArticle",
        headline=page.title.words,
        description=page.description.words if page.description else "",
        url=page.canonical,
        mainEntityOfPage=page.canonical,
        inLanguage=doc.shown.lang or view.lang,
        datePublished=str(facts.published),
        dateModified=str(facts.updated or facts.published),
        image=picture(view, doc, page),
        author=authors(view, facts.authors) or publisher(view),
        publisher=publisher(view),
        about=_topics(doc),
    )


def _organisation(view: View, doc: Common, page: Page) -> Thing:
    facts = doc.facts
    assert isinstance(facts, Organisation)
    parent = view.link(facts.parent) if facts.parent else None
    former = tuple(view.say.plain(each.name) for each in facts.former_names)
    return thing(
        "Organization",
        name=page.title.words,
        alternateName=((view.say.plain(facts.short_name),) if facts.short_name else ()) + former,
        description=page.description.words if page.description else "",
        url=facts.url or page.canonical,
        mainEntityOfPage=page.canonical,
        logo=own_picture(view, doc),
        email=facts.email,
        taxID=facts.number,
        address=thing("PostalAddress", addressCountry=facts.country) if facts.country else None,
        parentOrganization=linked(view, parent, "Organization"),
    )


def _person(view: View, doc: Common, page: Page) -> Thing:
    facts = doc.facts
    assert isinstance(facts, Person)
    of = view.link(facts.organisation) if facts.organisation else None
    about = thing(
        "Person",
        name=page.title.words,
        description=page.description.words if page.description else "",
        url=facts.url or page.canonical,
        image=own_picture(view, doc),
        jobTitle=view.say.plain(facts.role) if facts.role else "",
        worksFor=linked(view, of, "Organization"),
    )
    return _page(view, doc, page, "ProfilePage", about)


def _project(view: View, doc: Common, page: Page) -> Thing:
    facts = view.project(doc.ref)
    about = thing(
        "Project",
        name=page.title.words,
        description=page.description.words if page.description else "",
        url=page.canonical,
        image=picture(view, doc, page),
        member=organisations(view, (each.organisation for each in facts.partners)),
        parentOrganization=organisations(view, facts.lead),
        funder=organisations(view, facts.funders),
    )
    return _page(view, doc, page, "WebPage", about)


def _topic(view: View, doc: Common, page: Page) -> Thing:
    about = thing("DefinedTerm", name=page.title.words, url=page.canonical)
    return _page(view, doc, page, "CollectionPage", about)


def _page(view: View, doc: Common, page: Page, sort: str = "WebPage", main: Thing | None = None) -> Thing:
    """A page as itself, whatever it is about."""
    return thing(
        sort,
        name=page.title.words,
        description=page.description.words if page.description else "",
        url=page.canonical,
        inLanguage=doc.shown.lang or view.lang,
        datePublished=str(doc.facts.published or ""),
        dateModified=str(doc.facts.updated or ""),
        mainEntity=main,
        about=_topics(doc),
        publisher=publisher(view),
    )


def _topics(doc: Common) -> tuple[Thing, ...]:
    return tuple(thing("Thing", name=each.title.words) for each in doc.topics)


_DESCRIBED: Mapping[str, Callable[[View, Common, Page], Thing]] = {
    "event": _event,
    "news": _news,
    "organisation": _organisation,
    "person": _person,
    "project": _project,
    "topic": _topic,
}
