"""Stamps of secrecy: found in whatever is put around them, and never in words about secrecy."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.stamps import Stamp, find_stamp
from tests.text.strategies import bounded

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
        "Mật",
        "Tối mật",
        "MẬT ONG",
        "MẬT KHẨU",
        "Dấu MẬT, TỐI MẬT, TUYỆT MẬT",
        "Quy định về độ mật: Mật, Tối mật và Tuyệt mật",
        "Độ mật gồm ba mức: Mật, Tối mật, Tuyệt mật",
        "Độ mật: do người ký quyết định",
        "Độ mật: Mậtt",
        "PHÁP LUẬT",
        "THƯỢNG TỌA THÍCH MẬT",
        "M\nẬ\nT",
    ],
)
def test_words_about_secrecy_are_no_stamp(text: str) -> None:
    assert find_stamp(text) is None


def test_the_first_stamp_is_told() -> None:
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
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    assert find_stamp(text) is None
    assert time.process_time() - began < 5
