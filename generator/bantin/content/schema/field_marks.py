"""What the schema says of a key besides the kind of its value: one declaration for all that is made from it.

A mark stands in the annotation of a field: ``number: Annotated[Text, FACT, Labelled("Số, ký hiệu", "Number")] = ""``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, TypeVar, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from bantin.domain.model import Label


class Mark(Struct, frozen=True):
    """Says something of a key, and nothing of its value."""


class Suggested(Mark, frozen=True):
    """The absence of the key is worth a warning, unless it is said to be unknown."""


class Fact(Mark, frozen=True):
    """The key may be left out without a warning, or be said to be unknown."""


class Translated(Mark, frozen=True):
    """A translation says the key in its own words; all others stand in the original alone."""


class Long(Mark, frozen=True):
    """The text may take several lines of the editors' form."""


class Own(Mark, frozen=True):
    """The settings of the bulletin declare the key; the program knows nothing else of it."""


class Wording(Mark, frozen=True):
    """A mark that says something in Vietnamese and in English."""

    vi: str
    en: str

    @property
    def label(self) -> Label:
        """What it says."""
        return Label(self.vi, self.en)


class Labelled(Wording, frozen=True):
    """What the key is called in the editors' form; in the guides as well, unless they have it ``Explained``."""


class Explained(Wording, frozen=True):
    """What the guides for editors say of the key, as Markdown."""


class InData(Wording, frozen=True):
    """The key is a column of the table of agreements; its explanation in the codebook."""


SUGGESTED, FACT, TRANSLATED, LONG, OWN = Suggested(), Fact(), Translated(), Long(), Own()

M = TypeVar("M", bound=Mark)


def marks(fields: type[BaseModel], kind: type[M]) -> Mapping[str, M]:
    """The marks of one kind, by the keys that have one, in the order of the schema."""
    return {key: mark for key, info in fields.model_fields.items() for mark in info.metadata if isinstance(mark, kind)}


def unmarked(hint: object) -> object:
    """The kind of value that an annotation asks for, without its marks."""
    if get_origin(hint) is not Annotated:
        return hint
    base, *rules = get_args(hint)
    kept = [rule for rule in rules if not isinstance(rule, Mark)]
    return Annotated[(base, *kept)] if kept else base


@cache
def keys_of(fields: type[BaseModel], *kinds: object) -> tuple[str, ...]:
    """The keys whose values are of one of ``kinds``, in the order of the schema."""
    hints = {key: Annotated[(info.annotation, *info.metadata, FACT)] for key, info in fields.model_fields.items()}
    return tuple(key for key, hint in hints.items() if unmarked(hint) in kinds)
