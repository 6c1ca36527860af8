"""What a move does to files: their names, and the paths in others."""

import pytest

from bantin.domain.model import Position
from bantin.migration import Moves, moves_of, rewritten, with_id
from bantin.migration.moves import Mention

OLD, NEW = "content/articles/2020/bai.md", "content/articles/2021/moi.md"
PAGE = "content/pages/a.md"
FILES = frozenset(
    (OLD, "content/articles/2020/bai.en.md", "content/articles/2020/tin/index.md", "content/articles/2020/tin/a.png")
)


def test_translations_go_along() -> None:
    moves = moves_of(OLD, NEW, FILES)
    assert moves.paths == {OLD: NEW, "content/articles/2020/bai.en.md": "content/articles/2021/moi.en.md"}
    assert moves.renames == tuple(moves.paths.items())
    assert (moves.now(OLD), moves.now("content/a"), moves.before(NEW)) == (NEW, "content/a", OLD)


def test_what_has_been_moved_counts_too() -> None:
    rest = {*FILES, NEW} - {OLD}
    assert moves_of(OLD, NEW, rest).paths.keys() == {OLD, "content/articles/2020/bai.en.md"}
    assert moves_of(OLD, NEW, {NEW, "content/articles/2021/moi.en.md"}).paths.keys() == {
        OLD,
        "content/articles/2020/bai.en.md",
    }


def test_a_folder_goes_as_a_whole() -> None:
    moves = moves_of("content/articles/2020/tin/index.md", "content/articles/2021/moi/index.md", FILES)
    assert moves.renames == (("content/articles/2020/tin", "content/articles/2021/moi"),)
    assert moves.now("content/articles/2020/tin/a.png") == "content/articles/2021/moi/a.png"


@pytest.mark.parametrize(
    ("path", "line", "written", "expected"),
    [
        (
            "content/pages/a.md",
            "[x](../articles/2020/bai.md#b)",
            "../articles/2020/bai.md#b",
            "../articles/2021/moi.md#b",
        ),
        (PAGE, "[x](/articles/2020/bai.md?a)", "/articles/2020/bai.md?a", "/articles/2021/moi.md?a"),
        (PAGE, "[x](/articles/2020/khac.md)", "/articles/2020/khac.md", "/articles/2020/khac.md"),
        (NEW, "[x](khac.md)", "khac.md", "../2020/khac.md"),
        (NEW, "[x](/articles/2020/khac.md)", "/articles/2020/khac.md", "/articles/2020/khac.md"),
        (NEW, "[x](kh%C3%A1c%201.md)", "kh%C3%A1c%201.md", "../2020/kh%C3%A1c%201.md"),
        (NEW, "[x](chi-co-o-day.md)", "chi-co-o-day.md", "chi-co-o-day.md"),
    ],
)
def test_links_are_rewritten_as_they_were_written(path: str, line: str, written: str, expected: str) -> None:
    files = {
        NEW,
        "content/articles/2020/khac.md",
        "content/articles/2020/khác 1.md",
        "content/articles/2021/chi-co-o-day.md",
    }
    place = Position(1, line.index(written) + 1, len(written))
    found = [Mention(path, place, is_address=True, in_yaml=False)] * 2
    made = rewritten(line.encode(), found, Moves({OLD: NEW}), files)
    assert made.decode() == line.replace(written, expected)


@pytest.mark.parametrize("written", ["anh.png", "'anh.png'", '"anh.png"'])
def test_paths_in_yaml_are_rewritten_with_their_quotes(written: str) -> None:
    line = f"  - {{src: {written}, alt: a}}\r\n"
    mention = Mention(NEW, Position(1, 11, len(written)), is_address=False, in_yaml=True)
    made = rewritten(b"\xef\xbb\xbf" + line.encode(), [mention], Moves({OLD: NEW}), {"content/articles/2020/anh.png"})
    assert made.decode("utf-8-sig") == "  - {src: ../2020/anh.png, alt: a}\r\n"


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        ("agreement:\n    type: a\n", "agreement:\n    id: bai\n    type: a\n"),
        ("agreement: {type: a}\n", "agreement: {id: bai, type: a}\n"),
        ("agreement:\n  type: a\n  id: cu\n", "agreement:\n  type: a\n  id: cu\n"),
        ("agreement: # x\n  type: a\n", "agreement: # x\n  id: bai\n  type: a\n"),
    ],
)
def test_the_id_of_an_agreement_is_written_out(agreement: str, expected: str) -> None:
    made = with_id(f"---\ntitle: a\n{agreement}---\n\nx\n".encode(), OLD, "bai")
    assert made == f"---\ntitle: a\n{expected}---\n\nx\n".encode()


def test_an_article_without_an_agreement_has_no_id_to_write() -> None:
    assert with_id(b"---\ntitle: a\n---\n", OLD, "bai") is None
