"""Opens untrusted image files with Pillow: a few formats only, and with limits."""

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

# Only these are tried: each further format is another decoder in C that a hostile file could attack.
_FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
# What Pillow raises for truncated or invalid files, depending on the format.
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
_SIDEWAYS = frozenset({5, 6, 7, 8})


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Opens the image in ``data`` without decoding its pixels; Pillow's warnings are suppressed meanwhile.

    Raises ``NotAnImage``, ``TooManyPixels``, ``TooLong`` and ``DamagedImage``.
    """
    with warnings.catch_warnings():
        # Pillow warns of decompression bombs, which are checked here, and of irrelevant details.
        warnings.simplefilter("ignore")
        with reporting_damage():
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
    """Decodes an opened image to at least ``width`` × ``height``: a JPEG can be decoded faster at a reduced size.

    Raises ``DamagedImage``.
    """
    with reporting_damage():
        # An eighth of a very narrow image would be less than a pixel.
        image.draft(None, (max(1, width), max(1, height)))
        image.load()


def upright_size(image: Image.Image) -> tuple[int, int]:
    """The width and height of an image in its orientation, which cameras store in the EXIF data.

    Raises ``DamagedImage``.
    """
    with reporting_damage():
        turned = image.getexif().get(_ORIENTATION) in _SIDEWAYS
    return (image.height, image.width) if turned else image.size


def upright(image: Image.Image) -> Image.Image:
    """The image rotated to its orientation."""
    return ImageOps.exif_transpose(image)


@contextlib.contextmanager
def reporting_damage() -> Iterator[None]:
    """Turns the exceptions of Pillow into those of ``faults``; for code that only reads or writes an image."""
    try:
        yield
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    except (MemoryError, *_DAMAGE) as error:
        raise DamagedImage from error
