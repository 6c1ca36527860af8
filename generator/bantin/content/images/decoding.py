"""Opening image files, which anybody may have made, with Pillow: a few formats, and limits to what they may take."""

import contextlib
import io
import struct
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

from bantin.content.images.faults import DamagedImage, NotAnImage, TooLong, TooManyPixels

MOST_PIXELS = 50_000_000
"""The pixels of the largest image that is decoded: a photo of 50 megapixels takes 150 MB of memory."""

LONGEST_SIDE = 65_500
"""The pixels of the longest side that a JPEG can have (libjpeg's ``JPEG_MAX_DIMENSION``)."""

# No more than these are ever tried: each format is a decoder in C more that a hostile file could be made for.
_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# What Pillow raises for files that are cut off or make no sense: all of these, depending on the format.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)

_ORIENTATION = 0x0112
_ON_THE_SIDE = frozenset({5, 6, 7, 8})


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The image that ``data`` holds, whose pixels have not been decoded yet; Pillow's warnings are silent meanwhile.

    Raises ``NotAnImage``, ``TooManyPixels``, ``TooLong`` and ``DamagedImage``.
    """
    with warnings.catch_warnings():
        # Pillow warns of bombs, which are judged here, and of details that nobody would mend.
        warnings.simplefilter("ignore")
        with telling_damage():
            try:
                image = Image.open(io.BytesIO(data), formats=_FORMATS)
            except UnidentifiedImageError as error:
                raise NotAnImage from error
        with image:
            if image.width * image.height > MOST_PIXELS:
                raise TooManyPixels
            if max(image.size) > LONGEST_SIDE:
                raise TooLong
            yield image


def decode(image: Image.Image, width: int, height: int) -> None:
    """Decodes an image that was opened, at least as large as ``width`` × ``height``: JPEG can be had in small, sooner.

    Raises ``DamagedImage``.
    """
    with telling_damage():
        # Of the narrowest, an eighth is no pixel at all.
        image.draft(None, (max(1, width), max(1, height)))
        image.load()


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height of an image as it is to be held, which cameras tell in its EXIF data.

    Raises ``DamagedImage``.
    """
    with telling_damage():
        turned = image.getexif().get(_ORIENTATION) in _ON_THE_SIDE
    return (image.height, image.width) if turned else image.size


def upright(image: Image.Image) -> Image.Image:
    """The image as it is to be held."""
    return ImageOps.exif_transpose(image)


@contextlib.contextmanager
def telling_damage() -> Iterator[None]:
    """For calls of Pillow's that read or write an image, and of nothing else: whatever they raise, it is to blame."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    except (MemoryError, *_DAMAGE) as error:
        raise DamagedImage from error
