"""`missing-contact`: a person's e-mail address in a text that the contacts do not have. It would stay for ever."""

from collections.abc import Iterator

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.folding import fold
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.kinds.event import Event
from sitegen.kinds.organisation import Organisation
from sitegen.kinds.person import Person
from sitegen.model.problems import report
from sitegen.model.prose import Mail


def check(site: Site, entity: Entity, version: Version) -> Iterator[Diagnostic]:
    if not version.claims.mails:
        return
    known = _known(site, entity)
    told: set[str] = set()
    for mail in version.claims.mails:
        address = mail.address.casefold()
        if address not in told and not _is_known(mail, known):
            told.add(address)
            yield report("missing-contact", mail.span, value=mail.address, person=mail.name)


def _known(site: Site, entity: Entity) -> set[str]:
    """The addresses of the contacts, and their names, folded; those of the document's own subject as well."""
    found = _addresses(entity)
    for contact in entity.facts.contacts:
        for ref in (contact.person, contact.organisation):
            other = site.entities.get(ref) if ref else None
            found |= _addresses(other) if other else set()
    if isinstance(entity.facts, Event) and entity.facts.registration:
        found.add((entity.facts.registration.email or "").casefold())
    return found


def _addresses(entity: Entity) -> set[str]:
    facts = entity.facts
    if not isinstance(facts, Person | Organisation):
        return set()
    return {(facts.email or "").casefold(), *(fold(words) for _, words in facts.name.entries)}


def _is_known(mail: Mail, known: set[str]) -> bool:
    name = set(fold(mail.name).split())
    return mail.address.casefold() in known or any(name <= set(each.replace("-", " ").split()) for each in known)
