"""Which mistakes are asked for, when a command names files: those in them, and those elsewhere that they cause."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from sitegen.content.configuration import PATH
from sitegen.foundation.diagnostics import Diagnostic, Span


def named_paths(files: Iterable[Path], site: Path) -> frozenset[str]:
    """The files as the site's diagnostics name them. A folder stands for all that is in it.

    Raises `click.UsageError` for a file that is not there, or not the site's.
    """
    root = site.resolve()
    return frozenset(_named(file, root) for file in files)


def _named(file: Path, root: Path) -> str:
    if not os.path.lexists(file):
        raise click.UsageError(f"there is no file {file}")
    whole = file.parent.resolve() / file.name if file.name not in ("", "..") else file.resolve()
    if not whole.is_relative_to(root):
        raise click.UsageError(f"{file} is not in the site's folder {root}")
    return whole.relative_to(root).as_posix()


def asked_for(diagnostics: Iterable[Diagnostic], paths: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The diagnostics with a place in one of `paths`, and errors of the configuration, on which all depends.

    With no paths, all of them.
    """
    if not paths:
        return tuple(diagnostics)
    return tuple(
        found
        for found in diagnostics
        if any(_is_in(span, paths) for span in (found.span, *found.related))
        or (found.span.path == PATH and found.level == "error")
    )


def _is_in(span: Span, paths: frozenset[str]) -> bool:
    return any(path in (".", span.path) or span.path.startswith(f"{path}/") for path in paths)


def seen_from_here(diagnostics: Iterable[Diagnostic], site: Path) -> tuple[Diagnostic, ...]:
    """The diagnostics with paths from the folder in which the command runs, as terminals and forges want them."""
    folder = os.path.relpath(site)
    if folder == ".":
        return tuple(diagnostics)
    base = site.resolve() if folder.startswith("..") else Path(folder)
    return tuple(
        replace(found, span=_below(base, found.span), related=tuple(_below(base, span) for span in found.related))
        for found in diagnostics
    )


def _below(base: Path, span: Span) -> Span:
    return replace(span, path=(base / span.path).as_posix())
