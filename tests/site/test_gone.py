"""Pages in place of what is gone, and the former addresses of translations."""

from pathlib import Path

import pytest

from bantin.site.redirects import moved
from tests.bulletins import ARTICLE, COMPLETE, SITE, codes_of, texts_of, write
from tests.content.readings import file_of
from tests.index.contents import article, bulletin

LANGUAGES = {"content/site.yml": f"{SITE}languages: [vi, en]\nsearch: off\n"}
WORDS = file_of("title: Two agencies\naliases: [/en/old/, /english/news.html, '/news.aspx?id=7', /du-lieu/a.json]\n")
TRANSLATED = {"content/articles/2020/bai.en.md": WORDS}
GONE = file_of("title: Bài\nslug: bai-cu\naliases: [/tin/1.html]\ngone: {on: 2021, reason: Trùng.}\n", "")


def test_a_translation_has_old_addresses_of_its_own(tmp_path: Path) -> None:
    made = texts_of(write(tmp_path, COMPLETE, LANGUAGES, TRANSLATED))
    target = "https://bantin.example/en/articles/2020/bai/"
    for path in ("en/old/index.html", "english/news.html", "du-lieu/a.json/index.html"):
        assert f'<link rel="canonical" href="{target}">' in made[path]
    for server in ("nginx", "caddy"):
        assert "/en/articles/2020/bai/" in made[f"_serving/{server}.conf"]
    assert (
        "location = /english/news.html { return 301 /en/articles/2020/bai/$is_args$args; }"
        in made["_serving/nginx.conf"]
    )
    assert "7" in made["_serving/nginx.conf"].partition("bantin_asked")[2]


def test_the_old_addresses_of_an_original_lead_to_it_and_not_to_its_translation() -> None:
    assert [(old, new) for old, new, _ in moved(bulletin(article(aliases=("cu",))))] == [("cu/", "bai-viet/2020/bai/")]


@pytest.mark.parametrize("alias", ["/cu/", "'/tin.aspx?id=1'", "/bai-viet/2020/bai/"])
def test_an_old_address_that_something_else_has_is_reported(tmp_path: Path, alias: str) -> None:
    original = {
        "content/articles/2020/bai.md": ARTICLE.replace("published:", "aliases: [/cu/, '/tin.aspx?id=1']\npublished:")
    }
    words = {"content/articles/2020/bai.en.md": file_of(f"title: Two\nlead: Lead.\naliases: [{alias}]\n")}
    assert "address-collision" in codes_of(write(tmp_path, COMPLETE, LANGUAGES, original, words))


def test_a_translation_of_what_is_gone_names_it_and_needs_nothing(tmp_path: Path) -> None:
    files = {"content/articles/2020/bai.md": GONE, "content/articles/2020/bai.en.md": WORDS}
    root = write(tmp_path, COMPLETE, LANGUAGES, files)
    assert codes_of(root) == []
    made = texts_of(root)
    assert "<h1>Two agencies</h1>" in made["en/articles/2020/bai-cu/index.html"]
    assert '<span lang="vi">Trùng.</span>' in made["en/articles/2020/bai-cu/index.html"]
    assert "bai-viet/2020/bai-cu/" in made["tin/1.html"]
    assert "en/articles/2020/bai-cu/" in made["english/news.html"]


def test_without_a_translation_the_page_is_in_every_language(tmp_path: Path) -> None:
    made = texts_of(write(tmp_path, COMPLETE, LANGUAGES, {"content/articles/2020/bai.md": GONE}))
    assert '<h1 lang="vi">Bài</h1>' in made["en/articles/2020/bai-cu/index.html"]
    assert '<meta name="robots" content="noindex">' in made["en/articles/2020/bai-cu/index.html"]
    assert "bai-cu" not in made["sitemap.xml"]


def test_a_record_that_is_gone_is_in_the_data_as_gone(tmp_path: Path) -> None:
    gone = "title: Cũ\nsigned_on: 2015-03-04\nnumber: 01/QC\naliases: [cu/du-lieu.json]\n"
    gone += "gone: {on: 2021-02, reason: Đăng nhầm., replaced_by: bai}\n"
    made = texts_of(write(tmp_path, COMPLETE, LANGUAGES, {"content/agreements/cu.md": file_of(gone, "")}))
    address = "https://bantin.example/van-ban/2015/cu/"
    assert made["du-lieu/gone.csv"].splitlines()[1] == (
        f"cu,{address},Cũ,01/QC,2021-02,Đăng nhầm.,https://bantin.example/bai-viet/2020/bai/"
    )
    assert '"gone_on": "2021-02"' in made["van-ban/2015/cu/index.json"]
    assert made["cu/du-lieu.json"] == made["van-ban/2015/cu/index.json"]
    assert "cu," not in made["du-lieu/agreements.csv"]
