"""``make walk-kill``: kills a build at each of its writes in turn: every file must be whole, and the next build too.

What is written below Python, as SQLite writes what is remembered, lies between those writes.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from bantin.output.publish.output import MANIFEST, STAGING
from tests.bulletins import COMPLETE, UNSEARCHED, files_of, write
from tests.edits import CROWD, ILLUSTRATED
from tests.endurance import child
from tests.output.publish.faults import watched
from tests.pictures import drawing

_PHOTO: dict[str, str | bytes] = {
    "content/articles/2020/anh.md": ILLUSTRATED,
    "content/articles/2020/a.png": drawing(width=48),
}


class Edition:
    """A bulletin before and after an edit that changes, adds and removes pages, with the files of cold builds."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "bulletin"
        self.said = folder / "said"
        self._kept = write(folder / "kept", COMPLETE, UNSEARCHED, CROWD, _PHOTO)
        child.load(self._kept, self.said)
        self.old = child.cold(self._kept, self.said)
        self.restart()
        self.edit()
        self.new = child.cold(self.root, self.said)

    def restart(self) -> None:
        """Restores the bulletin, its site and its cache to the state before the edit."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._kept, self.root, symlinks=True)

    def edit(self) -> None:
        """Edits the bulletin."""
        place = self.root / "content/articles/2020"
        text = (place / "bai-7.md").read_text(encoding="utf-8")
        write(place, {"bai-7.md": text.replace("ký quy chế", "ký mới"), "bai-9.md": text.replace("Bài 7", "Bài 9")})
        (place / "bai-3.md").unlink()

    def torn(self) -> list[str]:
        """The files of the site that belong to neither edition."""
        site = files_of(self.root / "site")
        ours = {path: data for path, data in site.items() if path != MANIFEST and not path.startswith(STAGING)}
        return [path for path, data in ours.items() if data not in (self.old.get(path), self.new.get(path))]

    def amiss(self) -> list[str]:
        """Builds again, and returns the files of the site that differ from the edition after the edit."""
        child.build(self.root, self.said)
        site = files_of(self.root / "site")
        return [path for path in sorted({*site, *self.new}) if site.get(path) != self.new.get(path)]


def walk(folder: Path, step: int, most: int | None = None) -> Iterator[tuple[int, list[str], list[str]]]:
    """Kills a build at every ``step``-th write, at ``most`` so many times.

    Yields the number of the write, the files that were torn then, and those that were wrong after the next build.
    """
    edition = Edition(folder)
    for number in count(0, step):
        if most is not None and number // step >= most:
            return
        edition.restart()
        edition.edit()
        ended = child.run(partial(_until, number, edition.root), edition.said)
        if ended.status is not None:
            return
        yield number, edition.torn(), edition.amiss()


def _until(number: int, root: Path) -> int:
    """Builds until write ``number``, which kills the process; returns the exit status if there are fewer writes."""
    writes = count()

    def hit(_name: str) -> None:
        if next(writes) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with watched(hit):
        return child.command(child.words(root))


def main() -> None:
    """Prints the files that were torn or wrong after each kill; fails if there are any."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.kill", description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="kill at each so-manieth write")
    arguments = parser.parse_args()
    kills = faults = 0
    with tempfile.TemporaryDirectory(prefix="bantin-kill-") as folder:
        for number, torn, amiss in walk(Path(folder), arguments.step):
            kills += 1
            faults += bool(torn or amiss)
            if torn or amiss:
                print(f"write {number}: torn: {', '.join(torn)}; amiss after the next build: {', '.join(amiss)}")
            print(f"{kills} kills", file=sys.stderr, flush=True)
    print(f"{kills} kills: {faults} left a torn file, or a next build that was not whole")
    if faults or not kills:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
