"""`bantin desk` with a bulletin, and editors at it in browsers of their own."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from bantin.desk.saving import Bulletin
from bantin.site.cms import BUNDLES
from tests.bulletins import SITE
from tests.conftest import REPOSITORY, missing
from tests.desk.repository import repository
from tests.outputs.desk import LONG, PACKAGES, TALL

SETTINGS = f"{SITE}search: off\neditors: {{backend: desk, publishers: [minh]}}\n"
HEADER = "X-Remote-User"


def bulletin_with_desk(folder: Path, *files: Mapping[str, str | bytes]) -> Bulletin:
    """A bulletin that is committed with the programs of its desk."""
    programs = {}
    for bundle in BUNDLES:
        found = PACKAGES / bundle.package / bundle.path
        if not found.exists():
            missing(f"{bundle.package} (npm ci --prefix tests)")
        programs[f"themes/default/static/{bundle.name}"] = found.read_bytes()
    return repository(folder, programs, {"content/site.yml": SETTINGS}, *files)


@contextlib.contextmanager
def desk_at(root: Path, *options: str) -> Iterator[str]:
    """Runs `bantin desk`, and yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator")}
    command = [sys.executable, "-m", "bantin", "desk", "--port", port, *options]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == f"http://127.0.0.1:{port}/quan-tri/\n"
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def at_desk(browser: Browser, address: str, login: str) -> Iterator[Page]:
    """An editor at the form, signed in; asks nobody but the desk."""
    with browser.new_context(locale="vi-VN", viewport=TALL, extra_http_headers={HEADER: login}) as opened:
        opened.set_default_timeout(LONG)
        asked: list[str] = []
        opened.on("requestfinished", lambda request: asked.append(request.url))
        page = opened.new_page()
        page.goto(f"{address}quan-tri/")
        page.get_by_role("button", name="Đăng nhập").first.click()
        expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
        yield page
        assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []
