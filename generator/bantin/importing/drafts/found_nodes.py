"""Writes found values as nodes of YAML, each with the words that it rests on unless the source states it."""

from collections.abc import Iterable
from typing import TypeVar

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.yaml_writer import Items, Scalar
from bantin.importing.facts.model import Found

T = TypeVar("T")

NOT_SAID = Label("nguồn không nói", "the source does not say")
"""What stands behind a key of which the source says nothing."""


def evidence_of(found: Found[T], language: Language) -> str:
    """The words that a value rests on, with their place; empty if the source states it in a place of its own."""
    value = found.value if isinstance(found.value, str) else ""
    return "" if found.is_stated else evidence_words(found.evidence, language, value)


def scalar_of(found: Found[T] | None, language: Language) -> Scalar | None:
    """The value as a scalar."""
    return Scalar(str(found.value), evidence_of(found, language)) if found else None


def items_of(all_found: Iterable[Found[str]], language: Language) -> Items | None:
    """The values as a list, ``None`` if there are none."""
    items = tuple(Scalar(found.value, evidence_of(found, language)) for found in all_found)
    return Items(items) if items else None
