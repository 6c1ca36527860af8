"""The whole plan: every link has a target, every count is right, all collisions are reported."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import TypeAdapter

from bantin.content.schema.values import Aliases
from bantin.domain.model import Article, Document, Gone, GoneKind, Link, Outline, Photo, Position, Succession
from bantin.domain.problems import LANGUAGES, Language, Severity
from bantin.index import Bulletin, index
from bantin.site.addresses import output_path
from bantin.site.plan import check_texts, plan
from bantin.site.views import (
    AgencyView,
    CalendarDayView,
    CardView,
    DocumentView,
    LinkView,
    ListView,
    PhotoView,
    RowView,
    View,
)
from tests.bulletins import ARTICLE, COMPLETE, codes_of, write
from tests.index.contents import (
    NOW,
    SITE,
    agency,
    agreement,
    article,
    articles,
    bulletin,
    content,
    on,
    page,
    quick,
    varied,
    when,
)
from tests.site.plans import codes, key_of, pages_of, parts_of, planned, views_of

ADDRESS = re.compile(r"(?:[a-z0-9]+(?:(?:[.-]|--)[a-z0-9]+)*/)*(?:[a-z0-9]+(?:[.-][a-z0-9]+)*)?")
AGENCIES = (
    agency("a", parent="d"),
    agency("b", successors=(Succession("c"),)),
    agency("c", "Ủy ban"),
    agency("d", "Đoàn"),
)


def keys(made: Bulletin) -> dict[str, bytes]:
    return {seen.page.url: key_of(seen.page) for seen in planned(made).pages}


def lists(made: Bulletin) -> list[ListView | AgencyView]:
    return [*views_of(made, ListView), *views_of(made, AgencyView)]


def articles_in(view: View) -> set[str]:
    """The addresses of the articles that a view lists, as cards or in tables."""
    return {card.url for card in parts_of(view, CardView)} | {row.url for row in parts_of(view, RowView)}


@quick
@given(articles(), st.sampled_from(LANGUAGES))
def test_every_address_is_lower_case_ascii_and_leads_to_a_file_of_its_own(
    made: list[Article], language: Language
) -> None:
    found = bulletin(*made, *AGENCIES, page(), site=replace(SITE, language=language))
    urls = [one.view.url for one in planned(found).pages]
    paths = [output_path(url) for url in urls]
    assert all(ADDRESS.fullmatch(url) for url in urls)
    assert len(set(paths)) == len(paths)
    assert all(posixpath.normpath(path) == path and not path.startswith(("/", "..")) for path in paths)


@quick
@given(articles(), st.booleans())
@example(made=[], drafts=True)
def test_every_link_in_every_view_leads_to_a_page(made: list[Article], drafts: bool) -> None:
    found = planned(bulletin(*made, *AGENCIES, page(), drafts=drafts))
    urls = {one.view.url for one in found.pages}
    shown = [found.site, *(one.view for one in found.pages)]
    links = [link.url.partition("#")[0] for view in shown for link in parts_of(view, LinkView) if not link.external]
    listed = {url for one in found.pages for url in articles_in(one.view)}
    assert {*links, *listed} <= urls


@quick
@given(articles(), articles())
def test_pages_with_one_key_show_the_same(made: list[Article], others: list[Article]) -> None:
    first, second = bulletin(*made, page()), bulletin(*others, page("khac"))
    # All pages depend on the directory, which is part of all keys.
    assume(repr(first.directory) == repr(second.directory))
    before = {key_of(seen.page): seen.view for seen in planned(first).pages}
    after = {key_of(seen.page): seen.view for seen in planned(second).pages}
    shared = before.keys() & after.keys()
    assert shared
    assert [before[key] for key in shared] == [after[key] for key in shared]


@quick
@given(articles(), st.data())
def test_the_order_of_the_files_changes_no_key(made: list[Article], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(made))
    assert keys(bulletin(*shuffled, *AGENCIES)) == keys(bulletin(*made, *AGENCIES))


def test_no_two_pages_have_one_key() -> None:
    made = keys(bulletin(*(varied(number) for number in range(30)), *AGENCIES))
    assert len(set(made.values())) == len(made)


@pytest.mark.parametrize("target", ["tam.md", "/bai-viet/2020/tam/", "/bai-viet/2020/tam"])
@pytest.mark.parametrize(("until", "code"), [("2026-12-31", "link-to-expiring"), ("2025-12-31", "link-to-expired")])
def test_a_link_to_an_article_with_an_end_never_stops_a_build(target: str, until: str, code: str) -> None:
    told = article("bai", outline=Outline((Link(target, Position(7, 1)),)))
    (problem,) = plan(bulletin(told, article("tam", expires=when(until))), frozenset()).problems
    assert (problem.code, problem.severity) == (code, Severity.WARNING)
    assert problem.message("en").startswith("The link leads to content/articles/2020/tam.md, which ")
    kept = article("tam", expires=when(until), agreement=agreement("a", "b"))
    assert plan(bulletin(told, kept, agency("a"), agency("b")), frozenset()).problems == ()


def test_only_a_replacement_that_is_there_is_suggested_in_place_of_what_is_gone() -> None:
    told = article("bai", outline=Outline((Link("cu.md", Position(7, 1)),)))
    old = Gone("content/articles/2020/cu.md", GoneKind.ARTICLE, "cu", "Cũ", on("2021"), "Nhầm.", year=2020)
    moved = replace(old, path="content/articles/2020/giua.md", slug="giua")

    def suggested(*gone: Gone) -> list[object]:
        made = index(replace(content(told, article("moi")), gone=gone), NOW)
        return [one.value("mended") for one in plan(made, frozenset()).problems]

    new, between = "content/articles/2020/moi.md", moved.path
    assert suggested(replace(old, replaced_by=new)) == ["/articles/2020/moi.md"]
    assert suggested(replace(old, replaced_by=between), replace(moved, replaced_by=new)) == ["/articles/2020/moi.md"]
    assert suggested(replace(old, replaced_by="https://a.example/")) == ["https://a.example/"]
    assert suggested(replace(old, replaced_by="không có")) == []
    assert suggested(replace(old, replaced_by=between), moved) == []
    assert suggested(replace(old, replaced_by=between), replace(moved, replaced_by=old.path)) == []


@quick
@given(articles())
def test_every_count_beside_a_link_is_that_of_the_articles_behind_it(made: list[Article]) -> None:
    found = bulletin(*made, *AGENCIES)
    behind: dict[str, set[str]] = {}
    counted: list[LinkView] = []
    for seen in planned(found).pages:
        listing = re.sub(r"trang/\d+/$", "", seen.view.url)
        behind.setdefault(listing, set()).update(articles_in(seen.view))
        counted += [link for link in parts_of(seen.view, LinkView) if link.count is not None]
    assert counted
    days = {link for seen in planned(found).pages for day in parts_of(seen.view, CalendarDayView) if (link := day.link)}
    lists = [link for link in counted if not link.item and link not in days]
    assert [link for link in lists if link.count != len(behind[link.url])] == []
    assert {link.count for link in counted if link.item} <= {1}


@quick
@given(articles())
def test_nothing_stands_twice_in_a_list(made: list[Article]) -> None:
    found = bulletin(*made, *AGENCIES, site=replace(SITE, page_size=100))
    for view in lists(found):
        cards = Counter(card.url for card in parts_of(view, CardView))
        assert set(cards.values()) <= {1}
        assert view.total == len(cards)


@quick
@given(articles(), st.integers(1, 4))
def test_every_page_of_every_list_is_reached_by_the_pager(made: list[Article], size: int) -> None:
    by_url = {view.url: view for view in lists(bulletin(*made, *AGENCIES, site=replace(SITE, page_size=size)))}
    assert by_url
    for view in by_url.values():
        if view.pager.next:
            after = by_url[view.pager.next.url].pager
            assert (after.number, after.total) == (view.pager.number + 1, view.pager.total)
            assert after.previous
            assert after.previous.url == view.url


def test_photos_and_documents_are_published_where_the_views_say() -> None:
    files = ["content/articles/2020/Ảnh.JPG", "content/documents/Bản ký.pdf"]
    one = article(photos=(Photo(files[0], "Lễ ký"),), agreement=agreement(documents=(Document(files[1], "signed"),)))
    found = planned(bulletin(one), *files)
    published = {file.address: file.source for file in found.files}
    shown = {photo.url for one in found.pages for photo in parts_of(one.view, PhotoView)}
    shown |= {document.url for one in found.pages for document in parts_of(one.view, DocumentView)}
    assert published == {"bai-viet/2020/anh.jpg": files[0], "tai-lieu/ban-ky.pdf": files[1]}
    assert shown == set(published)


def test_what_no_page_shows_is_not_published() -> None:
    hidden = article(draft=True, photos=(Photo("content/media/a.png", ""),))
    assert planned(bulletin(hidden), "content/media/a.png", "content/documents/b.pdf").files == ()


ALIAS = TypeAdapter[tuple[str, ...]](Aliases)
PARTS = st.sampled_from(["a", "A", "b.html", "B.HTML", "index.html", "co-quan", "bai-viet", "2020", "bai", "atom.xml"])
ALIASES = st.builds(
    lambda lead, parts, tail: lead + "/".join(parts) + tail,
    st.sampled_from(["", "/"]),
    st.lists(PARTS, min_size=1, max_size=3),
    st.sampled_from(["", "/"]),
)


def collide(paths: Iterable[str]) -> bool:
    """Whether a disk that does not tell capital letters from small ones could not hold all these files."""
    seen = Counter(path.lower() for path in paths)
    folders = {path[:at] for path in seen for at, char in enumerate(path) if char == "/"}
    return max(seen.values()) > 1 or not folders.isdisjoint(seen)


@quick
@given(st.lists(ALIASES, min_size=1, max_size=3), ALIASES)
@example(["/a"], "a/")
@example(["a"], "A/index.html")
@example(["a.html"], "a.html/")
@example(["a.html"], "a.html/b")
@example(["a/index.html"], "a/index.html/b/")
@example(["bai-viet/2020/bai"], "x")
@example(["index.html"], "x")
@example(["trang"], "gioi-thieu/")
def test_aliases_of_any_form_never_collide_unseen(aliases: list[str], other: str) -> None:
    made = bulletin(
        article(aliases=ALIAS.validate_python(aliases)), page(aliases=ALIAS.validate_python([other])), page("trang")
    )
    checked = plan(made, frozenset())
    assert checked.value
    paths = [output_path(one.url) for one in checked.value.pages]
    assert ("address-collision" in [problem.code for problem in checked.problems]) == collide(paths)


@settings(deadline=None)
@given(st.lists(st.from_regex(r"\A/?[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,4}(/[A-Za-z0-9_~-]{1,3}){0,2}/?\Z"), max_size=3))
def test_every_alias_that_is_accepted_stays_inside_the_site(aliases: list[str]) -> None:
    accepted = ALIAS.validate_python(aliases)
    checked = plan(bulletin(article(aliases=accepted)), frozenset())
    assert checked.value
    unnamed = plan(bulletin(article()), frozenset()).value
    assert unnamed
    paths = [output_path(one.url) for one in checked.value.pages if one.template == "redirect.html"]
    assert len(paths) == len(aliases) + sum(one.template == "redirect.html" for one in unnamed.pages)
    assert all(posixpath.normpath(path) == path and not path.startswith(("/", "..")) for path in paths)


@pytest.mark.parametrize(
    ("made", "files"),
    [
        ([article("bai", slug="hai"), article("hai")], []),
        ([page("co-quan")], []),
        ([page("mot", slug="hai"), page("hai")], []),
        ([agency("theo-cap")], []),
        ([article(aliases=("co-quan",))], []),
        ([article("a", aliases=("cu",)), article("b", aliases=("cu/",))], []),
        ([article("a", aliases=("cu.aspx?id=1",)), article("b", aliases=("cu.aspx?ID=1",))], []),
        ([article(aliases=("robots.txt",))], []),
        ([], ["content/root/robots.txt"]),
        ([article(aliases=("cu.html",))], ["content/root/cu.html"]),
        (
            [article(photos=(Photo("content/media/Ảnh.png", ""), Photo("content/media/anh.PNG", "")))],
            ["content/media/Ảnh.png", "content/media/anh.PNG"],
        ),
        (
            [page(aliases=("media/anh.png/cu",)), article(photos=(Photo("content/media/anh.png", ""),))],
            ["content/media/anh.png"],
        ),
    ],
    ids=[
        "articles",
        "page-index",
        "pages",
        "agency",
        "alias",
        "aliases",
        "queries",
        "robots",
        "own robots",
        "own file",
        "photos",
        "folder",
    ],
)
def test_two_things_at_one_address_are_a_problem(made: list[Article], files: list[str]) -> None:
    assert codes(bulletin(*made), *files) == ["address-collision"]


def test_the_problem_names_the_later_file_and_the_earlier() -> None:
    made = bulletin(article("bai", slug="chung"), article("anh", slug="chung"))
    (problem,) = plan(made, frozenset()).problems
    assert str(problem.location) == "content/articles/2020/bai.md"
    assert "content/articles/2020/anh.md" in problem.message("vi")


def linking(target: str) -> Article:
    return article("dan", outline=Outline((Link(target, Position(9, 5, len(target))),)))


@pytest.mark.parametrize(
    "target",
    [
        "/co-quan/",
        "/co-quan",
        "/co-quan/index.html",
        "/co-quan/a/",
        "/atom.xml",
        "/404.html",
        "/cu/",
        "/tai-lieu/a.pdf",
        "/loai/quy-che/?x=1#y",
        "/bai-viet/2020/%62ai/",
    ],
)
def test_a_text_may_link_to_any_address_of_the_site(target: str) -> None:
    one = article(aliases=("cu",), agreement=agreement(documents=(Document("content/documents/a.pdf", "signed"),)))
    assert codes(bulletin(one, linking(target)), "content/documents/a.pdf") == []


@pytest.mark.parametrize("target", ["/khong-co/", "/co-quan/z/", "/bai-viet/2020/", "/CO-QUAN/", "/tai-lieu/b.pdf"])
def test_a_link_to_an_address_that_the_site_does_not_have_is_a_problem_at_its_place(target: str) -> None:
    (problem,) = plan(bulletin(linking(target)), frozenset({"content/documents/b.pdf"})).problems
    assert (problem.code, str(problem.location)) == ("broken-link", "content/articles/2020/dan.md:9:5")


def test_every_page_of_an_article_or_an_agency_knows_the_file_that_it_shows() -> None:
    sources = {url: seen.page.source for url, seen in pages_of(bulletin(article(), page())).items()}
    assert sources["bai-viet/2020/bai/"] == "content/articles/2020/bai.md"
    assert sources["gioi-thieu/"] == "content/pages/gioi-thieu.md"
    assert sources["co-quan/a/"] == "content/agencies/a.yml"
    assert sources["co-quan/"] == ""


def checked_texts(
    *made: Article, broken: tuple[str, ...] = (), orphans: tuple[tuple[str, Outline], ...] = ()
) -> list[str]:
    whole = replace(content(*made), broken=frozenset(broken), orphans=orphans)
    return [f"{problem.location.path} {problem.code}" for problem in check_texts(index(whole, NOW), whole)]


def test_links_are_checked_even_where_the_bulletin_has_errors() -> None:
    assert checked_texts(linking("khong-co.md")) == ["content/articles/2020/dan.md broken-link"]


def test_an_address_that_a_file_with_errors_may_give_has_the_benefit_of_the_doubt() -> None:
    assert checked_texts(linking("/khong-co/")) == []
    assert checked_texts(linking("hong.md"), broken=("content/articles/2020/hong.md",)) == []


def test_the_links_of_a_file_with_errors_are_checked_too() -> None:
    orphan = ("content/articles/2020/hong.md", linking("khong-co.md").outline)
    assert checked_texts(orphans=(orphan,)) == ["content/articles/2020/hong.md broken-link"]


def test_collisions_are_reported_even_where_the_bulletin_has_errors() -> None:
    made = (article("bai", slug="chung"), article("anh", slug="chung"))
    assert checked_texts(*made) == ["content/articles/2020/bai.md address-collision"]


def test_two_articles_at_one_address_are_reported_once_however_many_files_they_have(tmp_path: Path) -> None:
    other = ARTICLE.replace("lead:", "slug: bai\nlead:").replace("Quy chế phối hợp", "Quy chế khác")
    root = write(tmp_path, COMPLETE, {"content/articles/2020/bai-khac.md": other})
    assert codes_of(root) == ["address-collision"]
