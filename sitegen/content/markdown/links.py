"""Links and pictures of a text: what each becomes in the body, and what it refers to.

A link's tokens get `open` and `close`, the HTML or hole that they are shown as.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from sitegen.content.markdown.addresses import (
    Address,
    File,
    Own,
    Refused,
    Site,
    Web,
    read_address,
    read_picture,
)
from sitegen.content.markdown.headings import id_prefix
from sitegen.content.markdown.inline import unprintable
from sitegen.content.markdown.lint import says_nothing
from sitegen.content.markdown.manuscript import Manuscript
from sitegen.content.markdown.plain import inline_text
from sitegen.content.markdown.silences import is_silence
from sitegen.content.naming import name_of
from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.text import nearest
from sitegen.model.body import Heading, Hole
from sitegen.model.reference import Ref, Reference

MENTIONS = "mentions"
SEARCHES = 20
_LABEL = re.compile(r"\[([^\]]*)")


@dataclass(slots=True)
class Found:
    """What a text refers to: documents, pictures and attachments, in the order in which they stand."""

    references: list[Reference] = field(default_factory=list)
    images: list[tuple[str, Span]] = field(default_factory=list)
    files: list[tuple[str, Span]] = field(default_factory=list)


class Resolver:
    """Judges the links and pictures of one text, whose headings are known."""

    def __init__(self, manuscript: Manuscript, headings: tuple[Heading, ...], env: Mapping[str, Any]) -> None:
        self.manuscript = manuscript
        self.definitions: Mapping[str, Any] = env.get("references", {})
        self.repeated: list[Any] = env.get("duplicate_refs", [])
        own = id_prefix(manuscript.place.prefix)
        self.headings = {heading.anchor.removeprefix(own): heading for heading in headings}
        self.found = Found()
        self.searches = 0

    def resolve(self, tokens: list[Token]) -> Found:
        for inline in tokens:
            for token, inside in _links(inline.children or []):
                if token.type == "image":
                    self._picture(token)
                else:
                    self._link(token, inside)
        self._unused()
        return self.found

    def _link(self, token: Token, inside: list[Token]) -> None:
        self._nested(inside[:-1])
        address = read_address(str(token.attrs.get("href", "")), self.manuscript.place.path)
        attributes = self._attributes(token)
        opening = self._opening(address, token, attributes)
        closing = "</a>" if opening else ""
        if attributes and not isinstance(opening, str):
            token.meta["open"], closing = (opening, f"<span{attributes}>"), "</span></a>"
        elif attributes and not opening:
            token.meta["open"], closing = (f"<span{attributes}>",), "</span>"
        else:
            token.meta["open"] = (opening,)
        inside[-1].meta["close"] = closing
        self._worded(token, inside, address)

    def _nested(self, inside: list[Token]) -> None:
        """Refuses addresses in < > in the text of a link: CommonMark puts a link into a link there, and HTML cannot."""
        for token in inside:
            if token.type == "link_open":
                self._say("link-in-link", token, {"value": str(token.attrs.get("href", ""))})
                token.meta["open"] = ("",)
            elif token.type == "link_close":
                token.meta["close"] = ""

    def _worded(self, token: Token, inside: list[Token], address: Address) -> None:
        """Sees to it that a link without words of its own shows some, and warns of words that say nothing."""
        text = inline_text(inside).strip()
        if not text and any(each.type == "image" for each in inside):
            return
        if not text and isinstance(address, Site):
            token.meta["open"] += (Hole("title", str(address.ref)),)
        elif says_nothing(text):
            self._say("empty-link-text", token, {"text": text})
            if not text:
                own = self.headings.get(address.anchor) if isinstance(address, Own) else None
                token.meta["shown"] = own.text if own else str(token.attrs.get("href", ""))

    def _opening(self, address: Address, token: Token, attributes: str) -> str | Hole:
        """The opening tag of a link; empty if it leads nowhere, which is told."""
        span = self.manuscript.span(*token.meta["at"])
        match address:
            case Web(url):
                return f'<a href="{escapeHtml(url)}"{attributes}>'
            case Site(ref, anchor):
                self.found.references.append(Reference(ref, (), MENTIONS, span, anchor))
                return Hole("link", str(ref), anchor)
            case File(name, fragment):
                self.found.files.append((name, span))
                return Hole("file", name, fragment)
            case Own(anchor) if anchor in self.headings:
                return f'<a href="#{self.headings[anchor].anchor}"{attributes}>'
            case Own(anchor) if self.manuscript.place.prefix and (own := self._document()):
                # A field's words may name a heading of the text, which is read apart.
                self.found.references.append(Reference(own, (), MENTIONS, span, anchor))
                return Hole("link", str(own), anchor)
            case Own(anchor):
                values = {"target": self.manuscript.place.path, "anchor": anchor}
                self._say("dangling-anchor", token, {**values, "near": self._near(anchor)})
            case Refused(code, said):
                self._say(code, token, dict(said))
        return ""

    def _document(self) -> Ref | None:
        """The document that the text is a part of."""
        name = name_of(self.manuscript.place.path)
        return None if isinstance(name, Diagnostic) else name.ref

    def _near(self, anchor: str) -> str:
        """The heading that was likely meant; looked for a few times only, as it takes long among many."""
        self.searches += 1
        return nearest(anchor, self.headings) or "" if self.searches <= SEARCHES else ""

    def _picture(self, token: Token) -> None:
        alt = " ".join(inline_text(token.children or ()).split())
        if not alt:
            self._say("no-alt", token, {})
        token.meta["lang"] = self._attributes(token)
        file = read_picture(str(token.attrs["src"]), self.manuscript.place.path)
        if isinstance(file, File):
            self.found.images.append((file.name, self.manuscript.span(*token.meta["at"])))
            token.meta["open"] = Hole("image", file.name, text=alt)
        else:
            self._say(file.code, token, dict(file.values))
            token.meta["open"] = escapeHtml(alt)

    def _attributes(self, token: Token) -> str:
        """The language and title that a link was given, as attributes; a picture's title is its caption."""
        title = str(token.attrs.get("title", ""))
        bad = unprintable(title)
        if bad is not None:
            self._say("control-character", token, {"code": bad})
            title = token.attrs["title"] = ""
        lang = f' lang="{token.attrs["lang"]}"' if "lang" in token.attrs else ""
        return lang + (f' title="{escapeHtml(title)}"' if title and token.type == "link_open" else "")

    def _say(self, code: str, token: Token, values: Mapping[str, str]) -> None:
        definition = self.definitions.get(token.meta.get("label", ""))
        related = [self.manuscript.span(*self.manuscript.line(definition["map"][0]))] if definition else []
        self.manuscript.report(code, token.meta["at"], *related, **values)

    def _unused(self) -> None:
        """Tells of link definitions that nothing uses: their words would vanish from the page."""
        used = self.manuscript.used_labels
        unused = [(label, each) for label, each in self.definitions.items() if label not in used]
        for label, definition in (*unused, *((each["label"], each) for each in self.repeated)):
            if is_silence(label, definition):
                continue
            start, end = self.manuscript.line(definition["map"][0])
            name = _LABEL.search(self.manuscript.text, start, end)
            self.manuscript.report("unused-definition", (start, end), name=name[1] if name else "")


def _links(tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Each link that is in no other, with its tokens up to its end, and each picture."""
    depth, start = 0, 0
    for index, token in enumerate(tokens):
        if token.type == "image":
            yield token, []
        elif token.type == "link_open":
            start = start if depth else index
            depth += 1
        elif token.type == "link_close":
            depth -= 1
            if not depth:
                yield tokens[start], tokens[start + 1 : index + 1]
