"""Examines an image file: its size, its form, and whether it can be decoded completely."""

import hashlib
import posixpath
from collections.abc import Iterator

from PIL import Image

from bantin.content.images.decoding import LONGEST_SIDE, MOST_PIXELS, decode, opened, upright_size
from bantin.content.images.faults import DamagedImage, NotAnImage, TooLong, TooManyPixels
from bantin.content.images.gif import strip_metadata
from bantin.content.problems import images as problems
from bantin.domain.model import ImageFacts, ImageForm
from bantin.domain.problems import Checked, Location, Problem

HEAVY = 10_000_000
"""The size in bytes from which an image is a burden to the repository."""

_SUFFIXES = {
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "JPEG": (".jpg", ".jpeg"),
    # Written by some phones: a JPEG followed by others.
    "MPO": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}
_FEW_COLOURS = 256
# The modes of drawings; scientific photos have more bits per pixel.
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
_MEGAPIXEL, _MEGABYTE = 1_000_000, 1_000_000


def digest_of_image(data: bytes) -> str:
    """The digest of the bytes of an image."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def examine(path: str, data: bytes) -> Checked[ImageFacts]:
    """Examines the image at ``path``, whose bytes are ``data``. Its problems are located at the file itself."""
    at = Location(path)
    try:
        with opened(data) as image:
            facts, reported = _facts(path, image, data), list(_misnamed(path, image))
            if facts.form is not ImageForm.MOVING and getattr(image, "is_animated", False) and image.format != "MPO":
                reported.append(problems.STILL.at(at, path=path))
    except NotAnImage:
        return Checked(None, (problems.NOT_AN_IMAGE.at(at, path=path),))
    except TooManyPixels:
        return Checked(None, (problems.TOO_MANY_PIXELS.at(at, path=path, most=MOST_PIXELS // _MEGAPIXEL),))
    except TooLong:
        return Checked(None, (problems.TOO_LONG.at(at, path=path, most=LONGEST_SIDE),))
    except DamagedImage:
        return Checked(None, (problems.DAMAGED.at(at, path=path),))
    if len(data) > HEAVY:
        reported.append(problems.HEAVY.at(at, path=path, size=len(data) // _MEGABYTE))
    return Checked(facts, tuple(reported))


def _facts(path: str, image: Image.Image, data: bytes) -> ImageFacts:
    width, height = upright_size(image)
    moves = image.format == "GIF" and getattr(image, "is_animated", False)
    # Missing data is also found when decoding at a reduced size.
    decode(image, image.width // 8, image.height // 8)
    if moves:
        strip_metadata(data)  # raises if it cannot be published
    form = ImageForm.MOVING if moves else ImageForm.DRAWING if _is_drawing(image) else ImageForm.PHOTO
    return ImageFacts(path, width, height, form, digest_of_image(data))


def _is_drawing(image: Image.Image) -> bool:
    if image.format in ("JPEG", "MPO") or image.mode not in _MODES:
        return False
    if image.has_transparency_data and _is_clear(image):
        return True
    return image.getcolors(_FEW_COLOURS) is not None


def _is_clear(image: Image.Image) -> bool:
    """Whether any pixel is actually transparent."""
    return image.convert("RGBA").getchannel("A").histogram()[255] < image.width * image.height


def _misnamed(path: str, image: Image.Image) -> Iterator[Problem]:
    """Reports an image whose extension is that of another format, by which servers would declare it."""
    suffixes = _SUFFIXES[image.format or ""]
    stem, suffix = posixpath.splitext(path)
    if suffix.lower() not in suffixes:
        name = posixpath.basename(stem) + suffixes[0]
        yield problems.WRONG_SUFFIX.at(Location(path), path=path, form=image.format, name=name)
