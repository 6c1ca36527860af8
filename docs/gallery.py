"""Pictures of each kind of page of the sample bulletin: ``make gallery`` writes them, and the page that shows them."""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from benchmarks.served import served

REPOSITORY = Path(__file__).resolve().parent.parent
GALLERY = REPOSITORY / "docs/gallery"
_WIDE, _NARROW = (1440, 1100), (360, 780)
_QUALITY = 72
_RECORD = "van-ban/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/"
_ARTICLE = "bai-viet/2021/bo-cong-an-va-bo-thong-tin-va-truyen-thong-ky-quy-che-phoi-hop/"


@dataclass(frozen=True)
class Shot:
    """A screenshot: the page, the size of the screen in pixels, and the light or dark scheme."""

    name: str
    path: str
    size: tuple[int, int] = _WIDE
    scheme: Literal["light", "dark"] = "light"


KINDS = {
    "home": "",
    "article": _ARTICLE,
    "record": _RECORD,
    "agency": "co-quan/bo-cong-an/",
    "agencies": "co-quan/",
    "register": "van-ban/",
    "archive": "luu-tru/2021/11/",
    "statistics": "thong-ke/",
    "data": "du-lieu/",
    "search": "tim-kiem/?q=bo+cong+an",
    "static-page": "gioi-thieu/",
}
SHOTS = (
    *(Shot(name, path) for name, path in KINDS.items()),
    *(Shot(f"{name}-phone", KINDS[name], _NARROW) for name in ("home", "article", "record", "register", "search")),
    *(Shot(f"{name}-dark", KINDS[name], scheme="dark") for name in ("home", "article")),
)


def main() -> None:
    """Builds the sample and takes all screenshots."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("The pictures are taken with Chromium, which is not on this machine.")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        bantin = Path(sys.executable).parent / "bantin"
        subprocess.run([bantin, "build", REPOSITORY, "--out", out, "--quiet"], check=True, stderr=subprocess.DEVNULL)
        shutil.rmtree(GALLERY, ignore_errors=True)
        GALLERY.mkdir(parents=True)
        with served(out) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
            for shot in SHOTS:
                (GALLERY / f"{shot.name}.jpg").write_bytes(_taken(browser, address, shot))
            browser.close()
    (GALLERY / "README.md").write_text(_page(), encoding="utf-8")


def _taken(browser: Browser, address: str, shot: Shot) -> bytes:
    width, height = shot.size
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=shot.scheme) as context:
        page = context.new_page()
        page.goto(address + shot.path, wait_until="networkidle")
        return page.screenshot(type="jpeg", quality=_QUALITY)


def _page() -> str:
    head = "# Gallery\n\nThe sample bulletin in the default theme. `make gallery` updates these pictures.\n"
    return "\n".join([head, *(f"## {shot.name}\n\n![{shot.name}]({shot.name}.jpg)\n" for shot in SHOTS)])


if __name__ == "__main__":
    main()
