"""Which engine is found: the newest that runs."""

from pathlib import Path

import pytest

from bantin.render.search import Engine, find_engine
from bantin.render.search import engine as module


def install(folder: Path, name: str, *lines: str) -> str:
    file = folder / name
    file.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder that programs are found in; the package of PyPI is not there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "import_module", _no_module)
    return tmp_path


def _no_module(name: str) -> None:
    raise ImportError(name)


def test_the_newest_is_taken(path: Path) -> None:
    install(path, "pagefind", "echo pagefind 1.5.2")
    newer = install(path, "pagefind_extended", "echo pagefind_extended 1.10.0")
    assert find_engine() == Engine(newer, (1, 10, 0))


def test_there_may_be_none(path: Path) -> None:
    assert find_engine() is None


@pytest.mark.parametrize("lines", [("exit 1",), ("echo hello",), ("printf '\\377'",)])
def test_what_does_not_tell_its_version_is_none(path: Path, lines: tuple[str, ...]) -> None:
    install(path, "pagefind", *lines)
    assert find_engine() is None


def test_what_cannot_be_run_is_none(path: Path) -> None:
    (path / "pagefind").write_bytes(b"\x7fELF of another machine")
    (path / "pagefind").chmod(0o755)
    assert find_engine() is None


@pytest.mark.parametrize(("version", "recent"), [((1, 5, 2), False), ((1, 6, 0), True), ((2, 0, 0), True)])
def test_engines_have_changed_with_1_6(version: tuple[int, ...], *, recent: bool) -> None:
    assert Engine("pagefind", version).recent is recent


def test_it_is_called_what_people_call_it() -> None:
    assert Engine("pagefind", (1, 6, 0)).name == "Pagefind 1.6.0"
