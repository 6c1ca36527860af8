"""Small numbers in Vietnamese words: ``hai mươi mốt``."""

from functools import cache

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_IN_TENS = {1: "mốt", 5: "lăm"}
_MOST = 99

NUMBER_WORDS = "mười|mươi|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín"
"""The words that numbers below a hundred consist of, as alternatives of a pattern."""


def in_words(number: int) -> str:
    """``number`` in words if it is from 1 to 99, else in digits."""
    if not 1 <= number <= _MOST:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _ONES[ones - 1]
    head = "mười" if tens == 1 else f"{_ONES[tens - 1]} mươi"
    if ones == 0:
        return head
    irregular = _IN_TENS.get(ones) if tens > 1 or ones == max(_IN_TENS) else None
    return f"{head} {irregular or _ONES[ones - 1]}"


def count_of(text: str) -> int | None:
    """The number in ``text``, in digits or in words; ``None`` if it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    words = " ".join(text.lower().split()).replace("bẩy", "bảy").replace("mươi tư", "mươi bốn")
    return _by_words().get(words)


@cache
def _by_words() -> dict[str, int]:
    return {in_words(number): number for number in range(1, _MOST + 1)}
