"""Stamps of secrecy: found in whatever is put around them, and never in words about secrecy."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.secrecy_stamps import Stamp, find_legacy_stamp, find_stamp
from tests.domain.text.strategies import bounded

LEVELS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")

around = st.sampled_from(
    ("{}", "**{}**", "# {}", "> {}", "- {}", "1. {}", "( {} )", "[{}](/a.md)", "<b>{}</b>", "| {} | a |", "&nbsp;{}",
     "–{}–", "_{}_", "{} {{.lop}}")
)  # fmt: skip
spaced = st.sampled_from([lambda level: level, " ".join, "  ".join, ".".join, "&nbsp;".join])
prose = st.sampled_from(["", "Bài viết.", "Luật Bảo vệ bí mật nhà nước", "## BẢO VỆ BÍ MẬT", "MẬT ong rừng"])


@bounded
@given(st.sampled_from(LEVELS), spaced, around, st.lists(prose), st.lists(prose))
def test_a_stamp_is_found_on_its_line(
    level: str, spread: object, frame: str, above: list[str], below: list[str]
) -> None:
    line = frame.format(spread(level))  # type: ignore[operator]
    text = "\n".join([*above, line, *below])
    start = len("\n".join([*above, ""])) if above else 0
    assert find_stamp(text) == Stamp(level, start, start + len(line))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Độ mật: Mật", "MẬT"),
        ("ĐỘ MẬT: TUYỆT MẬT", "TUYỆT MẬT"),
        ("**Độ mật:** Tối mật", "TỐI MẬT"),
        ("- Độ mật : tối mật.", "TỐI MẬT"),
        ("| Độ mật | Tuyệt mật |", "TUYỆT MẬT"),
        ("Mức độ mật: Tối mật; độ khẩn: hỏa tốc", "TỐI MẬT"),
        ("Đ Ộ  M Ậ T : M Ậ T", "MẬT"),
        ("Độ mật：Mật", "MẬT"),
    ],
)
def test_a_stated_level_is_a_stamp(text: str, level: str) -> None:
    found = find_stamp(f"Bài viết.\n{text}\n")
    assert found
    assert found.level == level


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Danh mục bí mật nhà nước độ Tối mật",
        "## BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "BẢO VỆ BÍ MẬT",
        "LUẬT BẢO VỆ BÍ\nMẬT",
        "Công tác bảo\nMẬT",
        "MẬT ONG",
        "MẬT KHẨU",
        "Dấu MẬT, TỐI MẬT, TUYỆT MẬT",
        "Quy định về độ mật: Mật, Tối mật và Tuyệt mật",
        "Độ mật gồm ba mức: Mật, Tối mật, Tuyệt mật",
        "Độ mật: do người ký quyết định",
        "Độ mật: Mậtt",
        "PHÁP LUẬT",
        "THƯỢNG TỌA THÍCH MẬT",
    ],
)
def test_words_about_secrecy_are_no_stamp(text: str) -> None:
    assert find_stamp(text) is None


BEARING = (
    "TỐI MẬT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/BC-BCA   TỐI MẬT",
    "Số: 12/BC-BCA TỐI MẬT",
    "Số: 12/BC-BCA MẬT",
    "MẬT Số: 12/BC-BCA",
    "**MẬT** Số: 12/BC-BCA",
    "Độ mật: Mật",
    "(MẬT)",
    "Báo cáo tình hình (Mật)",
    "Báo cáo tình hình (MẬT)",
    "BÁO CÁO (TỐI MẬT)",
    "Kính gửi: Bộ<br>TỐI MẬT",
    "<p>Kính gửi</p><p>MẬT</p>",
    "x</p>MẬT<p>y",
    "Kính gửi<br>Tối mật<br>Hà Nội",
    "<b>tối mật</b>",
    "**tối mật**",
    "Tối mật",
    "Mật",
    "m ậ t ",
    "M\nẬ\nT",
    "M\n\nẬ\n\nT",
    "M<br>Ậ<br>T",
    "T\nỐ\nI\nM\nẬ\nT",
    "TỐI\nMẬT",
    "Tối\nmật",
    "TUYỆT\n\nMẬT",
    "***TUYỆT MẬT***",
    "| MẬT | Số 5 |",
    "| Tối mật | Số 5 |",
    "## MẬT",
    "![TỐI MẬT](a.jpg)",
    '![x](a.jpg "TỐI MẬT")',
    '<img src="a.jpg" alt="TỐI MẬT">',
    "caption: TỐI MẬT",
    "  - {src: a.jpg, alt: TỐI MẬT}",
    'title: "TUYỆT MẬT"',
    "number: 12/BC (Mật)",
    "title: 'MẬT - Báo cáo'",
    "lead: (MẬT) Hai cơ quan ký.",
    "МẬТ",
    "Ｍ Ậ Ｔ",
    "ᴍậᴛ",
    "M&#7852;T",
    "TỐI MẬT - HỎA TỐC",
    "BỘ CÔNG AN — MẬT",
    "BỘ CÔNG AN\tMẬT",
    "TÀI LIỆU MẬT",
    "Tài liệu: TUYỆT MẬT",
    '<span style="font-variant: small-caps">Tối mật</span>',
    "<center>MẬT</center>",
    "> TỐI MẬT",
    "<MẬT>",
    "<TỐI MẬT>",
    "T<b>ỐI</b> MẬT",
    "<td>MẬT</td><td>x</td>",
    "Độ mật của văn bản: Tối mật",
    "Số: 5/BC; độ mật: Mật",
    "Đ Ộ  M Ậ T : M Ậ T",
    "[MẬT]",
    "BÁO CÁO TUYỆT MẬT",
    "M.Ậ.T",
    "M­Ậ­T",
    "MẬT. Báo cáo tình hình",
    "TỐI MẬT: Báo cáo",
)

SPEAKING = (
    "bảo vệ bí mật nhà nước",
    "văn bản có độ mật",
    "các mức độ Tuyệt mật, Tối mật, Mật",
    "ĐƠN VỊ BẢO MẬT",
    "HỌC VIỆN KỸ THUẬT MẬT MÃ",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "MẬT ONG",
    "MẬT KHẨU",
    "MẬT ĐỘ DÂN SỐ",
    "## MẬT ĐỘ DÂN SỐ",
    "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT TRONG LĨNH VỰC",
    "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT",
    "Dấu “MẬT” được đóng bằng mực đỏ.",
    'Dấu "MẬT" được đóng',
    "Con dấu “TỐI MẬT”",
    "Dấu MẬT, TỐI MẬT, TUYỆT MẬT",
    "Quy trình xử lý văn bản TỐI MẬT.",
    "NGUYỄN VĂN MẬT",
    "Đại tá NGUYỄN VĂN MẬT, Phó Giám đốc",
    "có ba mức (Mật, Tối mật, Tuyệt mật)",
    "văn bản thuộc độ cao nhất (Tuyệt mật).",
    "Văn bản đóng dấu TỐI MẬT",
    "Không đóng dấu MẬT.",
    "- Tuyệt mật\n- Tối mật\n- Mật",
    "- TUYỆT MẬT\n- TỐI MẬT\n- MẬT",
    "### Tuyệt mật\n\nabc\n\n### Tối mật\n\nabc\n\n### Mật",
    "| Độ mật | Thời hạn |\n|---|---|\n| Tuyệt mật | 30 năm |\n| Tối mật | 20 năm |\n| Mật | 10 năm |",
    "1. Tuyệt mật\n2. Tối mật\n3. Mật",
    "thời hạn bảo vệ bí\nmật nhà nước",
    "phối hợp bảo vệ bí\nmật",
    "Thông tin\nmật.",
    "thuộc độ\nTối mật",
    "PHÒNG CHỐNG LỘ, LỌT BÍ MẬT",
    "Công tác bảo mật, an toàn",
    "BAN CƠ YẾU - MẬT MÃ",
    "THƯỢNG TỌA THÍCH MẬT",
    "Văn bản mật được gửi riêng",
    "quan hệ thân mật",
    "Quan hệ mật thiết giữa",
    "Tối mật là độ thứ hai.",
    "“Tối mật” là độ thứ hai.",
    "BẢO VỆ BÍ   MẬT",
    "ĐỘ MẬT",
    "Độ mật gồm ba mức: Mật, Tối mật, Tuyệt mật",
    "SỎI MẬT",
    "Độ mật: do người ký quyết định",
    "BÍ MẬT",
    "- Mật",
    "KHÔNG MẬT",
    "Độ mật: không",
    "Đường, mật, sữa",
    "Luật quy định ba độ: Tuyệt mật, Tối mật và Mật",
)


@pytest.mark.parametrize("piece", BEARING)
def test_a_stamp_is_found_in_whatever_way_it_is_put_on(piece: str) -> None:
    text = unicodedata.normalize("NFC", f"Bài viết.\n\n{piece}\n\nHết.\n")
    found = find_stamp(text)
    assert found
    assert text[found.start : found.end] in piece or found.start >= 11


@pytest.mark.parametrize("piece", SPEAKING)
def test_a_text_may_speak_of_secrecy(piece: str) -> None:
    assert find_stamp(f"Bài viết.\n\n{piece}\n\nHết.\n") is None


@pytest.mark.parametrize("text", ["mËt", "TuyÖt mËt", "tèi mËt", "MAÄT", "Soá: 1/BC   TOÁI MAÄT"])
def test_a_stamp_in_an_old_encoding_is_found(text: str) -> None:
    assert find_legacy_stamp(f"x\n{text}\ny")
    assert find_legacy_stamp("b¶o vÖ bÝ mËt nhµ n­íc") is None


def test_the_first_stamp_is_reported() -> None:
    assert find_stamp("a\nTỐI MẬT\nĐộ mật: Mật\nMẬT") == Stamp("TỐI MẬT", 2, 9)
    assert find_stamp("Độ mật: Mật\nTỐI MẬT") == Stamp("MẬT", 0, 11)


@bounded
@given(st.text(alphabet="MẬTỐIUYỆĐộmật: |*\n<>&;(){}[]1.", max_size=60))
def test_any_text_has_a_stamp_on_one_of_its_lines_or_none(text: str) -> None:
    found = find_stamp(text)
    assert found is None or (found.level in LEVELS and "\n" not in text[found.start : found.end])


HUGE = {
    "letters": "Ậ" * 10**6,
    "lines": "Ậ\n" * 10**5,
    "colons": "ĐỘ MẬT" + ":" * 10**6,
    "tags": "Ậ" + "<" * 10**6,
    "links": "Ậ" + "](" * 10**5,
    "spaces": "ật" + " " * 10**6,
    "words": "MẬ " * 10**5,
    "levels": "bí MẬT x " * 10**5,
    "names": "x MẬT x " * 10**4,
    "pieces": "<br>x MẬT x" * 10**4,
    "upright": "M\nẬ\n" * 10**4,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    assert find_stamp(text) is None
    assert time.process_time() - began < 5
