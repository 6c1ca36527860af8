"""VALIDATE: ``site.yml`` and ``vocabulary.yml``."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bantin.content.files import SITE, VOCABULARY
from bantin.content.settings import read_site, read_vocabulary
from bantin.domain.model import Contact, Label, MenuItem, NamedFile, Position, Site, Term, Vocabulary
from tests import bulletins
from tests.content.readings import assert_well_told, told
from tests.content.strategies import any_file, bounded

WHOLE = """\
title: Bản tin
base_url: https://bantin.example/so
language: vi
timezone: Asia/Ho_Chi_Minh
description: Tin về các quy chế phối hợp.
publisher: Văn phòng
theme: rieng
sections:
  tin: Tin tức
  thong-bao: {vi: Thông báo, en: Notices}
menu:
  - pages/gioi-thieu.md
  - {to: /van-ban/, label: Sổ}
links: [{to: 'https://x.example/?a=b', label: {en: Elsewhere}}]
contact: {address: Hà Nội, phone: '113', email: a@b.example}
license: Ghi rõ nguồn.
page_size: 500
trusted_roots: [/documents/goc.pem]
feed_size: 1
repository: https://git.example/blob/{commit}/{path}
emblem: media/huy-hieu.png
"""
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_four_lines_are_all_that_a_site_needs() -> None:
    checked = read_site(bulletins.SITE.encode())
    assert checked.problems == ()
    assert checked.value == Site("Bản tin", "https://bantin.example/", "vi", ZONE)


def test_everything_that_the_settings_say_is_taken_over() -> None:
    checked = read_site(WHOLE.encode())
    assert checked.problems == ()
    assert checked.value == Site(
        title="Bản tin",
        base_url="https://bantin.example/so/",
        language="vi",
        timezone=ZONE,
        description="Tin về các quy chế phối hợp.",
        publisher="Văn phòng",
        theme="rieng",
        sections=(Term("tin", Label("Tin tức")), Term("thong-bao", Label("Thông báo", "Notices"))),
        menu=(
            MenuItem(Label(), "pages/gioi-thieu.md", Position(12, 5, 19)),
            MenuItem(Label("Sổ"), "/van-ban/", Position(13, 10, 9)),
        ),
        links=(MenuItem(Label(en="Elsewhere"), "https://x.example/?a=b", Position(14, 14, 24)),),
        contact=Contact("Hà Nội", "113", "a@b.example"),
        license="Ghi rõ nguồn.",
        page_size=500,
        feed_size=1,
        repository="https://git.example/blob/{commit}/{path}",
        emblem=NamedFile("media/huy-hieu.png", Position(21, 9, 18)),
        trusted_roots=(NamedFile("/documents/goc.pem", Position(18, 17, 18)),),
    )


def test_a_site_in_two_languages_is_the_same_one_twice() -> None:
    more = """\
languages: [en, vi]
description: {vi: Tin, en: News}
contact: {address: {vi: Hà Nội, en: Hanoi}}
license: Tự do.
"""
    site = read_site(bulletins.SITE.encode() + more.encode()).value
    assert site
    vi, en = site.in_all_languages
    assert (vi.prefix, vi.up, vi.base_url, vi.root_url) == (
        "",
        "",
        "https://bantin.example/",
        "https://bantin.example/",
    )
    assert (en.prefix, en.up, en.base_url, en.root_url) == ("en/", "../", "https://bantin.example/en/", vi.root_url)
    assert [(one.language, one.main, one.below) for one in (vi, en)] == [("vi", "vi", None), ("en", "vi", "vi")]
    assert [one.description for one in (vi, en)] == ["Tin", "News"]
    assert [one.contact.address for one in (vi, en)] == ["Hà Nội", "Hanoi"]
    # A text given in one language only is shown in that one.
    assert [(one.title, one.license) for one in (vi, en)] == [("Bản tin", "Tự do.")] * 2


def test_a_site_in_one_language_is_in_no_other() -> None:
    for line in ("", "languages: [vi]\n"):
        site = read_site(bulletins.SITE.encode() + line.encode()).value
        assert site
        assert site.in_all_languages == (site,)


def test_one_trusted_root_needs_no_list() -> None:
    checked = read_site(f"{bulletins.SITE}trusted_roots: /documents/goc.pem\n".encode())
    assert checked.problems == ()
    assert checked.value
    assert checked.value.trusted_roots == (NamedFile("/documents/goc.pem", Position(5, 16, 18)),)


def test_the_vocabulary_keeps_the_order_of_its_file() -> None:
    checked = read_vocabulary("types:\n  z: Z\n  a: {vi: Á, en: A}\nfields: {y-te: Y tế}\n".encode())
    assert checked.problems == ()
    assert checked.value == Vocabulary(
        (Term("z", Label("Z")), Term("a", Label("Á", "A"))), (Term("y-te", Label("Y tế")),)
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *((f"base_url: {url}", "bad-base-url") for url in ("x.vn", "ftp://x.vn/", "https:///x", "https://x.vn/?a")),
        *((f"base_url: {url}", "bad-base-url") for url in ("'https://x.vn/#a'", "https://đ.vn/", "'https://x.vn/a b'")),
        *((f"language: {language}", "bad-choice") for language in ("VI", "fr", "vi-VN", "tiếng Việt")),
        *((f"timezone: {zone}", "bad-timezone") for zone in ("Asia/Hanoi", "../../etc/passwd", "/etc/localtime")),
        *((f"timezone: {zone}", "bad-timezone") for zone in ("Asia", "tzdata.zi", "GMT+7:00", "Đ", "'Asia/Tokyo/'")),
        *((f"theme: {theme}", "bad-slug") for theme in ("../x", "/etc", "A", "a/b", ".")),
        *((f"page_size: {size}", "bad-number") for size in ("0", "501", "-1", "1.5", "٣", "1e2", "9" * 99, "hai")),
        ("feed_size: 0", "bad-number"),
        ("languages: [en]", "main-language-missing"),
        ("languages: [vi, fr]", "bad-choice"),
        ("languages: vi", "expected-list"),
        ("sections: [tin]", "expected-mapping"),
        ("sections: {Tin: x}", "bad-slug"),
        ("sections: {tin: [x]}", "expected-text"),
        ("menu: pages/x.md", "expected-list"),
        ("menu: [{label: x}]", "missing-key"),
        ("menu: [[x]]", "expected-mapping"),
        ("menu: ['javascript:x']", "bad-url"),
        ("menu: [' java\tscript:x']", "bad-url"),
        ("links: [{to: 'DATA:text/html,x'}]", "bad-url"),
        ("contact: x", "expected-mapping"),
        ("titel: x", "unknown-key"),
        ("page_size: 1\npage_size: 2", "duplicate-key"),
    ],
)
def test_a_setting_that_is_not_of_its_kind_is_refused(line: str, code: str) -> None:
    key = line.partition(":")[0]
    lines = [other for other in bulletins.SITE.splitlines() if not other.startswith(f"{key}:")]
    checked = read_site("\n".join([*lines, line, ""]).encode())
    assert checked.value is None
    (problem,) = checked.problems
    assert problem.code == code
    assert problem.location.path == SITE
    assert problem.location.line > len(lines)


@pytest.mark.parametrize("key", ["title", "base_url", "language", "timezone"])
def test_a_setting_that_a_site_needs_is_missed(key: str) -> None:
    lines = [line for line in bulletins.SITE.splitlines() if not line.startswith(f"{key}:")]
    checked = read_site("\n".join(lines).encode())
    assert checked.value is None
    assert [(problem.code, dict(problem.values)["key"]) for problem in checked.problems] == [("missing-key", key)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("types: {a: b}\n", "1:1+1 missing-key"),
        ("types: [a]\nfields: {a: b}\n", "1:1+5 expected-mapping"),
        ("types: {Quy chế: {en: b}}\nfields: {a: b}\n", "1:9+7 bad-slug"),
        ("types: {a: {fr: b}}\nfields: {a: b}\n", "1:9+1 bad-choice"),
        ("types: {a: b}\nfields: {a: b}\nfiels: {}\n", "3:1+5 unknown-key"),
        ("types: {a: b, a: c}\nfields: {a: b}\n", "1:15+1 duplicate-key"),
    ],
)
def test_a_vocabulary_with_an_error_is_refused(text: str, problem: str) -> None:
    checked = read_vocabulary(text.encode())
    assert checked.value is None
    assert told(checked.problems) == [problem]


@bounded
@given(any_file(WHOLE, bulletins.SITE))
def test_any_bytes_are_settings_or_refused_with_a_reason(data: bytes) -> None:
    checked = read_site(data)
    assert checked.value is not None or checked.problems
    assert_well_told(checked.problems, data, SITE)


@bounded
@given(any_file(bulletins.VOCABULARY, "types:\n  a: {vi: Á, en: A}\nfields: {b: B}\n"))
def test_any_bytes_are_a_vocabulary_or_refused_with_a_reason(data: bytes) -> None:
    checked = read_vocabulary(data)
    assert checked.value is not None or checked.problems
    assert_well_told(checked.problems, data, VOCABULARY)
