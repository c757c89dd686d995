"""Pictures and attachments of documents: attachments and drawings as they are, other pictures made anew in sizes."""

from collections.abc import Iterable
from typing import cast

from sitegen.engine.output import Output
from sitegen.graph.pictures import media, variants
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "media"


def plan(site: Site) -> Iterable[Output]:
    """Each file beside a published document; a picture that can be worked on in all its variants."""
    for ref, files in site.files.items():
        for file in files if ref in site.entities else ():
            made = variants(ref, file)
            for each in made:
                yield Output(each.address, NAME, ("", str(ref), file.name, each.format, f"{each.width}x{each.height}"))
            if not made:
                yield Output(media(site, str(ref), file.name), NAME, ("", str(ref), file.name))


def render(output: Output, view: View) -> bytes:
    """The file as it is, or the picture that is made of it."""
    _, ref, name, *variant = output.args
    data = cast(bytes, view.lens("media_bytes", ref, name))
    if not variant:
        return data
    from sitegen.render.pictures.encode import encode  # Pillow is slow to import, and few builds make pictures

    width, _, height = variant[1].partition("x")
    return encode(data, variant[0], (int(width), int(height)))


FAMILY = Family(NAME, plan, render)
