"""Characters that an eye takes for others or does not see, and those that are as they should be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.odd_letters import Oddity, may_be_odd, odd_letters
from tests.domain.text.strategies import bounded

# What texts have that is not Vietnamese letters, in the text and in the title alike.
SOUND = (
    "Bộ Công an và Văn phòng Quốc hội ký kết «Quy chế phối hợp» – “an toàn”, ‘trật tự’…",
    "50 m², 20 °C, ½ giờ, ±5 %, § 3, ©",
    "Số 01/QCPH-BCA-VPQH; giai đoạn 2021–2025; Hà Nội – Huế; đường dây A—B; −5 độ; N° 5; 1º",
    "Nguyễn\u00a0Văn\u00a0A, 5\u202f851 người, 5\u2009851, «\u202fl’accord\u202f», Quoi\u202f?",
    "👩\u200d💻 👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 ☎\ufe0f 🇻🇳",
    "می\u200cخواهم क्\u200dष สวัสดี\u200bครับ ភាសា\u200bខ្មែរ",
    "Министерство общественной безопасности и Аппарат Национального собрания. А также СССР, ОБСЕ.",
    "Υπουργείο Δημόσιας Τάξης: Α και Β",
    "公安部　国会办公厅 ２０２０年 ＡＢＣ",
    "λ = 5 μm, Δt, Ω, π ≈ 3,14, x̄, α-amylase, χ²",
    "Yıldız, kırmızı, Şişli, Łódź, Dvořák, Čeština, français, Ñandú, Ærø, İstanbul, nǐ hǎo, bǎn ǐ",
    "Ọlọ́run, ẹ̀kọ́, ė́, n̈, a̱",
    "① ② Ⓐ ™ ® № ℃ ½ ⅓ ✓ → • ▪ ■",
)


def told(text: str, front_end: int = 10_000) -> list[tuple[Oddity, str, str]]:
    return [(one.oddity, text[one.start : one.end], one.mended) for one in odd_letters(text, front_end)]


@pytest.mark.parametrize("front_end", [0, 10_000])
@pytest.mark.parametrize("text", SOUND)
def test_what_is_as_it_should_be_is_left_alone(text: str, front_end: int) -> None:
    assert told(text, front_end) == []


@pytest.mark.parametrize(
    "text",
    ["Rechts\u00adschutz", "Bộ\u2003Công an", "x = 𝑎 + 𝑏", "Bộ\u3000Công an"],
    ids=["hyphen", "em", "formula", "wide"],
)
def test_running_text_may_have_what_data_may_not(text: str) -> None:
    assert told(text, 0) == []
    assert len(told(text)) > 0


@pytest.mark.parametrize(
    ("text", "oddity", "word", "mended"),
    [
        ("Bộ\u200bCông an", Oddity.INVISIBLE, "Bộ\u200bCông", "BộCông"),
        ("\u200b Bộ Công an", Oddity.INVISIBLE, "\u200b Bộ", "Bộ"),
        ("Bộ \u200b\u200b Công", Oddity.INVISIBLE, "Bộ \u200b\u200b", "Bộ"),
        ("[Nguyễn Văn\u200b, Lê]", Oddity.INVISIBLE, "Văn\u200b", "Văn"),
        ("Bộ\ufffcCông", Oddity.BROKEN, "Bộ\ufffcCông", "BộCông"),
        ("\uf0b7Bộ", Oddity.BROKEN, "\uf0b7", "- "),
        ("a \uf8ffb", Oddity.BROKEN, "\uf8ffb", "b"),
        ("k\ufffd kết", Oddity.LOST, "k\ufffd", ""),
        ("Bộ\u2007Công", Oddity.SPACE, "Bộ\u2007Công", "Bộ Công"),
        ("cậ\u0323p", Oddity.MARK, "cậ\u0323p", "cập"),
        ("Вộ", Oddity.ALPHABET, "Вộ", "Bộ"),
        ("01/QC–BCA–VP", Oddity.DASH, "01/QC–BCA–VP", "01/QC-BCA-VP"),
    ],
)
def test_an_odd_letter_is_reported_with_its_word(text: str, oddity: Oddity, word: str, mended: str) -> None:
    assert told(text) == [(oddity, word, mended)]


odd_texts = st.lists(
    st.sampled_from(
        [
            *"aộBĐ 01/-\n\t:,«»?%",
            *"\u00ad\u200b\u200c\u200d\u2060\ufe0f\u20e3\ufffc\ufffd\ue000\uf0b7\uf0fc\ufdd0\u2003\u202f\u3000\u0301\u0323",
            *"аСΑοπжＡ９Ⅳﬁ𝐁ıǎ–−‑😀公ษ",
            "S°",
        ]
    ),
    max_size=20,
).map("".join)


@bounded
@given(odd_texts | st.text(), st.integers(0, 20))
def test_a_text_that_is_passed_over_has_nothing_odd(text: str, front_end: int) -> None:
    assert may_be_odd(text, text.encode()) or not list(odd_letters(text, front_end))


@bounded
@given(odd_texts, st.integers(0, 20))
def test_odd_letters_stand_apart_and_in_order(text: str, front_end: int) -> None:
    last = 0
    for one in odd_letters(text, front_end):
        assert last <= one.start < one.end <= len(text)
        assert one.typed[-1] in text[one.start : one.end]
        assert one.mended != text[one.start : one.end]
        last = one.end
