"""Bulletins in several languages: each page links to its versions, and shared files are published once."""

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import (
    Article,
    Label,
    Link,
    MenuItem,
    Outline,
    Photo,
    Position,
    RecordFile,
    StaticPage,
    Translation,
)
from bantin.domain.provisions.reading import read_text
from bantin.index import Bulletin, index
from bantin.site import Page
from bantin.site.bodies import filled
from bantin.site.linked_data import linked
from bantin.site.plan import plan
from bantin.site.views import ArticleView, LanguageView, LinkView, RecordView, SitemapView, StaticView, View
from tests.index.contents import NOW, agency, agreement, article, content, on, page, record, when
from tests.index.test_translation import BOTH, translation
from tests.site.plans import Plain, key_of

PDF, PHOTO = "content/documents/quy-che.pdf", "content/media/a.png"
ONE = article("mot", published=when("2020-05-06"), agreement=agreement(id="mot", signed_on=on("2020-05-05")))
TWO = article("hai", published=when("2020-05-07"), tags=("Biển",), agreement=agreement(id="hai"))
ENGLISH = translation(ONE, slug="one")
BASE = "https://bantin.example/"


class Both:
    """The plan of a bulletin in Vietnamese and English."""

    def __init__(
        self, *items: Article | RecordFile | StaticPage, translations: tuple[Translation, ...] = (), **site: Any
    ) -> None:
        agencies = (agency("a", "Cơ quan A"), replace(agency("b"), name=Label("Cơ quan B", "Agency B")))
        below = replace(BOTH.others[0], **site)
        settings = replace(BOTH, others=(below,), **site)
        made = replace(content(*items, *agencies, site=settings, files=(PDF, PHOTO)), translations=translations)
        self.bulletin: Bulletin = index(made, NOW)
        found = plan(self.bulletin, made.files)
        assert found.value
        self.problems = found.problems
        self.plan = found.value
        self.pages: Mapping[str, Page] = {one.address: one for one in found.value.pages}

    def view(self, address: str) -> View:
        found = self.pages[address]
        directories = {one.directory.site.prefix: one.directory for one in self.bulletin.in_all_languages}
        return filled(found.blank(directories[found.prefix]), found.texts, Plain({}))


def test_a_page_knows_itself_in_every_language() -> None:
    both = Both(ONE, TWO, translations=(ENGLISH,))
    vi, en = "bai-viet/2020/mot/", "articles/2020/one/"
    assert both.view(vi).languages == (
        LanguageView("vi", "Tiếng Việt", vi, BASE + vi, here=True),
        LanguageView("en", "English", f"en/{en}", f"{BASE}en/{en}", here=False),
    )
    assert both.view(f"en/{en}").languages == (
        LanguageView("vi", "Tiếng Việt", f"../{vi}", BASE + vi, here=False),
        LanguageView("en", "English", en, f"{BASE}en/{en}", here=True),
    )


@pytest.mark.parametrize(
    ("vi", "en"),
    [("", "en/"), ("van-ban/", "en/register/"), ("luu-tru/2020/05/", "en/archive/2020/05/"), ("du-lieu/", "en/data/")],
)
def test_the_switch_lands_on_the_same_page(vi: str, en: str) -> None:
    both = Both(ONE, TWO)
    assert [one.url for one in both.pages[vi].languages] == [vi, en]
    assert [one.full for one in both.pages[en].languages] == [BASE + vi, BASE + en]


def test_the_second_page_of_a_list_leads_to_the_second_page() -> None:
    both = Both(ONE, TWO, article("ba"))
    assert [one.url for one in both.pages["bai-viet/trang/2/"].languages] == [
        "bai-viet/trang/2/",
        "en/articles/page/2/",
    ]


def test_what_is_in_one_language_only_leads_to_the_home_page_of_the_other() -> None:
    found = Both(ONE).pages["404.html"].languages
    assert [(one.url, one.full) for one in found] == [("404.html", ""), ("en/", "")]
    assert "en/404.html" not in Both(ONE).pages


def test_what_has_no_translation_leads_search_engines_to_the_original() -> None:
    both = Both(ONE, page(), translations=(ENGLISH,))
    view = both.view("en/gioi-thieu/")
    assert isinstance(view, StaticView)
    assert (view.canonical, view.lang) == (f"{BASE}gioi-thieu/", "vi")
    assert [(one.url, one.full) for one in view.languages] == [("../gioi-thieu/", ""), ("gioi-thieu/", "")]
    original = both.view("gioi-thieu/")
    # One text is no translation of itself, so neither page names the other as one.
    assert (original.canonical, original.languages[1].full) == ("", "")
    assert both.view("en/articles/2020/one/").canonical == ""


def test_an_article_without_a_translation_is_marked_wherever_it_is_listed() -> None:
    both = Both(ONE, TWO, translations=(ENGLISH,))
    listed = both.view("en/articles/")
    assert [(card.title, card.lang) for card in listed.cards] == [("Bài hai", "vi"), ("Two ministries sign", "")]  # type: ignore[attr-defined]
    rows = both.view("en/register/").rows  # type: ignore[attr-defined]
    assert sorted((row.title, row.lang) for row in rows) == [("Bài hai", "vi"), ("Two ministries sign", "")]
    article_page = both.view("en/articles/2020/one/")
    assert isinstance(article_page, ArticleView)
    assert article_page.newer
    assert (article_page.newer.label, article_page.newer.lang) == ("Bài hai", "vi")
    assert [one.lang for one in both.view("bai-viet/").cards] == ["", ""]  # type: ignore[attr-defined]


def test_a_name_in_the_main_language_alone_is_marked() -> None:
    both = Both(ONE)
    view = both.view("en/articles/2020/mot/")
    assert isinstance(view, ArticleView)
    assert view.agreement
    assert [(one.link.label, one.link.lang) for one in view.agreement.parties] == [
        ("Cơ quan A", "vi"),
        ("Agency B", ""),
    ]
    assert [one.lang for one in view.tags] == []
    tags = Both(TWO, replace(ONE, tags=TWO.tags)).view("en/articles/2020/hai/").tags  # type: ignore[attr-defined]
    assert [(one.label, one.url, one.lang) for one in tags] == [("Biển", "tags/bien/", "vi")]


def linking(*targets: str) -> Translation:
    return replace(ENGLISH, outline=Outline(tuple(Link(target, Position(7, 1)) for target in targets)))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("hai.md", "articles/2020/hai/"),
        ("mot.md", "articles/2020/one/"),
        ("mot.en.md", "articles/2020/one/"),
        ("../../agencies/a.yml", "agencies/a/"),
        ("/van-ban/", "register/"),
        ("/co-quan/a/voi/b/", "agencies/a/with/b/"),
        ("/chu-de/bien/", "articles/2020/hai/"),
        ("/en/tags/bien/", "../en/articles/2020/hai/"),
        ("/luu-tru/2020/05/05/", "articles/2020/one/"),
        ("/van-ban", "register/"),
        ("/van-ban/?x#y", "register/?x#y"),
        ("/", ""),
        ("/en/register/", "../en/register/"),
        ("/du-lieu/agreements.csv", "../du-lieu/agreements.csv"),
        ("/documents/quy-che.pdf", "../tai-lieu/quy-che.pdf"),
    ],
)
def test_a_link_leads_to_the_page_in_its_own_language(target: str, address: str) -> None:
    both = Both(ONE, TWO, translations=(linking(target),))
    assert both.problems == ()
    assert both.pages["en/articles/2020/one/"].texts[0].addresses == (address,)


def test_a_page_may_lead_to_a_translation() -> None:
    told = replace(TWO, outline=Outline((Link("mot.en.md", Position(7, 1)),)))
    both = Both(ONE, told, translations=(ENGLISH,))
    assert both.pages["bai-viet/2020/hai/"].texts[0].addresses == ("en/articles/2020/one/",)
    hidden = Both(ONE, told, translations=(replace(ENGLISH, draft=True),))
    assert {problem.code for problem in hidden.problems} == {"link-to-hidden"}


def test_what_is_hidden_is_no_file_of_another_type_in_the_other_language_either() -> None:
    told = replace(TWO, outline=Outline((Link("mot.md", Position(7, 1)),)))
    draft = Both(replace(ONE, draft=True), told, translations=(ENGLISH,))
    assert {problem.code for problem in draft.problems} == {"link-to-hidden"}
    expired = Both(replace(ONE, expires=when("2025"), agreement=None), told, translations=(ENGLISH,))
    assert [problem.code for problem in expired.problems] == ["link-to-expired"]
    texts = {page: expired.pages[page].texts[0].addresses for page in ("bai-viet/2020/hai/", "en/articles/2020/hai/")}
    assert texts == {"bai-viet/2020/hai/": ("bai-viet/",), "en/articles/2020/hai/": ("articles/",)}


def test_a_wrong_link_of_a_text_that_is_there_twice_is_reported_once() -> None:
    told = replace(TWO, outline=Outline((Link("/khong-co/", Position(7, 1)), Link("x.md", Position(8, 1)))))
    assert sorted(problem.code for problem in Both(told).problems) == ["broken-link"] * 2


def test_menus_lead_to_the_pages_of_their_language() -> None:
    menu = (
        MenuItem(Label("Sổ", "Register"), "/van-ban/", Position(1, 1)),
        MenuItem(Label(), "pages/gioi-thieu.md", Position(2, 1)),
    )
    both = Both(ONE, page(), translations=(translation(page(), slug="about", title="About"),), menu=menu)
    assert both.problems == ()
    assert [(one.label, one.url) for one in both.plan.sites[""].menu] == [
        ("Sổ", "van-ban/"),
        ("Trang gioi-thieu", "gioi-thieu/"),
    ]
    assert [(one.label, one.url) for one in both.plan.sites["en/"].menu] == [
        ("Register", "register/"),
        ("About", "about/"),
    ]


def test_what_all_languages_share_is_published_once() -> None:
    told = replace(ONE, photos=(Photo(PHOTO, "Lễ ký"),))
    both = Both(told, translations=(replace(ENGLISH, photos=(Photo(PHOTO, "The signing"),)),))
    assert [file.address for file in both.plan.files] == ["media/a.png"]
    view = both.view("en/articles/2020/one/")
    assert isinstance(view, ArticleView)
    assert [(photo.url, photo.alt) for photo in view.photos] == [("../media/a.png", "The signing")]
    assert [one.url for one in view.alternates] == ["../bai-viet/2020/mot/index.json"]
    apart = {address for address in both.pages if address.startswith("du-lieu/") or address.endswith("index.json")}
    assert apart
    assert not any(f"en/{address}" in both.pages for address in apart)


def test_an_agreement_is_one_thing_in_all_languages() -> None:
    both = Both(ONE, translations=(ENGLISH,))
    texts = [
        str(linked(both.view(address), both.plan.sites[prefix]))
        for prefix, address in (("", "bai-viet/2020/mot/"), ("en/", "en/articles/2020/one/"))
    ]
    for text in texts:
        assert f'"@type":"Legislation","@id":"{BASE}bai-viet/2020/mot/#agreement"' in text
    assert f'"workTranslation":[{{"@id":"{BASE}en/articles/2020/one/"}}]' in texts[0]
    assert f'"translationOfWork":{{"@id":"{BASE}bai-viet/2020/mot/"}}' in texts[1]
    assert '"inLanguage":"en"' in texts[1]


def test_the_sitemap_tells_of_every_text_once_and_of_its_translations() -> None:
    both = Both(ONE, TWO, translations=(ENGLISH,))
    view = both.view("sitemap.xml")
    assert isinstance(view, SitemapView)
    found = {address: versions for address, _, versions in view.entries}
    versions = (("vi", f"{BASE}bai-viet/2020/mot/"), ("en", f"{BASE}en/articles/2020/one/"))
    assert found[f"{BASE}bai-viet/2020/mot/"] == found[f"{BASE}en/articles/2020/one/"] == versions
    assert found[f"{BASE}bai-viet/2020/hai/"] == ()
    assert f"{BASE}en/articles/2020/hai/" not in found
    assert "en/sitemap.xml" not in both.pages
    assert "en/robots.txt" not in both.pages


def test_a_page_that_takes_the_address_of_a_language_is_reported() -> None:
    codes = [(problem.code, problem.location.path) for problem in Both(ONE, page("en")).problems]
    assert codes == [("address-collision", "content/pages/en.md")]


def test_the_key_of_a_page_tells_of_its_address_in_other_languages_and_of_no_other_article() -> None:
    older = [article(name, published=when("2020-01-01")) for name in ("xa", "xa-nua")]
    known, same, moved = (
        key_of(Both(ONE, *others, translations=(words,)).pages["bai-viet/2020/mot/"])
        for others, words in ((older[:1], ENGLISH), (older, ENGLISH), (older, replace(ENGLISH, slug="first")))
    )
    assert known == same
    assert known != moved


def test_one_language_has_no_switch() -> None:
    made = index(content(ONE), NOW)
    found = plan(made, frozenset()).value
    assert found
    assert list(found.sites) == [""]
    assert {page.languages for page in found.pages} == {()}


def test_the_page_of_a_translated_text_leads_to_the_original_which_alone_counts() -> None:
    one = record("mot", text=read_text("Điều 1. Phạm vi\n", 10))
    words = translation(one, title="", lead="", text=read_text("Article 1. Scope\n", 10))
    vi, en = "van-ban/2015/mot/", "register/2015/mot/"
    shown = {}
    for translations in ((words,), ()):
        both = Both(one, translations=translations)
        for address in (vi, f"en/{en}"):
            view = both.view(address)
            assert isinstance(view, RecordView)
            assert view.text
            shown[address, bool(translations)] = view.original, view.text.lang
    assert shown == {
        (vi, True): (None, ""),
        (f"en/{en}", True): (LinkView("Tiếng Việt", f"../{vi}", lang="vi"), ""),
        (vi, False): (None, ""),
        (f"en/{en}", False): (None, "vi"),
    }
