"""The order of day and month that a column shows."""

from datetime import date

from bantin.importing.facts.sheets.columns import Column, find_table
from bantin.importing.facts.sheets.date_order import with_date_orders
from tests.importing.facts.sheets.registers import Value, sheet_of


def column(*days: Value, header: str = "Ngày ký") -> Column:
    found = find_table(sheet_of(("Trích yếu", header), *(("A", day) for day in days)))
    assert found
    return with_date_orders(found).columns[1]


def test_days_that_a_spreadsheet_seems_to_have_turned_are_doubtful() -> None:
    assert column("24/05/2020", date(2020, 5, 6)).is_converted


def test_one_typed_day_up_to_12_shows_that_none_was_turned() -> None:
    assert not column("24/05/2020", "06/05/2020", date(2020, 5, 6)).is_converted
    assert not column("24/05/2020", date(2020, 5, 24)).is_converted
    assert not column(date(2020, 5, 6), date(2020, 7, 8)).is_converted


def test_one_day_that_has_its_month_first_makes_the_others_doubtful() -> None:
    assert column("05/24/2020", "05/06/2020").is_month_first
    assert column("05/06/2020", header="Ngày ký (mm/dd/yyyy)").is_month_first
    assert not column("24/05/2020", "05/06/2020").is_month_first


def test_other_columns_stay_as_they_are() -> None:
    assert not column("24/05/2020", date(2020, 5, 6), header="Số văn bản").is_converted
