"""The reasons why an image cannot be decoded."""


class NotAnImage(Exception):
    """The bytes are in none of the supported formats."""


class DamagedImage(Exception):
    """The image cannot be decoded completely."""


class TooManyPixels(Exception):
    """The image has more pixels than may be decoded."""


class TooLong(Exception):
    """A side of the image is longer than a JPEG can be."""
