"""Refused values are reported with a correction, if there is one, which is always accepted."""

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.schema.agreement_values import Expiry, TextPublic
from bantin.content.schema.article import Clearance
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import (
    Aliases,
    BaseUrl,
    Day,
    Destination,
    EdtfDate,
    Instant,
    Lang,
    Length,
    PublicationMoment,
    Sha256,
    Slug,
    TimeZone,
    Url,
    YesNo,
    choice,
    integer,
)
from bantin.domain.model import EventKind, OnBehalf, RelationKind, Scope
from tests.content.schema.forms import read, refusal
from tests.content.strategies import bounded

KINDS: dict[str, Any] = {
    "date": EdtfDate,
    "expiry": Expiry,
    "moment": PublicationMoment,
    "instant": Instant,
    "day": Day,
    "length": Length,
    "slug": Slug,
    "url": Url,
    "base-url": BaseUrl,
    "destination": Destination,
    "alias": Aliases,
    "lang": Lang,
    "sum": Sha256,
    "zone": TimeZone,
    "yes-no": YesNo,
    "public": TextPublic,
    "clearance": Clearance,
    "count": Annotated[int, integer(1, 500)],
    **{one.__name__: Annotated[one, choice(one)] for one in (Scope, OnBehalf, EventKind, RelationKind)},
}
_PIECES = (
    "0|1|7|12|20|26|31|2012|2026|46346|/|-|.|:|,|(|)|?|??|~|T|h|P|Y|M|giờ|ngày|tháng|năm|khoảng|thứ|sáu|nam|09:30|+07:00|"
    "www.|moj.gov.vn|https://|http:/|\\|#|a@b.vn|có|co|không|khong|true|luân|phiên|vo|thoi|han|ký|kết|sua|doi|trung|uong|"
    "KT.|BỘ|gia|hạn|cong|khai|tiếng|Việt|vi|GMT|Asia|Hanoi|mười|hai|điều|ab| |"
)
typed = st.lists(st.sampled_from([*_PIECES.split("|"), "a" * 64, "AB " * 32]), min_size=1, max_size=6).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces).strip() or "x")
)


@pytest.mark.parametrize("name", KINDS)
@bounded
@given(text=typed | st.text(min_size=1, max_size=25))
def test_what_is_said_to_write_is_taken(name: str, text: str) -> None:
    try:
        read(KINDS[name], text)
    except ValueError:
        values = refusal(KINDS[name], text).values
        for told in ("mended", "other"):
            if told in values:
                assert values[told] != text
                read(KINDS[name], values[told])


@pytest.mark.parametrize(
    ("name", "text", "mended"),
    [
        ("url", "www.moj.gov.vn", "https://www.moj.gov.vn"),
        ("url", "moj.gov.vn/vbpq?id=1", "https://moj.gov.vn/vbpq?id=1"),
        ("url", "http//moj.gov.vn", "http://moj.gov.vn"),
        ("url", "https:moj.gov.vn", "https://moj.gov.vn"),
        ("url", "https:// moj.gov.vn", "https://moj.gov.vn"),
        ("url", "HTTPS:\\\\moj.gov.vn", "https://moj.gov.vn"),
        ("url", "<https://moj.gov.vn>", "https://moj.gov.vn"),
        ("base-url", "bantin.example.vn", "https://bantin.example.vn/"),
        ("base-url", "https://bantin.example.vn/?a=1", "https://bantin.example.vn/"),
        ("sum", "SHA256: " + "AB" * 32, "ab" * 32),
        ("sum", " ".join(["abcd"] * 16), "abcd" * 16),
        ("sum", ":".join(["AB"] * 32), "ab" * 32),
        ("zone", "Hà Nội", "Asia/Ho_Chi_Minh"),
        ("zone", "UTC+7", "Asia/Ho_Chi_Minh"),
        ("zone", "asia/ho_chi_minh", "Asia/Ho_Chi_Minh"),
        ("zone", "Asia/Ho Chi Minh", "Asia/Ho_Chi_Minh"),
        ("lang", "Tiếng Anh", "en"),
        ("count", "21 điều", "21"),
        ("count", "Điều 21", "21"),
        ("count", "mười hai", "12"),
        ("count", "12.", "12"),
        ("length", "1 year", "P1Y"),
        ("length", "6m", "P6M"),
        ("length", "2 nam mot lan", ""),
        ("day", "1/6/2020", "2020-06-01"),
        ("alias", "http://cu.example.vn/tin/1.html", "/tin/1.html"),
        ("alias", "http://cu.example.vn/tin.aspx?id=1#top", "/tin.aspx?id=1"),
        ("alias", "/tin.aspx?id=1&p=&x&q=a b", "/tin.aspx?id=1&q=a%20b"),
        ("alias", "https://cu.example.vn?p=12", "/?p=12"),
        ("yes-no", "1", "true"),
        ("yes-no", "off", "false"),
        ("yes-no", "khong", "false"),
        ("destination", "www.moj.gov.vn", "https://www.moj.gov.vn"),
        ("destination", "van-thu@moj.gov.vn", "mailto:van-thu@moj.gov.vn"),
    ],
)
def test_what_is_meant_is_reported(name: str, text: str, mended: str) -> None:
    assert refusal(KINDS[name], text).values.get("mended", "") == mended


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("url", "trang chủ"),
        ("url", "ftp://moj.gov.vn"),
        ("sum", "ab" * 31),
        ("zone", "giờ địa phương"),
        ("lang", "tiếng lóng"),
        ("count", "12 đến 15"),
        ("count", "-3"),
        ("count", "1,5"),
        ("count", "nhiều"),
        ("length", "thường xuyên"),
        ("day", "2020-06"),
        ("alias", "/tin.aspx?1"),
        ("alias", "/tin.aspx?id=1&id=2"),
        ("alias", "http://[x/?id=1"),
        ("alias", "ftp://x.example.vn/a?id=1"),
        ("yes-no", "không rõ"),
        ("date", "hôm qua"),
        ("clearance", "Mật"),
    ],
)
def test_nothing_is_said_where_nobody_can_tell(name: str, text: str) -> None:
    assert "mended" not in refusal(KINDS[name], text).values


def test_a_refusal_can_be_distinguished_from_other_errors() -> None:
    assert isinstance(refusal(Slug, "A"), Invalid)
