"""Style sheets as readers get them: one file, in which every address is that of what is published."""

import re
from pathlib import Path

from sitegen.model.config import Look
from sitegen.model.fields import DeepColour, FileName
from sitegen.render.look.bundle import addressed, bundled, imported
from sitegen.render.theme import read_theme

SHEETS = {
    "site.css": '@import "parts/a.css";\n@import "gone.css";\np { color: red; }\n',
    "parts/a.css": '/* A remark. */\n@import "../b.css";\na { background: url("../pictures/hill.svg"); }\n',
    "b.css": '/*! A licence. */\nb { mask: url(sign.svg) url("data:image/png;x") url(#here); }\n',
}


def test_what_is_imported_stands_in_its_place() -> None:
    text = bundled("site.css", SHEETS)
    assert [text.index(each) for each in ("b {", "a {", "gone.css", "p {")] == sorted(
        text.index(each) for each in ("b {", "a {", "gone.css", "p {")
    )
    assert "A licence." in text
    assert "A remark." not in text
    assert imported(SHEETS) >= {"parts/a.css", "b.css"}


def test_addresses_follow_the_sheet_that_they_stand_in() -> None:
    assert 'url("pictures/hill.svg")' in bundled("site.css", SHEETS)
    text = addressed(
        "site.css", bundled("site.css", SHEETS), {"sign.svg": "sign.1.svg", "pictures/hill.svg": "p/h.2.svg"}
    )
    assert re.findall(r"url\(([^)]*)\)", text) == ['"sign.1.svg"', '"data:image/png;x"', "#here", '"p/h.2.svg"']


def test_sheets_that_import_each_other_end() -> None:
    circle = {"a.css": '@import "b.css";\na {}', "b.css": '@import "a.css";\nb {}'}
    assert "b {}" in bundled("a.css", circle)


def test_the_theme_has_one_style_sheet_that_names_what_is_there() -> None:
    theme, wrong = read_theme(Path("/nowhere"), (), {})
    assert wrong == ()
    assert [name for name in theme.assets if name.endswith(".css")] == ["site.css"]
    published = {asset.published for asset in theme.assets.values()}
    css = theme.assets["site.css"].data.decode()
    shown = set(re.findall(r'url\("([^"]+)"\)', css))
    assert any(each.endswith(".woff2") for each in shown)
    assert {f"assets/{each}" for each in shown} <= published


def test_a_site_sets_its_colours_and_its_logo() -> None:
    theme, wrong = read_theme(Path("/nowhere"), (), {}, Look(accent=DeepColour("#7a1f5c"), logo=FileName("gone.svg")))
    assert [found.code for found in wrong] == ["asset-missing"]
    plain, _ = read_theme(Path("/nowhere"), (), {})
    assert b"#7a1f5c" in theme.assets["site.css"].data
    assert theme.assets["site.css"].published != plain.assets["site.css"].published
