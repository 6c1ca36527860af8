"""The search in a real browser, on the sample bulletin with a real index: typed, narrowed, shared, gone back from."""

import json
import math
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Route, expect

from bantin.build.build import build
from bantin.domain.text.folding import fold
from bantin.site.content_policy import policy
from tests.bulletins import MINIMAL, SITE, request, tools, write
from tests.conftest import REPOSITORY, SAMPLE
from tests.content.documents.pdfs import pdf
from tests.outputs.conftest import serving
from tests.render.search.engines import real_engine

SPELT: dict[str, str] = json.loads((REPOSITORY / "tests/site/search_words.json").read_text(encoding="utf-8"))
POLICY = policy(search=True)
BCA_BTTTT = "Bộ Công an và Bộ Thông tin và Truyền thông ký kết Quy chế phối hợp"
BCA_VPQH = "Bộ Công an và Văn phòng Quốc hội ký Quy chế phối hợp bảo đảm an ninh, an toàn các hoạt động của Quốc hội"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bulletin with its index, below a path of its own."""
    engine = real_engine()
    folder = tmp_path_factory.mktemp("searched")
    build(request(SAMPLE), folder / "ban-tin", replace(tools(), find_engine=lambda: engine))
    return folder


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield f"{address}ban-tin/"


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page that runs nothing that a strict policy forbids, and on which nothing goes wrong unseen."""
    said: list[str] = []

    def guarded(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    with browser.new_context(viewport={"width": 1440, "height": 900}) as opened:
        opened.route(f"{server}**/", guarded)
        opened.route(f"{server}tim-kiem/?*", guarded)
        made = opened.new_page()
        made.on("console", lambda message: said.append(message.text))
        made.on("pageerror", lambda error: said.append(str(error)))
        yield made
        opened.unroute_all(behavior="ignoreErrors")
    assert said == []


@pytest.fixture
def script(page: Page, server: str, site: Path) -> str:
    """The address of the module that finds words, on the search page, which may import it."""
    page.goto(f"{server}tim-kiem/")
    (file,) = (site / "ban-tin/static").glob("find.*.js")
    return f"{server}static/{file.name}"


def titles(page: Page) -> list[str]:
    return page.locator(".search-results h2").all_inner_texts()


def ask(page: Page, server: str, query: str) -> list[str]:
    """The titles that a shared address leads to."""
    page.goto(f"{server}tim-kiem/?{query}")
    expect(page.locator(".search-count")).to_contain_text("kết quả")
    expect(page.locator(".search-results li")).not_to_have_count(0)
    return titles(page)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bộ thông tin và truyền thông", BCA_BTTTT),
        ("bo thong tin va truyen thong", BCA_BTTTT),
        ("BTTTT", BCA_BTTTT),
        ("tô lâm", BCA_BTTTT),
        ("to lam", BCA_BTTTT),
        ("24/11/2021", BCA_BTTTT),
        ("24-11-2021", BCA_BTTTT),
        ("20/11/2012", BCA_VPQH),
        ("van phong quoc hoi", BCA_VPQH),
    ],
)
def test_it_finds_with_marks_and_without(page: Page, server: str, query: str, first: str) -> None:
    found = ask(page, server, f"q={query}")
    articles = [title for title in found if " ký " in title]
    assert articles[0] == first


def test_what_is_typed_into_the_head_of_any_page_is_looked_for(page: Page, server: str) -> None:
    page.goto(f"{server}co-quan/")
    page.get_by_role("banner").get_by_role("searchbox").fill("xyz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    expect(page.locator(".search-count")).to_contain_text("Không tìm thấy")
    field = page.get_by_role("combobox", name="Từ cần tìm")
    field.fill("canh ve")
    page.keyboard.press("Enter")
    expect(page.locator(".search-results h2").first).to_have_text("Quy chế phối hợp trong công tác cảnh vệ")
    assert page.locator(".search-results mark").first.inner_text() == "cảnh"
    page.locator(".search-results a").first.click()
    assert page.url == f"{server}van-ban/khong-ro-ngay/le-ky-quy-che-phoi-hop-trong-cong-tac-canh-ve/"
    page.go_back()
    expect(page.locator(".search-results h2")).not_to_have_count(0)
    page.go_back()
    expect(field).to_have_value("xyz")


def test_results_are_narrowed_and_the_address_says_how(page: Page, server: str) -> None:
    every = ask(page, server, "q=quy che phoi hop")
    page.get_by_text("Lọc và sắp xếp").click()
    agency = page.get_by_label("Cơ quan")
    expect(agency.locator("option")).not_to_have_count(1)
    offered = {text.rpartition(" ")[0]: text.rpartition(" ")[2] for text in agency.locator("option").all_inner_texts()}
    assert offered["Văn phòng Quốc hội"] == "(1)"
    # One of the two agreements has a page of its own besides its news.
    assert offered["Bộ Công an"] == "(3)"
    agency.select_option("Bộ Công an")
    expect(page.locator(".search-results h2")).to_have_count(3)
    assert {BCA_BTTTT, BCA_VPQH} <= set(titles(page))
    assert "agency=B%E1%BB%99+C%C3%B4ng+an" in page.url
    page.get_by_label("Sắp xếp theo").select_option("date")
    expect(page.locator(".search-results h2").last).to_have_text(BCA_VPQH)
    page.get_by_label("Năm ký").select_option("2012")
    expect(page.locator(".search-results h2")).to_have_count(1)
    expect(page.get_by_role("status").first).to_have_text("Một kết quả")
    page.reload()
    expect(page.locator(".search-results h2")).to_have_count(1)
    assert page.get_by_label("Năm ký").input_value() == "2012"
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator(".search-results h2")).to_have_count(len(every))


EXCERPTS = [
    ("Lễ ký. Sáng nay, hai bên ký. ⁂ Bộ Công an. le ky", "hai", ["Sáng", "nay,", "[hai]", "bên", "ký."]),
    ("Lễ ký. Sáng nay ở Ðà Nẵng ⁂ x", "bo", ["Sáng", "nay", "ở", "Ðà", "Nẵng"]),
    ("Lễ ký. ⁂ Bộ Công an.", "bo", []),
    ("Lễ ký. Số 01/QCPH-BCA ḏã ký", "qcph đã", ["Số", "[01/QCPH-BCA]", "[đã]", "ký"]),
    (f"Lễ ký. {'a ' * 50}Đất đai {'b ' * 50}", "ḏat ḏai", ["…", *"aaaa", "[Đất]", "[đai]", *["b"] * 22, "…"]),
]


@pytest.mark.parametrize(("content", "words", "shown"), EXCERPTS)
def test_an_excerpt_is_what_a_reader_would_read(
    page: Page, script: str, content: str, words: str, shown: list[str]
) -> None:
    ask = "async ([script, ...given]) => (await import(new URL(script, document.baseURI))).excerpt(...given)"
    pieces = page.evaluate(ask, [script, content, "Lễ ký", words])
    assert [f"[{text}]" if is_word else text for text, is_word in pieces] == shown


TEXT = (
    "T. Hai bên ⟨#dieu-1⟩ Điều 1. Họp ⟨#dieu-1-khoan-1⟩ 1. Sơ kết hằng năm. "
    "⟨#dieu-1-khoan-2⟩ 2. Hằng năm tổ chức sơ kết. ⟨#⟩ Đã ký"
)
WHOLE = "Điều 1. [Họp] 1. Sơ kết hằng năm. 2. Hằng năm [tổ] [chức] sơ kết."


def place(page: Page, script: str, text: str, words: str) -> Any:
    """Where a search of ``words`` leads to in a ``text`` marked as ``TEXT`` is, the label of that, and the excerpt."""
    pieces = re.split("⟨(.*?)⟩", text)
    anchors = [
        {"id": f"{name}|Nhãn_{name}", "location": len("".join(pieces[: 2 * number + 1 : 2]).split())}
        for number, name in enumerate(pieces[1::2])
    ]
    told = {"content": "".join(pieces[::2]), "meta": {"title": "T"}, "anchors": anchors}
    ask = """async ([script, told, words]) => {
      const { place, excerpt } = await import(new URL(script, document.baseURI));
      const part = place(told, words);
      return part ? [part.hash, part.label, excerpt(told.content, told.meta.title, words, part)] : null;
    }"""
    return page.evaluate(ask, [script, told, words])


@pytest.mark.parametrize(
    ("words", "fragment", "said"),
    [
        ("sơ kết hằng năm", "#dieu-1-khoan-1", "1. [Sơ] [kết] [hằng] [năm.]"),
        ("so ket hang nam", "#dieu-1-khoan-1", "1. [Sơ] [kết] [hằng] [năm.]"),
        ("hằng năm tổ chức", "#dieu-1-khoan-2", "2. [Hằng] [năm] [tổ] [chức] sơ kết."),
        ("sơ kết tổ chức", "#dieu-1-khoan-2", "2. Hằng năm [tổ] [chức] [sơ] [kết.]"),
        ("họp tổ chức", "#dieu-1", WHOLE),
        ("họp ký", "", None),
        ("ḏã ký", "", None),
        ("t", "", None),
    ],
)
def test_a_result_leads_to_the_smallest_provision_that_says_the_words(
    page: Page, script: str, words: str, fragment: str, said: str | None
) -> None:
    found = place(page, script, TEXT, words)
    if said is None:
        assert found is None
        return
    assert found[:2] == [fragment, f"Nhãn {fragment}"]
    assert " ".join(f"[{text}]" if is_word else text for text, is_word in found[2]) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Points say the words together, each a part of them; another clause says all of them itself.
        (
            "T. ⟨#a⟩ Trao đổi: ⟨#a-1⟩ a) Báo cáo; ⟨#a-2⟩ b) Số liệu. ⟨#b⟩ Trao đổi đầy đủ, kịp thời báo cáo, số liệu.",
            "trao đổi số liệu",
        ),
        # One has both pieces that are remembered of it; another has the same words, but scattered.
        (
            "T. ⟨#a⟩ Cử đúng cán bộ khi đầu tháng có mối lo. ⟨#b⟩ Cử cán bộ theo dõi việc này, và báo tên của đầu mối.",
            "cử cán bộ đầu mối",
        ),
        # One has the words themselves; another has words that begin with them.
        (
            "T. ⟨#a⟩ Nghiên cứu thông tư. ⟨#b⟩ Nghi ngờ thì hỏi lại bên kia ngay trước khi gửi thông báo.",
            "nghi thông",
        ),
    ],
)
def test_of_several_provisions_that_say_the_words_a_result_leads_to_the_one_that_says_them_best(
    page: Page, script: str, text: str, words: str
) -> None:
    for way in (words, fold(words)):
        assert place(page, script, text, way)[0] == "#b"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([[3]], 0),
        ([[3], [4], [5]], 0),
        ([[3], []], None),
        ([[], [3]], None),
        # Three words are passed over from 3 to 7, and five back from 7 to 3; the break counts as five more.
        ([[3], [7]], 3 + 5),
        ([[7], [3]], 5 + 5),
        # The shortest way need not begin at the first place, nor go to the nearest next one.
        ([[1, 20], [2, 21], [22]], 0),
        ([[10], [11, 30], [31]], 19 + 5),
        ([[10], [11, 30], [12, 31]], 0),
        # A word that is asked twice may be the same one.
        ([[4, 9], [4, 9]], 1 + 5),
    ],
)
def test_words_are_the_nearer_the_fewer_are_passed_over_from_each_to_the_next(
    page: Page, script: str, places: list[list[int]], expected: int | None
) -> None:
    ask = "async ([script, places]) => (await import(new URL(script, document.baseURI))).distance(places)"
    assert page.evaluate(ask, [script, places]) == (math.inf if expected is None else expected)


RECORD = """\
---
type: quy-che
title: Quy chế phối hợp
parties: [co-quan-a, co-quan-b]
signed_on: 2015-05-06
fields: an-ninh
text_public: yes
documents: [{file: /documents/phu-luc.pdf, kind: annex}]
---

Điều 1. Phạm vi

Quy chế này áp dụng cho hai bên.

Điều 2. Trách nhiệm

1. Cơ quan A chủ trì.

2. Cơ quan B cử đầu mối, trao đổi thông tin hằng tháng.
"""
FILES: dict[str, str | bytes] = {
    "content/site.yml": f"{SITE}search: full\n",
    "content/agreements/x.md": RECORD,
    "content/documents/phu-luc.pdf": pdf("Phụ lục", "Danh mục thiết bị"),
}


@pytest.fixture(scope="module")
def record_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A bulletin with the text of an agreement and a PDF."""
    engine = real_engine()
    root = write(tmp_path_factory.mktemp("records"), MINIMAL, FILES)
    build(request(root), root / "site", replace(tools(), find_engine=lambda: engine))
    with serving(root / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("words", "address", "title"),
    [
        ("đầu mối, trao đổi", "van-ban/2015/x/#dieu-2-khoan-2", "Điều 2 khoản 2 · Quy chế phối hợp"),
        ("dau moi trao doi", "van-ban/2015/x/#dieu-2-khoan-2", "Điều 2 khoản 2 · Quy chế phối hợp"),
        ("hằng tháng đầu mối", "van-ban/2015/x/#dieu-2-khoan-2", "Điều 2 khoản 2 · Quy chế phối hợp"),
        ("chủ trì đầu mối", "van-ban/2015/x/#dieu-2", "Điều 2 · Quy chế phối hợp"),
        ("quy chế phối hợp", "van-ban/2015/x/", "Quy chế phối hợp"),
        ("thiet bi", "tai-lieu/phu-luc.pdf#page=2", "Trang 2 · phu-luc.pdf (Phụ lục)"),
    ],
)
def test_words_of_a_text_lead_to_their_provision_and_those_of_a_pdf_to_their_page(
    browser: Browser, record_server: str, words: str, address: str, title: str
) -> None:
    with browser.new_context() as opened:
        page = opened.new_page()
        assert ask(page, record_server, f"q={words}")[0] == title
        link = page.locator(".search-results a").first
        assert link.evaluate("link => link.href") == f"{record_server}{address}"
        beside = page.locator(".search-results .dates").first.inner_text()
        assert "06/05/2015 · " in beside


def test_the_script_spells_words_as_the_index_does(page: Page, script: str) -> None:
    spelt = "async ([script, texts]) => texts.map((await import(new URL(script, document.baseURI))).asked)"
    assert page.evaluate(spelt, [script, list(SPELT)]) == list(SPELT.values())


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("hoà", {"hoà", "hòa"}),
        ("Hòa giải", {"Hòa giải", "Hoà giải"}),
        ("thuỷ", {"thuỷ", "thủy"}),
        ("hoàn", {"hoàn"}),
        ("quý", {"quý"}),
        ("toán học", {"toán học"}),
    ],
)
def test_a_tone_is_looked_for_in_either_place(page: Page, script: str, text: str, ways: set[str]) -> None:
    placed = "async ([script, text]) => (await import(new URL(script, document.baseURI))).placements(text)"
    assert set(page.evaluate(placed, [script, text])) == ways


def test_results_are_no_barrier(page: Page, server: str, axe: Path) -> None:
    found: list[Any] = []
    ask(page, server, "q=bo cong an&year=2021")
    page.evaluate(axe.read_text(encoding="utf-8"))
    for width, scheme in product((360, 1440), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        violations = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        found += [(width, scheme, one["id"], one["nodes"][0]["html"]) for one in violations]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


def test_where_the_index_cannot_be_had_the_page_leads_on(browser: Browser, server: str) -> None:
    with browser.new_context() as opened:
        opened.route("**/pagefind/**", lambda route: route.abort())
        page = opened.new_page()
        page.goto(f"{server}tim-kiem/?q=bộ")
        expect(page.locator(".search-count")).to_contain_text("tạm thời không hoạt động")
        page.get_by_role("navigation", name="Cách tra cứu khác").get_by_role("link", name="Cơ quan").click()
        assert page.url == f"{server}co-quan/"


def test_without_scripts_the_page_leads_on(browser: Browser, server: str) -> None:
    with browser.new_context(java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(f"{server}tim-kiem/?q=bộ")
        assert page.locator("noscript .notice").is_visible()
        assert page.get_by_role("navigation", name="Cách tra cứu khác").get_by_role("link").count() == 4
        assert not page.get_by_text("Lọc và sắp xếp").is_visible()


def test_a_missing_page_offers_to_search_for_the_words_of_its_address(browser: Browser, server: str) -> None:
    with browser.new_context() as opened:
        opened.route("https://bantin.example/**", lambda route: route.fulfill(response=_own(route, server)))
        page = opened.new_page()
        page.goto("https://bantin.example/van-ban/quy-che_canh-ve.html")
        expect(page.get_by_role("searchbox")).to_have_value("van ban quy che canh ve")
        assert page.locator("form").get_attribute("action") == "https://bantin.example/tim-kiem/"
        opened.unroute_all(behavior="ignoreErrors")


def _own(route: Route, server: str) -> Any:
    """The reply of a server at the site's own address: the error page for missing files."""
    asked = route.request.url.replace("https://bantin.example/", server)
    response = route.fetch(url=asked)
    return response if response.ok else route.fetch(url=f"{server}404.html")


def test_browsers_find_the_description_of_the_search(page: Page, server: str, site: Path) -> None:
    page.goto(server)
    assert page.locator('link[rel="search"]').get_attribute("href") == "./opensearch.xml"
    told = (site / "ban-tin/opensearch.xml").read_text(encoding="utf-8")
    assert 'template="https://bantin.example/tim-kiem/?q={searchTerms}"' in told
    # OpenSearch 1.1 allows no longer one.
    (name,) = re.findall("<ShortName>(.*)</ShortName>", told)
    assert 0 < len(name) <= 16
