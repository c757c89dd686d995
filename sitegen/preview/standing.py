"""How the preview stands: what the last build said, as people are told it. Knows no request."""

from dataclasses import dataclass, replace
from typing import Literal

from sitegen.preview.address import Address
from sitegen.preview.built import Built
from sitegen.render.telling import Lines, Told, summary, tell

State = Literal["building", "good", "broken"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`told` are all mistakes of the last build, errors first; `prefix` the names that the site's addresses
    begin with. Without a `failure` the last build was not ended by the machine or by a bug.
    """

    state: State = "building"
    told: tuple[Told, ...] = ()
    summary: str = ""
    failure: str = ""
    prefix: tuple[str, ...] = ()

    def after(self, built: Built, lines: Lines, prefix: tuple[str, ...] | None) -> "Standing":
        """How things stand after a build; `lines` gives those of a source, for the excerpts."""
        told = [tell(each, lines) for each in built.diagnostics]
        return replace(
            self,
            state="broken" if built.broken else "good",
            told=tuple(sorted(told, key=lambda each: each.level != "error")),
            summary=summary(built.diagnostics),
            failure=built.failure or "",
            prefix=self.prefix if prefix is None else prefix,
        )

    @property
    def home(self) -> str:
        """The path of the front page."""
        return Address(self.prefix).path
