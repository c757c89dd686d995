"""How each question that an output may ask is answered: by the site, by the theme, or by a file."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sitegen.content.read import read_attachment
from sitegen.engine.question import FIRST, Asked, UnknownSubject
from sitegen.foundation.digest import Digest
from sitegen.graph.grounds import LOCAL, OTHERS
from sitegen.graph.questions import DIGESTS, QUESTIONS, TIMELY
from sitegen.graph.site import Site
from sitegen.model.reference import Ref
from sitegen.pipeline.history import Tell, history_answer, no_history
from sitegen.render.theme import Theme, catalogue_answer

LARGE = frozenset({"body"})


def site_answers(site: Site) -> dict[str, Asked]:
    """The answers that the site alone gives."""
    return {
        name: Asked(
            partial(answer, site),
            partial(DIGESTS[name], site) if name in DIGESTS else None,
            keep=name not in LARGE,
            hangs_on=FIRST if name in LOCAL else OTHERS.get(name),
            apart=name in TIMELY,  # so that the next change by itself is known
        )
        for name, answer in QUESTIONS.items()
    }


def answers(site: Site, theme: Theme, folder: Path, tell: Tell = no_history) -> Mapping[str, Asked]:
    """All answers there are, but for those that are built."""
    touched = {"touched": history_answer(site, tell)}
    return {**site_answers(site), **_theme_answers(theme), **_file_answers(site, folder), **touched}


def _theme_answers(theme: Theme) -> dict[str, Asked]:
    def asset_bytes(name: str) -> bytes:
        return theme.assets[name].data

    def asset_digest(name: str) -> Digest:
        return theme.assets[name].digest

    return {
        "asset": Asked(lambda name: theme.assets[name].published),
        "asset_bytes": Asked(asset_bytes, asset_digest, keep=False),
        "messages": Asked(partial(catalogue_answer, theme)),
        "template": Asked(lambda name: theme.closures[name]),
    }


def _file_answers(site: Site, folder: Path) -> dict[str, Asked]:
    def media_digest(ref: str, name: str) -> Digest:
        for file in site.files.get(Ref.of(ref), ()):
            if file.name == name:
                return file.digest
        raise UnknownSubject(ref, name)

    def media_bytes(ref: str, name: str) -> bytes:
        path = next(file.path for file in site.files[Ref.of(ref)] if file.name == name)
        return read_attachment(folder, path, media_digest(ref, name))

    return {"media_bytes": Asked(media_bytes, media_digest, keep=False)}
