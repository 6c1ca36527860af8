"""IMAGES: photos in the sizes and formats that browsers choose from, and social cards → artifacts."""

from bantin.render.images.cache import ImageCache
from bantin.render.images.drawing import Drawn, draw
from bantin.render.images.recipe import image_keys

__all__ = ["Drawn", "ImageCache", "draw", "image_keys"]
