"""A cache forged with the program's own code never reaches a page."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bantin.build.build import build
from bantin.build.request import MEMORY, BuildContext
from bantin.content.record_cache import decode_text, encode_text
from bantin.render.images import ImageCache
from bantin.render.images.cache import FOLDER
from bantin.runtime.cache import CacheLocation, Store, program_version
from bantin.runtime.cache.store import NAME
from bantin.runtime.workers import InProcess
from tests.bulletins import ARTICLE, COMPLETE, SECRET, UNSEARCHED, build_site, files_of, request, write
from tests.outputs.conftest import serving
from tests.pictures import drawing

SCRIPT = "<script data-forged>document.title = 'forged'</script>"
ILLUSTRATED = ARTICLE.replace("agreement:\n", "photos: [{src: a.png, alt: x}]\nagreement:\n", 1)
PAGE = "bai-viet/2020/bai/"
GUESSES = {"nothing": b"", "zeros": bytes(32), "the version of the program": program_version(), "another": b"x" * 32}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "content/articles/2020/bai.md": ILLUSTRATED,
        "content/articles/2020/a.png": drawing(),
    }
    return write(tmp_path / "bulletin", COMPLETE, UNSEARCHED, files)


def build_with(root: Path, secret: bytes) -> dict[str, bytes]:
    """The files of the site as built by the user with this ``secret``, who has a cache."""
    shutil.rmtree(root / "site", ignore_errors=True)
    build(request(root), root / "site", BuildContext(InProcess(), CacheLocation(root / MEMORY, secret)))
    return files_of(root / "site")


def forge(root: Path, secret: bytes) -> None:
    """Puts a script into every text and ends every image early, as a program that seals with ``secret`` does it."""
    build_with(root, secret)
    memory = CacheLocation(root / MEMORY, secret)
    store = Store(memory.folder / NAME, program_version(), 0, secret)
    with contextlib.closing(sqlite3.connect(store.file)) as database:
        texts = database.execute("SELECT digest, text FROM text").fetchall()
    parts = {digest: decode_text(text) for digest, text in texts}
    forged = {digest: (SCRIPT + said[0], *said[1:]) for digest, said in parts.items() if said}
    store.put("", (), [(digest, encode_text(said)) for digest, said in forged.items()])
    for image in (memory.folder / FOLDER).iterdir():
        ImageCache(memory).put(image.name, b"forged")


@pytest.mark.parametrize("guess", GUESSES)
def test_nothing_that_was_sealed_without_the_secret_reaches_a_site(root: Path, tmp_path: Path, guess: str) -> None:
    forge(root, GUESSES[guess])
    build_site(root, tmp_path / "cold")
    assert build_with(root, SECRET) == files_of(tmp_path / "cold")


def test_no_forged_script_reaches_a_reader(root: Path, browser: Browser) -> None:
    shown = {}
    for name, secret in (("forged", SECRET), ("sound", b"x" * 32)):
        shutil.rmtree(root / MEMORY, ignore_errors=True)
        forge(root, secret)
        build_with(root, SECRET)
        with serving(root / "site") as address, contextlib.closing(browser.new_page()) as page:
            page.goto(address + PAGE)
            shown[name] = (page.locator("script[data-forged]").count(), page.title() == "forged")
    # With the right secret, the forgery works.
    assert shown["forged"][0] == 1
    assert shown["sound"] == (0, False)
