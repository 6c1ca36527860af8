"""What a machine has read is never stated."""

from bantin.importing.facts.doubt import doubted, machine_read_pages
from bantin.importing.facts.model import AgencyName, AgreementFacts, Evidence, Found, PartyFacts
from bantin.importing.material import Form, Material, Notice, NoticeKind, Place, PlaceKind


def page(number: int) -> Place:
    return Place(PlaceKind.PAGE, number)


def test_pages_that_a_machine_has_read_are_known_by_their_notices() -> None:
    notices = (Notice(NoticeKind.READ_BY_MACHINE, "91%", page(2)), Notice(NoticeKind.NO_TEXT, "", page(3)))
    assert machine_read_pages(Material("a.pdf", Form.DOCUMENT, (), notices=notices)) == {2}


def test_what_stands_on_them_becomes_a_guess() -> None:
    party = PartyFacts(AgencyName("Bộ Y tế", "bo-y-te"))
    facts = AgreementFacts(
        title=Found("Quy chế", Evidence("Quy chế", page(1)), is_stated=True),
        number=Found("01", Evidence("Số: 01", page(2)), is_stated=True),
        parties=(Found(party, Evidence("BỘ Y TẾ", page(2)), is_stated=True),),
        own=(("ma", Found("7", Evidence("7", page(2)), is_stated=True)),),
    )
    found = doubted(facts, {2})
    assert found.title == facts.title
    assert found.number == Found("01", Evidence("Số: 01", page(2)))
    assert [one.is_stated for one in found.parties] == [False]
    assert [one.is_stated for _, one in found.own] == [False]
    assert doubted(facts, ()) == facts
