"""A portal written down: the files of its folder, and a folder on the disk brought up to date with them.

What could only be a mistake by accident (a reference to a document that was deleted since) is left out here;
the mistakes that are meant are in `Portal.wrong`, and in slugs and aliases that two documents share.
"""

import json
import re
import struct
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from sitegen.render.theme import packaged

from .facts import GROUPS, Named, Said
from .portal import Doc, Portal, Words
from .tables import (
    ALIASES,
    BODIES,
    CONFIG,
    FOLDERS,
    KINDS,
    LANGS,
    LEDGERS,
    MESSAGES,
    NEUTRAL_KINDS,
    OWN_ASSETS,
    OWN_TEMPLATE,
    SLUGS,
    SUMMARIES,
    TITLES,
)

ABSENT = object()
_MARK = re.compile(r"\{(\w+)(?::([a-z]+):([a-z0-9-]+)(#\w+)?)?\}")


def files_of(portal: Portal) -> dict[str, bytes]:
    """All files of the portal's folder by path."""
    found = {"site.yaml": _configuration(portal).encode()}
    langs = set(CONFIG["languages"][portal.config.get("languages", 0)])
    for doc in portal.docs.values():
        for lang in doc.texts if doc.original in (*langs, "") else ():
            if not lang or lang in langs:
                found[_path(doc, lang)] = _text(doc, lang, portal).encode()
        if doc.bundle and any(path.startswith(_folder(doc)) for path in found):
            found |= {f"{_folder(doc)}/{name}": _file(name, version) for name, version in doc.files.items()}
    if LEDGERS[portal.ledger]:
        found["calendar.ledger"] = LEDGERS[portal.ledger].encode()
    found |= _theme(portal)
    for sort in sorted(portal.wrong):
        found |= _broken(sort, portal)
    return found


def write(root: Path, files: dict[str, bytes]) -> None:
    """Makes the folder hold exactly these files, touching only those that differ."""
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for name in there - files.keys():
        (root / name).unlink()
        _prune((root / name).parent, root)
    for name, data in files.items():
        path = root / name
        if name not in there or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _prune(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _folder(doc: Doc) -> str:
    return f"content/{FOLDERS[doc.kind]}/{doc.id}"


def _path(doc: Doc, lang: str) -> str:
    ending = f".{lang}.md" if lang else ".md"
    return _folder(doc) + ("/index" if doc.bundle else "") + ending


def _text(doc: Doc, lang: str, portal: Portal) -> str:
    words, fields = doc.texts[lang], {}
    fields["name" if doc.kind in NEUTRAL_KINDS else "title"] = _title(doc, words, lang)
    if lang == doc.original:
        for group, alternatives in GROUPS[doc.kind].items():
            chosen = alternatives[doc.chosen(group)]
            pruned = {name: _pruned(value, doc, portal) for name, value in chosen.items()}
            fields |= {name: value for name, value in pruned.items() if value is not ABSENT}
    else:
        fields["translates"] = doc.original
        fields |= _translated(doc)
    if SUMMARIES[words.summary]:
        fields["summary"] = SUMMARIES[words.summary].strip()
    if SLUGS[words.slug]:
        fields["slug"] = SLUGS[words.slug].format(id=doc.id)
    if ALIASES[words.alias]:
        fields["aliases"] = [alias.format(id=doc.id, lang=lang or "x") for alias in ALIASES[words.alias]]
    wordless = not lang and doc.kind in ("event", "news", "page", "project")  # a text is in a language
    body = "" if wordless else _MARK.sub(lambda match: _mark(match, doc, portal), BODIES[words.body])
    head = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return f"---\n{head}\n---\n\n{body}\n"


def _title(doc: Doc, words: Words, lang: str) -> str | dict[str, str]:
    title = TITLES[words.title]
    if lang or not words.title % 2:
        return f"{title} {lang}".strip()
    return {"nb": f"{title} nb", "sv": f"{TITLES[0]} sv"}


def _translated(doc: Doc) -> dict[str, Any]:
    """The words of the original's records, said in another language."""
    fields: dict[str, Any] = {}
    if doc.kind == "event":
        where = GROUPS["event"]["where"][doc.chosen("where")].get("venue")
        if where:
            fields["venue"] = {"name": "Hallen"}
        items = GROUPS["event"]["programme"][doc.chosen("programme")].get("programme")
        if items:
            fields["programme"] = [{"key": item["key"], "title": f"{item['title']}!"} for item in items]
    return fields


def _pruned(value: Any, doc: Doc, portal: Portal) -> Any:
    """A value with its references written out, and without those that lead nowhere."""
    if isinstance(value, Named):
        return _reference(value, doc, portal)
    if isinstance(value, Said):
        return value._asdict() if doc.neutral else value.nb
    if isinstance(value, list):
        kept = [each for item in value if (each := _pruned(item, doc, portal)) is not ABSENT]
        return kept or ABSENT
    if isinstance(value, dict):
        items = {name: _pruned(item, doc, portal) for name, item in value.items()}
        if ABSENT in items.values() or (items.get("src") and not doc.bundle):
            return ABSENT
        return items
    return value


def _reference(named: Named, doc: Doc, portal: Portal) -> Any:
    kinds = [named.kind] if named.kind else list(KINDS)
    found = [kind for kind in kinds if _exists(kind, named.id, portal) and (kind, named.id) != (doc.kind, doc.id)]
    if not found or (not named.kind and _exists(doc.kind, named.id, portal)):
        return ABSENT
    return f"{named.kind}:{named.id}" if named.whole else named.id


def _exists(kind: str, name: str, portal: Portal) -> bool:
    doc = portal.docs.get((kind, name))
    langs = CONFIG["languages"][portal.config.get("languages", 0)]
    return doc is not None and (doc.original in langs or doc.neutral)


def _mark(match: "re.Match[str]", doc: Doc, portal: Portal) -> str:
    """What stands for a mark of a body: a link, if there is what it leads to."""
    sort, kind, name, anchor = match.groups()
    if sort == "image":
        return "![Et bilde](bilde.png)" if doc.bundle else "Ikke noe bilde."
    if sort == "file":
        return "[vedlegg](vedlegg.pdf)" if doc.bundle else "ikke noe vedlegg"
    if sort == "block":
        return "::: programme\n:::" if doc.kind == "event" else "Ikke noe program."
    if not _exists(kind, name, portal):
        return "ingenting"
    if sort == "path":
        other = portal.docs[kind, name]
        up = "../../" if doc.bundle else "../"
        return f"[til fila]({up}{_path(other, other.original).removeprefix('content/')})"
    bodies = {BODIES[words.body] for words in portal.docs[kind, name].texts.values()}
    fits = anchor and any("## Program" in body for body in bodies)
    return f"[{'' if sort == 'title' else 'dit'}]({kind}:{name}{anchor if fits else ''})"


def _configuration(portal: Portal) -> str:
    lines = []
    for name, alternatives in CONFIG.items():
        value = alternatives[portal.config.get(name, 0)]
        if name == "publisher" and not _exists("organisation", str(value), portal):
            value = None
        langs = CONFIG["languages"][portal.config.get("languages", 0)]
        if name in ("title", "description") and isinstance(value, dict):
            value = {lang: words for lang, words in value.items() if lang in langs}
        if value is not None:
            lines.append(f"{name}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


@cache
def shipped() -> tuple[str, ...]:
    """The names of the package's templates and assets."""
    folder = packaged("templates")
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def _theme(portal: Portal) -> dict[str, bytes]:
    found = {}
    for number, version in portal.templates.items():
        name = shipped()[number % len(shipped())]
        source = (packaged("templates") / name).read_bytes()
        if version and name.startswith("assets/"):
            found[f"templates/{name}"] = source + b"\n" * version
        elif version:
            found[f"templates/{name}"] = source + b"\n{% include '" + OWN_TEMPLATE.encode() + b"' %}\n"
            found[f"templates/{OWN_TEMPLATE}"] = f"egen {version}\n".encode()
    for number, version in portal.assets.items():
        if version:
            found[f"templates/assets/{OWN_ASSETS[number]}"] = f"/* {version} */".encode()
    for lang in LANGS:
        said = {number: version for (each, number), version in portal.words.items() if each == lang and version}
        if said:
            found[f"locales/{lang}/LC_MESSAGES/sitegen.po"] = _catalogue(lang, said)
    return found


def _catalogue(lang: str, said: dict[int, int]) -> bytes:
    head = f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    entries = [f'\nmsgid "{MESSAGES[number]}"\nmsgstr "{lang} {version} ø"\n' for number, version in said.items()]
    return (head + "".join(entries)).encode()


def _broken(sort: str, portal: Portal) -> dict[str, bytes]:
    """The files by which a site is broken in this way."""
    front = b"---\ntitle: Galt\nstart: 2026-05-09\n"
    name = "redirect.html"
    return {
        "yaml": {"content/events/galt.nb.md": b"---\ntitle: [\n---\n"},
        "utf-8": {"content/events/galt.nb.md": front + b"---\n\xff\n"},
        "dangling": {"content/events/galt.nb.md": front + b"related: [event:finnes-ikke]\n---\n"},
        "config": {"site.yaml": b"title: Uten resten\n"},
        "template": {f"templates/{name}": b"{% if %}"},
        "include": {f"templates/{name}": b"{% include 'finnes-ikke.html' %}"},
        "undefined": {f"templates/{name}": b"{{ finnes_ikke }}"},
        "catalogue": {"locales/nb/LC_MESSAGES/sitegen.po": b'msgid "a\n'},
        "case": {
            "content/pages/galt.nb.md": b"---\ntitle: A\n---\n",
            "content/pages/Galt.nb.md": b"---\ntitle: B\n---\n",
        },
    }[sort]


@cache
def _file(name: str, version: int) -> bytes:
    """The bytes of a file beside a document: of one size in all versions."""
    if not name.endswith(".png"):
        return f"%PDF-1.4 version {version}".encode()
    row = b"\0" + bytes([version, 0, 255])
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(row, 0)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
