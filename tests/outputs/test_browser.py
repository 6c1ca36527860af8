"""The pages in a real browser: read, followed, resized, printed, judged for accessibility, with and without scripts."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.outputs.conftest import serving

Scheme = Literal["light", "dark"]

ARTICLE = "bai-viet/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/"
TRANSLATED = "en/articles/2012/public-security-and-national-assembly-sign-regulation/"
UNTRANSLATED = f"en/articles/{ARTICLE.removeprefix('bai-viet/')}"
RECORD, UNDATED_RECORD = (
    "van-ban/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/",
    "van-ban/khong-ro-ngay/le-ky-quy-che-phoi-hop-trong-cong-tac-canh-ve/",
)
UNDATED = "bai-viet/khong-ro-ngay/le-ky-quy-che-phoi-hop-trong-cong-tac-canh-ve/"

# One page of each kind, and each kind where it has little or much to show.
TEXT = "van-ban/2018/quy-che-suong-va-cau-vong/"
PAGES = (
    "sample/",
    f"sample/{ARTICLE}",
    f"sample/{UNDATED}",
    f"sample/{RECORD}",
    "sample/co-quan/bo-cong-an/",
    "sample/co-quan/bo-khoa-hoc-va-cong-nghe/",
    "sample/luu-tru/",
    "sample/luu-tru/2012/11/",
    "sample/loai/bien-ban-ghi-nho/",
    "sample/van-ban/con-hieu-luc/2021/chua-ro/",
    "sample/van-ban/sap-den-han/",
    "sample/van-ban/chua-cong-bo-toan-van/",
    "register/co-quan/bo-gio/voi/bo-nang/",
    "register/nguoi-ky/an-van-mua/",
    "sample/nguoi-ky/",
    "sample/chu-de/",
    "sample/gioi-thieu/",
    "sample/so-do-trang/",
    "sample/giai-thich/",
    "sample/du-lieu/",
    "sample/thong-ke/",
    "sample/404.html",
    "sample/en/",
    f"sample/{TRANSLATED}",
    f"sample/{UNTRANSLATED}",
    "english/",
    "english/agencies/fisheries/",
    "empty/",
    "empty/luu-tru/khong-ro-ngay/",
    "register/bai-viet/2014/gio-va-nang-2014/",
    "register/co-quan/bo-gio/",
    f"register/{TEXT}",
    f"register/{TEXT}toan-van/2021-01-15/",
    "register/van-ban/2019/thoa-thuan-thuy-trieu/",
    "synthetic/bai-viet/trang/2/",
    "synthetic/mau-giao-dien/",
)
# Pages to which a script adds content.
SCRIPTED = (
    "sample/van-ban/",
    "sample/co-quan/",
    "sample/thong-ke/co-quan/",
    "register/thong-ke/co-quan/",
    "english/register/",
    "english/articles/2020/fishing/",
    "english/articles/2021/with-photos/",
    "register/van-ban/",
)
BASE = "https://bantin.example/"


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    """The sites side by side, each below its own path: what works here works at the root of a domain as well."""
    with serving(sites["sample"].parent) as address:
        yield address


def context(browser: Browser, server: str = "", **options: Any) -> BrowserContext:
    """A fresh browser. The error page requests its files at the root of its host: here too, those of the sample answer.

    At its own address, which is no server, the whole sample is answered from here.
    """
    opened = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
    opened.route(
        f"{BASE}**",
        lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(BASE, f"{server}sample/"))),
    )
    opened.route(
        f"{server}static/**",
        lambda route: route.continue_(url=route.request.url.replace(server, f"{server}sample/")),
    )
    return opened


def test_a_site_opened_from_disk_can_be_followed(browser: Browser, sites: dict[str, Path]) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto((sites["sample"] / "index.html").as_uri())
        page.get_by_role("link", name="Bộ Công an và Bộ Thông tin và Truyền thông ký kết").first.click()
        assert page.url == (sites["sample"] / ARTICLE / "index.html").as_uri()
        page.get_by_role("link", name="Quy chế phối hợp trong bảo vệ an ninh quốc gia").click()
        assert page.url == (sites["sample"] / RECORD / "index.html").as_uri()
        page.get_by_role("link", name="Bộ Khoa học và Công nghệ").click()
        page.get_by_role("navigation", name="Bạn đang ở").get_by_role("link", name="Cơ quan").click()
        page.get_by_role("link", name="Cấp tỉnh", exact=True).click()
        assert page.url == (sites["sample"] / "co-quan/index.html").as_uri() + "#bt-provincial"


# The links of a page, in HTML and in charts.
LEADING = "a[href], form[action]"
WHERE = (
    "(all) => all.map((one) => new URL(one.getAttribute('href') ?? one.getAttribute('action'), document.baseURI).href)"
)


def test_opened_from_disk_nothing_leads_to_a_folder(browser: Browser, sites: dict[str, Path]) -> None:
    """Nor to a file that is not there. The page for missing addresses is for servers alone."""
    leading = set()
    with context(browser) as opened:
        opened.route("http*://**", lambda route: route.abort())
        page = opened.new_page()
        for path in (*PAGES, *SCRIPTED, "sample/tim-kiem/", "english/about-us.html"):
            if not path.endswith("404.html"):
                site, _, address = path.partition("/")
                file = sites[site] / address
                page.goto((file / "index.html" if path.endswith("/") else file).as_uri())
                leading |= {one.partition("#")[0] for one in page.locator(LEADING).evaluate_all(WHERE)}
    found = [urlsplit(one) for one in sorted(leading) if one.startswith("file:")]
    assert len(found) > len(PAGES)
    assert [one.path for one in found if not Path(unquote(one.path)).is_file()] == []


def test_opened_from_disk_an_old_address_leads_to_the_page(browser: Browser, sites: dict[str, Path]) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto((sites["english"] / "old/water-guard/index.html").as_uri())
        page.wait_for_url("**/articles/2019/water-guard/index.html")
        page.wait_for_load_state()
        assert "Index of" not in page.title()
        assert page.locator("h1").count() == 1


def test_opened_from_disk_the_search_says_what_it_needs_and_leads_on(browser: Browser, sites: dict[str, Path]) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto((sites["sample"] / ARTICLE / "index.html").as_uri())
        page.get_by_role("searchbox").fill("bộ công an")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        page.get_by_text("Chức năng tìm kiếm chỉ hoạt động khi trang web được mở qua máy chủ").wait_for()
        assert not page.get_by_label("Từ cần tìm").is_visible()
        page.get_by_role("navigation", name="Cách tra cứu khác").get_by_role("link", name="Văn bản đã ký").click()
        assert page.url == (sites["sample"] / "van-ban/index.html").as_uri()


def test_served_the_search_says_nothing_of_disks(browser: Browser, server: str) -> None:
    with context(browser, server) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/tim-kiem/")
        assert page.get_by_label("Từ cần tìm").is_visible()
        assert not page.locator("[data-disk=shown]").is_visible()


def test_the_language_switch_leads_there_and_back(browser: Browser, server: str) -> None:
    with context(browser, server, java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        page.get_by_role("navigation", name="Ngôn ngữ").get_by_role("link", name="English").click()
        assert page.url == f"{server}sample/{UNTRANSLATED}"
        page.get_by_text("This text is available in Vietnamese only.").wait_for()
        page.get_by_role("navigation", name="Language").get_by_role("link", name="Tiếng Việt").click()
        assert page.url == f"{server}sample/{ARTICLE}"


def test_without_scripts_every_page_says_and_leads_the_same(browser: Browser, server: str) -> None:
    with context(browser, server) as scripted, context(browser, server, java_script_enabled=False) as plain:
        pages = [opened.new_page() for opened in (scripted, plain)]
        for path in PAGES:
            for page in pages:
                page.goto(server + path)
            # Controls that need scripts are shown only with scripts.
            pages[0].locator(".share button").evaluate_all(
                "(tools) => tools.forEach((tool) => { tool.hidden = true; })"
            )
            with_scripts, without = [page.locator("body").inner_text() for page in pages]
            assert with_scripts == without


def test_no_page_scrolls_sideways(browser: Browser, server: str) -> None:
    found = []
    with context(browser, server) as opened:
        page = opened.new_page()
        for path in (*PAGES, *SCRIPTED):
            page.goto(server + path)
            for width in (320, 360, 768, 1440):
                page.set_viewport_size({"width": width, "height": 800})
                found += [(path, width)] * (page.evaluate("document.documentElement.scrollWidth") > width)
    assert found == []


# The scheme changes only colours, so only rules about colours are checked again in the dark one.
JUDGED: dict[Scheme, dict[str, list[str]]] = {
    "light": {},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}


def test_no_page_has_a_barrier(browser: Browser, server: str, axe: Path) -> None:
    found = []
    with context(browser, server, bypass_csp=True) as opened:
        page = opened.new_page()
        for path in (*PAGES, *SCRIPTED):
            page.goto(server + path)
            page.add_script_tag(path=axe)
            for width, (scheme, rules) in product((360, 1440), JUDGED.items()):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                options = {**rules, "resultTypes": ["violations"]}
                violations = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
                found += [(path, width, scheme, one["id"], one["nodes"][0]["html"]) for one in violations]
    assert found == []


def test_axe_sees_a_barrier(browser: Browser, axe: Path) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.set_content("<html lang=vi><title>x</title><main><h1>x</h1><img src=x></main>")
        page.add_script_tag(path=axe)
        assert "image-alt" in page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")


def test_pages_ask_nobody_else_and_keep_nothing(browser: Browser, server: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    with context(browser) as opened:
        page = opened.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in (*PAGES, *SCRIPTED):
            if not path.endswith("404.html"):
                page.goto(server + path)
        assert opened.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [url for url in asked if not url.startswith(server)] == []
    assert said == []


def test_a_strict_policy_stops_nothing_of_a_page(browser: Browser, server: str) -> None:
    """Data for machines are no script to a browser; a script in a page would be, and would not run."""
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"

    def guarded(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    said: list[str] = []
    with context(browser) as opened:
        opened.route(f"{server}**", guarded)
        page = opened.new_page()
        page.on("console", lambda message: said.append(message.text))
        for path in PAGES:
            if not path.endswith("404.html"):
                page.goto(server + path)
                assert page.locator('script[type="application/ld+json"]').count() == 1
        assert said == []
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'ran = true'}))")
        assert page.evaluate("typeof ran") == "undefined"


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Đến nội dung chính"
        assert page.locator(":focus").is_visible()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "bt-main"


def test_a_redirect_leads_on(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}english/news/17.html")
        page.wait_for_url("**/articles/2019/water-guard/")


@pytest.mark.parametrize(
    "path", [f"sample/{RECORD}", f"sample/{UNDATED_RECORD}", "register/bai-viet/2014/gio-va-nang-2014/"]
)
def test_whether_an_agreement_is_in_force_is_seen_at_once(browser: Browser, server: str, path: str) -> None:
    """At the top, on a phone and where there is room."""
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(server + path)
        for width, height in ((360, 740), (1440, 900)):
            page.set_viewport_size({"width": width, "height": height})
            box = page.locator(".brief").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= height


def printed(page: Page, selector: str) -> bool:
    page.emulate_media(media="print")
    return page.locator(selector).first.is_visible()


def test_on_paper_there_is_the_article_and_no_menu(browser: Browser, server: str) -> None:
    with context(browser) as opened:
        page = opened.new_page()
        page.goto(f"{server}sample/{ARTICLE}")
        assert page.locator(".menu").is_visible()
        assert not printed(page, ".menu")
        assert printed(page, "h1")
        assert printed(page, ".brief")
