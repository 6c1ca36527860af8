"""Recipes: a digest of an image's source and settings, by which it is cached and compared."""

import hashlib
from collections.abc import Iterable

import PIL

from bantin.site import pictures, social
from bantin.site.page import Image
from bantin.site.social import SocialCard


def name_of(image: Image) -> str:
    """Returns the name of an image in the cache.

    It includes the version of Pillow: another one may bring other encoders, which give other bytes.
    """
    recipe: tuple[object, ...]
    if isinstance(image, SocialCard):
        recipe = (social.RECIPE, image.name, image.title, image.parties, image.day)
    else:
        facts = image.image
        recipe = (pictures.RECIPE, facts.digest, facts.form, image.width, image.height, image.type)
    return hashlib.blake2b(repr((PIL.__version__, *recipe)).encode(), digest_size=16).hexdigest()


def image_keys(images: Iterable[Image]) -> dict[str, bytes]:
    """Returns the keys that show whether an image has changed, by address."""
    return {image.address: name_of(image).encode() for image in images}
