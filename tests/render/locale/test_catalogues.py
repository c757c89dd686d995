"""The generator's own words are there in every language it ships."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.render.locale.catalogues import catalogue_path, load

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_script", ROOT / "scripts" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wanted(script: ModuleType) -> dict[tuple[str, str], object]:
    return dict(script.extracted(ROOT))


@pytest.mark.parametrize("lang", ["da", "nb", "nn", "sv"])
def test_every_string_has_a_translation_with_its_places(lang: str, script: ModuleType, wanted: dict) -> None:
    faults = script.lacking(lang, wanted, script.translated(catalogue_path(ROOT / "locales", lang)))
    assert not faults, "\n".join((f"{len(faults)} of {len(wanted)} strings:", *faults))


@pytest.mark.parametrize("lang", ["da", "nb", "nn", "sv"])
def test_a_shipped_catalogue_reads_without_complaint(lang: str) -> None:
    found = load(lang, (ROOT / "locales",))
    assert found.diagnostics == ()
    assert found.value
    assert (found.value.lang, found.value.plural) == (lang, "(n != 1)")


def test_no_string_hides_in_an_f_string() -> None:
    """Python's tokenizer before 3.12 gives an f-string as one token, so that nothing in it would be extracted."""
    names = {"gettext", "ngettext", "pgettext", "npgettext", "N_", "_"}
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "sitegen").rglob("*.py"))
        for words in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(words, ast.JoinedStr)
        for call in ast.walk(words)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in names
        if any(isinstance(word, ast.Constant) for word in call.args)
    ]
    assert hidden == []
