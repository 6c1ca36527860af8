"""Compiled templates: kept for the same program, language and source, and never where others can write."""

import tempfile
from pathlib import Path

import jinja2
import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.domain.problems import Language
from bantin.render import renderer
from bantin.render.compiled import CompiledTemplates, compiled_templates
from tests.bulletins import COMPLETE, build_site, files_of, request, tools, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, in which Jinja makes that of the user."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


class Environment(jinja2.Environment):
    """Counts what it has compiled."""

    compiled = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]


def compiled(source: str = "a", version: bytes = b"1", language: Language = "vi") -> int:
    """How many templates had to be compiled to render one."""
    kept = compiled_templates(version, language)
    environment = Environment(loader=jinja2.DictLoader({"a.html": source}), bytecode_cache=kept)
    assert environment.get_template("a.html").render() == source
    return environment.compiled


def test_a_template_is_compiled_once() -> None:
    assert [compiled(), compiled()] == [1, 0]


def test_what_was_made_of_something_else_is_not_taken() -> None:
    compiled()
    assert [compiled("b"), compiled("b", b"2"), compiled("b", b"2", "en")] == [1, 1, 1]
    assert [compiled("b"), compiled("b", b"2"), compiled("b", b"2", "en")] == [0, 0, 0]


def test_a_sandbox_never_runs_what_was_compiled_without_one() -> None:
    trusted, sandboxed = (compiled_templates(b"1", "vi", sandboxed=sandboxed) for sandboxed in (False, True))
    assert trusted
    assert sandboxed
    assert trusted.get_cache_key("a.html") != sandboxed.get_cache_key("a.html")


@pytest.mark.parametrize("data", [b"", b"x" * 100])
def test_what_is_damaged_is_compiled_again(folder: Path, data: bytes) -> None:
    compiled()
    (file,) = folder.rglob("*.cache")
    file.write_bytes(data)
    assert [compiled(), compiled()] == [1, 0]


def test_a_folder_that_others_can_write_to_is_not_used(folder: Path) -> None:
    compiled()
    (own,) = folder.iterdir()
    assert own.stat().st_mode & 0o777 == 0o700
    own.rename(folder / "elsewhere")
    own.symlink_to(folder / "elsewhere")
    assert compiled_templates(b"1", "vi") is None
    assert compiled() == 1


def test_a_template_that_cannot_be_kept_is_rendered_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "dump_bytecode", refuse)
    assert [compiled(), compiled()] == [1, 1]
    assert isinstance(compiled_templates(b"1", "vi"), CompiledTemplates)


def test_a_build_that_remembers_nothing_keeps_no_templates(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "compiled_templates", compiled_templates)
    renderer._renderer.cache_clear()
    root = write(tmp_path / "bulletin", COMPLETE)
    build_site(root)
    assert not list(folder.rglob("*.cache"))
    build(request(root), tmp_path / "again", tools(memory=root / MEMORY))
    assert list(folder.rglob("*.cache"))
    assert files_of(root / "site") == files_of(tmp_path / "again")
