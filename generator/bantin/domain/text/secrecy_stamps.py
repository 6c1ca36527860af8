"""Finds secrecy stamps, the marks on documents whose content is a state secret.

There are three levels, *Mật*, *Tối mật* and *Tuyệt mật* (Law on protection of state secrets, 29/2018/QH14, article 8),
and stamps show them in capitals (Decree 26/2020/NĐ-CP, article 2). Texts also say ``Độ mật: …``. Sentences about
secrecy (``bí mật nhà nước``, ``các độ Tuyệt mật, Tối mật và Mật``) are not stamps, nor is a quoted level.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.fast_search import places
from bantin.domain.text.visible_text import plain

_LEVELS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_BROKEN = ("TUYỆT", "TỐI")
_SIGNS = r"[\W_]*+"
# A stamp has an Ậ after an M, or after a space or punctuation if it is spaced out, and before a T; few words have that.
_M, _T = "MmМмＭｍᴍ", "TtТтＴｔᴛ"
_HINTS = (
    *(re.compile(rf"{letter}(?<=[{_M}\W_]{letter})(?=[{_T}\W_]|\Z)") for letter in "Ậậ"),
    re.compile(r"&(?=#(?:7852|7853|[xX]1[eE][aA][cCdD]);)"),
    # Marks on letters of another alphabet, which NFC does not compose.
    re.compile("\u0302(?<=[АаＡａ].)|\u0302(?<=[АаＡａ]\u0323.)"),
)
# The levels in TCVN3, whose capitals are small letters in a second font, and in VNI, as old documents have them.
_LEGACY = (("mËt", "MẬT"), ("tèi", "TỐI"), ("tuyÖt", "TUYỆT"), ("MAÄT", "MẬT"), ("TOÁI", "TỐI"), ("TUYEÄT", "TUYỆT"))
_WORD = re.compile(r"[^\W_]+")
# What may precede the stamp on a line of its own: a bullet or a number.
_MARKER = re.compile(r"\s*(?:[-+*•>#]+\s+)*(?:\d{1,3}[.)]\s*|[a-zđ][.)]\s+)?")
_LISTED = re.compile(r"\s*>?\s*(?:[-+*•]\s|#|\d{1,3}[.)]|[a-zđ][.)]\s)")
_KEY = re.compile(r"\s*(?:-\s+)*\{?\s*[a-z_]+\s*:\s+['\"]?")
_FORMATTED = re.compile(r"<[a-zA-Z]|\*|__|^\s*#")
# Punctuation and spaces that separate words from others on the same line.
_GAP_BEFORE = re.compile(r"(?:[\n\t|;:：,.(){}\[\]<>•]|\s{2}|[-–—―]\s|[-–—―]{2})[\s*_~'\"]*\Z")
_GAP_AFTER = re.compile(r"[\s*_~]*(?:[\n\t|;:：,.(){}\[\]<>•]|\s{2}|\s[-–—―]|[-–—―]{2})|[*_~]+\s{2}")
_QUOTE_BEFORE, _QUOTE_AFTER = re.compile(r"[“\"‘«`']\W*\Z"), re.compile(r"\W*[”\"’»`']")
# First parts of compounds (bí mật, bảo mật …), and words of sentences about the levels.
_COMPOUNDS = frozenset(("BÍ", "BẢO", "ĐỘ", "GIẢI", "CƠ", "THÂN", "CẬN", "TÚI", "KHÔNG"))
_SPEAKING = frozenset(
    ("DẤU", "MỨC", "CẤP", "ĐỘ", "LOẠI", "LÀ", "CHỮ", "TỪ", "VÀ", "HOẶC", "HAY", "CỦA", "GỌI", "THUỘC", "NHƯ")
)
# Kinds of documents: 'văn bản TỐI MẬT' in a sentence is about such documents, 'TÀI LIỆU MẬT' on its own is a stamp.
_BEARERS = frozenset(("LIỆU", "BẢN", "SƠ", "TIN", "VĂN", "VẬT"))
_ALL_OF_IT = re.compile(r"\W*(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|CÔNG VĂN|BÁO CÁO|TIN)\W*")
# Next to these, in the head of a document, a level is a stamp even without a separator.
_HEAD_BEFORE = re.compile(r"(?:\d|/[\w-]+|VIỆT NAM|HẠNH PHÚC|Hạnh phúc)[\s*_]*\Z")
_HEAD_AFTER = re.compile(r"[\s*_]*(?:CỘNG H|ĐỘC LẬP|SỐ\b|Số\b|BỘ |ỦY BAN|UỶ BAN|UBND|QUỐC HỘI|CHÍNH PHỦ)")
_LOOK_BACK = 200


class Stamp(Struct, frozen=True):
    """A secrecy stamp: its ``level``, and where its line starts and ends in the text."""

    level: str
    start: int
    end: int


class _LineStamp(Struct, frozen=True):
    """A stamp on a line; ``listed`` if it may be an item of a list of the levels."""

    level: str
    listed: bool


class _Level(Struct, frozen=True):
    """A level that a line mentions, ``typed`` in this way, with the text ``before`` and ``after`` it, perhaps cut.

    ``last`` is the word before it, in capitals, and ``gap`` the text between the two.
    """

    name: str
    typed: str
    before: str
    last: str
    gap: str
    after: str

    @property
    def in_capitals(self) -> bool:
        return self.typed.isupper()

    @property
    def next(self) -> str:
        """The word after it, in capitals."""
        word = _WORD.search(self.after)
        return word[0].upper() if word else ""


def find_stamp(text: str) -> Stamp | None:
    """Finds the first line with a stamp in ``text``, which is in NFC.

    A stamp may be spaced out (``M Ậ T``), written one letter a line, next to other words in the head of a document, in
    a table cell or between tags. The items of a list of different levels are explanations, not stamps.
    """
    listed: list[Stamp] = []
    for start, end in _lines(text):
        found = _upright(text, start, end) or _on_line(text, start, end)
        if found is None:
            continue
        stamp = Stamp(found.level, start, end)
        if not found.listed:
            return stamp
        listed.append(stamp)
    return listed[0] if len({stamp.level for stamp in listed}) == 1 else None


def find_stamp_in_name(name: str) -> Stamp | None:
    """Finds a stamp in a file name, in NFC and without its extension: ``TỐI MẬT - báo cáo``.

    Underscores and hyphens count as separators. The offsets are not those in ``name``.
    """
    return find_stamp(name.replace("_", "  ").replace("-", " - "))


def find_legacy_stamp(text: str) -> Stamp | None:
    """Finds the first stamp in TCVN3 or VNI, as in old documents. The offsets are not those in ``text``."""
    if not any(letter in text for letter in "ËÄ"):
        return None
    for written, meant in _LEGACY:
        text = re.sub(written, meant, text, flags=re.IGNORECASE)
    return find_stamp(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The starts and ends of the lines that may have a stamp."""
    end = -1
    for hint in places(_HINTS, text):
        if hint < end:
            continue
        start = text.rfind("\n", 0, hint) + 1
        newline = text.find("\n", hint)
        end = newline if newline >= 0 else len(text)
        yield start, end


def _on_line(text: str, start: int, end: int) -> _LineStamp | None:
    line = text[start:end]
    pieces = plain(line).split("\n")
    stated = next(filter(None, map(_stated, pieces)), None)
    if stated:
        return stated
    found = [list(_levels(piece)) for piece in pieces]
    if len({level.name for levels in found for level in levels}) > 1:
        return None
    above = text[max(0, start - _LOOK_BACK) : start] if len(pieces) == 1 else ""
    for levels in found:
        for level in levels:
            stamp = _alone(level, line, above) if _is_alone(level) else _in_context(level)
            if stamp:
                return stamp
    return None


def _levels(piece: str) -> Iterator[_Level]:
    """The levels that a piece of a line mentions, except as part of a compound such as ``bí mật``."""
    for match in _any_level_in_words().finditer(piece):
        name = _LEVELS[(match.lastindex or 1) - 1]
        before = piece[max(0, match.start() - _LOOK_BACK) : match.start()]
        last, gap = _last_word(before)
        if last.upper() not in _COMPOUNDS or name != "MẬT":
            after = piece[match.end() : match.end() + _LOOK_BACK]
            yield _Level(name, match[0], before, last.upper(), gap, after)


def _last_word(text: str) -> tuple[str, str]:
    """The last word of ``text``, empty if it has none, and what follows; found from the end, which is close to it."""
    backwards = text[::-1]
    found = _WORD.search(backwards)
    return (found[0][::-1], backwards[: found.start()][::-1]) if found else ("", text)


def _is_alone(level: _Level) -> bool:
    before = _KEY.sub("", level.before, count=1) if _KEY.match(level.before) else level.before
    return not _WORD.search(_MARKER.sub("", before, count=1)) and not _WORD.search(level.after)


def _alone(level: _Level, line: str, above: str) -> _LineStamp | None:
    """The stamp, if any, of a level that is alone on its line or piece of a line."""
    last, _ = _last_word(above)
    if level.name == "MẬT" and last.upper() in _COMPOUNDS:
        return None
    broken = _last_line(above.rstrip("\n")).upper() if level.name == "MẬT" else ""
    if broken in _BROKEN:
        return _LineStamp(f"{broken} MẬT", listed=False)
    listed = bool(_LISTED.match(line))
    if level.in_capitals:
        return _LineStamp(level.name, listed)
    bullet = listed and not line.lstrip().startswith("#")
    joined = above.removesuffix("\n")
    continues = joined[-1:].islower() or joined.endswith(",")
    if (continues and not listed) or (bullet and level.name == "MẬT"):
        return None
    begins = level.typed[0].isupper() or len(level.typed) > len(level.name) or bool(_FORMATTED.search(line))
    return _LineStamp(level.name, listed=True) if begins else None


def _in_context(level: _Level) -> _LineStamp | None:
    """The stamp, if any, of a level that is next to other words."""
    before, after = level.before, level.after
    quoted = _QUOTE_BEFORE.search(level.gap) and _QUOTE_AFTER.match(after)
    if level.last in _SPEAKING or (quoted and not _KEY.fullmatch(before)):
        return None
    starts, ends = not _WORD.search(_MARKER.sub("", before, count=1)), not _WORD.search(after)
    apart_before = starts or bool(_GAP_BEFORE.search(level.gap))
    apart_after = ends or bool(_GAP_AFTER.match(after))
    if level.in_capitals:
        return _LineStamp(level.name, listed=False) if _is_set_apart(level, (apart_before, apart_after)) else None
    in_brackets = before.rstrip().endswith(("(", "[")) and after.strip(" *_") in (")", "]")
    in_cell = level.name != "MẬT" and before.rstrip(" *_").endswith("|") and after.lstrip(" *_").startswith("|")
    set_apart = in_cell or (in_brackets and not _SPEAKING & {word.upper() for word in _WORD.findall(before)})
    return _LineStamp(level.name, listed=True) if set_apart else None


def _is_set_apart(level: _Level, gaps: tuple[bool, bool]) -> bool:
    if all(gaps):
        return True
    if not any(gaps) or level.next in _SPEAKING:
        return False
    if level.last in _BEARERS and not level.before.isupper():
        return False
    in_head = _HEAD_BEFORE.search(level.before) or _HEAD_AFTER.match(level.after)
    by_itself = _ALL_OF_IT.fullmatch(level.before) and not _WORD.search(level.after)
    return bool(level.name != "MẬT" or in_head or by_itself)


def _upright(text: str, start: int, end: int) -> _LineStamp | None:
    """A stamp that is written one letter a line."""
    around = text[max(0, start - _LOOK_BACK) : min(end, start + _LOOK_BACK) + _LOOK_BACK]
    if not any(letter in around for letter in _M) or not _only_letter().search(plain(text[start:end])):
        return None
    around = plain(around)
    letters = "".join(
        word if len(word) == 1 else " " for line in around.split("\n") for word in (_letters(line),) if word
    )
    level = next((one for one in _LEVELS if one.replace(" ", "") in letters), None)
    return _LineStamp(level, listed=False) if level else None


def _letters(line: str) -> str:
    return "".join(_WORD.findall(line))


def _last_line(above: str) -> str:
    return _letters(plain(above.rpartition("\n")[2]).rpartition("\n")[2])


def _stated(piece: str) -> _LineStamp | None:
    """A level with a label: ``Độ mật: Tối mật``."""
    match = _labelled().search(piece)
    if match is None or _several().search(piece, match.end()):
        return None
    return _LineStamp(_LEVELS[(match.lastindex or 1) - 1], listed=False)


@cache
def _only_letter() -> re.Pattern[str]:
    return re.compile(r"(?:^|\n)(?:[^\w\n]|_)*+Ậ(?:[^\w\n]|_)*+(?:\n|$)")


@cache
def _any_level_in_words() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){_any_level()}(?![^\W_])", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){_any_level()}(?!\w)", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    label = rf"(?:(?:mức|cấp)\s+)?(?:{_spaced('độ mật')}|{_spaced('độ bảo mật')}|{_spaced('mức mật')})"
    of = r"(?:\s+(?:của\s+)?(?:văn bản|tài liệu|hồ sơ))?"
    begin = rf"(?:^{_SIGNS}(?:\d{{1,3}}[.)]{_SIGNS})?|[;|(.,\t]\s*|\s{{2}})"
    return re.compile(rf"{begin}{label}{of}(?:[^\w:：|=]|_)*+[:：|=]{_SIGNS}{_any_level()}(?!\w)", re.IGNORECASE)


def _any_level() -> str:
    return f"(?:{'|'.join(f'({_spaced(level)})' for level in _LEVELS)})"


def _spaced(words: str) -> str:
    return _SIGNS.join(words.replace(" ", ""))
