"""The pages of articles: what they show of other articles, and the addresses that they had before."""

from collections.abc import Callable, Mapping
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article, Credit, Document, Heading, Link, Outline, Photo, Position, StaticPage
from bantin.index import Bulletin
from bantin.site.addresses import WORDS
from bantin.site.addresses import article as address_of
from bantin.site.single_items import group_pages, single_item_addresses
from bantin.site.views import ArticleView, HeadingView, LinkView, PhotoView, StaticView
from tests.index.contents import SITE, agreement, article, articles, bulletin, page, quick, when
from tests.site.plans import key_of, pages_of, planned, view_at, views_of

NEW = article("moi", 2025, published=when("2025-01-01"), agreement=agreement("a", "b", "c", "d", id="moi"))


def views(made: Bulletin) -> dict[str, ArticleView]:
    return {view.url: view for view in views_of(made, ArticleView)}


def keys(made: Bulletin) -> dict[str, bytes]:
    """The keys of the pages of articles."""
    return {seen.page.url: key_of(seen.page) for seen in planned(made).pages if isinstance(seen.view, ArticleView)}


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The addresses at which something else stands."""
    return [address for address, told in before.items() if after[address] != told]


def url(one: Article) -> str:
    return address_of(WORDS["vi"], one)


def agencies(one: Article) -> set[str]:
    return {party.agency for party in one.agreement.parties} if one.agreement else set()


@quick
@given(articles(hidden=False))
def test_a_newer_article_changes_the_page_of_the_newest_and_of_what_was_alone_in_a_group(made: list[Article]) -> None:
    before, after = bulletin(*made), bulletin(*made, NEW)
    newest = [url(one) for one in before.articles[:1]]
    alone = dict(single_item_addresses(before))
    # The article of a pair of agencies that had only that now leads to the page of both.
    joined = {alone[one] for one in group_pages(after) if one in alone}
    two = {url(one) for one in before.articles if one.agreement and len(one.agreement.parties) == 2}
    for told in (views, keys):
        assert set(changed(told(before), told(after))) == {*newest, *(joined & two)}


@quick
@given(articles(most=8, hidden=False), st.sampled_from(["2020-05-06", "2020", "2018", "2030"]))
def test_an_article_of_no_agency_changes_the_pages_of_its_neighbours_only(made: list[Article], day: str) -> None:
    new = article("moi", published=when(day))
    before, after = bulletin(*made), bulletin(*made, new)
    own = views(after).get(url(new))
    neighbours = {link.url for link in (own.newer, own.older) if link} if own else set()
    for told in (views, keys):
        assert set(changed(told(before), told(after))) == neighbours


@quick
@given(articles())
def test_neighbours_are_the_articles_next_in_time(made: list[Article]) -> None:
    found = bulletin(*made)
    by_url = views(found)
    shown = [by_url[url(one)] for one in found.articles]
    for newer, older in pairwise(shown):
        assert newer.older == LinkView(older.title, older.url)
        assert older.newer == LinkView(newer.title, newer.url)
    assert all(view.newer is None for view in shown[:1])
    assert all(view.older is None for view in shown[-1:])


@quick
@given(articles(most=20))
def test_related_articles_are_the_nearest_older_ones_of_the_same_agencies(made: list[Article]) -> None:
    found = bulletin(*made)
    shown = views(found)
    for at, one in enumerate(found.articles):
        # The very next article is shown as such already.
        older = (other for other in found.articles[at + 2 :] if agencies(one) & agencies(other))
        assert [card.url for card in shown[url(one)].related] == [url(other) for other in islice(older, 4)]


def test_an_article_shows_what_it_says() -> None:
    one = article(
        title="Hai bộ ký",
        lead="Sa-pô.",
        outline=Outline(headings=(Heading(2, "muc", "Mục"),)),
        published=when("2020-05-06"),
        updated=when("2020-05-07T08:00+07:00").instant,
        authors=("A", "B"),
        source=Credit("Báo", "BAO", "https://bao.example/"),
        section="tin",
        tags=("Biển đảo",),
        photos=(Photo("content/media/a.png", "Lễ ký", "Hai bên", "C"),),
        lang="en",
        license="Giấy phép",
    )
    texts = {one.digest: ("<h2>Mục</h2>",)}
    view = view_at(bulletin(one), "bai-viet/2020/bai/", ArticleView, "content/media/a.png", texts=texts)
    assert (view.title, view.lead, view.description, view.html) == ("Hai bộ ký", "Sa-pô.", "Sa-pô.", "<h2>Mục</h2>")
    assert (view.authors, view.lang, view.license, view.draft) == (("A", "B"), "en", "Giấy phép", False)
    assert view.published
    assert view.published.short == "06/05/2020"
    assert view.updated
    assert view.updated.full == "Thứ Năm, 07/05/2020 08:00"
    assert (view.source, view.source_code) == (LinkView("Báo", "https://bao.example/", external=True), "BAO")
    assert view.section == LinkView("Tin", "chuyen-muc/tin/")
    assert view.tags == (LinkView("Biển đảo", "", linked=False),)
    assert view.photos == (PhotoView("media/a.png", "Lễ ký", "Hai bên", "C"),)
    assert view.headings == (HeadingView(2, "muc", "Mục"),)


@pytest.mark.parametrize(
    ("made", "url", "kind", "root"),
    [
        (article, "bai-viet/2020/bai/", ArticleView, "../../../"),
        (page, "gioi-thieu/", StaticView, "../"),
    ],
    ids=["article", "page"],
)
def test_the_links_of_a_text_lead_by_way_of_the_root(
    made: Callable[..., Article | StaticPage], url: str, kind: type[ArticleView | StaticView], root: str
) -> None:
    one = made(outline=Outline((Link("/co-quan/", Position(1, 1)),)))
    view = view_at(bulletin(one), url, kind, texts={one.digest: ('<a href="', '">x</a>')})
    assert view.html == f'<a href="{root}co-quan/">x</a>'


def test_an_article_without_a_licence_of_its_own_has_that_of_the_site() -> None:
    made = bulletin(article("a"), article("b", license="Riêng"), site=replace(SITE, license="Chung"))
    assert {view.title: view.license for view in views(made).values()} == {"Bài a": "Chung", "Bài b": "Riêng"}


@pytest.mark.parametrize(
    ("section", "crumbs"),
    [
        ("tin", (LinkView("Trang chủ", ""), LinkView("Tin", "chuyen-muc/tin/"))),
        (None, (LinkView("Trang chủ", ""), LinkView("Tin tức", "bai-viet/"))),
    ],
)
def test_the_way_down_to_an_article_leads_by_its_section_or_else_by_the_news(
    section: str | None, crumbs: tuple[LinkView, ...]
) -> None:
    assert view_at(bulletin(article(section=section)), "bai-viet/2020/bai/", ArticleView).crumbs == crumbs


def test_the_photos_and_documents_of_an_article_are_published_with_it() -> None:
    files = ["content/media/a.png", "content/documents/a.pdf", "content/documents/khac.pdf"]
    one = article(photos=(Photo(files[0], ""),), agreement=agreement(documents=(Document(files[1], "signed"),)))
    assert [file.source for file in planned(bulletin(one), *files).files] == [files[1], files[0]]


@pytest.mark.parametrize(
    ("published", "updated", "changed"),
    [
        ("2020-05-06", "2020-06-07T08:00+07:00", "2020-06-07T08:00:00+07:00"),
        ("2020-05-06T08:00+07:00", None, "2020-05-06T08:00:00+07:00"),
        ("2020-05-06", None, "2020-05-06"),
        ("2020-05", None, "2020-05"),
        ("2020", None, "2020"),
        ("2020-XX-06", None, "2020"),
        ("2020-05~", None, ""),
        ("2020?", None, ""),
        ("XXXX-05-06", None, ""),
        (None, None, ""),
        (None, "2020-06-07T08:00+07:00", "2020-06-07T08:00:00+07:00"),
    ],
)
def test_when_an_article_last_changed_is_said_only_as_far_as_it_is_known(
    published: str | None, updated: str | None, changed: str
) -> None:
    one = article(published=when(published) if published else None, updated=when(updated).instant if updated else None)
    assert pages_of(bulletin(one))["bai-viet/2020/bai/"].changed == changed


def test_a_summary_is_shown_and_describes_an_article_without_a_lead() -> None:
    (summed, led, bare) = (
        view_at(bulletin(article(summary=summary, lead=lead)), "bai-viet/2020/bai/", ArticleView)
        for summary, lead in (("Chia việc.", ""), ("Chia việc.", "Sa-pô."), ("", ""))
    )
    assert (summed.summary, summed.description) == ("Chia việc.", "Chia việc.")
    assert (led.summary, led.description) == ("Chia việc.", "Sa-pô.")
    assert (bare.summary, bare.description) == ("", "")
