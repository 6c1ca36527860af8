"""The words for the type of an agreement, with which its title begins (``Quy chế phối hợp``)."""

import re
from functools import cache

from bantin.domain.text.instruments import KIND_WORDS, InstrumentKind, kind_of_word
from bantin.importing.facts.names.known_names import KnownNames

AGREEMENT_KINDS = frozenset(
    {
        InstrumentKind.REGULATION,
        InstrumentKind.RULE,
        InstrumentKind.PLAN,
        InstrumentKind.PROGRAMME,
        InstrumentKind.AGREEMENT,
        InstrumentKind.MEMORANDUM,
        InstrumentKind.RESOLUTION,
        InstrumentKind.JOINT_CIRCULAR,
        InstrumentKind.GUIDELINE,
    }
)
"""The kinds of documents that several agencies may sign."""


def type_in_title(title: str, known: KnownNames) -> str:
    """The type with which ``title`` begins; empty if it begins with none, or with that of a document of one agency."""
    found = kind_word().match(title)
    if found is None or kind_of_word(found) not in AGREEMENT_KINDS:
        return ""
    return known_type((found[0], without_work(found[0])), known) or without_work(found[0])


def known_type(candidates: tuple[str, ...], known: KnownNames) -> str:
    """The first of ``candidates`` that is a type of the bulletin; empty if none is."""
    return next((one for one in candidates if known.type_id(one)), "")


def without_work(words: str) -> str:
    """The type without ``công tác`` behind it, which belongs to the subject."""
    return re.sub(r"(?i) công tác$", "", words)


@cache
def kind_word() -> re.Pattern[str]:
    """The words for a kind of document, as ``kind_of_word`` reads them."""
    return re.compile(rf"(?:{KIND_WORDS})(?!\w)", re.IGNORECASE)
