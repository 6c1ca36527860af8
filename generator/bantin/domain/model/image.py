"""What is found out of an image file, as opposed to what is said of the picture."""

from enum import StrEnum

from msgspec import Struct


class ImageForm(StrEnum):
    """How an image is to be kept: what is fitting for a photo blurs the edges of a drawing.

    A ``DRAWING`` has few colours or is transparent in part; of a ``MOVING`` image the pictures stay as they are.
    """

    PHOTO = "photo"
    DRAWING = "drawing"
    MOVING = "moving"


class ImageFacts(Struct, frozen=True, array_like=True):
    """An image as it is: its path from the root of the bulletin, its size in pixels, held as it was taken.

    ``digest`` tells its bytes from any others.
    """

    path: str
    width: int
    height: int
    form: ImageForm
    digest: str
