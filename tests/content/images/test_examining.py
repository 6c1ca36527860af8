"""The properties of images, and the images that are refused."""

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bantin.content.images.examining import HEAVY, examine
from bantin.domain.model import ImageFacts, ImageForm
from tests.conftest import examples
from tests.pictures import drawing, moving, photo, saved

SIDEWAYS = 6
JPEG = saved(photo(), "JPEG")


def found(data: bytes, path: str = "content/media/a.png") -> ImageFacts:
    facts = examine(path, data).value
    assert facts
    return facts


def codes(data: bytes, path: str = "content/media/a.png") -> list[str]:
    return [problem.code for problem in examine(path, data).problems]


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is that large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b""))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def clear() -> Image.Image:
    image = photo().convert("RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    return image


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (saved(photo()), ImageForm.PHOTO),
        (saved(photo().convert("RGBA")), ImageForm.PHOTO),
        (saved(Image.new("I;16", (600, 400), 40000)), ImageForm.PHOTO),
        (saved(clear()), ImageForm.DRAWING),
        (saved(photo().convert("P")), ImageForm.DRAWING),
        (saved(Image.new("1", (600, 400))), ImageForm.DRAWING),
        (drawing(), ImageForm.DRAWING),
    ],
    ids=["photo", "opaque", "16-bit", "transparent", "palette", "black-white", "one-colour"],
)
def test_an_image_is_a_photo_or_a_drawing(data: bytes, form: ImageForm) -> None:
    assert found(data).form is form


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_is_a_photo_in_whatever_colours(mode: str) -> None:
    data = saved(photo().convert(mode), "JPEG")
    assert (found(data, "content/media/a.JPEG").form, codes(data, "content/media/a.JPEG")) == (ImageForm.PHOTO, [])


def test_an_image_is_as_large_as_it_is_held() -> None:
    turned = Image.Exif()
    turned[0x0112] = SIDEWAYS
    data = saved(photo(600, 400), "JPEG", exif=turned)
    assert (found(data, "a.jpg").width, found(data, "a.jpg").height) == (400, 600)
    assert (found(JPEG, "a.jpg").width, found(JPEG, "a.jpg").height) == (600, 400)


def test_a_digest_is_that_of_the_bytes() -> None:
    assert found(drawing(0)).digest == found(drawing(0), "content/other.png").digest != found(drawing(1)).digest


def test_a_gif_that_moves_stays_one_and_others_are_reported() -> None:
    assert (found(moving(), "a.gif").form, codes(moving(), "a.gif")) == (ImageForm.MOVING, [])
    webp = saved(photo(), "WEBP", save_all=True, append_images=[photo(600, 400).rotate(180)])
    assert (found(webp, "a.webp").form, codes(webp, "a.webp")) == (ImageForm.PHOTO, ["still-image"])


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", b"<svg><script/></svg>", b"BM" + bytes(60), b"%PDF-1.7"],
    ids=["empty", "text", "heic", "svg", "bmp", "pdf"],
)
def test_what_is_no_image_is_reported(data: bytes) -> None:
    assert codes(data) == ["not-an-image"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_an_image_that_is_cut_off_is_reported(kind: str) -> None:
    data = saved(photo(), kind)
    assert codes(data[: len(data) // 2], f"a.{kind.lower()}") in (["damaged-image"], ["not-an-image"])


@pytest.mark.parametrize("side", [8_000, 20_000, 2**31 - 1])
def test_an_image_is_not_decoded_if_that_takes_too_much(side: int) -> None:
    assert codes(bomb(side, side)) == ["image-too-large"]


@pytest.mark.parametrize("size", [(65_501, 1), (1, 65_501)])
def test_a_side_may_be_as_long_as_a_jpeg_can_have_it(size: tuple[int, int]) -> None:
    assert codes(saved(Image.new("RGB", size))) == ["image-too-large"]


def test_a_name_says_what_an_image_is() -> None:
    (problem,) = examine("content/media/a.b.png", JPEG).problems
    assert (problem.code, dict(problem.values)["name"]) == ("wrong-image-suffix", "a.b.jpg")


def test_an_image_that_is_a_burden_is_reported() -> None:
    data = saved(photo())
    assert codes(data + bytes(HEAVY - len(data))) == []
    assert codes(data + bytes(HEAVY + 1 - len(data))) == ["heavy-image"]


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from([JPEG, drawing(), moving(), saved(photo(), "WEBP")]), st.data())
def test_no_damage_is_more_than_a_problem(data: bytes, drawn: st.DataObject) -> None:
    broken = bytearray(data)
    for _ in range(drawn.draw(st.integers(1, 6))):
        broken[drawn.draw(st.integers(0, len(data) - 1))] = drawn.draw(st.integers(0, 255))
    checked = examine("content/media/a.png", bytes(broken))
    assert checked.value or checked.problems
