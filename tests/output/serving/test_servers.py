"""The snippets in real servers: nginx and Caddy serve a site as required."""

import gzip
import http.client
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
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
OLD = (
    "/cu/bai-cu",
    "/tin.html",
    "/Pages/tin-tuc.aspx",
    "/Pages/tin-tuc.aspx?ItemID=18746",
    "/Pages/tin-tuc.aspx?ItemID=18746&p=2",
    "/Lists/Tin%20t%E1%BB%A9c/a(1).aspx?ID={A-b}/c&q=%C4%91%22%26+1",
    "/?p=12",
    "/tin.html?so=%24%7B1%7D%3B%5C%22%27",
    "/rss.xml?muc=3",
)
OTHER_OLD = ("/pages/TIN-tuc.aspx?itemid=9", "/pages/tin-tuc.aspx?LoaiTin=5", "/gioi-thieu.jsp")


def aliased(aliases: Iterable[str]) -> str:
    """An article with these old addresses."""
    return ARTICLE.replace("published:", f"aliases: {json.dumps([*aliases])}\npublished:")


GONE = """\
---
title: Văn bản đã gỡ
signed_on: 2015-03-04
aliases: [/tin/da-go.html, "/tin.aspx?da=go", /du-lieu-cu/go.json]
gone: {on: 2021-02-03, reason: Đăng nhầm., replaced_by: bai}
---
"""
GONE_PAGE = """\
---
title: Trang đã gỡ
gone: {on: 2021-02-03, reason: Đăng nhầm.}
---
"""
ALIASED, OTHER = aliased(OLD), aliased(OTHER_OLD).replace("Hai cơ", "Ba cơ")


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
    articles = {"content/articles/2020/bai.md": ALIASED, "content/articles/2020/moi.md": OTHER}
    gone = {"content/agreements/da-go.md": GONE, "content/pages/cu.md": GONE_PAGE}
    build_site(write(folder / "bulletin", COMPLETE, settings, bundles, articles, gone), site)
    (site / "nen").mkdir()
    for path, data in {"nen/a.html": b"<p>day", "nen/a.html.gz": gzip.compress(b"san"), "nen/.bi-mat": b"x"}.items():
        (site / path).write_bytes(data)
    port = free_port()
    with running(SERVERS[name](folder, root, site, port), port, XDG_DATA_HOME=str(folder), HOME=str(folder)):
        yield Served(name, port, base, site)


def test_every_answer_has_the_headers_of_the_site(served: Served) -> None:
    for path, status in (("", 200), ("bai-viet/2020/bai/", 200), ("khong-co/", 404), ("sw.js", 200)):
        found, headers, _ = served.ask(path)
        assert found == status
        assert headers["content-security-policy"].startswith(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval';"
        )
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["cache-control"] == "no-cache"


def test_the_worker_and_the_manifest_have_their_types(served: Served) -> None:
    for path, kind in (("sw.js", "text/javascript"), ("manifest.webmanifest", "application/manifest+json")):
        _, headers, _ = served.ask(path)
        assert headers["content-type"].lower().replace(" ", "") == f"{kind};charset=utf-8"


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


@pytest.mark.parametrize("path", ["van-ban/2015/da-go", "van-ban/2015/da-go/", "van-ban/2015/da-go/index.html", "cu/"])
@pytest.mark.parametrize("query", ["", "?q=1"])
def test_what_is_gone_says_so_in_every_spelling(served: Served, path: str, query: str) -> None:
    status, headers, body = served.ask(path + query)
    page = path.removesuffix("index.html").rstrip("/")
    assert (status, headers["content-type"]) == (410, "text/html; charset=utf-8")
    assert body == (served.folder / page / "index.html").read_bytes()
    assert "Đăng nhầm." in body.decode()
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-cache", "nosniff")


def test_the_data_of_what_is_gone_say_so(served: Served) -> None:
    status, headers, body = served.ask("van-ban/2015/da-go/index.json")
    assert (status, headers["content-type"]) == (410, "application/json; charset=utf-8")
    assert json.loads(body)["gone_reason"] == "Đăng nhầm."


def test_what_is_gone_is_never_confirmed_as_unchanged(served: Served) -> None:
    """A program that has the page from before must be told."""
    _, headers, body = served.ask("van-ban/2015/da-go/")
    asked = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match": headers.get("etag", '"x"')}
    assert served.ask("van-ban/2015/da-go/", **asked)[::2] == (410, body)


@pytest.mark.parametrize("path", ["tin/da-go.html", "tin.aspx?da=go", "Tin.aspx?Da=Go&x=1"])
def test_an_old_address_of_what_is_gone_leads_to_the_page_that_says_so(served: Served, path: str) -> None:
    status, headers, _ = served.ask(path)
    assert status == 301
    assert headers["location"].endswith(f"{served.base}van-ban/2015/da-go/")


def test_a_site_that_is_served_by_the_snippets_is_as_it_was_published(served: Served) -> None:
    """Also old addresses, which the servers redirect themselves."""
    verdict = verify(Web(f"http://127.0.0.1:{served.port}{served.base}"))
    assert verdict.receipt
    assert len(verdict.receipt.redirects) == 6
    assert verdict.receipt.gone == ("cu/index.html", "van-ban/2015/da-go/index.html", "van-ban/2015/da-go/index.json")
    assert verdict.problems == ()


@pytest.mark.parametrize("query", ["?utm_source=fb", "?a=1&b=%C4%91%20%3F", "?q=a?b"])
def test_an_old_address_keeps_what_stands_behind_the_question_mark(served: Served, query: str) -> None:
    status, headers, _ = served.ask(f"cu/bai-cu/{query}")
    assert status == 301
    assert headers["location"].endswith(f"{served.base}bai-viet/2020/bai/{query}")


@pytest.mark.parametrize(
    ("path", "article"),
    [
        ("Pages/tin-tuc.aspx?ItemID=18746", "bai"),
        ("PAGES/Tin-Tuc.ASPX?itemid=18746", "bai"),
        ("Pages/tin-tuc.aspx/?ItemID=18746", "bai"),
        ("Pages/tin%2Dtuc.aspx?Item%49D=18746&x=1", None),
        ("Pages/tin-tuc.aspx?Source=%2Fa%3Fb&ItemID=18746&x", "bai"),
        ("Pages/tin-tuc.aspx?p=2&ItemID=18746", "bai"),
        ("Pages/tin-tuc.aspx?ItemID=9", "moi"),
        ("pages/TIN-tuc.aspx?ITEMID=9&LoaiTin=7", "moi"),
        ("Pages/tin-tuc.aspx?LoaiTin=5", "moi"),
        ("Lists/Tin%20t%E1%BB%A9c/a(1).aspx?ID={A-b}/c&q=%C4%91%22%26+1", "bai"),
        ("lists/Tin%20t%e1%bb%a9c/a%281%29.aspx?q=%c4%91%22%26%201&id=%7Ba%2DB%7D%2Fc", "bai"),
        ("?p=12", "bai"),
        ("tin.html?so=${1};%5C%22'", "bai"),
        ("tin.html?SO=%24%7b1%7d%3b%5c%22%27", "bai"),
        ("rss.xml?muc=3", "bai"),
    ],
)
def test_an_old_address_with_a_query_leads_to_its_page_and_loses_the_query(
    served: Served, path: str, article: str | None
) -> None:
    status, headers, _ = served.ask(path)
    assert status == 301
    query = "" if article else f"?{path.partition('?')[2]}"
    assert headers["location"].endswith(f"{served.base}bai-viet/2020/{article or 'bai'}/{query}")
    assert "content-security-policy" in headers


@pytest.mark.parametrize(
    "query", ["", "?ItemID=1", "?ItemID=187460", "?xItemID=18746", "?ItemID=", "?ItemID", "?Source=x?ItemID=9"]
)
def test_at_the_path_of_other_old_addresses_the_path_alone_leads_to_its_own_page(served: Served, query: str) -> None:
    for path in ("Pages/tin-tuc.aspx", "pages/TIN-TUC.aspx/"):
        status, headers, _ = served.ask(path + query)
        assert status == 301
        assert headers["location"].endswith(f"{served.base}bai-viet/2020/bai/{query}")


def test_a_path_of_a_program_is_an_old_address_whatever_its_case(served: Served) -> None:
    for path in ("gioi-thieu.jsp", "Gioi-Thieu.JSP/"):
        status, headers, _ = served.ask(path)
        assert (status, headers["location"].endswith(f"{served.base}bai-viet/2020/moi/")) == (301, True)


@pytest.mark.parametrize("query", ["", "?p=1", "?p=123", "?q=12", "?muc=4"])
def test_what_is_no_old_address_with_a_query_is_served_as_ever(served: Served, query: str) -> None:
    status, headers, body = served.ask(query)
    assert (status, body) == (200, (served.folder / "index.html").read_bytes())
    status, headers, body = served.ask(f"rss.xml{query}")
    assert (status, headers["content-type"]) == (200, "application/rss+xml; charset=utf-8")
    for path in ("Lists/Tin%20t%E1%BB%A9c/a(1).aspx", "khac.php"):
        status, headers, body = served.ask(path + query)
        assert (status, body) == (404, (served.folder / "404.html").read_bytes())
        assert headers["content-security-policy"] == served.ask("")[1]["content-security-policy"]


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
