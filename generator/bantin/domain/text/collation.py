"""Vietnamese collation that does not depend on the locales of the machine.

Letters follow the Vietnamese alphabet (… d đ e ê …). Words that differ only in tones follow the order of the tones:
ngang, huyền, hỏi, ngã, sắc, nặng. Words that differ only in case have the lower case first. This is the order of the
Unicode CLDR for Vietnamese (``common/collation/vi.xml``), with its root order for everything but letters.
"""

import unicodedata

_ROOT_ORDER = " _-–—,;:!?.·'\"«»()[]{}§@*/\\&#%`´^°©®+±×<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PRIMARY = {char: weight for weight, char in enumerate(_ROOT_ORDER)}
_UNLISTED = len(_ROOT_ORDER)
# Characters that sort as others, or are ignored.
_READ_AS = str.maketrans(
    {"\t": " ", "\N{NO-BREAK SPACE}": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "ß": "ss"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ð": "d", "Ð": "D"}
    | {"\N{SOFT HYPHEN}": "", "\N{ZERO WIDTH SPACE}": ""}
)
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = {_GRAVE: 1, _HOOK: 2, _TILDE: 3, _ACUTE: 4, _DOT: 5}
_OTHER_MARK = len(_TONES) + 1
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
# Marks that form a letter of the alphabet with these base letters; on any other letter they are mere accents.
_LETTER_MARKS = {_BREVE: "a", _CIRCUMFLEX: "aeo", _HORN: "ou"}

SortKey = tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[bool, ...], str]


def sort_key(text: str) -> SortKey:
    """A key that sorts ``text`` in Vietnamese order, for ``sorted(names, key=sort_key)``."""
    letters: list[str] = []
    marks: list[list[int]] = []
    composed = unicodedata.normalize("NFC", text)
    for char in unicodedata.normalize("NFD", composed.translate(_READ_AS)):
        if not unicodedata.combining(char):
            letters.append(char)
            marks.append([])
        elif letters and letters[-1].lower() in _LETTER_MARKS.get(char, ""):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        elif letters:
            marks[-1].append(_TONES.get(char, _OTHER_MARK))
    primary = tuple(_weight(letter.lower()) for letter in letters)
    return primary, tuple(map(tuple, marks)), tuple(letter != letter.lower() for letter in letters), composed


def initial(text: str) -> str:
    """The index letter of ``text``: ``U`` for ``Ủy ban``, ``Đ`` for ``Đoàn``; ``#`` if it begins with no letter."""
    first = next((char for char in unicodedata.normalize("NFC", text.lower()) if char.isalnum()), "")
    decomposed = unicodedata.normalize("NFD", first)
    kept = [mark for mark in decomposed[1:] if decomposed[0] in _LETTER_MARKS.get(mark, "")]
    letter = unicodedata.normalize("NFC", decomposed[:1] + "".join(kept))
    return letter.upper() if letter.isalpha() else "#"


def _weight(char: str) -> int:
    return _PRIMARY.get(char, _UNLISTED + ord(char[0]))
