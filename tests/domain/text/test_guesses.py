"""Guesses that an import has marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.guesses import find_guesses, guess_comment, without_guesses
from bantin.scaffold.article import yaml_scalar


@pytest.mark.parametrize(
    ("line", "column", "value", "evidence"),
    [
        ("signed_on: 2012-11-20  #? “chiều 20/11” (dòng 5)", 24, "signed_on: 2012-11-20", "“chiều 20/11” (dòng 5)"),
        ("#? cả mục", 1, "", "cả mục"),
        ("title: 'a #? b'  #? c", 18, "title: 'a #? b'", "c"),
        ('title: "a \\" #? b"  #? c', 21, 'title: "a \\" #? b"', "c"),
        ("title: Quy chế của ' ai  #? c", 26, "title: Quy chế của ' ai", "c"),
        ("- bo-cong-an #?", 14, "- bo-cong-an", ""),
        ("# agreement: x #? z", 16, "# agreement: x", "z"),
    ],
)
def test_a_mark_is_found_behind_its_value(line: str, column: int, value: str, evidence: str) -> None:
    (guess,) = find_guesses(f"draft: true\n{line}\n", 2)
    assert (guess.line, guess.column, guess.value, guess.evidence) == (3, column, value, evidence)


@pytest.mark.parametrize("line", ["title: a#? b", "title: 'a #? b'", "title: Ai ký # ?", "title: 'it''s #? so'"])
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert list(find_guesses(line)) == []


@given(st.text(), st.text(min_size=1))
def test_a_marked_value_is_found_whatever_it_and_its_evidence_are(value: str, evidence: str) -> None:
    written = yaml_scalar(value)
    line = f"title: {written}  {guess_comment(evidence)}"
    # A line break of YAML, which has more of them than "\n", makes a value of several lines.
    if len(written.splitlines()) == 1:
        (guess,) = find_guesses(line)
        assert guess.value == f"title: {written}".strip()


def test_evidence_is_one_short_line() -> None:
    assert guess_comment("a\n  b\x00c\tc") == "#? a b c c"
    assert guess_comment("từ " * 100).endswith("từ …")
    assert len(guess_comment("từ " * 100)) < 170


@pytest.mark.parametrize(
    ("marked", "confirmed"),
    [
        ("clauses: 15  #? “15 điều”\n", "clauses: 15\n"),
        ("clauses: 15  #? “15 điều”\r\nid: a\r\n", "clauses: 15\r\nid: a\r\n"),
        ("title: 'Số #1'  #? “Số #1”", "title: 'Số #1'"),
        ("#? cả dòng\nid: a # ghi chú\n", "id: a # ghi chú\n"),
        ('title: "a #? b"\n', 'title: "a #? b"\n'),
    ],
)
def test_marks_are_taken_away_and_values_stay(marked: str, confirmed: str) -> None:
    assert without_guesses(marked) == (confirmed, sum(1 for _ in find_guesses(marked)))
    assert without_guesses(confirmed) == (confirmed, 0)
