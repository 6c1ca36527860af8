"""The visitor counter on pages: settings on all of them, figures on the home page alone."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.build.build import build
from bantin.domain.model import CounterMode, VisitorCounter
from bantin.runtime.bundled import bundled_themes
from bantin.site.counter import counter_view
from bantin.site.views import CounterView
from tests.bulletins import COMPLETE, SITE, files_of, request, texts_of, tools, write
from tests.content.test_counter_figures import SOUND
from tests.index.contents import SITE as MODEL

ARTICLE = "bai-viet/2020/bai/index.html"


def site(mode: str, **more: str) -> dict[str, str]:
    settings = ", ".join(f"{key}: {value}" for key, value in {"mode": mode, **more}.items())
    return {"content/site.yml": f"{SITE}counter: {{{settings}}}\n", "content/counter.json": SOUND}


def widget(page: str) -> str:
    """The tag that begins the counter on a page."""
    (found,) = re.findall(r'<section class="counter"[^>]*>', page)
    return str(found)


def test_a_counter_that_is_off_leaves_no_trace(tmp_path: Path) -> None:
    texts = texts_of(write(tmp_path, COMPLETE, site("off")))
    pages = {path: text for path, text in texts.items() if path.endswith(".html")}
    assert not [path for path, text in pages.items() if "counter" in text or "264.994" in text]


def test_a_live_counter_is_on_every_page_and_its_figures_on_the_first(tmp_path: Path) -> None:
    texts = texts_of(write(tmp_path, COMPLETE, site("live")))
    for path in ("index.html", ARTICLE):
        assert 'data-base="/_c" data-live="1"' in texts[path]
        assert '<dd data-figure="online">–</dd>' in texts[path]
        assert "static/counter." in texts[path]
        assert "không dùng cookie" in texts[path]
    assert '<dd data-figure="today">103</dd>' in texts["index.html"]
    assert '<dd data-figure="total">264.994</dd>' in texts["index.html"]
    assert '<dd data-figure="at">09:00 01/01/2026</dd>' in texts["index.html"]
    assert "264.994" not in texts[ARTICLE]
    assert '<img src="/_c/p.svg?p=/bai-viet/2020/bai/"' in texts[ARTICLE]
    assert "p.svg" not in texts["404.html"]


def test_a_site_that_is_counted_from_logs_asks_for_figures_alone(tmp_path: Path) -> None:
    texts = texts_of(write(tmp_path, COMPLETE, site("logs", base="/so-lieu/_c")))
    assert 'data-base="/so-lieu/_c">' in texts["index.html"]
    assert "từ nhật ký" in texts["index.html"]
    assert not any(word in texts["index.html"] for word in ("data-live", "p.svg", 'data-figure="online"'))


@pytest.mark.parametrize(
    ("base_url", "prefix"), [("https://bantin.example/", "/"), ("https://bantin.example/bt/", "/bt/")]
)
def test_the_counter_is_told_the_whole_path_of_a_page(base_url: str, prefix: str) -> None:
    made = replace(MODEL, base_url=base_url, counter=VisitorCounter(CounterMode.LIVE))
    assert counter_view(made) == CounterView("/_c", prefix, live=True)


def test_what_an_older_counter_had_is_on_every_page_with_its_day(tmp_path: Path) -> None:
    settings = site("live", start_total="264000", start_date="2026-12-01")["content/site.yml"]
    texts = texts_of(write(tmp_path, COMPLETE, {"content/site.yml": settings}))
    for path in ("index.html", ARTICLE, "404.html"):
        assert '<dd data-figure="total">264.000</dd>' in texts[path]
        assert '<dd data-figure="at">01/12/2026</dd>' in texts[path]
        assert texts[path].count("–</dd>") == 3
        assert " hidden" not in widget(texts[path])


def test_a_snapshot_says_more_than_what_an_older_counter_had(tmp_path: Path) -> None:
    texts = texts_of(write(tmp_path, COMPLETE, site("live", start_total="264000")))
    assert '<dd data-figure="total">264.994</dd>' in texts["index.html"]
    assert '<dd data-figure="total">264.000</dd>' in texts[ARTICLE]
    assert '<dd data-figure="at">–</dd>' in texts[ARTICLE]


def test_a_counter_without_any_figure_is_hidden_with_its_heading_until_it_answers(tmp_path: Path) -> None:
    texts = texts_of(write(tmp_path, COMPLETE, site("live")))
    assert widget(texts[ARTICLE]).endswith(" hidden>")
    assert " hidden" not in widget(texts["index.html"])


def test_new_figures_make_one_page_again(tmp_path: Path) -> None:
    root = write(tmp_path / "root", COMPLETE, site("live"))

    def written() -> int:
        return build(request(root), tmp_path / "site", tools(memory=tmp_path / "memory")).report.written

    assert written() > 10
    write(root, {"content/counter.json": SOUND.replace("264994", "264995")})
    # The receipt, which has the checksum of every file, changes with it.
    assert written() == 2
    assert b"264.995" in files_of(tmp_path / "site")["index.html"]


def test_the_script_is_small_and_asks_nobody_else() -> None:
    script = (bundled_themes() / "default/static/counter.js").read_text()
    assert len(script.encode()) <= 1024
    assert not any(word in script for word in ("cookie", "Storage", "http:", "https:", "innerHTML", "sendBeacon"))
