"""The same page in another language: each has one, and one only."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from bantin.domain.model import Article
from bantin.index import index
from bantin.site.counterparts import counterparts, in_words_of
from bantin.site.plan import plan
from tests.conftest import examples
from tests.index.contents import NOW, article, articles, content, page
from tests.index.test_translation import BOTH, translation


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("", ""),
        ("bai-viet/trang/2/", "articles/page/2/"),
        ("co-quan/", "agencies/"),
        ("co-quan/theo-cap/", "agencies/by-level/"),
        ("co-quan/a/voi/b/trang/3/", "agencies/a/with/b/page/3/"),
        ("co-quan/a/atom.xml", "agencies/a/atom.xml"),
        ("co-quan/a/lich.ics", "agencies/a/calendar.ics"),
        ("luu-tru/2012/11/20/", "archive/2012/11/20/"),
        ("luu-tru/khong-ro-ngay/", "archive/undated/"),
        ("van-ban/nam/2012/", "register/year/2012/"),
        ("van-ban/nam/chua-ro/", "register/year/unknown/"),
        ("van-ban/tinh-trang/con-hieu-luc/", "register/status/in-force/"),
        ("van-ban/con-hieu-luc/2012/chua-ro/", "register/in-force/2012/unknown/"),
        ("thong-ke/co-quan/", "statistics/agencies/"),
        # Names that are also words.
        ("co-quan/trang/trang/2/", "agencies/trang/page/2/"),
        ("chu-de/luu-tru/", "tags/luu-tru/"),
        ("chu-de/chua-ro/", "tags/chua-ro/"),
        ("nguoi-ky/nam/", "signatories/nam/"),
    ],
)
def test_an_address_is_shown_in_other_words(vi: str, en: str) -> None:
    assert in_words_of("en", vi, "vi") == en
    assert in_words_of("vi", en, "en") == vi


@settings(max_examples=examples(12), deadline=None)
@given(articles(8))
def test_every_page_is_the_counterpart_of_one(made: list[Article]) -> None:
    main = index(content(*made, page(), site=BOTH), NOW)
    found = plan(main, frozenset()).value
    assert found
    vi, en = ({page.url for page in found.pages if page.prefix == prefix} for prefix in ("", "en/"))
    pairs = counterparts(main.others[0], main, vi)
    # The main language has more: data and the like.
    shared = {address for address, counterpart in pairs.items() if counterpart in en}
    assert {pairs[address] for address in shared} == en
    assert len(shared) == len(en)


def test_what_has_a_source_file_is_found_by_it() -> None:
    one, about = article("ky-ket"), page()
    words = (translation(one, slug="signed"), translation(about, slug="about"))
    main = index(replace(content(one, about, site=BOTH), translations=words), NOW)
    listed = ["bai-viet/2020/ky-ket/", "gioi-thieu/", "co-quan/a/"]
    assert counterparts(main.others[0], main, listed) == {
        "bai-viet/2020/ky-ket/": "articles/2020/signed/",
        "gioi-thieu/": "about/",
        "co-quan/a/": "agencies/a/",
    }
