"""Says where something stands in a source, in the words of people: ``dòng 5``, ``ô B7``, ``page 3``."""

from textwrap import shorten

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.domain.text.one_line import one_line
from bantin.importing.facts.model import Evidence
from bantin.importing.material import Place, PlaceKind

_WORDS = {
    PlaceKind.LINE: Label("dòng", "line"),
    PlaceKind.PARAGRAPH: Label("đoạn", "paragraph"),
    PlaceKind.TABLE: Label("bảng", "table"),
    PlaceKind.PAGE: Label("trang", "page"),
    PlaceKind.CELL: Label("ô", "cell"),
    PlaceKind.ROW: Label("dòng", "row"),
    PlaceKind.ELEMENT: Label("phần tử", "element"),
}

_LONGEST_QUOTE = 120


def place_words(place: Place, language: Language) -> str:
    """Says where ``place`` is."""
    number = str(place.number) if place.number else ""
    return " ".join(filter(None, (_WORDS[place.kind].text(language), number, place.name)))


def evidence_words(evidence: Evidence, language: Language, value: str = "") -> str:
    """Quotes the words of the source, with their place; the place alone if the words are the ``value`` itself.

    Long words are cut, so that the place behind them is never lost.
    """
    place = place_words(evidence.place, language)
    if one_line(evidence.words) == one_line(value):
        return place
    return f"“{shorten(one_line(evidence.words), _LONGEST_QUOTE, placeholder=' …')}” ({place})"
