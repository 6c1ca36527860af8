"""VALIDATE: the images of a bulletin: their properties, and whether they can be shown."""

from bantin.content.images.reading import check_images, read_images, with_images

__all__ = ["check_images", "read_images", "with_images"]
