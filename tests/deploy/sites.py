"""Small sites to deploy, written without a build."""

import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from bantin.deploy import DeployContext, Release, pack
from bantin.domain.model import DeployTarget, History, Position, TargetKind
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Subject, receipt_bytes, sum_of

Files = Mapping[str, str]

BASE = "https://bantin.example/"
FIRST: Files = {
    "index.html": "<p>Một</p>" * 40,
    "bai-viet/mot/index.html": "<p>Bài một</p>",
    "bai-viet/tên có dấu cách 'và nháy'.txt": "Tệp",
    "static/main.0123456789.css": "p { color: red }",
    "cu/index.html": "<p>Cũ</p>",
    "rss.xml": "<rss/>",
}
SECOND: Files = {
    **{path: text for path, text in FIRST.items() if not path.startswith(("cu/", "static/"))},
    "index.html": "<p>Hai</p>" * 40,
    "bai-viet/hai/index.html": "<p>Bài hai</p>",
    "static/main.abcdef0123.css": "p { color: green }",
}


def site(folder: Path, files: Files, preview: str = "") -> Path:
    """Writes a site of ``files`` as a build leaves it; with an id, the ``preview`` with that."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    sums = {path: sum_of(text.encode()) for path, text in files.items()}
    (folder / RECEIPT).write_bytes(receipt_bytes(sums, Subject(BASE, date(2026, 1, 1), History(), preview=preview)))
    (folder / ".bantin-manifest.json").write_text("{}")
    return folder


def parcel(folder: Path, files: Files, preview: str = "") -> Release:
    return pack(site(folder, files, preview), preview)


def contents(made: Release) -> dict[str, bytes]:
    """The public files after ``made`` was deployed, by path."""
    return {path: (made.folder / path).read_bytes() for path in made.files}


def target(kind: TargetKind, to: object, **options: object) -> DeployTarget:
    return DeployTarget("noi", kind, str(to), Position(3, 3), **options)  # type: ignore[arg-type]


def around(root: Path, **options: object) -> DeployContext:
    return DeployContext(root, datetime.now(UTC), **{"environment": {}, **options})  # type: ignore[arg-type]


def count(_done: int, _total: int) -> None:
    """Ignores progress."""
