"""What makes thousands of builds in one process affordable, and hides nothing that is on trial.

Parsing texts and templates, reading catalogues and compiling templates are pure functions; here their results are
kept by all that they are given. The caches of the pipeline itself work as ever. Syncing is for power cuts.
"""

from functools import lru_cache
from typing import Any

import pytest

from sitegen.engine import publish, spare
from sitegen.pipeline import build as build_module, documents as documents_module
from sitegen.render import templates as templates_module
from sitegen.render.locale import catalogues as catalogues_module

from .versions import VERSION

_parsed: dict[Any, Any] = {}
_environments: dict[Any, Any] = {}
_read: dict[Any, Any] = {}
_catalogue = lru_cache(1000)(catalogues_module.parse)


def install(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(publish, "sync_path", _no_sync)
    patch.setattr(spare, "sync_path", _no_sync)
    patch.setattr(spare, "sync_all", _no_sync)
    patch.setattr(catalogues_module, "parse", _catalogue)
    _keep_parsed(patch)
    _keep_environments(patch)
    _keep_read_templates(patch)


def _no_sync(_path: object) -> None:
    pass


def _keep_parsed(patch: pytest.MonkeyPatch) -> None:
    honest = documents_module.parse_one

    def parse_one(languages: tuple[str, ...], version: str, source: Any) -> Any:
        key = (documents_module.cache_key, languages, version, VERSION.number, source.path, source.data)
        if key not in _parsed:
            _parsed[key] = honest(languages, version, source)
        return _parsed[key]

    patch.setattr(documents_module, "parse_one", parse_one)


def _keep_environments(patch: pytest.MonkeyPatch) -> None:
    honest = templates_module.environment

    def environment(templates: Any) -> Any:
        key = tuple(sorted(templates.items()))
        if key not in _environments:
            _environments[key] = honest(templates)
        return _environments[key]

    patch.setattr(build_module, "environment", environment)
    patch.setattr(templates_module, "environment", environment)


def _keep_read_templates(patch: pytest.MonkeyPatch) -> None:
    honest = templates_module._named

    def named(env: Any, name: str, source: str, templates: Any) -> Any:
        key = (name, source, frozenset(templates))
        if key not in _read:
            _read[key] = honest(env, name, source, templates)
        names, wrong = _read[key]
        return names, list(wrong)

    patch.setattr(templates_module, "_named", named)
