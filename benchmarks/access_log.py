"""A synthetic access log of a busy site: readers and crawlers, pages and other files."""

import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

from benchmarks.load import PAGES

_BEGIN = datetime(2026, 11, 1, tzinfo=timezone(timedelta(hours=7)))
_BROWSERS = [
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0 Safari/537.36"
    for version in range(100, 130)
]
_BOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
]
_OTHERS = [
    "/static/main.1a2b3c4d5e.css",
    "/static/disk.0123456789.js",
    *(f"/media/{photo}.webp" for photo in range(200)),
]


def write_log(path: Path, lines: int) -> Path:
    """Writes ``lines`` lines in the combined format: 30 % are requests for pages, 10 % come from crawlers."""
    draw = random.Random(1)
    when = _BEGIN
    with path.open("w", encoding="ascii") as file:
        for _ in range(lines):
            when += timedelta(seconds=draw.random() / 2)
            address = f"113.{draw.randrange(160, 191)}.{draw.randrange(64)}.{draw.randrange(1, 20)}"
            page = f"/p/{draw.randrange(PAGES)}/" if draw.random() < 0.3 else draw.choice(_OTHERS)
            agent = draw.choice(_BOTS) if draw.random() < 0.1 else draw.choice(_BROWSERS)
            time = when.strftime("%d/%b/%Y:%H:%M:%S %z")
            size = draw.randrange(200, 40_000)
            file.write(f'{address} - - [{time}] "GET {page} HTTP/1.1" 200 {size} "https://bantin.example/" "{agent}"\n')
    return path
