"""The way up from a page."""

from collections.abc import Sequence

from sitegen.render.jsonld.things import Thing, thing


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> tuple[Thing, ...]:
    """The steps by words and whole address, the page itself last; nothing for a page without a way up."""
    items = tuple(
        thing("ListItem", position=position, name=words, item=url) for position, (words, url) in enumerate(steps, 1)
    )
    return (thing("BreadcrumbList", itemListElement=items),) if len(items) > 1 else ()
