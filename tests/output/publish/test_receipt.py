"""The receipt: every file of a site, and only true statements."""

import hashlib
import importlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bantin import __version__
from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.domain.model import History
from bantin.output.publish import RECEIPT, receipt_bytes
from bantin.output.publish.output import MANIFEST
from bantin.output.publish.receipt import FileSum, Subject, sum_of, sum_of_file
from bantin.runtime.cache import store
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, codes_of, files_of, request, texts_of, tools, write
from tests.conftest import REPOSITORY
from tests.output.publish.sites import put, shown
from tests.pictures import drawing
from tests.repositories import commit

SCHEMA = Draft202012Validator(json.loads((REPOSITORY / "tests/schemas/provenance.schema.json").read_text()))
DAY = date(2026, 1, 1)
# The package offers a function of the same name.
stage = importlib.import_module("bantin.output.publish.stage")
SHOWING = ARTICLE.replace("agreement:", "photos: [{src: a.png, alt: Ảnh}]\nagreement:")
PHOTO: dict[str, str | bytes] = {
    "content/articles/2020/bai.md": SHOWING,
    "content/articles/2020/a.png": drawing(),
}


def receipt_of(site: Path) -> dict[str, object]:
    receipt = json.loads((site / RECEIPT).read_bytes())
    SCHEMA.validate(receipt)
    assert isinstance(receipt, dict)
    return receipt


def sums_on_disk(site: Path) -> dict[str, object]:
    """The expected receipt of ``site``, computed independently."""
    return {
        path: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in files_of(site).items()
        if path not in (RECEIPT, MANIFEST)
    }


def test_a_receipt_tells_every_file_of_the_site_and_what_it_was_made_from(tmp_path: Path) -> None:
    build_site(write(tmp_path, COMPLETE, PHOTO))
    receipt = receipt_of(tmp_path / "site")
    assert receipt == {
        "version": 1,
        "generator": {"name": "bantin", "version": __version__},
        "base_url": "https://bantin.example/",
        "as_of": "2026-01-01",
        "source": None,
        "files": sums_on_disk(tmp_path / "site"),
    }
    assert "bai-viet/2020/a.480." in json.dumps(receipt)


@pytest.mark.parametrize("modified", [False, True])
def test_a_receipt_tells_the_commit_of_the_content(tmp_path: Path, modified: bool) -> None:
    root = write(tmp_path, COMPLETE)
    head = commit(root)
    if modified:
        write(root, {"content/articles/2020/bai.md": ARTICLE.replace("Hai", "Ba")})
    build_site(root, history=True)
    assert receipt_of(root / "site")["source"] == {"commit": head, "modified": modified}
    build_site(root, history=False)
    assert receipt_of(root / "site")["source"] is None


PATHS = st.text("abcđ/.", min_size=1, max_size=9)


@given(st.dictionaries(PATHS, st.builds(sum_of, st.binary(max_size=9))), st.sampled_from(["", "a" * 40]), st.booleans())
def test_the_same_site_has_the_same_receipt(sums: dict[str, FileSum], head: str, modified: bool) -> None:
    history = History(head, modified)
    written = receipt_bytes(sums, Subject("https://x.example/", DAY, history))
    assert receipt_bytes(dict(reversed(sums.items())), Subject("https://x.example/", DAY, history)) == written
    SCHEMA.validate(json.loads(written))
    assert list(json.loads(written)["files"]) == sorted(sums)


@given(st.binary(max_size=100))
def test_the_sum_of_a_file_is_that_of_its_bytes(data: bytes) -> None:
    assert sum_of(data) == FileSum(len(data), hashlib.sha256(data).hexdigest())


def test_the_sum_of_a_large_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    data = b"0123456789" * 300_000
    (tmp_path / "a").write_bytes(data)
    assert sum_of_file(tmp_path / "a") == sum_of(data)


def test_a_file_that_somebody_else_made_is_not_vouched_for(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {"site/robots.txt": "mine"})
    build(request(tmp_path), tmp_path / "site", tools(), adopt=True)
    expected = sums_on_disk(tmp_path / "site")
    del expected["robots.txt"]
    assert receipt_of(tmp_path / "site")["files"] == expected


def test_a_receipt_that_somebody_else_made_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {f"site/{RECEIPT}": "mine"})
    built = build(request(tmp_path), tmp_path / "site", tools(), adopt=True)
    assert [(one.code, one.location.path) for one in built.report.problems] == [("foreign-file", f"site/{RECEIPT}")]
    assert (tmp_path / "site" / RECEIPT).read_text() == "mine"


def test_the_receipt_is_the_last_file_to_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    commit_class = "bantin.output.publish.commit.Commit"
    monkeypatch.setattr(f"{commit_class}.move", lambda _self, _name, path: moved.append(path))
    put(tmp_path, {"a.html": "a", "z.html": "z"}, certify=lambda sums: repr(sorted(sums)).encode())
    assert moved == ["a.html", "z.html", RECEIPT]


def test_nothing_else_can_have_the_address_of_the_receipt(tmp_path: Path) -> None:
    alias = ARTICLE.replace("lead:", f"aliases: [{RECEIPT}/x.html]\nlead:")
    assert codes_of(write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": alias})) == ["address-collision"]


def test_a_text_may_lead_to_the_receipt(tmp_path: Path) -> None:
    article = f"{ARTICLE}\nXem [biên nhận](/{RECEIPT}).\n"
    assert codes_of(write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": article})) == []


def change_page(root: Path) -> None:
    write(root, {"content/articles/2020/bai.md": SHOWING.replace("Hai", "Ba")})


def change_photo(root: Path) -> None:
    write(root, {"content/articles/2020/a.png": drawing(1)})


def change_everything(root: Path) -> None:
    write(root, {"content/site.yml": f"{SITE}description: Mới\n"})


def meddle(root: Path) -> None:
    (picture,) = (root / "site/bai-viet/2020").glob("a.480.*.webp")
    picture.write_text("XXX")
    write(root, {"site/index.html": "XXX"})


def remove(root: Path) -> None:
    (root / "site" / RECEIPT).unlink()


def forget(root: Path) -> None:
    shutil.rmtree(root / MEMORY)


@pytest.mark.parametrize("change", [change_page, change_photo, change_everything, meddle, remove, forget])
def test_the_receipt_of_a_warm_build_is_that_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    monkeypatch.setattr(store, "_STEP", -(10**18))
    root = write(tmp_path, COMPLETE, PHOTO)
    for step in (lambda _root: None, change, lambda _root: None):
        step(root)
        build(request(root), root / "site", tools(memory=root / MEMORY))
        assert receipt_of(root / "site")["files"] == sums_on_disk(root / "site")


def test_a_file_that_stands_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_STEP", -(10**18))
    root = write(tmp_path, COMPLETE, PHOTO)
    build(request(root), root / "site", tools(memory=root / MEMORY))
    change_page(root)
    monkeypatch.setattr(stage, "sum_of_file", lambda path: pytest.fail(f"{path} is read"))
    build(request(root), root / "site", tools(memory=root / MEMORY))
    assert receipt_of(root / "site")["files"] == sums_on_disk(root / "site")


def test_without_a_receipt_a_site_has_none(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "a"})
    assert RECEIPT not in shown(tmp_path)


def test_a_site_with_drafts_says_so_in_its_receipt_and_on_each_page(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    for drafts in (True, False):
        texts = texts_of(root, drafts=drafts)
        receipt = json.loads(texts[RECEIPT])
        SCHEMA.validate(receipt)
        assert receipt.get("drafts", False) is drafts
        pages = [text for path, text in texts.items() if path.endswith(".html") and "<main" in text]
        assert len(pages) > 10
        assert all(('class="notice drafts"' in text) is drafts for text in pages)


def test_a_receipt_tells_where_old_addresses_lead(tmp_path: Path) -> None:
    aliased = ARTICLE.replace("published:", "aliases: [cu/bai-cu, /tin.html]\npublished:")
    texts = texts_of(write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": aliased}))
    receipt = json.loads(texts[RECEIPT])
    SCHEMA.validate(receipt)
    page = "bai-viet/2020/bai/index.html"
    assert receipt["redirects"] == {"cu/bai-cu/index.html": page, "tin.html": page}
    assert receipt["redirects"].keys() < receipt["files"].keys()
