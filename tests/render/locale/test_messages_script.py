"""scripts/messages.py: strings are found, catalogues kept in step, and what is missing is told."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "messages.py"
CONFIG = (SCRIPT.parents[1] / "babel.cfg").read_text("utf-8")
LANGUAGES = ("da", "nb", "nn", "sv")

TEMPLATE = """{% trans %}
  Hello,
  {{ name }}!
{% endtrans %}
{% trans count=n %}One day left{% pluralize %}{{ count }} days left{% endtrans %}
{{ pgettext("status", "Open") }} {# Translators: a button #}{{ _("Open") }} {{ _("Open") }}
{% trans %}100 % sure{% endtrans %}
"""
CODE = """PROBLEM = N_("“{name}” is missing.")
said = catalogue.ngettext("{n} page", "{n} pages", n)
other = _(variable)
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages_script", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {"babel.cfg": CONFIG, "templates/_parts/page.html": TEMPLATE, "sitegen/a/b.py": CODE}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def po(site: Path, lang: str = "nb") -> Path:
    return site / "locales" / lang / "LC_MESSAGES" / "sitegen.po"


def test_strings_are_found_in_templates_and_code(script: ModuleType, site: Path) -> None:
    found = {key: each.ids[1:] for key, each in script.extracted(site).items()}
    assert found == {
        ("100 %% sure", ""): (),
        ("Hello, %(name)s!", ""): (),
        ("One day left", ""): ("%(count)s days left",),
        ("Open", ""): (),
        ("Open", "status"): (),
        ("{n} page", ""): ("{n} pages",),
        ("“{name}” is missing.", ""): (),
    }


def test_the_file_holds_strings_and_translations_and_nothing_that_moves(
    script: ModuleType, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main(["--root", str(site)]) == 0
    text = po(site).read_text("utf-8")
    assert text.startswith('msgid ""\nmsgstr ""\n"Language: nb\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')
    assert [line for line in text.splitlines() if line.startswith("#")] == ["#. a button"]
    assert 'msgctxt "status"\nmsgid "Open"\nmsgstr ""\n' in text
    assert 'msgid "One day left"\nmsgid_plural "%(count)s days left"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text
    assert "nb: “Open” [status] is not translated (templates/_parts/page.html)" in capsys.readouterr().out


def test_an_update_keeps_translations_and_drops_what_is_gone(script: ModuleType, site: Path) -> None:
    script.main(["--root", str(site)])
    text = po(site).read_text("utf-8")
    mine = text.replace(
        'msgid "Hello, %(name)s!"\nmsgstr ""',
        '# Friendly\n#, fuzzy\nmsgid "Hello, %(name)s!"\nmsgstr "Hei %(name)s!"',
    )
    po(site).write_text(mine + '\nmsgid "Gone"\nmsgstr "Borte"\n', "utf-8")
    script.main(["--root", str(site)])
    assert po(site).read_text("utf-8") == mine
    script.main(["--root", str(site)])
    assert po(site).read_text("utf-8") == mine


def test_a_check_names_string_and_language_and_writes_nothing(
    script: ModuleType, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main(["--check", "--root", str(site)]) == 1
    assert not po(site).exists()
    said = capsys.readouterr().out
    assert "sv: “{n} page” is not translated (sitegen/a/b.py)" in said
    assert "sv: locales/sv/LC_MESSAGES/sitegen.po is not up to date" in said


def test_a_check_passes_when_all_is_translated(script: ModuleType, site: Path) -> None:
    wanted = script.extracted(site)
    done = {key: script.Translated(each.ids, each.ids, False, ()) for key, each in wanted.items()}
    for lang in LANGUAGES:
        po(site, lang).parent.mkdir(parents=True)
        po(site, lang).write_text(script.written(lang, wanted, done), "utf-8")
    assert script.main(["--check", "--root", str(site)]) == 0


def test_a_translation_with_wrong_places_is_a_fault(script: ModuleType, site: Path) -> None:
    wanted = script.extracted(site)
    key = ("Hello, %(name)s!", "")
    faults = script.lacking("nb", {key: wanted[key]}, {key: script.Translated(wanted[key].ids, ("Hei!",), False, ())})
    assert faults == [
        "nb: “Hello, %(name)s!” is translated with wrong places: “Hei!” lacks %(name)s (templates/_parts/page.html)"
    ]


def test_a_template_that_cannot_be_read_stops_the_extraction(script: ModuleType, site: Path) -> None:
    (site / "templates" / "broken.html").write_text("{% trans %}", "utf-8")
    with pytest.raises(Exception, match="unclosed translation block"):
        script.extracted(site)
