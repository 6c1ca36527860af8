"""Workbooks before a library opens them: what their parts say, and what is refused."""

import pytest

from bantin.importing.material import NoticeKind, Refusal, Unreadable
from bantin.importing.readers.sheets.sheet_marks import SheetMarks
from bantin.importing.readers.sheets.workbook_parts import examine_workbook
from tests.importing.readers.sheets.workbooks import archive, cell, excel, open_cell, open_document


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as error:
        examine_workbook(data)
    return error.value.refusal


def test_the_marks_of_a_sheet_are_found_by_its_name() -> None:
    found = examine_workbook(
        excel(
            f'<row r="1">{cell("A1", "a")}</row><row r="2" hidden="1"><c r="B2" t="e"><f>A9</f><v>#N/A</v></c></row>',
            before='<cols><col min="3" max="4" hidden="true"/></cols>',
            behind='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        )
    )
    assert found.sheets == {
        "So": SheetMarks(
            formulas=frozenset({(2, 2)}),
            errors={(2, 2): "#N/A"},
            hidden_rows=frozenset({2}),
            hidden_columns=frozenset({3, 4}),
            merged={(1, 1): (2, 2)},
        )
    }


def test_cells_and_rows_without_a_place_follow_the_one_before() -> None:
    found = examine_workbook(excel("<row><c/><c><f>1</f></c></row><row><c><f>1</f></c></row>"))
    assert found.sheets["So"].formulas == {(1, 2), (2, 1)}


def test_spanned_cells_of_opendocument_are_merged() -> None:
    spanned = open_cell("a", 'table:number-rows-spanned="2" table:number-columns-spanned="3"')
    found = examine_workbook(open_document(f"<table:table-row>{spanned}</table:table-row>"))
    assert found.sheets["So"].merged == {(1, 1): (2, 3)}


def test_what_is_not_taken_is_told() -> None:
    parts = ("xl/vbaProject.bin", "xl/comments1.xml", "xl/embeddings/oleObject1.bin")
    found = examine_workbook(excel("", parts=dict.fromkeys(parts, "<a/>")))
    kinds = [NoticeKind.MACRO, NoticeKind.COMMENT, NoticeKind.OBJECT]
    assert [(notice.kind, notice.words) for notice in found.notices] == list(zip(kinds, parts, strict=True))


def test_a_part_that_the_workbook_does_not_name_is_examined_too() -> None:
    far = '<worksheet><sheetData><row r="999999"><c r="A999999"><v>1</v></c></row></sheetData></worksheet>'
    assert refusal(excel("", parts={"xl/worksheets/sheet2.xml": far})) is Refusal.TOO_LARGE


def test_an_archive_that_unpacks_to_very_much_is_refused() -> None:
    # White space within the XML costs the parser hardly anything.
    assert refusal(excel(" " * 140_000_000)) is Refusal.TOO_LARGE


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'
    assert refusal(excel("", parts={"xl/sharedStrings.xml": bomb})) is Refusal.DAMAGED


def test_a_sheet_that_is_not_among_the_parts_is_damaged() -> None:
    links = '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="/xl/media/image.png"/></Relationships>'
    assert refusal(excel("", parts={"xl/_rels/workbook.xml.rels": links})) is Refusal.DAMAGED


def test_a_long_text_that_many_cells_share_is_refused() -> None:
    shared = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 3_000))
    assert refusal(excel(shared, strings=f"<si><t>{'a' * 30_000}</t></si>")) is Refusal.TOO_LARGE
    assert examine_workbook(excel('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>a</t></si>")).sheets


@pytest.mark.parametrize("parts", [{"a.xml": "<a/>"}, {"mimetype": "x"}, {}])
def test_other_archives_are_no_workbooks(parts: dict[str, str]) -> None:
    assert refusal(archive(parts)) is Refusal.UNKNOWN_KIND
