"""sitegen serve: the live preview."""

import asyncio
import errno
import logging
import signal
import time
import webbrowser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server, socket

import click

from sitegen.cli.console import complain, fail
from sitegen.cli.language import words_of
from sitegen.cli.options import job, output_option_of, site_options_of
from sitegen.foundation import cycles
from sitegen.preview.building import Builder
from sitegen.preview.built import Request
from sitegen.preview.guard import is_loopback, names_of
from sitegen.preview.pages import LAST_GOOD
from sitegen.preview.session import Heard, Place, Session
from sitegen.preview.watching import Watched, Watcher
from sitegen.render.telling import summary
from sitegen.render.theme import packaged

OUTPUT = "preview"
CACHE = "preview-cache"
"""Of its own, since a cache remembers the files of one published tree: two would read all of theirs anew."""
CODE = ".py"
FEW = 3  # paths that a line names


@click.command()
@site_options_of(CACHE)
@output_option_of(OUTPUT)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The name or address to listen on: this machine's."
)
@click.option("--port", type=click.IntRange(0, 65535), default=5500, show_default=True, help="0: any that is free.")
@click.option("--open", "opening", is_flag=True, help="Show the site in a browser.")
def serve(
    site: Path,
    output: Path | None,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
    host: str,
    port: int,
    opening: bool,
) -> None:
    """Shows the site while it is written: builds it at each change, and reloads the browser.

    Publishes to build/preview, so that what `sitegen build` published stays as it is.
    """
    cycles.seek()
    if not is_loopback(host):
        raise click.UsageError(f"--host {host}: a preview is for this machine alone; use localhost, 127.0.0.1 or ::1")
    build = site / "build"

    def request() -> Request:
        wanted = job(site, output or build / OUTPUT, cache or build / CACHE, now, jobs)
        return Request(
            site=str(wanted.site.resolve()),
            output=str(wanted.output.absolute()),
            cache=str(wanted.cache.absolute()),
            now=wanted.now,
            clock=wanted.clock,
            jobs=wanted.workers.jobs,
        )

    first = request()
    listening = _listening(host, port)
    place = Place(Path(first.site), Path(first.output), [listening], names_of(host), words_of(site))
    logging.getLogger("tornado.general").setLevel(logging.ERROR)  # what strangers send is no news
    asyncio.run(_run(place, request, _address(host, listening), opening))
    click.echo("The preview has ended.")


def _listening(host: str, port: int) -> socket:
    """The socket that requests come in by. By `localhost` browsers find IPv4 as well."""
    family = AF_INET6 if ":" in host else AF_INET
    try:
        found = create_server((host, port), family=family)
    except OSError as error:
        taken = f"port {port} of {host} is taken; choose another with --port, or any that is free with --port 0"
        fail(taken if error.errno == errno.EADDRINUSE else f"cannot listen on {host}, port {port}: {error.strerror}")
        raise
    found.setblocking(False)
    return found


def _address(host: str, listening: socket) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"


async def _run(place: Place, request: Callable[[], Request], address: str, opening: bool) -> None:
    """Serves until the process is told to end."""
    ended = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, ended.set)
    builder = Builder(request)
    session = Session(place, builder.build, time.perf_counter, lambda heard: _tell(heard, place, address))
    working = asyncio.create_task(_work(session, builder, place.site, address, opening))
    ending = asyncio.create_task(ended.wait())
    try:
        await asyncio.wait({working, ending}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        working.cancel()
        ending.cancel()
        await asyncio.gather(ending, return_exceptions=True)
        try:
            await working
        except asyncio.CancelledError:
            pass
        finally:
            await builder.close()
            await session.close()


async def _work(session: Session, builder: Builder, site: Path, address: str, opening: bool) -> None:
    """Builds now, and whenever something changes."""
    async with Watcher(Watched(site, _generator(site)), lambda line: click.echo(line, err=True)) as watcher:
        click.echo(f"Building {site} …")
        await session.rebuild()
        home = address + session.standing.home
        click.echo(f"Preview: {home}  (Ctrl-C ends it)")
        if opening:
            await asyncio.to_thread(webbrowser.open, home)
        await builder.prepare()
        async for changed in watcher.changes():
            if any(path.endswith(CODE) for path in changed):
                await builder.renew()
            await session.rebuild(changed)
            await builder.prepare()


def _generator(site: Path) -> tuple[Path, ...]:
    """The generator's own folders, when it is run from a checkout: its developers want a preview of them."""
    package = Path(__file__).resolve().parent.parent
    templates = packaged("templates")
    if templates.is_relative_to(package):
        return ()
    others = (package, templates, packaged("locales"))
    return tuple(other for other in others if other.parent != site or other == package)


def _tell(heard: Heard, place: Place, address: str) -> None:
    """One line for a build, below all that is wrong if that is new; of a bug, its trace."""
    built = heard.built
    if not heard.same:
        complain(built.diagnostics, place.site)
    if built.trace:
        click.echo(built.trace, err=True)
    of = f"{_named(heard.changed)}: " if heard.changed else ""
    done = f"{built.rendered} of {built.outputs} rendered, {built.written} written, {built.removed} removed"
    took = f"in {heard.seconds:.2f} s; {summary(built.diagnostics)}"
    if not built.broken:
        click.echo(f"{of}{done} {took}")
        return
    why = built.failure or f"{summary(built.diagnostics)} in {built.sources} files"
    old = f"; the last good site: {address}{heard.standing.home}?{LAST_GOOD}" if place.output.is_dir() else ""
    click.echo(click.style(f"{of}not published: {why}{old}", fg="red"), err=True)


def _named(changed: tuple[str, ...]) -> str:
    named = ", ".join(changed[:FEW])
    return named + (f" and {len(changed) - FEW} more" if len(changed) > FEW else "")
