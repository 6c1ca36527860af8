"""Real servers answer at every address that ever was public."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from bantin.build.build import build
from bantin.content.ledger import LEDGER, read_ledger
from bantin.domain.model import AddressKind
from bantin.site.addresses import output_path
from tests.bulletins import ARTICLE, COMPLETE, SITE, request, tools, write
from tests.deploy.servers import free_port, running
from tests.output.serving.test_servers import BASES, SERVERS, Served

RECORD = """\
---
type: quy-che
title: Quy chế phối hợp
number: 01/QCPH
parties: [co-quan-a, co-quan-b]
signatories: [{name: Nguyễn Văn A, party: co-quan-a}]
signed_on: 2020-05-05
fields: [an-ninh]
scope: central
text_public: {no: Nội bộ}
---
"""
PAGE = "---\ntitle: Giới thiệu\n---\n\nNội dung.\n"


@pytest.fixture(scope="module", params=[(name, base) for name in SERVERS for base in BASES], ids=str)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A site in which everything has moved since it was first published, and the folder of its bulletin."""
    name, base = request.param
    folder = tmp_path_factory.mktemp("served")
    folder.chmod(0o755)
    root = folder / "www"
    site = root / base.strip("/") if base != "/" else root
    bulletin = folder / "bulletin"
    live(bulletin, site, f"{SITE}search: off\n".replace("bantin.example/", f"bantin.example{base}"))
    port = free_port()
    with running(SERVERS[name](folder, root, site, port), port, XDG_DATA_HOME=str(folder), HOME=str(folder)):
        yield Served(name, port, base, site), bulletin


def live(root: Path, site: Path, settings: str) -> None:
    """Publishes a bulletin twice; in between, everything gets another name, and a language is given up."""
    articles = {f"content/articles/2020/bai-{n}.md": ARTICLE.replace("Hai cơ", f"{n} cơ") for n in range(3)}
    pages = {"content/pages/gioi-thieu.md": PAGE, "content/agreements/mot.md": RECORD}
    english = {"content/site.yml": f"{settings}languages: [vi, en]\npage_size: 1\n"}
    publish(write(root, COMPLETE, english, articles, pages), site)
    content = root / "content"
    (content / "articles/2021").mkdir()
    for number in range(3):
        (content / f"articles/2020/bai-{number}.md").rename(content / f"articles/2021/moi-{number}.md")
    (content / "pages/gioi-thieu.md").rename(content / "pages/ve-chung-toi.md")
    changed = RECORD.replace("2020-05-05", "2019-05-05").replace("an-ninh", "y-te")
    fields = (content / "vocabulary.yml").read_text().replace("an-ninh: {vi: An ninh", "y-te: {vi: Y tế")
    moved = {path.name: path.read_text().replace("an-ninh", "y-te") for path in content.glob("articles/*/*.md")}
    write(root, {f"content/articles/2020/{name}": text for name, text in moved.items() if name == "bai.md"})
    write(root, {f"content/articles/2021/{name}": text for name, text in moved.items() if name != "bai.md"})
    write(root, {"content/site.yml": settings, "content/vocabulary.yml": fields, "content/agreements/mot.md": changed})
    publish(root, site)


def publish(root: Path, site: Path) -> None:
    build(request(root, keeps_ledger=True), site, tools())


def test_no_address_that_was_public_is_missing(served: tuple[Served, Path]) -> None:
    server, bulletin = served
    ledger = read_ledger(bulletin).value
    assert ledger
    assert sum(one.last_seen is not None for one in ledger.values()) > 80
    for one in ledger.values():
        if one.is_of_id:
            continue
        status, headers, body = server.ask(one.address)
        has_moved = one.last_seen is not None and one.kind is not AddressKind.DERIVED
        if one.last_seen and not has_moved and not output_path(one.address).endswith(".html") and status == 404:
            # Of the files for programs of a language that was given up, nothing is left but the copies.
            assert one.address.startswith("en/"), one.address
            continue
        assert status == (301 if has_moved else 200), one.address
        if has_moved:
            assert server.ask(headers["location"].partition(server.base)[2])[0] == 200, headers["location"]
        elif one.last_seen and one.address.endswith("/"):
            (target,) = re.findall(rb'http-equiv="refresh" content="0; url=([^"]*)"', body)
            assert server.ask(urljoin(one.address, target.decode()).lstrip("/"))[0] == 200, one.address
    assert server.ask("bai-viet/2020/bai-khac/")[0] == 404
    assert (bulletin / LEDGER).exists()
