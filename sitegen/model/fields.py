"""The sorts of field that a document can have. A field's sort decides what the words that an editor wrote mean.

Each name is a type of its own, so that a value of it is known to have been checked.
"""

from dataclasses import dataclass
from typing import NewType

from sitegen.model.moment import Moment
from sitegen.model.reference import Ref
from sitegen.model.words import Text

Line = NewType("Line", str)
Identifier = NewType("Identifier", str)
LangTag = NewType("LangTag", str)
UrlPath = NewType("UrlPath", str)
Url = NewType("Url", str)
Email = NewType("Email", str)
Phone = NewType("Phone", str)
Country = NewType("Country", str)
Cpv = NewType("Cpv", str)
ZoneName = NewType("ZoneName", str)
Uid = NewType("Uid", str)
Latitude = NewType("Latitude", float)
Longitude = NewType("Longitude", float)
RepeatRule = NewType("RepeatRule", str)
FileName = NewType("FileName", str)
Fingerprint = NewType("Fingerprint", str)
TedNumber = NewType("TedNumber", str)
DoffinNumber = NewType("DoffinNumber", str)
RuleName = NewType("RuleName", str)
Colour = NewType("Colour", str)
DeepColour = NewType("DeepColour", str)
"""A colour that can be read on white, and white on it."""
PaleColour = NewType("PaleColour", str)
"""A colour that can be read on `DARK_PAGE`."""
DARK_PAGE = "#161616"
"""A page in the dark scheme, or somewhat lighter than it: what is read on this is read on it."""
Slot = NewType("Slot", Moment)
"""A day, a day and time, or a time alone, which means the day of a one-day event."""


@dataclass(frozen=True, slots=True)
class To:
    """Marks a reference field with the kinds that it may point to; none means any."""

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Someone named by a reference or, when there is no document about them, by words."""

    ref: Ref | None = None
    text: Text | None = None
