"""Values of the own fields of a bulletin, each by its kind, as the model has them."""

from bantin.content.schema.words import YES_NO
from bantin.domain.model import OwnField, OwnFieldKind
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.cell_values import read_day
from bantin.importing.facts.sheets.columns import OWN
from bantin.importing.facts.sheets.entries import Entry, Reading


def read_own(entry: Entry, known: KnownNames) -> Reading[str]:
    """The value of an own field: a date in EDTF, ``true`` or ``false``, digits, the id of a choice, or a text."""
    field = next(field for field in known.site.own_fields if f"{OWN}{field.key}" == entry.column.key)
    words = " ".join(entry.words.split())
    match field.kind:
        case OwnFieldKind.DATE:
            return read_day(entry, known)
        case OwnFieldKind.YES_NO:
            answer = YES_NO.read(words)
            return Reading((entry.found(answer),)) if answer else entry.problem("no-choice")
        case OwnFieldKind.NUMBER:
            return Reading((entry.found(str(int(words))),)) if words.isdecimal() else entry.problem("no-count")
        case OwnFieldKind.CHOICE:
            choice = _choice(words, field)
            return Reading((entry.found(choice),)) if choice else entry.problem("no-choice")
    return Reading((entry.found(entry.words if field.kind is OwnFieldKind.LONG_TEXT else words),))


def _choice(words: str, field: OwnField) -> str:
    """The id of the choice that ``words`` are the id or a label of; empty if there is none."""
    key = name_key(words)
    names = ((one.id, name) for one in field.choices for name in (one.id, one.label.vi, one.label.en) if name)
    return next((found for found, name in names if name_key(name) == key), "")
