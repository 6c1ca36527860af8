"""Small bulletins for tests, written from dictionaries of files, and built as the command builds them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from bantin.build.build import build, check
from bantin.build.request import BuildContext, Edition, Progress, PublishedSite, Request, silence
from bantin.domain.problems import BulletinError, Problem
from bantin.runtime.cache import CacheLocation
from bantin.runtime.workers import InProcess, Workers

TODAY = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 5, tzinfo=UTC)
SECRET = b"only the user has this".ljust(32)

SITE = """\
title: Bản tin
base_url: https://bantin.example/
language: vi
timezone: Asia/Ho_Chi_Minh
"""
UNSEARCHED: Mapping[str, str] = {"content/site.yml": f"{SITE}search: off\n"}
"""Settings without search, for builds that do not test it: indexing takes longer than everything else."""
VOCABULARY = """\
types:
  quy-che: {vi: Quy chế, en: Regulation}
fields:
  an-ninh: {vi: An ninh, en: Security}
"""
ARTICLE = """\
---
title: Hai cơ quan ký quy chế
published: 2020-05-06
lead: Sa-pô.
authors: [Người viết]
agreement:
  type: quy-che
  title: Quy chế phối hợp
  parties: [co-quan-a, co-quan-b]
  signatories: [{name: Nguyễn Văn A, party: co-quan-a}]
  signed_on: 2020-05-05
  fields: [an-ninh]
  scope: central
  text_public: {no: Nội bộ}
---

Nội dung.
"""
MINIMAL: Mapping[str, str] = {
    "content/site.yml": SITE,
    "content/vocabulary.yml": VOCABULARY,
    "content/agencies/co-quan-a.yml": "name: Cơ quan A\n",
    "content/agencies/co-quan-b.yml": "name: Cơ quan B\n",
}
COMPLETE: Mapping[str, str] = {**MINIMAL, "content/articles/2020/bai.md": ARTICLE}


def write(root: Path, *layers: Mapping[str, str | bytes]) -> Path:
    """Writes the files of ``layers``, later ones over earlier ones, below ``root``."""
    for path, text in {path: text for layer in layers for path, text in layer.items()}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def request(root: Path, **changes: object) -> Request:
    return Request(**{"root": root, "now": NOW, "as_of": TODAY, **changes})  # type: ignore[arg-type]


def tools(workers: Workers | None = None, progress: Progress = silence, memory: Path | None = None) -> BuildContext:
    return BuildContext(workers or InProcess(), memory_in(memory) if memory else None, progress)


def memory_in(folder: Path) -> CacheLocation:
    """The location of a cache in ``folder``, with the secret of the tests."""
    return CacheLocation(folder, SECRET)


def build_site(root: Path, out: Path | None = None, **changes: object) -> PublishedSite:
    """Builds the bulletin in ``root`` into ``out``, or ``root/site``."""
    return build(request(root, **changes), out or root / "site", tools())


def check_site(root: Path, **changes: object) -> Edition:
    """Runs all stages except publishing."""
    return check(request(root, **changes), tools())


def texts_of(root: Path, **changes: object) -> dict[str, str]:
    """The files of the built site as texts, by path; undecodable bytes, such as those of images, are replaced."""
    out = root / "site"
    build_site(root, out, **changes)
    return {path: data.decode(errors="replace") for path, data in files_of(out).items()}


def problems_of(root: Path, **changes: object) -> tuple[Problem, ...]:
    """All problems of the bulletin in ``root``, whether or not it can be built."""
    try:
        return check_site(root, **changes).problems
    except BulletinError as error:
        return error.problems


def codes_of(root: Path, **changes: object) -> list[str]:
    """The codes of all problems, in their order."""
    return [problem.code for problem in problems_of(root, **changes)]


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of all files below ``folder``, by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
