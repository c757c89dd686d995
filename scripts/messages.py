"""The catalogues of the generator's own words: kept in step with templates and code, and checked.

    scripts/messages.py            writes locales/<lang>/LC_MESSAGES/sitegen.po, says what is missing
    scripts/messages.py --check    writes nothing; exit status 1 if a string lacks a language

Where strings are is said in babel.cfg. The files are a function of the strings and the translations alone:
sorted by msgid, no dates, no line numbers, no name of a program. A string that is gone goes with its
translations; git remembers them.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import normalize, read_po

from sitegen.render.locale.catalogues import catalogue_path
from sitegen.render.locale.fitting import misfit

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("da", "nb", "nn", "sv")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
COMMENTS = "Translators:"
WIDTH = 100

Key = tuple[str, str]
"""A msgid (the singular) and its context, "" for none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A string that wants translating: one id, or singular and plural; where it is; notes on it."""

    context: str
    ids: tuple[str, ...]
    paths: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translated:
    """What a catalogue has for a string."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    fuzzy: bool
    notes: tuple[str, ...]


def extracted(root: Path) -> dict[Key, Wanted]:
    """Every string under `root`, sorted. One that is used both alone and with a plural counts with it."""
    config = RawConfigParser()
    config.read_string((root / "babel.cfg").read_text("utf-8"))
    sections = [tuple(part.strip() for part in name.split(":", 1)) for name in config.sections()]
    methods = [(pattern, method) for method, pattern in sections]
    options = {pattern: dict(config.items(f"{method}: {pattern}")) for pattern, method in methods}
    tops = {pattern.split("/")[0] for pattern, _ in methods}

    def enters(folder: str) -> bool:
        path = Path(folder).relative_to(root)
        return path.parts[0] in tops and path.name != "__pycache__"

    found: dict[Key, Wanted] = {}
    for path, _, message, notes, context in extract_from_dir(
        root, methods, options, KEYWORDS, (COMMENTS,), directory_filter=enters, strip_comment_tags=True
    ):
        ids = (message,) if isinstance(message, str) else tuple(message)
        key = (ids[0], context or "")
        old = found.get(key, Wanted(context or "", (), (), ()))
        if len(old.ids) == len(ids) == 2 and old.ids != ids:
            raise SystemExit(f"{path}: {ids[0]!r} has two plurals, {old.ids[1]!r} and {ids[1]!r}")
        found[key] = Wanted(
            old.context,
            max(old.ids, ids, key=len),
            tuple(sorted({*old.paths, Path(path).as_posix()})),
            tuple(sorted({*old.notes, *notes})),
        )
    return dict(sorted(found.items()))


def translated(path: Path) -> dict[Key, Translated]:
    """What a .po file has, fuzzy and empty entries included; nothing if there is no such file."""
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        entries = read_po(file, abort_invalid=True)
    return {(_strings(each.id)[0], each.context or ""): _translated(each) for each in entries if each.id}


def _translated(entry: Entry) -> Translated:
    return Translated(_strings(entry.id), _strings(entry.string), entry.fuzzy, tuple(entry.user_comments))


def _strings(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ("",))


def written(lang: str, wanted: Mapping[Key, Wanted], known: Mapping[Key, Translated]) -> str:
    """The .po file of a language for these strings, with the translations that are known."""
    count, rule, *_ = get_plural(lang)
    header = f"Language: {lang}\nPlural-Forms: nplurals={count}; plural={rule};\n"
    header += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    blocks = [f'msgid ""\nmsgstr {normalize(header, width=WIDTH)}\n']
    for key, each in wanted.items():
        blocks.append(_block(each, known.get(key), count))
    return "\n".join(blocks)


def _block(wanted: Wanted, known: Translated | None, count: int) -> str:
    """One entry. A translation of another shape (a plural came or went) is not taken over."""
    size = count if len(wanted.ids) == 2 else 1
    kept = known if known and known.ids == wanted.ids and len(known.texts) == size else None
    texts = kept.texts if kept else ("",) * size
    lines = [f"# {note}".rstrip() for note in (kept.notes if kept else ())]
    lines += [f"#. {note}" for note in wanted.notes]
    lines += ["#, fuzzy"] if kept and kept.fuzzy else []
    lines += [f"msgctxt {normalize(wanted.context, width=WIDTH)}"] if wanted.context else []
    lines += [
        f"{name} {normalize(text, width=WIDTH)}"
        for name, text in zip(("msgid", "msgid_plural"), wanted.ids, strict=False)
    ]
    if len(wanted.ids) == 1:
        lines += [f"msgstr {normalize(texts[0], width=WIDTH)}"]
    else:
        lines += [f"msgstr[{place}] {normalize(text, width=WIDTH)}" for place, text in enumerate(texts)]
    return "\n".join(lines) + "\n"


def lacking(lang: str, wanted: Mapping[Key, Wanted], known: Mapping[Key, Translated]) -> list[str]:
    """What is wrong with a language, a sentence for each string: missing, fuzzy, or with wrong places."""
    return [
        f"{lang}: “{each.ids[0]}”{_in_context(each)} {reason} ({', '.join(each.paths)})"
        for key, each in wanted.items()
        if (reason := _fault(each, known.get(key)))
    ]


def _in_context(wanted: Wanted) -> str:
    return f" [{wanted.context}]" if wanted.context else ""


def _fault(wanted: Wanted, known: Translated | None) -> str | None:
    if known is None or known.ids != wanted.ids or not all(known.texts):
        return "is not translated"
    if known.fuzzy:
        return "is fuzzy"
    reason = misfit(wanted.ids, known.texts)
    return f"is translated with wrong places: {reason}" if reason else None


def main(arguments: list[str]) -> int:
    """Updates or checks every language; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a string lacks a language")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder with babel.cfg and locales/")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    wanted, faults = extracted(root), []
    for lang in LANGUAGES:
        path = catalogue_path(root / "locales", lang)
        known = translated(path)
        faults += lacking(lang, wanted, known)
        text = written(lang, wanted, known)
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        if options.check:
            faults.append(f"{lang}: {path.relative_to(root)} is not up to date; run scripts/messages.py")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(root)}: {len(wanted)} strings, {len(known.keys() - wanted)} dropped\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if options.check and faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
