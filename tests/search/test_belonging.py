"""What documents are found by besides their texts: each word stands in the records of those that it belongs to."""

import json
from pathlib import Path

import pytest

from .samples import FILES, Place

SITE = {
    "site.yaml": FILES["site.yaml"],
    "content/topics/ren.md": (
        "---\nname: {nb: Rene kjøp, nn: Reine kjøp, sv: Rena köp}\n"
        "description: {nb: Om såpevalg, sv: Om tvålval}\nbroader: vask\n---\n"
    ),
    "content/topics/vask.md": "---\nname: {nb: Vaskekrav, sv: Tvättkrav}\n---\n",
    "content/organisations/etat.md": (
        "---\nname: {nb: Prøveetaten, da: Samplebureau}\nshort_name: PRE\nnumber: '991825827'\nparent: departement\n"
        "email: post@example.org\nformer_names: [{name: Gammeletaten}]\n---\n"
    ),
    "content/organisations/departement.md": "---\nname: Prøvedepartementet\nshort_name: PDEP\n---\n",
    "content/people/kari.md": (
        "---\nname: Kari Prøve\nrole: {nb: Kjøpsleder, sv: Inköpsledare}\norganisation: etat\n"
        "phone: +47 22 00 00 00\n---\n"
    ),
    "content/events/mote.nb.md": (
        "---\ntitle: Et møte\nstart: 2027-03-30 10:00\nend: 2027-04-02 12:00\n"
        "organisers: [etat]\nprojects: [prosjekt]\n"
        "venue: {name: Rådhuset, room: Storesal, street: Sidegata 5, city: Vik, country: 'NO'}\n"
        "online: {url: 'https://example.org/', title: Videostua}\naudience: Kokkelag\nstatus_note: Flyttebeskjed\n"
        "registration: {deadline: 2027-03-01, price: Gratisk, note: Tolkehjelp.}\nfunders: [departement]\n"
        "deadlines: [{key: a, title: Innspillsfrist, at: 2027-02-01}]\n"
        "programme: [{title: Matprat, start: '2027-03-30 10:00', speakers: [kari, 'Ola Talerud'],\n"
        "  prose: Suppeservering.}]\n"
        "contacts: [{person: kari, role: Verten}]\n---\nOrd.\n"
    ),
    "content/projects/prosjekt.nb.md": (
        "---\ntitle: Et prosjekt\nstatus: planning\nlead: [etat]\nsteering: [departement]\nfunders: [departement]\n"
        "partners: [{organisation: etat, role: Pilotvert}]\n"
        "process: [{key: a, title: Kartleggingstid, place: Fjordheim, prose: Spørreskjema.}]\n---\nOrd.\n"
    ),
    "content/news/nytt.nb.md": (
        "---\ntitle: Noe nytt\npublished: 2026-02-03\nauthors: [kari]\nabout: [prosjekt]\n"
        "summary: Ingressord.\n---\nOrd.\n"
    ),
}
TOPIC, PARENT = "/nb/temaer/ren/", "/nb/temaer/vask/"
OFFICE, MINISTRY = "/nb/organisasjoner/etat/", "/nb/organisasjoner/departement/"
PERSON, EVENT = "/nb/personer/kari/", "/nb/arrangementer/mote/"
PROJECT, NEWS = "/nb/prosjekter/prosjekt/", "/nb/nyheter/nytt/"
FOUND = {
    "såpevalg": {TOPIC},
    "reine": {TOPIC},
    "vaskekrav": {TOPIC, PARENT},
    "samplebureau": {OFFICE},
    "gammeletaten": {OFFICE},
    "991825827": {OFFICE},
    "post": {OFFICE},
    "pdep": {OFFICE, MINISTRY, EVENT, PROJECT},
    "pre": {OFFICE, PERSON, EVENT, PROJECT},
    "kjøpsleder": {PERSON},
    "kari": {PERSON, EVENT, NEWS},
    "rådhuset": {EVENT},
    "storesal": {EVENT},
    "sidegata": {EVENT},
    "vik": {EVENT},
    "videostua": {EVENT},
    "kokkelag": {EVENT},
    "flyttebeskjed": {EVENT},
    "gratisk": {EVENT},
    "tolkehjelp": {EVENT},
    "innspillsfrist": {EVENT},
    "matprat": {EVENT},
    "talerud": {EVENT},
    "suppeservering": {EVENT},
    "mars": {EVENT},
    "april": {EVENT},
    "2027": {EVENT},
    "pilotvert": {PROJECT},
    "kartleggingstid": {PROJECT},
    "fjordheim": {PROJECT},
    "spørreskjema": {PROJECT},
    "prosjekt": {PROJECT, EVENT, NEWS},
    "februar": {NEWS},
    "ingressord": {NEWS},
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The links of the documents in which each word of the index for bokmål stands."""
    place = Place(tmp_path_factory.mktemp("site"), SITE)
    place.build()
    folder = Path(place.root, "kept/search/nb")
    links = [each["href"] for each in json.loads((folder / "facets.json").read_text("utf-8")).values()]
    words: dict[str, set[str]] = {}
    for path in (folder / "words").iterdir():
        told = json.loads(path.read_text("utf-8"))
        words |= {word: {links[at] for at in places} for word, places in told.items()}
    return words


@pytest.mark.parametrize("word", FOUND)
def test_what_belongs_to_a_document_finds_it(word: str, said: dict[str, set[str]]) -> None:
    assert said[word] == FOUND[word]


def test_what_its_readers_do_not_read_does_not(said: dict[str, set[str]]) -> None:
    """Names of organisations are the same for all; topics and roles have others in each language."""
    assert not {"tvålval", "rena", "tvättkrav", "inköpsledare"} & said.keys()
