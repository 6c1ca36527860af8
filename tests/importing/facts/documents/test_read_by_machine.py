"""What a machine has read is a guess; what stood in the file is not."""

from bantin.importing.facts.documents.read_by_machine import doubted
from bantin.importing.facts.model import AgreementFacts, Evidence, Found
from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind


def on_page(number: int, words: str) -> Found[str]:
    return Found(words, Evidence(words, Place(PlaceKind.PAGE, number)), is_stated=True)


FACTS = AgreementFacts(
    number=on_page(1, "01/QCPH"), contact=(on_page(2, "Phòng Tổng hợp"),), own=(("ho-so", on_page(1, "12")),)
)


def test_facts_of_pages_that_were_read_by_machine_are_guesses() -> None:
    read = Notice(NoticeKind.READ_BY_MACHINE, "91%", Place(PlaceKind.PAGE, 1))
    found = doubted(FACTS, [read])
    assert found.number
    assert not found.number.is_stated
    assert not found.own[0][1].is_stated
    assert found.contact == FACTS.contact


def test_facts_of_a_text_layer_stay_as_they_are() -> None:
    assert doubted(FACTS, [Notice(NoticeKind.COMMENT, "x", Place(PlaceKind.PAGE, 1))]) == FACTS
