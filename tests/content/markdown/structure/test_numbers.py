"""The numbers of items: written only if browsers would count differently."""

import pytest

from bantin.content.markdown.structure.numbers import numbering


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ([1, 2, 3], [None, None, None]),
        ([1, 1, 1], [None, None, None]),
        ([0, 1], [0, None]),
        ([4, 5, 6], [4, None, None]),
        ([7, 7], [7, None]),
        ([1, 2, 4, 5], [None, None, 4, None]),
        ([3, 1], [3, 1]),
        ([1], [None]),
    ],
)
def test_numbers_are_those_of_the_text(written: list[int], given: list[int | None]) -> None:
    assert numbering(written) == given
