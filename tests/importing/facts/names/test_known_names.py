"""Names that a bulletin knows, in lists and alone."""

from bantin.importing.facts.model import AgencyName
from tests.importing.facts.sheets.registers import known_names

KNOWN = known_names()


def test_an_agency_is_known_by_all_its_names() -> None:
    assert KNOWN.agency("BGM") == AgencyName("BGM", "bo-gio")
    assert KNOWN.knows_agency("bộ gió và mây")
    assert not KNOWN.knows_agency("Bộ Trăng")


def test_an_agency_that_is_spelt_otherwise_may_be_meant() -> None:
    assert KNOWN.agency("Bộ Nằng") == AgencyName("Bộ Nằng", near="bo-nang")


def test_fields_with_commas_stay_whole_in_a_list() -> None:
    assert KNOWN.fields_in("Thời tiết, An ninh, trật tự; khác") == ("Thời tiết", "An ninh, trật tự", "khác")
    assert KNOWN.fields_in("") == ()
