"""The snippets in real servers: nginx and Caddy serve a site as required."""

import gzip
import http.client
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bantin.content.checks.attachments import DOCUMENTS
from bantin.deploy import deploy, pack
from bantin.domain.model import Cms, CmsBackend, TargetKind
from bantin.output.serving.rules import BYTES, media_type
from bantin.output.verify import Web, verify
from bantin.site.cms import BUNDLES, desk_policy
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, write
from tests.conftest import missing
from tests.deploy.killing import kill_often
from tests.deploy.kinds import ground
from tests.deploy.servers import free_port, running
from tests.deploy.sites import count

BASES = ("/", "/ban-tin/")
ALIASED = ARTICLE.replace("published:", "aliases: [cu/bai-cu, /tin.html]\npublished:")


@dataclass(frozen=True)
class Served:
    """A site that is served at ``base`` on ``port`` from ``folder``."""

    name: str
    port: int
    base: str
    folder: Path

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer to a request; none is followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", self.base + path, headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        assert len(found) == len(answer.getheaders())
        body = answer.read()
        connection.close()
        return answer.status, found, body


def nginx(folder: Path, root: Path, site: Path, port: int, more: str = "") -> list[str]:
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or missing("nginx")
    (folder / "nginx.conf").write_text(
        f"user root;\ndaemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
        f"events {{ }}\nhttp {{\n access_log off;\n client_body_temp_path {folder}/a;\n proxy_temp_path {folder}/b;\n"
        f" fastcgi_temp_path {folder}/c;\n uwsgi_temp_path {folder}/d;\n scgi_temp_path {folder}/e;\n"
        f' server {{\n  listen 127.0.0.1:{port};\n  root "{root}";\n  include "{site}/_serving/nginx.conf";\n'
        f"{more} }}\n}}\n"
    )
    return [program, "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]


def caddy(folder: Path, root: Path, site: Path, port: int, more: str = "") -> list[str]:
    program = shutil.which("caddy") or missing("caddy")
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\n"
        f'http://127.0.0.1:{port} {{\n\troot * "{root}"\n\timport "{site}/_serving/caddy.conf"\n{more}}}\n'
    )
    return [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "caddy": caddy}


@pytest.fixture(scope="module", params=[(name, base) for name in SERVERS for base in BASES], ids=str)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    name, base = request.param
    folder = tmp_path_factory.mktemp("served")
    folder.chmod(0o755)
    root = folder / "www"
    site = root / base.strip("/") if base != "/" else root
    site_yml = SITE.replace("bantin.example/", f"bantin.example{base}")
    settings = {"content/site.yml": f"{site_yml}editors: {{backend: github, repository: a/b}}\n"}
    bundles = {f"themes/default/static/{bundle.name}": "" for bundle in BUNDLES}
    pdf = {
        "content/articles/2020/moi.md": ALIASED.replace("Hai cơ", "Ba cơ").replace(
            "aliases: [cu/bai-cu, /tin.html]\n", ""
        )
    }
    build_site(
        write(folder / "bulletin", COMPLETE, settings, bundles, {"content/articles/2020/bai.md": ALIASED}, pdf), site
    )
    (site / "nen").mkdir()
    for path, data in {"nen/a.html": b"<p>day", "nen/a.html.gz": gzip.compress(b"san"), "nen/.bi-mat": b"x"}.items():
        (site / path).write_bytes(data)
    port = free_port()
    with running(SERVERS[name](folder, root, site, port), port, XDG_DATA_HOME=str(folder), HOME=str(folder)):
        yield Served(name, port, base, site)


def test_every_answer_has_the_headers_of_the_site(served: Served) -> None:
    for path, status in (("", 200), ("bai-viet/2020/bai/", 200), ("khong-co/", 404), ("provenance.json", 200)):
        found, headers, _ = served.ask(path)
        assert found == status
        assert headers["content-security-policy"].startswith(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';"
        )
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["cache-control"] == "no-cache"


def test_what_changes_its_name_is_kept_for_ever(served: Served) -> None:
    for path in served.folder.glob("static/*"):
        _, headers, _ = served.ask(f"static/{path.name}")
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert "content-security-policy" in headers


def test_an_image_in_its_sizes_is_kept_for_ever(served: Served) -> None:
    for name, lasting in (("bai.480.0123456789.webp", True), ("bai.webp", False), ("bai.480.0123456789.pdf", False)):
        (served.folder / "bai-viet/2020" / name).write_bytes(b"x")
        _, headers, _ = served.ask(f"bai-viet/2020/{name}")
        assert ("immutable" in headers["cache-control"]) == lasting
        assert "content-security-policy" in headers


def test_the_desk_may_do_what_editors_need_and_no_other_page(served: Served) -> None:
    status, headers, _ = served.ask("quan-tri/")
    assert status == 200
    assert headers["content-security-policy"] == desk_policy(Cms(CmsBackend.GITHUB))
    assert headers["cross-origin-opener-policy"] == "same-origin-allow-popups"
    assert headers["x-content-type-options"] == "nosniff"
    _, headers, _ = served.ask("")
    assert "github" not in headers["content-security-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_what_is_missing_has_the_page_for_it(served: Served) -> None:
    for path in ("khong-co", "bai-viet/2020/khong-co/", "bai-viet/khong/co.html"):
        status, headers, body = served.ask(path)
        assert (status, body) == (404, (served.folder / "404.html").read_bytes())
        assert headers["content-type"] == "text/html; charset=utf-8"


def test_no_folder_is_listed(served: Served) -> None:
    assert (served.folder / "nen").is_dir()
    assert served.ask("nen/")[0] == 404


def test_an_old_address_leads_to_the_new_one_at_once(served: Served) -> None:
    for path in ("cu/bai-cu/", "tin.html"):
        status, headers, _ = served.ask(path)
        assert status == 301
        assert urlsplit(headers["location"]).path == f"{served.base}bai-viet/2020/bai/"
        assert "?" not in headers["location"]
    status, headers, _ = served.ask("co-quan")
    assert status in (301, 308)
    assert headers["location"].endswith("co-quan/")


def test_a_site_that_is_served_by_the_snippets_is_as_it_was_published(served: Served) -> None:
    """Also old addresses, which the servers redirect themselves."""
    verdict = verify(Web(f"http://127.0.0.1:{served.port}{served.base}"))
    assert verdict.receipt
    assert len(verdict.receipt.redirects) == 2
    assert verdict.problems == ()


@pytest.mark.parametrize("query", ["?utm_source=fb", "?a=1&b=%C4%91%20%3F", "?q=a?b"])
def test_an_old_address_keeps_what_stands_behind_the_question_mark(served: Served, query: str) -> None:
    status, headers, _ = served.ask(f"cu/bai-cu/{query}")
    assert status == 301
    assert headers["location"].endswith(f"{served.base}bai-viet/2020/bai/{query}")


@pytest.mark.parametrize("path", [".bantin-manifest.json", "nen/.bi-mat", "_serving/nginx.conf", "_headers"])
def test_what_is_not_for_readers_is_not_served(served: Served, path: str) -> None:
    assert (served.folder / path).exists()
    assert served.ask(path)[0] == 404


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("rss.xml", "application/rss+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("co-quan/co-quan-a/atom.xml", "application/atom+xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("lich.ics", "text/calendar; charset=utf-8"),
        ("du-lieu/agencies.csv", "text/csv; charset=utf-8"),
        ("du-lieu/catalogue.jsonld", "application/ld+json; charset=utf-8"),
    ],
)
def test_files_are_shown_for_what_they_are(served: Served, path: str, expected: str) -> None:
    status, headers, _ = served.ask(path)
    assert (status, headers["content-type"].lower()) == (200, expected)


@pytest.mark.parametrize("end", sorted(DOCUMENTS - {".csv", ".txt"}))
def test_attachments_are_shown_for_what_they_are(served: Served, end: str) -> None:
    (served.folder / f"nen/quy-che{end}").write_bytes(b"x")
    _, headers, _ = served.ask(f"nen/quy-che{end}")
    assert headers["content-type"] == media_type(f"a{end}") != BYTES


@pytest.mark.parametrize("path", ["atom.xml", "rss.xml", "co-quan/co-quan-a/atom.xml", "khong-co/", "feed.json"])
def test_feeds_and_the_page_for_what_is_missing_are_compressed(served: Served, path: str) -> None:
    _, headers, body = served.ask(path, **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == served.ask(path)[2]


def test_texts_are_compressed_and_what_is_compressed_already_is_sent(served: Served) -> None:
    [style] = served.folder.glob("static/main.*.css")
    _, headers, body = served.ask(f"static/{style.name}", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == style.read_bytes()
    assert gzip.decompress(served.ask("nen/a.html", **{"Accept-Encoding": "gzip"})[2]) == b"san"
    assert served.ask("nen/a.html")[2] == b"<p>day"


def test_pages_hosts_are_told_the_same(served: Served) -> None:
    told = (served.folder / "_headers").read_text()
    policy = served.ask("")[1]["content-security-policy"]
    assert f"{served.base}*\n  Content-Security-Policy: {policy}\n" in told
    assert re.search(
        rf"^{served.base}static/\*\n  Cache-Control: public, max-age=31536000, immutable$", told, re.MULTILINE
    )


@pytest.mark.parametrize("name", SERVERS)
def test_a_deployment_that_is_killed_is_never_seen_by_readers(name: str, tmp_path: Path) -> None:
    """Twenty times: every page that is served is that of the old site until all are those of the new one."""
    tmp_path.chmod(0o755)
    sites = []
    for number, title in enumerate(("Hai cơ quan", "Ba cơ quan")):
        root = write(
            tmp_path / f"bulletin-{number}",
            COMPLETE,
            {"content/articles/2020/bai.md": ARTICLE.replace("Hai cơ quan", title)},
        )
        build_site(root, tmp_path / f"site-{number}")
        sites.append(pack(tmp_path / f"site-{number}"))
    pages = ("", "bai-viet/2020/bai/", "provenance.json")
    with ground(TargetKind.FOLDER, tmp_path / "target") as place:
        deploy(sites[0], place.target, place.around, count, allow_removals=True)
        live, port = place.folder / "current", free_port()
        with running(SERVERS[name](tmp_path, live, live, port), port, XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path)):
            served = Served(name, port, "/", live)
            names = [page if page.endswith(".json") else f"{page}index.html" for page in pages]
            wanted = [[(one.folder / name).read_bytes() for name in names] for one in sites]

            def look(new: int, old: int) -> None:
                # The shell of a deployment that was killed may end its last command meanwhile: then it is the new one.
                found = [served.ask(page)[2] for page in pages]
                switched = [wanted[old][:number] + wanted[new][number:] for number in range(len(pages) + 1)]
                assert found in switched

            kill_often(place, sites, look)
