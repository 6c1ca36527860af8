"""Facts that rest on scanned pages, which a machine has read: guesses wherever they stand, as it may have misread."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import fields, replace

from bantin.importing.facts.model import AgreementFacts, Found
from bantin.importing.material import Notice, NoticeKind, PlaceKind


def doubted(facts: AgreementFacts, notices: Iterable[Notice]) -> AgreementFacts:
    """``facts``, of which those are guesses that rest on pages that were read by machine, as ``notices`` say."""
    pages = frozenset(one.place.number for one in notices if one.kind is NoticeKind.READ_BY_MACHINE)
    changed = {field.name: _doubted(getattr(facts, field.name), pages) for field in fields(facts)} if pages else {}
    return replace(facts, **changed)


def _doubted(value: Any, pages: frozenset[int]) -> Any:  # noqa: ANN401 - a fact of any type, or a tuple with some
    if isinstance(value, tuple):
        return tuple(_doubted(one, pages) for one in value)
    if isinstance(value, Found) and value.evidence.place.kind is PlaceKind.PAGE:
        return replace(value, is_stated=value.is_stated and value.evidence.place.number not in pages)
    return value
