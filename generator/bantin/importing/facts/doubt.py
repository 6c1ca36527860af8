"""Doubt: what a machine has read on a scanned page is a guess, however plainly it stands there."""

from collections.abc import Container
from typing import Any

from msgspec.structs import replace

from bantin.importing.facts.model import AgreementFacts, Found
from bantin.importing.material import Material, NoticeKind, Place, PlaceKind


def machine_read_pages(material: Material) -> frozenset[int]:
    """The pages of ``material`` that were read by OCR."""
    return frozenset(one.place.number for one in material.notices if one.kind is NoticeKind.READ_BY_MACHINE)


def doubted(facts: AgreementFacts, pages: Container[int]) -> AgreementFacts:
    """``facts`` of which nothing is stated that rests on one of ``pages``."""
    values = ((name, getattr(facts, name)) for name in facts.__struct_fields__)
    return replace(facts, **{name: _doubted(value, pages) for name, value in values})


def _doubted(value: Any, pages: Container[int]) -> Any:  # noqa: ANN401 - the value of any field
    if isinstance(value, Found):
        return replace(value, is_stated=value.is_stated and not _is_on(value.evidence.place, pages))
    return tuple(_doubted(one, pages) for one in value) if isinstance(value, tuple) else value


def _is_on(place: Place, pages: Container[int]) -> bool:
    return place.kind is PlaceKind.PAGE and place.number in pages
