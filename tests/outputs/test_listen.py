"""A page is read aloud, sentence by sentence, where the browser has a voice of its language."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.outputs.conftest import serving
from tests.outputs.test_browser import ARTICLE, TRANSLATED

# A voice that says nothing until it is told that a sentence has ended.
_STUB = """
(() => {
  const voices = %s;
  const said = (window.said = []);
  class Utterance extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  }
  const engine = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one) => said.push((window.now = one)),
    cancel: () => (window.now = undefined),
  });
  Object.defineProperty(window, "speechSynthesis", { value: engine });
  window.SpeechSynthesisUtterance = Utterance;
  window.finish = () => window.now.dispatchEvent(new Event("end"));
})();
"""
_SAID = "() => window.said.map((one) => one.text)"
_MARKED = "() => [...(CSS.highlights.get('bt-spoken') ?? [])].map(String).join().trim()"


@pytest.fixture(scope="module")
def server(sites: dict[str, Path]) -> Iterator[str]:
    with serving(sites["sample"]) as address:
        yield address


@contextmanager
def opened(browser: Browser, address: str, *voices: str, **options: Any) -> Iterator[Page]:
    """A page in a browser with voices of these languages."""
    with browser.new_context(**options) as context:
        context.add_init_script(_STUB % json.dumps([{"lang": one, "localService": True} for one in voices]))
        page = context.new_page()
        page.goto(address)
        yield page


def ask(page: Page) -> None:
    page.get_by_role("button", name="Nghe bài").click()
    page.wait_for_function("() => window.said.length")


@pytest.mark.parametrize(
    ("address", "voices", "is_offered"),
    [
        (ARTICLE, ["vi-VN"], True),
        (ARTICLE, ["en-US", "vi-VN"], True),
        (ARTICLE, ["en-US"], False),
        (ARTICLE, [], False),
        (TRANSLATED, ["vi-VN"], False),
        (TRANSLATED, ["en-GB"], True),
    ],
)
def test_it_is_offered_only_with_a_voice_of_the_language(
    browser: Browser, server: str, address: str, voices: list[str], is_offered: bool
) -> None:
    with opened(browser, server + address, *voices) as page:
        page.wait_for_function("() => document.readyState === 'complete'")
        expect(page.locator("[data-listen]")).to_be_visible(visible=is_offered)


def test_a_voice_that_comes_later_is_enough(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE) as page:
        expect(page.locator("[data-listen]")).to_be_hidden()
        page.evaluate(
            """() => {
              speechSynthesis.getVoices = () => [{ lang: "vi_VN", localService: true }];
              speechSynthesis.dispatchEvent(new Event("voiceschanged"));
            }"""
        )
        expect(page.locator("[data-listen]")).to_be_visible()


def test_no_text_is_sent_to_a_voice_elsewhere(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE) as page:
        page.evaluate(
            """() => {
              speechSynthesis.getVoices = () => [{ lang: "vi-VN", localService: false }];
              speechSynthesis.dispatchEvent(new Event("voiceschanged"));
            }"""
        )
        expect(page.locator("[data-listen]")).to_be_hidden()


def test_title_summary_and_text_are_read_and_what_is_spoken_is_marked(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE, "vi-VN") as page:
        ask(page)
        title = page.locator("h1").inner_text()
        assert page.evaluate(_SAID) == [title]
        assert page.evaluate(_MARKED) == title
        before = page.evaluate("() => document.documentElement.scrollHeight")
        while page.evaluate("() => Boolean(window.now)"):
            page.evaluate("() => window.finish()")
        said = page.evaluate(_SAID)
        assert page.evaluate("() => document.documentElement.scrollHeight") == before
        assert any(one.startswith("Hai bộ thống nhất cách") for one in said)
        assert said.index("Tóm tắt") < said.index("Nội dung phối hợp")
        assert "Mỗi năm một lần, hai bộ nhìn lại kết quả phối hợp và luân phiên chủ trì việc này." in said
        assert len(said) == len(set(said))
        expect(page.get_by_role("group", name="Nghe bài")).to_have_count(0)
        assert page.evaluate(_MARKED) == ""


def test_reading_can_be_paused_gone_on_with_and_stopped_by_keyboard(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE, "vi-VN") as page:
        ask(page)
        page.evaluate("() => window.finish()")
        second = page.evaluate(_SAID)[1]
        toggle = page.get_by_role("button", name="Tạm dừng")
        expect(toggle).to_be_focused()
        page.keyboard.press("Enter")
        assert page.evaluate("() => window.now") is None
        page.get_by_role("button", name="Nghe tiếp").press("Space")
        assert page.evaluate(_SAID)[-2:] == [second, second]
        page.keyboard.press("Escape")
        assert page.evaluate("() => window.now") is None
        expect(page.locator(".listening")).to_have_count(0)
        expect(page.get_by_role("button", name="Nghe bài")).to_be_focused()
        ask(page)
        page.get_by_role("button", name="Dừng đọc").click()
        expect(page.locator(".listening")).to_have_count(0)


def test_reading_stops_when_the_page_is_left(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE, "vi-VN") as page:
        ask(page)
        page.evaluate("() => dispatchEvent(new Event('pagehide'))")
        assert page.evaluate("() => window.now") is None


def test_a_voice_that_fails_ends_reading(browser: Browser, server: str) -> None:
    with opened(browser, server + ARTICLE, "vi-VN") as page:
        ask(page)
        page.evaluate("() => window.now.dispatchEvent(new Event('error'))")
        expect(page.locator(".listening")).to_have_count(0)


@pytest.mark.parametrize(("motion", "smooth"), [("reduce", "instant"), ("no-preference", "smooth")])
def test_the_page_moves_as_its_reader_wants(browser: Browser, server: str, motion: Any, smooth: str) -> None:
    with opened(browser, server + ARTICLE, "vi-VN", reduced_motion=motion) as page:
        page.evaluate("() => (Element.prototype.scrollIntoView = ({ behavior }) => (window.moved = behavior))")
        ask(page)
        assert page.evaluate("() => window.moved") == smooth


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Họp tại TP. Hồ Chí Minh. Ông A. dự.", ["Họp tại thành phố Hồ Chí Minh.", "Ông A. dự."]),
        ("KT. BỘ TRƯỞNG ký. UBND tỉnh dự.", ["ký thay BỘ TRƯỞNG ký.", "Ủy ban nhân dân tỉnh dự."]),
        ("Điều 5. Hiệu lực. Có hiệu lực từ năm 2021. Hết.", ["Điều 5. Hiệu lực.", "Có hiệu lực từ năm 2021.", "Hết."]),
        ("1. Bên A báo trước. Bên B báo lại.", ["1. Bên A báo trước.", "Bên B báo lại."]),
        ("TM. CHÍNH PHỦ; TMC không đổi.", ["thay mặt CHÍNH PHỦ; TMC không đổi."]),
    ],
)
def test_abbreviations_are_words_and_end_no_sentence(browser: Browser, server: str, text: str, said: list[str]) -> None:
    with opened(browser, server + ARTICLE, "vi-VN") as page:
        found = page.evaluate(
            """async (text) => {
              const address = new URL(document.querySelector("[data-listen]").dataset.listen, document.baseURI);
              const { sentences, spoken } = await import(address);
              return sentences(text, "vi").map((place) => spoken(text.slice(...place).trim(), "vi"));
            }""",
            text,
        )
        assert found == said
