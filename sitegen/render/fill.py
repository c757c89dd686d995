"""A body's holes, filled for one reader: links lead into the reader's language, blocks show facts."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from markupsafe import Markup

from sitegen.graph.answers import Link
from sitegen.model.body import Body, Hole
from sitegen.model.reference import Ref


class Places(Protocol):
    """What must be known to fill a body."""

    lang: str

    def link(self, ref: Ref) -> Link | None: ...
    def href(self, address: str) -> str: ...
    def anchor(self, ref: Ref, anchor: str) -> str: ...
    def media(self, ref: Ref, name: str) -> str: ...
    def picture(self, ref: Ref, name: str, alt: str, lang: str = "", *, first: bool = False) -> Markup: ...


def fill(body: Body, ref: Ref, places: Places, blocks: Mapping[str, Markup], *, first: bool = False) -> Markup:
    """The HTML of a body that belongs to the document `ref`; `first` if its first picture is the page's first.

    A link to a draft keeps its text and loses its address. A block without facts leaves nothing.
    """
    return Markup("".join(_pieces(body, ref, places, blocks, first)))


def _pieces(body: Body, ref: Ref, places: Places, blocks: Mapping[str, Markup], first: bool) -> Iterator[str]:
    for segment in body.segments:
        if isinstance(segment, str):
            yield segment
        elif segment.sort == "link":
            yield _link(segment, places)
        elif segment.sort == "title":
            found = places.link(Ref.of(segment.target))
            yield Markup('<span lang="{}">{}</span>').format(found.title.lang, found.title.words) if found else ""
        elif segment.sort == "image":
            yield places.picture(ref, segment.target, segment.text, first=first)
            first = False
        elif segment.sort == "file":
            address = places.href(places.media(ref, segment.target))
            yield Markup('<a href="{}">').format(address + (f"#{segment.anchor}" if segment.anchor else ""))
        else:
            yield blocks.get(segment.target, "")


def _link(hole: Hole, places: Places) -> str:
    target = Ref.of(hole.target)
    found = places.link(target)
    if found is None:
        return "<a>"
    anchor = places.anchor(target, hole.anchor) if hole.anchor else ""
    address = places.href(found.address) + (f"#{anchor}" if anchor else "")
    if found.lang == places.lang:
        return Markup('<a href="{}">').format(address)
    return Markup('<a href="{}" hreflang="{}">').format(address, found.lang)
