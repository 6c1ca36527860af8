"""VALIDATE: articles and static pages, from their bytes to the model."""

import unicodedata
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.article import read_articles, read_pages
from bantin.content.discover import Role
from bantin.content.markdown_file import DraftReader, digest_of
from bantin.domain.model import Article, Credit, Photo, Position, Reference, ReferenceTarget, StaticPage
from bantin.domain.problems import Severity
from bantin.domain.text.dates import Edtf, Moment
from tests import bulletins
from tests.content.readings import (
    ARTICLE,
    PAGE,
    SIGNED,
    ZONE,
    article,
    assert_well_told,
    codes,
    file_of,
    opened,
    read_article,
    read_page,
    source,
    told,
)
from tests.content.strategies import any_file, bounded

HANOI = timezone(timedelta(hours=7))

WHOLE = """\
title: 'Bộ Công an: ký quy chế'
published: 2020-05-06T09:30+07:00
updated: 2020-05-07T00:00Z
lead: Sa-pô.
authors: [Nguyễn Văn A, Trần B]
source: {name: Báo, code: CTTĐT, url: 'https://bao.example/1'}
section: tin
tags: [An ninh, Quốc hội]
photos:
  - {src: anh.jpg, alt: Lễ ký, caption: Toàn cảnh, credit: TTXVN}
  - {src: /media/b.png, alt: Bắt tay}
slug: dia-chi-rieng
aliases: [/cu/bai.html, tin/12/]
draft: yes
expires: 2030
lang: en-GB
license: Ghi rõ nguồn.
comments: no
clearance: cong-khai
"""
FILES = (file_of(WHOLE, "# Một\n\n[bài](hai.md) ![ảnh](anh.jpg)\n"), bulletins.ARTICLE, file_of(SIGNED))


def test_a_title_is_all_that_an_article_needs() -> None:
    data = file_of("title: Bài\n").encode()
    reading = read_article(data)
    assert reading.body is not None
    assert reading.value == Article(
        ARTICLE,
        "bai",
        2020,
        "Bài",
        reading.body.outline,
        references=(Reference(ReferenceTarget.KEY, "title", Position(2, 8, 3)),),
        digest=digest_of(ARTICLE, data),
        meta_digest=digest_of(ARTICLE, "title: Bài\n".encode()),
    )
    assert reading.body.html(()) == "<p>Nội dung.</p>"
    assert told(reading.problems) == []


def test_what_should_be_known_of_an_article_is_asked_for() -> None:
    problems = read_article(file_of("title: Bài\nlead: ''\nauthors: []\n")).problems
    assert {(problem.code, problem.severity) for problem in problems} == {("absent", Severity.WARNING)}
    assert {dict(problem.values)["key"] for problem in problems} == {"published", "lead", "authors"}


def test_everything_that_the_front_matter_says_is_taken_over() -> None:
    found = article(WHOLE)
    assert found.title == "Bộ Công an: ký quy chế"
    assert found.published == Moment(Edtf(2020, 5, 6), datetime(2020, 5, 6, 9, 30, tzinfo=HANOI))
    assert found.updated == datetime(2020, 5, 7, 7, tzinfo=HANOI)
    assert (found.lead, found.authors) == ("Sa-pô.", ("Nguyễn Văn A", "Trần B"))
    assert found.source == Credit("Báo", "CTTĐT", "https://bao.example/1")
    assert (found.section, found.tags) == ("tin", ("An ninh", "Quốc hội"))
    assert found.photos == (
        Photo("content/articles/2020/anh.jpg", "Lễ ký", "Toàn cảnh", "TTXVN"),
        Photo("content/media/b.png", "Bắt tay"),
    )
    assert (found.slug, found.aliases) == ("dia-chi-rieng", ("cu/bai.html", "tin/12/"))
    assert (found.draft, found.comments, found.expires) == (True, False, Moment(Edtf(2030)))
    assert (found.lang, found.license, found.agreement) == ("en-GB", "Ghi rõ nguồn.", None)


def test_a_list_of_one_may_be_written_without_its_dash() -> None:
    found = article("title: Bài\nauthors: Nguyễn Văn A\ntags: An ninh\naliases: cu.html\nsource: Báo\n")
    assert (found.authors, found.tags, found.aliases) == (("Nguyễn Văn A",), ("An ninh",), ("cu.html",))
    assert found.source == Credit("Báo")


@pytest.mark.parametrize(
    ("path", "slug", "year"),
    [
        ("content/articles/2020/Quy chế Đồng Nai.md", "quy-che-dong-nai", 2020),
        ("content/articles/2020/le-ky/index.md", "le-ky", 2020),
        ("content/articles/undated/01_bai.md", "01-bai", None),
    ],
)
def test_the_address_comes_from_the_path(path: str, slug: str, year: int | None) -> None:
    found = article("title: Bài\n", path=path)
    assert (found.path, found.slug, found.year) == (path, slug, year)


@pytest.mark.parametrize(
    ("written", "title"),
    [("no", "no"), ("012", "012"), ("22:26", "22:26"), ("2024-02-31", "2024-02-31"), ("'null'", "null"), ("'~'", "~")],
)
def test_a_title_that_looks_like_something_else_is_a_title(written: str, title: str) -> None:
    assert article(f"title: {written}\n").title == title


def test_names_are_composed_and_trimmed() -> None:
    written = unicodedata.normalize("NFD", "title: '  Bộ\u00a0Công an '\n")
    assert article(written).title == "Bộ Công an"


def test_the_day_of_publication_is_the_one_of_the_sites_time_zone() -> None:
    data = file_of("title: Bài\npublished: 2020-05-06T20:00Z\n").encode()
    for zone, day in ((ZONE, 7), (ZoneInfo("America/New_York"), 6)):
        found = read_articles(DraftReader("vi", zone), [opened(data, source())])[0].value
        assert found is not None
        assert found.published is not None
        assert found.published.day == Edtf(2020, 5, day)


def test_what_only_other_files_can_tell_is_left_as_references_with_their_places() -> None:
    assert article(WHOLE).references == (
        Reference(ReferenceTarget.SECTION, "tin", Position(8, 10, 3)),
        Reference(ReferenceTarget.IMAGE, "content/articles/2020/anh.jpg", Position(11, 11, 7)),
        Reference(ReferenceTarget.IMAGE, "content/media/b.png", Position(12, 11, 12)),
        Reference(ReferenceTarget.TOPIC, "An ninh", Position(9, 8, 7)),
        Reference(ReferenceTarget.TOPIC, "Quốc hội", Position(9, 17, 8)),
        Reference(ReferenceTarget.KEY, "title", Position(2, 8, 24)),
    )


def test_a_photo_outside_is_left_out_and_reported() -> None:
    reading = read_article(file_of("title: Bài\nphotos: [{src: ../../../x.jpg, alt: x}, {src: a.jpg, alt: y}]\n"))
    assert told(reading.problems) == ["3:16+14 bad-path"]
    assert reading.value is not None
    assert [photo.src for photo in reading.value.photos] == ["content/articles/2020/a.jpg"]
    assert [reference.id for reference in reading.value.references] == ["content/articles/2020/a.jpg", "title"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("titel: x", "3:1+5 unknown-key"),
        ("title: x", "3:1+5 duplicate-key"),
        ("published: 20/11/2012", "3:12+10 bad-date"),
        ("published: 2024-02-31", "3:12+10 impossible-date"),
        ("published: 2021-11-24T22:26", "3:12+16 naive-time"),
        ("published: 2021-11-24T25:26Z", "3:12+17 impossible-date"),
        ("published: 22:26", "3:12+5 bad-date"),
        ("updated: 2021-11-24", "3:10+10 bad-time"),
        ("expires: indefinite", "3:10+10 bad-date"),
        ("lead: [a]", "3:1+4 expected-text"),
        ("authors: {a: b}", "3:1+7 expected-list"),
        ("source: {code: x}", "3:1+6 missing-key"),
        ("source: {name: x, url: 'javascript:x'}", "3:24+14 bad-url"),
        ("slug: Tin tức", "3:7+7 bad-slug"),
        ("tags: ['***']", "3:8+5 bad-tag"),
        ("photos: [a.jpg]", "3:10+5 missing-key"),
        ("photos: a.jpg", "3:9+5 expected-list"),
        ("slug: ../x", "3:7+4 bad-slug"),
        ("aliases: /../x", "3:10+5 bad-alias"),
        ("aliases: //x.vn/", "3:10+7 bad-alias"),
        ("draft: maybe", "3:8+5 bad-yes-no"),
        ("lang: Việt", "3:7+4 bad-choice"),
        ("comments: 1", "3:11+1 bad-yes-no"),
        ("clearance: mat", "3:12+3 clearance"),
        ("clearance: cong khai", "3:12+9 clearance"),
        ("agreement: x", "3:12+1 expected-mapping"),
        ("agreement: {type: a, parties: [b, c], fields: []}", "3:39+6 too-few"),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_reported_at_its_place(line: str, problem: str) -> None:
    assert told(read_article(file_of(f"title: Bài\n{line}\n")).problems) == [problem]


def test_everything_wrong_in_a_file_is_reported_at_once() -> None:
    front = "title: Bài\nleed: x\npublished: hôm qua\nslug: Ðồng Nai\nslug: b\n"
    reading = read_article(
        file_of(front, "[độc](javascript:x)\n\n![](a.jpg)\n\nhoà và hòa\n\n**MẬT**\n"), "content/articles/2020/_.md"
    )
    assert told(reading.problems) == [
        "0:0+1 no-slug",
        "3:1+4 unknown-key",
        "4:12+7 bad-date",
        "5:7+1 look-alike-letter",
        "5:7+8 bad-slug",
        "6:1+4 duplicate-key",
        "8:7+12 dangerous-url",
        "10:5+5 missing-alt",
        "12:8+3 mixed-tones",
        "14:1+7 secrecy-stamp",
    ]


@pytest.mark.parametrize("front_matter", ["title: a: b\n", "titel: x\n", "- x\n", "", "title: [\n", "title: &a b\n"])
def test_the_text_is_read_though_the_front_matter_is_broken(front_matter: str) -> None:
    reading = read_article(file_of(front_matter, "[bài](hai.md#muc) [x](javascript:y)\n"))
    assert reading.value is None
    assert reading.body is not None
    assert [link.target for link in reading.body.outline.links] == ["hai.md#muc"]
    assert "dangerous-url" in codes(reading.problems)


def test_the_front_matter_is_read_though_the_text_is_broken() -> None:
    reading = read_article(file_of("titel: x\n", "[" * 6000))
    assert reading.value is None
    assert reading.body is None
    assert codes(reading.problems) == ["unknown-key", "too-much-markup"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "1:1+1 front-matter-missing"),
        (b"# x\n", "1:1+1 front-matter-missing"),
        (b"---\ntitle: x\n", "1:1+3 front-matter-unclosed"),
        (b"\n\n---\ntitle: x\n", "3:1+3 front-matter-unclosed"),
        (b"---\ntitle: \xff\n---\n", "2:8+1 not-utf8"),
        (b"---\ntitle: x\n---\na\x00b\n", "4:2+1 control-character"),
    ],
)
def test_a_file_without_parts_gives_nothing_but_the_reason(data: bytes, problem: str) -> None:
    reading = read_article(data)
    assert (reading.value, reading.body) == (None, None)
    assert told(reading.problems) == [problem]


@pytest.mark.parametrize("text", ["", "\n", "  \n\n"])
def test_an_article_without_text_is_warned_of(text: str) -> None:
    reading = read_article(file_of("title: Bài\n", text))
    assert told(reading.problems) == ["3:1+3 empty-body"]
    assert reading.value is not None


PLACES = """\
---
title: Lễ ký
lead: Đồng Nai: hôm nay
---
Đoạn một.

Ông Ðặng [ảnh](javascript:x).
"""


@pytest.mark.parametrize(
    ("data", "lines_before"),
    [
        (PLACES, 0),
        (PLACES.replace("\n", "\r\n"), 0),
        (PLACES.replace("\n", "\r"), 0),
        ("\ufeff" + PLACES, 0),
        ("\ufeff" + PLACES.replace("\n", "\r\n"), 0),
        ("\n \n\n" + PLACES, 3),
        ("\ufeff\r\n\r\n" + PLACES.replace("\n", "\r\n"), 2),
        (unicodedata.normalize("NFD", PLACES), 0),
    ],
    ids=["lf", "crlf", "cr", "mark", "mark-crlf", "blank-lines", "mark-crlf-blank-lines", "decomposed"],
)
def test_places_are_the_same_whatever_program_wrote_the_file(data: str, lines_before: int) -> None:
    reading = read_article(data)
    assert told(reading.problems) == [
        f"{3 + lines_before}:7+17 yaml-colon",
        f"{7 + lines_before}:5+1 look-alike-letter",
        f"{7 + lines_before}:16+12 dangerous-url",
    ]


def test_a_page_needs_a_title_only() -> None:
    data = file_of("title: Giới thiệu\n").encode()
    reading = read_page(data)
    assert reading.problems == ()
    assert reading.body is not None
    digest = digest_of(PAGE, data)
    assert reading.value == StaticPage(PAGE, "gioi-thieu", "Giới thiệu", reading.body.outline, digest=digest)


def test_everything_that_a_page_says_is_taken_over() -> None:
    front = "title: Về\nlead: Sa-pô\nslug: ve\nupdated: 2020-05-07T00:00Z\naliases: [a.html]\ndraft: true\n"
    data = file_of(front).encode()
    reading = read_page(data)
    assert reading.problems == ()
    assert reading.body is not None
    assert reading.value == StaticPage(
        PAGE,
        "ve",
        "Về",
        reading.body.outline,
        "Sa-pô",
        datetime(2020, 5, 7, 7, tzinfo=HANOI),
        ("a.html",),
        draft=True,
        digest=digest_of(PAGE, data),
    )


@pytest.mark.parametrize(
    ("front_matter", "problem"),
    [
        ("lead: x\n", "1:1+3 missing-key"),
        ("title: x\nauthors: y\n", "3:1+7 unknown-key"),
        ("title: x\npublished: 2020\n", "3:1+9 unknown-key"),
        ("title: x\nslug: X\n", "3:7+1 bad-slug"),
    ],
)
def test_a_page_is_not_an_article(front_matter: str, problem: str) -> None:
    reading = read_page(file_of(front_matter))
    assert reading.value is None
    assert reading.body is not None
    assert told(reading.problems) == [problem]


@bounded
@given(any_file(*FILES))
def test_any_bytes_are_an_article_or_refused_with_a_reason(data: bytes) -> None:
    reading = read_article(data)
    assert reading.value is not None or reading.problems
    assert_well_told(reading.problems, data, ARTICLE)
    if reading.value is not None:
        assert reading.body is not None
        assert reading.value.outline == reading.body.outline
        assert len(reading.body.parts) == len(reading.body.outline.links) + 1
        lines = len(data.splitlines()) + 1
        assert all(1 <= reference.place.line <= lines for reference in reading.value.references)


@bounded
@given(any_file(file_of("title: Giới thiệu\nslug: ve\n", "# Một\n\n[bài](../articles/2020/bai.md)\n")))
def test_any_bytes_are_a_page_or_refused_with_a_reason(data: bytes) -> None:
    reading = read_page(data)
    assert reading.value is not None or reading.problems
    assert_well_told(reading.problems, data, PAGE)


@pytest.mark.parametrize(
    ("path", "data"), [(ARTICLE, b"b"), (PAGE, b"a"), (ARTICLE + "\0", b""), (ARTICLE + "a", b""), ("", b"a")]
)
def test_a_file_is_distinguished_from_every_other_by_its_path_and_its_bytes(path: str, data: bytes) -> None:
    assert digest_of(path, data) != digest_of(ARTICLE, b"a")


@bounded
@given(st.lists(any_file(*FILES), min_size=2, max_size=5))
def test_what_was_read_before_does_not_matter(files: list[bytes]) -> None:
    reader = DraftReader("vi", ZONE)
    for data in files:
        assert read_articles(reader, [opened(data, source())]) == [read_article(data)]
        assert read_pages(reader, [opened(data, source(PAGE, Role.PAGE))]) == [read_page(data)]


@bounded
@given(st.lists(any_file(*FILES), max_size=5))
def test_what_is_read_together_with_it_does_not_matter(files: list[bytes]) -> None:
    together = read_articles(DraftReader("vi", ZONE), [opened(data, source()) for data in files])
    assert together == [read_article(data) for data in files]
