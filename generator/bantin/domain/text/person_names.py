"""Separates people's names from ranks, titles, posts and 'đã ký' around them in Vietnamese documents."""

import re
from functools import lru_cache

from msgspec import Struct

# The family names of nearly all Vietnamese.
_COMMON_SURNAMES = (
    "an bàng bành bùi bạch bế cao chu châu chế chử cung cù cầm danh diệp doãn dư dương giang giàng giáp hoa "
    "hoàng huỳnh hà hàn hạ hầu hồ hứa kha khúc khương khổng kim kiều la lam liễu lâm lê lò lù lý lưu lương "
    "lường lại lều lỗ lục lữ ma mai mã mông mùa mạc mẫn nghiêm nguyên nguyễn ngân ngô ngạc ngọ ngụy nhâm "
    "nhữ ninh nông phan phí phùng phương phạm quàng quách quản sùng sầm sử thiều thiệu thái thân thạch "
    "thẩm tiêu tiết triều triệu trà trương trần trịnh tòng tô tôn tăng tường tưởng thào tạ tạo tất tề tống từ "
    "vi viên vàng võ vũ vương vừ âu ông đinh điêu đoàn đàm đào đậu đặng đồng đỗ"
)
_SURNAMES = frozenset(_COMMON_SURNAMES.split())
_PLACES = frozenset(
    {"an giang", "cao bằng", "hà giang", "hà nam", "hà nội", "hà tĩnh", "lâm đồng", "thái bình", "thái nguyên"}
)
_SEPARATE = r"[\s.,:–—-]"
_RANKS = (
    r"(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|uý|úy)|(?:phó\s+|chuẩn\s+)?đô\s+đốc|chuẩn\s+uý|chuẩn\s+úy"
    r"|(?:phó\s+)?giáo\s+sư|tiến\s+s[ĩỹ](?:\s+khoa\s+học)?|thạc\s+s[ĩỹ]|bác\s+s[ĩỹ]|kỹ\s+sư|luật\s+sư|cử\s+nhân"
    r"|kiến\s+trúc\s+sư|nghệ\s+sĩ\s+(?:nhân\s+dân|ưu\s+tú)|nhà\s+giáo\s+(?:nhân\s+dân|ưu\s+tú)"
    r"|h(?:òa|oà)\s+thượng|thượng\s+t(?:ọa|oạ)|nhà\s+(?:báo|văn|thơ)|dược\s+s[ĩỹ]|doanh\s+nhân|đại\s+đức|linh\s+mục|mục\s+sư|giám\s+mục"
)
# Only their capitals distinguish these from names.
_DEGREES = (
    r"PGS|GS|TSKH|TS|Ts|ThS|Ths|THS|Th\.S|BSCK(?:I{1,2}|1|2)|CK(?:I{1,2}|1|2)|BS|KS|LS|KTS|NSND|NSƯT|NGND|NGƯT|CN|Dr|"
    r"Prof|Gen|Col|General|Colonel"
)
_HONORIFIC = re.compile(
    rf"(?:ông|bà|ngài|cụ|anh|chị)(?=\s)|(?:đồng\s+chí|đ/?c|mrs?(?=[.\s])|ms(?=[.\s])|h\.e)(?={_SEPARATE})", re.I
)
_RANK = re.compile(rf"(?:(?i:{_RANKS})|(?:{_DEGREES}))(?={_SEPARATE})")
_POST = re.compile(
    r"(?:(?:quyền|nguyên|q\.)\s+)?(?:phó\s+)*(?:"
    r"(?:tổng\s+)?bí\s+thư(?:\s+thứ\s+nhất)?|giám\s+thị|chủ\s+tịch|chủ\s+nhiệm|(?:tổng\s+)?giám\s+đốc|(?:bộ|thứ|cục|vụ|viện|hiệu|đội|đồn|phòng|hội|tổ"
    r"|chi\s+cục|tổng\s+cục|đoàn|khoa|sư\s+đoàn|lữ\s+đoàn|trung\s+đoàn|tham\s+mưu|nhóm|ty|xã|thủ|khối|cụm)\s+trưởng"
    r"|(?:chỉ\s+huy|kế\s+toán)\s+trưởng|trưởng\s+(?:ban|phòng|đoàn|công\s+an|khoa|bộ\s+môn|ty|cơ\s+quan|thôn)"
    r"|chánh\s+(?:văn\s+phòng|án|thanh\s+tra|kiểm\s+sát)|tư\s+lệnh|ch[íi]nh\s+(?:ủy|uỷ)|thủ\s+tướng|đại\s+sứ"
    r"|tổng\s+(?:biên\s+tập|thư\s+ký|lãnh\s+sự|thanh\s+tra|kiểm\s+toán)|thống\s+đốc|(?:(?:tỉnh|thành|huyện|quận|thị|đảng)\s+)?[ủu][ỷy]\s+viên|uỷ\s+viên"
    r"|uv(?:bct|tw|twđ|bch|bchtw|btv|ubtvqh)|đại\s+biểu|thư\s+ký|thường\s+trực|viện\s+phó|cục\s+phó|vụ\s+phó|minister|director|chair(?:man|woman|person)?"
    r"|deputy\s+\w+|vice[\s-]\w+|head|president|ambassador|secretary)(?![\w])",
    re.I,
)
_CAPACITY = re.compile(r"(TUQ|TM|KT|TL|Q)\.\s*|(TUQ|TM|KT|TL)\s+")
_SIGNED = re.compile(r"[\s(\[,–-]*\bđã\s+ký(?:\s+và\s+đóng\s+dấu|,?\s+đóng\s+dấu)?[\s)\].]*", re.I)
_NUMBER = re.compile(r"\s*(?:[0-9]{1,2}[.)]|[•*])\s+")
_BETWEEN_PEOPLE = re.compile(r"\s+(?:và|cùng|với|and)\s+|\s*[;/&+|\\]\s*|\s*,\s*|\s+[–—-]\s+")
_TAIL = re.compile(r"\s*,\s*|\s+[–—-]\s+|\s*[–—(;:]\s*")
_NO_POST = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mp|mba|esq|obe|cbe|kbe)\.?", re.I)
_EDGES = " \t,;:–—-"
_LONGEST = 200
_MOST_WORDS = 6
_VIETNAMESE_MIDDLE = frozenset({"văn", "thị", "hữu", "đức", "ích", "thế", "công", "ngọc", "quang"})


class NameParts(Struct, frozen=True):
    """The parts of a value where a single name was expected.

    ``names`` are the names proper, of one person or several. ``rank``, ``position`` and ``capacity`` (``KT`` …) were
    written around a single name. ``spelt`` is true if only the capitals were wrong.
    """

    names: tuple[str, ...]
    rank: str = ""
    position: str = ""
    capacity: str = ""
    spelt: bool = False


@lru_cache(maxsize=20_000)
def read_name(text: str) -> NameParts | None:
    """Splits ``text`` into its parts; ``None`` if it is just a name, or if the parts are not certain."""
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return None
    several = _several(text)
    if several:
        return NameParts(several)
    found = _without_signs(text)
    if found is None or not _may_be_name(found.names[0]):
        return None
    name = _in_small_letters(found.names[0])
    if name == " ".join(text.split()):
        return None
    return NameParts((name,), found.rank, found.position, found.capacity, spelt=found.names[0] == text)


def is_surname(word: str) -> bool:
    """Whether ``word`` is one of the common Vietnamese family names."""
    return word.lower() in _SURNAMES


def rank_at(text: str, at: int) -> int:
    """The offset after a rank or degree that begins at ``at`` in a text; ``at`` if none does."""
    found = _RANK.match(text, at)
    return found.end() if found else at


def post_at(text: str, at: int) -> int:
    """The offset after the words for a post (``Phó Giám đốc``) that begin at ``at`` in a text; ``at`` if none do."""
    found = _POST.match(text, at)
    return found.end() if found else at


def posts_in(text: str) -> tuple[int, ...]:
    """The offsets at which words for a post begin."""
    return tuple(found.start() for found in _POST.finditer(text))


def split_rank(text: str) -> tuple[str, str]:
    """The ranks and degrees with which ``text`` begins, and the rest without honorifics."""
    return _ranks(text)


def is_name(text: str) -> bool:
    """Whether ``text`` is just a person's name: words with capitals, the first of which is a family name."""
    return _is_whole(text) and _may_be_name(text) and _capitals(text)


def _several(text: str) -> tuple[str, ...]:
    """The names in ``text`` if it certainly names several people; otherwise none."""
    parts = _BETWEEN_PEOPLE.split(text)
    if len(parts) < 2 or _POST.match(text):
        return ()
    names = [_in_small_letters(_bare(part)) for part in parts if part.strip()]
    if len(names) < 2 or any(_POST.match(name) for name in names):
        return ()
    certain = all(_may_be_name(name) and (_is_whole(name)) for name in names)
    joined = re.search(r"\s(?:và|cùng|với)\s|[;/&+|\\]", text) is not None
    short = joined and all(_may_be_name(name) and _capitals(name) for name in names)
    return tuple(names) if certain or short else ()


def _is_whole(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and is_surname(words[0]) and name.lower() not in _PLACES


def _bare(text: str) -> str:
    """``text`` without honorifics and ranks before the name."""
    found = _without_signs(text.strip())
    return found.names[0] if found else text.strip()


def _without_signs(text: str) -> NameParts | None:
    """The single name in ``text``, and what was written before and after it; ``None`` if no name is found."""
    rest = _NUMBER.sub("", _SIGNED.sub(" ", text)).strip(_EDGES)
    capacity = _CAPACITY.match(rest)
    if capacity:
        # 'KT. Bộ trưởng, Thứ trưởng …': the post on whose behalf somebody signs, then the signer's own post.
        posts = [match.start() for match in _POST.finditer(rest)]
        rest = rest[posts[-1] if posts else capacity.end() :]
    rank, rest = _ranks(rest)
    if _POST.match(rest) or capacity:
        position, name = _behind_post(rest)
        more, name = _ranks(name)
        rank, tail = ", ".join(filter(None, (rank, more))), ""
    else:
        position, (name, tail) = "", _parted(rest)
    if not name:
        return None
    more, post = _ranks(tail)
    rank, position = ", ".join(filter(None, (rank, more))), ", ".join(filter(None, (position, post.strip(_EDGES))))
    if len(name) > 3 and name.endswith(".") and "." not in name[:-1] and name[-3] != " ":  # not an initial
        name = name[:-1]
    return NameParts(
        (name,), _sentence_case(rank), _sentence_case(position), (capacity[1] or capacity[2]) if capacity else ""
    )


def _sentence_case(title: str) -> str:
    """Converts a known rank or post in capitals to sentence case."""
    is_known = _POST.fullmatch(title) or _RANK.fullmatch(title) or re.fullmatch(_RANKS, title, re.I)
    return title.capitalize() if title.isupper() and is_known and " " in title else title


def _ranks(text: str) -> tuple[str, str]:
    """The ranks and degrees at the beginning of ``text``, and the rest without honorifics."""
    ranks: list[str] = []
    rest = text
    while True:
        rank = _RANK.match(f"{rest} ")
        polite = None if rank else _HONORIFIC.match(rest)
        if rank:
            ranks.append(rank[0])
            rest = rest[rank.end() :].lstrip(f". {_EDGES}")
        elif polite and _is_polite(polite[0], rest[polite.end() :]):
            rest = rest[polite.end() :].lstrip(f". {_EDGES}")
        else:
            return _joined(ranks), rest


def _joined(ranks: list[str]) -> str:
    """Joins degrees with points, as they are written (``GS.TS``), and ranks with commas."""
    joined = ""
    for rank in ranks:
        between = "." if joined and re.fullmatch(_DEGREES, rank) and re.search(rf"(?:{_DEGREES})$", joined) else ", "
        joined = f"{joined}{between}{rank}" if joined else rank
    return joined


def _is_polite(word: str, rest: str) -> bool:
    """Whether ``word`` is an honorific and not part of the name: Ông is also a family name, Anh also a given name."""
    words = rest.split()
    if word.lower() in ("anh", "chị"):
        return len(words) > 2 and is_surname(words[0])  # a whole name has three words or more
    if word.lower() == "ông":
        return bool(words) and (len(words) == 1 or words[0].lower() not in _VIETNAMESE_MIDDLE)
    return bool(words)


def _behind_post(text: str) -> tuple[str, str]:
    """A post and the name after it; an empty name if none is found."""
    apart = [match for match in _TAIL.finditer(text) if _is_whole(_bare(text[match.end() :]))]
    if apart:
        return text[: apart[-1].start()].strip(_EDGES), text[apart[-1].end() :].strip(_EDGES)
    words = text.split()
    ends = _POST.match(text)
    least = len(ends[0].split()) if ends else 0
    first = len(words)
    while first > least and words[first - 1][:1].isupper():
        first -= 1
    starts = [at for at in range(first, len(words) - 1) if is_surname(words[at].lower())]
    if len(words) - first > 4:  # a place in front of a name begins with a capital too
        starts = [at for at in starts if len(words) - at >= 3][-1:] or starts
    return (" ".join(words[: starts[0]]).strip(_EDGES), " ".join(words[starts[0] :])) if starts else (text, "")


def _parted(text: str) -> tuple[str, str]:
    """A name, and the post or rank after it, if any."""
    match = _TAIL.search(text)
    if match is None:
        post = next((post for post in _POST.finditer(text) if _is_whole(text[: post.start()])), None)
        return (text[: post.start()].strip(), text[post.start() :]) if post else (text, "")
    name, tail = text[: match.start()], text[match.end() :].strip(f"{_EDGES})")
    if _NO_POST.fullmatch(tail):
        return text, ""
    is_post = _POST.match(tail) or _RANK.match(f"{tail} ")
    return (name, tail) if is_post or (_is_whole(name) and tail) else (text, "") if tail else (name, "")


def _may_be_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and all(word[0].isalpha() and all(char.isalpha() or char in ".'’-" for char in word) for word in words)
        and (_capitals(text) or is_surname(words[0]))
    )


def _capitals(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _in_small_letters(name: str) -> str:
    """A name in title case, if it was written all in capitals or all in small letters."""
    words = name.split()
    capitals = [word.isupper() and len(word) > 1 and "." not in word for word in words]
    if len(words) > 1 and (
        (any(capitals) and all(word.isupper() for word in words))
        or (is_surname(words[0]) and not words[0].isascii() and (any(capitals) or name.islower()))
    ):
        return " ".join(word[:1].upper() + word[1:].lower() for word in words)
    return " ".join(words)
