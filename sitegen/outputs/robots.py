"""robots.txt (RFC 9309): everything may be read, and where the sitemap is."""

from collections.abc import Iterable

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "robots"


def plan(site: Site) -> Iterable[Output]:
    yield Output("robots.txt", NAME, (site.config.tags[0],))


def render(_output: Output, view: View) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {view.absolute('sitemap.xml')}\n".encode()


FAMILY = Family(NAME, plan, render)
