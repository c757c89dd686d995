"""Pictures made anew: what readers see is the picture, and what they can find in the file is nothing else."""

import random
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from sitegen.content.pictures import survey
from sitegen.render.pictures.encode import encode
from tests.drawn import moving, picture, saved

SECRET = b"Eksempelgata 1"
FORMATS = ("jpeg", "png", "webp")


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def colour(data: bytes, place: tuple[int, int] = (2, 2)) -> tuple[int, ...]:
    found = opened(data).convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return found


def near(found: tuple[int, ...], wanted: tuple[int, ...], far: int = 12) -> bool:
    return all(abs(one - other) <= far for one, other in zip(found, wanted, strict=True))


def telling(ending: str) -> bytes:
    """A picture with notes of every sort: a place in EXIF, a remark, XMP and a colour profile."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"comment": SECRET} if ending == "jpg" else {}
    return picture(ending, (40, 30), exif=exif, xmp=b"<x:xmpmeta>" + SECRET, icc_profile=profile, **more)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
@pytest.mark.parametrize("format", FORMATS)
def test_notes_stay_out(ending: str, format: str) -> None:
    source = telling(ending)
    assert SECRET in source
    made = encode(source, format, (20, 15))
    assert SECRET not in made
    assert b"Exif" not in made
    assert not {"exif", "icc_profile", "xmp", "comment", "XML:com.adobe.xmp"} & opened(made).info.keys()
    assert not opened(made).getexif()


@pytest.mark.parametrize("format", FORMATS)
def test_the_size_and_the_format_are_those_asked_for(format: str) -> None:
    made = opened(encode(picture("png", (400, 300)), format, (200, 150)))
    assert (made.format, made.size) == (format.upper(), (200, 150))


@pytest.mark.parametrize("way", range(1, 9))
def test_up_is_up_whichever_way_the_camera_was_held(way: int) -> None:
    """The corner that is red as seen is red at the same place in the file."""
    seen = Image.new("RGB", (80, 40), (255, 255, 255))
    seen.paste((255, 0, 0), (0, 0, 20, 20))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = seen.transpose(Image.Transpose(back[way])) if way > 1 else seen
    exif = Image.Exif()
    exif[0x0112] = way
    made = encode(saved(held, "jpg", exif=exif, quality=95), "png", (80, 40))
    assert near(colour(made, (8, 8)), (255, 0, 0), 40)
    assert near(colour(made, (70, 30)), (255, 255, 255), 40)


def test_colours_of_print_become_those_of_a_screen() -> None:
    image = Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    assert near(colour(encode(saved(image, "jpg"), "png", (8, 8))), (254, 0, 0), 30)


def test_sixteen_bits_a_pixel_are_not_all_white() -> None:
    image = Image.new("I;16", (8, 8), 0x8000)
    assert near(colour(encode(saved(image), "png", (8, 8))), (128, 128, 128), 2)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_mode_of_a_picture_becomes_a_picture(mode: str, format: str) -> None:
    image = Image.new(mode, (8, 8)) if mode == "I;16" else Image.new("RGBA", (8, 8), (0, 200, 0, 90)).convert(mode)
    assert opened(encode(saved(image), format, (4, 4))).size == (4, 4)


def test_what_shines_through_does_so_still() -> None:
    image = Image.new("RGBA", (8, 8), (200, 0, 0, 0))
    for format in ("png", "webp"):
        made = opened(encode(saved(image), format, (4, 4))).convert("RGBA")
        assert made.getpixel((1, 1))[3] == 0  # type: ignore[index]


def test_a_profile_is_followed_and_a_broken_one_is_not() -> None:
    swapped = ImageCms.createProfile("LAB")
    lab = ImageCms.ImageCmsProfile(swapped).tobytes()
    for profile in (lab, b"nonsense"):
        assert near(colour(encode(picture("png", icc_profile=profile), "png", (3, 2)), (1, 1)), (10, 90, 80), 3)


def test_one_that_moves_is_its_first_frame() -> None:
    made = opened(encode(moving(), "webp", (40, 30)))
    assert getattr(made, "n_frames", 1) == 1
    assert near(colour(encode(moving(), "png", (40, 30))), (255, 0, 0))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_picture_gives_the_same_bytes(format: str) -> None:
    source = saved(Image.effect_noise((300, 200), 90), "jpg")
    assert encode(source, format, (150, 100)) == encode(source, format, (150, 100))


@pytest.mark.parametrize("ending", ["avif", "gif", "jpg", "png", "webp"])
def test_whatever_was_found_to_be_a_picture_can_be_made(ending: str) -> None:
    """Bytes that are changed at random raise nothing here that the survey did not find."""
    exif = Image.Exif()
    exif[0x0112] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    whole = picture(ending, (60, 40)) if ending == "gif" else picture(ending, (60, 40), exif=exif, icc_profile=profile)
    dice = random.Random(ending)
    made = 0
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 5)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        found = survey(bytes(data), f"x.{ending}").picture
        if found and found.width * found.height < 1_000_000:
            made += 1
            assert opened(encode(bytes(data), "webp", (found.width, found.height))).size == (found.width, found.height)
    assert made > 3
