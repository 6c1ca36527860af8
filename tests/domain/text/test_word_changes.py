"""Differences between two versions of a paragraph: word by word, without loss."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.word_changes import WordChange, WordChangeKind, word_changes
from tests.domain.text.strategies import bounded

SIGNS = {WordChangeKind.SAME: "{}", WordChangeKind.DELETED: "[-{}-]", WordChangeKind.INSERTED: "{{+{}+}}"}
WORDS = ("Hai", "bên", "phối", "hợp", "và", "và,", "hợp.", "một", "năm", "Điều", "5,", "“cơ", "quan”")
paragraphs = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", "  ", "\n", "\u00a0"))), max_size=30).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


def shown(before: str, after: str) -> str:
    return "".join(SIGNS[one.kind].format(one.text) for one in word_changes(before, after))


def side(changes: tuple[WordChange, ...], other: WordChangeKind) -> str:
    return "".join(one.text for one in changes if one.kind is not other)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("Giữ nguyên.", "Giữ nguyên.", "Giữ nguyên."),
        ("", "Điều mới", "{+Điều mới+}"),
        ("Điều cũ", "", "[-Điều cũ-]"),
        ("họp mỗi năm một lần", "họp mỗi quý một lần", "họp mỗi [-năm-]{+quý+} một lần"),
        ("họp mỗi năm", "họp mỗi năm một lần", "họp mỗi năm{+ một lần+}"),
        ("một lần họp", "họp", "[-một lần -]họp"),
        # A word goes with its marks and its punctuation.
        ("do Bộ Công an chủ trì;", "do Bộ Công án chủ trì.", "do Bộ Công [-an-]{+án+} chủ [-trì;-]{+trì.+}"),
        # Words that follow each other are one change, also where other spaces stand between them.
        ("trong hai ngày làm việc", "trong  ba tuần làm việc", "trong[- hai ngày-]{+  ba tuần+} làm việc"),
        ("a b", "a  b", "a[- -]{+  +}b"),
        ("  a", "a", "[-  -]a"),
        ("bên A và bên B", "bên B và bên A", "bên [-A-]{+B+} và bên [-B-]{+A+}"),
    ],
)
def test_changes_are_shown_in_whole_words(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


@bounded
@given(st.one_of(paragraphs, st.text()), st.one_of(paragraphs, st.text()))
def test_both_versions_can_be_read_from_the_changes(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert side(changes, WordChangeKind.INSERTED) == before
    assert side(changes, WordChangeKind.DELETED) == after
    assert all(one.text for one in changes)
    assert all(one.kind is not other.kind for one, other in pairwise(changes))


@bounded
@given(paragraphs, paragraphs)
def test_no_word_is_cut(before: str, after: str) -> None:
    changes = word_changes(before, after)
    for other, whole in ((WordChangeKind.INSERTED, before), (WordChangeKind.DELETED, after)):
        words = [word for one in changes if one.kind is not other for word in one.text.split()]
        assert words == whole.split()


@given(st.integers(0, 4_999))
@bounded
def test_one_word_of_a_long_paragraph_is_found(place: int) -> None:
    words = [f"từ{number % 50}" for number in range(5_000)]
    changed = [*words[:place], "mới", *words[place + 1 :]]
    found = [one for one in word_changes(" ".join(words), " ".join(changed)) if one.kind is not WordChangeKind.SAME]
    assert [one.text for one in found] == [words[place], "mới"]


def test_changes_far_apart_in_a_long_paragraph_are_distinguished() -> None:
    words = [f"{word}{number // 40}" for number in range(8_000) for word in ["và" if number % 40 else f"mốc{number}"]]
    changed = list(words)
    changed[10], changed[7_990] = "đầu", "cuối"
    found = [
        one.text for one in word_changes(" ".join(words), " ".join(changed)) if one.kind is WordChangeKind.INSERTED
    ]
    assert found == ["đầu", "cuối"]


def test_a_huge_paragraph_of_few_words_in_another_order_is_reported_as_changed() -> None:
    before, after = " ".join(["x", *["a", "b"] * 50_000]), " ".join(["y", *["b", "a", "a"] * 40_000])
    changes = word_changes(before, after)
    assert side(changes, WordChangeKind.INSERTED) == before
    assert side(changes, WordChangeKind.DELETED) == after
