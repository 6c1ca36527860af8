"""Sites to check: the sample, an English one, an empty one, one with a large register, one with long lists."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, sync_playwright

from bantin.build.build import build
from benchmarks import portal
from benchmarks.corpus import Corpus, write_corpus, write_files
from tests.bulletins import build_site, request, tools
from tests.conftest import REPOSITORY, SAMPLE, missing
from tests.render.search.engines import real_engine

SITES = REPOSITORY / "tests/sites"
NAMES = ("sample", "english", "empty", "register", "synthetic")
VNU = REPOSITORY / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
LAUNCH = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output folder of each site, by name."""
    made = tmp_path_factory.mktemp("sites")
    corpus = write_corpus(made / "corpus", Corpus(articles=60, agencies=12))
    roots = {
        "sample": SAMPLE,
        "english": SITES / "english/input",
        "empty": SITES / "empty/input",
        "register": SITES / "register/input",
        "synthetic": corpus,
    }
    for name, root in roots.items():
        # This one is built with drafts, and so with the page of the components.
        build_site(root, made / name, drafts=name == "synthetic")
    return {name: made / name for name in roots}


@pytest.fixture(scope="session")
def asked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the bulletin of 300 agreements, with a real index."""
    engine = real_engine()
    root = tmp_path_factory.mktemp("asked")
    write_files(root, portal.files(portal.accords()))
    build(request(root), root / "site", replace(tools(), find_engine=lambda: engine))
    return root / "site"


@pytest.fixture(scope="session")
def checker() -> list[str]:
    java = shutil.which("java")
    if java is None:
        missing("Java")
    if not VNU.exists():
        missing("the Nu HTML checker (npm ci --prefix tests)")
    # Starting a browser takes longer than checking a page, so there is one for all tests.
    quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m"]
    return [str(java), *quick, "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always"]


@pytest.fixture(scope="session")
def axe() -> Path:
    """The script that looks for barriers in a page."""
    script = REPOSITORY / "tests/node_modules/axe-core/axe.min.js"
    if not script.exists():
        missing("axe (npm ci --prefix tests)")
    return script


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=LAUNCH, chromium_sandbox=False)
        yield started
        started.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves ``folder`` and yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        """A handler that also answers requests to the visitor counter, with nothing."""

        def do_GET(self) -> None:
            if self.path.startswith("/_c/"):
                self.do_POST()
            else:
                super().do_GET()

        def do_POST(self) -> None:
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()
