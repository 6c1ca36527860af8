"""Lists of ids with wrong separators."""

import pytest

from bantin.content.schema.ids import ids_apart
from bantin.content.schema.invalid import Invalid


@pytest.mark.parametrize(
    ("written", "index", "mended"),
    [
        ("a; b", 0, "[a, b]"),
        ("a, b", 0, "[a, b]"),
        ("bo-a và bo-b", 0, "[bo-a, bo-b]"),
        ("a and b; c", 0, "[a, b, c]"),
        ("(bo-a, bo-b)", 0, "[bo-a, bo-b]"),
        ("bo-a, bo-b]", 0, "[bo-a, bo-b]"),
        (["bo-a bo-b"], 0, "bo-a, bo-b"),
        (["a; b"], 0, "a, b"),
        (["a", "b | c"], 1, "b, c"),
    ],
)
def test_ids_in_one_text_are_refused_with_the_list_that_was_meant(written: object, index: int, mended: str) -> None:
    with pytest.raises(Invalid) as refusal:
        ids_apart(written)
    assert refusal.value.values == {"index": index, "mended": mended}


@pytest.mark.parametrize(
    "written",
    [
        "a",
        ["a", "b"],
        [],
        {"a": "b"},
        [{"agency": "a"}],
        "Bộ Văn hóa, Thể thao và Du lịch",
        ["Sở A; Sở B"],
        "va-va",
        "",
    ],
)
def test_anything_else_is_left_as_it_is(written: object) -> None:
    assert ids_apart(written) is written
