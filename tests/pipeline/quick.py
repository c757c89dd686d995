"""What makes thousands of builds in one process affordable, and hides nothing that is on trial.

Parsing, reading a catalogue and compiling templates are pure functions; here their results are kept by all
that they are given. The caches of the pipeline itself work as ever. Syncing is for power cuts.
"""

from functools import lru_cache
from typing import Any

import pytest

from sitegen.engine import publish, spare
from sitegen.pipeline import build as build_module, documents as documents_module
from sitegen.render import templates as templates_module
from sitegen.render.locale import catalogues as catalogues_module

from .versions import VERSION


def install(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "sync_path", _no_sync)
    patch.setattr(spare, "sync_path", _no_sync)
    patch.setattr(spare, "sync_all", _no_sync)
    patch.setattr(catalogues_module, "parse", lru_cache(1000)(catalogues_module.parse))
    _keep_parsed(patch)
    _keep_environments(patch)


def _no_sync(_path: object) -> None:
    pass


def _keep_parsed(patch: pytest.MonkeyPatch) -> None:
    honest = documents_module.parse_one
    kept: dict[Any, Any] = {}

    def parse_one(languages: tuple[str, ...], version: str, source: Any) -> Any:
        key = (languages, version, VERSION.number, source.path, source.data)
        if key not in kept:
            kept[key] = honest(languages, version, source)
        return kept[key]

    patch.setattr(documents_module, "parse_one", parse_one)


def _keep_environments(patch: pytest.MonkeyPatch) -> None:
    honest = templates_module.environment
    kept: dict[Any, Any] = {}

    def environment(templates: Any) -> Any:
        key = tuple(sorted(templates.items()))
        if key not in kept:
            kept[key] = honest(templates)
        return kept[key]

    patch.setattr(build_module, "environment", environment)
    patch.setattr(templates_module, "environment", environment)
