"""A drawing (SVG): published as it is, so it may hold nothing that runs, fetches or tells who made it.

What may stand in one is a list of what draws; all else is refused by name. A page shows drawings as `<img>`, where
browsers run no script; but a reader who opens the file alone would.
"""

import re

from lxml import etree

from sitegen.model.picture import Picture, Survey

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LARGEST = 1_000_000
"""Bytes of a drawing; one that is larger loads slowly and draws slowly."""
LONGEST_SIDE = 100_000

_NAMES = (
    "circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix"
    " feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile"
    " feTurbulence filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop"
    " style svg switch symbol text textPath title tspan use view"
)
ELEMENTS = frozenset(_NAMES.split())
"""What draws, and what orders or describes what is drawn."""

_FETCHED = re.compile(r"url\(\s*[\"']?(?!\s*#|[\"'])|@import|javascript:|expression\s*\(|image-set|\\", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d*\.?\d+)(?:px)?\s*")


def drawing(data: bytes) -> Survey:
    """What is found of a drawing: its size in pixels, or what it must not hold."""
    if len(data) > LARGEST:
        return _unsafe(f"{len(data) // 1000} kB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Survey(None, (("picture-broken", ()),))
    if root.tag != f"{SVG}svg":
        return Survey(None, (("picture-broken", ()),))
    found = _refused(root)
    if found:
        return _unsafe(found)
    width, height = _size(root)
    return Survey(Picture("svg", width, height, opaque=False))


def _refused(root: etree._Element) -> str:
    """The name of the first thing that a drawing must not hold; empty if there is none."""
    if root.getroottree().docinfo.internalDTD is not None:
        return "<!DOCTYPE>"
    if any(isinstance(each, etree._ProcessingInstruction) for each in root.itersiblings(preceding=True)):
        return "<?…?>"
    for element in root.iter():
        found = "" if isinstance(element, etree._Comment) else _refused_in(element)
        if found:
            return found
    return ""


def _refused_in(element: etree._Element) -> str:
    """The same of one element and its attributes."""
    if isinstance(element, etree._ProcessingInstruction):
        return "<?…?>"
    name = etree.QName(element.tag).localname
    if element.tag.removeprefix(SVG) not in ELEMENTS:
        return f"<{name}>"
    if name == "style" and _FETCHED.search("".join(map(str, element.itertext()))):
        return "<style>"
    refused = (name for name, value in element.attrib.items() if _is_refused(str(name), str(value)))
    return next((etree.QName(str(each)).localname for each in refused), "")


def _is_refused(name: str, value: str) -> bool:
    """Whether an attribute runs something, leads or fetches elsewhere, or belongs to a program."""
    if name in (f"{XLINK}href", "href"):
        return not value.strip().startswith("#")
    if name.startswith("{"):
        return not name.startswith((XLINK, XML)) or name == f"{XML}base"
    return name.lower().startswith("on") or bool(_FETCHED.search(value))


def _size(root: etree._Element) -> tuple[int, int]:
    """Width and height in pixels, by its own word or by its view box; (0, 0) where neither says."""
    given = [_LENGTH.fullmatch(str(root.get(name, ""))) for name in ("width", "height")]
    if given[0] and given[1]:
        sizes = [float(each[1]) for each in given if each]
    else:
        box = re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())
        numbers = [_LENGTH.fullmatch(each) for each in box[2:]] if len(box) == 4 else []
        sizes = [float(each[1]) for each in numbers if each]
    if len(sizes) != 2 or min(sizes) < 1 or max(sizes) > LONGEST_SIDE:
        return 0, 0
    return round(sizes[0]), round(sizes[1])


def _unsafe(found: str) -> Survey:
    return Survey(None, (("drawing-unsafe", (("found", found),)),))
