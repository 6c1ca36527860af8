"""Rows as a script: what rows share is written once, and a new row changes no line of others."""

import json
from typing import Any

from bantin.render.register_rows import write_rows
from bantin.site.views import AgencyChoiceView, DateView, LinkView, OwnFactView, RowsView, RowView, StatusView

DAY = DateView("2012-11-20", "20/11/2012", "", "", True)
END = DateView("2017-11-20", "20/11/2017", "", "", True)
MONTH = DateView("2017-11", "11/2017", "", "", False)


def a_row(name: str, **changes: Any) -> RowView:
    given: dict[str, Any] = {
        "id": name,
        "number": "",
        "title": f"Quy chế {name}",
        "url": f"bai-viet/2012/{name}/",
        "parties": ("Bộ A", "Bộ B"),
        "agencies": ("a", "b"),
        "type": "Quy chế",
        "signed": None,
        "status": "Còn hiệu lực",
        "facets": ("nam/2012", "loai/quy-che"),
        **changes,
    }
    return RowView(**given)


def standing(**changes: Any) -> StatusView:
    return StatusView("in_force", LinkView("Còn hiệu lực", ""), **changes)


def written(*rows: RowView) -> str:
    agencies = (AgencyChoiceView("a", "Bộ A", ("BA",)),)
    return write_rows(RowsView(url="van-ban/rows.js", title="Văn bản", rows=rows, agencies=agencies))


def read(*rows: RowView) -> dict[str, Any]:
    text = written(*rows)
    assert text.startswith("globalThis.bantinRows={")
    assert text.endswith("};\n")
    made: dict[str, Any] = json.loads(text.removeprefix("globalThis.bantinRows=").removesuffix(";\n"))
    return made


def test_what_rows_share_is_written_once() -> None:
    made = read(a_row("hai", signed=DAY), a_row("mot", signed=DAY, number="01/QC"))
    assert made["agencies"] == [["a", "Bộ A", "BA"]]
    assert made["folders"] == ["bai-viet/2012"]
    assert made["names"] == [["Bộ A", "a"], ["Bộ B", "b"]]
    assert made["types"] == ["Quy chế"]
    assert made["facets"] == ["nam/2012", "loai/quy-che"]
    assert made["days"] == [["2012-11-20", "20/11/2012"]]
    assert made["rows"] == [
        ["hai", "", "Quy chế hai", 0, [0, 1], 0, 0, [0, -1, -1, 0], [0, 1]],
        ["mot", "01/QC", "Quy chế mot", 0, [0, 1], 0, 0, [0, -1, -1, 0], [0, 1]],
    ]


def test_an_address_that_does_not_end_with_the_id_is_written_whole() -> None:
    (row,) = read(a_row("mot", url="bai-viet/2012/khac/"))["rows"]
    assert row[3] == "bai-viet/2012/khac/"


def test_a_period_tells_what_its_last_day_is() -> None:
    views = (
        standing(),
        standing(since=DAY, until=END),
        standing(since=DAY, until=END, at_least=True),
        standing(since=DAY, until=MONTH),
        standing(enters_on=END),
    )
    made = read(*(a_row(str(number), standing=view) for number, view in enumerate(views)))
    assert made["statuses"] == [["in_force", "Còn hiệu lực"]]
    days = {place: day for place, (day, _) in enumerate(made["days"])} | {-1: None}
    assert [(days[row[7][1]], days[row[7][2]], row[7][3]) for row in made["rows"]] == [
        (None, None, 0),
        ("2012-11-20", "2017-11-20", 2),
        ("2012-11-20", "2017-11-20", 1),
        ("2012-11-20", "2017-11", 0),
        (None, "2017-11-20", 3),
    ]


def test_own_facts_keep_their_kinds_and_the_language_of_the_row_is_the_last_value() -> None:
    own = (
        OwnFactView("Trang", number=0),
        OwnFactView("Ngày", date=DAY),
        OwnFactView("Chữ", "chữ", in_words_of_article=True),
        OwnFactView("Chọn", "Có"),
        OwnFactView("Chưa rõ"),
    )
    with_own, in_english = read(a_row("mot", own=own), a_row("hai", lang="en"))["rows"]
    assert with_own[9:] == [[0, ["2012-11-20", "20/11/2012"], ["chữ"], "Có", ""]]
    assert in_english[9:] == [[], "en"]


def test_a_new_row_changes_no_line_of_others() -> None:
    old = (a_row("hai", signed=DAY), a_row("mot", signed=END, parties=("Bộ C",), agencies=("c",)))
    new = a_row("ba", signed=MONTH, parties=("Bộ D",), agencies=("d",), facets=("nam/2017",), type="Kế hoạch")
    before, after = written(*old).splitlines(), written(new, *old).splitlines()
    assert before[-3:] == after[-3:]
    assert len(after) == len(before) + 1


def test_no_text_ends_the_script_or_a_line() -> None:
    title = "</script> \"'\\ dòng\nhai"
    text = written(a_row("mot", title=title))
    assert len(text.splitlines()) == len(written(a_row("mot")).splitlines())
    assert read(a_row("mot", title=title))["rows"][0][2] == title
