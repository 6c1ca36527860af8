"""Why an image cannot be decoded."""


class NotAnImage(Exception):
    """The bytes are of no format that is read here."""


class DamagedImage(Exception):
    """The image cannot be decoded to its end."""


class TooManyPixels(Exception):
    """The image has more pixels than may be decoded."""


class TooLong(Exception):
    """The image has a side that is longer than any format for all browsers allows."""
