"""Small images for tests, of each form."""

import io
from typing import Any

from PIL import Image


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def drawing(number: int = 0, width: int = 480) -> bytes:
    """A PNG of one colour, which is fast to encode. Each ``number`` gives another one, with the same size in bytes."""
    image = Image.new("P", (width, 8), 0)
    image.putpalette([number, 0, 0, 255, 255, 255])
    return saved(image)


def photo(width: int = 600, height: int = 400) -> Image.Image:
    """A picture with many colours."""
    across = Image.linear_gradient("L").resize((width, height))
    down = across.transpose(Image.Transpose.ROTATE_180)
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 90)))


def moving() -> bytes:
    """An animated GIF, which is published unchanged."""
    first, second = (Image.new("P", (480, 8), colour) for colour in (0, 1))
    for image in (first, second):
        image.putpalette([143, 29, 29, 255, 255, 255])
    return saved(first, "GIF", save_all=True, append_images=[second])
