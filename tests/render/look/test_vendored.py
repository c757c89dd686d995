"""What is vendored lies there as it was made, under licences that come with it."""

import json
import re

from fontTools.ttLib import TTFont

from scripts.design import ASSETS, FOLDER, MANIFEST, check

NORDIC = "ABCÆØÅÄÖÐÞabcæøåäöðþéüßáčđŋšŧž0123456789«»”“’–—…€→"


def test_the_files_are_those_of_the_manifest() -> None:
    assert check() == []


def test_each_package_has_its_version_checksum_and_licence() -> None:
    packages = json.loads((FOLDER / MANIFEST).read_text("utf-8"))["packages"]
    assert {each["name"]: each["licence"] for each in packages} == {
        "@digdir/designsystemet-css": "MIT",
        "inter-ui": "OFL-1.1",
    }
    assert all(re.fullmatch(r"sha512-[\w+/]{86}==", each["integrity"]) and each["version"] for each in packages)
    assert "Permission is hereby granted, free of charge" in (FOLDER / "designsystemet-licence.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "inter-licence.txt").read_text("utf-8")


def test_the_font_has_what_the_nordic_languages_need() -> None:
    font = TTFont(FOLDER / "inter.woff2")
    assert {ord(char) for char in NORDIC} <= font.getBestCmap().keys()
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]


def test_no_picture_lies_in_a_style_sheet() -> None:
    """A policy of `default-src 'self'` would keep it from readers."""
    assert [path for path in ASSETS.rglob("*.css") if "data:" in path.read_text("utf-8")] == []


def test_every_property_that_is_asked_for_is_set() -> None:
    from sitegen.model.config import Look
    from sitegen.render.look.colours import colours

    css = "".join(path.read_text("utf-8") for path in ASSETS.rglob("*.css")) + colours(Look())
    asked = {name for name, default in re.findall(r"var\(\s*(--[\w-]+)\s*([,)])", css) if default == ")"}
    assert asked - set(re.findall(r"(--[\w-]+)\s*:", css)) == set()
