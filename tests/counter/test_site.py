"""The pages that can be counted are those of the built site."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.site import Pages
from tests.bulletins import COMPLETE, build_site, files_of, write
from tests.counter.counters import pages, receipt


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize(
    ("written", "page"),
    [
        (b"/", "/"),
        (b"/index.html", "/"),
        (b"/co-quan/", "/co-quan/"),
        (b"/co-quan/index.html", "/co-quan/"),
        (b"/co%2Dquan/", "/co-quan/"),
        (b"/co-quan", None),
        (b"/co-quan/xindex.html", None),
        (b"/atom.xml", None),
        (b"/khong-co/", None),
        (b"//", None),
        (b"/../", None),
    ],
)
def test_a_page_is_found_as_browsers_write_it(site: Pages, written: bytes, page: str | None) -> None:
    assert site.page(written) == page


@pytest.mark.parametrize(("written", "page"), [(b"/bt/", "/"), (b"/bt/co-quan/", "/co-quan/"), (b"/co-quan/", None)])
def test_a_site_may_lie_below_a_path(tmp_path: Path, written: bytes, page: str | None) -> None:
    assert pages(tmp_path, "/bt/").page(written) == page


@pytest.mark.parametrize(
    "written", [b"", b"co-quan/", b"/\0", b"/%00", b"/%ff", b"/\xff", b"/%0a", b"http://x/", b"/%7f"]
)
def test_what_is_no_path_is_refused(site: Pages, written: bytes) -> None:
    with pytest.raises(ValueError, match=r"no path|decode"):
        site.page(written)


@given(st.binary(max_size=60))
def test_nobody_can_make_up_a_page(site: Pages, written: bytes) -> None:
    try:
        page = site.page(b"/" + written)
    except ValueError:
        return
    assert page in (None, "/", "/co-quan/", "/bai-viet/2020/bai/", "/404.html")


def test_a_new_build_is_noticed_and_a_broken_list_is_not_taken(tmp_path: Path) -> None:
    site = Pages(tmp_path / "provenance.json")
    site.refresh()
    assert site.page(b"/") is None
    receipt(tmp_path, "index.html")
    site.refresh()
    assert (site.page(b"/"), site.page(b"/moi/")) == ("/", None)
    receipt(tmp_path, "index.html", "moi/index.html")
    site.refresh()
    assert site.page(b"/moi/") == "/moi/"
    for broken in ("", "[]", '{"files": [1, 2]}', '{"files": "index.html"}', "[" * 5000):
        (tmp_path / "provenance.json").write_text(broken)
        site.refresh()
        assert site.page(b"/moi/") == "/moi/"


def test_every_page_of_a_real_site_counts(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    build_site(root)
    site = Pages(root / "site/provenance.json")
    site.refresh()
    html = [path for path in files_of(root / "site") if path.endswith(".html")]
    assert len(html) > 10
    assert all(site.page(f"/{path}".encode()) for path in html)
