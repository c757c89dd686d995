"""What is found of files that are to be pictures: whatever they hold, an answer and never an exception."""

import random
from pathlib import Path

import pytest
from PIL import Image

from sitegen.content.pictures import survey
from sitegen.content.pictures.drawing import LARGEST as LARGEST_DRAWING
from sitegen.model.picture import ENDINGS, Picture
from tests.drawn import claiming, moving, picture, saved

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">{}</svg>'


def codes(data: bytes, name: str) -> list[str]:
    return [code for code, _ in survey(data, name).wrong]


@pytest.mark.parametrize("ending", sorted(set(ENDINGS) - {"svg"}))
def test_a_whole_picture_is_known_by_format_and_size(ending: str) -> None:
    found = survey(picture(ending, (30, 20)), f"x.{ending}")
    assert found.picture == Picture(ENDINGS[ending], 30, 20)
    assert found.wrong == ()


def test_a_picture_that_lies_on_its_side_is_known_as_it_is_seen() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = survey(picture("jpg", (30, 20), exif=exif), "x.jpg").picture
    assert found is not None
    assert (found.width, found.height) == (20, 30)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_light_shines_through_is_known(mode: str) -> None:
    clear = Image.new("RGBA", (3, 2), (0, 0, 0, 100)).convert(mode)
    full = Image.new("RGBA", (3, 2), (0, 0, 0, 255)).convert(mode)
    assert [survey(saved(each), "x.png").picture for each in (clear, full)] == [
        Picture("png", 3, 2, opaque=False),
        Picture("png", 3, 2, opaque=True),
    ]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "x.png", "picture-broken"),
        (b"<html></html>", "x.jpg", "picture-broken"),
        (picture("png", (300, 200))[:-30], "x.png", "picture-broken"),
        (picture("jpg", (300, 200))[:-300], "x.jpg", "picture-broken"),
        (claiming(10_000, 9_000), "x.png", "picture-too-large"),
        (claiming(2**31 - 1, 2**31 - 1), "x.png", "picture-too-large"),
        (moving(), "x.gif", "picture-moves"),
        (picture("jpg"), "x.png", "picture-mislabelled"),
        (b"<svg", "x.svg", "picture-broken"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "x.svg", "picture-broken"),
        (picture("png"), "x.svg", "picture-broken"),
        (b" " * (LARGEST_DRAWING + 1), "x.svg", "drawing-unsafe"),
    ],
)
def test_what_is_not_as_it_should_be_is_said(data: bytes, name: str, said: str) -> None:
    assert codes(data, name) == [said]


def test_one_of_another_format_and_one_that_moves_are_shown_all_the_same() -> None:
    assert survey(picture("jpg"), "x.png").picture == Picture("jpeg", 3, 2)
    assert survey(moving(), "x.gif").picture == Picture("gif", 40, 30)


@pytest.mark.parametrize(
    ("size", "known"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="0,0,40.4,30" width="80px" height="60"', (80, 60)),
        ('width="100%" height="100%"', (0, 0)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_is_known_by_its_size(size: str, known: tuple[int, int]) -> None:
    found = survey(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="M0 0"/></svg>'.encode(), "x.svg")
    assert found.wrong == ()
    assert found.picture == Picture("svg", *known, opaque=False)


GOOD = [
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)" style="r:url(#a)"/>',
    "<style>.a { fill: url('#a'); stroke: red }</style><use href='#a'/><use xlink:href=' #a'/><!-- a remark -->",
    '<text xml:space="preserve" role="img" aria-label="a">å</text><title>t</title>',
]
BAD = {
    "<script>alert(1)</script>": "<script>",
    '<path onload="alert(1)"/>': "onload",
    '<path ONCLICK="alert(1)"/>': "ONCLICK",
    "<foreignObject><p>x</p></foreignObject>": "<foreignObject>",
    '<a href="#x"><path/></a>': "<a>",
    '<image href="https://example.com/x.png"/>': "<image>",
    '<use href="https://example.com/x.svg#a"/>': "href",
    '<use xlink:href="javascript:alert(1)"/>': "href",
    '<path fill="url(https://example.com/x)"/>': "fill",
    "<path fill=\"url( 'https://example.com/x#a')\"/>": "fill",
    '<path style="background: u\\72l(x)"/>': "style",
    "<style>@import 'https://example.com/x.css';</style>": "<style>",
    "<style>path { fill: url(//example.com/x) }</style>": "<style>",
    '<animate attributeName="href" to="javascript:alert(1)"/>': "<animate>",
    "<metadata>Kari</metadata>": "<metadata>",
    '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="/home/kari"/>': "label",
    '<p xmlns="http://www.w3.org/1999/xhtml">x</p>': "<p>",
    '<g xml:base="https://example.com/"/>': "base",
    "<?xml-stylesheet href='x.css'?>": "<?…?>",
}


@pytest.mark.parametrize("inside", GOOD)
def test_a_drawing_that_only_draws_is_published(inside: str) -> None:
    assert codes(SVG.format(inside).encode(), "x.svg") == []


@pytest.mark.parametrize(("inside", "found"), BAD.items(), ids=BAD)
def test_a_drawing_that_runs_fetches_or_tells_is_refused_by_name(inside: str, found: str) -> None:
    assert survey(SVG.format(inside).encode(), "x.svg").wrong == (("drawing-unsafe", (("found", found),)),)


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<!DOCTYPE>"),
        ('<?xml-stylesheet href="https://example.com/x.css"?>', "<?…?>"),
    ],
)
def test_what_stands_before_a_drawing_is_looked_at(before: str, found: str) -> None:
    assert survey(f"{before}{SVG.format('')}".encode(), "x.svg").wrong == (("drawing-unsafe", (("found", found),)),)


@pytest.mark.parametrize("ending", sorted(set(ENDINGS)))
def test_no_damage_raises(ending: str) -> None:
    """Bytes changed, cut and repeated at random: a picture, or something that is wrong with it."""
    whole = SVG.format(GOOD[0]).encode() if ending == "svg" else picture(ending, (60, 40))
    dice = random.Random(ending)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        cut = bytes(data)[: dice.randrange(len(data))] if dice.random() < 0.3 else bytes(data)
        found = survey(cut, f"x.{ending}")
        assert found.picture is not None or found.wrong


def test_the_samples_of_the_portal_are_pictures() -> None:
    content = Path(__file__).parents[3] / "content"
    names = [path for path in content.rglob("*") if path.suffix[1:] in ENDINGS]
    assert len(names) >= 5
    assert [(path.name, survey(path.read_bytes(), path.name).wrong) for path in names] == [
        (path.name, ()) for path in names
    ]
