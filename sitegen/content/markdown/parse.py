"""A text to what the rest of the program knows of it: the order of the steps, and their results together."""

from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from sitegen.content.markdown.code import mark_code
from sitegen.content.markdown.footnotes import gather
from sitegen.content.markdown.headings import outline
from sitegen.content.markdown.links import Resolver
from sitegen.content.markdown.lookalikes import tell_lookalikes
from sitegen.content.markdown.manuscript import Manuscript, Passage, Place
from sitegen.content.markdown.numbering import tell_numbers
from sitegen.content.markdown.parser import TooMuch, read
from sitegen.content.markdown.plain import plain
from sitegen.content.markdown.render import render
from sitegen.content.markdown.silences import silences
from sitegen.content.markdown.tables import mark_tables
from sitegen.foundation.diagnostics import Diagnostic, Span, by_place
from sitegen.foundation.digest import digest_value
from sitegen.model.body import Body, Outline
from sitegen.model.prose import Silence
from sitegen.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body, what others may ask of it, the documents that it mentions, and what is wrong with it.

    `files` are the attachments that its links name, to be looked for beside the text as `outline.images` are.
    `passages` are its words for the lint, and `silences` what it asks the lint not to say.
    """

    body: Body
    outline: Outline
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[tuple[str, Span], ...] = ()
    passages: tuple[Passage, ...] = ()
    silences: tuple[Silence, ...] = ()


def parse_markdown(text: str, place: Place) -> Parsed:
    """The body that `text` stands for. `text` is NFC, with plain newlines, and without control characters.

    Never raises: each mistake is a diagnostic, and the body then still holds all of the text's words.
    """
    manuscript = Manuscript(text, place)
    try:
        tokens, env = read(manuscript)
    except TooMuch:
        return _unread(manuscript)
    asked = tuple(silences(tokens, env, manuscript))
    tell_lookalikes(tokens, manuscript)
    tell_numbers(tokens, manuscript)
    tokens = gather(tokens, manuscript)
    headings = outline(tokens, manuscript)
    found = Resolver(manuscript, headings, env).resolve(tokens)
    mark_code(tokens, manuscript)
    mark_tables(tokens, manuscript)
    _mark_figures(tokens)
    body = Body(render(tokens, place.prefix), plain(tokens))
    about = Outline(
        digest=digest_value(body),
        headings=headings,
        blocks=tuple(token.meta["name"] for token in tokens if token.type == "void_block"),
        images=tuple(found.images),
        words=len(body.plain.split()),
    )
    diagnostics = by_place(manuscript.diagnostics)
    return Parsed(
        body=body,
        outline=about,
        references=tuple(found.references),
        diagnostics=diagnostics,
        files=tuple(found.files),
        passages=tuple(manuscript.passages),
        silences=asked,
    )


def _unread(manuscript: Manuscript) -> Parsed:
    """The text as it is written, for want of an understanding of it."""
    segments = (f'<pre tabindex="0">{escapeHtml(manuscript.text)}</pre>\n',)
    body = Body(segments, manuscript.text)
    about = Outline(digest_value(body), words=len(manuscript.text.split()))
    return Parsed(body, about, (), by_place(manuscript.diagnostics))


def _mark_figures(tokens: list[Token]) -> None:
    """Makes a figure of each paragraph that is nothing but a picture with a caption."""
    for index, token in enumerate(tokens):
        children = token.children or ()
        if token.type == "inline" and len(children) == 1 and children[0].type == "image":
            opening, closing = tokens[index - 1], tokens[index + 1]
            alone = (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
            if alone and not opening.hidden and children[0].attrs.get("title"):
                children[0].meta["figure"] = True
                opening.tag = closing.tag = "figure"
