"""IMAGES: photos in the sizes and formats that browsers choose from, and social cards → artifacts."""

from generator.images.album import Album
from generator.images.drawing import Drawn, draw
from generator.images.recipe import image_keys

__all__ = ["Album", "Drawn", "draw", "image_keys"]
