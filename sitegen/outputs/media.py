"""Pictures and attachments of documents, as they are."""

from collections.abc import Iterable
from typing import cast

from sitegen.engine.output import Output
from sitegen.graph.questions import media
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "media"


def plan(site: Site) -> Iterable[Output]:
    """Each file beside a published document."""
    for ref, files in site.files.items():
        if ref in site.entities:
            for file in files:
                yield Output(media(site, str(ref), file.name), NAME, ("", str(ref), file.name))


def render(output: Output, view: View) -> bytes:
    """The file as it is."""
    _, ref, name = output.args
    return cast(bytes, view.lens("media_bytes", ref, name))


FAMILY = Family(NAME, plan, render)
