"""Engines to test with: the real one, and small programs that misbehave."""

import sys
from pathlib import Path

from generator.search import Engine, find_engine
from tests.conftest import missing

RECENT = (1, 6, 0)


def real_engine() -> Engine:
    found = find_engine()
    if found is None:
        missing("Pagefind")
    return found


def program(folder: Path, *lines: str, version: tuple[int, ...] = RECENT) -> Engine:
    """A program that does what ``lines`` of Python say; ``pages`` and ``out`` are its folders, ``real`` is Pagefind."""
    file = folder / "engine.py"
    start = (
        "import pathlib, shutil, subprocess, sys, time, os, json",
        "pages, out = (pathlib.Path(sys.argv[sys.argv.index(name) + 1]) for name in ('--site', '--output-path'))",
        f"real = lambda: subprocess.run([{real_engine().program!r}, *sys.argv[1:]], check=True)",
    )
    file.write_text("\n".join((f"#!{sys.executable}", *start, *lines)) + "\n", encoding="utf-8")
    file.chmod(0o755)
    return Engine(str(file), version)
