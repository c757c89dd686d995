"""One build in a process of its own: the request on standard input, what came of it on standard output.

The process is started before it is needed, so that everything is imported when the request comes.
"""

import os
import sys
import traceback
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from sitegen.content.configuration import PATH, parse_configuration
from sitegen.content.read import Changed
from sitegen.engine.rendering import RenderFailed, Workers
from sitegen.engine.target import PublishError
from sitegen.foundation import cycles
from sitegen.foundation.pool import WorkerDied
from sitegen.graph.addresses import SECTIONS
from sitegen.pipeline.build import Job, Report, build
from sitegen.pipeline.indexing import installed
from sitegen.pipeline.version import generator_version
from sitegen.preview.built import Built, Request

PATIENCE = 30.0
"""Seconds that another build of the same preview may take."""
_REFUSALS = (PublishError, Changed, MemoryError, OSError, WorkerDied)
"""What the machine, and not a bug, ends a build with."""


def main() -> None:
    """Answers one request. What the build prints goes to standard error."""
    cycles.leave()
    reply = os.dup(1)
    os.dup2(2, 1)
    generator_version()  # now, so that it is the version of the code that was imported
    asked = sys.stdin.buffer.read()
    if asked:
        answer = encoded(work(msgspec.json.decode(asked, type=Request)))
        with os.fdopen(reply, "wb") as file:
            file.write(answer)


def work(request: Request) -> Built:
    """What came of the build; every exception becomes a part of it."""
    site = Path(request.site)
    job = Job(
        site=site,
        output=Path(request.output),
        cache=Path(request.cache),
        now=request.now,
        clock=request.clock,
        workers=Workers(request.jobs),
        wait=PATIENCE,
        indexer=installed(),
    )
    try:
        return told(build(job), prefix_of(site))
    except Exception as error:
        return failed(error, prefix_of(site))


def encoded(built: Built) -> bytes:
    try:
        return msgspec.json.encode(built)
    except Exception as error:
        return msgspec.json.encode(failed(error))


def told(report: Report, prefix: str | None) -> Built:
    """The report as it travels."""
    published = report.published
    return Built(
        diagnostics=report.diagnostics,
        published=published is not None,
        sources=report.sources,
        outputs=report.outputs,
        rendered=len(report.rendered),
        written=len(published.written) if published else 0,
        removed=len(published.removed) if published else 0,
        prefix=prefix,
    )


def failed(error: Exception, prefix: str | None = None) -> Built:
    """What is said of an exception: of the machine's refusals a line, of a bug its trace as well."""
    cause = error.cause if isinstance(error, RenderFailed) else error
    said = str(cause if isinstance(cause, _REFUSALS) else error) or type(cause).__name__
    if isinstance(cause, _REFUSALS):
        return Built(failure=_printable(said), prefix=prefix)
    named = said if isinstance(error, RenderFailed) else f"{type(error).__name__}: {said}"
    trace = "".join(traceback.format_exception(error))
    return Built(failure=_printable(named), trace=_printable(trace), prefix=prefix)


def _printable(text: str) -> str:
    """The text without the lone surrogates that a file's name may bring."""
    return text.encode("utf-8", "backslashreplace").decode()


def prefix_of(site: Path) -> str | None:
    """The path of the site's public address, with a slash at its end; None where `site.yaml` says none."""
    try:
        config = parse_configuration((site / PATH).read_bytes(), tuple(sorted(SECTIONS))).value
    except OSError:
        return None
    return urlsplit(config.base).path if config else None
