"""Scripts by hand: what is to be edited is named, and becomes the numbers that it has in the portal just then."""

from .edits import EDITS, Edit, Script
from .facts import GROUPS
from .portal import Place, Portal
from .tables import BREAKAGES, CONFIG, LANGS, MESSAGES, PLACES, TITLES
from .writing import shipped


class Author:
    """Writes a script; each call of `then` begins a new group of edits."""

    def __init__(self) -> None:
        self.script: Script = [[]]
        self._portal = Portal()

    def then(self) -> "Author":
        self.script.append([])
        return self

    def do(self, name: str, a: int = 0, b: int = 0, c: int = 0) -> "Author":
        assert name in EDITS
        edit = Edit(name, a, b, c)
        edit(self._portal)
        self.script[-1].append(edit)
        return self

    def add(self, kind: str, name: str, lang: str = "nb", body: int = 1) -> "Author":
        return self.do("add", PLACES.index((kind, name)), LANGS.index(lang), body)

    def document(self, edit: str, kind: str, name: str, b: int = 0, c: int = 0) -> "Author":
        """An edit of a whole document."""
        return self.do(edit, sorted(self._portal.docs).index((kind, name)), b, c)

    def text(self, edit: str, kind: str, name: str, chosen: int, lang: str = "nb") -> "Author":
        """An edit of one text."""
        texts = [(place, each) for place, doc in sorted(self._portal.docs.items()) for each in sorted(doc.texts)]
        place: Place = (kind, name)
        return self.do(edit, texts.index((place, lang)), chosen)

    def fact(self, kind: str, name: str, group: str, chosen: int) -> "Author":
        return self.document("fact", kind, name, sorted(GROUPS[kind]).index(group), chosen)

    def translate(self, kind: str, name: str, lang: str) -> "Author":
        return self.document("translate", kind, name, LANGS.index(lang), len(TITLES) * 10 + 1)

    def configure(self, name: str, chosen: int) -> "Author":
        return self.do("config", sorted(CONFIG).index(name), chosen)

    def template(self, name: str, version: int) -> "Author":
        return self.do("template", shipped().index(name), version)

    def message(self, lang: str, message: str, version: int) -> "Author":
        return self.do("catalogue", LANGS.index(lang), MESSAGES.index(message), version)

    def spoil(self, how: str) -> "Author":
        return self.do("spoil", BREAKAGES.index(how))
