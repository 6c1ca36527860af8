"""Converts text in capitals to normal spelling: ``BỘ CÔNG AN`` becomes ``Bộ Công an``.

The original capitalisation is lost, so the result is a guess by the rules of Decree 30/2020/NĐ-CP, annex II: the name
of an agency has capitals for its kind, its field and its place. If a text also has the name in mixed case,
:func:`spelling_in` finds the actual spelling.
"""

import re
from collections.abc import Iterable
from functools import cache

from bantin.domain.text.name_keys import name_key
from bantin.domain.text.provinces import PROVINCE

_KINDS = (
    "Bộ Chỉ huy quân sự|Bộ Chỉ huy Bộ đội Biên phòng|Bộ đội Biên phòng|Bộ Tư lệnh|Bộ|Tổng cục|Cục|Chi cục|Vụ"
    "|Viện|Viện kiểm sát nhân dân|Tòa án nhân dân|Học viện|Trường|Văn phòng|Ủy ban nhân dân|Hội đồng nhân dân"
    "|Sở|Công an|Ủy ban|Hội đồng|Đoàn đại biểu Quốc hội|Đoàn|Hội Liên hiệp Phụ nữ|Hội|Liên đoàn|Liên hiệp"
    "|Liên minh|Mặt trận Tổ quốc|Ban Thường trực|Ban Thường vụ|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thanh tra"
    "|Kiểm toán Nhà nước|Ngân hàng|Tập đoàn|Tổng công ty|Đài|Thông tấn xã|Bảo hiểm xã hội|Kho bạc|Phòng"
    "|Trung tâm|Quân khu|Cảnh sát|Báo|Tạp chí"
)
_SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "ĐBQH": "đại biểu Quốc hội",
    "MTTQ": "Mặt trận Tổ quốc",
    "VKSND": "Viện kiểm sát nhân dân",
    "TAND": "Tòa án nhân dân",
}
# The kinds of agencies whose field begins with a capital, as does each further field after 'và'.
_OF_ONE_FIELD = frozenset(
    (
        *("Cục", "Chi cục", "Tổng cục", "Vụ", "Viện", "Học viện", "Ban", "Phòng", "Trung tâm", "Hội", "Liên đoàn"),
        *("Đoàn", "Trường", "Ngân hàng", "Tập đoàn", "Tổng công ty", "Đài", "Báo", "Tạp chí"),
    )
)
_UNITS = ("Tỉnh ", "Thành phố ", "Huyện ", "Quận ", "Thị xã ", "Xã ", "Phường ")
_OF_FIELDS = frozenset(("Bộ", "Sở"))
_WITHIN = frozenset(
    ("Văn phòng", "Ban", "Ban Thường trực", "Ban Thường vụ", "Ủy ban", "Thanh tra", "Đảng ủy", "Báo", "Trung tâm")
)
_PROPER = (
    "Quốc hội|Việt Nam|Thanh niên Cộng sản|Chính phủ|Tổ quốc|Đảng Cộng sản|Trung ương|Nhà nước|Nhân dân tối cao"
    "|Hồ Chí Minh|Biên phòng|Chủ tịch nước|Bộ Công an|Bộ Quốc phòng|Công an nhân dân|Quân đội nhân dân"
    "|Đoàn đại biểu Quốc hội"
)
# Words after 'huyện' that are not the name of a district.
_NO_PLACE = frozenset(
    (
        *("và", "với", "trong", "về", "giữa", "của", "theo", "tại", "trên", "trực", "cấp", "các", "năm", "có", "là"),
        *("do", "đến", "cho", "được", "từ", "ủy", "uỷ"),
    )
)


def expanded(name: str) -> str:
    """``name`` with the usual abbreviations of agencies written out: ``UBND tỉnh`` becomes ``Ủy ban nhân dân tỉnh``."""
    return _short().sub(lambda match: _SHORT[match[0]], name)


def begins_agency(text: str) -> bool:
    """Whether ``text``, in capitals or not, begins like the name of an agency."""
    return _kind().match(text) is not None


def is_kind_alone(text: str) -> bool:
    """Whether ``text`` is the word for a kind of agency that needs a name after it, such as ``VĂN PHÒNG``."""
    found = _kind().fullmatch(text)
    return found is not None and _kinds()[name_key(text)] not in _SHORT.values()


def names_several(text: str) -> bool:
    """Whether ``text`` has the names of two agencies, or of an agency and a post, without a sign between them.

    So it is where the columns of a page were lost: ``BỘ CÔNG AN VĂN PHÒNG QUỐC HỘI``.
    """
    return _several().search(text) is not None


@cache
def _several() -> re.Pattern[str]:
    whole = "bộ|sở|ủy ban nhân dân|uỷ ban nhân dân|ubnd|văn phòng (?:quốc hội|chính phủ|chủ tịch nước)"
    other = "bộ(?! (?:đội|chỉ huy|tư lệnh|máy|phận))|sở|ủy ban nhân dân|uỷ ban nhân dân|ubnd|văn phòng|tổng cục|cục"
    post = r"(?:phó )?(?:(?:bộ|thứ|cục|vụ|viện|tổng cục) trưởng|giám đốc|chủ nhiệm|chủ tịch(?! nước))"
    return re.compile(
        rf"^(?:{whole}) [^,;–-]*?(?<!nội )(?<!cán )(?<!trụ )(?<!cơ )(?:{other})(?!\w)|\w ?(?<!\w){post}(?!\w)",
        re.IGNORECASE,
    )


def agency_in_small_letters(capitals: str) -> str:
    """The name of an agency in normal spelling, with abbreviations written out: a guess.

    A name that is not all in capitals is returned unchanged.
    """
    return _agency(" ".join(expanded(capitals).split())) if capitals.isupper() else capitals


def post_in_small_letters(capitals: str) -> str:
    """A post in normal spelling: ``PHÓ CHỦ TỊCH`` becomes ``Phó Chủ tịch``. Only text in capitals is changed."""
    if not capitals.isupper():
        return capitals
    small = capitals.capitalize()
    if small.startswith("Phó "):
        return f"Phó {small.removeprefix('Phó ').capitalize()}".replace("Chánh văn", "Chánh Văn")
    return small.replace("Chánh văn", "Chánh Văn")


def in_small_letters(capitals: str, names: Iterable[str] = ()) -> str:
    """A sentence or title in normal spelling, with ``names`` spelt as given: a guess.

    A text that is not all in capitals is returned unchanged.
    """
    if not capitals.isupper():
        return capitals
    small = _places(" ".join(_short().sub(lambda match: match[0].casefold(), capitals).lower().split()))
    for short in _SHORT:
        small = re.sub(rf"(?<!\w){short.lower()}(?!\w)", short, small)
    small = _numeral().sub(lambda match: match[0].upper(), small)
    for name in (*_PROPER.split("|"), *sorted(names, key=len)):
        small = _spelt(small, name) if name.lower() in small.lower() else small
    small = _of_state().sub(lambda match: match[0].lower(), small)
    return small[:1].upper() + small[1:]


@cache
def _of_state() -> re.Pattern[str]:
    """``nhà nước`` where it is no name of the State but says of what kind something is."""
    return re.compile(r"(?<!\w)(?:quản lý|bí mật|ngân sách|cơ quan|doanh nghiệp|tài sản|vốn) Nhà nước(?!\w)")


def spelling_in(prose: str, name: str) -> str:
    """The spelling of ``name`` in ``prose`` in mixed case; empty if it does not occur so."""
    sought, folded = " ".join(name.split()).lower(), prose.lower()
    if len(folded) != len(prose) or not sought:
        return ""
    at = folded.find(sought)
    while at >= 0:
        found = prose[at : at + len(sought)]
        if found[0].isupper() and not found.isupper() and _is_whole(prose, at, at + len(sought)):
            return found
        at = folded.find(sought, at + len(sought))
    return ""


def _is_whole(prose: str, start: int, end: int) -> bool:
    return not (prose[start - 1 : start].isalnum() or prose[end : end + 1].isalnum())


def _agency(name: str) -> str:
    """The parts of a name: its kind, its field or the agency that it is part of, and its place."""
    found = _kind().match(name)
    if found is None:
        return in_small_letters(name) if name.isupper() else name
    kind, rest = _kinds()[name_key(found[0])], name[found.end() :].strip()
    if not rest:
        return kind
    if name_key(rest) in _province_names():
        return f"{kind} {_province_names()[name_key(rest)]}"
    if kind in _WITHIN and begins_agency(rest):
        return f"{kind} {_agency(rest)}"
    small = in_small_letters(rest.upper())
    if kind in _OF_FIELDS:
        small = re.sub(r"(?<=[,–-] )\w|(?<= và )\w", lambda match: match[0].upper(), small)
    elif small.startswith(_UNITS) or (
        kind not in _OF_ONE_FIELD and not small.startswith((*_PROPER.split("|"), *PROVINCE.split("|")))
    ):
        small = small[0].lower() + small[1:]
    return f"{kind} {small}"


@cache
def _numeral() -> re.Pattern[str]:
    """A Roman numeral after the word that it counts: ``khóa XV``."""
    return re.compile(r"(?<!\w)(?:(?<=khóa )|(?<=khoá )|(?<=thứ )|(?<=lần )|(?<=quý )|(?<=kỳ ))[ivxlc]+(?!\w)")


def _places(text: str) -> str:
    """``text`` with capitals for the names of places after their kinds: ``tỉnh Lào Cai``."""
    text = _of_province().sub(lambda match: match["unit"] + _province_names()[name_key(match["name"])], text)
    return _of_district().sub(lambda match: match["unit"] + _place(match["name"]), text)


@cache
def _of_province() -> re.Pattern[str]:
    unit = "(?:tỉnh|tỉnh (?:ủy|uỷ)|tỉnh đoàn|thành phố|thành (?:ủy|uỷ)|tp\\.?|công an) "
    return re.compile(rf"(?P<unit>(?<!\w){unit})(?P<name>{PROVINCE})(?!\w)", re.IGNORECASE)


@cache
def _province_names() -> dict[str, str]:
    return {name_key(name): name for name in sorted(PROVINCE.split("|"), reverse=True)}


@cache
def _of_district() -> re.Pattern[str]:
    return re.compile(r"(?P<unit>(?<!\w)(?:huyện|quận|thị xã|thị trấn|phường) )(?P<name>\w+(?: \w+)?)")


def _place(name: str) -> str:
    words = name.split()
    if words[0] in _NO_PLACE:
        return name
    return " ".join(word if word in _NO_PLACE else word[:1].upper() + word[1:] for word in words)


def _spelt(text: str, name: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", lambda _: name, text, flags=re.IGNORECASE)


@cache
def _kinds() -> dict[str, str]:
    return {name_key(kind): kind for kind in _KINDS.split("|")} | {
        name_key(short): long for short, long in _SHORT.items() if long[0].isupper()
    }


@cache
def _kind() -> re.Pattern[str]:
    longest = sorted((*_KINDS.split("|"), *_SHORT), key=len, reverse=True)
    kinds = "|".join(longest).replace("Ủy", "(?:Ủy|Uỷ)").replace("ủy", "(?:ủy|uỷ)").replace("Tòa", "(?:Tòa|Toà)")
    return re.compile(rf"(?:{kinds})(?!\w)", re.IGNORECASE)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_SHORT)})(?!\w)")
