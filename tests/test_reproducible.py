"""The same content gives the same bytes: on any path, in any zone, locale and order, with any number of jobs."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, write_corpus
from tests.bulletins import files_of
from tests.conftest import REPOSITORY, missing

ENGLISH = REPOSITORY / "tests/sites/english/input"


def built(root: Path, out: Path, *options: str, **environment: str) -> dict[str, bytes]:
    """The site that the command builds, in a process of its own."""
    command = [sys.executable, "-m", "bantin", "build", str(root), "-o", str(out), "-q", "--no-history", *options]
    subprocess.run(
        [*command, "--as-of", "2026-01-01"], check=True, env={**os.environ, **environment}, capture_output=True
    )
    return files_of(out)


def copied(root: Path, target: Path, seed: int) -> Path:
    """The bulletin with its files made in another order, at other times."""
    files = [path for path in root.rglob("*") if path.is_file()]
    random.Random(seed).shuffle(files)
    for path in files:
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return target


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = Corpus(articles=60, agencies=12, size=2_000, search="full")
    return write_corpus(tmp_path_factory.mktemp("corpus"), found)


@pytest.fixture(scope="module")
def plain(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    made = built(corpus, tmp_path_factory.mktemp("plain"), "-j", "1", "--no-cache")
    assert "pagefind/pagefind-entry.json" in made
    return made


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_the_number_of_jobs_does_not_matter(jobs: str, corpus: Path, plain: dict[str, bytes], tmp_path: Path) -> None:
    """Nor does it matter that nothing is remembered, so that the index of the search is made once more."""
    assert built(corpus, tmp_path / "site", "-j", jobs, "--no-cache") == plain


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
        {"TZ": "UTC", "PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONHASHSEED": "0"},
    ],
)
def test_zone_locale_and_hash_seed_do_not_matter(
    environment: dict[str, str], corpus: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    assert built(corpus, tmp_path / "site", "-j", "1", **environment) == plain


def test_path_and_order_of_files_do_not_matter(corpus: Path, plain: dict[str, bytes], tmp_path: Path) -> None:
    elsewhere = copied(corpus, tmp_path / "đường dẫn khác", seed=7)
    assert built(elsewhere, tmp_path / "site", "-j", "1") == plain


def test_what_was_there_before_does_not_matter(corpus: Path, plain: dict[str, bytes], tmp_path: Path) -> None:
    built(ENGLISH, tmp_path / "site")
    assert built(corpus, tmp_path / "site", "-j", "1") == plain


def test_a_theme_and_photos_build_alike_everywhere(tmp_path: Path) -> None:
    here = built(ENGLISH, tmp_path / "one", "-j", "1", PYTHONHASHSEED="1", TZ="UTC")
    there = built(
        copied(ENGLISH, tmp_path / "two", seed=3), tmp_path / "three", "-j", "2", PYTHONHASHSEED="2", TZ="Asia/Tokyo"
    )
    assert here == there


IN_A_CONTAINER = 'echo "$0" > /proc/sys/kernel/ns_last_pid && "$@"; exit $?'
TELLING = "import os, sys; print(os.getpid()); from bantin.cli import main; main(sys.argv[1:])"


@pytest.mark.parametrize("number", [1, 2, 6, 30])
def test_the_number_of_the_process_does_not_matter(
    number: int, corpus: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    """In containers numbers begin at 1, so those of the build and its workers are those of staged files."""
    assert number < len(plain)
    apart = namespace()
    build: list[str | Path] = [
        sys.executable,
        "-c",
        TELLING,
        "build",
        corpus,
        "-o",
        tmp_path / "site",
        "-q",
        "--no-history",
        "-j",
        "3",
    ]
    done = subprocess.run(
        [*apart, "sh", "-c", IN_A_CONTAINER, str(number), *build, "--as-of", "2026-01-01"],
        check=True,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
    )
    assert int(done.stdout.splitlines()[0]) in (number + 1, number + 2)
    assert files_of(tmp_path / "site") == plain


def namespace() -> list[str]:
    """The command that runs another one where no other process is seen."""
    commands = [["unshare", options, "--mount-proc"] for options in ("-pf", "-Urpf")]
    if shutil.which("unshare"):
        for command in commands:
            if subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0:
                return command
    return missing("unshare, or the right to use it,")
