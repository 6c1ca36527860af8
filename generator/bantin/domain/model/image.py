"""Facts read from an image file, as opposed to what the front matter says of the picture."""

from enum import StrEnum

from msgspec import Struct


class ImageForm(StrEnum):
    """How an image is encoded: compression that suits a photo blurs the edges of a drawing.

    A ``DRAWING`` has few colours or is partly transparent; the frames of a ``MOVING`` image are not re-encoded.
    """

    PHOTO = "photo"
    DRAWING = "drawing"
    MOVING = "moving"


class ImageFacts(Struct, frozen=True, array_like=True):
    """An image file: its path from the root of the bulletin, its upright size in pixels, and its form.

    ``digest`` identifies its bytes.
    """

    path: str
    width: int
    height: int
    form: ImageForm
    digest: str
