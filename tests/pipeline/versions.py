"""A generator that has versions: its outputs, and what it reads in a text, depend on a number.

So that scripts can upgrade the generator between builds, which then must render and parse everything anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from sitegen.content.parse import parse
from sitegen.engine import sheaf
from sitegen.engine.output import Files, Output
from sitegen.model.document import Source
from sitegen.pipeline import build as build_module, documents as documents_module, load as load_module
from sitegen.pipeline.version import generator_version
from sitegen.render.family import Family
from sitegen.render.view import View


@dataclass
class Version:
    number: int = 0


VERSION = Version()
TEXTUAL = (".html", ".txt", ".xml", ".ics")


def install(patch: pytest.MonkeyPatch) -> None:
    """Makes the pipeline go by `VERSION`, and gather small files into sheaves though there are few."""
    families = tuple(_versioned(family) for family in build_module.FAMILIES)
    patch.setattr(build_module, "FAMILIES", families)
    patch.setattr(documents_module, "parse", _parse)
    for module in (build_module, load_module):
        patch.setattr(module, "generator_version", _version)
    patch.setattr(VERSION, "number", 0)
    patch.setattr(sheaf, "MANY", 2)
    patch.setattr(sheaf, "_mark", lambda told: len(told) % 3)


def _version() -> str:
    return f"{generator_version()}-{VERSION.number}"


def _parse(source: Source, languages: tuple[str, ...]) -> Any:
    """Reads a word of the text in another way in each version."""
    word = f"Noen {VERSION.number}".encode() if VERSION.number else b"Noen"
    return parse(Source(source.path, source.data.replace(b"Noen", word), source.digest), languages)


def _versioned(family: Family) -> Family:
    def render(output: Output, view: View) -> bytes | Files:
        data = family.render(output, view)
        if not output.path.endswith(TEXTUAL):
            return data
        more = b"\n" * VERSION.number
        return data + more if isinstance(data, bytes) else tuple(each + more for each in data)

    return Family(family.name, family.plan, render)


Plant = Callable[[pytest.MonkeyPatch], None]
