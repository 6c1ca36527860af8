"""A journal is read as it was written, or not at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.output.publish.journal import JOURNAL, Journal, read_journal, write_journal
from bantin.output.publish.output import is_inside

SOUND = {"version": 1, "moves": {"0": "a/index.html"}, "gone": ["b.html"]}


def test_a_journal_is_read_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal({"0": "a/index.html", "1": "Đ ẽ.html"}, ("b/c.html",))
    write_journal(journal, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [JOURNAL]
    assert read_journal(tmp_path) == journal


def test_without_a_journal_there_is_none(tmp_path: Path) -> None:
    assert read_journal(tmp_path) is None
    assert read_journal(tmp_path / "nowhere") is None


def test_a_journal_cut_short_anywhere_is_none(tmp_path: Path) -> None:
    data = json.dumps(SOUND).encode()
    for size in range(len(data)):
        (tmp_path / JOURNAL).write_bytes(data[:size])
        assert read_journal(tmp_path) is None
    (tmp_path / JOURNAL).write_bytes(data)
    assert read_journal(tmp_path) == Journal({"0": "a/index.html"}, ("b.html",))


PATHS = ["../x", "/x", "a/../../x", "a//x", "", ".", "a\\x", "a\0", "\ud800", "a/", 7, None, ["x"]]


@pytest.mark.parametrize("path", PATHS)
def test_a_journal_that_leads_out_of_the_folder_is_none(tmp_path: Path, path: object) -> None:
    for changes in ({"moves": {"0": "a", "1": path}}, {"gone": ["a", path]}):
        (tmp_path / JOURNAL).write_text(json.dumps({**SOUND, **changes}))
        assert read_journal(tmp_path) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"version": None},
        {"moves": ["a"]},
        {"moves": {"lock": "a"}},
        {"moves": {"../0": "a"}},
        {"moves": {"": "a"}},
        {"moves": {"rendered-1": "a"}},
        {"moves": {"rendered-1/../x": "a"}},
        {"moves": {"7/a": "a"}},
        {"gone": {"a": "b"}},
        {"gone": "a"},
    ],
)
def test_a_journal_that_makes_no_sense_is_none(tmp_path: Path, changes: dict[str, object]) -> None:
    (tmp_path / JOURNAL).write_text(json.dumps({**SOUND, **changes}))
    assert read_journal(tmp_path) is None


@pytest.mark.parametrize("data", [b"", b"\xff", b"null", b"[]", b"[" * 100_000, b"7" * 10_000])
def test_what_is_no_journal_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(data)
    assert read_journal(tmp_path) is None


def test_a_journal_is_not_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(json.dumps(SOUND))
    (tmp_path / JOURNAL).symlink_to(tmp_path / "elsewhere")
    assert read_journal(tmp_path) is None


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_whatever_it_says_a_journal_stays_inside(tmp_path_factory: pytest.TempPathFactory, moves: object) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / JOURNAL).write_text(json.dumps({**SOUND, "moves": moves}))
    journal = read_journal(folder)
    if journal:
        assert all(is_inside(path) for path in journal.moves.values())
