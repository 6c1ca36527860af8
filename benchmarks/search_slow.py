"""How long readers wait for the first result of a search, on a slow network with a slow processor, in Chromium.

From the moment when a link to results is followed, with nothing cached; and from the moment when a question is sent on
the search page, which has loaded its program meanwhile.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from benchmarks import portal
from benchmarks.bantin import BANTIN
from benchmarks.corpus import write_files
from benchmarks.search import browser, site
from benchmarks.table import table
from benchmarks.workplace import versions, workplace

# A type, subjects with and without marks, an agency, two agencies, a number, a subject of a year, words of few titles.
_ASKED = (
    "quy chế phối hợp",
    "bảo vệ môi trường",
    "phong, chong toi pham",
    "Bộ Công an",
    "Bộ Công an ký với Bộ Y tế",
    "{reference}",
    "an toàn thực phẩm năm 2022",
    "thu hồi nợ bảo hiểm An Lâm",
)
_SLOWER = 4  # times

# Notes when the first result appears, and lets nothing but that be waited for.
_WATCH = """() => {
  new MutationObserver(() => {
    if (document.querySelector(".search-results li")) globalThis.first ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}"""
_ASK = """(text) => {
  const form = document.querySelector("form.search");
  globalThis.began = performance.now();
  form.elements.q.value = text;
  form.requestSubmit();
}"""


@dataclass(frozen=True)
class Network:
    """A network: bits a second that arrive, and milliseconds before each answer."""

    name: str
    speed: int
    delay: float


NETWORKS = (
    # As in Lighthouse, and as in the tools for developers, which count the connection into each answer.
    Network("slow 4G (150 ms)", 1_600_000, 150),
    Network("slow 4G of the developer tools (562 ms)", 1_440_000, 562.5),
)


def main() -> None:
    """Prints the seconds to the first result, of a followed link and of a question that is sent, on each network."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_slow", description=__doc__)
    parser.add_argument("--agreements", type=int, default=5_000, help="agreements, each with an article about it")
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked")
    parser.add_argument("--folder", type=Path, help="where to work; the site stays there, to be looked at")
    arguments = parser.parse_args()
    print(f"{versions([BANTIN])}; a processor {_SLOWER} times slower")
    accords = portal.accords(arguments.agreements)
    asked = [text.format(reference=accords[len(accords) // 2].reference) for text in _ASKED]
    with workplace(arguments.folder) as folder, browser() as started:
        root = folder / f"{arguments.agreements}"
        write_files(root, portal.files(accords, search="auto"))
        with site(root) as address:
            for network in NETWORKS:
                rows = [_row(network, started, address, text, arguments.rounds) for text in asked]
                print(
                    f"\n{table([network.name, 'link followed, s', 'most', 'question sent, s', 'most'], rows)}",
                    flush=True,
                )


def _row(network: Network, browser: Browser, address: str, text: str, rounds: int) -> list[str]:
    followed = [_followed(network, browser, f"{address}?q={quote(text)}") for _ in range(rounds)]
    sent = [_sent(network, browser, address, text) for _ in range(rounds)]
    return [text, *_summary(followed), *_summary(sent)]


def _summary(times: Sequence[float]) -> list[str]:
    return [f"{median(times):.2f}", f"{max(times):.2f}"]


def _followed(network: Network, browser: Browser, address: str) -> float:
    page = _page(network, browser)
    page.goto(address)
    return _first(page)


def _sent(network: Network, browser: Browser, address: str, text: str) -> float:
    page = _page(network, browser)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(_ASK, text)
    return _first(page)


def _first(page: Page) -> float:
    """The seconds to the first result; the page is closed."""
    page.locator(".search-results li").first.wait_for()
    took: float = page.evaluate("(first - (globalThis.began ?? 0)) / 1000")
    page.context.close()
    return took


def _page(network: Network, browser: Browser) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(f"({_WATCH})()")
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    speed = network.speed / 8
    conditions = {"offline": False, "latency": network.delay, "downloadThroughput": speed, "uploadThroughput": speed}
    tools.send("Network.emulateNetworkConditions", conditions)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    return page


if __name__ == "__main__":
    main()
