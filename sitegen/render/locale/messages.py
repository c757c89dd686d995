"""The generator's own words in one language. A catalogue is a value; `catalogues` reads it from files.

Messages are named by their English (gettext's msgid). A message that is missing is looked for in the
catalogue's `parent`, and said in English at last. Each catalogue chooses among plurals by its own rule, so
that a Norwegian sentence keeps Norwegian plurals on a Sami page.
"""

import gettext
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from sitegen.foundation.digest import Digest, digest_value


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A translation: of `id` in `context` ("" for none), one text, or one for each plural."""

    context: str
    id: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Messages of one language, sorted. `plural` is an expression of the number n, as in `Plural-Forms`."""

    lang: str
    messages: tuple[Message, ...]
    plural: str = "n != 1"
    parent: "Catalogue | None" = None
    _texts: dict[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", {(each.context, each.id): each.texts for each in self.messages})

    def gettext(self, message: str) -> str:
        """The translation of a message, or the message itself."""
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a message that means something of its own in a context."""
        at, texts = self._found(context, message)
        return texts[0] if at else message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The translation of a message for the number `n`, which is not filled in."""
        return self.npgettext("", singular, plural, n)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """The translation for the number `n` of a message in a context."""
        at, texts = self._found(context, singular)
        if at is None:
            return singular if n == 1 else plural
        return texts[min(plural_rule(at.plural)(n), len(texts) - 1)]

    def _found(self, context: str, message: str) -> tuple["Catalogue | None", tuple[str, ...]]:
        """The nearest catalogue that has the message, and its texts."""
        at: Catalogue | None = self
        while at is not None:
            texts = at._texts.get((context, message))
            if texts:
                return at, texts
            at = at.parent
        return None, ()


def chained(catalogues: Iterable[Catalogue]) -> Catalogue | None:
    """One catalogue that looks into each in turn; None if there is none."""
    found: Catalogue | None = None
    for each in reversed(tuple(catalogues)):
        found = Catalogue(each.lang, each.messages, each.plural, found)
    return found


def catalogue_digest(catalogue: Catalogue) -> Digest:
    """The digest of all that a catalogue can answer, its parents included."""
    chain = []
    at: Catalogue | None = catalogue
    while at is not None:
        chain.append((at.lang, at.plural, at.messages))
        at = at.parent
    return digest_value(chain)


@cache
def plural_rule(expression: str) -> Callable[[int], int]:
    """The function that an expression of C means (gettext's manual, "Plural forms"); ValueError if none."""
    return gettext.c2py(expression)
