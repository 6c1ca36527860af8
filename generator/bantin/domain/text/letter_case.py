"""The capital and the small letters of Vietnamese, as character classes for patterns."""

_LETTERS = tuple(map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA))))

CAPITAL = f"[{''.join(filter(str.isupper, _LETTERS))}]"
"""A capital letter."""

SMALL = f"[{''.join(filter(str.islower, _LETTERS))}]"
"""A small letter."""
