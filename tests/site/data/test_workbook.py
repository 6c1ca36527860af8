"""The workbook of the data: every table with the cells of its CSV file, and a first sheet that explains them."""

import re
from datetime import date, datetime
from pathlib import Path

from hypothesis import given

from bantin.domain.model import Article
from bantin.index import Bulletin
from bantin.render.office.workbook import write_workbook
from bantin.render.writers import unguarded
from bantin.site.data import data_files
from bantin.site.data.columns import CellKind
from bantin.site.data.tables import PROVISIONS, TABLES
from bantin.site.views import SheetView, WorkbookView
from tests.index.contents import SITE, bulletin
from tests.render.office.programs import as_read_by_calamine, as_read_by_libreoffice
from tests.site.data.records import among, articles, files_of, rich, rows_in, thorough
from tests.site.plans import view_at

_FULL_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def workbook_of(made: Bulletin) -> WorkbookView:
    found = view_at(made, "du-lieu/agreements.xlsx", WorkbookView)
    assert isinstance(found, WorkbookView)
    return found


def sheet_of(made: Bulletin, name: str) -> SheetView:
    return next(sheet for sheet in workbook_of(made).sheets if sheet.name == name)


def _freed(row: dict[str, str]) -> dict[str, str]:
    return {name: unguarded(cell) for name, cell in row.items()}


def told(cell: object) -> str:
    """A cell as the CSV files write it."""
    match cell:
        case bool():
            return str(cell).lower()
        case datetime():
            return cell.date().isoformat()
        case float():
            return str(int(cell))
    return str(cell)


def test_there_is_a_sheet_for_each_table_and_one_before_them() -> None:
    names = [sheet.name for sheet in workbook_of(rich()).sheets]
    assert names == ["Giới thiệu", *(table.name for table in TABLES if table is not PROVISIONS)]


@thorough
@given(articles())
def test_another_program_reads_the_cells_of_the_csv_files(made: list[Article]) -> None:
    found = among(made)
    files = files_of(found)
    for name, (_, names, *rows) in list(as_read_by_calamine(write_workbook(workbook_of(found))).items())[1:]:
        said = rows_in(files[f"{name}.csv"])
        back = [dict(zip(map(str, names), (*map(told, row), *[""] * len(names)), strict=False)) for row in rows]
        assert [_freed(row) for row in said] == back, name


def test_libreoffice_reads_the_cells_of_the_csv_files(tmp_path: Path) -> None:
    found = rich()
    files = files_of(found)
    sheets = as_read_by_libreoffice(write_workbook(workbook_of(found)), tmp_path)
    for table in TABLES:
        if table is PROVISIONS:
            continue
        _, names, *rows = sheets[table.name]
        said = [list(_freed(row).values()) for row in rows_in(files[table.file])]
        assert names == [column.name for column in table.all_columns]
        kinds = [column.kind for column in table.all_columns]
        assert rows == [list(map(_shown, row, kinds)) for row in said], table.name


def _shown(cell: str, kind: CellKind) -> str:
    """A cell of a CSV file as a spreadsheet shows it."""
    if kind in (CellKind.DATE, CellKind.MOMENT) and _FULL_DAY.fullmatch(cell):
        return _FULL_DAY.sub(r"\3/\2/\1", cell)
    return cell.upper() if kind is CellKind.BOOLEAN else cell


def test_days_are_days_and_codes_are_texts() -> None:
    sheet = sheet_of(rich(), "agreements")
    row = dict(zip(sheet.heads[-1], sheet.rows[0], strict=True))
    assert row["signed_on"] == date(2012, 11, 20)
    assert row["number"] == "01/QCPH-A-B"
    assert row["clauses"] == 12
    assert row["article_published"] == "2012-11-20T08:00:00+07:00"
    assert row["indefinite"] is False
    events = sheet_of(rich(), "events")
    assert "2015" in {dict(zip(events.heads[-1], row, strict=True))["on"] for row in events.rows}


def test_the_first_sheet_tells_source_terms_and_every_column() -> None:
    about = workbook_of(rich()).sheets[0]
    texts = {cell for row in about.rows for cell in row if isinstance(cell, str)}
    assert about.above == ("Dữ liệu của Bản tin",) or about.above[0].startswith("Dữ liệu của ")
    assert {"https://bantin.example/du-lieu/", "Ghi rõ nguồn.", "Văn phòng"} <= texts
    explained = {(row[0], row[1]) for row in about.rows if len(row) == 4}
    columns = {(table.name, one.name) for table in TABLES if table is not PROVISIONS for one in table.all_columns}
    assert columns <= explained


def test_without_terms_none_are_claimed() -> None:
    about = workbook_of(bulletin(site=SITE)).sheets[0]
    assert "Điều kiện sử dụng lại" not in {row[0] for row in about.rows if row}


def test_it_is_planned_once_among_the_data() -> None:
    assert [page.url for page in data_files(rich())].count("du-lieu/agreements.xlsx") == 1
