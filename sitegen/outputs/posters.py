"""The cards of pages: one for each document that people pass on, in each of its languages, and one for the site."""

from collections.abc import Iterator

from sitegen.engine.output import Output
from sitegen.graph.posters import poster, posters
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.posters.lettering import lettering
from sitegen.render.view import View

NAME = "posters"


def plan(site: Site) -> Iterator[Output]:
    for ref, lang in posters(site):
        found = poster(site, ref, lang)
        if found:
            yield Output(found.address, NAME, (lang, ref))


def render(output: Output, view: View) -> bytes:
    from sitegen.render.posters.draw import draw  # Pillow is slow to import, and perhaps not there

    ref = output.args[1]
    found = view.poster(Ref.of(ref) if ref else None)
    if found is None:
        raise LookupError(output.path)
    return draw(lettering(found, view))


FAMILY = Family(NAME, plan, render)
