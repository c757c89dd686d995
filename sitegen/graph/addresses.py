"""Where everything is published: addresses below the site's base, such as `nb/arrangementer/meeting/`.

An address ends with a slash for a page and with a file name for all else; it never begins with a slash.
"""

from collections.abc import Iterable, Mapping

from sitegen.content.configuration import PATH
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import normalised
from sitegen.graph.entity import Entity
from sitegen.graph.site import Site
from sitegen.kinds import BY_NAME
from sitegen.model.config import Config
from sitegen.model.kind import ByLang
from sitegen.model.problems import report
from sitegen.model.reference import Ref
from sitegen.model.words import ANY

SECTIONS: Mapping[str, ByLang] = {
    **{name: kind.url_words for name, kind in BY_NAME.items() if kind.url_words},
    "calendar": (("da", "kalender"), ("nb", "kalender"), ("nn", "kalender"), ("sv", "kalender")),
    "country": (("da", "lande"), ("nb", "land"), ("nn", "land"), ("sv", "lander")),
    "deadlines": (("da", "frister"), ("nb", "frister"), ("nn", "fristar"), ("sv", "tidsfrister")),
    "search": (("da", "sog"), ("nb", "sok"), ("nn", "sok"), ("sv", "sok")),
    "series": (("da", "serier"), ("nb", "serier"), ("nn", "seriar"), ("sv", "serier")),
}
"""The word that stands for each section in addresses, per language; elsewhere its own name does."""

DATED = ("event", "news")
"""Sections with an archive for each year below them."""

GROUPED = ("calendar", "country", "series")
"""Sections with calendars of years, countries and series below them."""

PAGED = ("calendar", "country")
"""Sections with pages of months and of countries below them."""

FOLDERS = ("assets", "media", "search")
FILES = (
    "404.html",
    "_redirects",
    "index.html",
    "redirects.caddy",
    "redirects.nginx.conf",
    "robots.txt",
    "sitemap.xml",
)
FEEDS = (".ics", ".jcal", ".xml")
"""What the site publishes besides pages: folders and files of its own, and the endings of a page's feeds."""


def section(config: Config, name: str, lang: str) -> str:
    """The address of a section's front page."""
    words = {**dict(SECTIONS[name]), **dict(dict(config.url_words).get(name, ()))}
    return f"{lang}/{words.get(lang, name)}/"


def document_address(config: Config, entity: Entity, lang: str) -> str:
    """The address of a document's page in a language: by the slug of the text that it shows, else by its id."""
    slugs = dict(entity.facts.slug.entries) if entity.facts.slug else {}
    shown = next((each for each in config.reading_order(lang) if each in entity.langs), lang)
    slug = slugs.get(shown) or slugs.get(ANY) or entity.ref.id
    below = section(config, entity.ref.kind, lang) if BY_NAME[entity.ref.kind].url_words else f"{lang}/"
    return f"{below}{slug}/"


def all_addresses(config: Config, entities: Iterable[Entity]) -> dict[tuple[Ref, str], str]:
    """The address of every document in every language."""
    return {(entity.ref, lang): document_address(config, entity, lang) for entity in entities for lang in config.tags}


def reserved(config: Config) -> dict[str, str]:
    """Addresses that the site itself needs, and what for."""
    fixed = {f"{name}/": name for name in FOLDERS}
    own = {f"{lang}/": lang for lang in config.tags}
    return {
        **fixed,
        **own,
        **{section(config, name, lang): name for name in SECTIONS for lang in config.tags},
    }


def check_addresses(site: Site) -> list[Diagnostic]:
    """Two documents at one address, and aliases that hide a page or each other."""
    taken = reserved(site.config)
    wrong = []
    for (ref, lang), address in site.addresses.items():
        entity = site.entities[ref]
        if not site.has_page(entity, lang):
            continue
        other = taken.setdefault(address, str(ref))
        where = entity.place_of("slug", lang)
        if other != str(ref):
            wrong.append(report("address-taken", where, address=f"/{address}", other=other))
        elif ref.kind in DATED and _is_year(address):
            wrong.append(report("address-year", where, address=f"/{address}"))
    return [*_sections(site.config), *_once_each(wrong), *_aliases(site, taken)]


def _sections(config: Config) -> list[Diagnostic]:
    """Two sections that `site.yaml` gives one word."""
    seen: dict[str, str] = {}
    wrong = []
    for lang in config.tags:
        for name in SECTIONS:
            address = section(config, name, lang)
            other = seen.setdefault(address, name)
            if other != name:
                wrong.append(report("address-taken", Span(PATH), address=f"/{address}", other=other))
    return wrong


def _is_year(address: str) -> bool:
    """Whether an address is that of a year's archive: four digits."""
    last = address.rstrip("/").rpartition("/")[2]
    return len(last) == 4 and last.isdigit()


def _once_each(wrong: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One complaint a place, although the clash is there in every language."""
    return list({diagnostic.span: diagnostic for diagnostic in reversed(list(wrong))}.values())[::-1]


def _aliases(site: Site, taken: Mapping[str, str]) -> list[Diagnostic]:
    stated = [
        (alias_file(alias), alias, span, entity.name)
        for entity in site.entities.values()
        for version in entity.versions
        for alias, span in version.aliases
    ]
    kept = {alias_file(address): address for address in site.ledger.feeds}
    files = {**kept, **_files(site.config, taken), **{parent: file for file, *_ in stated for parent in _above(file)}}
    seen: dict[str, str] = {}
    wrong = []
    for file, alias, span, ref in stated:
        other = files.get(file) or _kept(site.config, taken, file)
        first = seen.setdefault(file, ref)
        if other:
            wrong.append(report("alias-taken", span, address=alias, other=other))
        elif first != ref:
            wrong.append(report("alias-twice", span, address=alias))
    return wrong


def alias_file(alias: str) -> str:
    """The file that an alias stands for, as disks see it that ignore case and how letters are composed."""
    return normalised(published_at(alias.lstrip("/"))).casefold()


def _files(config: Config, taken: Mapping[str, str]) -> dict[str, str]:
    """The files of the site itself, and what each is: pages, their feeds, and what robots and servers read."""
    pages = {published_at(address): other for address, other in taken.items()}
    feeds = {address[:-1] + ending: other for address, other in taken.items() for ending in FEEDS}
    missing = {f"{lang}/{name}": lang for lang in config.tags for name in ("404.html", "feed.json")}
    return {**feeds, **missing, **{name: name for name in FILES}, **pages}


def _above(file: str) -> list[str]:
    """The folders that hold a file."""
    return [file[:at] for at, character in enumerate(file) if character == "/"]


def _kept(config: Config, taken: Mapping[str, str], file: str) -> str:
    """What a file is kept for that comes and goes with the content: assets, pictures, feeds, years."""
    parts = file.removesuffix("/index.html").split("/")
    if parts[0] in FOLDERS:
        return parts[0]
    page = "/".join(parts[:-1]) + "/"
    if parts[-1].endswith(FEEDS) and page in taken:
        return taken[page]
    grouped = {section(config, name, lang) for name in GROUPED for lang in config.tags}
    if parts[-1].endswith(FEEDS) and any("/".join(parts).startswith(each) for each in grouped):
        return "/".join(parts[:2])
    paged = {section(config, name, lang) for name in PAGED for lang in config.tags}
    if any("/".join(parts).startswith(each) for each in paged):
        return "/".join(parts[:2])
    dated = {section(config, name, lang) for name in DATED for lang in config.tags}
    return page + parts[-1] if _is_year(parts[-1]) and page in dated else ""


def published_at(address: str) -> str:
    """The file that answers an address: a folder's index page, or the file itself."""
    last = address.rpartition("/")[2]
    if not last:
        return f"{address}index.html"
    return address if "." in last else f"{address}/index.html"
