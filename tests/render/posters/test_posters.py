"""Cards: all that is written on one has its place on it, in letters that exist."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from scripts.poster_fonts import check
from sitegen.render.posters import HEIGHT, WIDTH
from sitegen.render.posters.draw import MARGIN, STRIPE, TITLE, draw
from sitegen.render.posters.lettering import Lettering
from sitegen.render.posters.letters import cut, lines, plain, put, width

BAND, MARK = "#083f3a", "#f2b84b"
LONG = "Samfunnssikkerhetsanskaffelsesstrategiutviklingsprosjektgjennomføring"
TITLES = [
    "Kort",
    "Innovationsindkøb i praksis: Ærø, Åbo, Öland og 12 andre øers fælles færger",
    " ".join([LONG] * 9),
    "W" * 900,
]


def said(title: str, above: str = "Nyheter · 2. desember 2019", site: str = "Nordiske anskaffelser") -> Lettering:
    return Lettering(above, title, site, "norsk bokmål", BAND, MARK)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def box(image: Image.Image) -> tuple[int, int, int, int]:
    """Where something is drawn, the stripe at the top left out."""
    below = image.crop((0, STRIPE, WIDTH, HEIGHT))
    found = ImageChops.difference(below, Image.new("RGB", below.size, BAND)).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize("title", TITLES, ids=len)
def test_all_that_is_written_keeps_clear_of_the_edges(title: str) -> None:
    data = draw(said(title, site=title))
    picture = opened(data)
    assert picture.size == (1200, 630)
    assert len(data) < 60_000
    left, top, right, bottom = box(picture)
    assert left >= MARGIN - 10
    assert right <= WIDTH - MARGIN + 10
    assert top + STRIPE >= MARGIN // 2
    assert bottom + STRIPE <= HEIGHT - MARGIN // 2


@pytest.mark.parametrize("title", TITLES, ids=len)
def test_the_title_ends_above_the_line_of_the_site(title: str) -> None:
    full = opened(draw(said(title)))
    bare = opened(draw(said("")))
    found = ImageChops.difference(full, bare).getbbox()
    assert found is not None
    assert found[1] >= MARGIN + 34
    assert found[3] <= HEIGHT - MARGIN - 20


def test_ground_and_stripe_have_the_sites_colours() -> None:
    picture = opened(draw(Lettering("", "T", "S", "dansk", "#123456", "#fedcba")))
    assert picture.getpixel((4, HEIGHT // 2)) == (0x12, 0x34, 0x56)
    assert picture.getpixel((WIDTH // 2, 4)) == (0xFE, 0xDC, 0xBA)


def test_the_same_words_give_the_same_bytes_and_others_give_others() -> None:
    assert draw(said("Æ")) == draw(said("Æ"))
    assert len({draw(each) for each in (said("A"), said("Å"), said("A", above=""), said("A", site="S"))}) == 4


@cache
def shape(letter: str, weight: str) -> bytes:
    layer = Image.new("L", (120, 120))
    put(layer, (40, 80), letter, weight, 60)
    return layer.tobytes()


@pytest.mark.parametrize("weight", ["bold", "medium"])
def test_every_letter_of_the_north_is_a_letter_of_its_own(weight: str) -> None:
    nordic = "abcdefghijklmnopqrstuvwxyzæøåäöéèàüôðþáíóúýŋđčšŧžǩǥǯ"
    known = [*nordic, *nordic.upper(), *"0123456789–—«»”“„’·…€§%&/()"]
    missing = shape("\N{HANGUL SYLLABLE HAN}", weight)
    assert [each for each in known if shape(each, weight) == missing] == []
    alike = {"Đ": "Ð", "I": "l"}  # as printers have them
    shapes = [shape(each, weight) for each in known if each not in alike]
    assert len(shapes) == len(set(shapes))


@pytest.mark.parametrize("title", TITLES, ids=len)
@pytest.mark.parametrize("size", [size for size, _ in TITLE])
def test_lines_fit_and_lose_nothing(title: str, size: int) -> None:
    found = lines(title, "bold", size, 1000)
    assert max(width(line, "bold", size) for line in found) <= 1000
    assert "".join(found).replace("-", "").replace(" ", "") == title.replace(" ", "")


def test_what_has_no_room_ends_in_dots() -> None:
    assert cut("Kort", "medium", 30, 500) == "Kort"
    found = cut(LONG, "medium", 30, 500)
    assert found.endswith("…")
    assert LONG.startswith(found[:-1])
    assert 450 < width(found, "medium", 30) <= 500


def test_letters_are_composed_and_marks_that_are_not_seen_are_left_out() -> None:
    assert plain("A\u030a  bo\u00adken\n her") == "Å boken her"


def test_those_who_do_not_see_it_are_told_all_of_it() -> None:
    assert said("Tittel").told == "Nyheter · 2. desember 2019: Tittel. Nordiske anskaffelser"
    assert said("Nordiske anskaffelser", above="").told == "Nordiske anskaffelser"


def test_the_licence_comes_with_the_letters() -> None:
    folder = Path(__file__).parents[3] / "sitegen" / "render" / "posters" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "licence.txt").read_text("utf-8").upper()


def test_the_letters_are_those_that_the_script_made() -> None:
    assert check()
