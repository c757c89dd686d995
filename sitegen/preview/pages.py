"""The preview's own pages, and what it adds to those of the site. Built files are never touched.

All that is added comes from the preview's own addresses, so that a Content-Security-Policy of
`default-src 'self'` holds in the preview as it does in public.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sitegen.preview.gallery import Gallery
from sitegen.preview.standing import Standing
from sitegen.render.telling import Told

FACE = Path(__file__).parent / "face"
OWN = "_preview"
"""The first name of the addresses that are the preview's own; no language and no kind has it."""
REPORT = f"/{OWN}/report"
COMPONENTS = f"/{OWN}/components"
LAST_GOOD = "last-good"
"""The query that asks for the page as it was last built without errors."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FACE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def report(standing: Standing, client: str, last_good: str | None) -> bytes:
    """All that is wrong, or that a build is under way; `last_good` is where the good page still is."""
    page = _environment().get_template("report.html")
    parts = [(told, _marked(told)) for told in standing.told]
    return page.render(standing=standing, mistakes=parts, client=client, last_good=last_good, own=OWN).encode()


def _marked(told: Told) -> tuple[str, str, str]:
    """The excerpt before, in, and after the place that is meant."""
    end = max(told.end, told.start + 1)
    return told.line[: told.start], told.line[told.start : end], told.line[end:]


def components(client: str, shown: Gallery) -> bytes:
    """Every component of the site on one page."""
    return _environment().get_template("components.html").render(client=client, gallery=shown, own=OWN).encode()


def missing(client: str, home: str) -> bytes:
    """Said of an address that has no page, while the site has none that says so."""
    return _environment().get_template("missing.html").render(client=client, home=home, own=OWN).encode()


def with_client(page: bytes, client: str, standing: Standing, old: bool) -> bytes:
    """A built page that reloads itself; `old` says that it is the last good one while the site is broken."""
    added = _environment().get_template("head.html").render(client=client, own=OWN, old=old, bar=_has_bar(standing))
    page = _before(page, b"</head>", added.encode())
    if not _has_bar(standing):
        return page
    bar = _environment().get_template("bar.html").render(standing=standing, old=old, report=REPORT)
    return _before(page, b"</body>", bar.encode())


def _has_bar(standing: Standing) -> bool:
    return standing.state != "good" or bool(standing.told)


def _before(page: bytes, tag: bytes, added: bytes) -> bytes:
    """The page with something before a tag; at its end where it has none."""
    at = page.find(tag) if tag == b"</head>" else page.rfind(tag)
    return page + added if at < 0 else page[:at] + added + page[at:]
