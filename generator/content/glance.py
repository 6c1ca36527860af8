"""A glance at a text: whether any check may find something that hardly any text has.

Each of these checks takes as long to find nothing as this glance takes for all of them. Its pattern is made of their
hints, which stand beside what they hint at: a check finds nothing where none of them fits.
"""

from functools import cache

from pydantic_core import SchemaValidator, core_schema

from generator.content import prose
from generator.text import encodings, leftovers, letters, personal

_HINTS = (
    prose.CONTROL_HINT,
    encodings.HINT,
    letters.HINT,
    leftovers.HINT,
    personal.HINT,
    # The capital of i, which Python's patterns take for one where they ignore case, and Unicode does not.
    "İ",
)


def may_be_amiss(text: str) -> bool:
    """Whether ``text``, which was UTF-8, may have characters, leftovers or numbers that it should not have."""
    return _glance().isinstance_python(text)


@cache
def _glance() -> SchemaValidator:
    """The hints, in the engine for patterns that pydantic brings along: it tries all of them at once."""
    return SchemaValidator(core_schema.str_schema(pattern="|".join(_HINTS), regex_engine="rust-regex"))
