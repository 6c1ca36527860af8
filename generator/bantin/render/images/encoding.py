"""Encoding: a photo or drawing → the sizes and formats in which it is published.

Only pixels are published: no comments and no EXIF data, which may say where a photo was taken. Colours are converted to
sRGB, which browsers assume. The frames of an animated GIF are not encoded again.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from PIL import Image, ImageCms

from bantin.content.images.decoding import decode, opened, reporting_damage, upright
from bantin.content.images.gif import strip_metadata
from bantin.domain.model import ImageForm
from bantin.site.pictures import Rendition, Type

# A photo is decoded at least so many times larger than its largest rendition: enough for that to be as sharp.
_SPARE = 2

_FORMATS: dict[tuple[ImageForm, Type], tuple[str, dict[str, Any]]] = {
    # One thread only: with several, AVIF files differ from run to run.
    (ImageForm.PHOTO, "avif"): ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
    (ImageForm.PHOTO, "webp"): ("WEBP", {"quality": 78, "method": 4}),
    (ImageForm.PHOTO, "jpg"): ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    (ImageForm.DRAWING, "webp"): ("WEBP", {"lossless": True, "quality": 80, "method": 4}),
    (ImageForm.DRAWING, "png"): ("PNG", {"optimize": True}),
}


def encode(data: bytes, wanted: Sequence[Rendition]) -> Iterator[bytes]:
    """Encodes the renditions ``wanted`` of the image in ``data``, and yields the bytes of each.

    Raises what :func:`~bantin.content.images.decoding.opened` raises.
    """
    form = wanted[0].image.form
    if form is ImageForm.MOVING:
        yield from (strip_metadata(data) for _ in wanted)
        return
    most = max(one.width for one in wanted)
    with opened(data) as image:
        share = min(1.0, _SPARE * most / wanted[0].image.width)
        decode(image, round(image.width * share), round(image.height * share))
        plain = _plain(upright(image), form)
    for one in wanted:
        kind, options = _FORMATS[form, one.type]
        file = io.BytesIO()
        size = (one.width, one.height)
        made = plain if plain.size == size else plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        with reporting_damage():
            made.save(file, kind, **options)
        yield file.getvalue()


def _plain(image: Image.Image, form: ImageForm) -> Image.Image:
    """Returns the pixels of an image in sRGB, without metadata."""
    mode = "RGBA" if form is ImageForm.DRAWING and image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        # Pillow would clip 16-bit values at 255 instead of scaling them.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    elif image.mode not in ("L", "CMYK", "RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    plain = (_in_srgb(image, profile) if profile else image).convert(mode)
    plain.info = {}
    return plain


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Converts ``image`` from the colour space of its profile to sRGB; ignores an invalid profile."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image
