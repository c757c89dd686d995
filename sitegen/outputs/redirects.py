"""Old addresses: a page that leads on for any server, and the rules for servers that can redirect themselves."""

import re
from collections.abc import Iterable, Iterator

from sitegen.engine.output import Output
from sitegen.graph.addresses import published_at
from sitegen.graph.entity import Entity, Version
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.render.family import Family
from sitegen.render.view import View

NAME = "redirects"
RULES = {
    "_redirects": "{old} {new} 301",
    "redirects.nginx.conf": 'rewrite "^{pattern}$" {new} permanent;',
    "redirects.caddy": "redir {old} {new} permanent",
}
"""Files of rules: for hosts that read `_redirects`, to be included in nginx's `server`, and in a Caddyfile."""


def plan(site: Site) -> Iterable[Output]:
    """A page for each alias, and the files of rules where there is any."""
    found = sorted(set(_aliases(site)))
    for alias, lang, ref in found:
        yield Output(published_at(alias.lstrip("/")), NAME, (lang, alias, str(ref)))
    if found:
        pairs = tuple(part for alias, lang, ref in found for part in (alias, lang, str(ref)))
        for name in RULES:
            yield Output(name, NAME, (site.config.tags[0], name, *pairs))


def _aliases(site: Site) -> Iterator[tuple[str, str, Ref]]:
    """Each alias with the language and the document that it leads to."""
    for entity in site.entities.values():
        for version in entity.versions:
            for alias, _ in version.aliases:
                yield alias, _language(site, entity, version, alias), entity.ref


def _language(site: Site, entity: Entity, version: Version, alias: str) -> str:
    """The language to whose page an alias leads: that of the text which has it.

    An alias that begins with a language in which there is no text leads to the page that readers of it get.
    """
    first = alias.split("/")[1]
    if first in site.config.tags and first not in entity.langs and site.has_page(entity, first):
        return first
    return version.lang or site.config.tags[0]


def render(output: Output, view: View) -> bytes:
    lang, name, *rest = output.args
    if name in RULES:
        return _rules(RULES[name], rest, view)
    address = _address(Ref.of(rest[0]), lang, view)
    page = view.html("redirect.html", address=view.href(address), canonical=view.absolute(address))
    return page.encode()


def _rules(rule: str, pairs: list[str], view: View) -> bytes:
    lines = []
    for alias, lang, ref in zip(*[iter(pairs)] * 3, strict=True):
        old = view.frame.prefix.rstrip("/") + alias
        new = view.href(_address(Ref.of(ref), lang, view))
        pattern = re.sub("[.+]", r"\\\g<0>", old).rstrip("/") + ("/?" if not old.endswith(".html") else "")
        lines.append(rule.format(old=old, new=new, pattern=pattern))
    return ("\n".join(lines) + "\n").encode()


def _address(ref: Ref, lang: str, view: View) -> str:
    """The document's address in the language of the text that had the old one."""
    return next(edition.address for edition in view.editions(ref) if edition.lang == lang)


FAMILY = Family(NAME, plan, render)
