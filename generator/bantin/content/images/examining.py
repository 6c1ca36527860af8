"""What an image file is: its size, its form, and whether it can be decoded to its end."""

import hashlib
import posixpath
from collections.abc import Iterator

from PIL import Image

from bantin.content.images.decoding import LONGEST_SIDE, MOST_PIXELS, decode, opened, upright_size
from bantin.content.images.faults import DamagedImage, NotAnImage, TooLong, TooManyPixels
from bantin.content.images.gif import pictures_alone
from bantin.content.problems import images as problems
from bantin.domain.model import ImageFacts, ImageForm
from bantin.domain.problems import Checked, Location, Problem

HEAVY = 10_000_000
"""The size in bytes from which an image is a burden to the repository that it lies in."""

_SUFFIXES = {
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "JPEG": (".jpg", ".jpeg"),
    # What some phones make: a JPEG with further ones behind it.
    "MPO": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
}
_FEW_COLOURS = 256
# What drawings come in; photos of scientists have more bits to a pixel.
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
_MEGAPIXEL, _MEGABYTE = 1_000_000, 1_000_000


def digest_of_image(data: bytes) -> str:
    """What tells these bytes from any others."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def examine(path: str, data: bytes) -> Checked[ImageFacts]:
    """What the image at ``path`` is, whose bytes are ``data``. Its problems are told of the file itself."""
    at = Location(path)
    try:
        with opened(data) as image:
            facts, met = _facts(path, image, data), list(_misnamed(path, image))
            if facts.form is not ImageForm.MOVING and getattr(image, "is_animated", False) and image.format != "MPO":
                met.append(problems.STILL.at(at, path=path))
    except NotAnImage:
        return Checked(None, (problems.NOT_AN_IMAGE.at(at, path=path),))
    except TooManyPixels:
        return Checked(None, (problems.TOO_MANY_PIXELS.at(at, path=path, most=MOST_PIXELS // _MEGAPIXEL),))
    except TooLong:
        return Checked(None, (problems.TOO_LONG.at(at, path=path, most=LONGEST_SIDE),))
    except DamagedImage:
        return Checked(None, (problems.DAMAGED.at(at, path=path),))
    if len(data) > HEAVY:
        met.append(problems.HEAVY.at(at, path=path, size=len(data) // _MEGABYTE))
    return Checked(facts, tuple(met))


def _facts(path: str, image: Image.Image, data: bytes) -> ImageFacts:
    width, height = upright_size(image)
    moves = image.format == "GIF" and getattr(image, "is_animated", False)
    # In small, what is missing is found as well.
    decode(image, image.width // 8, image.height // 8)
    if moves:
        pictures_alone(data)  # which tells whether it can be published
    form = ImageForm.MOVING if moves else ImageForm.DRAWING if _is_drawing(image) else ImageForm.PHOTO
    return ImageFacts(path, width, height, form, digest_of_image(data))


def _is_drawing(image: Image.Image) -> bool:
    if image.format in ("JPEG", "MPO") or image.mode not in _MODES:
        return False
    if image.has_transparency_data and _is_clear(image):
        return True
    return image.getcolors(_FEW_COLOURS) is not None


def _is_clear(image: Image.Image) -> bool:
    """Whether any of it is transparent, and not only may be."""
    return image.convert("RGBA").getchannel("A").histogram()[255] < image.width * image.height


def _misnamed(path: str, image: Image.Image) -> Iterator[Problem]:
    """An image whose name says that it is of another format: servers would say so too."""
    suffixes = _SUFFIXES[image.format or ""]
    stem, suffix = posixpath.splitext(path)
    if suffix.lower() not in suffixes:
        name = posixpath.basename(stem) + suffixes[0]
        yield problems.WRONG_SUFFIX.at(Location(path), path=path, form=image.format, name=name)
