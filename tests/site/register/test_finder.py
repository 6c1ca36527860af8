"""The file of the rows of the register, for the script that searches them."""

from msgspec.structs import replace

from bantin.domain.model import DatedName, Label
from bantin.site.register.finder import finder_rows
from bantin.site.register.rows import row
from bantin.site.views import AgencyChoiceView, RowsView
from tests.index.contents import SITE, agency, bulletin, on
from tests.site.register.records import record


def test_it_has_every_row_of_the_register_in_its_order() -> None:
    made = bulletin(*(record(f"bai-{number}", signed=f"20{number + 10}") for number in range(5)))
    (page,) = finder_rows(made)
    view = page.blank(made.directory)
    assert isinstance(view, RowsView)
    assert (page.url, page.listed) == ("van-ban/rows.js", False)
    assert view.rows == tuple(row(one, made.directory) for one in made.register.records)
    assert len(view.rows) == 5


def test_agencies_have_all_names_that_readers_may_know_and_only_those_that_sign_are_there() -> None:
    signs = agency(
        "a",
        "Bộ Ánh sáng",
        abbreviations=("BAS",),
        aliases=("Bộ Ánh sáng", "Bộ Đèn"),
        former_names=(DatedName(Label("Tổng cục Đèn", "Lamps"), until=on("2012")),),
    )
    made = bulletin(record("bai", "a", "b"), signs, agency("b", "Kia"), agency("c", "Chưa ký"))
    (page,) = finder_rows(made)
    view = page.blank(made.directory)
    assert isinstance(view, RowsView)
    assert view.agencies == (
        AgencyChoiceView("a", "Bộ Ánh sáng", ("Tổng cục Đèn", "Lamps", "BAS", "Bộ Đèn")),
        AgencyChoiceView("b", "Kia", ()),
    )


def test_it_is_at_an_address_of_the_language() -> None:
    made = bulletin(record("bai"), site=replace(SITE, language="en"))
    assert [page.url for page in finder_rows(made)] == ["register/rows.js"]


def test_an_empty_register_has_none() -> None:
    assert list(finder_rows(bulletin())) == []
