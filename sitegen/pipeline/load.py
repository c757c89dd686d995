"""A site's folder to everything that a build needs: the site, its theme, and all that is wrong with either."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.checks import CHECKS
from sitegen.checks.silencing import silenced
from sitegen.content.configuration import PATH, parse_configuration, publisher_reference, stated_languages
from sitegen.content.ledger import PATH as LEDGER, parse_ledger
from sitegen.content.pictures import able
from sitegen.content.read import Attachment, Folder, read_folder
from sitegen.engine.rendering import Workers
from sitegen.engine.store import Store
from sitegen.foundation.diagnostics import Diagnostic, Outcome, Span, by_place, has_errors
from sitegen.foundation.pool import Progress
from sitegen.graph.addresses import SECTIONS
from sitegen.graph.assemble import Input, assemble
from sitegen.graph.site import File, Site
from sitegen.model.config import Config
from sitegen.model.ledger import Ledger
from sitegen.model.picture import Picture
from sitegen.model.problems import report
from sitegen.model.reference import Ref
from sitegen.pipeline.documents import Documents, read_documents
from sitegen.pipeline.pictures import Pictures, look_at
from sitegen.pipeline.spelling import Spelling, Spelt, check_words
from sitegen.pipeline.version import generator_version
from sitegen.render.theme import Theme, read_theme


@dataclass(frozen=True, slots=True)
class Loaded:
    """The site and its theme; both are None where there is no configuration. `parsed` counts files that were."""

    site: Site | None
    theme: Theme | None
    diagnostics: tuple[Diagnostic, ...]
    sources: int = 0
    parsed: int = 0

    @property
    def good(self) -> bool:
        """Whether there is a site to publish."""
        return self.site is not None and not has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Held:
    """What the folder of a site holds, as it lies there or as an edit would leave it; None: there is no such file."""

    configuration: bytes | None
    ledger: bytes | None
    content: Folder


def held_by(folder: Path) -> Held:
    """What is in the folder now."""
    configuration = (folder / PATH).read_bytes() if (folder / PATH).is_file() else None
    ledger = (folder / LEDGER).read_bytes() if (folder / LEDGER).is_file() else None
    return Held(configuration, ledger, read_folder(folder))


def load(
    folder: Path,
    now: datetime,
    store: Store,
    workers: Workers,
    progress: Progress | None = None,
    planned: Held | None = None,
    spelling: Spelling | None = None,
) -> Loaded:
    """Everything in `folder`, as it is at the instant `now`; with `planned`, as if the folder held that.

    With `spelling` its words are looked up as well.
    """
    try:
        data = planned.configuration if planned else (folder / PATH).read_bytes()
    except OSError:
        data = None
    if data is None:
        return Loaded(None, None, (report("no-configuration", Span(PATH)),))
    outcome = parse_configuration(data, tuple(sorted(SECTIONS)))
    config, content = outcome.value, planned.content if planned else read_folder(folder)
    tags = config.tags if config else stated_languages(data)
    read = read_documents(content.sources, tags, generator_version(), store, workers, progress)
    if config is None:
        broken = by_place((*outcome.diagnostics, *_of_files(content, read)))
        return Loaded(None, None, broken, len(content.sources), read.parsed)
    pictures = look_at(folder, content.attachments, generator_version(), store, workers)
    recorded = parse_ledger(planned.ledger) if planned and planned.ledger else _ledger(folder)
    site, wrong = assemble(_input(data, config, content, read, pictures, recorded.value or Ledger()), now)
    reads = {tag: config.reads(tag) for tag in config.tags}
    theme, wrong_theme = read_theme(folder, config.tags, reads, config.settings.look)
    checked = tuple(found for check in CHECKS for found in check(site))
    spelt = check_words(spelling, folder, site, content.sources, workers) if spelling else Spelt()
    found = (
        *outcome.diagnostics,
        *recorded.diagnostics,
        *content.diagnostics,
        *read.diagnostics,
        *pictures.diagnostics,
        *wrong,
        *wrong_theme,
        *checked,
        *spelt.diagnostics,
    )
    told = by_place(silenced(found, config, read.documents, spelt.files))
    return Loaded(site, theme, told, len(content.sources), read.parsed)


def _of_files(content: Folder, read: Documents) -> Iterator[Diagnostic]:
    """The errors of each file by itself, told where the configuration is broken and the files make no site.

    Those that hang on the site's languages are left out: it is not known whether those were meant.
    """
    for found in (*content.diagnostics, *read.diagnostics):
        if found.level == "error" and found.code not in ("unknown-language", "expects-languages"):
            yield found


def _ledger(folder: Path) -> Outcome[Ledger]:
    """The ledger of the calendars, if one is kept."""
    try:
        return parse_ledger((folder / LEDGER).read_bytes())
    except FileNotFoundError:
        return Outcome(Ledger())
    except OSError as error:
        return Outcome(None, (report("unreadable-file", Span(LEDGER), reason=error.strerror),))


def _input(
    data: bytes, config: Config, content: Folder, read: Documents, pictures: Pictures, recorded: Ledger
) -> Input:
    return Input(
        config=config,
        documents=read.documents,
        broken=read.broken,
        stated=publisher_reference(data),
        files=_files(content.attachments, pictures.known),
        load_body=read.load_body,
        ledger=recorded,
        draws=able(),
    )


def _files(attachments: tuple[Attachment, ...], known: Mapping[str, Picture]) -> Mapping[Ref, tuple[File, ...]]:
    found: dict[Ref, tuple[File, ...]] = {}
    for each in attachments:
        found[each.ref] = (*found.get(each.ref, ()), File(each.name, each.path, each.digest, known.get(each.path)))
    return dict(sorted(found.items()))
