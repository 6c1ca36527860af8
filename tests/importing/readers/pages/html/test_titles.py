"""Titles: that of the article, not that of the portal or of a section."""

import pytest

from bantin.domain.text.name_keys import name_key
from bantin.importing.readers.pages.html.titles import title_of
from bantin.importing.readers.pages.html.tree import parse_page

TITLE = "Ký kết Quy chế phối hợp giữa hai cơ quan"


def title(html: str, *lines: str) -> str:
    keys = {name_key(line) for line in lines}
    found = title_of(parse_page(html), lambda words: name_key(words) in keys, ())
    return found.value if found else ""


@pytest.mark.parametrize("name", ["{} - Bộ mẫu", "{} | Báo mẫu", "Bộ mẫu » {}", "{} – Tin tức – Bộ mẫu", "{}"])
def test_the_name_of_the_site_is_cut_off(name: str) -> None:
    assert title(f"<title>{name.format(TITLE)}</title><p>x", TITLE, "Tin tức") in (TITLE, name.format(TITLE))
    assert title(f"<title>{TITLE} | Cổng thông tin điện tử mẫu</title><p>x", TITLE) == TITLE


def test_a_title_with_a_dash_in_it_stays_whole() -> None:
    whole = "Ký Quy chế phối hợp Bộ mẫu - Văn phòng mẫu"
    assert title(f"<title>{whole}</title><h1>{whole}</h1>", whole) == whole


def test_what_readers_see_comes_before_what_they_do_not() -> None:
    html = f'<meta property="og:title" content="Bộ mẫu"><title>{TITLE} - Bộ mẫu</title><p>x'
    assert title(html, TITLE, "Bộ mẫu") == TITLE


@pytest.mark.parametrize(
    "html",
    [
        "<title>Tin tức - Sự kiện</title><p>x",
        "<title>Cổng thông tin điện tử Bộ mẫu</title><h1>CỔNG THÔNG TIN ĐIỆN TỬ BỘ MẪU</h1>",
        '<h1><a href="/">Bộ mẫu, nơi phục vụ nhân dân</a></h1>',
        "<h1>Tin trong tỉnh</h1>",
        "<title></title><p>x",
        "<title>Văn phòng mẫu của tỉnh mẫu</title><p>x",
    ],
)
def test_portals_and_sections_are_no_titles(html: str) -> None:
    assert title(html, "Tin tức - Sự kiện", "CỔNG THÔNG TIN ĐIỆN TỬ BỘ MẪU", "Tin trong tỉnh") == ""


def test_a_portal_can_be_the_subject_of_an_article() -> None:
    words = "Cổng thông tin điện tử mẫu ký kết quy chế phối hợp với Báo mẫu"
    assert title(f"<h1>{words}</h1>", words) == words
