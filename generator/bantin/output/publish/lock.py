"""Exclusive access of one build to an output folder."""

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
from bantin.output.publish.staging_folder import LOCK, clear


@contextlib.contextmanager
def reserve(output: Output, root: Path) -> Iterator[Output]:
    """Locks ``output`` for this build, completes what an interrupted build began, and yields the current state.

    A missing folder is created, and removed again if nothing was put into it. Raises ``UsageError`` while another
    build holds the lock, and ``BulletinError`` when the folder cannot be written to.
    """
    folder, errors = output.folder, FileErrors(output.folder, root)
    staging = folder / STAGING
    with _created(folder, errors), _locked(staging, errors):
        recover(errors)
        try:
            with errors.reporting(STAGING):
                clear(staging)
            yield Output(folder, read_manifest(folder) or frozenset())
        finally:
            with contextlib.suppress(OSError):
                clear(staging)


@contextlib.contextmanager
def _created(folder: Path, errors: FileErrors) -> Iterator[None]:
    """Creates ``folder`` and its parents if missing; removes those of them that are empty at the end."""
    created: list[Path] = []
    try:
        with errors.reporting():
            created += (one for one in (folder, *folder.parents) if not one.exists())
            folder.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        for one in created:
            _try(one.rmdir)


@contextlib.contextmanager
def _locked(staging: Path, errors: FileErrors) -> Iterator[None]:
    """Holds the lock, a file in the staging folder: no lock file may remain in the published site."""
    # Imported lazily: a build that has nothing to publish starts faster without it.
    from filelock import FileLock, Timeout

    lock = FileLock(staging / LOCK, timeout=0)
    with contextlib.ExitStack() as release:
        release.callback(lock.release)
        release.callback(_try, staging.rmdir)
        with errors.reporting(STAGING):
            found = DirectoryScan(errors.folder).at(STAGING).type
            if found is EntryType.LINK:
                raise errors.error(problems.LINK_IN_OUTPUT, STAGING)
            if found not in (EntryType.NOTHING, EntryType.FOLDER):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            try:
                lock.acquire()
            except (Timeout, FileNotFoundError, FileExistsError) as error:
                # Either the lock is held, or its holder is removing the staging folder at this very moment.
                raise UsageError(errors.problem(problems.OUTPUT_BUSY)) from error
        # A build that has opened the file meanwhile notices that it was unlinked, and closes it.
        release.callback(_try, (staging / LOCK).unlink)
        yield


def _try(step: Callable[[], None]) -> None:
    with contextlib.suppress(OSError):
        step()
