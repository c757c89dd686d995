"""What a site looks like: templates, assets and catalogues, read whole. A site's own come before the package's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.foundation.diagnostics import Diagnostic
from sitegen.foundation.digest import Digest, digest_bytes, digest_value
from sitegen.render.locale.catalogues import load
from sitegen.render.locale.messages import Catalogue, catalogue_digest
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
    site: Path, languages: Sequence[str], fallbacks: Mapping[str, Sequence[str]]
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of the site in the folder `site`, for its languages, each with those it falls back to."""
    folders = _folders(site, "templates")
    files = _files(folders)
    templates = {name: data.decode("utf-8") for name, data in files.items() if not name.startswith(ASSETS)}
    closed, wrong = closures(templates)
    catalogues = {}
    for lang in languages:
        outcome = load(lang, locale_folders(site), fallbacks.get(lang, ()))
        if outcome.value:
            catalogues[lang] = outcome.value
        wrong += tuple(_placed(found, site) for found in outcome.diagnostics)
    return Theme(templates, closed, _assets(files), catalogues), wrong


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


def _assets(files: Mapping[str, bytes]) -> dict[str, Asset]:
    return {
        name.removeprefix(ASSETS): _asset(name.removeprefix(ASSETS), data)
        for name, data in files.items()
        if name.startswith(ASSETS)
    }


def _asset(name: str, data: bytes) -> Asset:
    digest = digest_bytes(data)
    stem, _, ending = name.rpartition(".")
    return Asset(name, data, digest, f"{ASSETS}{stem}.{digest[:10]}.{ending}")


def catalogue_answer(theme: Theme, lang: str) -> Digest:
    """What stands for all words of the interface in a language."""
    return catalogue_digest(theme.catalogues[lang]) if lang in theme.catalogues else digest_value(lang)
