"""Bylines: who wrote a piece of news, where it was taken from, and the code of that source before its first words."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.person_names import is_surname
from bantin.importing.facts.news.phrases import any_of, line_key
from bantin.importing.facts.news.widgets import widget_kind

_LONGEST = 120
_ROLE = r"(?:tin|bài|ảnh|hình|clip|video|bài viết|tin bài|thực hiện|tác giả|người viết|phóng viên|by)"
_BETWEEN_ROLES = r"\s?(?:,|;|&|/|\+|-|–|và)?\s?"
_EDITOR = (
    r"(?:biên tập(?: viên)?|người biên tập|người đăng|đăng bởi|người duyệt|duyệt|biên dịch|nguồn ảnh|người gửi"
    r"|tác giả ảnh|cán bộ đăng)"
)
_OFFICE = (
    r"(?:ban biên tập|bbt|nhóm p\.?v|p\.?v|ctv|cổng (?:thông tin|ttđt)|trang (?:thông tin|ttđt)|văn phòng|vp|phòng|ban"
    r"|trung tâm|đài|báo|tạp chí|sở|công an|cục|vụ|viện|bộ|tỉnh|thành phố|huyện|trường|học viện|tổng cục|quốc hội"
    r"|chính phủ|cơ quan|tòa án|toà án|đoàn|hội|thông tấn xã|ttxvn|vksnd|vks|viện ksnd|tand|thads|ubnd|hđnd|ủy ban"
    r"|uỷ ban|tổ|đội)(?!\w)"
)
_MEDIA = (
    r"(?:báo|cổng|đài|tạp chí|trang|truyền hình|thông tấn|ttxvn|dân trí|tiền phong|thanh niên|tuổi trẻ|lao động"
    r"|vietnam\w*|vn\w+)"
)
# Abbreviations of agencies and places, which begin headlines and texts too: ‘UBND – Công an tỉnh …’.
_AGENCIES = frozenset(
    (
        "ubnd", "hđnd", "ubmttq", "mttq", "đbqh", "qh", "cp", "tp", "bca", "bqp", "btttt", "bch", "qs", "btv", "tw",
        "ubtvqh", "vksnd", "tand", "vks", "ubkt", "tphcm", "tp.hcm",
        "hcm", "hn",
    )
)  # fmt: skip
_MOST_NAMES, _MOST_WORDS_OF_NAME, _MOST_WORDS_OF_PEN_NAME = 4, 5, 3
_MOST_WORDS_OF_CODE = 6
_MOST_WORDS_OF_OFFICE = _MOST_WORDS_OF_SOURCE = 12


class Byline(Struct, frozen=True):
    """What a byline says. All empty for one that says nothing of use, such as who edited."""

    authors: tuple[str, ...] = ()
    source: str = ""


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"\(?(?P<roles>{_ROLE}(?:{_BETWEEN_ROLES}{_ROLE}){{0,3}})\s?:\s?(?P<names>[^:]+?)\)?\.?", re.I)


@cache
def _of_source() -> re.Pattern[str]:
    return re.compile(
        r"[(\[]?\s?(?:(?P<label>nguồn(?: tin)?\s?:)|nguồn(?: tin)?(?= )|theo\s?:?(?= ))\s?(?P<name>\w[^:]*?)"
        r"\s?[)\]]?\.?",
        re.I,
    )


_BEFORE_CREDIT = re.compile(r"(?<=\w)\s?[;,.|–—-]?\s(?=(?:ảnh|clip|video)\s?:)", re.IGNORECASE)


def read_labelled_byline(text: str) -> Byline | None:
    """Reads a byline that says what it is: ``Tin, ảnh: Xuân Mai``, ``Nguồn: …``, ``Theo Báo …``, ``Biên tập: …``."""
    if len(text) > _LONGEST:
        return None
    text = text.strip(" *-–—")
    before_credit = _BEFORE_CREDIT.split(text, maxsplit=1)[0]
    text = before_credit if ":" in before_credit else text
    found = _labelled().fullmatch(text)
    if found:
        authors = _names(found["names"]) or _office(found["names"]) or _one_word(found["names"])
        return Byline(() if found["roles"].lower() in _OF_PICTURES else authors) if authors else None
    if re.match(rf"{_EDITOR}\s?:", text, re.I):
        return Byline()
    return _read_source(text)


def _one_word(text: str) -> tuple[str, ...]:
    """A pen name of one word, which only a label shows to be one."""
    return (text,) if text.isalpha() and text[0].isupper() else ()


_OF_PICTURES = ("ảnh", "hình", "clip", "video")


def is_credit(text: str) -> bool:
    """Whether a line says who took pictures: ``Ảnh: Xuân Mai``."""
    found = _labelled().fullmatch(text) if len(text) <= _LONGEST else None
    return found is not None and found["roles"].lower() in _OF_PICTURES[:2] and bool(_names(found["names"]))


def _read_source(text: str) -> Byline | None:
    """Reads ``Nguồn: …`` with any name, and ``Theo …`` with that of an office or a newspaper."""
    found = _of_source().fullmatch(text)
    if found is None or len(found["name"].split()) > _MOST_WORDS_OF_SOURCE:
        return None
    name = found["name"].strip()
    if found["label"] is None and not _is_publisher(name):
        return None
    return Byline() if re.match(r"(?:https?|www\.)", name) else Byline(source=name)


def _is_publisher(name: str) -> bool:
    is_named = re.match(rf"{_MEDIA}(?!\w)|{_OFFICE}", name, re.I) and name[0].isupper()
    return bool(is_named or name.isupper() or _DOMAIN.fullmatch(name)) and not re.search(r"[,;]|\.\s", name)


_DOMAIN = re.compile(r"[\w-]+(?:\.[a-z-]{2,10})+")


def read_bare_byline(text: str) -> Byline | None:
    """Reads a line of nothing but names: ``Anh Hiếu – Vũ Linh``, ``PV``, ``Cổng thông tin điện tử tỉnh``."""
    if len(text) > _LONGEST:
        return None
    bare = text.strip(" *-–—")
    bare = bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare
    authors = _names(bare) or _names(bare.removesuffix(".")) or _office(bare) or _of_office(bare)
    return Byline(authors) if authors else None


def _of_office(text: str) -> tuple[str, ...]:
    """A person and the office behind: ``Lê Thị Lan - VKSND huyện Mường La``."""
    name, _, office = re.sub(r"\s[–—-]\s", "\n", text).partition("\n")
    return (name, office) if _is_name(name) and is_office(office) else ()


def _office(text: str) -> tuple[str, ...]:
    return (text.strip(),) if is_office(text.strip()) and not text.endswith(".") else ()


def is_office(text: str) -> bool:
    """Whether ``text`` is short and begins like the name of an office that writes news."""
    words = text.split()
    return (
        (2 if text.islower() or text.istitle() else 1) <= len(words) <= _MOST_WORDS_OF_OFFICE
        and re.match(_OFFICE, text, re.I) is not None
        and not re.search(r"[,;:?!|>]", text)
        and text[0].isupper()
        and any_of(_DEEDS).search(line_key(text)) is None
    )


_DEEDS = (
    "ký", "ký kết", "phối hợp", "tổ chức", "triển khai", "tăng cường", "ban hành", "tiếp", "làm việc", "dự", "được",
    "tại", "đẩy mạnh", "trao", "thăm", "công bố", "gặp", "họp", "thống nhất", "bàn giao", "ra mắt", "khai mạc",
    "bế mạc", "kiểm tra", "hợp tác", "lễ", "hội nghị", "tổng kết", "sơ kết",
)  # fmt: skip


def _names(text: str) -> tuple[str, ...]:
    """The names in ``text``, if it is made of nothing else."""
    bare = re.sub(r"\s?\([^()]{0,60}\)\s?$", "", text)
    parts = [part.strip() for part in re.split(r"\s?[–—;,/&+]\s?|\s-\s|(?<=\w\w)-(?=\w\w)|\svà\s", bare)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and "/" in bare and re.fullmatch(r"[A-ZĐ]{2,8}", parts[-1]):
        parts.pop()  # the newspaper: ‘Hoàng Lan/VGP’
    return tuple(parts) if 0 < len(parts) <= _MOST_NAMES and all(map(_is_name, parts)) else ()


_PEN_NAME = re.compile(r"(?i:(?:nhóm )?p\.?v\.?|ctv|bbt|ban biên tập)|[A-ZĐ]{2}|(?:[A-ZĐ]\.){1,3}[A-ZĐ]?\.?")


def _is_name(text: str) -> bool:
    """Whether ``text`` looks like a person's name or a pen name: ``Xuân Mai``, ``PV``, ``T.H``."""
    if _PEN_NAME.fullmatch(text):
        return True
    words = text.split()
    return (
        2 <= len(words) <= _MOST_WORDS_OF_NAME
        and (len(words) <= _MOST_WORDS_OF_PEN_NAME or is_surname(words[0]))
        and all(word[0].isupper() and word.isalpha() for word in words)
        and (text.isupper() or not any(word.isupper() and len(word) > len("VH") for word in words))
        and widget_kind(text) is None
        and not re.match(_OFFICE, text, re.I)
    )


class SourceCode(Struct, frozen=True):
    """The code of a source before the first words of a text: ``(CAO) - Chiều …``. ``end`` is where the words begin."""

    code: str
    words: str
    end: int


_BRACKETED = re.compile(
    r"[*_]{0,3}[(\[]\s?(?P<code>[^()\[\]]{2,40}?)\s?[)\]][*_]{0,3}\s?(?P<dash>[-–—:.]?)[*_]{0,3}\s?"
)
_MIXED = re.compile(r"[A-ZĐ]{2,4}[a-z]{1,2}")
_BEFORE_DASH = re.compile(
    r"(?P<code>[A-ZĐ]{3,8}(?:\.[A-Za-z]{2,4})?|[A-Z]?[a-z]{3,20}\.(?:gov\.)?vn)\s?(?P<dash>[-–—])\s?(?=[^\W\d_a-z])"
)


def find_source_code(text: str) -> SourceCode | None:
    """The code of a source at the beginning of ``text``, if what stands there can be nothing else."""
    bracketed = _BRACKETED.match(text)
    if bracketed and bracketed.end() < len(text) and _is_code(bracketed["code"], has_dash=bool(bracketed["dash"])):
        return SourceCode(bracketed["code"], bracketed[0].strip(), bracketed.end())
    before = _BEFORE_DASH.match(text)
    if before is None or before["code"].lower() in _AGENCIES:
        return None
    next_word = text[before.end() :].split(maxsplit=1)[0]
    if next_word.isupper() and len(next_word) > 1:
        return None
    return SourceCode(before["code"], before[0].strip(), before.end())


def _is_code(words: str, *, has_dash: bool) -> bool:
    if any(map(str.isdigit, words)) or len(words.split()) > _MOST_WORDS_OF_CODE:
        return False
    is_media = re.match(rf"{_MEDIA}(?!\w)", words, re.I) is not None
    is_domain = _DOMAIN.fullmatch(words) is not None
    return is_media or is_domain or (any(_acronyms(words)) and (has_dash or words.isupper()))


def _acronyms(words: str) -> Iterator[str]:
    return (
        word
        for word in words.split()
        if (word.isupper() or _MIXED.fullmatch(word)) and len(word) >= 2 and word.lower().strip(".") not in _AGENCIES
    )
