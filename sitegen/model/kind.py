"""What a kind of document is, apart from its fields."""

from dataclasses import dataclass
from typing import TypeAlias

from sitegen.model.records import Facts

ByLang: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    `folder` is where its files lie; `facts` the record that its front matter is read into; `url_words`
    the word that stands for it in addresses, per language (a site may say others); `feeds` whether each
    document of it has feeds of its own; `template` renders its page.
    """

    name: str
    folder: str
    facts: type[Facts]
    url_words: ByLang
    template: str = "entity.html"
    feeds: bool = False
