"""Building on a cluster: the same site as on one machine, and a clear message if there is no cluster."""

import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bantin.cli import main
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, files_of, write

MANY = {f"content/articles/2020/bai-{number}.md": ARTICLE.replace("Hai", str(number)) for number in range(230)}


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of two processes on this machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        distributed = pytest.importorskip("distributed")
        options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
        with distributed.LocalCluster(**options, silence_logs=logging.CRITICAL) as cluster:
            yield cluster.scheduler_address.replace("tcp://", "dask://")


def build(root: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["build", str(root), "--as-of", "2026-01-01", *options])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.filterwarnings("default")
def test_a_cluster_builds_the_same_site(tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, COMPLETE, MANY, UNSEARCHED)
    build(root, "-o", str(tmp_path / "here"), "--no-cache", "-j", "1")
    monkeypatch.delattr("bantin.cli.executor.local")
    build(root, "-o", str(tmp_path / "there"), "--executor", scheduler)
    assert files_of(tmp_path / "there") == files_of(tmp_path / "here")
    assert len(files_of(tmp_path / "there")) > len(MANY)


@pytest.mark.filterwarnings("default")
def test_problems_found_on_a_cluster_are_reported_as_ever(tmp_path: Path, scheduler: str) -> None:
    root = write(tmp_path, COMPLETE, MANY, {"content/articles/2020/bai-7.md": "---\ntitel: x\n---\n"})
    done = CliRunner().invoke(main, ["build", str(root), "--executor", scheduler])
    assert done.exit_code == 1
    assert "bai-7.md:2:1" in done.output
    assert not (root / "site").exists()


@pytest.mark.parametrize("address", ["dask://", "dask://host", "tcp://host:1", "dask://host:x", "dask://host:1/x", "x"])
def test_what_is_no_address_of_a_scheduler_is_refused(tmp_path: Path, address: str) -> None:
    done = CliRunner().invoke(main, ["build", str(write(tmp_path, COMPLETE)), "--executor", address])
    assert done.exit_code == 2
    assert "dask://10.0.0.1:8786" in done.output


@pytest.mark.filterwarnings("default")
def test_where_no_scheduler_answers_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.cli.executor._TIMEOUT", 0.3)
    root = str(write(tmp_path, COMPLETE))
    done = CliRunner().invoke(main, ["build", root, "--executor", "dask://127.0.0.1:1"])
    assert done.exit_code == 2
    assert "Không có bộ điều phối Dask nào trả lời ở tcp://127.0.0.1:1" in done.output


def test_without_dask_the_command_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(main, ["build", str(write(tmp_path, COMPLETE)), "--executor", "dask://127.0.0.1:1"])
    assert done.exit_code == 2
    assert "pip install distributed" in done.output


def test_a_cluster_is_not_to_be_had_without_the_cache(tmp_path: Path) -> None:
    options = ["--executor", "dask://127.0.0.1:1", "--no-cache"]
    done = CliRunner().invoke(main, ["build", str(write(tmp_path, COMPLETE)), *options])
    assert done.exit_code == 2
    assert "--executor không dùng được cùng --no-cache" in done.output
