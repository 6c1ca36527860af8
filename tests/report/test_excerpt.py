"""The line that a problem is about: the right one, the right part of it, and nothing that a terminal would obey."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import Location
from bantin.report import Excerpt, excerpts_below
from bantin.report.excerpt import shown
from tests.bulletins import write

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=300).map(
    lambda text: unicodedata.normalize("NFC", text)
)


def excerpt(root: Path, data: str | bytes, line: int, column: int = 1, width: int = 1) -> Excerpt | None:
    return excerpts_below(write(root, {"a.md": data}))(Location("a.md", line, column, width))


def marked(found: Excerpt) -> str:
    return found.line[found.start : found.start + found.width]


def test_a_file_that_is_to_be_changed_is_shown_as_it_would_be(tmp_path: Path) -> None:
    excerpts = excerpts_below(write(tmp_path, {"a.md": "một\n", "b.md": "hai\n"}), {"a.md": b"ba\nb\xe1\xbb\x91n\n"})
    assert excerpts(Location("a.md", 2, 1, 3)) == Excerpt("bốn", 0, 3)
    assert excerpts(Location("b.md", 1, 1, 3)) == Excerpt("hai", 0, 3)


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        ("một\nhai ba\nbốn", (1, 1, 3), Excerpt("một", 0, 3)),
        ("một\nhai ba\nbốn", (2, 5, 2), Excerpt("hai ba", 4, 2)),
        ("một\nhai ba\nbốn", (3, 1, 1), Excerpt("bốn", 0, 1)),
        ("một\r\nhai\r\n", (2, 1, 3), Excerpt("hai", 0, 3)),
        (b"\xef\xbb\xbfm\xe1\xbb\x99t\n", (1, 2, 1), Excerpt("một", 1, 1)),
        ("một\n", (2, 1, 1), Excerpt("", 0, 1)),
        ("một", (1, 4, 1), Excerpt("một", 3, 1)),
        ("một", (1, 2, 50), Excerpt("một", 1, 2)),
        ("một", (1, 0, 1), Excerpt("một", 0, 1)),
        ("a\tb", (1, 3, 1), Excerpt("a b", 2, 1)),
        ("0123456789" * 10, (1, 91, 3), Excerpt("0123456789" * 10, 90, 3)),
    ],
)
def test_the_line_is_shown_with_what_is_meant_of_it(
    tmp_path: Path, data: str | bytes, place: tuple[int, int, int], expected: Excerpt
) -> None:
    assert excerpt(tmp_path, data, *place) == expected


def test_columns_count_composed_letters_however_the_file_writes_them(tmp_path: Path) -> None:
    found = excerpt(tmp_path, unicodedata.normalize("NFD", "Bộ Công an"), 1, 4, 4)
    assert found
    assert marked(found) == "Công"


@pytest.mark.parametrize("location", [Location("a.md"), Location("a.md", 3), Location("b.md", 1), Location("x", 1)])
def test_there_is_none_for_a_whole_file_or_a_line_that_is_not_to_be_had(tmp_path: Path, location: Location) -> None:
    write(tmp_path, {"a.md": "một\nhai", "x/y": ""})
    assert excerpts_below(tmp_path)(location) is None


def test_there_is_none_for_a_path_that_no_file_can_have(tmp_path: Path) -> None:
    assert excerpts_below(tmp_path)(Location("a\0b", 1)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\x07b\x00\x7f\x9b", "a\ufffdb\ufffd\ufffd\ufffd"),
        ("a\u202eb\u2066", "a\ufffdb\ufffd"),
        ("a\u200bb\ufeff", "a\ufffdb\ufffd"),
        ("Bộ Công an – “x” …", "Bộ Công an – “x” …"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_what_a_terminal_would_obey_is_replaced_in_excerpts(tmp_path: Path) -> None:
    assert excerpt(tmp_path, "title: \x1b[2J", 1) == Excerpt("title: \ufffd[2J", 0, 1)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (1, Excerpt("0123456789" * 10 + "…", 0, 3)),
        (41, Excerpt("0123456789" * 10 + "…", 40, 3)),
        (101, Excerpt("…" + "0123456789" * 10 + "…", 41, 3)),
        (300, Excerpt("…" + ("0123456789" * 30)[259:], 41, 1)),
    ],
)
def test_a_long_line_is_cut_about_what_is_meant(tmp_path: Path, column: int, expected: Excerpt) -> None:
    assert excerpt(tmp_path, "0123456789" * 30, 1, column, 3) == expected


@given(LINES, st.data())
def test_what_is_marked_is_what_is_meant(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    width = data.draw(st.integers(1, len(line) - start))
    with TemporaryDirectory() as folder:
        found = excerpt(Path(folder), f"x\n{line}\ny", 2, start + 1, width)
    assert found
    assert len(found.line) <= 102
    assert 1 <= found.width <= width
    assert marked(found) == shown(line[start : start + found.width])
    assert found.width == width or found.line.endswith("…") or start + found.width == len(line)


@given(st.binary(max_size=60), st.integers(1, 4), st.integers(0, 80), st.integers(1, 80))
def test_no_file_is_too_strange_to_be_shown(data: bytes, line: int, column: int, width: int) -> None:
    with TemporaryDirectory() as folder:
        found = excerpt(Path(folder), data, line, column, width)
    assert found is None or shown(found.line) == found.line
    assert found is None or (found.start >= 0 and found.width >= 1)


def test_a_file_is_read_once_for_all_its_problems(tmp_path: Path) -> None:
    excerpts = excerpts_below(write(tmp_path, {"a.md": "một\nhai", "b.md": "ba"}))
    assert excerpts(Location("a.md", 1)) == Excerpt("một", 0, 1)
    (tmp_path / "a.md").unlink()
    assert excerpts(Location("a.md", 2)) == Excerpt("hai", 0, 1)
    assert excerpts(Location("b.md", 1)) == Excerpt("ba", 0, 1)
