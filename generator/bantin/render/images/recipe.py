"""Recipes: what an image is made from and how, and so what tells it from any other."""

import hashlib
from collections.abc import Iterable

import PIL

from bantin.site import pictures, social
from bantin.site.page import Image
from bantin.site.social import SocialCard


def name_of(image: Image) -> str:
    """What the bytes of an image are kept under.

    Pillow is a part of it: with another version, which brings other encoders, the same recipe may give other bytes.
    """
    said: tuple[object, ...]
    if isinstance(image, SocialCard):
        said = (social.RECIPE, image.name, image.title, image.parties, image.day)
    else:
        facts = image.image
        said = (pictures.RECIPE, facts.digest, facts.form, image.width, image.height, image.type)
    return hashlib.blake2b(repr((PIL.__version__, *said)).encode(), digest_size=16).hexdigest()


def image_keys(images: Iterable[Image]) -> dict[str, bytes]:
    """What tells whether an image has changed, by its address."""
    return {image.address: name_of(image).encode() for image in images}
