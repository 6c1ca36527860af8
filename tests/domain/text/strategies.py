"""Hypothesis strategies for Vietnamese text: letters, syllables, and dates known in full or in part."""

import unicodedata
from datetime import date
from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st

from bantin.domain.text.dates import Edtf, Qualifier
from tests.conftest import examples

bounded = settings(max_examples=examples(100), deadline=None)

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""No mark, then huyền, hỏi, ngã, sắc, nặng."""
LOWER = (
    *"bcdđghklmnpqrstvx",
    *(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES),
)
"""Every Vietnamese letter with every tone that it can bear."""
LETTERS = (*LOWER, *(letter.upper() for letter in LOWER))

_ONSETS = ("", *"bcdđghklmnrstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr")
# The letters before the vowel with the tone, that vowel, and the letters after it.
_RIMES = (
    *(("", vowel, "") for vowel in "aeêioôơuưy"),
    *(("", vowel, end) for vowel in "aăâeêioôơuư" for end in ("n", "ng", "c", "t")),
    *(
        ("", "a", "i"),
        ("", "a", "o"),
        ("", "â", "u"),
        ("", "ư", "a"),
        ("", "u", "a"),
        ("i", "ê", "n"),
        ("ư", "ơ", "ng"),
    ),
    *(("u", "ô", "c"), ("o", "a", "n"), ("o", "a", "i"), ("u", "y", ""), ("", "o", "a"), ("uy", "ê", "n")),
)


def _syllable(onset: str, rime: tuple[str, str, str], tone: str) -> str:
    before, vowel, behind = rime
    return unicodedata.normalize("NFC", onset + before + vowel + tone + behind)


def _known_parts(day: date, known: frozenset[str], qualifier: Qualifier) -> Edtf:
    year, month, number = (getattr(day, part) if part in known else None for part in ("year", "month", "day"))
    return Edtf(year, month, number, qualifier)


syllables = st.builds(_syllable, st.sampled_from(_ONSETS), st.sampled_from(_RIMES), st.sampled_from(TONES))
phrases = st.lists(
    st.one_of(syllables, syllables.map(str.capitalize), syllables.map(str.upper)), min_size=1, max_size=30
).map(" ".join)
letter_strings = st.text(st.sampled_from(LETTERS), max_size=8)

qualifiers: st.SearchStrategy[Qualifier] = st.sampled_from(get_args(Qualifier))
edtf_dates = st.builds(_known_parts, st.dates(), st.frozensets(st.sampled_from(("year", "month", "day"))), qualifiers)
days = st.dates(min_value=date(1000, 1, 1))
"""Days with a year of four digits, without leading zeros."""
