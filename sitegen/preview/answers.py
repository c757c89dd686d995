"""What is answered to an address, as a value. Knows the published tree and how the preview stands."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.preview import pages
from sitegen.preview.address import Address
from sitegen.preview.gallery import gallery
from sitegen.preview.pages import FACE, LAST_GOOD, OWN
from sitegen.preview.standing import Standing
from sitegen.preview.tree import HTML, Other, kind_of, read

PLAIN = "text/plain; charset=utf-8"
INDEX = "index.html"
MISSING = "404.html"
OWN_FILES = ("preview.css", "preview.js")


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, media type and bytes, or where else to look."""

    status: int
    kind: str = PLAIN
    body: bytes = b""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """An admitted request: its address, the parts of its query, and the address of the reloading client."""

    address: Address
    query: tuple[str, ...] = ()
    client: str = "/livereload.js"

    @property
    def wants_old(self) -> bool:
        """Whether the page is wanted as it was before the site broke."""
        return LAST_GOOD in self.query


def answer(asked: Asked, standing: Standing, output: Path) -> Answer:
    """The answer to a request, at this moment."""
    names = asked.address.names
    if names[:1] == (OWN,):
        return _own(asked, standing, output)
    if not names and standing.prefix:
        return Answer(302, location=standing.home + _again(asked))
    depth = len(standing.prefix)
    inside = names[:depth] == standing.prefix
    below = names[depth:] + ((INDEX,) if asked.address.folder else ())
    found = read(output, below) if inside else Other.NOTHING
    if found is Other.FOLDER and read(output, (*below, INDEX)) is not Other.NOTHING:
        return Answer(302, location=Address(names).path + _again(asked))
    kind = kind_of(below[-1]) if isinstance(found, bytes) else HTML
    if kind == HTML and (standing.state == "building" or (standing.state == "broken" and not asked.wants_old)):
        return _report(asked, standing, output)
    if not isinstance(found, bytes):
        return _missing(asked, standing, output, below if inside else ())
    return Answer(200, kind, _alive(found, asked, standing) if kind == HTML else found)


def _again(asked: Asked) -> str:
    return f"?{'&'.join(asked.query)}" if asked.query else ""


def _alive(page: bytes, asked: Asked, standing: Standing) -> bytes:
    return pages.with_client(page, asked.client, standing, standing.state == "broken")


def _report(asked: Asked, standing: Standing, output: Path) -> Answer:
    """The page of errors. Its status is 200: the preview did what it was asked, and no browser hides it."""
    here = asked.address.path if asked.address.names[:1] != (OWN,) else standing.home
    query = "&".join((*(each for each in asked.query if each != LAST_GOOD), LAST_GOOD))
    last_good = f"{here}?{query}" if output.is_dir() else None
    return Answer(200, HTML, pages.report(standing, asked.client, last_good))


def _missing(asked: Asked, standing: Standing, output: Path, below: tuple[str, ...]) -> Answer:
    """The site's own page for what is not there, in the language of the address if it can be told."""
    for path in ((*below[:1], MISSING), (MISSING,)):
        page = read(output, path)
        if isinstance(page, bytes):
            return Answer(404, HTML, _alive(page, asked, standing))
    return Answer(404, HTML, pages.missing(asked.client, standing.home))


def _own(asked: Asked, standing: Standing, output: Path) -> Answer:
    """One of the preview's own pages and files."""
    name = "/".join(asked.address.names[1:])
    if asked.address.path == pages.REPORT:
        return _report(asked, standing, output)
    if asked.address.path == pages.COMPONENTS:
        shown = gallery(output, standing.prefix, next(iter(asked.query), standing.lang))
        return Answer(200, HTML, pages.components(asked.client, shown))
    if name in OWN_FILES and not asked.address.folder:
        return Answer(200, kind_of(name), (FACE / name).read_bytes())
    return Answer(404, PLAIN, b"There is no such file.\n")
