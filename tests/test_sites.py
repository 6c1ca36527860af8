"""Golden sites: whole bulletins, and exactly what they become.

Each folder of ``tests/sites`` holds an ``input``, a bulletin, and what is ``expected`` of it: the ``site``, byte for
byte, or none where it must be refused; and its problems in Vietnamese and in English, word for word. ``pytest
--update-sites`` writes what is expected anew; read the diff.

Digests of static files are left out, so that a change of style does not touch every page here; and so is the receipt,
which is nothing but digests. Of an image that is encoded, which another version of Pillow does otherwise, only the
format and the size are told; what is in it is for ``tests/render/images`` to say.
"""

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from bantin.domain.problems import BulletinError, Language, Problem, Severity
from bantin.output.publish import RECEIPT
from bantin.report import as_text, excerpts_below
from tests.bulletins import build_site, files_of, problems_of
from tests.conftest import REPOSITORY

SITES = Path(__file__).resolve().parent / "sites"
_DIGEST = re.compile(rb"(static/[\w/-]+)\.[0-9a-f]{10}")
_ENCODED = re.compile(r"\.[0-9]+\.[0-9a-f]{10}\.(?:avif|jpg|png|webp)$")
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def cases() -> list[str]:
    return sorted(folder.name for folder in SITES.iterdir() if folder.is_dir())


def root_of(case: str) -> Path:
    return SITES / case / "input"


def outcome(case: str, out: Path) -> dict[str, bytes]:
    """What the case becomes: its site, below ``site/``, and its problems in each language."""
    root = root_of(case)
    problems: tuple[Problem, ...]
    try:
        built = build_site(root, out)
        problems = (*built.edition.problems, *built.report.problems)
    except BulletinError as error:
        problems = error.problems
    site = files_of(out) if out.exists() else {}
    files = {
        f"site/{path}": _told(data) if _ENCODED.search(path) else _DIGEST.sub(rb"\1.digest", data)
        for path, data in site.items()
        if path != RECEIPT and not path.startswith("static/")
    }
    for language in LANGUAGES:
        files[f"problems.{language}.txt"] = as_text(problems, language, excerpts_below(root)).encode()
    return files


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


def test_the_bulletin_of_this_repository_has_no_error() -> None:
    assert [problem for problem in problems_of(REPOSITORY) if problem.severity is Severity.ERROR] == []
