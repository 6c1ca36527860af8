"""Releases beside each other in a folder, here or on a host, and a link to the one that is live.

::

    releases/20261126T031500Z-1a2b3c4d/    a site; files that have not changed are hard links to those of the one before
    current -> releases/…                  what the web server serves: changed in one step
    .bantin-lock                           locked, by flock(1), for as long as somebody deploys

A release is put together under a name that ends with ``.part``; what a broken-off deployment leaves is removed by the
next one. A lock goes with the shell that holds it, and so with the connection.
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

from generator.deploy import problems
from generator.deploy.changes import Changes, changes
from generator.deploy.compress import RECIPE, compress, variants
from generator.deploy.parcel import Parcel, check
from generator.deploy.place import Sent, Telling
from generator.deploy.reach import NoProgram, Reach
from generator.deploy.shell import Shell, ShellFailed, open_shell
from generator.errors import BulletinError, Location
from generator.publish import RECEIPT
from generator.publish.receipt import sum_of
from generator.verify.verification import read_receipt

_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")
_TIME = "%Y%m%dT%H%M%SZ"
_COMPRESSED = ".bantin-compressed"
_BUSY, _STRANGE = 75, 76  # exit statuses; 75 is EX_TEMPFAIL of sysexits.h
_PATHS_AT_ONCE = 200
_PATIENCE = 5  # seconds: a shell whose connection has dropped takes a moment to end


class _State(Struct, frozen=True):
    """What stands at the place: the releases, oldest first, which is live, and the digests of its files by path."""

    releases: tuple[str, ...] = ()
    live: str = ""
    there: dict[str, str] = {}


class Releases:
    """A folder of releases, reached in one way or another. ``now`` is the time, in UTC, that a new one is named by."""

    def __init__(self, telling: Telling, reach: Reach, now: datetime) -> None:
        self._telling = telling
        self._reach = reach
        self._target = telling.target
        self._now = now

    def changes(self, parcel: Parcel) -> Changes:
        """See :class:`~generator.deploy.place.Place`."""
        with self._shell() as shell:
            return self._changes(parcel, self._state(shell) if self._is_there(shell) else _State())

    def deploy(self, parcel: Parcel, sent: Sent) -> Changes:
        """See :class:`~generator.deploy.place.Place`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell)
            found = self._changes(parcel, state)
            if found.none:
                return found
            check(parcel, tuple(path for path in found.sent if path in parcel.files))
            name = f"{self._time_after(state.releases):{_TIME}}-{parcel.receipt[:8]}"
            part = f"releases/{name}.part"
            self._run(shell, f"rm -rf releases/*.part; mkdir -p {part}" if not state.live else _copy(state.live, part))
            for paths in _pieces(found.removed):
                self._run(shell, f"(cd {part} && rm -f -- {shlex.join(paths)})")
            self._send(parcel, found, part, sent)
            mark = (
                f"printf %s {RECIPE} > {part}/{_COMPRESSED}"
                if self._target.precompress
                else f"rm -f {part}/{_COMPRESSED}"
            )
            self._run(shell, f"find {part} -depth -type d -empty -exec rmdir {{}} ';'; {mark}")
            self._run(shell, f"rm -rf releases/{name} && mv {part} releases/{name} && {_switch(name)}")
            self._prune(shell, name)
            return found

    def roll_back(self, release: str | None) -> str:
        """See :class:`~generator.deploy.place.Place`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell)
            wanted = self._telling.release(release, state.releases[::-1], state.live)
            self._run(shell, _switch(wanted))
            return wanted

    def _time_after(self, releases: Sequence[str]) -> datetime:
        """The time, but later than that of the newest of ``releases``, whatever the clocks of those who deploy say."""
        if not releases:
            return self._now
        newest = datetime.strptime(releases[-1].partition("-")[0], _TIME).replace(tzinfo=UTC)
        return max(self._now, newest + timedelta(seconds=1))

    def _changes(self, parcel: Parcel, state: _State) -> Changes:
        wanted, sizes = parcel.digests, parcel.sizes
        if self._target.precompress:
            packed = variants(wanted)
            wanted |= packed
            # How small they become is not known before.
            sizes |= dict.fromkeys(packed, 0)
        return changes(wanted, state.there, sizes)

    def _send(self, parcel: Parcel, found: Changes, part: str, sent: Sent) -> None:
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
        releases = self._releases(shell)
        kept = {*releases[-self._target.keep :], live}
        gone = [f"releases/{one}" for one in releases if one not in kept]
        if gone:
            self._run(shell, f"rm -rf -- {shlex.join(gone)}")

    def _releases(self, shell: Shell) -> list[str]:
        found = self._run(shell, "ls -1 releases 2>/dev/null || true").split("\n")
        return sorted(one for one in found if _NAME.fullmatch(one))

    def _state(self, shell: Shell) -> _State:
        releases = self._releases(shell)
        live = self._run(shell, "readlink current || true").strip().removeprefix("releases/")
        if live and not _NAME.fullmatch(live):
            raise self._telling.error(problems.NOT_OURS, place=f"{self._target.to}/current")
        if live not in releases:
            return _State(tuple(releases))
        data = self._run(shell, f"cat releases/{live}/{RECEIPT} 2>/dev/null || true").encode(errors="surrogateescape")
        receipt = read_receipt(data, Location(RECEIPT)).value
        if receipt is None:
            return _State(tuple(releases), live)
        there = {**{path: one.sha256 for path, one in receipt.files.items()}, RECEIPT: sum_of(data).sha256}
        if self._run(shell, f"cat releases/{live}/{_COMPRESSED} 2>/dev/null || true") == RECIPE:
            there |= variants(there)
        return _State(tuple(releases), live, there)

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


def _copy(live: str, part: str) -> str:
    return f"rm -rf releases/*.part && cp -al releases/{live} {part}"


def _switch(name: str) -> str:
    """A link is made beside the old one and takes its place: there is no moment without one."""
    return f"ln -sfn releases/{name} .bantin-current && mv -T .bantin-current current"


def _pieces(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    return (paths[start : start + _PATHS_AT_ONCE] for start in range(0, len(paths), _PATHS_AT_ONCE))
