"""Leftovers of work are found, and words of ordinary texts are none."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import LANGUAGES
from bantin.domain.text.leftovers import (
    PLACEHOLDERS,
    SAMPLES,
    find_conflict,
    is_unreachable,
    leftovers_in_markdown,
    leftovers_in_values,
    without_comments,
)
from tests.domain.text.strategies import bounded

LEFT = (
    "TODO: viết nốt", "Xem thêm TODO", "FIXME", "[điền vào]", "[điền tên đơn vị]", "(điền ngày)", "<điền tên>",
    "(cần bổ sung)", "(chưa có)", "[đang cập nhật]", "Đang cập nhật", "Đang cập nhật...", "**Nội dung đang cập nhật**",
    "lorem ipsum dolor", "...", "…", "số xxx/QC-BCA", "xxx", "(xxx)", "XXX/QĐ-UBND", "XXX: hỏi lại", "TBD",
    "(bổ sung sau)",
    "- cập nhật sau", "a@example.com", "https://www.example.com/x", "todo: sửa", "[nhập nội dung]",
    "(đang bổ sung)", *SAMPLES, *PLACEHOLDERS.values(),
)  # fmt: skip
ORDINARY = (
    "các quy định cần bổ sung", "Bộ đang cập nhật số liệu vào hệ thống.", "(bổ sung năm 2020)", "(sửa đổi, bổ sung)",
    "(nhập khẩu)", "[...] hai bên thống nhất […] ", "Đại hội XXX", "thế kỷ XX/XXI", "số 12/2020", "<!-- TODO: x -->",
    "[điền tên](x.md)", "https://todo.example/TODO", "x^2", "cơ quan chưa có quy chế", "(chưa có hiệu lực)",
    "[ghi chú]", "(viết tắt là BCA)", "(ghi nhận)", "mail a@bantin.example", "Từ ngày … đến ngày …", "=======", "---",
    "Công an các đơn vị, địa phương chưa viết báo cáo", "MASTODON", "| … | 1 |",
)  # fmt: skip
VALUES = (
    "lead: ...", "lead: …", "lead: '...'", "number: ?", "lead: Đang cập nhật", "scope: chưa có",
    "  - {name: …, rank: x}", "authors: [...]", "tags:\n  - ...", "lead: xxx",
)  # fmt: skip
NO_VALUES = (
    "lead: a ... b", "# lead: ...", "lead:  # - {name: …}", "title: Cái gì?", "on: XXXX-08-18", "lead: ",
    "note: 'Sửa đổi, bổ sung'", "title: Đại hội XX",
)  # fmt: skip


@pytest.mark.parametrize("piece", LEFT)
def test_what_is_left_is_found(piece: str) -> None:
    text = f"Bài.\n\n{piece}\n\nHết."
    found = list(leftovers_in_markdown(text))
    assert found
    for one in found:
        assert text[one.start : one.end] in piece


@pytest.mark.parametrize("piece", ORDINARY)
def test_ordinary_words_are_none(piece: str) -> None:
    text = f"Bài.\n\n{piece}\n\nHết."
    assert list(leftovers_in_markdown(text)) == []


@pytest.mark.parametrize("yaml", VALUES)
def test_a_value_that_says_nothing_is_found(yaml: str) -> None:
    (found,) = leftovers_in_values(without_comments(yaml))
    assert yaml[found.start : found.end].strip()


@pytest.mark.parametrize("yaml", NO_VALUES)
def test_other_values_are_none(yaml: str) -> None:
    assert list(leftovers_in_values(without_comments(yaml))) == []


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", ">>>>>>> nhanh-khac", "||||||| 1a2b3c", "<<<<<<<"])
def test_a_conflict_is_found(line: str) -> None:
    found = find_conflict(f"a\n{line}\nb\n")
    assert found
    assert found[0] == line


@pytest.mark.parametrize("text", ["Tên\n=======\n", "x <<<<<<< y", "> > > > > > > a", "<<<<<<<<<", ">>>>>>> a"[1:]])
def test_other_lines_are_no_conflict(text: str) -> None:
    assert find_conflict(text) is None


@pytest.mark.parametrize(
    "address", ["https://example.com/", "http://localhost:8000/", "https://a.test/x/", "https://bulletin.example/"]
)
def test_addresses_that_lead_nowhere_are_known(address: str) -> None:
    assert is_unreachable(address)


@pytest.mark.parametrize("address", ["https://bantin.example/", "https://example.com.vn/", "https://x.vn/localhost/"])
def test_other_addresses_may_stand(address: str) -> None:
    assert not is_unreachable(address)


def test_there_is_a_placeholder_in_each_language() -> None:
    assert set(PLACEHOLDERS) == set(LANGUAGES)


@bounded
@given(st.text(alphabet="a: #'\"\n", max_size=60))
def test_comments_leave_every_place_as_it_was(yaml: str) -> None:
    plain = without_comments(yaml)
    assert len(plain) == len(yaml)
    assert plain.count("\n") == yaml.count("\n")
    assert not re.search(r"(?:^|[ ])#", plain, re.MULTILINE)


HUGE = {
    "brackets": "[ " * 10**5,
    "open": "[" * 10**6,
    "blanks": "[" + " " * 10**6,
    "dots": "." * 10**6,
    "marks": "\n" + "> " * 10**5,
    "notes": "(cần bổ sung " * 10**5,
    "comments": "<!-- TODO " * 10**4,
    "values": ": …" * 10**5,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    list(leftovers_in_markdown(text))
    list(leftovers_in_values(without_comments(text)))
    assert time.process_time() - began < 5
