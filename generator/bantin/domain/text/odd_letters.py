"""Finds invisible and look-alike characters, which make equal words differ in searches and in data.

Text pasted from Word, PDF or a web page has them: zero-width spaces, Wingdings bullets, letters of other alphabets,
dashes instead of hyphens in a number. Nothing is rewritten, since a name is published as it was typed; each character
is reported with the corrected word.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from itertools import chain, islice

from msgspec import Struct

from bantin.domain.text.syllables import is_syllable


class Oddity(Enum):
    """The reason why a character is odd."""

    INVISIBLE = auto()
    LOST = auto()
    BROKEN = auto()
    SPACE = auto()
    MARK = auto()
    ALPHABET = auto()
    DASH = auto()


class OddLetter(Struct, frozen=True):
    """An odd character, ``typed``, in the words from ``start`` to ``end``.

    ``mended`` is the corrected text for these words, empty if it is not known. ``meant`` is the character that was
    meant, empty if it should just be removed.
    """

    oddity: Oddity
    start: int
    end: int
    typed: str
    meant: str
    mended: str


# The first bytes in UTF-8 of the characters below, where few other characters share them, or else the characters
# themselves: substring tests for a single byte or letter are fast.
_LEADS = tuple(bytes([lead]) for lead in (0xCC, 0xCE, 0xD0, 0xD1, 0xEE, 0xEF, 0xF0))
_RARE = "\u00ad\u3000ıǎ"
# Dashes are odd only between capitals.
_LEAD_E2 = re.compile(
    rb"\xe2(?:\x80[\x80-\x92\x95\xaf]|\x81[\x9f-\xa4]|\x85[\xa0-\xbf]|\x88\x92"
    rb"|\x80[\x93\x94](?<=[A-Z\x90]\xe2\x80[\x93\x94])(?=[A-Z\xc4]))"
)
_NUMBER_SIGN = re.compile(r"[°º](?<=\b[Ss].)(?=\s?[0-9])")


def may_be_odd(text: str, data: bytes) -> bool:
    """Fast check whether ``text`` may contain an odd letter; ``data`` is the same text in UTF-8."""
    if any(lead in data for lead in _LEADS) or any(char in text for char in _RARE):
        return True
    if b"\xe2" in data and _LEAD_E2.search(data):
        return True
    return ("°" in text or "º" in text) and _NUMBER_SIGN.search(text) is not None


def odd_letters(text: str, front_end: int) -> Iterator[OddLetter]:
    """Finds the first odd letters of ``text``, at most one in a word.

    Some only count before ``front_end``, where the front matter ends.
    """
    last = -1
    parts = (
        _unseen(text, front_end),
        _lost(text),
        _spaces(text, front_end),
        _marks(text),
        _of_alphabets(text),
        _forms(text, front_end),
        _near(text),
        _dashes(text),
    )
    for one in sorted(chain(*(islice(part, _ENOUGH) for part in parts)), key=lambda one: one.start):
        if one.start >= last and one.mended != text[one.start : one.end]:
            last = one.end
            yield one


# An editor who corrects so many will find the rest. Texts in Russian have many letters that are correct.
_ENOUGH = 10
_MOST_LOOKED_AT = 1_000


def _first(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(text), _MOST_LOOKED_AT)


_RUN_BEFORE, _RUN_BEHIND = re.compile(r"[^ \t\n\u00a0]*\Z"), re.compile(r"[^ \t\n\u00a0]*")
_LONGEST_RUN = 100
_AROUND = ".,;:()\"'[]{}*“”"


def _run(text: str, at: int) -> tuple[int, int]:
    """The start and end of the word around ``at``: up to the next spaces, without punctuation at its ends."""
    first = max(0, at - _LONGEST_RUN)
    before = _RUN_BEFORE.search(text, first, at)
    behind = _RUN_BEHIND.match(text, at, at + _LONGEST_RUN)
    start, end = before.start() if before else at, behind.end() if behind else at + 1
    start += len(text[start:at]) - len(text[start:at].lstrip(_AROUND))
    return start, end - len(text[at + 1 : end]) + len(text[at + 1 : end].rstrip(_AROUND))


def _without(oddity: Oddity, text: str, at: int, drop: re.Pattern[str]) -> OddLetter:
    """An odd letter that is corrected by removing ``drop`` from its word; includes a neighbour if nothing is left."""
    start, end = _run(text, at)
    mended = drop.sub("", text[start:end])
    if not mended:
        line = text.rfind("\n", 0, start) + 1
        before = text[line:start].rstrip(" ")
        if before:
            start = _run(text, line + len(before) - 1)[0]
        else:
            end = _run(text, min(end + 1, len(text) - 1))[1]
        mended = drop.sub("", text[start:end]).strip(" ")
    return OddLetter(oddity, start, end, text[at], "", mended)


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]")
_JOINERS = "\u200c\u200d"
_LATIN = re.compile("[ -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2026]")
_SOFT_HYPHEN, _KEYCAP = "\u00ad", "\u20e3"


def _unseen(text: str, front_end: int) -> Iterator[OddLetter]:
    for found in _first(_UNSEEN, text):
        at, char = found.start(), found[0]
        if char == _SOFT_HYPHEN and at >= front_end:
            continue
        before, behind = text[at - 1 : at] if at else "\n", text[at + 1 : at + 2] or "\n"
        latin = [one in "\n\t" or _LATIN.match(one) is not None for one in (before, behind)]
        # Some of these are legitimate in other scripts and in emoji.
        if behind != _KEYCAP and (all(latin) or (latin[0] and char not in _JOINERS)):
            yield _without(Oddity.INVISIBLE, text, at, _UNSEEN)


_LOST = re.compile("[\ufffc\ufffd\ue000-\uf8ff\ufdd0-\ufdef]")
_NO_LETTER = re.compile("[\ufffc\ue000-\uf8ff\ufdd0-\ufdef]")
# Characters of Wingdings and Symbol, as stored by Word, that are not bullets.
_SIGNS = dict(
    zip("\uf0fc\uf0e0\uf0e8\uf0b0\uf0b1\uf0b3\uf0a3\uf02d", "✓→→°±≥≤-", strict=True),
)


def _lost(text: str) -> Iterator[OddLetter]:
    for found in _first(_LOST, text):
        at, char = found.start(), found[0]
        if char == "\N{REPLACEMENT CHARACTER}":
            start, end = _run(text, at)
            yield OddLetter(Oddity.LOST, start, end, char, "", "")
        elif char in _SIGNS or not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t"):
            is_object = char == "\N{OBJECT REPLACEMENT CHARACTER}"
            if is_object:
                yield _without(Oddity.BROKEN, text, at, _NO_LETTER)
            else:
                meant = _SIGNS.get(char, "-")
                space = "" if text[at + 1 : at + 2] in (" ", "\t", "\n", "") or char in _SIGNS else " "
                yield OddLetter(Oddity.BROKEN, at, at + 1, char, meant, f"{meant}{space}")
        else:
            yield _without(Oddity.BROKEN, text, at, _NO_LETTER)


# Next to digits, French punctuation and East Asian characters such spaces are correct.
_NOT_BEFORE, _NOT_BEHIND = "\n :«0-9\u3000-\u9fff\uff00-\uffef", "\n :;!?»%\u3000-\u9fff\uff00-\uffef"
_ODD_SPACES = "\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"(?<=[^{_NOT_BEFORE}])[{_ODD_SPACES}]+(?=[^{_NOT_BEHIND}])")


def _spaces(text: str, front_end: int) -> Iterator[OddLetter]:
    for found in _first(_SPACES, text[:front_end]):
        start, end = _run(text, found.start())
        mended = _SPACES.sub(" ", text[start:end])
        yield OddLetter(Oddity.SPACE, start, end, found[0][0], " ", mended)


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = re.compile(f"[{_TONES}\u0302\u0306\u031b]")


def _marks(text: str) -> Iterator[OddLetter]:
    for found in _first(_MARKS, text):
        at, mark = found.start(), found[0]
        base = unicodedata.normalize("NFD", text[at - 1 : at]) if at else ""
        alone = not base[:1].isalpha()
        consonant = base.isascii() and base.isalpha() and base.lower() not in "aeiouy"
        second = mark in _TONES and any(tone in base for tone in _TONES)
        one = _without(Oddity.MARK, text, at, re.compile(mark)) if alone else _without_mark(text, at)
        if alone or consonant or mark in base[1:] or (second and is_syllable(one.mended.strip(_AROUND))):
            yield one


def _without_mark(text: str, at: int) -> OddLetter:
    start, end = _run(text, at)
    return OddLetter(Oddity.MARK, start, end, text[at - 1 : at + 1], "", text[start:at] + text[at + 1 : end])


_ALIKE = dict(
    zip(
        "аеорсухіјѕАВЕКМНОРСТУХІЈЅЗΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "aeopcyxijsABEKMHOPCTYXIJS3ABEZHIKMNOPTYXo",
        strict=True,
    )
)
_OTHER_ALPHABETS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
# Compatibility characters: full-width forms, mathematical letters, Roman numerals, ligatures.
_FORMS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f\ufb00-\ufb06\U0001d400-\U0001d7ff]")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FORMULA = re.compile("[\U0001d400-\U0001d7ff]")
_FEWEST_OF_FORMULA = 3
# A caron instead of a breve, a dotless i.
_NEAR = {"ı": "i", "ǎ": "ă"}
_NEAR_TABLE = str.maketrans(_NEAR)
_NEAR_LETTER = re.compile("[ıǎ]")
_OF_OTHER_LANGUAGES = re.compile("[şğİǐǒěǔ]")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def _forms(text: str, front_end: int) -> Iterator[OddLetter]:
    for found in _first(_FORMS, text):
        at = found.start()
        start, end = _run(text, at)
        few = len(_FORMULA.findall(text[start:end])) < _FEWEST_OF_FORMULA
        formula = _FORMULA.match(found[0]) and at >= front_end and few
        if not formula and not _EAST_ASIAN.search(_line(text, at)):
            mended = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text[start:end])
            yield OddLetter(Oddity.ALPHABET, start, end, found[0], unicodedata.normalize("NFKC", found[0]), mended)


def _near(text: str) -> Iterator[OddLetter]:
    for found in _first(_NEAR_LETTER, text):
        start, end = _run(text, found.start())
        mended = text[start:end].translate(_NEAR_TABLE)
        line = _line(text, found.start())
        vietnamese = is_syllable(mended.strip(_AROUND)) and _VIETNAMESE.search(line)
        if vietnamese and not _OF_OTHER_LANGUAGES.search(line):
            yield OddLetter(Oddity.ALPHABET, start, end, found[0], _NEAR[found[0]], mended)
    for found in _first(_NUMBER_SIGN, text):
        start = found.start() - 1
        yield OddLetter(Oddity.ALPHABET, start, found.end(), found[0], "ố", f"{text[start]}ố")


def _of_alphabets(text: str) -> Iterator[OddLetter]:
    for found in _first(_OTHER_ALPHABETS, text):
        at, char = found.start(), found[0]
        if char not in _ALIKE:
            continue
        start, end = _run(text, at)
        word = text[start:end]
        foreign = _OTHER_ALPHABETS.findall(word)
        if any(one not in _ALIKE for one in foreign):
            continue
        alone = char >= "\u0400" and len(foreign) == sum(map(str.isalpha, word))
        line = _line(text, at)
        if alone and not (_VIETNAMESE.search(line) and all(one in _ALIKE for one in _OTHER_ALPHABETS.findall(line))):
            continue
        if alone or any(one.isalpha() and one not in foreign for one in word):
            mended = word.translate({ord(one): latin for one, latin in _ALIKE.items()})
            yield OddLetter(Oddity.ALPHABET, start, end, char, _ALIKE[char], unicodedata.normalize("NFC", mended))


def _line(text: str, at: int) -> str:
    """The line around ``at``, at most 500 characters on each side."""
    first = text.rfind("\n", max(0, at - 500), at) + 1
    end = text.find("\n", at, at + 500)
    return text[first or max(0, at - 500) : end if end >= 0 else at + 500]


_DASHES = "‐‑‒–—−"
# In the letters of a number: 01/QCPH–BCA.
_NUMBER = re.compile(rf"/[A-ZĐ]{{1,12}}(?:-[A-ZĐ]{{1,12}}){{0,6}}([{_DASHES}])(?=[A-ZĐ])")


def _dashes(text: str) -> Iterator[OddLetter]:
    for found in _first(_NUMBER, text):
        if text[found.start() - 1 : found.start()].isdigit():
            start, end = _run(text, found.start(1))
            mended = re.sub(rf"(?<=[A-ZĐ])[{_DASHES}](?=[A-ZĐ])", "-", text[start:end])
            yield OddLetter(Oddity.DASH, start, end, found[1], "-", mended)


HINT = (
    f"{_UNSEEN.pattern}|{_LOST.pattern}|{_MARKS.pattern}|{_OTHER_ALPHABETS.pattern}|{_FORMS.pattern}|{_NEAR_LETTER.pattern}"
    f"|[{_ODD_SPACES}]|[Ss][°º]|[A-ZĐ][{_DASHES}][A-ZĐ]"
)
"""A pattern without lookarounds that matches every text in which :func:`odd_letters` finds something."""
