"""Moving GIFs keep their pictures, their times and their repetitions, and nothing else."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from bantin.content.images.faults import DamagedImage
from bantin.content.images.gif import strip_metadata
from tests.domain.text.strategies import bounded
from tests.pictures import moving, saved

XMP = b"\x21\xff\x0bXMP DataXMP" + b"<x>SECRET PLACE 21.0285</x>" + bytes([1]) + bytes(range(255, -1, -1)) + b"\0"
COMMENT = b"\x21\xfe\x06SECRET\x00"
TEXT = b"\x21\x01\x0c" + bytes(12) + b"\x06SECRET\x00"
OTHER = b"\x21\xff\x0bICCRGBG1012\x06SECRET\x00"
LONG = b"\x21\xfe" + b"\xff" + b"SECRET".ljust(255) + b"\x03abc\x00"


def gif(**options: object) -> bytes:
    """A GIF of four pictures that differ, with times that do."""
    frames = [Image.new("RGB", (40, 20), (60 * n, 20, 200)) for n in range(4)]
    for n, frame in enumerate(frames):
        frame.paste((255, 255, 0), (n, n, n + 9, n + 5))
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300, 40], **options)


def shown(data: bytes) -> list[tuple[bytes, object, object]]:
    with Image.open(io.BytesIO(data)) as image:
        return [
            (frame.convert("RGBA").tobytes(), frame.info.get("duration"), frame.info.get("loop"))
            for frame in ImageSequence.Iterator(image)
        ]


def with_blocks(data: bytes, *blocks: bytes) -> bytes:
    """``data`` with ``blocks`` before its first extension and before its end."""
    start = data.index(b"\x21")
    return data[:start] + b"".join(blocks) + data[start:-1] + b"".join(blocks) + b"\x3b" + b"SECRET"


@pytest.mark.parametrize("options", [{}, {"loop": 0}, {"loop": 3}, {"disposal": 2}, {"transparency": 0}])
@pytest.mark.parametrize("block", [COMMENT, XMP, TEXT, OTHER, LONG], ids=["comment", "xmp", "text", "icc", "long"])
def test_pictures_and_times_stay_and_the_rest_goes(block: bytes, options: dict[str, object]) -> None:
    plain = gif(**options)
    data = with_blocks(plain, block)
    assert b"SECRET" in data
    assert shown(strip_metadata(data)) == shown(data) == shown(plain)
    assert b"SECRET" not in strip_metadata(data)


def test_a_comment_that_the_library_writes_goes() -> None:
    data = gif(comment=b"SECRET COMMENT", loop=0)
    assert b"SECRET" in data
    assert b"SECRET" not in strip_metadata(data)


def test_what_is_bare_stays_as_it_is() -> None:
    assert strip_metadata(moving()) == moving()
    bare = strip_metadata(gif(loop=0))
    assert strip_metadata(bare) == bare


def test_words_behind_the_count_of_repetitions_go() -> None:
    data = gif(loop=0)
    end = data.index(b"NETSCAPE2.0") + 11 + 4
    assert strip_metadata(data[:end] + b"\x06SECRET" + data[end:]) == strip_metadata(data)


@pytest.mark.parametrize("data", [b"", b"GIF89a", gif()[:12], gif()[:200], gif()[:-1] + b"\x99", moving()[:-5]])
def test_what_is_cut_off_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedImage):
        strip_metadata(data)


@bounded
@given(st.binary(max_size=300))
def test_any_bytes_have_an_answer(data: bytes) -> None:
    with contextlib.suppress(DamagedImage):
        assert strip_metadata(b"GIF89a" + data).endswith(b";")
