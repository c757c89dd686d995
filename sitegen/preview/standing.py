"""How the preview stands: what the last build said, as people are told it. Knows no request."""

from dataclasses import dataclass, replace
from typing import Literal

from sitegen.preview.address import Address
from sitegen.preview.built import Built
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import ENGLISH, Lines, Told, summary, tell

State = Literal["building", "good", "broken"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`told` are all mistakes of the last build, errors first, in the language `lang`; `prefix` the names that the
    site's addresses begin with. Without a `failure` the last build was not ended by the machine or by a bug.
    """

    state: State = "building"
    told: tuple[Told, ...] = ()
    summary: str = ""
    failure: str = ""
    prefix: tuple[str, ...] = ()
    lang: str = ENGLISH.lang

    def after(self, built: Built, lines: Lines, words: Catalogue, prefix: tuple[str, ...] | None) -> "Standing":
        """How things stand after a build; `lines` gives those of a source, for the excerpts."""
        told = [tell(each, lines, words) for each in built.diagnostics]
        return replace(
            self,
            state="broken" if built.broken else "good",
            told=tuple(sorted(told, key=lambda each: each.level != "error")),
            summary=summary(built.diagnostics),
            failure=built.failure or "",
            prefix=self.prefix if prefix is None else prefix,
            lang=words.lang,
        )

    @property
    def home(self) -> str:
        """The path of the front page."""
        return Address(self.prefix).path
