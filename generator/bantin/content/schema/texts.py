"""Plain texts in front matter and settings."""

from bantin.content.problems import values as problems
from bantin.content.schema.invalid import Invalid

# A text of these characters alone has no content.
_NO_WORDS = " .…-–—_?*/\\|=+,;:!'\"()[]"


def text_of(value: object) -> str:
    """The text of a scalar. Raises ``Invalid`` for lists, mappings and empty items of lists."""
    if not isinstance(value, str) or not value:
        raise Invalid(problems.EXPECTED_TEXT)
    return value


def said_text_of(value: object) -> str:
    """The text of a scalar. Raises ``Invalid`` if it has neither letters nor digits, such as ``…``."""
    # Fast check for the common case: the text begins with a letter.
    if isinstance(value, str) and value and value[0] not in _NO_WORDS:
        return value
    text = text_of(value)
    if not text.strip(_NO_WORDS):
        raise Invalid(problems.NO_WORDS, value=text)
    return text
