"""An output folder for one build alone."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from bantin.domain.problems import UsageError
from bantin.output.publish import problems
from bantin.output.publish.directory_scan import DirectoryScan, EntryType
from bantin.output.publish.errors import FileErrors
from bantin.output.publish.output import STAGING, Output, read_manifest
from bantin.output.publish.recovery import recover
from bantin.output.publish.staging import LOCK, clear


@contextlib.contextmanager
def reserve(output: Output, root: Path) -> Iterator[Output]:
    """``output`` as it is for this build alone, once what a broken-off build began is ended.

    It is made where there is none, and removed again if nothing was put into it. Raises ``UsageError`` while another
    build is at work there, and ``BulletinError`` when it cannot be written to.
    """
    folder, teller = output.folder, FileErrors(output.folder, root)
    staging = folder / STAGING
    with _made(folder, teller), _locked(staging, teller):
        recover(teller)
        try:
            with teller.telling(STAGING):
                clear(staging)
            yield Output(folder, read_manifest(folder) or frozenset())
        finally:
            with contextlib.suppress(OSError):
                clear(staging)


@contextlib.contextmanager
def _made(folder: Path, teller: FileErrors) -> Iterator[None]:
    """Makes ``folder`` where there is none; what was made and is empty at the end is removed."""
    made: list[Path] = []
    try:
        with teller.telling():
            made += (one for one in (folder, *folder.parents) if not one.exists())
            folder.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        for one in made:
            _try(one.rmdir)


@contextlib.contextmanager
def _locked(staging: Path, teller: FileErrors) -> Iterator[None]:
    """Holds the lock in the staging folder: there, since a folder of a site is no place for a file that stays."""
    # Much to load, which a build that has nothing to publish has no use for.
    from filelock import FileLock, Timeout

    lock = FileLock(staging / LOCK, timeout=0)
    with contextlib.ExitStack() as release:
        release.callback(lock.release)
        release.callback(_try, staging.rmdir)
        with teller.telling(STAGING):
            stands = DirectoryScan(teller.folder).at(STAGING).stands
            if stands is EntryType.LINK:
                raise teller.error(problems.LINK_IN_OUTPUT, STAGING)
            if stands not in (EntryType.NOTHING, EntryType.FOLDER):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            try:
                lock.acquire()
            except (Timeout, FileNotFoundError, FileExistsError) as error:
                # Besides being held, the folder may go and come back at this moment, as its holder is done.
                raise UsageError(teller.problem(problems.OUTPUT_BUSY)) from error
        # Whoever has opened the lock meanwhile finds that it has no name any more, and lets go of it.
        release.callback(_try, (staging / LOCK).unlink)
        yield


def _try(step: Callable[[], None]) -> None:
    with contextlib.suppress(OSError):
        step()
