"""Catalogues as translators keep them: `<directory>/<lang>/LC_MESSAGES/sitegen.po`. Nothing is compiled.

Several directories may have a catalogue for one language, a site's own before the generator's; and a
language may fall back to others. What cannot be read becomes a diagnostic and is left out.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, read_po

from sitegen.foundation.diagnostics import Outcome, Span
from sitegen.model.problems import report
from sitegen.render.locale.fitting import misfit
from sitegen.render.locale.messages import Catalogue, Message, chained, plural_rule

DOMAIN = "sitegen"
SPOKEN = 16
"""How many catalogues are kept as they were read: a language is read for itself and for those that fall back to it."""


def catalogue_path(directory: Path, lang: str) -> Path:
    """Where the catalogue of a language is; the folder is named by the tag, "-" as gettext's "_"."""
    return directory / lang.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(lang: str, directories: Sequence[Path], fallback: Iterable[str] = ()) -> Outcome[Catalogue]:
    """What is said in `lang`: by each directory in turn, then the same for each language of `fallback`.

    A directory without the language has nothing to say. With no catalogue at all everything is English.
    """
    paths = [(each, catalogue_path(place, each)) for each in (lang, *fallback) for place in directories]
    read = [parse(path.read_bytes(), each, path.as_posix()) for each, path in paths if path.is_file()]
    found = chained(outcome.value for outcome in read if outcome.value)
    diagnostics = tuple(each for outcome in read for each in outcome.diagnostics)
    return Outcome(found or Catalogue(lang, ()), diagnostics)


@lru_cache(SPOKEN)
def parse(data: bytes, lang: str, path: str) -> Outcome[Catalogue]:
    """The catalogue in the bytes of a .po file: what is translated, not fuzzy, and fits its message."""
    try:
        entries = read_po(BytesIO(data.removeprefix(b"\xef\xbb\xbf")), locale=None, charset="utf-8", abort_invalid=True)
        rule = _plural_expression(entries)
    except PoFileError as error:
        return Outcome(None, (report("catalogue", Span(path, error.lineno + 1), reason=error.args[0]),))
    except (LookupError, ValueError) as error:
        return Outcome(None, (report("catalogue", Span(path), reason=error),))
    said = [entry for entry in entries if entry.id and not entry.fuzzy and all(_texts(entry))]
    reasons = [misfit(_ids(entry), _texts(entry)) for entry in said]
    wrong = tuple(
        report("catalogue", Span(path, entry.lineno or 1), reason=reason)
        for entry, reason in zip(said, reasons, strict=True)
        if reason
    )
    fit = (entry for entry, reason in zip(said, reasons, strict=True) if not reason)
    messages = (Message(entry.context or "", _ids(entry)[0], _texts(entry)) for entry in fit)
    return Outcome(Catalogue(lang, tuple(sorted(messages)), rule), wrong)


def _plural_expression(entries: Catalog) -> str:
    """The rule of the file's header (Babel's for its language if it says none); ValueError if it is none."""
    plural_rule(entries.plural_expr)
    return entries.plural_expr


def _ids(entry: Entry) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def _texts(entry: Entry) -> tuple[str, ...]:
    string = entry.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))
