"""The parts that all pages share: menus, links to other sites, the foot of the page."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Article, Contact, Label, MenuItem, NamedFile, Position, StaticPage
from bantin.site.plan import plan
from bantin.site.views import LinkView, SiteView
from tests.index.contents import SITE, article, bulletin, page
from tests.site.plans import codes, planned


def site(*items: Article | StaticPage, files: tuple[str, ...] = (), **changes: Any) -> SiteView:
    return planned(bulletin(*items, site=replace(SITE, **changes)), *files).site


def to(target: str, vi: str = "", en: str = "") -> MenuItem:
    return MenuItem(Label(vi, en), target, Position(9, 5, len(target)))


def test_the_menu_leads_to_the_sections_and_the_indexes_where_the_site_has_none_of_its_own() -> None:
    assert site().menu == (
        LinkView("Tin", "chuyen-muc/tin/"),
        LinkView("Thông báo", "chuyen-muc/thong-bao/"),
        LinkView("Văn bản đã ký", "van-ban/"),
        LinkView("Cơ quan", "co-quan/"),
        LinkView("Lĩnh vực", "linh-vuc/"),
        LinkView("Loại văn bản", "loai/"),
        LinkView("Lưu trữ", "luu-tru/"),
    )


def test_a_site_without_sections_has_its_news_in_the_menu() -> None:
    assert site(sections=(), language="en").menu[0] == LinkView("News", "articles/")


@pytest.mark.parametrize(
    ("item", "link"),
    [
        (to("pages/gioi-thieu.md"), LinkView("Trang gioi-thieu", "gioi-thieu/")),
        (to("pages/gioi-thieu.md", "Ai làm?"), LinkView("Ai làm?", "gioi-thieu/")),
        (to("pages/gioi-thieu.md", en="Who"), LinkView("Who", "gioi-thieu/")),
        (to("articles/2020/bai.md"), LinkView("Bài bai", "bai-viet/2020/bai/")),
        (to("agencies/a.yml"), LinkView("Cơ quan A", "co-quan/a/")),
        (to("/co-quan/"), LinkView("Cơ quan", "co-quan/")),
        (to("https://x.example/"), LinkView("https://x.example/", "https://x.example/", external=True)),
        (to("https://x.example/", "X"), LinkView("X", "https://x.example/", external=True)),
        (to("mailto:a@x.example", "Thư"), LinkView("Thư", "mailto:a@x.example", external=True)),
        (to("/documents/a.pdf", "Văn bản"), LinkView("Văn bản", "tai-lieu/a.pdf")),
    ],
)
@pytest.mark.parametrize("menu", ["menu", "links"])
def test_an_entry_leads_to_a_file_an_address_or_another_site(menu: str, item: MenuItem, link: LinkView) -> None:
    made = site(article(), page(), files=("content/documents/a.pdf",), **{menu: (item,)})
    assert getattr(made, menu) == (link,)


def test_an_emblem_is_published_and_stands_before_the_title() -> None:
    emblem = NamedFile("media/huy-hieu.png", Position(9, 9, 18))
    made = planned(bulletin(site=replace(SITE, emblem=emblem)), "content/media/huy-hieu.png")
    assert made.site.emblem
    assert made.site.emblem.url == "media/huy-hieu.png"
    assert [one.address for one in made.files] == ["media/huy-hieu.png"]
    assert site().emblem is None


@pytest.mark.parametrize(
    ("file", "code"),
    [("media/a.png", "no-such-file"), ("../a.png", "bad-path"), ("pages/gioi-thieu.md", "bad-file-type")],
)
def test_an_emblem_that_is_not_there_is_reported(file: str, code: str) -> None:
    emblem = NamedFile(file, Position(9, 9, 5))
    assert codes(bulletin(page(), site=replace(SITE, emblem=emblem)), page().path) == [code]


def test_a_document_that_a_menu_leads_to_is_published() -> None:
    made = bulletin(site=replace(SITE, menu=(to("/documents/a.pdf"),)))
    assert [file.source for file in planned(made, "content/documents/a.pdf").files] == ["content/documents/a.pdf"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("pages/khong-co.md", "broken-link"),
        ("/khong-co/", "broken-link"),
        ("pages/nhap.md", "link-to-hidden"),
        ("../pyproject.toml", "bad-path"),
        ("/media/a.svg", "bad-file-type"),
    ],
)
def test_an_entry_that_leads_nowhere_is_a_problem_at_its_place(target: str, code: str) -> None:
    made = bulletin(page("nhap", draft=True), site=replace(SITE, menu=(to(target),)))
    problems = plan(made, frozenset({"content/media/a.svg"})).problems
    assert [str(problem.location) for problem in problems] == ["content/site.yml:9:5"]
    assert codes(made, "content/media/a.svg") == [code]


def test_every_static_page_and_the_data_are_linked_at_the_foot_of_every_page() -> None:
    made = (
        ("Trang a", "a/"),
        ("Trang b", "b/"),
        ("Đính chính", "dinh-chinh/"),
        ("Giải thích từ ngữ", "giai-thich/"),
        ("Dữ liệu", "du-lieu/"),
    )
    links = tuple(LinkView(label, url) for label, url in made)
    assert site(page("b"), page("a")).footer[:-1] == links


@pytest.mark.parametrize(("publisher", "shown"), [("", "Bản tin"), ("Nhà xuất bản", "Nhà xuất bản")])
def test_the_publisher_is_the_site_unless_it_names_another(publisher: str, shown: str) -> None:
    assert site(publisher=publisher).publisher == shown


def test_what_the_settings_say_of_the_site_is_there_for_every_page() -> None:
    made = site(description="Mô tả", license="Giấy phép", contact=Contact("1 Phố A", "0123", "a@a.example"))
    assert (made.title, made.base_url, made.language) == ("Bản tin", "https://bantin.example/", "vi")
    assert (made.description, made.license) == ("Mô tả", "Giấy phép")
    assert (made.address, made.phone, made.email) == ("1 Phố A", "0123", "a@a.example")
    assert (made.atom, made.rss) == ("atom.xml", "rss.xml")
    assert made.generator.startswith("Bantin ")


def test_the_pages_that_the_menu_leads_to_are_known() -> None:
    shown = site()
    assert shown.menu_addresses == {"", *(link.url for link in shown.menu)}


def test_a_site_is_distinguished_from_another_at_its_address() -> None:
    """Memoised output of one is not shown on the other."""
    assert hash(site()) == hash(site())
    assert site() == site()
    assert site() != site(title="Bản tin khác")
