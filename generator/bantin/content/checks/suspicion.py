"""Whether any check may find something in a text that hardly any text has.

To find nothing takes each of these checks about as long as one pattern takes that is made of the hints of all: they
stand beside what they hint at, and where none of them fits, none of the checks finds anything.
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
    # The capital of i, which Python's patterns take for one where they ignore case, and Unicode does not.
    "İ",
)


def is_suspicious(text: str) -> bool:
    """Whether ``text``, which was UTF-8, may have characters, leftovers or numbers that it should not have."""
    return _pattern().isinstance_python(text)


@cache
def _pattern() -> SchemaValidator:
    """The hints, in the engine for patterns that pydantic brings along: it tries all of them at once."""
    return SchemaValidator(core_schema.str_schema(pattern="|".join(_HINTS), regex_engine="rust-regex"))
