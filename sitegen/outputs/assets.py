"""The theme's files: stylesheet, scripts, pictures. Their addresses carry their digests."""

from collections.abc import Iterable
from typing import cast

from sitegen.engine.output import Output
from sitegen.graph.site import Site
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "assets"


def plan(_site: Site) -> Iterable[Output]:
    """None: which there are is known by the theme, and planned where it is."""
    return ()


def render(output: Output, view: View) -> bytes:
    """The file as it is."""
    return cast(bytes, view.lens("asset_bytes", output.args[1]))


FAMILY = Family(NAME, plan, render)
