"""The hints match everything that the checks find, although they are written for another regex engine."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bantin.content.checks.suspicion import is_suspicious
from bantin.content.checks.text import find_control
from bantin.domain.text.encodings import find_legacy
from bantin.domain.text.leftovers import (
    SAMPLES,
    SENTENCES,
    find_conflict,
    leftovers_in,
    leftovers_in_markdown,
    leftovers_in_values,
)
from bantin.domain.text.odd_letters import odd_letters
from bantin.domain.text.personal_numbers import find_personal_numbers
from tests.conftest import examples
from tests.domain.text.garblers import in_mojibake, in_tcvn3, in_viscii, in_vni, in_windows_1252
from tests.domain.text.strategies import bounded, phrases

PIECES = (
    *("đang", "cần", "chờ", "được", "cập nhật", "Bổ Sung", "sau", "thêm", "chưa có", "chưa viết", "nội dung", "TODO"),
    *("fıxme", "fİxme", "XXX", "xx/", "xxx", "lorem", "ipsum", "điền", "NHẬP", "ghi", "tên", "fill in", "ınsert", "?"),
    *("example.com", "https://www.", "a@", "[", "]", "(", ")", "<", ">", ":", "#", "...", "…", "- ", "* ", "| ", ", "),
    *("CCCD", "căn cước", "CHỨNG MİNH", "hộ chiếu số", "C1234567", "0912", "345", "678", "001099012345", "+84", "84"),
    *("912345678", "0123456789", "\u0660\u0661\u0662", "\u00a0", "–", "-", ".", "<<<<<<<", ">>>>>>> main", "|||||||"),
    *("\u200b", "\ufeff", "\ufffd", "\uf0b7", "\u3000", "а", "Р", "１", "Ⅱ", "ﬁ", "ı", "ǎ", "S°", "12", "/QCPH–BCA"),
    *(
        "e\u0301\u0302",
        "n\u0303",
        "\x0b",
        "\u2028",
        "\u202e",
        "😀",
        "bộ",
        "công an",
        "Ðoàn",
        "\n",
        "\n",
        " ",
        " ",
        "\t",
    ),
    *("CÃ´ng", "Bá»™", "c«ng", "quoác", "t¶i", "gìn", "Aâ", "Õ", *SENTENCES, *SAMPLES),
)


def found(text: str) -> list[object]:
    """All findings in ``text`` of the checks that run only on suspicious texts."""
    here = [find_control(text), find_legacy(text), find_conflict(text)]
    there = (odd_letters(text, len(text)), odd_letters(text, 0), leftovers_in_markdown(text), leftovers_in(text))
    return [
        *filter(None, here),
        *(one for some in (*there, leftovers_in_values(text), find_personal_numbers(text)) for one in some),
    ]


@settings(bounded, max_examples=examples(1000))
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12))
@example("a\n- nội dung đang chờ cập nhật\n")
@example("ghi chú: ???\n")
@example("căn cước công dân / CCCD (số): là 001 099 012 345")
@example("CCCD và CHỨNG MİNH C1234567")
def test_what_a_check_finds_is_suspicious(text: str) -> None:
    assert is_suspicious(text) or found(text) == []


@bounded
@given(phrases, st.sampled_from((in_mojibake, in_tcvn3, in_viscii, in_vni, in_windows_1252)))
def test_texts_in_other_encodings_are_suspicious(text: str, garble: Callable[[str], str]) -> None:
    assert find_legacy(garble(text)) is None or is_suspicious(garble(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 20/11/2026, tại Hà Nội, hai bên ký Quy chế số 01/QCPH-BCA-VPQH (sửa đổi, bổ sung năm 2020).",
        "Đường dây nóng: 1900 9095. Theo đó, các đơn vị đang cập nhật… rồi sẽ báo cáo.",
        "published: 2026-05-03T08:38+07:00\nnumber: 07325/QCPH\n",
    ],
)
def test_plain_texts_are_not_suspicious(text: str) -> None:
    """Else it would save no time."""
    assert not is_suspicious(text)
