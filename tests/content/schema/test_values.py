"""The kinds of value: what each takes, what it makes of it, and by which rule it refuses the rest."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.problems import values as problems
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import (
    Aliases,
    BaseUrl,
    Destination,
    EdtfDate,
    Fields,
    Instant,
    Lang,
    Length,
    Name,
    PublicationMoment,
    Refs,
    Sha256,
    Slug,
    Tags,
    Text,
    Texts,
    TimeZone,
    Url,
    YesNo,
    base_url_of,
    choice,
    edtf_of,
    integer,
    shorthand,
)
from bantin.domain.model import Label, Level, OnBehalf
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.durations import Duration
from bantin.domain.text.slugs import is_slug, slugify
from tests.content.schema.forms import ZONE, read, refusal
from tests.content.strategies import bounded

Count = Annotated[int, integer(1, 500)]
Kind = Annotated[Level, choice(Level)]
SCALARS = {
    "text": Text, "date": EdtfDate, "moment": PublicationMoment, "instant": Instant, "length": Length, "slug": Slug,
    "url": Url, "destination": Destination, "base_url": BaseUrl, "lang": Lang, "sum": Sha256, "zone": TimeZone,
    "yes-no": YesNo, "count": Count, "choice": Kind,
}  # fmt: skip


def code(kind: Any, value: object) -> str:
    return refusal(kind, value).kind.code


@pytest.mark.parametrize("kind", SCALARS)
@pytest.mark.parametrize("value", [["a"], {"a": "b"}, [], {}], ids=repr)
def test_a_list_or_a_mapping_is_no_text(kind: str, value: object) -> None:
    assert code(SCALARS[kind], value) == "expected-text"


@pytest.mark.parametrize("kind", SCALARS)
@bounded
@given(st.text(max_size=30) | st.from_regex(r"[0-9XT:+Z?~%-]{1,25}", fullmatch=True))
def test_any_text_is_of_its_kind_or_refused_by_a_rule(kind: str, value: str) -> None:
    try:
        read(SCALARS[kind], value)
    except ValueError:
        assert "-" in code(SCALARS[kind], value)


@pytest.mark.parametrize("kind", SCALARS)
def test_an_empty_text_is_of_no_kind(kind: str) -> None:
    assert code(SCALARS[kind], "") == "expected-text"


@pytest.mark.parametrize("value", ["no", "012", "22:26", "2024-02-31", "null", "~", "Đồng", "a\nb"])
def test_a_text_is_what_was_typed(value: str) -> None:
    assert read(Text, value) == text_of(value) == value


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2012-11-20", Edtf(2012, 11, 20)),
        ("2012-11", Edtf(2012, 11)),
        ("2012", Edtf(2012)),
        ("XXXX-08-18", Edtf(None, 8, 18)),
        ("XXXX-02-29", Edtf(None, 2, 29)),
        ("2012-XX-XX", Edtf(2012)),
        ("2012-11?", Edtf(2012, 11, qualifier="?")),
        ("2012~", Edtf(2012, qualifier="~")),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(value: str, date: Edtf) -> None:
    assert read(EdtfDate, value) == edtf_of(value) == date


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        *(
            (value, "impossible-date")
            for value in ("2024-02-31", "2023-02-29", "2012-13", "2012-00", "0000", "XXXX-04-31")
        ),
        *(
            (value, "bad-date")
            for value in ("20/11/2012", "20-11-2012", "2012-1-2", "12-11-20", "2012/11/20", "hôm qua")
        ),
        *((value, "bad-date") for value in ("2012-11-20T10:00Z", "20121120", " 2012", "-2012", "indefinite", "012")),
    ],
)
def test_what_is_no_date_is_refused(value: str, rule: str) -> None:
    assert code(EdtfDate, value) == rule
    assert refusal(EdtfDate, value).values["value"] == value


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2021-11", Moment(Edtf(2021, 11))),
        ("2021-11-24T22:26+07:00", Moment(Edtf(2021, 11, 24), datetime(2021, 11, 24, 22, 26, tzinfo=ZONE))),
        ("2021-11-24 22:26:30+0700", Moment(Edtf(2021, 11, 24), datetime(2021, 11, 24, 22, 26, 30, tzinfo=ZONE))),
        ("2021-11-24T17:00Z", Moment(Edtf(2021, 11, 25), datetime(2021, 11, 25, tzinfo=ZONE))),
    ],
)
def test_a_publication_has_a_day_in_the_sites_time_zone(value: str, moment: Moment) -> None:
    assert read(PublicationMoment, value) == moment


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("2021-11-24T22:26", "naive-time"),
        ("2021-11-24 22:26:00", "naive-time"),
        ("2021-11-24T25:00Z", "impossible-date"),
        ("2021-02-29T10:00+07:00", "impossible-date"),
        ("2021-11-24T22:26+99:00", "impossible-date"),
        ("9999-12-31T23:59Z", "impossible-date"),
        ("0001-01-01T00:00+14:00", "impossible-date"),
        ("2021-02-29", "impossible-date"),
        ("22:26", "bad-date"),
        ("24/11/2021 22:26", "bad-date"),
        ("2021-11-24T22:26 ICT", "bad-date"),
    ],
)
def test_what_is_no_moment_is_refused(value: str, rule: str) -> None:
    assert code(PublicationMoment, value) == rule
    assert code(Instant, value) == rule


@pytest.mark.parametrize("value", ["5 giờ chiều", "5 pm", "hôm qua"])
def test_how_a_time_is_written_is_said_where_one_may_be_meant(value: str) -> None:
    kind = refusal(PublicationMoment, value).kind
    assert "T17:00+07:00" in kind.vi.hint


@pytest.mark.parametrize("value", ["2021-11-24", "2021-11", "2021", "XXXX-11-24"])
def test_a_day_alone_is_no_instant(value: str) -> None:
    assert code(Instant, value) == "bad-time"


@bounded
@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_an_instant_is_the_same_whatever_offset_it_is_written_with(when: datetime, minutes: int) -> None:
    sign, offset = "-" if minutes < 0 else "+", abs(minutes)
    instant = read(Instant, f"{when:%Y-%m-%dT%H:%M}{sign}{offset // 60:02}:{offset % 60:02}").instant
    assert instant is not None
    utc = datetime(when.year, when.month, when.day, when.hour, when.minute, tzinfo=ZoneInfo("UTC"))
    assert instant == utc - timedelta(minutes=minutes)
    assert instant.tzinfo is ZONE


@pytest.mark.parametrize(
    ("kind", "value", "rule"),
    [
        *((Length, value, "bad-duration") for value in ("1Y", "P", "P0Y", "P1H", "PT1H", "P-1Y", "P1.5Y", "1 nam")),
        *((Slug, value, "bad-slug") for value in ("A", "đ", "a b", "a_b", "-a", "a-", "a--b", "a/b", "..", "a\n")),
        *((YesNo, value, "bad-yes-no") for value in ("1", "0", "on", "off", "y", "co", "truee", "không rõ")),
        *((Lang, value, "bad-choice") for value in ("Việt", "VI", "v", "vi_VN", "vi-", "vi VN", "đđ")),
        *((Sha256, value, "bad-sha256") for value in ("a" * 63, "a" * 65, "g" * 64, "0x" + "a" * 62)),
        *((TimeZone, value, "bad-timezone") for value in ("Asia/Hanoi", "../etc/passwd", "/etc/localtime", "Asia")),
        *((TimeZone, value, "bad-timezone") for value in ("+07:00", "Đông Dương", "a\x00b", "x" * 5000, "Asia//Tokyo")),
        *((Url, value, "bad-url") for value in ("x.vn", "//x.vn", "ftp://x.vn", "mailto:a@b.vn", "javascript:x")),
        *((Url, value, "bad-url") for value in ("https://", "https:///x", "https://x.vn/a b", 'https://x.vn/"', "http://[")),
        *((Url, value, "bad-url") for value in ("https://x.vn/<b>", "https://x.vn\n/", " https://x.vn", "https:x.vn")),
        *((BaseUrl, value, "bad-base-url") for value in ("x.vn", "https://x.vn/?a", "https://x.vn/#a", "/", "http://[")),
        *((BaseUrl, value, "bad-base-url") for value in ("https://đồng.vn/", "https://x.vn/tin-tức/", "mailto:a@b.vn")),
        *((Destination, value, "bad-url") for value in ("javascript:x", " JAVASCRIPT:x", "data:,x", "java\tscript:x")),
        *((Destination, value, "bad-url") for value in ("vbscript:x", "file:///", "ftp://x.vn/", "java&#115;cript:x")),
        *((Count, value, "bad-number") for value in ("0", "501", "-1", "+1", "1.0", "1e2", "١", "²", "0x1")),
        (Count, "9" * 9999, "bad-number"),
        *((Kind, value, "bad-choice") for value in ("làng", "centra", "Level.CENTRAL", "trung uong")),
    ],
)  # fmt: skip
def test_what_is_not_of_a_kind_is_refused(kind: Any, value: str, rule: str) -> None:
    assert code(kind, value) == rule


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (Length, "P1Y6M", Duration(1, 6)),
        (Length, "P2W", Duration(weeks=2)),
        (Slug, "bo-cong-an-2", "bo-cong-an-2"),
        *((YesNo, value, True) for value in ("true", "True", "yes", "YES", "có", "Đúng")),
        *((YesNo, value, False) for value in ("false", "FALSE", "no", "No", "Không", "sai")),
        *((Lang, value, value) for value in ("vi", "en", "en-GB", "zh-Hant-TW", "cjm")),
        (Sha256, "AB" * 32, "ab" * 32),
        (TimeZone, "Asia/Ho_Chi_Minh", ZoneInfo("Asia/Ho_Chi_Minh")),
        (TimeZone, "UTC", ZoneInfo("UTC")),
        *((Url, value, value) for value in ("https://x.vn", "http://x.vn:8080/a?b=c#d", "https://đồng.vn/tin-tức")),
        (BaseUrl, "https://x.vn", "https://x.vn/"),
        (BaseUrl, "https://x.vn/so", "https://x.vn/so/"),
        (BaseUrl, "http://localhost:8000/", "http://localhost:8000/"),
        *((Destination, value, value) for value in ("pages/a.md", "/van-ban/", "https://x.vn", "mailto:a@b.vn", "#a")),
        *((Count, value, int(value)) for value in ("1", "20", "500", "007")),
        *((Kind, value, Level.CENTRAL) for value in ("central", "Central", "CENTRAL")),
    ],
)  # fmt: skip
def test_what_is_of_a_kind_is_taken(kind: Any, value: str, found: object) -> None:
    assert read(kind, value) == found


@bounded
@given(st.integers(-10, 600))
def test_a_number_is_taken_within_its_limits_and_reported_with_them_outside(number: int) -> None:
    if 1 <= number <= 500:
        assert read(Count, str(number)) == number
    else:
        assert refusal(Count, str(number)).values == {"value": str(number), "least": 1, "most": 500}
        assert refusal(Count, str(number)).kind is problems.BAD_NUMBER


@bounded
@given(st.text(min_size=1, max_size=20))
def test_a_refused_slug_comes_with_one_that_is_taken(value: str) -> None:
    if is_slug(value):
        assert read(Slug, value) == value
    else:
        mended = refusal(Slug, value).values.get("mended")
        assert mended is None or read(Slug, mended) == mended
        assert (mended is None) == (slugify(value) == "")


@pytest.mark.parametrize("on_behalf", list(OnBehalf))
@pytest.mark.parametrize("write", [str.lower, str.upper, str.capitalize])
def test_a_choice_may_be_written_in_any_case(on_behalf: OnBehalf, write: Callable[[str], str]) -> None:
    assert read(Annotated[OnBehalf, choice(OnBehalf)], write(on_behalf)) is on_behalf


def test_a_refused_choice_is_reported_with_all_that_there_are() -> None:
    choices = "central (trung ương), provincial (cấp tỉnh), district (cấp huyện), commune (cấp xã)"
    assert refusal(Kind, "toàn cầu").values == {"value": "toàn cầu", "choices": choices}


@pytest.mark.parametrize(
    ("written", "alias"),
    [
        ("/tin-tuc/123.html", "tin-tuc/123.html"),
        ("tin-tuc/123.html", "tin-tuc/123.html"),
        ("/cu/bai/", "cu/bai/"),
        ("/~an/Bai_1", "~an/Bai_1"),
        ("a", "a"),
        ("/Pages/tin.aspx?ItemID=5", "Pages/tin.aspx?ItemID=5"),
        ("/?p=12", "?p=12"),
        ("/Tin%20t%E1%BB%A9c/?q={A}&b=%20", "Tin%20t%E1%BB%A9c/?q={A}&b=%20"),
    ],
)
def test_an_old_address_is_a_path_of_this_site(written: str, alias: str) -> None:
    assert read(Aliases, written) == (alias,)


@pytest.mark.parametrize(
    "written",
    ["/", "//x.vn/", "../x", "/a/../b", "/a/./b", "/.htaccess", "a//b", "/a b", "/tin-tức/", "http://x.vn/",
     "/a?b", "/a?b=", "/a?b=1&b=2", "/a?b=c#d", "http://x.vn/?b=c",
     "/../a?b=c", "/a#b", "/a%2e", "\\a", "/a\\b", "a\n", "/a/.."],
)  # fmt: skip
def test_what_leads_elsewhere_is_no_old_address(written: str) -> None:
    assert code(Aliases, written) == "bad-alias"


@bounded
@given(st.text(st.sampled_from("ab./~_-%\\: đ\n"), max_size=12))
def test_an_old_address_never_leaves_the_site(written: str) -> None:
    try:
        (alias,) = read(Aliases, written)
    except ValueError:
        return
    assert alias
    assert alias.isascii()
    assert not alias.startswith("/")
    assert not {"", ".", ".."} & set(alias.removesuffix("/").split("/"))
    assert not set(alias) & set("\\:%?# \n")


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Bộ Công an", Label("Bộ Công an")),
        ({"vi": "Bộ"}, Label("Bộ")),
        ({"en": "Ministry"}, Label(en="Ministry")),
        ({"vi": "Bộ", "en": "Ministry"}, Label("Bộ", "Ministry")),
    ],
)
def test_a_name_is_one_text_or_one_for_each_language(written: object, label: Label) -> None:
    assert read(Name, written) == label


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ([], "expected-text"),
        (["Bộ"], "expected-text"),
        ({}, "expected-text"),
        ({"vi": ["Bộ"]}, "expected-text"),
        ({"en": {}}, "expected-text"),
        ({"fr": "Ministère"}, "bad-choice"),
        ({"vi": "Bộ", "": "x"}, "bad-choice"),
    ],
)
def test_what_is_no_name_is_refused(written: object, rule: str) -> None:
    assert code(Name, written) == rule


@pytest.mark.parametrize(
    ("kind", "written", "found"),
    [
        (Texts, "a", ("a",)),
        (Texts, ["a", "b"], ("a", "b")),
        (Texts, [], ()),
        (Refs, "a", ("a",)),
        (Refs, ["b", "a"], ("b", "a")),
        (Tags, "An ninh", ("An ninh",)),
        (Tags, ["Đ", "Quốc hội"], ("Đ", "Quốc hội")),
        (Aliases, ["a", "/b"], ("a", "b")),
    ],
)
def test_a_list_of_one_may_be_written_without_its_dash(kind: Any, written: object, found: object) -> None:
    assert read(kind, written) == found


@pytest.mark.parametrize("tag", ["***", "…", "中文"])
def test_a_topic_needs_an_address(tag: str) -> None:
    assert code(Tags, [tag]) == "bad-tag"


class Person(Fields):
    """A mapping for these tests."""

    name: Text
    rank: Text = ""


@pytest.mark.parametrize(
    ("written", "person"),
    [("An", Person(name="An")), ({"name": "An", "rank": "Đại tá"}, Person(name="An", rank="Đại tá"))],
)
def test_a_mapping_may_be_written_as_its_chief_value(written: object, person: Person) -> None:
    assert read(Annotated[Person, shorthand("name")], written) == person


@pytest.mark.parametrize("kind", [Slug, Url, Text])
def test_kinds_are_declared_as_what_they_become(kind: Any) -> None:
    assert get_args(kind)[0] is str


def test_an_address_of_a_site_ends_with_a_slash_once() -> None:
    assert base_url_of(base_url_of("https://x.vn/a")) == "https://x.vn/a/"
