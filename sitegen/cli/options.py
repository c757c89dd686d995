"""The options that several commands share, and the job that they make."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen.content.configuration import PATH
from sitegen.engine.rendering import Workers
from sitegen.pipeline.build import Job
from sitegen.pipeline.indexing import installed
from sitegen.render.telling.formats import FORMATS

F = TypeVar("F", bound=Callable[..., Any])
SITE = "The folder with site.yaml and content/."
OUTPUT = "The folder to publish to.  [default: build/{} in the site's folder]"
CACHE = "The folder for the cache.  [default: build/{} in the site's folder]"
NOW = "Build as if it were this time, such as 2026-03-04T10:00."
JOBS = "How many processes to use.  [default: as there are processors]"
FORMAT = "How mistakes are written: text to standard error, all others to standard output."
LANG = "The language of the messages: nb, nn, sv, da or en.  [default: that of the environment]"


class Instant(click.ParamType[datetime]):
    """A day or a time in ISO 8601; without an offset it is UTC."""

    name = "ISO"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time such as 2026-03-04T10:00", param, ctx)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def with_options(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator."""
    return lambda command: reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


_FOLDER = click.Path(file_okay=False, path_type=Path)


def site_options_of(cache: str) -> Callable[[F], F]:
    """Those that say what is built and how; the cache is `cache` below the site's `build` unless it is said."""
    return with_options(
        click.option("--site", type=_FOLDER, default=Path(), show_default="this folder", help=SITE),
        click.option("--cache", type=_FOLDER, help=CACHE.format(cache)),
        click.option("--now", type=Instant(), help=NOW),
        click.option("--jobs", type=click.IntRange(1, 512), help=JOBS),
    )


def output_option_of(output: str) -> Callable[[F], F]:
    """Where to publish: `output` below the site's `build` unless it is said."""
    return click.option("--output", type=_FOLDER, help=OUTPUT.format(output))


site_options = site_options_of("cache")
output_option = output_option_of("site")
telling_options = with_options(
    click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help=FORMAT),
    click.option("--lang", metavar="TAG", help=LANG),
)


def job(
    site: Path,
    output: Path | None = None,
    cache: Path | None = None,
    now: datetime | None = None,
    jobs: int | None = None,
    strict: bool = False,
) -> Job:
    """The job that the options describe. Raises `click.UsageError` where there is no site to work on."""
    if not site.is_dir():
        raise click.UsageError(f"there is no folder {site}")
    if not (site / PATH).is_file():
        raise click.UsageError(f"{site.resolve()} has no {PATH}; name the site's folder with --site")
    chosen = output or site / "build" / "site"
    _refuse_to_overwrite(site.resolve(), chosen.resolve())
    return Job(
        site=site,
        output=chosen,
        cache=cache or site / "build" / "cache",
        now=now or datetime.now(UTC).replace(microsecond=0),
        clock=time.time_ns(),
        workers=Workers(jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or 1),
        strict=strict,
        indexer=installed(),
    )


def _refuse_to_overwrite(site: Path, output: Path) -> None:
    """The published tree is made anew, so that it must not be the site, or hold it, or be a part of it."""
    parts = [site / name for name in ("content", "templates", "locales")]
    if site.is_relative_to(output) or any(output.is_relative_to(part) for part in parts):
        raise click.UsageError(f"--output {output} would overwrite the site's own files")
