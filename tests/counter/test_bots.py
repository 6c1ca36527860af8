"""Bots say what they are; browsers are not taken for them."""

import pytest

from bantin import __version__
from bantin.counter.bots import is_bot
from tests.counter.counters import BROWSER

COC_COC = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0.130 "
    "Chrome/120.0.6099.130 Safari/537.36"
)


@pytest.mark.parametrize(
    "agent",
    [
        BROWSER,
        COC_COC,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
        "Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    ],
)
def test_browsers_are_no_bots(agent: str) -> None:
    assert not is_bot(agent.encode())


@pytest.mark.parametrize(
    "agent",
    [
        b"",
        b"-",
        b" ",
        f"bantin/{__version__}".encode(),
        b"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        b"Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        b"curl/8.5.0",
        b"python-requests/2.32",
    ],
)
def test_programs_that_say_so_are(agent: bytes) -> None:
    assert is_bot(agent)


def test_a_name_without_end_is_looked_at_as_far_as_names_go() -> None:
    assert not is_bot(BROWSER.encode() + b" x" * 100_000)
    assert not is_bot(b"\xff\xfe\x00")
