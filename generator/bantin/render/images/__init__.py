"""IMAGES: resized photos, from which browsers choose size and format, and social cards → artifacts."""

from bantin.render.images.cache import ImageCache
from bantin.render.images.drawing import Drawn, draw
from bantin.render.images.recipe import image_keys

__all__ = ["Drawn", "ImageCache", "draw", "image_keys"]
