"""News from pages: what they say, with the words it rests on, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.model import Label, Term
from bantin.importing.facts.model import Found, NewsFacts
from bantin.importing.facts.news.reading import read_news
from bantin.importing.material import Block, Paragraph, Picture, Place, PlaceKind, StatedKey, Table
from bantin.importing.readers.plain_text import read_text
from tests.conftest import examples
from tests.importing.facts.news.pages import (
    FIRST,
    LEAD,
    SECOND,
    TITLE,
    known_names,
    paragraph,
    read_page,
    read_raw,
    texts,
)

RAW = Path(__file__).with_name("raw")
FIELDS = ("title", "published", "updated", "section", "source_code", "source_name", "lead")


def said(facts: NewsFacts) -> dict[str, Any]:
    """What ``facts`` say, without their places."""
    single = {field: found.value for field in FIELDS if (found := getattr(facts, field))}
    several = {
        "authors": [author.value for author in facts.authors],
        "tags": [tag.value for tag in facts.tags],
        "body": texts(facts),
        "captions": [photo.caption for photo in facts.photos],
    }
    return single | {key: values for key, values in several.items() if values}


@pytest.mark.parametrize("name", sorted(path.stem for path in RAW.glob("*.txt")))
def test_raw_text_comes_in_with_all_it_holds_and_nothing_else(name: str) -> None:
    facts = read_news(read_text((RAW / f"{name}.txt").read_bytes(), f"{name}.txt"), known_names())
    assert said(facts) == yaml.load((RAW / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def places(facts: NewsFacts) -> dict[str, list[Place]]:
    """The places in the source of all that the facts say, by what it is."""
    around = (facts.published, facts.updated, facts.section, facts.source_name, *facts.authors, *facts.tags)
    return {
        "title": [facts.title.evidence.place] if facts.title else [],
        "lead": [facts.lead.evidence.place] if facts.lead else [],
        "body": [block.place for block in facts.body],
        "photos": [photo.place for photo in facts.photos],
        "around": sorted({found.evidence.place for found in around if found}, key=lambda place: place.number),
        "left out": [one.place for one in facts.left_out],
    }


LINES = st.one_of(
    st.sampled_from(
        sorted({line for path in RAW.glob("*.txt") for line in path.read_text(encoding="utf-8").split("\n")})
    ),
    st.text(alphabet="aăâbcđeêôơưáạ .,:;-–()/|>»0123456789\u0301", max_size=60),
    st.sampled_from(["Ảnh: Xuân Mai", "Nguồn: Báo Mây", "Tags: a, b", "31/02/2012", "»", "Bình luận (3)", "Xem thêm"]),
)


@settings(max_examples=examples(400))
@given(st.lists(LINES, min_size=1, max_size=40))
def test_no_line_is_lost_and_none_is_in_two_places(lines: list[str]) -> None:
    data = "\n".join(["Đầu trang", *lines]).encode()
    material = read_text(data, "tin.txt")
    found = places(read_news(material, known_names()))
    # A photo has the place of its caption; a credit in a line of its own belongs to that.
    counted = [place for several in found.values() for place in several]
    assert len(counted) == len(set(counted))
    missing = [block for block in material.blocks if block.place not in set(counted)]
    assert all(isinstance(block, Paragraph) and "nh:" in block.text for block in missing)


@settings(max_examples=examples(200))
@given(st.lists(LINES, min_size=1, max_size=40))
def test_the_words_of_a_fact_stand_at_its_place(lines: list[str]) -> None:
    material = read_text("\n".join(["Đầu trang", *lines]).encode(), "tin.txt")
    facts = read_news(material, known_names())
    words = {block.place: block.text for block in material.blocks if isinstance(block, Paragraph)}
    singles: list[Found[str] | None] = [getattr(facts, field) for field in FIELDS]
    for found in filter(None, (*singles, *facts.authors, *facts.tags)):
        assert found.evidence.words in words[found.evidence.place]


WIDGETS = (
    ["Tìm kiếm"], ["Đăng nhập", "Tên đăng nhập", "Mật khẩu"], ["Bình luận (0)"], ["Bình luận"], ["Lên đầu trang"],
    ["Thống kê truy cập", "Đang online 5 · Hôm nay 103 · Trong tuần 5.851 · Tất cả 264.994"],
    ["Đang online", "5", "Hôm nay", "103", "Trong tuần", "5.851", "Tất cả", "264.994"], ["[Ảnh]"],
    ["Liên kết website", "Cổng thông tin Chính phủ", "Bộ Nội vụ"], ["Chia sẻ", "In bài viết", "Lượt xem: 123"],
)  # fmt: skip


@settings(max_examples=examples(200))
@given(st.sampled_from(sorted(RAW.glob("f*-alone.txt"))), st.sampled_from(WIDGETS), st.data())
def test_widgets_within_a_text_change_nothing(path: Path, widget: list[str], data: st.DataObject) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    expected = yaml.load(path.with_suffix(".yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    lead = next(at for at, line in enumerate(lines) if line.endswith(expected["lead"]))
    last = max(at for at, line in enumerate(lines) if line in expected["body"])
    at = data.draw(st.just(0) | st.integers(lead + 1, last))
    assert said(read_raw(*lines[:at], *widget, *lines[at:])) == expected


def test_a_date_without_a_year_is_no_day_of_publication() -> None:
    facts = read_raw(TITLE, "Ngày 18/8", LEAD, FIRST)
    assert facts.published is None
    assert "Ngày 18/8" in [*texts(facts), *(one.words for one in facts.left_out)]


def test_a_weekday_that_does_not_fit_leaves_the_date_open() -> None:
    facts = read_raw(TITLE, "Thứ Năm, 24/11/2021 22:26", LEAD, FIRST)
    assert facts.published is None
    assert [(one.words, one.reason) for one in facts.left_out] == [("Thứ Năm, 24/11/2021 22:26", "date-line")]


def test_the_clock_of_a_portal_is_no_day_of_publication() -> None:
    assert read_raw("Thứ Hai, 30/11/2026", "Trang chủ", "Tìm kiếm", TITLE, LEAD, FIRST).published is None
    facts = read_raw("Thứ Hai, 30/11/2026", TITLE, "21/11/2012", LEAD, FIRST)
    assert facts.published is not None
    assert facts.published.value == "2012-11-21"


def test_items_of_a_list_are_no_headline() -> None:
    assert read_raw("Tin mới nhất", "Lễ trao giải cuộc thi viết", "Hội nghị tổng kết năm", LEAD, FIRST).title is None
    dated = ("Lễ trao giải cuộc thi viết", "12/03/2020", "Hội nghị tổng kết năm", "13/03/2020")
    assert read_raw("Tin mới nhất", *dated, LEAD, FIRST).title is None
    assert read_raw("Liên kết website", "Bộ Nội vụ", "Cổng thông tin điện tử Chính phủ", LEAD, FIRST).title is None


def test_names_of_the_portal_are_no_authors() -> None:
    assert read_raw(TITLE, LEAD, FIRST, "Cổng thông tin điện tử tỉnh", "Địa chỉ: số 1").authors == ()
    assert read_raw(TITLE, LEAD, FIRST, "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH", "Liên hệ").authors == ()
    assert read_raw(TITLE, LEAD, FIRST, "Giao Thông Vận Tải", "Văn Phòng", "Đào Tạo Nghề", "Khoa Học").authors == ()


def test_what_readers_say_is_left_out() -> None:
    facts = read_raw(TITLE, LEAD, FIRST, "Bình luận (1)", "Lê Thu", "Bài viết rất hay, cảm ơn tòa soạn đã đưa tin sớm.")
    assert texts(facts) == [FIRST]
    assert {one.reason for one in facts.left_out} == {"comment"}


def test_text_goes_on_behind_a_list_of_other_news() -> None:
    facts = read_raw(TITLE, LEAD, FIRST, "Tin liên quan", "Hội nghị tổng kết năm", SECOND, "Thanh Hằng")
    assert texts(facts) == [FIRST, SECOND]
    assert [author.value for author in facts.authors] == ["Thanh Hằng"]


def test_a_section_that_the_bulletin_knows_goes_before_a_deeper_one() -> None:
    lines = "\n".join(["Trang chủ > Tin tức - Sự kiện > Tin trong tỉnh", TITLE, LEAD, FIRST]).encode()
    section = read_news(read_text(lines, "t"), known_names(Term("tin-tuc", Label("Tin tức – Sự kiện")))).section
    assert section is not None
    assert section.value == "Tin tức - Sự kiện"


def test_a_text_of_one_paragraph_has_no_lead() -> None:
    facts = read_raw(TITLE, LEAD)
    assert facts.lead is None
    assert texts(facts) == [LEAD]


def test_the_evidence_of_a_lead_is_its_first_sentence() -> None:
    lead = read_raw(TITLE, f"{LEAD} {FIRST}", SECOND).lead
    assert lead is not None
    assert (lead.value, lead.evidence.words) == (f"{LEAD} {FIRST}", LEAD)


def test_stated_values_are_no_guesses() -> None:
    stated = {StatedKey.TITLE: f"{TITLE} | Cổng thông tin", StatedKey.PUBLISHED: "2012-11-21T01:00:00Z"}
    stated |= {StatedKey.AUTHOR: "Thanh Hằng", StatedKey.LEAD: LEAD, StatedKey.SECTION: "Tin tức", StatedKey.TAG: "a"}
    facts = read_page(
        paragraph(1, TITLE, level=1), paragraph(2, "21/11/2012"), paragraph(3, LEAD), paragraph(4, FIRST), stated=stated
    )
    assert said(facts) == {
        "title": TITLE, "published": "2012-11-21T08:00+07:00", "section": "Tin tức", "lead": LEAD,
        "authors": ["Thanh Hằng"], "tags": ["a"], "body": [FIRST],
    }  # fmt: skip
    assert facts.title is not None
    assert facts.title.is_stated
    assert facts.published is not None
    assert facts.published.is_stated


def test_a_date_line_that_contradicts_what_is_stated_leaves_the_day_open() -> None:
    page = (paragraph(1, TITLE, level=1), paragraph(2, "21/11/2012"), paragraph(3, LEAD), paragraph(4, FIRST))
    facts = read_page(*page, stated={StatedKey.PUBLISHED: "2012-11-23"})
    assert facts.published is None
    assert [one.words for one in facts.left_out] == ["21/11/2012"]


def test_a_headline_that_contradicts_the_stated_one_is_a_guess() -> None:
    page = (paragraph(1, TITLE, level=1), paragraph(2, LEAD), paragraph(3, FIRST))
    title = read_page(*page, stated={StatedKey.TITLE: "Trang chủ"}).title
    assert title is not None
    assert (title.value, title.is_stated) == (TITLE, False)


def test_a_stated_headline_that_a_line_of_the_page_contradicts_is_a_guess() -> None:
    other = "Hội nghị tổng kết công tác năm của hai cơ quan"
    page = (paragraph(1, other), paragraph(2, "21/11/2012"), paragraph(3, LEAD), paragraph(4, FIRST))
    facts = read_page(*page, stated={StatedKey.TITLE: TITLE})
    assert facts.title is not None
    assert (facts.title.value, facts.title.is_stated) == (TITLE, False)
    assert [(one.words, one.reason) for one in facts.left_out] == [(other, "title")]


@pytest.mark.parametrize("stated", ["Trang chủ", "Cổng thông tin điện tử tỉnh Lào Cai"])
def test_the_name_of_a_portal_is_no_stated_headline(stated: str) -> None:
    assert read_page(paragraph(1, LEAD), paragraph(2, FIRST), stated={StatedKey.TITLE: stated}).title is None


def test_the_name_of_a_portal_in_a_heading_is_no_headline() -> None:
    portal = paragraph(1, "Cổng thông tin điện tử tỉnh Lào Cai", level=1)
    title = read_page(portal, paragraph(2, TITLE, level=2), paragraph(3, LEAD), paragraph(4, FIRST)).title
    assert title is not None
    assert title.value == TITLE


@pytest.mark.parametrize("description", [f"{LEAD[:60]}…", "Cổng thông tin điện tử của một tỉnh miền núi phía bắc"])
def test_a_description_that_is_cut_or_about_the_portal_is_no_lead(description: str) -> None:
    page = (paragraph(1, TITLE, level=1), paragraph(2, LEAD), paragraph(3, FIRST))
    lead = read_page(*page, stated={StatedKey.LEAD: description}).lead
    assert lead is not None
    assert (lead.value, lead.is_stated) == (LEAD, False)


def test_pictures_have_the_caption_behind_them() -> None:
    picture = Picture("anh.jpg", Place(PlaceKind.ELEMENT, 4), alt="Lễ ký")
    page = (paragraph(1, TITLE, level=1), paragraph(2, LEAD), paragraph(3, FIRST), picture)
    facts = read_page(*page, paragraph(5, "Quang cảnh lễ ký"), paragraph(6, "Ảnh: Xuân Mai"), paragraph(7, SECOND))
    (photo,) = facts.photos
    assert (photo.path, photo.caption) == ("anh.jpg", "Quang cảnh lễ ký Ảnh: Xuân Mai")
    assert photo in facts.body
    assert texts(facts) == [FIRST, SECOND]


def test_headings_and_tables_of_the_text_keep_their_order() -> None:
    table = Table((((paragraph(0, "Bên A"),), (paragraph(0, "Bên B"),)),), Place(PlaceKind.TABLE, 1))
    heading = paragraph(4, "Nội dung phối hợp", level=2)
    facts = read_page(paragraph(1, TITLE, level=1), paragraph(2, LEAD), paragraph(3, FIRST), heading, table,
                      paragraph(5, SECOND))  # fmt: skip
    assert facts.body == (paragraph(3, FIRST), heading, table, paragraph(5, SECOND))


def test_tables_and_pictures_around_a_text_are_left_out() -> None:
    logo = Picture("logo.png", Place(PlaceKind.ELEMENT, 9))
    table = Table((((paragraph(0, "Trang chủ"), logo),),), Place(PlaceKind.TABLE, 1))
    facts = read_page(table, logo, paragraph(1, TITLE, level=1), paragraph(2, LEAD), paragraph(3, FIRST))
    assert [one.words for one in facts.left_out] == ["Trang chủ | logo.png", "logo.png"]
    assert facts.photos == ()


def test_the_code_of_the_source_is_taken_out_of_the_markup_too() -> None:
    first = Paragraph(f"(CAO) - {LEAD}", Place(PlaceKind.ELEMENT, 2), markdown=f"**(CAO)** - _{LEAD}_")
    facts = read_page(paragraph(1, TITLE, level=1), first)
    (only,) = facts.body
    assert isinstance(only, Paragraph)
    assert (only.text, only.markdown) == (LEAD, f"_{LEAD}_")
    assert facts.source_code is not None
    assert facts.source_code.value == "CAO"


def test_a_page_without_a_sentence_has_a_headline_at_most() -> None:
    facts = read_raw("Trang chủ", TITLE, "Đang cập nhật")
    assert facts.title is not None
    assert facts.title.value == TITLE
    assert facts.lead is None
    assert read_raw("Trang chủ").body == ()
    assert read_page().body == ()


SECTION = Term("tin-tuc", Label("Tin tức – Sự kiện"))


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (["Tin tức - Sự kiện"], "Tin tức - Sự kiện"),
        (["CỔNG THÔNG TIN", "Tin tức - Sự kiện"], "Tin tức - Sự kiện"),
        (["Giới thiệu", "Tin tức - Sự kiện"], None),
        (["Tin trong tỉnh"], None),
        ([], None),
    ],
)
def test_a_line_above_the_headline_is_a_section_if_the_bulletin_knows_it(above: list[str], section: str | None) -> None:
    raw = "\n".join([*above, TITLE, LEAD, FIRST]).encode()
    facts = read_news(read_text(raw, "tin.txt"), known_names(SECTION))
    assert (facts.section.value if facts.section else None) == section
    assert len(facts.left_out) == len(above) - (section is not None)


def test_headlines_of_other_news_behind_a_text_are_no_captions() -> None:
    other = "Đại diện hai bên ký kết kế hoạch"
    assert read_raw(TITLE, LEAD, FIRST, "Thanh Hằng", other).photos == ()
    assert read_raw(TITLE, LEAD, FIRST, other, "Giá lúa hè thu tăng nhẹ").photos == ()
    assert read_raw(TITLE, LEAD, FIRST, other, "21/11/2012").photos == ()
    assert len(read_raw(TITLE, LEAD, FIRST, other, "Thanh Hằng").photos) == 1


BLOCKS = st.one_of(
    st.builds(lambda text, level, bold: ("paragraph", text, level, bold), LINES, st.integers(0, 3), st.booleans()),
    st.just(("picture", "", 0, False)),
    st.just(("table", "", 0, False)),
)


def made_block(at: int, kind: str, text: str, level: int, bold: bool) -> Block:
    place = Place(PlaceKind.ELEMENT, at)
    if kind == "paragraph":
        return paragraph(at, " ".join(text.split()) or "a", level=level, bold=bold)
    return Picture("a.jpg", place) if kind == "picture" else Table((), place)


@settings(max_examples=examples(200))
@given(st.lists(BLOCKS, max_size=25), st.dictionaries(st.sampled_from(StatedKey), LINES, max_size=3))
def test_no_block_of_a_page_is_lost(drawn: list[tuple[str, str, int, bool]], stated: dict[StatedKey, str]) -> None:
    blocks = [made_block(at, *parts) for at, parts in enumerate(drawn, 1)]
    facts = read_page(*blocks, stated=stated)
    found = {place for several in places(facts).values() for place in several}
    missing = [block for block in blocks if block.place not in found]
    # What stated values are equal to, and captions that are part of a picture.
    known = {facts.title.value if facts.title else "", facts.lead.value if facts.lead else ""}
    captions = " ".join(photo.caption for photo in facts.photos)
    assert [b for b in missing if isinstance(b, Paragraph) and b.text not in captions and b.text not in known] == []
    assert all(isinstance(block, Paragraph) for block in missing)
