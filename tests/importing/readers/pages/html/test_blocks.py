"""Blocks: paragraphs, headings, lists, tables and pictures of a page, in their order, with nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.importing.material import Align, NoticeKind, Paragraph, Picture, Place, PlaceKind, Table
from bantin.importing.readers.pages.html.blocks import Blocks
from bantin.importing.readers.pages.html.fragment import fragment_blocks


def paragraphs(html: str) -> list[Paragraph]:
    return [block for block in fragment_blocks(html).blocks if isinstance(block, Paragraph)]


def texts(html: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(html)]


def pictures(html: str) -> list[tuple[str, str]]:
    return [(block.path, block.caption) for block in fragment_blocks(html).blocks if isinstance(block, Picture)]


def told(html: str) -> list[tuple[NoticeKind, str]]:
    return [(notice.kind, notice.words) for notice in fragment_blocks(html).notices]


def cells(table: Table) -> list[list[str]]:
    return [[" ".join(one.text for one in cell if isinstance(one, Paragraph)) for cell in row] for row in table.rows]


def test_paragraphs_have_single_spaces_and_no_invisible_characters() -> None:
    assert texts("<p>\u200bLễ\u00a0 ký\n kết</p><div>Hai\u00adbên</div>sau") == ["Lễ ký kết", "Haibên", "sau"]


def test_a_line_break_ends_a_paragraph_but_no_heading() -> None:
    assert texts("Một<br>Hai<br><br>Ba<h2>Lễ ký<br>quy chế</h2>") == ["Một", "Hai", "Ba", "Lễ ký quy chế"]


def test_headings_have_their_level() -> None:
    assert [(one.level, one.text, one.markdown) for one in paragraphs("<h3><b>Nội dung</b></h3>")] == [
        (3, "Nội dung", "")
    ]


def test_bold_italics_and_links_become_markdown() -> None:
    (found,) = paragraphs('<p>Theo <b>Quy chế</b> và <em>Phụ lục</em>, xem <a href="/van-ban?id=1">đây</a>.</p>')
    assert found.text == "Theo Quy chế và Phụ lục, xem đây."
    assert found.markdown == "Theo **Quy chế** và *Phụ lục*, xem [đây](/van-ban?id=1)."


def test_a_paragraph_that_is_bold_throughout_says_so() -> None:
    (found,) = paragraphs('<p style="font-weight:bold; text-align:center">Sáng nay, hai bên ký.</p>')
    assert (found.bold, found.italic, found.align) == (True, False, Align.CENTRE)


def test_a_style_undoes_what_is_around_it() -> None:
    (found,) = paragraphs('<b>Đậm <span style="font-weight:normal">thường</span></b>')
    assert found.markdown == "**Đậm** thường"


def test_links_that_run_programs_are_none() -> None:
    assert paragraphs('<p><a href=" java\tscript:alert(1)">In</a></p>')[0].markdown == ""
    assert told('<a href="javascript:alert(1)">In</a>') == [(NoticeKind.SCRIPT, "In (javascript:alert(1))")]


def test_scripts_and_styles_are_no_text() -> None:
    assert texts(
        "<style>p{}</style><script>var a='<p>x</p>'</script><p>Lễ ký</p><noscript>Bật JavaScript</noscript>"
    ) == ["Lễ ký"]


def test_lists_have_their_signs_and_numbers() -> None:
    found = paragraphs("<ul><li>Một<li>Hai</ul><ol start=3><li>Ba<ul><li>Trong</ul></li><li><p>Bốn</p><p>thêm</p></ol>")
    assert [(one.label, one.text, one.markdown) for one in found] == [
        ("", "Một", "- Một"),
        ("", "Hai", "- Hai"),
        ("3.", "Ba", "3. Ba"),
        ("", "Trong", "   - Trong"),
        ("4.", "Bốn", "4. Bốn"),
        ("", "thêm", ""),
    ]


def test_words_of_a_list_outside_its_items_are_kept() -> None:
    assert texts("<ul>Gồm:<li>Một</li>và<ul><li>Hai</li></ul></ul>") == ["Gồm:", "Một", "và", "Hai"]


def test_numbers_that_word_counted_are_labels() -> None:
    html = """<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp;</span></span>
    <![endif]>Trao đổi<o:p></o:p></p>
    <p class=MsoListParagraph><span style='font-family:Symbol;mso-list:Ignore'>·</span>Bảo vệ</p>
    <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->"""
    assert [(one.label, one.text, one.markdown) for one in paragraphs(html)] == [
        ("a)", "Trao đổi", ""),
        ("", "Bảo vệ", "- Bảo vệ"),
    ]


def test_hidden_text_is_told_of_and_left_out() -> None:
    html = '<p>Lễ ký <span style="display: none">nháp</span>kết</p><div hidden>ghi chú</div>'
    assert texts(html) == ["Lễ ký kết"]
    assert told(html) == [(NoticeKind.HIDDEN_TEXT, "nháp"), (NoticeKind.HIDDEN_TEXT, "ghi chú")]


def test_videos_are_told_of() -> None:
    assert told('<iframe src="https://www.youtube.com/embed/x"></iframe>') == [
        (NoticeKind.OBJECT, "https://www.youtube.com/embed/x")
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<figure><a href="to.jpg"><img src="anh.jpg"></a><figcaption>Hai <b>bên</b> ký</figcaption></figure>',
        '<p><img src="anh.jpg"></p><p class="pCaption">Hai bên ký</p>',
        '<img src="anh.jpg"><div class="chu-thich">Hai bên ký</div>',
        '<table><tr><td><img src="anh.jpg"></td></tr><tr><td>Hai bên ký</td></tr></table>',
        '<table><tr><td><img src="anh.jpg"><br>Hai bên ký</td></tr></table>',
    ],
)
def test_captions_that_the_page_joins_to_a_picture_are_its_caption(html: str) -> None:
    assert pictures(html) == [("anh.jpg", "Hai bên ký")]
    assert texts(html) == []


def test_two_pictures_side_by_side_have_a_caption_each() -> None:
    html = "<table><tr><td><img src=a.jpg><td><img src=b.jpg></tr><tr><td>Bên A<td>Bên B</tr></table>"
    assert pictures(html) == [("a.jpg", "Bên A"), ("b.jpg", "Bên B")]


def test_words_that_no_page_joins_to_a_picture_stay_a_paragraph() -> None:
    html = '<img src="anh.jpg"><p><i>Hai bên ký</i></p>'
    assert pictures(html) == [("anh.jpg", "")]
    assert texts(html) == ["Hai bên ký"]


def test_pictures_that_come_later_are_taken_by_their_own_address() -> None:
    assert pictures('<img src="data:image/gif;base64,R0" data-src="anh.jpg">') == [("anh.jpg", "")]
    assert pictures('<img src="/images/blank.gif" data-original="anh.jpg">') == [("anh.jpg", "")]
    assert pictures('<img srcset="nho.jpg 300w, to.jpg 900w">') == [("to.jpg", "")]


def test_icons_and_counters_are_no_pictures() -> None:
    html = (
        '<img src="print.png"><img src="a.gif" width=1 height=1><img src=icon_new.gif><img src=b.jpg style="width:9px">'
    )
    assert pictures(html) == []


def test_tables_of_data_keep_their_cells() -> None:
    html = """<table><caption>Các bên</caption><tr><th>Bên<th>Người ký</tr>
    <tr><td><p>Bộ Công an</p><td>Trần Văn Mẫu</tr></table>"""
    paragraph, table = fragment_blocks(html).blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert paragraph.text == "Các bên"
    assert cells(table) == [["Bên", "Người ký"], ["Bộ Công an", "Trần Văn Mẫu"]]
    assert table.place == Place(PlaceKind.TABLE, 2)


def test_tables_that_only_lay_out_become_paragraphs() -> None:
    assert texts("<table><tr><td>Bên A</td><td>Bên B</td></tr></table>") == ["Bên A", "Bên B"]
    assert texts(f"<table><tr><td>{'dài ' * 120}</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>")[1:] == [
        "B",
        "C",
        "D",
    ]


def test_places_count_the_blocks() -> None:
    assert [block.place.number for block in fragment_blocks("<p>a</p><img src=b.jpg><p>c</p>").blocks] == [1, 2, 3]


WORD = st.text(alphabet="abđệ*_[]<>&`\\", min_size=1, max_size=6)
TAG = st.sampled_from(["p", "div", "b", "i", "td", "li", "h2", "span", "table", "tr", "ul", "br", "blockquote", "font"])


@settings(deadline=None)
@given(st.lists(st.tuples(TAG, WORD, st.booleans()), max_size=30))
def test_no_word_is_lost_or_told_twice(parts: list[tuple[str, str, bool]]) -> None:
    html = "".join(f"<{tag}>x{n}y{'</' + tag + '>' if ended else ''}" for n, (tag, _, ended) in enumerate(parts))
    found = " ".join(_all_texts(fragment_blocks(html)))
    assert sorted(word for word in found.replace("y", "y ").split()) == sorted(f"x{n}y" for n in range(len(parts)))


def _all_texts(blocks: Blocks) -> list[str]:
    found = []
    for block in blocks.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [one.text for row in block.rows for cell in row for one in cell if isinstance(one, Paragraph)]
    return found
