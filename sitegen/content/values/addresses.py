"""Addresses as they are written: of the web, and of this site."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from sitegen.content.values.bad import Bad

LONGEST_SEGMENT = 200
"""Bytes between two slashes of a path."""
_PATH = re.compile(r"/[\w.~+,@=&/-]*")


def url(text: str) -> str:
    """An absolute http or https address (RFC 3986)."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not False
    except ValueError:
        known = False
    if not known or re.search(r"[\s<>\"\\^`{|}]", text):
        raise Bad("url", value=text)
    return _ascii(text)


def _ascii(text: str) -> str:
    """The address in ASCII (RFC 3987 §3.1), as calendars must have it."""
    if text.isascii():
        return text
    parts = urlsplit(text)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        raise Bad("url", value=text) from None
    return urlunsplit((parts.scheme, host, *(quote(part, safe="/%:@!$&'()*+,;=~?-._") for part in parts[2:])))


def url_path(text: str) -> str:
    """A path on this site, as an alias has it."""
    segments = text.split("/")
    if not _PATH.fullmatch(text) or text.startswith("//") or {".", ".."} & set(segments) or text == "/":
        raise Bad("url-path", value=text)
    if any(segment.startswith(".") or len(segment.encode()) > LONGEST_SEGMENT for segment in segments):
        raise Bad("url-path", value=text)
    return text
