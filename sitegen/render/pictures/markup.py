"""A picture on a page: in the size and format that fits the reader's screen, and with its place kept while it loads."""

from collections.abc import Iterator

from markupsafe import Markup

from sitegen.graph.depictions import Pictured, Sized

SIZES = "(min-width: 56rem) 42rem, 100vw"
"""How wide pictures stand: the column of a text, or all of a narrow screen."""


def shown(picture: Pictured, prefix: str, alt: str, *, lang: str = "", first: bool = False) -> Markup:
    """The picture on a page. `prefix` comes before addresses; `lang` is the language of `alt`, where it is another.

    The first picture of a page loads at once, and all others when the reader comes near.
    """
    *better, plain = picture.sources or (None,)
    sources = Markup("").join(_source(each, prefix) for each in better if each)
    img = _tag(picture, prefix, alt, lang, plain, {"loading": "" if first else "lazy", "decoding": "async"})
    return Markup("<picture>{}{}</picture>").format(sources, img) if sources else img


def plain(picture: Pictured, base: str, alt: str, lang: str = "") -> Markup:
    """The picture where no style and no choice is known, as in a feed: `base` makes its address whole."""
    return _tag(picture, base, alt, lang, None, {})


def _source(each: Sized, prefix: str) -> Markup:
    return Markup('<source type="{}" srcset="{}" sizes="{}">').format(each.type, _set(each, prefix), SIZES)


def _tag(picture: Pictured, prefix: str, alt: str, lang: str, sized: Sized | None, more: dict[str, str]) -> Markup:
    attributes = {
        "src": prefix + picture.address,
        "srcset": _set(sized, prefix) if sized and len(sized.sizes) > 1 else "",
        "sizes": SIZES if sized and len(sized.sizes) > 1 else "",
        "width": str(picture.width or ""),
        "height": str(picture.height or ""),
        "lang": lang,
        **more,
    }
    return Markup('<img{} alt="{}">').format(Markup("").join(_attributes(attributes)), alt)


def _attributes(given: dict[str, str]) -> Iterator[Markup]:
    """Those that have a value."""
    return (Markup(' {}="{}"').format(name, value) for name, value in given.items() if value)


def _set(each: Sized, prefix: str) -> str:
    """The sizes as `srcset` has them (HTML Living Standard, "Srcset attributes")."""
    return ", ".join(f"{prefix}{address} {width}w" for address, width in each.sizes)
