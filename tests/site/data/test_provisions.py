"""The table of provisions: every provision of every version is a row, and the keys tell the rows apart."""

from hypothesis import given

from bantin.domain.model import Provision
from bantin.render.writers import write_table
from bantin.site.data.columns import DataSources
from bantin.site.data.provisions import provisions_table
from bantin.site.data.tables import csv_rows
from bantin.site.texts.version import RecordText
from bantin.site.views import TableView
from tests.index.contents import quick
from tests.site.data.records import rows_in
from tests.site.texts.texts import DIRECTORY, PLAIN, RICH, record_texts


def table_of(*texts: RecordText) -> list[dict[str, str]]:
    """The rows of the table as a program reads them."""
    table = provisions_table(lambda _: texts)
    rows = tuple(csv_rows(table, DataSources(DIRECTORY)))
    columns = tuple(column.name for column in table.all_columns)
    return rows_in(write_table(TableView(url="x", title="x", columns=columns, rows=rows)))


def test_the_row_of_a_point_and_of_a_repealed_article() -> None:
    rows = {(row["version"], row["anchor"]): row for row in table_of(RICH)}
    assert rows["1", "dieu-2-khoan-1-diem-dd"] == {
        "agreement": "quy-che",
        "version": "1",
        "anchor": "dieu-2-khoan-1-diem-dd",
        "version_since": "2012-11-20",
        "order": "6",
        "parent": "dieu-2-khoan-1",
        "kind": "point",
        "number": "đ",
        "heading": "",
        "text": "đầy đủ < chính xác.",
        "repealed": "false",
        "since": "2012-11-20",
    }
    repealed = rows["2", "dieu-3"]
    assert (repealed["repealed"], repealed["since"], repealed["text"]) == ("true", "2015-03-01", "")
    assert rows["1", "dieu-2-khoan-2"]["text"] == "Đúng chức năng.\nĐúng pháp luật."


def test_a_text_without_provisions_has_no_rows() -> None:
    assert table_of(PLAIN) == []


@quick
@given(record_texts())
def test_every_provision_is_a_row_in_its_place(text: RecordText) -> None:
    rows = table_of(text)
    assert len({(row["version"], row["anchor"]) for row in rows}) == len(rows)
    for version in text.versions:
        own = [row for row in rows if row["version"] == str(version.number)]
        assert [row["order"] for row in own] == [str(number) for number in range(1, len(own) + 1)]
        assert [row["anchor"] for row in own] == [provision.anchor for provision in version.text.walk()]
        parents = {row["anchor"]: row["parent"] for row in own}
        assert all(_parents_are(provision, "", parents) for provision in version.text.provisions)


def _parents_are(provision: Provision, parent: str, found: dict[str, str]) -> bool:
    inner = all(_parents_are(child, provision.anchor, found) for child in provision.children)
    return inner and found[provision.anchor] == parent
