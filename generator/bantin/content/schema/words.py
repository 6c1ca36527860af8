"""Vietnamese words for the English values of the schema: kinds, scopes, levels, capacities, yes and no.

They are the words that the site shows and those that officials write. Case does not matter, nor does the vowel of a
syllable that bears the tone mark (``hòa``, ``hoà``).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from bantin.domain.model import (
    AmendmentKind,
    ChangeKind,
    CounterMode,
    EventKind,
    Feature,
    Level,
    OnBehalf,
    OwnFieldKind,
    RelationKind,
    Scope,
    SearchScope,
    ShownIn,
)
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.suggestions import nearest

DocumentKind = Literal["signed", "annex", "translation", "other"]
"""The kinds of files of an agreement."""

ROTATING, INDEFINITE, OPEN = "rotating", "indefinite", "cong-khai"
YES, NO = "true", "false"

_WORDS: Mapping[str, Mapping[str, str]] = {
    Scope.__name__: {
        Scope.CENTRAL: "trung ương, cấp trung ương, ở trung ương",
        Scope.PROVINCIAL: "cấp tỉnh, địa phương, tỉnh, cấp địa phương, ở địa phương",
        Scope.INTERNAL: "nội bộ, nội bộ ngành, trong ngành",
    },
    Level.__name__: {
        Level.CENTRAL: "trung ương, cấp trung ương",
        Level.PROVINCIAL: "cấp tỉnh, tỉnh",
        Level.DISTRICT: "cấp huyện, huyện",
        Level.COMMUNE: "cấp xã, xã, phường",
    },
    OnBehalf.__name__: {
        OnBehalf.TM: "thay mặt, t/m, t.m",
        OnBehalf.KT: "ký thay, k/t, k.t",
        OnBehalf.TL: "thừa lệnh, t/l, t.l",
        OnBehalf.TUQ: "thừa ủy quyền, t/uq, t.uq, t.u.q",
        OnBehalf.Q: "quyền, q/",
    },
    EventKind.__name__: {
        EventKind.SIGNED: "ký, ký kết, được ký, được ký kết",
        EventKind.EFFECTIVE: "có hiệu lực, bắt đầu có hiệu lực",
        EventKind.AMENDED: "sửa đổi, bổ sung, sửa đổi và bổ sung, sửa đổi - bổ sung, được sửa đổi, được bổ sung, "
        "điều chỉnh",
        EventKind.EXTENDED: "gia hạn, được gia hạn",
        EventKind.CORRECTED: "đính chính, được đính chính",
        EventKind.SUSPENDED: "ngưng hiệu lực, tạm ngưng, tạm ngưng hiệu lực, ngưng, tạm ngừng, tạm dừng, đình chỉ, "
        "tạm đình chỉ, ngừng hiệu lực",
        EventKind.TERMINATED: "chấm dứt, hết hiệu lực, chấm dứt hiệu lực, bãi bỏ, bị bãi bỏ, hủy bỏ, bị hủy bỏ, "
        "hết thời hạn, thanh lý, hết hạn",
        EventKind.REPLACED: "thay thế, bị thay thế, được thay thế",
        EventKind.REVIEWED: "sơ kết, tổng kết, sơ kết và tổng kết, sơ kết - tổng kết, sơ kết tổng kết",
    },
    RelationKind.__name__: {
        RelationKind.AMENDS: "sửa đổi",
        RelationKind.SUPPLEMENTS: "bổ sung",
        RelationKind.EXTENDS: "gia hạn",
        RelationKind.CORRECTS: "đính chính",
        RelationKind.REPLACES: "thay thế",
        RelationKind.TERMINATES: "chấm dứt, bãi bỏ, hủy bỏ, chấm dứt hiệu lực",
        RelationKind.IMPLEMENTS: "thực hiện, triển khai, triển khai thực hiện, thi hành, hướng dẫn thực hiện",
        RelationKind.BASED_ON: "căn cứ, căn cứ vào, based on, based-on",
        RelationKind.REVIEWS: "sơ kết, tổng kết",
        RelationKind.RELATED: "liên quan, có liên quan",
    },
    AmendmentKind.__name__: {
        AmendmentKind.REPLACE: "sửa đổi, thay thế, đính chính, sửa đổi và bổ sung, sửa đổi - bổ sung, được sửa đổi, "
        "được thay thế, được đính chính",
        AmendmentKind.INSERT: "bổ sung, thêm, được bổ sung",
        AmendmentKind.REPEAL: "bãi bỏ, hủy bỏ, bỏ, bị bãi bỏ",
    },
    ChangeKind.__name__: {
        ChangeKind.CORRECTION: "đính chính, sửa sai, được đính chính",
        ChangeKind.UPDATE: "cập nhật, bổ sung, được cập nhật, bổ sung thông tin",
        ChangeKind.MINOR: "chỉnh sửa nhỏ, sửa nhỏ, chỉnh sửa, lỗi nhỏ, sửa lỗi nhỏ, sửa chính tả, lỗi chính tả",
    },
    "DocumentKind": {
        "signed": "bản ký, bản gốc, bản chính, bản đã ký",
        "annex": "phụ lục",
        "translation": "bản dịch",
        "other": "tài liệu, khác, tài liệu khác",
    },
    CounterMode.__name__: {CounterMode.OFF: "tắt, không, no, false", CounterMode.LIVE: "trực tiếp"},
    SearchScope.__name__: {
        SearchScope.AUTO: "tự động",
        SearchScope.FULL: "toàn văn",
        SearchScope.TITLES: "tiêu đề",
        SearchScope.OFF: "tắt, không, no, false",
    },
    Feature.__name__: {
        Feature.AGENCIES: "cơ quan, các cơ quan",
        Feature.ARCHIVE: "lưu trữ",
        Feature.CALENDARS: "lịch",
        Feature.CODES: "mã QR, mã vạch, mã trên bản in",
        Feature.DATA: "dữ liệu, dữ liệu mở",
        Feature.FEEDS: "kênh tin, nguồn tin",
        Feature.GLOSSARY: "giải thích từ ngữ, giải thích, từ ngữ",
        Feature.OFFLINE: "đọc ngoại tuyến, ngoại tuyến, bản lưu",
        Feature.REGISTER: "văn bản, danh mục văn bản, sổ văn bản",
        Feature.STATISTICS: "thống kê",
        Feature.VOCABULARY: "loại và lĩnh vực, loại văn bản và lĩnh vực, danh mục",
    },
    OwnFieldKind.__name__: {
        OwnFieldKind.TEXT: "văn bản, chữ",
        OwnFieldKind.LONG_TEXT: "văn bản dài, đoạn văn, long text",
        OwnFieldKind.DATE: "ngày, ngày tháng",
        OwnFieldKind.YES_NO: "có không, có/không, yes/no, yes no",
        OwnFieldKind.NUMBER: "số, số nguyên",
        OwnFieldKind.CHOICE: "lựa chọn, danh mục, chọn",
    },
    ShownIn.__name__: {
        ShownIn.PAGE: "trang, trang văn bản",
        ShownIn.REGISTER: "danh mục, danh mục văn bản, sổ văn bản",
        ShownIn.DATA: "dữ liệu, dữ liệu mở",
    },
    "Weekday": {
        "monday": "thứ hai, thứ 2",
        "tuesday": "thứ ba, thứ 3",
        "wednesday": "thứ tư, thứ 4",
        "thursday": "thứ năm, thứ 5",
        "friday": "thứ sáu, thứ 6",
        "saturday": "thứ bảy, thứ 7",
        "sunday": "chủ nhật",
    },
}
_SINGLE: Mapping[str, str] = {
    INDEFINITE: "không thời hạn, vô thời hạn, vô hạn, không xác định thời hạn, không có thời hạn",
    ROTATING: "luân phiên, luân phiên hằng năm, luân phiên chủ trì, các bên luân phiên",
    OPEN: "công khai",
}
# Phrases that contain a comma.
_WITH_COMMA: Mapping[str, Mapping[str, str]] = {
    EventKind.__name__: {"sửa đổi, bổ sung": EventKind.AMENDED, "sơ kết, tổng kết": EventKind.REVIEWED},
    RelationKind.__name__: {"sơ kết, tổng kết": RelationKind.REVIEWS},
    AmendmentKind.__name__: {"sửa đổi, bổ sung": AmendmentKind.REPLACE},
}
_UNCLEAR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    RelationKind.__name__: {
        **dict.fromkeys(
            ("sửa đổi, bổ sung", "sửa đổi và bổ sung", "sửa đổi - bổ sung", "sửa đổi bổ sung"),
            (RelationKind.AMENDS, RelationKind.SUPPLEMENTS),
        ),
        **{
            phrase: (kind,)
            for active, kind in {
                "sửa đổi": RelationKind.AMENDS,
                "bổ sung": RelationKind.SUPPLEMENTS,
                "gia hạn": RelationKind.EXTENDS,
                "đính chính": RelationKind.CORRECTS,
                "thay thế": RelationKind.REPLACES,
                "chấm dứt": RelationKind.TERMINATES,
                "bãi bỏ": RelationKind.TERMINATES,
                "thực hiện": RelationKind.IMPLEMENTS,
            }.items()
            for phrase in (
                # As pages head the other side.
                f"văn bản {active}",
                *(f"{passive} {active}{by}" for passive in ("được", "bị") for by in ("", " bởi")),
            )
        },
        **dict.fromkeys(("là căn cứ của", "văn bản lấy văn bản này làm căn cứ"), (RelationKind.BASED_ON,)),
        **dict.fromkeys(
            ("được sơ kết, tổng kết bởi", "văn bản sơ kết, tổng kết", "biên bản sơ kết, tổng kết"),
            (RelationKind.REVIEWS,),
        ),
    },
}


class ChoiceWords:
    """The words for some values of the schema.

    ``unclear`` maps phrases to the values that they may stand for: several, or one that they are the inverse of. If
    ``leads`` is true, a misspelt value may begin with a word and continue by mistake: ``KT. BỘ TRƯỞNG``.
    """

    def __init__(
        self,
        values: Iterable[str],
        spoken: Mapping[str, str],
        phrases: Mapping[str, str] = {},
        unclear: Mapping[str, tuple[str, ...]] = {},
        *,
        leads: bool = False,
    ) -> None:
        self.values = tuple(values)
        self._leads = leads
        self._unclear = {name_key(phrase): meanings for phrase, meanings in unclear.items()}
        self._first = {value: words.partition(",")[0] for value, words in spoken.items()}
        pairs = [(word, value) for value, words in spoken.items() for word in words.split(",")]
        pairs += phrases.items()
        self.phrases = tuple(dict.fromkeys((*self.values, *(word.strip() for word, _ in pairs))))
        self.by_key = {name_key(value): value for value in self.values} | {name_key(word): one for word, one in pairs}

    def word(self, value: str) -> str:
        """A Vietnamese word for ``value``, or else the value itself."""
        return self._first.get(value, value)

    def read(self, text: str) -> str | None:
        """The value that ``text`` stands for; ``None`` if there is none."""
        return self.by_key.get(name_key(text))

    def near(self, text: str) -> str | None:
        """The value that ``text`` was probably meant for: without its marks, or with a letter mistyped."""
        typed = name_key(text)
        found = nearest(text, self.by_key)
        if found is None and self._leads:
            begun = (key for key in self.by_key if typed.startswith(key) and not typed[len(key)].isalpha())
            found = max(begun, key=len, default=None)
        return self.by_key[found] if found else None

    def unclear(self, text: str) -> tuple[str, ...]:
        """The values that ``text`` may stand for: several, or one that it is the inverse of."""
        return self._unclear.get(name_key(text), ())

    @property
    def told(self) -> str:
        """The values with a Vietnamese word for each, for hints."""
        return ", ".join(f"{value} ({self._first[value]})" if value in self._first else value for value in self.values)


def words_of(name: str, values: Iterable[str]) -> ChoiceWords:
    """The words for the ``values`` of the type called ``name``."""
    tables = _WORDS.get(name, {}), _WITH_COMMA.get(name, {}), _UNCLEAR.get(name, {})
    return ChoiceWords(values, *tables, leads=name == OnBehalf.__name__)


YES_NO = ChoiceWords((YES, NO), {YES: "có, yes, đúng", NO: "không, no, sai"})
"""The words for yes and no."""


@cache
def single(value: str) -> ChoiceWords:
    """The words for a special value of a key: ``rotating``, ``indefinite``, ``cong-khai``."""
    return ChoiceWords((value,), {value: _SINGLE[value]}, leads=value != OPEN)
