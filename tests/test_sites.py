"""Golden sites: whole bulletins with their exact output.

Each folder of ``tests/sites`` has an ``input``, a bulletin, and the ``expected`` output: the ``site``, byte for byte,
or none if it must be refused; and its problems in Vietnamese and in English, word for word. ``pytest --update-sites``
updates the expected output; read the diff.

Digests of static files are omitted, so that a change of style does not affect every page here; so is the receipt, which
consists of digests. Of encoded images, which differ between versions of Pillow, only the format and the size are
compared; ``tests/render/images`` checks their contents. Of office files, the parts are compared. Common parts of the
pages of a language, such as the footer, are stored once in the folder ``frame``, and pages refer to them by marks:
``tests/page_frame.py``.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bantin.build.prepare import prepare
from bantin.content.ledger import LEDGER, ledger_text
from bantin.domain.problems import BulletinError, Language, Problem, Severity
from bantin.output.publish import RECEIPT
from bantin.report import as_text, excerpts_below
from bantin.runtime.cache import open_store, program_version
from tests.bulletins import build_site, files_of, problems_of, request, tools
from tests.conftest import REPOSITORY
from tests.page_frame import fold, unfold

SITES = Path(__file__).resolve().parent / "sites"
_DIGEST = re.compile(rb"(static/[\w/-]+)\.[0-9a-f]{10}")
_ENCODED = re.compile(r"\.[0-9]+\.[0-9a-f]{10}\.(?:avif|jpg|png|webp)$")
_OFFICE = re.compile(r"\.(?:xlsx|docx)$")
_CELL = re.compile(r'<c r="\w+" s="(\d)" t="inlineStr"><is><t>([^<]*)</t></is></c>')
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def cases() -> list[str]:
    return sorted(folder.name for folder in SITES.iterdir() if folder.is_dir())


def root_of(case: str) -> Path:
    return SITES / case / "input"


def outcome(case: str, out: Path) -> dict[str, bytes]:
    """The result of the case: its site, below ``site/`` and ``frame/``, and its problems in each language."""
    root = root_of(case)
    problems: tuple[Problem, ...]
    try:
        built = build_site(root, out)
        problems = (*built.edition.problems, *built.report.problems)
    except BulletinError as error:
        problems = error.problems
    site = files_of(out) if out.exists() else {}
    files = _folded(
        {
            path: _told(data) if _ENCODED.search(path) else _DIGEST.sub(rb"\1.digest", data)
            for path, data in site.items()
            if path != RECEIPT and not path.startswith("static/")
        }
    )
    for language in LANGUAGES:
        files[f"problems.{language}.txt"] = as_text(problems, language, excerpts_below(root)).encode()
    return files


def _folded(site: Mapping[str, bytes]) -> dict[str, bytes]:
    pages = {path: data.decode() for path, data in site.items() if path.endswith(".html")}
    folded, frame = fold(pages)
    assert unfold(folded, frame) == pages
    files = {f"site/{path}": _unpacked(data) if _OFFICE.search(path) else data for path, data in site.items()}
    files |= {f"site/{path}": text.encode() for path, text in folded.items()}
    return files | {f"frame/{name}.html": text.encode() for name, text in frame.items()}


def _unpacked(data: bytes) -> bytes:
    """The parts of an office file: how they are compressed differs between systems.

    A row of a table is a line, and a cell with a text is that text behind the number of its format.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = "\n".join(f"{name}\n{package.read(name).decode()}\n" for name in package.namelist())
    return re.sub("(?=<(?:row|w:tr)[ >])", "\n", _CELL.sub(r"[\1]\2", parts)).encode()


def _told(data: bytes) -> bytes:
    """The format and the size of an image."""
    with Image.open(io.BytesIO(data)) as image:
        return f"{image.format} {image.width} × {image.height}\n".encode()


@pytest.mark.parametrize("case", cases())
def test_site(case: str, tmp_path: Path, update_sites: bool) -> None:
    expected = SITES / case / "expected"
    actual = outcome(case, tmp_path / "site")
    if update_sites:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in actual.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    wanted = files_of(expected)
    assert sorted(actual) == sorted(wanted)
    for path, data in actual.items():
        assert data.decode(errors="replace") == wanted[path].decode(errors="replace"), path
        assert data == wanted[path], path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<footer class="footer">', '<footer class="footer" data-x>'),
        ('<meta charset="utf-8">', '<meta charset="UTF-8">'),
        ('<nav class="menu"', '<nav class="menu large"'),
        ('<main id="bt-main"', '<main id="main"'),
        ("DC.publisher", "DC.Publisher"),
        ('content="light dark"', 'content="dark light"'),
    ],
)
def test_a_change_of_the_frame_changes_one_file_of_a_language_and_the_pages_that_have_it_otherwise(
    before: str, after: str
) -> None:
    expected = {path: data.decode() for path, data in files_of(SITES / "sample/expected").items() if ".html" in path}
    frame = {Path(path).stem: text for path, text in expected.items() if path.startswith("frame/")}
    folded = {path.removeprefix("site/"): text for path, text in expected.items() if path.startswith("site/")}
    pages = unfold(folded, frame)
    assert fold(pages) == (folded, frame)
    changed = {path: text.replace(before, after) for path, text in pages.items()}
    assert sum(changed[path] != text for path, text in pages.items()) > 150
    now, frame_now = fold(changed)
    assert sum(frame_now[name] != text for name, text in frame.items()) == len(LANGUAGES)
    assert {path for path, text in folded.items() if now[path] != text} <= {
        "404.html",
        "tim-kiem/index.html",
        "en/search/index.html",
        "ngoai-tuyen/index.html",
        "en/offline/index.html",
    }


def test_the_bulletin_of_this_repository_has_no_error() -> None:
    assert [problem for problem in problems_of(REPOSITORY) if problem.severity is Severity.ERROR] == []


def test_a_build_leaves_the_ledger_of_this_repository_as_it_is(tmp_path: Path, update_sites: bool) -> None:
    for name in ("content", "themes"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    if update_sites:
        (tmp_path / LEDGER).unlink(missing_ok=True)
    day = datetime(2026, 11, 24, 5, tzinfo=UTC)
    with open_store(None, program_version(())) as store:
        prepared = prepare(request(tmp_path, now=day, as_of=day.date(), keeps_ledger=True), tools(), store)
    if update_sites:
        (REPOSITORY / LEDGER).write_text(ledger_text(prepared.ledger), encoding="utf-8")
    assert ledger_text(prepared.ledger) == (REPOSITORY / LEDGER).read_text(encoding="utf-8")
