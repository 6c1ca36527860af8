"""PUBLISH: artifacts and files → the output folder. The only stage that writes.

Everything is staged inside the output folder, on the same file system, before the first file of the site changes; then
each file is moved into its place whole. Files that are already as they should be are not touched. Only files that an
earlier build made are ever removed.
"""

import contextlib
import filecmp
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.discover import on_disk, told_path
from generator.errors import BulletinError, Location, Problem
from generator.pages import File
from generator.publish import problems
from generator.publish.output import MANIFEST, STAGING, Output, manifest_bytes
from generator.render import Artifact


@dataclass(frozen=True)
class Report:
    """What publishing did: how many files it wrote, left as they were and removed, and what it noticed."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()


def publish(artifacts: Iterable[Artifact], files: Iterable[File], root: Path, output: Output) -> Report:
    """Makes ``output`` hold exactly ``artifacts`` and ``files`` (content files below ``root``), and what is foreign.

    Raises ``BulletinError`` when something cannot be written.
    """
    stage = _Stage(output, root)
    try:
        for artifact in artifacts:
            stage.put_bytes(artifact.path, artifact.data)
        for file in files:
            stage.put_copy(file.address, on_disk(root, file.source))
        return stage.commit()
    finally:
        stage.clear()


class _Stage:
    """What is about to be published: the files that differ, each under its future path in a folder of its own."""

    def __init__(self, output: Output, root: Path) -> None:
        self._root = root
        self._output = output
        self._out = output.folder
        self._staged = output.folder / STAGING
        self._wanted: set[str] = set()
        self._changed: list[str] = []
        self._foreign: list[str] = []
        self.clear()

    def put_bytes(self, path: str, data: bytes) -> None:
        def same(existing: Path) -> bool:
            return existing.stat().st_size == len(data) and existing.read_bytes() == data

        self._put(path, same, lambda target: target.write_bytes(data))

    def put_copy(self, path: str, source: Path) -> None:
        self._put(
            path,
            lambda existing: filecmp.cmp(existing, source, shallow=False),
            lambda target: shutil.copyfile(source, target),
        )

    def commit(self) -> Report:
        """Moves everything into place, removes what is no longer wanted, and leaves the list for the next build."""
        stale = self._output.made - self._wanted
        in_the_way = {path for path in stale if any(other.startswith(f"{path}/") for other in self._changed)}
        for path in sorted(in_the_way):
            self._remove(path)
        for path in self._changed:
            self._move(path)
        for path in sorted(stale - in_the_way):
            self._remove(path)
        self.put_bytes(MANIFEST, manifest_bytes(self._wanted - {*self._foreign, MANIFEST}))
        if MANIFEST in self._changed:
            self._move(MANIFEST)
        pages = self._wanted - {MANIFEST}
        written = len(set(self._changed) - {MANIFEST})
        return Report(
            written=written,
            unchanged=len(pages) - written - len(self._foreign),
            removed=len(stale),
            problems=tuple(problems.FOREIGN.at(self._location(path)) for path in sorted(self._foreign)),
        )

    def clear(self) -> None:
        """Removes the staging folder, this build's or one that a broken-off build left."""
        shutil.rmtree(self._staged, ignore_errors=True)

    def _put(self, path: str, same: Callable[[Path], bool], write: Callable[[Path], object]) -> None:
        self._wanted.add(path)
        existing, target = self._out / path, self._staged / path
        with self._telling(path):
            if existing.is_file() and not existing.is_symlink():
                if same(existing):
                    return
                if path not in self._output.made and path != MANIFEST:
                    self._foreign.append(path)
                    return
            target.parent.mkdir(parents=True, exist_ok=True)
            write(target)
        self._changed.append(path)

    def _move(self, path: str) -> None:
        target = self._inside(path)
        with self._telling(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._staged / path, target)  # noqa: PTH105 - says what matters: it is atomic

    def _remove(self, path: str) -> None:
        target = self._inside(path)
        with self._telling(path):
            target.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                for folder in target.relative_to(self._out).parents[:-1]:
                    (self._out / folder).rmdir()

    def _inside(self, path: str) -> Path:
        """The place of a file of the site. A link where a folder should be could lead anywhere, so it is an error."""
        target = self._out / path
        for folder in target.relative_to(self._out).parents[:-1]:
            if (self._out / folder).is_symlink():
                raise BulletinError([problems.LINK_IN_OUTPUT.at(self._location(folder.as_posix()))])
        return target

    @contextlib.contextmanager
    def _telling(self, path: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            at = self._location(path)
            raise BulletinError([problems.CANNOT_WRITE.at(at, reason=error.strerror or error)]) from error

    def _location(self, path: str) -> Location:
        return Location(told_path(self._out / path, self._root))
