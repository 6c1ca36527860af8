"""``make walk-full``: builds on a disk that is full at one write after another; what was published must stay.

The system refuses what needs room from each write on in turn. Where this may mount a small disk (as root, or in a
namespace of users), builds run on real ones too, with ever less room left.
"""

import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.bulletins import files_of
from tests.endurance import child
from tests.endurance.kill import Edition
from tests.output.publish.faults import NEEDS_ROOM, watched

_PAGE = 4096


def refused(folder: Path, step: int, most: int | None = None) -> Iterator[tuple[str, str]]:
    """Builds with a disk that is full from each write on in turn; yields the write, and what went wrong.

    Ends after the first build that succeeds.
    """
    edition = Edition(folder)
    for number in count(0, step):
        if most is not None and number // step >= most:
            return
        edition.restart()
        edition.edit()
        ended = child.run(partial(_full_from, number, edition.root), edition.said)
        yield f"write {number}", _wrong(edition, ended)
        if ended.status == 0:
            return


def _full_from(number: int, root: Path) -> int:
    writes = count()

    def hit(name: str) -> None:
        if next(writes) >= number and name in NEEDS_ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with watched(hit):
        return child.command(child.words(root))


def _wrong(edition: Edition, ended: child.Ended) -> str:
    """The faults after a build on a full disk, and after the next build with enough room; empty if there are none."""
    site = files_of(edition.root / "site")
    expected = edition.old if ended.status else edition.new
    changed = sorted(path for path in {*site, *expected} if site.get(path) != expected.get(path))
    if ended.traceback or ended.status is None:
        return f"it ended badly: {ended.told}"
    if changed:
        return f"status {ended.status}, but changed: {', '.join(changed)}"
    amiss = edition.amiss()
    return f"amiss after the next build: {', '.join(amiss)}" if amiss else ""


def small_disks(folder: Path, disks: int) -> Iterator[tuple[str, str]]:
    """The same on real disks with increasing room; yields nothing if such disks cannot be mounted."""
    edition = Edition(folder)
    for number in range(disks):
        edition.restart()
        kept = shutil.copytree(edition.root, folder / "all", dirs_exist_ok=False)
        room = sum(-(-path.stat().st_size // _PAGE) + 1 for path in kept.rglob("*")) * _PAGE
        shutil.rmtree(edition.root)
        edition.root.mkdir()
        size = room + number * 8 * _PAGE
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(edition.root)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            print("no disk may be mounted here: writes that are refused were all", file=sys.stderr)
            shutil.rmtree(kept)
            return
        try:
            shutil.copytree(kept, edition.root, dirs_exist_ok=True)
            edition.edit()
            ended = child.build(edition.root, edition.said)
            subprocess.run(["mount", "-o", f"remount,size={size * 4}", str(edition.root)], check=True)
            yield f"a disk with {number * 8} pages left", _wrong(edition, ended)
        finally:
            subprocess.run(["umount", str(edition.root)], check=True)
            shutil.rmtree(kept)


def main() -> None:
    """Prints what went wrong after builds on a full disk; fails if anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.full", description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="let the disk be full from each so-manieth write on")
    parser.add_argument("--disks", type=int, default=40, help="how many small disks to build on")
    arguments = parser.parse_args()
    tried, faults = 0, 0
    with tempfile.TemporaryDirectory(prefix="bantin-full-") as made:
        folder = Path(made)
        for walk in (refused(folder / "refused", arguments.step), small_disks(folder / "disks", arguments.disks)):
            for place, wrong in walk:
                tried += 1
                faults += bool(wrong)
                if wrong:
                    print(f"{place}: {wrong}")
                print(f"{tried}: {place}", file=sys.stderr, flush=True)
    print(f"{tried} builds on full disks: {faults} changed what was published, or left what the next did not mend")
    if faults or not tried:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
