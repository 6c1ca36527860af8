"""Marks: declarations about a key besides the type of its value.

Forms, guides, data and translations are derived from them. A mark is part of the annotation of a field: ``number:
Annotated[Text, FACT, Labelled("Số, ký hiệu", "Number")] = ""``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, TypeVar, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from bantin.domain.model import Label


class Mark(Struct, frozen=True):
    """A declaration about a key; it does not affect validation of the value."""


class Suggested(Mark, frozen=True):
    """Reports a warning if the key is missing, unless its value is ``unknown``."""


class Expected(Suggested, frozen=True):
    """Reports an error if the key is missing, unless its value is ``unknown``."""


class Fact(Mark, frozen=True):
    """The key may be missing without a warning; its value may also be ``unknown``."""


class Translated(Mark, frozen=True):
    """Translations have this key with their own wording; keys without this mark are only in the original."""


class Long(Mark, frozen=True):
    """The text may be long: the editors' form has several lines for it."""


class Own(Mark, frozen=True):
    """The settings of the bulletin declare the key; the program knows nothing else of it."""


class Wording(Mark, frozen=True):
    """A mark with a text in Vietnamese and English."""

    vi: str
    en: str

    @property
    def label(self) -> Label:
        """The text as a label."""
        return Label(self.vi, self.en)


class Labelled(Wording, frozen=True):
    """The name of the key in the editors' form, and in the guides unless the key is also ``Explained``."""


class Explained(Wording, frozen=True):
    """The explanation of the key in the guides for editors, in Markdown."""


class InData(Wording, frozen=True):
    """The key is a column of the data on agreements; the text is its explanation in the codebook."""


SUGGESTED, EXPECTED, FACT, TRANSLATED, LONG, OWN = Suggested(), Expected(), Fact(), Translated(), Long(), Own()

M = TypeVar("M", bound=Mark)


def marks(fields: type[BaseModel], kind: type[M]) -> Mapping[str, M]:
    """The marks of type ``kind``, by key, in the order of the schema."""
    return {key: mark for key, info in fields.model_fields.items() for mark in info.metadata if isinstance(mark, kind)}


def unmarked(hint: object) -> object:
    """The type in an annotation, without its marks."""
    if get_origin(hint) is not Annotated:
        return hint
    base, *rules = get_args(hint)
    kept = [rule for rule in rules if not isinstance(rule, Mark)]
    return Annotated[(base, *kept)] if kept else base


@cache
def keys_of(fields: type[BaseModel], *kinds: object) -> tuple[str, ...]:
    """The keys whose type is one of ``kinds``, in the order of the schema."""
    hints = {key: Annotated[(info.annotation, *info.metadata, FACT)] for key, info in fields.model_fields.items()}
    return tuple(key for key, hint in hints.items() if unmarked(hint) in kinds)
