"""What a site looks like: templates, assets and catalogues, read whole. A site's own come before the package's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.digest import Digest, digest_bytes, digest_value
from sitegen.model.config import Look
from sitegen.model.problems import report
from sitegen.render.asset_names import missing_assets
from sitegen.render.locale.catalogues import load
from sitegen.render.locale.messages import Catalogue, catalogue_digest
from sitegen.render.look.bundle import addressed, bundled, imported
from sitegen.render.look.colours import NAME as COLOURS, colours
from sitegen.render.templates import closures

ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme. `published` is its address, which carries its digest, so that it may be kept for ever."""

    name: str
    data: bytes
    digest: Digest
    published: str


@dataclass(frozen=True, slots=True)
class Theme:
    """`templates` are sources by name; `closures` the digest of each with all that it includes."""

    templates: Mapping[str, str]
    closures: Mapping[str, Digest]
    assets: Mapping[str, Asset]
    catalogues: Mapping[str, Catalogue]


def packaged(name: str) -> Path:
    """The folder `templates` or `locales` that ships with the package, or that lies beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "theme" / name
    return installed if installed.is_dir() else package.parent / name


def read_theme(
    site: Path, languages: Sequence[str], fallbacks: Mapping[str, Sequence[str]], look: Look | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of the site in the folder `site`, for its languages, each with those it falls back to.

    `look` are the values that the site sets of it.
    """
    folders = _folders(site, "templates")
    files = _files(folders)
    templates, wrong = _texts({name: data for name, data in files.items() if not name.startswith(ASSETS)})
    closed, found = closures(templates)
    wrong += found
    catalogues = {}
    for lang in languages:
        outcome = load(lang, locale_folders(site), fallbacks.get(lang, ()))
        if outcome.value:
            catalogues[lang] = outcome.value
        wrong += tuple(_placed(each, site) for each in outcome.diagnostics)
    assets = _assets(files, look or Look())
    wrong += tuple(missing_assets(templates, assets))
    if look and look.logo and look.logo not in assets:
        wrong += (report("asset-missing", Span("site.yaml"), name=look.logo),)
    return Theme(templates, closed, assets, catalogues), wrong


def _placed(found: Diagnostic, site: Path) -> Diagnostic:
    """A diagnostic of a catalogue with its path from the site's folder, as all others have it."""
    path = Path(found.span.path)
    inside = path.relative_to(site) if path.is_relative_to(site) else path
    return replace(found, span=replace(found.span, path=inside.as_posix()))


def locale_folders(site: Path) -> list[Path]:
    """The folders of catalogues that a site speaks by: its own, then the package's."""
    return _folders(site, "locales")


def _folders(site: Path, name: str) -> list[Path]:
    """The site's own folder, then the package's; once, where they are one."""
    own, shipped = site / name, packaged(name)
    return [own, shipped] if own.resolve() != shipped.resolve() else [own]


def _files(folders: Sequence[Path]) -> dict[str, bytes]:
    """All files by their path below a folder; the first folder that has one wins. Hidden ones are left out."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in found and not any(part.startswith(".") for part in name.split("/")):
                found[name] = path.read_bytes()
    return dict(sorted(found.items()))


def _texts(files: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The templates' sources; one that is not UTF-8 is empty, and told."""
    texts, wrong = {}, []
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError as error:
            texts[name] = ""
            line = data.count(b"\n", 0, error.start) + 1
            wrong.append(report("not-utf-8", Span(f"templates/{name}", line), byte=f"0x{data[error.start]:02X}"))
    return texts, tuple(wrong)


def _assets(files: Mapping[str, bytes], look: Look) -> dict[str, Asset]:
    """The files that are published: style sheets last, as they name the others by their addresses."""
    named = {name.removeprefix(ASSETS): data for name, data in files.items() if name.startswith(ASSETS)}
    sheets = {name: data.decode("utf-8", "replace") for name, data in named.items() if name.endswith(".css")}
    sheets.setdefault(COLOURS, colours(look))
    found = {name: _asset(name, data) for name, data in named.items() if name not in sheets}
    published = {name: asset.published.removeprefix(ASSETS) for name, asset in found.items()}
    for name in sorted(sheets.keys() - imported(sheets)):
        found[name] = _asset(name, addressed(name, bundled(name, sheets), published).encode("utf-8"))
    return dict(sorted(found.items()))


def _asset(name: str, data: bytes) -> Asset:
    digest = digest_bytes(data)
    path = PurePosixPath(name)
    return Asset(name, data, digest, f"{ASSETS}{path.with_name(f'{path.stem}.{digest[:10]}{path.suffix}')}")


def catalogue_answer(theme: Theme, lang: str) -> Digest:
    """What stands for all words of the interface in a language."""
    return catalogue_digest(theme.catalogues[lang]) if lang in theme.catalogues else digest_value(lang)
