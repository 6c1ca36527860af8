"""Says where something stands in a source, in the words of people: ``dòng 5``, ``ô B7``, ``page 3``."""

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.importing.facts.model import Evidence
from bantin.importing.material import Place, PlaceKind

_WORDS = {
    PlaceKind.LINE: Label("dòng", "line"),
    PlaceKind.PARAGRAPH: Label("đoạn", "paragraph"),
    PlaceKind.TABLE: Label("bảng", "table"),
    PlaceKind.PAGE: Label("trang", "page"),
    PlaceKind.CELL: Label("ô", "cell"),
    PlaceKind.ELEMENT: Label("phần tử", "element"),
}


def place_words(place: Place, language: Language) -> str:
    """Says where ``place`` is."""
    number = str(place.number) if place.number else ""
    return " ".join(filter(None, (_WORDS[place.kind].text(language), number, place.name)))


def evidence_words(evidence: Evidence, language: Language) -> str:
    """Quotes the words of the source, with their place."""
    return f"“{evidence.words}” ({place_words(evidence.place, language)})"
