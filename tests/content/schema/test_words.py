"""The Vietnamese words for choices: those that the site shows and those that officials write."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, get_args

import pytest

from bantin.content.schema.agreement import DocumentFields
from bantin.content.schema.agreement_values import Chair, Expiry, TextPublic
from bantin.content.schema.article import Clearance
from bantin.content.schema.site import Weekday
from bantin.content.schema.values import choice
from bantin.content.schema.words import DocumentKind, words_of
from bantin.domain.model import (
    AmendmentKind,
    CounterMode,
    EventKind,
    FullText,
    Label,
    Level,
    OnBehalf,
    RelationKind,
    Scope,
    SearchScope,
)
from bantin.domain.text.name_keys import name_key
from bantin.site import labels
from tests.content.schema.forms import read, refusal

SHOWN: Mapping[type[StrEnum], Mapping[Any, Label]] = {
    Scope: labels.SCOPES,
    Level: labels.LEVELS,
    OnBehalf: labels.CAPACITIES,
    EventKind: labels.EVENTS,
    RelationKind: labels.RELATIONS,
}
CHOICES: tuple[type[StrEnum], ...] = (*SHOWN, AmendmentKind, CounterMode, SearchScope, Weekday)


def kind(choices: type[StrEnum]) -> Any:
    return Annotated[choices, choice(choices)]


@pytest.mark.parametrize("choices", SHOWN)
def test_what_the_site_shows_may_be_written(choices: type[StrEnum]) -> None:
    for member, label in SHOWN[choices].items():
        if member is not None:
            for written in (label.vi, label.vi.upper(), label.vi.lower(), f" {label.vi}."):
                assert read(kind(choices), written) is member


def test_the_kinds_of_documents_may_be_written_as_the_site_shows_them() -> None:
    for value, label in labels.DOCUMENTS.items():
        assert read(DocumentFields, {"file": "a.pdf", "kind": label.vi}).kind == value


@pytest.mark.parametrize("choices", CHOICES)
def test_no_word_stands_for_two_values(choices: type[StrEnum]) -> None:
    words = words_of(choices.__name__, choices)
    for member in choices:
        assert words.read(member) == member
        assert read(kind(choices), member.upper()) is member
    assert set(words.by_key.values()) == set(choices)
    assert not {key for key in words.by_key if words.unclear(key)}


def _words(choices: type[StrEnum], member: StrEnum, words: Iterable[str]) -> list[tuple[type[StrEnum], StrEnum, str]]:
    return [(choices, member, word) for word in words]


@pytest.mark.parametrize(
    ("choices", "member", "word"),
    [
        *_words(OnBehalf, OnBehalf.KT, ("KT.", "kt", "Ký thay", "K/T")),
        *_words(OnBehalf, OnBehalf.TM, ("TM.", "thay mặt", "T/M")),
        *_words(OnBehalf, OnBehalf.TL, ("TL.", "thừa lệnh", "T/L")),
        *_words(OnBehalf, OnBehalf.TUQ, ("TUQ.", "thừa uỷ quyền", "Thừa ủy quyền")),
        *_words(OnBehalf, OnBehalf.Q, ("Q.", "quyền")),
        *_words(Scope, Scope.PROVINCIAL, ("địa phương", "Cấp tỉnh")),
        *_words(Scope, Scope.INTERNAL, ("nội bộ", "Nội bộ ngành")),
        *_words(Level, Level.COMMUNE, ("xã", "cấp xã", "phường")),
        *_words(EventKind, EventKind.SIGNED, ("ký", "ký kết")),
        *_words(EventKind, EventKind.AMENDED, ("sửa đổi", "bổ sung", "sửa đổi, bổ sung", "Được sửa đổi")),
        *_words(EventKind, EventKind.SUSPENDED, ("tạm ngưng", "ngưng hiệu lực", "đình chỉ")),
        *_words(EventKind, EventKind.TERMINATED, ("chấm dứt", "hết hiệu lực", "huỷ bỏ", "hủy bỏ")),
        *_words(EventKind, EventKind.REVIEWED, ("sơ kết", "tổng kết", "sơ kết, tổng kết")),
        *_words(RelationKind, RelationKind.BASED_ON, ("căn cứ", "based_on", "based on")),
        *_words(RelationKind, RelationKind.IMPLEMENTS, ("thực hiện", "triển khai")),
        *_words(AmendmentKind, AmendmentKind.REPLACE, ("sửa đổi", "Sửa đổi, bổ sung", "thay thế", "đính chính")),
        *_words(AmendmentKind, AmendmentKind.INSERT, ("bổ sung", "BỔ SUNG")),
        *_words(AmendmentKind, AmendmentKind.REPEAL, ("bãi bỏ", "huỷ bỏ")),
        *_words(CounterMode, CounterMode.OFF, ("tắt", "Không")),
        *_words(Weekday, Weekday.MONDAY, ("thứ hai", "Thứ 2")),
    ],
)
def test_what_officials_write_is_understood(choices: type[StrEnum], member: StrEnum, word: str) -> None:
    assert read(kind(choices), word) is member


@pytest.mark.parametrize(
    ("choices", "typed", "mended"),
    [
        (Scope, "trung uong", "central"),
        (Scope, "địa phươg", "provincial"),
        (OnBehalf, "KT. BỘ TRƯỞNG", "KT"),
        (OnBehalf, "TM. UỶ BAN NHÂN DÂN", "TM"),
        (OnBehalf, "ký thay Bộ trưởng", "KT"),
        (EventKind, "gia han", "extended"),
        (RelationKind, "căn cú", "based_on"),
        (Level, "cấp tinh", "provincial"),
    ],
)
def test_what_is_nearly_a_word_is_reported_with_the_value(choices: type[StrEnum], typed: str, mended: str) -> None:
    assert refusal(kind(choices), typed).values["mended"] == mended


@pytest.mark.parametrize("typed", ["Được sửa đổi bởi", "bị thay thế", "được bổ sung bởi", "Là căn cứ của"])
def test_a_relation_from_the_wrong_side_is_reported_as_that(typed: str) -> None:
    assert refusal(kind(RelationKind), typed).kind.code == "inverse-relation"


def test_every_inverse_that_the_site_shows_is_known_as_one() -> None:
    words = words_of("RelationKind", RelationKind)
    for member, label in labels.INVERSES.items():
        assert words.unclear(label.vi) == (member,)


def test_a_word_for_two_relations_is_shown_with_both() -> None:
    invalid = refusal(kind(RelationKind), "sửa đổi, bổ sung")
    assert (invalid.kind.code, invalid.values["choices"]) == ("bad-choice", "amends, supplements")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        *((word, FullText(public=True)) for word in ("yes", "Yes", "có", "Có", "đúng", "true", "công khai")),
        ({"không": "lý do"}, FullText(public=False, reason="lý do")),
        ({"Không": "lý do"}, FullText(public=False, reason="lý do")),
        ({"no": "lý do"}, FullText(public=False, reason="lý do")),
        ("không: vì A, B: C", FullText(public=False, reason="vì A, B: C")),
    ],
)
def test_whether_a_text_is_public_may_be_said_in_vietnamese(written: object, found: FullText) -> None:
    assert read(TextPublic, written) == found


@pytest.mark.parametrize(
    "written", ["không", "no", "không: ", "no:", "có: vì", {"có": "vì"}, {"no": "a", "yes": "b"}, []]
)
def test_a_refusal_needs_a_reason(written: object) -> None:
    assert refusal(TextPublic, written).kind.code == "needs-reason"


@pytest.mark.parametrize(
    "word", ["indefinite", "Indefinite", "không thời hạn", "Vô thời hạn", "không xác định thời hạn", "KHÔNG THỜI HẠN"]
)
def test_a_term_may_be_without_end(word: str) -> None:
    assert read(Expiry, word) == "indefinite"


def test_reviews_may_go_in_turn() -> None:
    for word in ("rotating", "luân phiên", "Luân phiên"):
        assert read(Chair, word) == "rotating"
    assert read(Chair, "Bộ Công an") == "Bộ Công an"


def test_access_may_be_said_in_vietnamese() -> None:
    for word in ("cong-khai", "Công khai", "CÔNG KHAI", "Cong-khai"):
        assert read(Clearance, word) == "cong-khai"
    for word in ("Mật", "Tối mật", "nội bộ", "không công khai"):
        assert "mended" not in refusal(Clearance, word).values


def test_a_hint_names_each_value_with_its_word() -> None:
    told = words_of("DocumentKind", get_args(DocumentKind)).told
    assert told == "signed (bản ký), annex (phụ lục), translation (bản dịch), other (tài liệu)"
    assert name_key("Bản ký") in words_of("DocumentKind", get_args(DocumentKind)).by_key
