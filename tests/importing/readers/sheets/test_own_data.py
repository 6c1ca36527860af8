"""Files of our own data, told from others."""

from bantin.importing.readers.sheets.own_data import is_own_table, own_sheets
from tests.importing.facts.sheets.registers import Style, lines, register_sheet
from tests.importing.readers.sheets.workbooks import cell, excel
from tests.site.data.records import files_of, rich


def test_other_tables_are_not_our_data() -> None:
    files = files_of(rich())
    assert is_own_table(files["agreements.csv"].encode())
    for data in (b"", b"id,title\r\n1,A\r\n", files["parties.csv"].encode()):
        assert not is_own_table(data)


def test_a_workbook_is_not_our_data_whatever_its_first_bytes_are() -> None:
    assert not is_own_table(excel(f'<row r="1">{cell("A1", "id")}</row>'))
    assert not is_own_table(b"PK\x03\x04\x14\0\0\0\0\0")


def test_only_our_tables_are_read() -> None:
    files = {name: text.encode() for name, text in files_of(rich()).items()}
    names = [sheet.source for sheet in own_sheets({**files, "khac.csv": b"a,b\r\n", "README.md": b"x"})]
    assert "agreements.csv" in names
    assert not {"khac.csv", "README.md"} & set(names)


def test_a_workbook_is_no_table_of_our_data() -> None:
    assert not is_own_table(register_sheet(lines(200), Style.PLAIN))
    assert not is_own_table(b"PK\x03\x04\xff\xfe\x00\xd8\x00")
    assert not is_own_table("Số;Tên".encode("utf-16"))
