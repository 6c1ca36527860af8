"""Published images: upright pixels in sRGB, in all sizes, and nothing else."""

import io
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from bantin.content.images.decoding import LONGEST_SIDE
from bantin.content.images.examining import examine
from bantin.content.images.faults import DamagedImage
from bantin.render.images.encoding import encode
from bantin.site.pictures import Rendition, renditions
from tests.conftest import examples
from tests.index.contents import SITE
from tests.pictures import drawing, photo, saved

WIDE = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()


def place() -> Image.Exif:
    """A new one for each picture: a format that turns pictures itself takes the orientation out."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET PLACE"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 50.0, 0.0)})
    return exif


TOLD: dict[str, dict[str, Any]] = {
    "JPEG": {"exif": place(), "comment": b"SECRET COMMENT"},
    "PNG": {"exif": place()},
    "WEBP": {"exif": place(), "xmp": b"SECRET XMP"},
    "AVIF": {"exif": place(), "xmp": b"SECRET XMP"},
}

CUT = (whole := saved(photo()))[: len(whole) // 2]


def made(data: bytes, path: str = "content/media/a.jpg") -> dict[Rendition, Image.Image]:
    facts = examine(path, data).value
    assert facts
    wanted = renditions(facts, SITE)
    opened: dict[Rendition, Image.Image] = {}
    for one, encoded in zip(wanted, encode(data, wanted), strict=True):
        opened[one] = Image.open(io.BytesIO(encoded))
        opened[one].load()
    return opened


@pytest.mark.parametrize("kind", TOLD)
def test_nothing_but_pixels_is_published(kind: str) -> None:
    data = saved(photo(), kind, **TOLD[kind])
    assert b"SECRET" in data
    facts = examine(f"content/media/a.{kind.lower()}", data).value
    assert facts
    for one, encoded in zip(renditions(facts, SITE), encode(data, renditions(facts, SITE)), strict=True):
        image = Image.open(io.BytesIO(encoded))
        assert b"SECRET" not in encoded
        assert not image.getexif()
        assert {"exif", "xmp", "comment", "icc_profile"}.isdisjoint(image.info), one.type
        assert image.size == (one.width, one.height)
        assert one.width < one.height


def test_each_rendition_is_of_its_format_and_size() -> None:
    found = made(saved(photo(1800, 1200), "JPEG"))
    sizes = {(one.type, image.format, image.size) for one, image in found.items()}
    widths = [(480, 320), (960, 640), (1600, 1067)]
    expected = {(kind.lower(), kind, size) for kind in ("AVIF", "WEBP") for size in widths}
    assert sizes == {*expected, ("jpg", "JPEG", widths[-1])}


def test_a_drawing_keeps_every_pixel() -> None:
    image = Image.new("RGBA", (500, 100), (0, 0, 0, 0))
    image.paste((143, 29, 29, 255), (10, 10, 200, 90))
    for shown in made(saved(image), "content/media/a.png").values():
        assert shown.convert("RGBA").getcolors() == image.getcolors()


def test_sixteen_bits_become_eight() -> None:
    for shown in made(saved(Image.new("I;16", (500, 300), 0x8000)), "content/media/a.png").values():
        assert shown.convert("L").getextrema() == (0x80, 0x80)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB", "LA", "P", "1"])
def test_colours_of_every_kind_are_shown_in_srgb(mode: str) -> None:
    kind, path = ("JPEG", "content/media/a.jpg") if mode == "CMYK" else ("PNG", "content/media/a.png")
    for shown in made(saved(photo().convert(mode), kind), path).values():
        assert shown.mode in ("RGB", "RGBA", "L")


@pytest.mark.parametrize("profile", [b"no profile", WIDE], ids=["nonsense", "unfitting"])
def test_a_profile_that_cannot_be_used_is_done_without(profile: bytes) -> None:
    assert made(saved(photo(), "JPEG", icc_profile=profile))


def test_a_profile_is_applied() -> None:
    """One in which red is what others call blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"xxxx").replace(b"bXYZ", b"rXYZ").replace(b"xxxx", b"bXYZ")
    red = Image.new("RGB", (500, 300), (255, 0, 0))
    for shown in made(saved(red, "JPEG", icc_profile=swapped, quality=95)).values():
        found = shown.convert("RGB").getpixel((0, 0))
        assert isinstance(found, tuple)
        assert found[0] < 100 < found[2]


def test_the_same_bytes_are_made_each_time() -> None:
    data = saved(photo(), "JPEG")
    facts = examine("content/media/a.jpg", data).value
    assert facts
    wanted = renditions(facts, SITE)
    assert list(encode(data, wanted)) == list(encode(data, wanted))


FORMATS = {kind.lower(): kind for kind in ("JPEG", "PNG", "WEBP", "AVIF")}
LONGEST_AVIF = 32_768
LENGTHS = st.sampled_from((1, 2, 7, 8, 479, 16_383, 16_384, 32_768, 32_769, 65_500, 65_501))


@settings(max_examples=examples(30), deadline=None)
@given(st.sampled_from(sorted(FORMATS)), LENGTHS, st.integers(1, 9), st.booleans(), st.booleans())
@example("jpeg", 17_000, 700, False, True)
@example("jpeg", 1, 1, False, False)
def test_whatever_is_read_is_published(suffix: str, length: int, other: int, is_wide: bool, has_colours: bool) -> None:
    size = (length, other) if is_wide else (other, length)
    path = f"content/media/a.{suffix}"
    try:
        data = saved(photo(*size) if has_colours else Image.new("RGB", size), FORMATS[suffix])
    except (OSError, ValueError):
        return  # too long for the format that it would come in
    facts = examine(path, data)
    if facts.value is None:
        # Of AVIF, libavif opens nothing that is longer than browsers show.
        assert max(size) > (LONGEST_AVIF if suffix == "avif" else LONGEST_SIDE)
        assert facts.problems
        return
    assert not facts.problems
    assert all(image.size == (one.width, one.height) for one, image in made(data, path).items())


def test_what_is_too_long_for_a_format_is_not_offered_in_it() -> None:
    types = [one.type for one in made(saved(photo(70, 17_000), "JPEG"))]
    assert types == ["avif", "jpg"]


def test_an_image_that_is_damaged_is_refused() -> None:
    facts = examine("content/media/a.png", drawing()).value
    assert facts
    with pytest.raises(DamagedImage):
        list(encode(CUT, renditions(facts, SITE)))
