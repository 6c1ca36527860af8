"""Links in texts: each leads to a page or a file of the site, or is a problem at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Link, Outline, Position
from bantin.domain.problems import Severity
from bantin.site.expiries import Expiry
from bantin.site.links import Destinations, Resolved, ResolvedBody, resolve_body, resolve_link
from bantin.site.page import PendingLink
from tests.index.contents import SITE

HERE = "content/articles/2020/bai.md"
AT = Position(9, 5, 3)
DESTINATIONS = Destinations(
    site=SITE,
    addresses={
        HERE: "bai-viet/2020/bai/",
        "content/articles/2021/hai/index.md": "bai-viet/2021/hai/",
        "content/pages/gioi-thieu.md": "gioi-thieu/",
        "content/agencies/a.yml": "co-quan/a/",
    },
    anchors={HERE: frozenset(), "content/pages/gioi-thieu.md": frozenset({"muc-1", "điều"})},
    files=frozenset(
        {
            "content/articles/2020/anh.JPG",
            "content/media/a b.png",
            "content/documents/q.pdf",
            "content/documents/x.html",
            "content/media/hinh.svg",
        }
    ),
    hidden=frozenset({"content/pages/nhap.md"}),
    broken=frozenset({"content/pages/hong.md"}),
)


def resolve(target: str, *, image: bool = False) -> Resolved:
    return resolve_link(Link(target, AT, is_image=image), HERE, DESTINATIONS)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("bai.md", "bai-viet/2020/bai/"),
        ("../2021/hai/index.md", "bai-viet/2021/hai/"),
        ("/articles/2021/hai/index.md", "bai-viet/2021/hai/"),
        ("/pages/gioi-thieu.md", "gioi-thieu/"),
        ("/pages/../pages/gioi-thieu.md", "gioi-thieu/"),
        ("/pages/gioi-thieu.md#muc-1", "gioi-thieu/#muc-1"),
        ("/pages/gioi-thieu.md#%C4%91i%E1%BB%81u", "gioi-thieu/#%C4%91i%E1%BB%81u"),
        ("/pages/gioi-thieu.md?in=1#muc-1", "gioi-thieu/?in=1#muc-1"),
        ("/agencies/a.yml#bt-2012", "co-quan/a/#bt-2012"),
    ],
)
def test_a_link_to_a_content_file_leads_to_its_page(target: str, address: str) -> None:
    assert resolve(target) == Resolved(address)


@pytest.mark.parametrize(
    ("target", "image", "address", "file"),
    [
        ("anh.JPG", True, "bai-viet/2020/anh.jpg", "content/articles/2020/anh.JPG"),
        ("/media/a b.png", True, "media/a-b.png", "content/media/a b.png"),
        ("/media/a%20b.png", True, "media/a-b.png", "content/media/a b.png"),
        ("/media/a b.png", False, "media/a-b.png", "content/media/a b.png"),
        ("/documents/q.pdf#page=2", False, "tai-lieu/q.pdf#page=2", "content/documents/q.pdf"),
    ],
)
def test_a_link_to_a_photo_or_document_has_it_published(target: str, image: bool, address: str, file: str) -> None:
    assert resolve(target, image=image) == Resolved(address, file)


@pytest.mark.parametrize(
    ("target", "address", "tail"),
    [
        ("/co-quan/", "co-quan/", ""),
        ("/co-quan", "co-quan", ""),
        ("/co-quan/?x=1#y", "co-quan/", "?x=1#y"),
        ("/khong-co/", "khong-co/", ""),
    ],
)
def test_an_address_is_looked_up_when_all_pages_are_known(target: str, address: str, tail: str) -> None:
    assert resolve(target) == Resolved(address + tail, wanted=PendingLink(address, target, AT.within(HERE)))


@pytest.mark.parametrize(
    ("target", "image", "code"),
    [
        ("khong-co.md", False, "broken-link"),
        ("../2019/bai.md", False, "broken-link"),
        ("BAI.md", False, "broken-link"),
        ("../../../pyproject.toml", False, "bad-path"),
        ("/../site.yml", False, "bad-path"),
        ("/%2e%2e/%2e%2e/etc/passwd", False, "bad-path"),
        ("..\\..\\x.md", False, "bad-path"),
        ("a%00.png", True, "bad-path"),
        ("/pages/nhap.md", False, "link-to-hidden"),
        ("/pages/gioi-thieu.md#khong-co", False, "no-such-anchor"),
        ("/documents/x.html", False, "bad-file-type"),
        ("/media/hinh.svg", True, "bad-file-type"),
        ("/documents/q.pdf", True, "bad-file-type"),
        ("khong-co.png", True, "no-such-file"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_problem_at_its_place(target: str, image: bool, code: str) -> None:
    resolved = resolve(target, image=image)
    assert [(problem.code, problem.location) for problem in resolved.problems] == [(code, AT.within(HERE))]
    assert resolved.file is None
    assert resolved.wanted is None


@pytest.mark.parametrize(
    ("is_over", "address", "code"),
    [(False, "bai-viet/2021/tam/#muc", "link-to-expiring"), (True, "bai-viet/", "link-to-expired")],
)
@pytest.mark.parametrize("path", ["content/articles/2021/tam.md", "content/articles/2021/tam/index.md"])
def test_a_link_to_what_is_public_for_a_time_warns_and_leads_to_what_stands_there(
    is_over: bool, address: str, code: str, path: str
) -> None:
    places = replace(
        DESTINATIONS,
        addresses={} if is_over else {path: "bai-viet/2021/tam/"},
        hidden=frozenset({path} if is_over else ()),
        expiries={path: Expiry(path, "2026-12-31", is_over=is_over)},
    )
    resolved = resolve_link(Link(f"{path.removeprefix('content')}#muc", AT), HERE, places)
    assert resolved.address == address
    (problem,) = resolved.problems
    assert (problem.code, problem.severity, problem.location) == (code, Severity.WARNING, AT.within(HERE))
    assert "2026-12-31" in problem.message("vi")


def test_nothing_is_said_of_a_link_to_a_file_with_problems_of_its_own() -> None:
    assert resolve("/pages/hong.md") == Resolved()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(lambda text: not text.startswith("//")))
def test_no_link_reaches_a_file_that_is_not_content(target: str) -> None:
    resolved = resolve(f"../{target}")
    assert resolved.file is None or resolved.file in DESTINATIONS.files


def test_a_body_has_the_files_addresses_and_problems_of_all_its_links() -> None:
    links = tuple(Link(target, AT) for target in ("bai.md", "/documents/q.pdf", "/co-quan/", "khong-co.md"))
    resolved = resolve_body(Outline(links), HERE, DESTINATIONS)
    assert resolved.addresses[:3] == ("bai-viet/2020/bai/", "tai-lieu/q.pdf", "co-quan/")
    assert resolved.files == ("content/documents/q.pdf",)
    assert [one.address for one in resolved.wanted] == ["co-quan/"]
    assert [problem.code for problem in resolved.problems] == ["broken-link"]


def test_a_body_without_links_leads_nowhere() -> None:
    assert resolve_body(Outline(anchors=frozenset({"muc"})), HERE, DESTINATIONS) == ResolvedBody((), (), (), ())


TRANSLATED = replace(
    DESTINATIONS,
    anchors={**DESTINATIONS.anchors, "content/pages/gioi-thieu.md": frozenset({"one"})},
    translated={"content/pages/gioi-thieu.md": {"mot": "one", "hai": ""}},
    texts={"gioi-thieu/": frozenset({"mot"})},
)


@pytest.mark.parametrize(
    ("anchor", "address", "code"),
    [
        ("mot", "gioi-thieu/#one", None),
        ("one", "gioi-thieu/#one", None),
        ("hai", "gioi-thieu/", "anchor-not-translated"),
        ("ba", "", "no-such-anchor"),
    ],
)
def test_an_anchor_of_an_original_leads_to_that_of_its_translation(anchor: str, address: str, code: str | None) -> None:
    resolved = resolve_link(Link(f"/pages/gioi-thieu.md#{anchor}", AT), HERE, TRANSLATED)
    assert resolved.address == address
    assert [problem.code for problem in resolved.problems] == ([code] if code else [])


@pytest.mark.parametrize(
    ("target", "wanted", "code"),
    [
        ("{}gioi-thieu/", "gioi-thieu/", None),
        ("{}gioi-thieu/#mot", "gioi-thieu/", None),
        ("{}gioi-thieu#hai", "gioi-thieu", "no-such-anchor"),
        ("{}", "", None),
        ("{}khong-co/?a=b", "khong-co/", None),
        ("https://other.example/khong-co/", None, None),
        ("//other.example/khong-co/", None, None),
    ],
)
def test_a_full_address_of_the_bulletin_is_looked_up_like_any_other(
    target: str, wanted: str | None, code: str | None
) -> None:
    link = Link(target.format(SITE.root_url), AT)
    resolved = resolve_body(Outline(outward=(link,)), HERE, TRANSLATED)
    assert [one.address for one in resolved.wanted] == ([] if wanted is None else [wanted])
    assert [problem.code for problem in resolved.problems] == ([code] if code else [])
    assert resolved.addresses == ()
