"""What searching finds each document by, in each language in which readers have its words. Not published: the
index of a language is made of them.
"""

from collections.abc import Iterator

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.record import encode, record
from sitegen.render.view import View

NAME = "records"


def plan(site: Site) -> Iterator[Output]:
    """A record for each document and language, but for those whose page there shows another language's words."""
    for entity in site.entities.values():
        for lang in site.config.tags:
            if site.standing(entity, lang)[1] != "fallback":
                yield Output(f"{NAME}/{lang}/{entity.ref}", NAME, (lang, entity.name))


def render(output: Output, view: View) -> bytes:
    return encode(record(view, Ref.of(output.args[1])))


FAMILY = Family(NAME, plan, render)
