"""Releases beside each other in a folder, here or on a host, and a link to the one that is live.

::

    releases/20261126T031500Z-1a2b3c4d/    a site; files that have not changed are hard links to those of the one before
    current -> releases/…                  what the web server serves: changed in one step
    .bantin-notes/20261126T031500Z-1a2b3c4d/   what was left in a release, to see later what has happened to it
    .bantin-lock                           locked, by flock(1), for as long as somebody deploys

A release is put together under a name that ends with ``.part``; what a broken-off deployment leaves is removed by the
next one. A lock goes with the shell that holds it, and so with the connection. What is not as it was left (changed,
emptied, gone, or in the way) is put there again; what others have put beside it stays.
"""

import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bantin.deploy import problems
from bantin.deploy.changes import Changes, changes
from bantin.deploy.compression import RECIPE, compress, variants
from bantin.deploy.inventory import Inventory, Notes, digests_of, in_the_way, note, stamps_of, take_inventory
from bantin.deploy.release import Release, check
from bantin.deploy.shell import Shell, ShellFailed, open_shell
from bantin.deploy.target import ErrorReporter, Sent
from bantin.deploy.transport import NoProgram, Transport
from bantin.domain.problems import BulletinError, Location
from bantin.output.publish import RECEIPT
from bantin.output.publish.compressed import MARK
from bantin.output.verify.verification import read_receipt
from bantin.runtime.workers import batches

_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")
_TIME = "%Y%m%dT%H%M%SZ"
_NOTES = ".bantin-notes"
_BUSY, _STRANGE = 75, 76  # exit statuses; 75 is EX_TEMPFAIL of sysexits.h
_PATHS_AT_ONCE = 200
_PATIENCE = 5  # seconds: a shell whose connection has dropped takes a moment to end


class _State(Struct, frozen=True):
    """What stands at the place: the releases, oldest first, which is live, and what lies in it."""

    releases: tuple[str, ...] = ()
    live: str = ""
    inventory: Inventory = Inventory()


class Releases:
    """A folder of releases, reached in one way or another. ``now`` is the time, in UTC, that a new one is named by.

    ``thorough``: files that seem to be as they were left are read all the same.
    """

    def __init__(self, telling: ErrorReporter, reach: Transport, now: datetime, *, thorough: bool = False) -> None:
        self._telling = telling
        self._reach = reach
        self._target = telling.target
        self._now = now
        self._thorough = thorough

    def changes(self, parcel: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            return self._changes(parcel, self._state(shell) if self._is_there(shell) else _State())

    def deploy(self, parcel: Release, sent: Sent) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell)
            found = self._changes(parcel, state)
            if found.none:
                return found
            check(parcel, tuple(path for path in found.sent if path in parcel.files))
            name = f"{self._time_after(state.releases):{_TIME}}-{parcel.receipt[:8]}"
            part = f"releases/{name}.part"
            self._run(shell, f"{_TIDY} && {_begin(state.live, part)}")
            # What is damaged goes first: rsync would keep its rights.
            gone = (*found.removed, *found.damaged, *in_the_way(found.sent, state.inventory.stamps))
            self._clear(shell, part, gone)
            self._send(parcel, found, part, sent)
            mark = f"printf %s {RECIPE} > {part}/{MARK}" if self._target.precompress else f"rm -f {part}/{MARK}"
            self._run(shell, f"find {part} -depth -type d -empty -exec rmdir {{}} ';'; {mark}")
            self._run(shell, f"rm -rf releases/{name} && mv {part} releases/{name}")
            self._run(shell, f"{note(f'releases/{name}', f'{_NOTES}/{name}')} && {_switch(name)}")
            self._prune(shell, name)
            return found

    def roll_back(self, release: str | None) -> str:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell, looks=False)
            wanted = self._telling.release(release, state.releases[::-1], state.live)
            self._run(shell, _switch(wanted))
            return wanted

    def _time_after(self, releases: Sequence[str]) -> datetime:
        """The time, but later than that of the newest of ``releases``, whatever the clocks of those who deploy say."""
        if not releases:
            return self._now
        newest = datetime.strptime(releases[-1].partition("-")[0], _TIME).replace(tzinfo=UTC)
        return max(self._now, newest + timedelta(seconds=1))

    def _changes(self, parcel: Release, state: _State) -> Changes:
        wanted, sizes = parcel.digests, parcel.sizes
        if self._target.precompress:
            packed = variants(wanted)
            wanted |= packed
            # How small they become is not known before.
            sizes |= dict.fromkeys(packed, 0)
        found = state.inventory
        return replace(changes(wanted, found.there, sizes, ours=found.ours), damaged=found.damaged)

    def _clear(self, shell: Shell, part: str, paths: Sequence[str]) -> None:
        """Removes what lies at ``paths``, and folders that nothing is left in."""
        for some in batches(paths, _PATHS_AT_ONCE):
            self._run(shell, f"(cd {part} && rm -rf -- {shlex.join(some)})")

    def _send(self, parcel: Release, found: Changes, part: str, sent: Sent) -> None:
        plain = [path for path in found.sent if path in parcel.files]
        packed = [path for path in found.sent if path not in parcel.files]
        try:
            self._reach.send(parcel.folder, plain, part, sent)
            if packed:
                with tempfile.TemporaryDirectory(prefix="bantin-deploy-") as folder:
                    compress(parcel, packed, Path(folder))
                    self._reach.send(Path(folder), packed, part, sent)
        except ImportError as error:
            raise self._telling.error(problems.NO_PROGRAM, program="brotli", how="pip install brotli") from error
        except NoProgram as error:
            raise self._missing(str(error)) from error
        except subprocess.CalledProcessError as error:
            raise self._failed(f"{error.stderr}") from error
        except OSError as error:
            raise self._failed(f"{error.strerror}") from error

    def _prune(self, shell: Shell, live: str) -> None:
        kept = {*self._names(shell, "releases")[-self._target.keep :], live}
        for folder in ("releases", _NOTES):
            gone = [f"{folder}/{one}" for one in self._names(shell, folder) if one not in kept]
            if gone:
                self._run(shell, f"rm -rf -- {shlex.join(gone)}")

    def _names(self, shell: Shell, folder: str) -> list[str]:
        """The releases that ``folder`` holds something of, oldest first."""
        found = self._run(shell, f"ls -1 {folder} 2>/dev/null || true").split("\n")
        return sorted(one for one in found if _NAME.fullmatch(one))

    def _state(self, shell: Shell, *, looks: bool = True) -> _State:
        """What stands there; what lies in the live release only if one ``looks``."""
        releases = self._names(shell, "releases")
        live = self._run(shell, "readlink current || true").strip().removeprefix("releases/")
        if live and not _NAME.fullmatch(live):
            raise self._telling.error(problems.NOT_OURS, place=f"{self._target.to}/current")
        if live not in releases:
            return _State(tuple(releases))
        if not looks:
            return _State(tuple(releases), live)
        compressed = self._read(shell, f"releases/{live}/{MARK}") == RECIPE
        found = take_inventory(
            lambda commands: self._run(shell, commands),
            f"releases/{live}",
            self._notes(shell, live),
            compressed=compressed,
            thorough=self._thorough,
        )
        return _State(tuple(releases), live, found)

    def _notes(self, shell: Shell, live: str) -> Notes:
        """What was noted of the ``live`` release. Its receipt is asked where there is no note of that."""
        folder = f"{_NOTES}/{live}"
        data, receipt = b"", None
        for place in (f"{folder}/{RECEIPT}", f"releases/{live}/{RECEIPT}"):
            if receipt is None:
                data = self._read(shell, place).encode(errors="surrogateescape")
                receipt = read_receipt(data, Location(RECEIPT)).value
        stamps = stamps_of(self._read(shell, f"{folder}/files"))
        return Notes(receipt, data, stamps, digests_of(self._read(shell, f"{folder}/packed")))

    def _read(self, shell: Shell, file: str) -> str:
        """The text of a file; empty if there is none."""
        return self._run(shell, f"cat {file} 2>/dev/null || true")

    @contextmanager
    def _shell(self) -> Iterator[Shell]:
        try:
            with open_shell(self._reach.shell) as shell:
                self._run(shell, "umask 022")
                yield shell
        except FileNotFoundError as error:
            raise self._missing(str(error.filename)) from error

    def _is_there(self, shell: Shell) -> bool:
        """Whether there is a folder yet; then the shell is in it."""
        there = self._run(shell, f"cd -- {shlex.quote(self._reach.folder)} 2>/dev/null && echo yes || true")
        return there.strip() == "yes"

    def _lock(self, shell: Shell) -> None:
        folder = shlex.quote(self._reach.folder)
        lock = f"exec 9>>.bantin-lock && {{ flock -w {_PATIENCE} 9 || (exit {_BUSY}); }}"
        ours = f"if [ -e current ] && [ ! -L current ]; then (exit {_STRANGE}); fi"
        self._run(shell, f"mkdir -p -- {folder}/releases && cd -- {folder} && {lock} && {ours}")

    def _run(self, shell: Shell, commands: str) -> str:
        try:
            return shell.run(commands)
        except ShellFailed as error:
            raise self._failed(error.text, error.status) from error

    def _failed(self, text: str, status: int | None = 1) -> BulletinError:
        reason = " ".join(text.split())[-200:] or f"exit {status}"
        kinds = {_BUSY: problems.BUSY, _STRANGE: problems.NOT_OURS}
        if status in kinds:
            return self._telling.error(kinds[status], place=f"{self._target.to}/current")
        found = next((kind for words, kind in _SIGNS if re.search(words, text, re.IGNORECASE)), None)
        if found is None:
            found = problems.NO_CONNECTION if status is None else problems.FAILED
        return self._telling.error(found, reason=reason)

    def _missing(self, program: str) -> BulletinError:
        how = f"apt-get install {_PACKAGES.get(program, program)}"
        return self._telling.error(problems.NO_PROGRAM, program=program, how=how)


# What ssh, rsync and the shell say, in the words of the C library.
_UNREACHABLE = "Could not resolve|Connection (?:refused|timed out|closed|reset)|No route|broken pipe"
_SIGNS = (
    ("refusing to follow a symlink", problems.LINK_REFUSED),
    ("Host key verification failed|REMOTE HOST IDENTIFICATION", problems.UNKNOWN_HOST_KEY),
    ("No space left|Disk quota exceeded", problems.FULL),
    ("Permission denied|Operation not permitted|Read-only file system", problems.REFUSED),
    (_UNREACHABLE, problems.NO_CONNECTION),
)
_PACKAGES = {"ssh": "openssh-client", "flock": "util-linux"}


# What a broken-off deployment was sending may still be on its way.
_TIDY = (
    "for try in 1 2 3 4 5; do rm -rf releases/*.part 2>/dev/null && break; sleep 1; done; "
    '(set -- releases/*.part; [ ! -e "$1" ])'
)


def _begin(live: str, part: str) -> str:
    """Files of the ``live`` release, if there is one, are linked to and not copied."""
    return f"cp -al releases/{live} {part}" if live else f"mkdir -p {part}"


def _switch(name: str) -> str:
    """A link is made beside the old one and takes its place: there is no moment without one."""
    return f"ln -sfn releases/{name} .bantin-current && mv -T .bantin-current current"
