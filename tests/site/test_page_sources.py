"""PLAN: what a page says of the file that it was made from."""

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.domain.model import Commit, History, Origin
from bantin.index import index
from bantin.site.addresses import output_path
from bantin.site.page_sources import origin_view
from bantin.site.views import OriginView
from tests.bulletins import COMPLETE, texts_of, write
from tests.index.contents import NOW, SITE, ZONE, article, content, page
from tests.repositories import commit
from tests.site.plans import key_of, planned

COMMIT = Commit("0123456789abcdef0123456789abcdef01234567", datetime(2020, 5, 7, 3, tzinfo=ZONE))
PATHS = {
    "bai-viet/2020/bai/": "content/articles/2020/bai.md",
    "gioi-thieu/": "content/pages/gioi-thieu.md",
    "co-quan/a/": "content/agencies/a.yml",
}


def origins(history: History, repository: str = "") -> dict[str, OriginView]:
    """The origin of each page of a small bulletin, by address."""
    read = replace(content(article(), page(), site=replace(SITE, repository=repository)), history=history)
    found = {seen.page.url: seen.view.origin for seen in planned(index(read, NOW)).pages}
    return {url: origin for url, origin in found.items() if origin}


@pytest.mark.parametrize("url", PATHS)
def test_a_page_that_shows_a_file_tells_which(url: str) -> None:
    assert origins(History())[url] == OriginView(PATHS[url], "", "", None)
    assert COMMIT.on.tzinfo is ZONE


@pytest.mark.parametrize("url", PATHS)
def test_a_page_tells_the_commit_that_last_changed_its_file(url: str) -> None:
    found = origins(History(COMMIT.id, commits=dict.fromkeys(PATHS.values(), COMMIT)))[url]
    assert (found.path, found.commit, found.url) == (PATHS[url], "0123456789", "")
    assert found.changed is not None
    assert (found.changed.iso, found.changed.short) == ("2020-05-07", "07/05/2020")


def test_a_page_that_shows_no_file_tells_none() -> None:
    shown = {path for path in origins(History()) if path not in PATHS}
    assert all(path.startswith("co-quan/") for path in shown)


def test_a_commit_leads_to_the_file_as_it_was() -> None:
    site = replace(SITE, repository="https://git.example/x/blob/{commit}/bulletin/{path}?a")
    made = index(content(site=site), NOW)
    view = origin_view(Origin("content/pages/Giới thiệu.md", COMMIT), made.directory)
    path = "content/pages/Gi%E1%BB%9Bi%20thi%E1%BB%87u.md"
    assert view.url == f"https://git.example/x/blob/{COMMIT.id}/bulletin/{path}?a"


def test_a_commit_changes_the_key_of_the_pages_of_its_files_and_of_no_others() -> None:
    def keys(history: History) -> dict[str, bytes]:
        read = replace(content(article(), page()), history=history)
        return {seen.page.url: key_of(seen.page) for seen in planned(index(read, NOW)).pages}

    before = keys(History())
    after = keys(History(COMMIT.id, commits={PATHS["gioi-thieu/"]: COMMIT}))
    assert {url for url in before if before[url] != after[url]} == {"gioi-thieu/"}


def test_a_reader_sees_where_a_page_comes_from(tmp_path: Path) -> None:
    site = COMPLETE["content/site.yml"] + "repository: https://git.example/{commit}/{path}\n"
    root = write(tmp_path, COMPLETE, {"content/site.yml": site, "content/pages/<a>.md": "---\ntitle: A\n---\n\nA.\n"})
    head = commit(root)
    pages = texts_of(root, history=True)
    path = "content/articles/2020/bai.md"
    assert (
        f'<p>Tệp nguồn: <code>{path}</code> (<a href="https://git.example/{head}/{path}">{head[:10]}</a>)</p>'
    ) in pages[output_path("bai-viet/2020/bai/")]
    changed = '<p>Thay đổi lần cuối <time datetime="2020-05-07">07/05/2020</time></p>'
    assert changed in pages[output_path("bai-viet/2020/bai/")]
    assert 'class="origin"' not in pages["index.html"]
    assert any("<code>content/pages/&lt;a&gt;.md</code>" in text for text in pages.values())
    plain = texts_of(root)[output_path("bai-viet/2020/bai/")]
    assert f"<p>Tệp nguồn: <code>{path}</code></p>" in plain
