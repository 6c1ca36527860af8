"""The texts that front matter and settings are made of."""

from bantin.content.problems import values as problems
from bantin.content.schema.invalid import Invalid

# Such a text says nothing.
_NO_WORDS = " .…-–—_?*/\\|=+,;:!'\"()[]"


def text_of(value: object) -> str:
    """The text that a scalar holds; refuses lists, mappings and, in lists, items that were left empty."""
    if not isinstance(value, str) or not value:
        raise Invalid(problems.EXPECTED_TEXT)
    return value


def said_text_of(value: object) -> str:
    """The text that a scalar holds, if it says anything at all."""
    # Nearly every text begins with a letter; this is asked of all of them.
    if isinstance(value, str) and value and value[0] not in _NO_WORDS:
        return value
    text = text_of(value)
    if not text.strip(_NO_WORDS):
        raise Invalid(problems.NO_WORDS, value=text)
    return text
