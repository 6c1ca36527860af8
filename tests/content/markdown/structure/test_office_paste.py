"""Text pasted from Word or Excel: its lines are not joined, and official numbers are kept."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.frontmatter import split
from tests.conftest import SAMPLE
from tests.content.markdown.structure.shown import html_of, told_of
from tests.content.strategies import bounded


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Phạm vi điều chỉnh\nĐiều 2. Đối tượng áp dụng\nĐiều 3. Giải thích từ ngữ",
        "ĐIỀU 1: Phạm vi\nĐIỀU 2: Đối tượng",
        "Điều 1 Phạm vi\nĐiều 2 Đối tượng",
        "Điều 1\nPhạm vi\nĐiều 2\nĐối tượng",
        "Điều 12a. Bổ sung\nĐiều 13. Hiệu lực",
        "**Điều 1.** Phạm vi\n**Điều 2.** Đối tượng",
        "Khoản 1. Trao đổi\nKhoản 2. Phối hợp",
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi",
        "Mục 1. Trách nhiệm\nMục 2. Quyền hạn",
        "Hai bên có trách nhiệm:\na) Trao đổi thông tin;\nb) Phối hợp kiểm tra;\nđ) Báo cáo.",
        "a) Trao đổi\nb) Phối hợp",
        "a)Trao đổi\nb)Phối hợp",
        "a. Trao đổi\nb. Phối hợp",
        "a/ Trao đổi\nb/ Phối hợp",
        "(a) Trao đổi\n(b) Phối hợp",
        "I. QUY ĐỊNH CHUNG\nII. TỔ CHỨC THỰC HIỆN",
        "1.1. Phạm vi\n1.2. Đối tượng",
        "1.1 Phạm vi\n1.1.1 Nội dung\n1.2 Đối tượng",
        "1.Lập kế hoạch\n2.Thực hiện",
        "1/ Lập kế hoạch\n2/ Thực hiện",
        "(1) Lập kế hoạch\n(2) Thực hiện",
        "Căn cứ:\n2. Luật Giao thông\n3. Luật Đất đai",
        "Nội dung thứ nhất\n2. Nội dung thứ hai",
        "Căn cứ Luật Tổ chức Chính phủ;\nCăn cứ Nghị định số 01\nTheo đề nghị của Cục trưởng.",
        "Hai bên thống nhất:\ntrao đổi thông tin;\nphối hợp kiểm tra;\ntổ chức giao ban.",
        "Địa chỉ: 44 Yết Kiêu\nĐiện thoại: 069 234\nNgười nhận: ông A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nTrần Văn B",
        "a) Kiểm tra định kỳ\nb) Kiểm tra hằng năm\nc) Kiểm tra đột xuất",
        "Giao ban hằng quý\n2. Báo cáo hằng tháng\n3. Sơ kết",
        "**Bên A:**\nBộ Công an\n**Bên B:**\nBộ Y tế",
        "**Kết quả**\nHai bên ký Quy chế phối hợp.",
        "ĐẠI DIỆN BỘ CÔNG AN\nThứ trưởng\nNguyễn Văn A",
        "Điều 1. Phạm vi\nQuy chế này quy định việc phối hợp.\nĐiều 2. Nguyên tắc",
        "Article 1. Scope\nArticle 2. Purpose",
    ],
)  # fmt: skip
def test_each_line_is_a_paragraph_as_it_was_written(text: str) -> None:
    paragraphs = re.findall("<p>(.*?)</p>", html_of(text))
    assert [re.sub("</?strong>", "**", one) for one in paragraphs] == text.split("\n")


@pytest.mark.parametrize(
    "bullet", ["•", "•\t", "·\t", "▪ ", "\uf0b7 ", "\uf0a7\t", "o\t", "Ø  ", "ü\u00a0\u00a0", "§  ", "- ", "+ "]
)
def test_bullets_of_word_make_a_list(bullet: str) -> None:
    text = f"Hai bên:\n{bullet}trao đổi;\n{bullet}phối hợp."
    assert html_of(text) == "<p>Hai bên:</p><ul><li>trao đổi;</li><li>phối hợp.</li></ul>"


@pytest.mark.parametrize("dash", ["– ", "— ", "–", "-", "+", "*", "-\u00a0", "–\u00a0"])
def test_dashes_make_a_list(dash: str) -> None:
    text = f"Hai bên:\n{dash}trao đổi;\n{dash}phối hợp.\nKý tại Hà Nội."
    html = html_of(text) if dash != "-\u00a0" else html_of(text.removesuffix("\nKý tại Hà Nội.") + "\n\nKý tại Hà Nội.")
    assert html == "<p>Hai bên:</p><ul><li>trao đổi;</li><li>phối hợp.</li></ul><p>Ký tại Hà Nội.</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("·         Một\n·         Hai", "<ul><li>Một</li><li>Hai</li></ul>"),
        ("1.      Lập kế hoạch\n2.      Thực hiện", "<ol><li>Lập kế hoạch</li><li>Thực hiện</li></ol>"),
        ("\t- một\n\t- hai", "<ul><li>một</li><li>hai</li></ul>"),
        ("    1. Lập\n    2. Thực hiện", "<ol><li>Lập</li><li>Thực hiện</li></ol>"),
        ("• một\n  • hai\n• ba", "<ul><li>một<ul><li>hai</li></ul></li><li>ba</li></ul>"),
        ("1. Bên A:\na) trao đổi;\nb) báo cáo.\n2. Bên B",
         "<ol><li><p>Bên A:</p><p>a) trao đổi;</p><p>b) báo cáo.</p></li><li>Bên B</li></ol>"),
        ("Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Đối tượng\n1. Ba.",
         "<p>Điều 1. Phạm vi</p><ol><li>Một.</li><li>Hai.</li></ol><p>Điều 2. Đối tượng</p><ol><li>Ba.</li></ol>"),
        ("1. một\n2. hai\n4. bốn", '<ol><li>một</li><li>hai</li><li value="4">bốn</li></ol>'),
        ("5. năm\n6. sáu", '<ol start="5"><li>năm</li><li>sáu</li></ol>'),
        ("1. một\n1. hai", "<ol><li>một</li><li>hai</li></ol>"),
        ("Nội dung\n-trao đổi", "<p>Nội dung</p><ul><li>trao đổi</li></ul>"),
        ("- một\n-hai\n- ba", "<ul><li>một</li><li>hai</li><li>ba</li></ul>"),
        ("1. một\n2.hai\n3. ba", "<ol><li>một</li><li>hai</li><li>ba</li></ol>"),
        ("- một\n*nghiêng* hai", "<ul><li>một<em>nghiêng</em> hai</li></ul>"),
        ("I. Một\n1. A\n2. B\nII. Hai\n1. C",
         "<p>I. Một</p><ol><li>A</li><li>B</li></ol><p>II. Hai</p><ol><li>C</li></ol>"),
        ("A. Một\n1. x\nB. Hai", "<p>A. Một</p><ol><li>x</li></ol><p>B. Hai</p>"),
        ("1. x\nTỔ CHỨC THỰC HIỆN\n2. y", '<ol><li>x</li></ol><p>TỔ CHỨC THỰC HIỆN</p><p>2. y</p>'),
        ("- cha\n\t\t- con", "<ul><li>cha<ul><li>con</li></ul></li></ul>"),
    ],
)  # fmt: skip
def test_lists_of_word_are_lists(text: str, html: str) -> None:
    assert html in html_of(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\tHai bên ký Quy chế.", "<p>Hai bên ký Quy chế.</p>"),
        ("    Điều 1. Phạm vi\n    Điều 2. Đối tượng", "<p>Điều 1. Phạm vi</p><p>Điều 2. Đối tượng</p>"),
        ("Một.\n\n\tHai bên ký.\n\tBa bên dự.", "<p>Một.</p><p>Hai bên ký.Ba bên dự.</p>"),
        ("      Ho Chi Minh City, 20/11/2026", "<p>Ho Chi Minh City, 20/11/2026</p>"),
        ("    bantin build", "<pre><code>bantin build</code></pre>"),
        ("    if (a < b) { c(); }", "<pre><code>if (a &lt; b) { c(); }</code></pre>"),
        ("    tên: {vi: Bộ}", "<pre><code>tên: {vi: Bộ}</code></pre>"),
        ("- một\n\n        Đoạn hai.", "<ul><li><p>một</p><p>Đoạn hai.</p></li></ul>"),
    ],
)
def test_indented_words_are_a_paragraph_and_no_code(text: str, html: str) -> None:
    assert html_of(text) == html


def rows_of(html: str) -> list[list[str]]:
    return [re.findall("<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall("<tr>(.*?)</tr>", html)]


@pytest.mark.parametrize(
    "text",
    [
        "Bên\tSố\nA\t1\nB\t2",
        "STT\tBên\tSố\n1.\tA\t1\n2.\tB\t2",
        "\tBên\tSố\n1\tA\t1",
        "Bên\tSố\nA\t",
        "| Bên | Số |\n| A | 1 |\n| B | 2 |",
        "| Bên | Số |\n|—|—|\n| A | 1 |",
        "| Bên | Số |\n|---|\n| A | 1 |",
        "| Bên | Số |\n| === | === |\n| A | 1 |",
        "Bên | Số\nA | 1",
    ],
)
def test_rows_make_a_table(text: str) -> None:
    lines = [line for line in text.split("\n") if re.search(r"\w", line)]
    cells = [[cell.strip() for cell in re.split(r"[\t|]", line.strip("| "))] for line in lines]
    width = max(map(len, cells))
    assert rows_of(html_of(text)) == [[*row, *[""] * (width - len(row))] for row in cells]


def test_a_table_pasted_below_words_is_one() -> None:
    html = html_of("Kinh phí như sau:\nBên\tSố\nA\t1\nHết.")
    assert html.startswith("<p>Kinh phí như sau:</p><div")
    assert html.endswith("</div><p>Hết.</p>")


LONG_SENTENCE = (
    "Ngày 20/11/2026, tại Hà Nội, Bộ Công an và Bộ Y tế đã ký Quy chế phối hợp trong công tác bảo đảm an ninh, "
    "trật tự, an toàn xã hội."
)


def test_long_lines_that_end_with_a_sentence_are_paragraphs() -> None:
    text = f"{LONG_SENTENCE}\nQuy chế gồm 12 điều.\n{LONG_SENTENCE} Hết."
    assert html_of(text) == "".join(f"<p>{line}</p>" for line in text.split("\n"))
    assert html_of(f"{LONG_SENTENCE} Hai\nbên ký.\nBa bên dự.").count("<p>") == 1
    assert html_of("Hai bên ký.\nBa bên dự.").count("<p>") == 1


WRAPPED = (
    "Ngày 20/11/2026, tại Hà Nội, Bộ Công an và Bộ Y tế đã ký Quy chế phối hợp trong\ncông tác bảo đảm an ninh.",
    "Việc này được thực hiện theo quy định tại\nĐiều 12. Các bên giao ban mỗi quý.",
    "Việc này theo quy định tại điểm a khoản 2\nĐiều 12 Luật Thỏa thuận quốc tế.",
    "Theo điểm\na) khoản 1 và điểm\nb) khoản 2 Điều này.",
    "Quy chế có hiệu lực từ ngày 20 tháng 11 năm\n2026. Hai bên cam kết.",
    "Hội nghị họp vào tháng\n11. Hai bên cam kết.",
    "Lễ ký do ông Nguyễn Văn A, đại diện của\nBộ Công an chủ trì.",
    "Theo Quy chế của **Bộ Y tế** và\n**Bộ Công an**",
    "Quy chế gồm bốn chương và\n12. Điều cuối",
    "Hội nghị diễn ra tại Hà Nội\n– thủ đô của Việt Nam – ngày 20/11.",
    "Ông A nói: “Hợp tác là tất yếu.”\nBà B đồng ý.",
    "Một câu. Hai câu.\nBa câu.",
    "Mở đầu: một\nhai ba: bốn",
    "The number of windows in my house is\n14.  The number of doors is 6.",
    "Nhiệt độ giảm còn\n-5 độ vào ban đêm.",
    "Số máy: 069 | Fax: 070",
    "Thỏa thuận giữa\nBỘ CÔNG AN VIỆT NAM",
)


@pytest.mark.parametrize("text", WRAPPED)
def test_lines_that_were_wrapped_stay_one_paragraph(text: str) -> None:
    written = re.sub(r"\*\*(.*?)\*\*", r"<strong>\1</strong>", text)
    assert html_of(text) == f"<p>{written}</p>".replace("\n", "")


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_a_line_that_was_broken_with_intent_is_no_paragraph(end: str) -> None:
    assert html_of(f"a) Một{end}\nb) Hai").count("<p>") == 1


@bounded
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("•", "–", "-", "a)", "1.", "Điều 3.", "I.", "1.1.")), st.sampled_from(("Một", "hai ba."))
        ),
        min_size=2,
        max_size=6,
    )
)
def test_no_words_are_lost_whatever_is_pasted(lines: list[tuple[str, str]]) -> None:
    html = html_of("\n".join(f"{sign} {words}" for sign, words in lines))
    assert re.findall("Một|hai ba", html) == re.findall("Một|hai ba", " ".join(words for _, words in lines))


def test_the_texts_of_the_sample_give_no_alarm() -> None:
    paths = [path for path in sorted((SAMPLE / "content").rglob("*.md")) if isinstance(path, Path)]
    texts = [parts.markdown for path in paths if (parts := split(path.read_text(encoding="utf-8"), str(path)).value)]
    assert len(texts) > 5
    for text in texts:
        assert [one for one in told_of(text) if "no-such" not in one] == []
