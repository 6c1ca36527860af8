"""VALIDATE: errors that make a text unusable, and warnings about mistakes that proofreaders overlook."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.checks.text import (
    _may_hold_control,
    check_secrecy,
    check_spelling,
    find_control,
    place_at,
    read_text,
)
from bantin.domain.model import Position
from bantin.domain.problems import Severity
from bantin.domain.text.encodings import decode
from tests.content.readings import ARTICLE, assert_well_told, told
from tests.content.strategies import bounded

CONTROLS = (
    *map(chr, range(0x09)),
    *map(chr, range(0x0B, 0x0D)),
    *map(chr, range(0x0E, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
)
HARMLESS = "\t\n \u00a0\u00ad\u200b\u200d\u2010\u2019\u201c\u202f\ufffd\U0001f600\U0001f469\u200d\U0001f4bb"


@bounded
@given(st.text(st.sampled_from("aậ\n")), st.data())
def test_a_position_is_shown_as_line_and_column(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = place_at(text, offset, 0)
    lines = text.split("\n")
    assert place.width == 1
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == offset
    assert place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize("char", CONTROLS, ids=lambda char: f"U+{ord(char):04X}")
def test_no_page_carries_a_control_character(char: str) -> None:
    text = f"Bộ\nCông{char} an\n"
    checked = read_text(text.encode(), ARTICLE)
    assert checked.value is None
    assert told(checked.problems) == ["2:5+1 control-character"]
    assert dict(checked.problems[0].values) == {"code": f"U+{ord(char):04X}"}


@pytest.mark.parametrize("char", HARMLESS, ids=lambda char: f"U+{ord(char):04X}")
def test_other_characters_are_carried(char: str) -> None:
    assert find_control(char) is None
    assert read_text(f"a{char}b".encode(), ARTICLE).value == f"a{char}b"


@bounded
@given(st.text(st.sampled_from([*CONTROLS, *HARMLESS, "\r", "ậ"]) | st.characters(codec="utf-8")))
def test_a_control_is_in_the_bytes_wherever_it_is_in_the_text(text: str) -> None:
    assert find_control(decode(text.encode())) is None or _may_hold_control(text.encode())


@pytest.mark.parametrize("char", [*HARMLESS, "\r"], ids=lambda char: f"U+{ord(char):04X}")
def test_bytes_without_a_control_are_passed_over(char: str) -> None:
    assert not _may_hold_control(f"a{char}b".encode())


@bounded
@given(st.text())
def test_a_text_is_read_in_nfc_or_refused(text: str) -> None:
    checked = read_text(text.encode(), ARTICLE)
    assert (checked.value is None) == bool(checked.problems)
    if checked.value is not None:
        expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert checked.value == unicodedata.normalize("NFC", expected)


@bounded
@given(st.binary())
def test_any_bytes_are_a_text_or_refused_with_a_reason(data: bytes) -> None:
    checked = read_text(data, ARTICLE)
    assert (checked.value is None) == bool(checked.problems)
    assert_well_told(checked.problems, data, ARTICLE)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        ("\ufeffBộ Công an\r\n".encode(), "Bộ Công an\n"),
        ("một\rhai\r\nba\n\rbốn".encode(), "một\nhai\nba\n\nbốn"),
        (unicodedata.normalize("NFD", "Bộ Công an đồng ý").encode(), "Bộ Công an đồng ý"),
    ],
)
def test_marks_line_ends_and_composition_are_made_one(data: bytes, text: str) -> None:
    assert read_text(data, ARTICLE).value == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9", "1:4+1 not-utf8"),
        ("Bộ\r\nĐồng ".encode() + b"\xff", "2:6+1 not-utf8"),
        ("\ufeffBộ ".encode() + b"\xff", "1:4+1 not-utf8"),
        (b"\xf0\x9f\x98", "1:1+1 not-utf8"),
        (b"a\n\xed\xa0\x80", "2:1+1 not-utf8"),
        (b"\xc0\xaf", "1:1+1 not-utf8"),
        ("Bộ Công an".encode("utf-16"), "1:1+1 not-utf8"),
        ("a\n\ufeffb".encode(), "2:1+1 control-character"),
        ("Bá»™ CÃ´ng an vÃ  VÄƒn phÃ²ng\n".encode(), "1:1+29 legacy-encoding"),
        ("\nBé C«ng an ®ång ý vµ V¨n phßng Quèc héi".encode(), "2:1+39 legacy-encoding"),
        ("Boä Coâng an vaø Vaên phoøng Quoác hoäi\x07".encode(), "1:1+40 legacy-encoding"),
    ],
)
def test_what_is_no_text_is_reported_where_it_begins(data: bytes, problem: str) -> None:
    checked = read_text(data, ARTICLE)
    assert checked.value is None
    assert told(checked.problems)[0] == problem


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Bộ Công an".encode("utf-16"), "The file is not UTF-8 text; it may be UTF-16."),
        (b"caf\xe9", "The file is not UTF-8 text from here on."),
    ],
)
def test_what_the_bytes_may_be_is_reported_where_it_can_be_guessed(data: bytes, message: str) -> None:
    (problem,) = read_text(data, ARTICLE).problems
    assert problem.message("en") == message


def test_an_old_encoding_is_reported_with_what_it_reads() -> None:
    words = "C«ng an ®ång ý vµ V¨n phßng Quèc héi"
    (problem,) = read_text(f"Một\n{words}\nhai".encode(), ARTICLE).problems
    reading = "Công an đồng ý và Văn phòng Quốc hội"
    assert dict(problem.values) == {"legacy": "TCVN3 (ABC)", "sample": words, "mended": reading}
    (problem,) = read_text(f"{words} {words} {words} {words} {words}".encode(), ARTICLE).problems
    assert problem.value("reading") == f"{reading} {reading} {reading}"[:60] + "…"
    (problem,) = read_text("rÃ©union, cafÃ© et crÃ¨me".encode(), ARTICLE).problems
    assert dict(problem.values) == {"legacy": "UTF-8 → Windows-1252", "sample": "Ã©"}


def test_a_control_character_and_an_old_encoding_are_reported_together() -> None:
    data = "\x07Boä Coâng an vaø Vaên phoøng Quoác hoäi".encode()
    assert told(read_text(data, ARTICLE).problems) == ["1:1+1 control-character", "1:1+40 legacy-encoding"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Đại hội, hoà bình, hoà giải. Thứ Tư, ngày 24/11/2021.", []),
        ("Ông\nÐại ɖ", ["2:1+1 look-alike-letter", "2:5+1 look-alike-letter"]),
        ("hoà giải\nvà hòa bình, hoà", ["2:4+3 mixed-tones"]),
        ("Sáng Thứ Hai, ngày 24/11/2021", ["1:6+24 wrong-weekday"]),
        ("Thứ\nHai 24/11/2021; Chủ nhật 28-11-2021", ["1:1+18 wrong-weekday"]),
        ("On Monday, 24 November 2021", ["1:4+24 wrong-weekday"]),
        ("Thứ Hai, ngày 31/02/2021", []),
    ],
)
def test_slips_of_the_keyboard_are_warnings_at_their_places(text: str, problems: list[str]) -> None:
    found = list(check_spelling(text, ARTICLE))
    assert told(found) == problems
    assert {problem.severity for problem in found} <= {Severity.WARNING}


def test_a_wrong_weekday_is_shown_with_the_right_one() -> None:
    (problem,) = check_spelling("Thứ  Hai, ngày 24/11/2021", ARTICLE)
    assert dict(problem.values) == {
        "text": "Thứ Hai, ngày 24/11/2021",
        "mended": "Thứ Tư, ngày 24/11/2021",
        "vi": "Thứ Tư",
        "en": "Wednesday",
    }


@bounded
@given(st.text(st.sampled_from("aàoòhÐđ\n ,Thứ2/1") | st.characters()))
def test_spelling_is_reported_within_the_text(text: str) -> None:
    for problem in check_spelling(text, ARTICLE):
        at = problem.location
        lines = text.split("\n")
        assert 1 <= at.line <= len(lines)
        assert 1 <= at.column <= len(lines[at.line - 1])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Luật Bảo vệ bí mật nhà nước\n\n## BẢO VỆ BÍ MẬT\n", []),
        ("Bài viết\n\n**TUYỆT MẬT**\n", ["3:1+13 secrecy-stamp"]),
        ("Độ mật: Tối mật", ["1:1+15 secrecy-stamp"]),
        ("M Ậ T\nM Ậ T", ["1:1+5 secrecy-stamp"]),
    ],
)
def test_a_stamp_of_secrecy_is_an_error_at_its_place(text: str, problems: list[str]) -> None:
    found = list(check_secrecy(text, ARTICLE))
    assert told(found) == problems
    assert {problem.severity for problem in found} <= {Severity.ERROR}


def test_a_place_has_at_least_one_character() -> None:
    assert place_at("", 0, 0) == Position(1, 1, 1)
