"""The numbers of the items of a list."""

from collections.abc import Sequence


def numbering(numbers: Sequence[int]) -> list[int | None]:
    """The number to write for each item of a list; None where HTML counts to it by itself.

    A list whose items all have the same number counts on from that, as usual in Markdown. In others, the numbers are
    kept as written, since they are cited.
    """
    if len(set(numbers)) == 1:
        return [numbers[0] if numbers[0] != 1 else None, *[None] * (len(numbers) - 1)]
    before = [0, *numbers]
    return [number if number != above + 1 else None for above, number in zip(before, numbers, strict=False)]
