"""What the target of a request names. Knows text only; what is refused here never comes near a disk."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from sitegen.foundation.text import control_character

LONGEST = 2048
"""Characters of a target, its query included."""
LONGEST_NAME = 255
_SENDABLE = re.compile("[!-~]*")
_BAD_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_NEVER_IN_NAMES = frozenset("/\\\t\n")


class Refused(Exception):
    """A request that is not answered: with which HTTP status, and why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} {reason}")
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Address:
    """The names from the root on, decoded; `folder` if a slash ends them.

    No name is empty, begins with a dot, or holds a slash, a backslash or a control character.
    """

    names: tuple[str, ...] = ()
    folder: bool = True

    @property
    def path(self) -> str:
        """The address as a path that can stand in a link."""
        return "".join(f"/{quote(name)}" for name in self.names) + ("/" if self.folder else "")


def address(target: str) -> Address:
    """The address that a request target in origin form (RFC 9112 §3.2.1) names. Raises `Refused`."""
    if len(target) > LONGEST:
        raise Refused(414, "the address is too long")
    if not _SENDABLE.fullmatch(target):
        raise Refused(400, "the address has characters that no address has")
    if not target.startswith("/"):
        raise Refused(400, "the address must be a path")
    path = target.partition("?")[0]
    if _BAD_PERCENT.search(path):
        raise Refused(400, "a percent sign begins no code")
    *parts, last = path.split("/")[1:]
    names = tuple(_name(part) for part in ((*parts, last) if last else parts))
    return Address(names, folder=not last)


def _name(part: str) -> str:
    try:
        name = unquote_to_bytes(part).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the address is not UTF-8") from None
    if name in ("", ".", "..") or _NEVER_IN_NAMES.intersection(name) or control_character(name) is not None:
        raise Refused(400, "no file has such a name")
    if name.startswith(".") or len(name.encode()) > LONGEST_NAME:
        raise Refused(404, "there is no such file")
    return name
