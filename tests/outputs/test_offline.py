"""Pages that were read stay readable without a network, and say that they are copies."""

import datetime
import functools
import http.server
import re
import shutil
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.bulletins import build_site
from tests.conftest import SAMPLE
from tests.outputs.conftest import LAUNCH
from tests.outputs.test_browser import ARTICLE, RECORD

AGENCY = "co-quan/bo-cong-an/"
BELOW = "ban-tin/"
COPY, UNREAD = "Đây là bản lưu trên thiết bị", "Không có kết nối mạng"


@pytest.fixture(scope="module")
def trusting(browser: Browser) -> Iterator[Browser]:
    """A browser that takes any certificate: workers run only on sites that have one."""
    started = browser.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=[*LAUNCH, "--ignore-certificate-errors"],
        chromium_sandbox=False,
    )
    yield started
    started.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def serving_safely(folder: Path, certificate: Path) -> Iterator[str]:
    """Serves the site in ``folder/ban-tin`` with TLS, and yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-cache")
            super().end_headers()

        def do_POST(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(certificate)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://localhost:{server.server_address[1]}/{BELOW}"
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(sites: dict[str, Path], tmp_path: Path) -> Path:
    """A folder with the sample, which a test may change."""
    shutil.copytree(sites["sample"], tmp_path / BELOW)
    return tmp_path


@pytest.fixture
def server(folder: Path, certificate: Path) -> Iterator[str]:
    with serving_safely(folder, certificate) as address:
        yield address


@pytest.fixture
def context(trusting: Browser) -> Iterator[BrowserContext]:
    with trusting.new_context(ignore_https_errors=True) as opened:
        yield opened


def read(context: BrowserContext, address: str) -> Page:
    """A page that was read once there was a worker."""
    page = context.new_page()
    page.goto(address)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    return page


def kept(page: Page) -> list[str]:
    """The paths of all pages and files that the device keeps."""
    found: list[str] = page.evaluate(
        """async () => {
          const all = [];
          for (const name of await caches.keys())
            for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
          return all;
        }"""
    )
    return [path.removeprefix(f"/{BELOW}") for path in found]


def test_a_page_that_was_read_is_readable_and_says_that_it_is_a_copy(context: BrowserContext, server: str) -> None:
    page = read(context, server)
    page.goto(server + ARTICLE)
    title = page.locator("h1").inner_text()
    expect(page.locator("[data-bt=copy]")).to_have_count(0)
    context.set_offline(True)
    page.goto(server + ARTICLE)
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("main > :first-child")).to_contain_text(COPY)
    expect(page.locator("[data-bt=copy]")).to_contain_text(re.compile(r"lúc \d\d:\d\d \d\d/\d\d/\d{4};"))
    assert page.locator(".masthead").evaluate("(one) => getComputedStyle(one).borderTopStyle") == "solid"


def test_the_first_page_is_kept_although_it_was_read_before_there_was_a_worker(
    context: BrowserContext, server: str
) -> None:
    page = read(context, server + RECORD)
    page.wait_for_function("async () => (await caches.keys()).some((name) => name.endsWith('kept'))")
    context.set_offline(True)
    page.reload()
    expect(page.locator("[data-bt=copy]")).to_contain_text(COPY)


def test_a_page_that_was_not_read_says_so(context: BrowserContext, server: str) -> None:
    page = read(context, server)
    context.set_offline(True)
    page.goto(server + AGENCY)
    expect(page.locator("h1")).to_have_text(UNREAD)
    page.goto(f"{server}en/agencies/bo-cong-an/")
    expect(page.locator("h1")).to_have_text("No connection")


def test_with_a_network_its_answer_is_shown_at_once(context: BrowserContext, server: str, folder: Path) -> None:
    page = read(context, server)
    page.goto(server + ARTICLE)
    context.set_offline(True)
    page.goto(server + ARTICLE)
    expect(page.locator("[data-bt=copy]")).to_have_count(1)
    file = folder / BELOW / ARTICLE / "index.html"
    file.write_text(re.sub("(<h1[^>]*>)", r"\1Bản mới: ", file.read_text(encoding="utf-8")), encoding="utf-8")
    context.set_offline(False)
    page.goto(server + ARTICLE)
    expect(page.locator("h1")).to_contain_text("Bản mới: ")
    expect(page.locator("[data-bt=copy]")).to_have_count(0)
    context.set_offline(True)
    page.goto(server + ARTICLE)
    expect(page.locator("h1")).to_contain_text("Bản mới: ")


def test_a_page_that_is_gone_is_kept_no_longer(context: BrowserContext, server: str, folder: Path) -> None:
    page = read(context, server)
    page.goto(server + ARTICLE)
    shutil.rmtree(folder / BELOW / ARTICLE)
    page.goto(server + ARTICLE)
    page.wait_for_function("async (path) => !(await caches.match(path))", arg=server + ARTICLE)
    context.set_offline(True)
    page.goto(server + ARTICLE)
    expect(page.locator("h1")).to_have_text(UNREAD)


def test_only_the_last_pages_are_kept_and_neither_data_nor_the_counter(context: BrowserContext, server: str) -> None:
    page = read(context, server)
    page.evaluate(
        """async (root) => {
          const cache = await caches.open((await caches.keys()).find((name) => name.endsWith("kept")));
          for (let number = 0; number < 70; number++) await cache.put(`${root}x${number}/`, new Response("x"));
          await fetch(`${root}du-lieu/agreements.csv`);
          await fetch("/_c/stats.json").catch(() => {});
        }""",
        server,
    )
    page.goto(server + ARTICLE)
    page.wait_for_function(
        """async () => {
          const name = (await caches.keys()).find((one) => one.endsWith("kept"));
          return (await (await caches.open(name)).keys()).length === 60;
        }"""
    )
    paths = kept(page)
    assert ARTICLE in paths
    assert "x0/" not in paths
    assert not [path for path in paths if path.endswith(".csv") or "_c/" in path]


def test_without_the_feature_what_was_kept_is_removed(
    context: BrowserContext, server: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = read(context, server)
    root = tmp_path_factory.mktemp("without")
    shutil.copytree(SAMPLE / "content", root / "content")
    settings = root / "content/site.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "features: {offline: no}\nsearch: off\n", encoding="utf-8"
    )
    build_site(root, root / "site")
    shutil.rmtree(folder / BELOW)
    shutil.copytree(root / "site", folder / BELOW)
    assert not (folder / BELOW / "manifest.webmanifest").exists()
    page.goto(server + ARTICLE)
    page.wait_for_function("async () => !(await navigator.serviceWorker.getRegistrations()).length")
    page.wait_for_function("async () => !(await caches.keys()).length")


def test_a_site_without_tls_keeps_nothing(browser: Browser, folder: Path) -> None:
    with (
        browser.new_context() as context,
        http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
        ) as server,
    ):
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        page = context.new_page()
        page.goto(f"http://localhost:{server.server_address[1]}/{BELOW}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
        server.shutdown()
        thread.join()


def test_the_worker_is_small(sites: dict[str, Path]) -> None:
    assert (sites["sample"] / "sw.js").stat().st_size <= 4.5 * 1024
