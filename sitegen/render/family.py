"""A family of outputs: what is to be published, and how each is written. The shape of every file in `outputs/`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.engine.output import Files, Output
from sitegen.graph.site import Site
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Family:
    """`plan` says which outputs there are; `render` makes one of them, by asking its view alone.

    Each output names its family as its recipe, and has the language of its readers as its first argument
    (empty where it speaks none).
    """

    name: str
    plan: Callable[[Site], Iterable[Output]]
    render: Callable[[Output, View], bytes | Files]
