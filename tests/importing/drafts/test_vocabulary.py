"""New types and fields in ``vocabulary.yml``."""

import pytest

from bantin.importing.drafts.vocabulary import NewTerm, TermKind, with_terms

NEW = [NewTerm(TermKind.TYPE, "thoa-thuan", "Thỏa thuận", "“Thỏa thuận hợp tác” (dòng 3)")]
ADDED = "  thoa-thuan:\n    vi: Thỏa thuận  #? “Thỏa thuận hợp tác” (dòng 3)\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# Loại\ntypes:\n  quy-che: {vi: Quy chế}\n\nfields:\n  a: {vi: A}\n",
            f"# Loại\ntypes:\n  quy-che: {{vi: Quy chế}}\n{ADDED}\nfields:\n  a: {{vi: A}}\n",
        ),
        ("types:\n  a:\n    vi: A\n    en: A", f"types:\n  a:\n    vi: A\n    en: A\n{ADDED}"),
        ("types:\nfields:\n", f"types:\n{ADDED}fields:\n"),
        ("fields:\n  a: {vi: A}\n", f"fields:\n  a: {{vi: A}}\ntypes:\n{ADDED}"),
        ("", f"types:\n{ADDED}"),
    ],
)
def test_a_type_is_added_below_those_that_are_there(before: str, after: str) -> None:
    assert with_terms(before, NEW) == after


@pytest.mark.parametrize("text", ["types: {a: {vi: A}}\n", "- a\n", "types:\n  a:\n    vi: >-\n      Dài\n      hơn\n"])
def test_where_a_line_would_change_what_is_said_nothing_is_added(text: str) -> None:
    assert with_terms(text, NEW) is None


def test_types_and_fields_each_have_their_place() -> None:
    field = NewTerm(TermKind.FIELD, "y-te", "Y tế", "ô H5")
    before = "types:\n  a: {vi: A}\nfields:\n  b: {vi: B}\n"
    after = f"types:\n  a: {{vi: A}}\n{ADDED}fields:\n  b: {{vi: B}}\n  y-te:\n    vi: Y tế  #? ô H5\n"
    assert with_terms(before, [field, *NEW]) == after
    assert with_terms(before, [field]) == after.replace(ADDED, "")
