"""What the questions about pictures answer with: where a picture is and in which sizes, what a card says."""

from dataclasses import dataclass

from sitegen.model.moment import Period


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture in one format (a media type) and several sizes: address and width in pixels, smallest first."""

    type: str
    sizes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture as pages show it: the address of its largest size, with that size in pixels (0: not known).

    `sources` are its formats, the best first; none where there is but the one file.
    """

    address: str
    width: int
    height: int
    sources: tuple[Sized, ...] = ()


@dataclass(frozen=True, slots=True)
class Poster:
    """The card of a page: its address, and what is written on it in `lang`, in the colours `band` and `mark`.

    `kind` is empty for the card of the site itself; `when` is the period of an event in its own zone `zone` (which is
    told apart, as the digest of an instant has none), `day` that of publishing.
    """

    address: str
    lang: str
    kind: str
    status: str
    title: str
    when: Period | None
    day: str
    site: str
    band: str
    mark: str
    zone: str = ""
