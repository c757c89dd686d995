"""What the address of a link means. Knows the path of the file that it stands in, and no other file.

Whatever is not one of the forms named here is refused: there is no other way for an address into a page.
"""

import re
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink

from sitegen.content.naming import name_of
from sitegen.foundation.diagnostics import Diagnostic
from sitegen.kinds import BY_NAME
from sitegen.model.reference import ID, Ref


@dataclass(frozen=True, slots=True)
class Web:
    """A whole address elsewhere: http, https, mailto or tel, in the form that HTML wants."""

    url: str


@dataclass(frozen=True, slots=True)
class Site:
    """A document of the site, and a heading in it."""

    ref: Ref
    anchor: str


@dataclass(frozen=True, slots=True)
class Own:
    """A heading of the same text."""

    anchor: str


@dataclass(frozen=True, slots=True)
class File:
    """A file beside this one, in its bundle; `fragment` is a place in it (`page=3`)."""

    name: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an address leads nowhere: the code of the problem, and the values that its sentence wants."""

    code: str
    values: tuple[tuple[str, str], ...]


Address: TypeAlias = Web | Site | Own | File | Refused

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\xa0\\<>\"]")
_PLAIN = re.compile(r"[A-Za-z0-9:/?&=#._~+,;@!$()*-]+")
_FILE = re.compile(r"[^\W_](?:[\w-]|\.(?=[^\W_]))*\.[A-Za-z0-9]+")
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s?]+\.[^@\s?]+(?:\?\S*)?", re.IGNORECASE)
_TEL = re.compile(r"tel:\+?[0-9](?:[-.()]?[0-9])*", re.IGNORECASE)


def read_address(written: str, path: str) -> Address:
    """The meaning of an address that is written in the file `path`."""
    scheme = _SCHEME.match(written)
    if scheme and scheme[1].lower() not in (*BY_NAME, "http", "https", "mailto", "tel"):
        return Refused("link-scheme", (("value", scheme[0]),))
    if not scheme and not written.startswith(("#", "/")):
        return _file(written, path)
    if not _UNSAFE.search(written):
        if written.startswith("#") and len(written) > 1:
            return Own(unquote(written[1:]))
        if scheme and scheme[1].lower() in BY_NAME:
            return _document(scheme[1].lower(), written[scheme.end() :]) or _refused(written)
        if scheme and _whole(written, scheme[1].lower()):
            return Web(written if _PLAIN.fullmatch(written) else normalizeLink(written))
    return _refused(written)


def read_picture(written: str, path: str) -> File | Refused:
    """The meaning of a picture's address: a file of the bundle, and nothing else."""
    found = _file(written, path)
    if isinstance(found, File) and not found.fragment:
        return found
    if isinstance(found, Refused) and found.code == "not-a-bundle":
        return found
    return Refused("file-in-bundle", (("value", written),))


def _refused(written: str) -> Refused:
    value = " ".join(written.split())
    return Refused("link-form", (("value", value), ("near", likely(value))))


def likely(written: str) -> str:
    """The address that was likely meant: a mailbox or site without its scheme, a document with a space behind its kind,
    or a text by a path that is not its own.

    Empty where nothing is likely. Whether there is such a document is not known here.
    """
    mail = f"mailto:{written.removeprefix('mailto:').strip()}"
    if _MAIL.fullmatch(mail):
        return mail
    if written.startswith("www.") and not _UNSAFE.search(written):
        return f"https://{written}"
    kind, _, rest = written.partition(":")
    if kind.lower() in BY_NAME and _document(kind, rest.strip()):
        return f"{kind.lower()}:{rest.strip()}"
    target, mark, anchor = written.partition("#")
    name = name_of("/".join(("content", *target.split("/")[-2:])))
    if isinstance(name, Diagnostic) or not target.endswith(".md"):
        return ""
    return f"{name.ref.kind}:{name.ref.id}{mark}{anchor}"


def _document(kind: str, rest: str) -> Site | None:
    name, _, anchor = rest.partition("#")
    return Site(Ref(kind, name), unquote(anchor)) if ID.fullmatch(name) else None


def _whole(url: str, scheme: str) -> bool:
    """Whether an address with this scheme is complete."""
    if scheme == "mailto":
        return _MAIL.fullmatch(url) is not None
    if scheme == "tel":
        return _TEL.fullmatch(url) is not None
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _file(written: str, path: str) -> Address:
    """A file of the site by its path from this one: a text anywhere, an attachment in the same bundle."""
    target, _, fragment = written.partition("#")
    whole = normpath(join(dirname(path), unquote(target)))
    if not target or "?" in target or "\\" in target or not whole.startswith("content/"):
        return _refused(written)
    if whole.endswith(".md"):
        name = name_of(whole)
        return _refused(written) if isinstance(name, Diagnostic) else Site(name.ref, unquote(fragment))
    file = basename(whole)
    if dirname(whole) != dirname(path) or not _FILE.fullmatch(file) or target.startswith("www."):
        return _refused(written)
    return File(file, fragment) if _in_bundle(path) else _no_bundle(file, path)


def _in_bundle(path: str) -> bool:
    return path.count("/") == 3 and basename(path).startswith("index.")


def _no_bundle(name: str, path: str) -> Refused:
    """A picture or attachment beside a text that has no folder of its own."""
    stem, _, ending = basename(path).partition(".")
    return Refused(
        "not-a-bundle", (("folder", f"{dirname(path)}/{stem}"), ("index", f"index.{ending}"), ("value", name))
    )
