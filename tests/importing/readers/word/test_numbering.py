"""The numbers that Word counts itself."""

import pytest

from bantin.importing.material import Notice, NoticeKind, Paragraph, Place, PlaceKind
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import (
    add,
    add_style,
    counted,
    deleted,
    document,
    in_font,
    level,
    p,
    saved,
    set_lists,
    styled,
)

REGULATION = level(0, "Điều %1.") + level(1, "%2.") + level(2, "%3)", "lowerLetter")
ADDRESS = level(0, "%1.", "upperRoman") + level(1, "%1.%2.") + level(2, "%1.%2.%3.")


def labels(levels: str, *paragraphs: tuple[int, int] | int, lists: dict[int, tuple[int, str]] | None = None) -> str:
    """The labels of paragraphs of these levels, or of these lists and levels."""
    made = document()
    set_lists(made, {1: levels}, lists or {1: (1, "")})
    for one in paragraphs:
        key, place = one if isinstance(one, tuple) else (1, one)
        add(made, p("x", properties=counted(key, place)))
    return " ".join(labels_of(saved(made)))


def labels_of(data: bytes) -> list[str]:
    return [block.label for block in read_word(data, "a.docx").blocks if isinstance(block, Paragraph)]


def override(place: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{place}">{inner}</w:lvlOverride>'


def begin(place: int, start: int) -> str:
    return override(place, f'<w:startOverride w:val="{start}"/>')


def test_articles_clauses_and_points_are_counted_as_word_shows_them() -> None:
    assert labels(REGULATION, 0, 1, 2, 2, 1, 2, 0, 1) == "Điều 1. 1. a) b) 2. a) Điều 2. 1."


def test_the_label_is_no_part_of_the_text() -> None:
    made = document()
    set_lists(made, {1: REGULATION}, {1: (1, "")})
    add(made, p("Phạm vi điều chỉnh", properties=counted(1)))
    (block,) = read_word(saved(made), "a.docx").blocks
    assert isinstance(block, Paragraph)
    assert (block.text, block.label, block.labelled) == (
        "Phạm vi điều chỉnh",
        "Điều 1.",
        "Điều 1. Phạm vi điều chỉnh",
    )


def test_a_label_may_have_the_numbers_of_the_levels_above() -> None:
    assert labels(ADDRESS, 0, 1, 2, 0, 1, 1) == "I. I.1. I.1.1. II. II.1. II.2."


def test_legal_numbering_is_in_digits() -> None:
    assert labels(level(0, "%1.", "upperRoman") + level(1, "%1.%2.", more="<w:isLgl/>"), 0, 0, 1) == "I. II. 2.1."


def test_a_level_that_no_paragraph_has_had_counts_as_begun() -> None:
    assert labels(ADDRESS, 1, 0, 1) == "I.1. II. II.1."


def test_a_list_begins_where_its_level_says() -> None:
    assert labels(level(0, "%1.", start=5), 0, 0) == "5. 6."


def test_clauses_that_never_begin_anew_count_on_over_articles() -> None:
    levels = level(0, "Điều %1.") + level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    assert labels(levels, 0, 1, 1, 0, 1) == "Điều 1. 1. 2. Điều 2. 3."


def test_articles_may_begin_anew_with_each_part_but_not_with_each_chapter() -> None:
    restart = '<w:lvlRestart w:val="1"/>'
    levels = level(0, "Phần %1") + level(1, "Chương %2") + level(2, "Điều %3.", more=restart)
    assert labels(levels, 0, 1, 2, 1, 2, 0, 2) == "Phần 1 Chương 1 Điều 1. Chương 2 Điều 2. Phần 2 Điều 1."


def test_lists_of_one_abstract_list_count_on_together() -> None:
    assert labels(REGULATION, (1, 0), (2, 0), (1, 0), lists={1: (1, ""), 2: (1, "")}) == "Điều 1. Điều 2. Điều 3."


def test_a_list_may_begin_the_count_anew_the_first_time_that_it_is_used() -> None:
    lists = {1: (1, ""), 2: (1, begin(0, 8))}
    assert labels(REGULATION, (1, 0), (2, 0), (2, 0), (1, 0), lists=lists) == "Điều 1. Điều 8. Điều 9. Điều 10."


def test_a_list_may_have_a_level_of_its_own() -> None:
    lists = {1: (1, ""), 2: (1, override(0, level(0, "Mục %1", "upperRoman")))}
    assert labels(REGULATION, (1, 0), (2, 0), lists=lists) == "Điều 1. Mục II"


def test_a_bullet_is_a_dash_unless_it_is_a_sign_that_officials_type() -> None:
    levels = level(0, "\uf0b7", "bullet") + level(1, "o", "bullet") + level(2, "+", "bullet")
    assert labels(levels, 0, 1, 2) == "- - +"


@pytest.mark.parametrize("form", ["ordinalText", "cardinalText", "chicago", "hindiNumbers"])
def test_a_number_in_a_format_that_cannot_be_told_is_left_open_and_told(form: str) -> None:
    made = document()
    set_lists(made, {1: level(0, "Điều %1.", form)}, {1: (1, "")})
    add(made, p("x", properties=counted(1)))
    material = read_word(saved(made), "a.docx")
    assert [block.label for block in material.blocks if isinstance(block, Paragraph)] == [""]
    assert material.notices == (Notice(NoticeKind.UNREADABLE, "w:numFmt", Place(PlaceKind.PARAGRAPH, 1)),)


def test_a_text_without_a_number_is_a_label_whatever_the_format() -> None:
    assert labels(level(0, "Căn cứ", "none"), 0, 0) == "Căn cứ Căn cứ"


def test_a_format_of_later_versions_of_word_is_read_from_its_alternative() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{custom}<w:lvlText w:val="%1"/></w:lvl>'
    assert labels(levels, 0, 0) == "009 010"


def test_a_style_counts_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    made = document()
    linked = level(0, "Điều %1.", more=styled("Dieu")) + level(1, "%2.", more=styled("Khoan"))
    set_lists(made, {1: linked}, {4: (1, "")})
    add_style(made, "Dieu", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
    add_style(made, "Khoan", '<w:basedOn w:val="Dieu"/>')
    add_style(made, "DieuDam", '<w:basedOn w:val="Dieu"/><w:rPr><w:b/></w:rPr>')
    for style in ("Dieu", "Khoan", "Khoan", "DieuDam", "Khoan"):
        add(made, p("x", properties=styled(style)))
    assert labels_of(saved(made)) == ["Điều 1.", "1.", "2.", "Điều 2.", "1."]


def test_a_paragraph_may_refuse_the_list_of_its_style_or_take_another_level() -> None:
    made = document()
    set_lists(made, {1: level(0, "Điều %1.", more=styled("Dieu")) + level(1, "%2.")}, {4: (1, "")})
    add_style(made, "Dieu", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
    add(made, p("x", properties=styled("Dieu")))
    add(made, p("x", properties=styled("Dieu") + counted(0)))
    add(made, p("x", properties=styled("Dieu") + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'))
    assert labels_of(saved(made)) == ["Điều 1.", "", "1."]


def test_an_abstract_list_may_take_its_levels_from_a_style_of_lists() -> None:
    made = document()
    link = '<w:numStyleLink w:val="QuyChe"/>'
    set_lists(made, {1: REGULATION, 2: link}, {1: (1, ""), 2: (2, "")})
    add_style(made, "QuyChe", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    add(made, p("x", properties=counted(1)))
    add(made, p("x", properties=counted(2)))
    assert labels_of(saved(made)) == ["Điều 1.", "Điều 2."]


def test_a_label_in_a_font_of_tcvn3_is_decoded() -> None:
    assert labels(level(0, "§iÒu %1.", more=f"<w:rPr>{in_font('.VnTime')}</w:rPr>"), 0) == "Điều 1."


def test_an_empty_paragraph_is_counted_as_word_shows_it() -> None:
    made = document()
    set_lists(made, {1: REGULATION}, {1: (1, "")})
    for words in ("a", "", "b"):
        add(made, p(words, properties=counted(1)))
    assert labels_of(saved(made)) == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_what_is_hidden_or_deleted_with_its_mark_is_not_counted() -> None:
    made = document()
    set_lists(made, {1: REGULATION}, {1: (1, "")})
    add(made, p("a", properties=counted(1)))
    add(made, p(properties=counted(1), mark="<w:vanish/>"))
    add(made, p(deleted("b"), properties=counted(1), mark='<w:del w:id="3" w:author="A"/>'))
    add(made, p("c", properties=counted(1)))
    assert labels_of(saved(made)) == ["Điều 1.", "Điều 2."]


@pytest.mark.parametrize("list_id", [7, 0, -1])
def test_a_list_that_does_not_exist_counts_nothing(list_id: int) -> None:
    made = document()
    set_lists(made, {1: REGULATION}, {1: (1, "")})
    add(made, p("x", properties=counted(list_id)))
    add(made, p("x", properties=counted(1, 8)))
    assert labels_of(saved(made)) == ["", ""]


def test_a_label_that_is_too_long_to_be_one_is_left_open() -> None:
    assert labels(level(0, "x" * 5_000 + "%1"), 0) == ""
