"""From the bytes of a source to the draft: Word files in several layouts, and a saved page of a portal."""

from typing import Any

import pytest
import yaml

from bantin.domain.provisions.reading import read_text
from bantin.importing.drafting import draft_all
from bantin.importing.drafts.draft import Draft, DraftKind
from bantin.importing.finding import ReadSource, Wanted, find_items
from bantin.importing.material import Align, Block, Material, Paragraph, Table
from bantin.importing.readers.messages import Reading
from bantin.importing.readers.pages.web_page import read_page
from bantin.importing.readers.word.reading import read_word
from tests.domain.text.garblers import in_tcvn3
from tests.importing.facts.documents.layouts import (
    Case,
    four_parties,
    in_the_place_of,
    known_names,
    one_table,
    two_provinces,
)
from tests.importing.readers.pages.portals import LAYOUTS, WIDGET_WORDS, Article, portal_page
from tests.importing.readers.word.files import add, counted, document, in_font, level, p, r, saved, set_lists, table

LEVELS = (
    level(0, "Chương %1", "upperRoman")
    + level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>')
    + level(2, "%3.")
    + level(3, "%4)", "lowerLetter")
)
CENTRED = '<w:jc w:val="center"/>'
ARTICLE = Article(
    title="Bộ Công an và Văn phòng Quốc hội ký kết Quy chế phối hợp",
    date_line="Thứ Tư, 21/11/2012 09:30",
    moment="2012-11-21T09:30+07:00",
    lead="Ngày 20/11, tại Hà Nội, Bộ Công an và Văn phòng Quốc hội ký kết Quy chế phối hợp trong công tác cảnh vệ.",
    paragraphs=(
        "Quy chế gồm 4 chương, 15 điều, quy định nguyên tắc, nội dung và trách nhiệm phối hợp của hai cơ quan.",
        "Định kỳ hằng năm, hai bên luân phiên chủ trì tổ chức sơ kết việc thực hiện Quy chế tại cơ quan mình.",
    ),
    byline="Minh Mây",
)


def word_file(case: Case, *, in_tcvn3_font: bool = False) -> bytes:
    """The Word file of a case: Word counts its labels; all is typed in fonts of TCVN3 if asked for."""
    made = document()
    set_lists(made, {1: LEVELS}, {1: (1, "")})
    for block in case.blocks:
        add(made, written(block, in_tcvn3_font=in_tcvn3_font))
    return saved(made)


def written(block: Block, *, in_tcvn3_font: bool) -> str:
    """The XML of a block."""
    if isinstance(block, Table):
        cells = (
            ["".join(written(one, in_tcvn3_font=in_tcvn3_font) for one in cell) for cell in row] for row in block.rows
        )
        return table(*cells)
    assert isinstance(block, Paragraph)
    properties = counted(1, depth(block.label)) if block.label else CENTRED if block.align is Align.CENTRE else ""
    bold = "<w:b/>" if block.bold else ""
    if not in_tcvn3_font:
        return p(r(block.text, bold), properties=properties)
    capitals = block.text.isupper()
    run = r(
        in_tcvn3(block.text.lower() if capitals else block.text), in_font(".VnTimeH" if capitals else ".VnTime") + bold
    )
    return p(run, properties=properties)


def depth(label: str) -> int:
    """The level of a label of Word: chapter, article, clause, point."""
    return 0 if label.startswith("Chương") else 1 if label.startswith("Điều") else 2 if label.endswith(".") else 3


def drafts_of(material: Material) -> tuple[Draft, ...]:
    source = ReadSource(material.source, Reading((material,)))
    known = known_names()
    return draft_all(find_items((source,), known, Wanted.AUTO), known, "vi").drafts


def imported(data: bytes) -> tuple[dict[str, Any], str, dict[str, str]]:
    """The keys and the text of the record that a Word file becomes, and the names of new agencies by their ids."""
    drafts = drafts_of(read_word(data, "a.docx"))
    (record,) = (one for one in drafts if one.kind is DraftKind.RECORD)
    names = {one.slug: parsed(one.text)["name"] for one in drafts if one.kind is DraftKind.AGENCY}
    _, head, body = record.text.split("---\n", 2)
    return parsed(head), body, names


def parsed(text: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return values


def named(id_: str, names: dict[str, str]) -> str:
    return names.get(id_) or known_names().agency_name(id_)


CASES = (one_table(), four_parties(), two_provinces(), in_the_place_of())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_word_file_becomes_a_record_that_says_what_it_says(case: Case) -> None:
    keys, _, names = imported(word_file(case))
    assert {key: keys[key] for key in ("title", "signed_on")} == {
        key: case.facts[key] for key in ("title", "signed_on")
    }
    assert keys.get("number", "") == case.facts.get("number", "")
    assert tuple(named(one, names) for one in keys["parties"]) == case.facts["parties"]
    people = tuple(
        (one["name"], one.get("rank", ""), one["position"], named(one["party"], names), one.get("on_behalf", ""))
        for one in keys["signatories"]
    )
    assert people == case.facts["signatories"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_word_counts_itself_is_in_the_text(case: Case) -> None:
    _, text, _ = imported(word_file(case))
    assert tuple(one.anchor for one in read_text(text).walk()) == case.anchors


def test_four_parties_sign_in_a_table() -> None:
    keys, _, _ = imported(word_file(four_parties()))
    assert [one["name"] for one in keys["signatories"]] == ["Vũ Thị Mây", "Đỗ Văn Gió", "Hoàng Thị Chớp", "Bùi Văn Sấm"]
    assert len({one["party"] for one in keys["signatories"]}) == len(keys["parties"]) == 4


def test_two_provinces_sign_together() -> None:
    keys, _, names = imported(word_file(two_provinces()))
    assert [named(one, names) for one in keys["parties"]] == [
        "Ủy ban nhân dân tỉnh Lào Cai",
        "Ủy ban nhân dân tỉnh Yên Bái",
    ]


def test_capitals_in_fonts_of_tcvn3_are_read_as_the_reader_sees_them() -> None:
    keys, text, _ = imported(word_file(one_table(), in_tcvn3_font=True))
    assert keys["title"] == one_table().facts["title"]
    assert keys["parties"] == ["bo-cong-an", "van-phong-quoc-hoi"]
    assert text.lstrip().startswith("QUY CHẾ PHỐI HỢP\n")
    assert "ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_saved_page_comes_in_without_the_figures_and_widgets_of_its_portal(layout: str) -> None:
    (draft,) = drafts_of(read_page(portal_page(layout, ARTICLE), "tin.html"))
    assert not [words for words in (*WIDGET_WORDS, "5.851", "103") if words in draft.text]
    _, head, body = draft.text.split("---\n", 2)
    keys = parsed(head)
    assert [keys[key] for key in ("title", "published", "lead")] == [ARTICLE.title, ARTICLE.moment, ARTICLE.lead]
    assert keys["authors"] == ["Minh Mây"]
    assert keys["agreement"]["parties"] == ["bo-cong-an", "van-phong-quoc-hoi"]
    assert keys["agreement"]["clauses"] == "15"
    assert body.split("\n\n")[:2] == [f"\n{ARTICLE.paragraphs[0]}", f"{ARTICLE.paragraphs[1]}\n"]
