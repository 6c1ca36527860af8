"""One cheap test for several checks that rarely find anything.

Each of these checks takes about as long to find nothing as one pattern that combines the hints of all. A hint is
declared next to its check: a text that the hint does not match has nothing that the check would report.
"""

from functools import cache

from pydantic_core import SchemaValidator, core_schema

from bantin.content.checks.text import CONTROL_HINT
from bantin.domain.text import encodings, leftovers, odd_letters, personal_numbers

_HINTS = (
    CONTROL_HINT,
    encodings.HINT,
    odd_letters.HINT,
    leftovers.HINT,
    personal_numbers.HINT,
    # Python's patterns match it with i when they ignore case; those of Rust, which follow Unicode, do not.
    "İ",
)


def is_suspicious(text: str) -> bool:
    """Whether ``text``, which was UTF-8, may contain characters, leftovers or numbers that must be reported."""
    return _pattern().isinstance_python(text)


@cache
def _pattern() -> SchemaValidator:
    """The combined hints, in the regular-expression engine of pydantic, which tries all alternatives at once."""
    return SchemaValidator(core_schema.str_schema(pattern="|".join(_HINTS), regex_engine="rust-regex"))
