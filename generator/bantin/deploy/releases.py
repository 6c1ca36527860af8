"""Deployment to a folder of releases, on this machine or on a host, with a link to the live one.

::

    releases/20261126T031500Z-1a2b3c4d/    a site; files that have not changed are hard links to those of the one before
    current -> releases/…                  what the web server serves: switched atomically
    .bantin-notes/20261126T031500Z-1a2b3c4d/   notes about the files of a release, to detect later changes
    .bantin-lock                           locked with flock(1) during a deployment

A release is assembled under a name that ends with ``.part``; the next deployment removes what an interrupted one has
left. The lock is released when the shell that holds it ends, also by a lost connection. Files that are not as they were
left (changed, emptied, gone, or blocked) are deployed again; files that others have added stay.
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
from bantin.deploy.target import ErrorReporter, Progress
from bantin.deploy.transport import NoProgram, Transport
from bantin.domain.problems import BulletinError, Location
from bantin.output.publish import RECEIPT
from bantin.output.publish.compressed import RECIPE_FILE
from bantin.output.verify.verification import read_receipt
from bantin.runtime.workers import batches

_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")
_TIME = "%Y%m%dT%H%M%SZ"
_NOTES = ".bantin-notes"
_BUSY, _STRANGE = 75, 76  # exit statuses; 75 is EX_TEMPFAIL of sysexits.h
_PATHS_AT_ONCE = 200
_LOCK_TIMEOUT = 5  # seconds: a shell whose connection has dropped takes a moment to end


class _State(Struct, frozen=True):
    """The state of the target: its releases, oldest first, the live one, and the inventory of that."""

    releases: tuple[str, ...] = ()
    live: str = ""
    inventory: Inventory = Inventory()


class Releases:
    """A folder of releases, reached by ``transport``. A new release is named by the time ``now``, in UTC.

    ``thorough``: files whose size and time have not changed are read all the same.
    """

    def __init__(self, errors: ErrorReporter, transport: Transport, now: datetime, *, thorough: bool = False) -> None:
        self._errors = errors
        self._transport = transport
        self._target = errors.target
        self._now = now
        self._thorough = thorough

    def changes(self, release: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            return self._changes(release, self._state(shell) if self._is_there(shell) else _State())

    def deploy(self, release: Release, progress: Progress) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell)
            found = self._changes(release, state)
            if found.none:
                return found
            check(release, tuple(path for path in found.sent if path in release.files))
            name = f"{self._time_after(state.releases):{_TIME}}-{release.receipt[:8]}"
            part = f"releases/{name}.part"
            self._run(shell, f"{_TIDY} && {_begin(state.live, part)}")
            # Damaged files are removed first: rsync would keep their permissions.
            gone = (*found.removed, *found.damaged, *in_the_way(found.sent, state.inventory.stamps))
            self._clear(shell, part, gone)
            self._send(release, found, part, progress)
            mark = (
                f"printf %s {RECIPE} > {part}/{RECIPE_FILE}"
                if self._target.precompress
                else f"rm -f {part}/{RECIPE_FILE}"
            )
            self._run(shell, f"find {part} -depth -type d -empty -exec rmdir {{}} ';'; {mark}")
            self._run(shell, f"rm -rf releases/{name} && mv {part} releases/{name}")
            self._run(shell, f"{note(f'releases/{name}', f'{_NOTES}/{name}')} && {_switch(name)}")
            self._prune(shell, name)
            return found

    def roll_back(self, release: str | None) -> str:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._shell() as shell:
            self._lock(shell)
            state = self._state(shell, with_inventory=False)
            wanted = self._errors.release(release, state.releases[::-1], state.live)
            self._run(shell, _switch(wanted))
            return wanted

    def remove(self) -> bool:
        """See :class:`~bantin.deploy.target.Target`. What others have put into the folder stays, with the folder."""
        with self._shell() as shell:
            self._run(shell, _refuse_link(self._transport.folder))
            if not self._is_there(shell):
                return False
            self._lock(shell)
            self._run(shell, _remove(self._transport.folder))
            return True

    def _time_after(self, releases: Sequence[str]) -> datetime:
        """Returns the time now, but later than that of the newest of ``releases`` even if clocks disagree."""
        if not releases:
            return self._now
        newest = datetime.strptime(releases[-1].partition("-")[0], _TIME).replace(tzinfo=UTC)
        return max(self._now, newest + timedelta(seconds=1))

    def _changes(self, release: Release, state: _State) -> Changes:
        wanted, sizes = release.digests, release.sizes
        if self._target.precompress:
            packed = variants(wanted)
            wanted |= packed
            # Their sizes are not known before they are compressed.
            sizes |= dict.fromkeys(packed, 0)
        found = state.inventory
        return replace(changes(wanted, found.there, sizes, ours=found.ours), damaged=found.damaged)

    def _clear(self, shell: Shell, part: str, paths: Sequence[str]) -> None:
        """Removes the files and folders at ``paths``."""
        for some in batches(paths, _PATHS_AT_ONCE):
            self._run(shell, f"(cd {part} && rm -rf -- {shlex.join(some)})")

    def _send(self, release: Release, found: Changes, part: str, progress: Progress) -> None:
        plain = [path for path in found.sent if path in release.files]
        packed = [path for path in found.sent if path not in release.files]
        try:
            self._transport.send(release.folder, plain, part, progress)
            if packed:
                with tempfile.TemporaryDirectory(prefix="bantin-deploy-") as folder:
                    compress(release, packed, Path(folder))
                    self._transport.send(Path(folder), packed, part, progress)
        except ImportError as error:
            raise self._errors.error(problems.NO_PROGRAM, program="brotli", how="pip install brotli") from error
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
        """Lists the releases that have an entry in ``folder``, oldest first."""
        found = self._run(shell, f"ls -1 {folder} 2>/dev/null || true").split("\n")
        return sorted(one for one in found if _NAME.fullmatch(one))

    def _state(self, shell: Shell, *, with_inventory: bool = True) -> _State:
        """Reads the state of the target; the inventory of the live release only ``with_inventory``."""
        releases = self._names(shell, "releases")
        live = self._run(shell, "readlink current || true").strip().removeprefix("releases/")
        if live and not _NAME.fullmatch(live):
            raise self._errors.error(problems.NOT_OURS, place=f"{self._target.to}/current")
        if live not in releases:
            return _State(tuple(releases))
        if not with_inventory:
            return _State(tuple(releases), live)
        compressed = self._read(shell, f"releases/{live}/{RECIPE_FILE}") == RECIPE
        found = take_inventory(
            lambda commands: self._run(shell, commands),
            f"releases/{live}",
            self._notes(shell, live),
            compressed=compressed,
            thorough=self._thorough,
        )
        return _State(tuple(releases), live, found)

    def _notes(self, shell: Shell, live: str) -> Notes:
        """Reads the notes about the ``live`` release; its own receipt is used if none was noted."""
        folder = f"{_NOTES}/{live}"
        data, receipt = b"", None
        for file in (f"{folder}/{RECEIPT}", f"releases/{live}/{RECEIPT}"):
            if receipt is None:
                data = self._read(shell, file).encode(errors="surrogateescape")
                receipt = read_receipt(data, Location(RECEIPT)).value
        stamps = stamps_of(self._read(shell, f"{folder}/files"))
        return Notes(receipt, data, stamps, digests_of(self._read(shell, f"{folder}/packed")))

    def _read(self, shell: Shell, file: str) -> str:
        """Reads the text of a file; empty if there is none."""
        return self._run(shell, f"cat {file} 2>/dev/null || true")

    @contextmanager
    def _shell(self) -> Iterator[Shell]:
        try:
            with open_shell(self._transport.shell) as shell:
                self._run(shell, "umask 022")
                yield shell
        except FileNotFoundError as error:
            raise self._missing(str(error.filename)) from error

    def _is_there(self, shell: Shell) -> bool:
        """Changes to the folder of the target; whether it exists."""
        there = self._run(shell, f"cd -- {shlex.quote(self._transport.folder)} 2>/dev/null && echo yes || true")
        return there.strip() == "yes"

    def _lock(self, shell: Shell) -> None:
        folder = shlex.quote(self._transport.folder)
        lock = f"exec 9>>.bantin-lock && {{ flock -w {_LOCK_TIMEOUT} 9 || (exit {_BUSY}); }}"
        ours = f"if [ -e current ] && [ ! -L current ]; then (exit {_STRANGE}); fi"
        # The folders that the shell makes are read by a web server, which may run as somebody else.
        self._run(shell, f"umask 022 && mkdir -p -- {folder}/releases && cd -- {folder} && {lock} && {ours}")

    def _run(self, shell: Shell, commands: str) -> str:
        try:
            return shell.run(commands)
        except ShellFailed as error:
            raise self._failed(error.text, error.status) from error

    def _failed(self, text: str, status: int | None = 1) -> BulletinError:
        reason = " ".join(text.split())[-200:] or f"exit {status}"
        kinds = {_BUSY: problems.BUSY, _STRANGE: problems.NOT_OURS}
        if status in kinds:
            return self._errors.error(kinds[status], place=f"{self._target.to}/current")
        found = next((kind for words, kind in _SIGNS if re.search(words, text, re.IGNORECASE)), None)
        if found is None:
            found = problems.NO_CONNECTION if status is None else problems.FAILED
        return self._errors.error(found, reason=reason)

    def _missing(self, program: str) -> BulletinError:
        how = f"apt-get install {_PACKAGES.get(program, program)}"
        return self._errors.error(problems.NO_PROGRAM, program=program, how=how)


# Patterns in the messages of ssh, rsync, the shell and the C library.
_UNREACHABLE = "Could not resolve|Connection (?:refused|timed out|closed|reset)|No route|broken pipe"
_SIGNS = (
    ("refusing to follow a symlink", problems.LINK_REFUSED),
    ("Host key verification failed|REMOTE HOST IDENTIFICATION", problems.UNKNOWN_HOST_KEY),
    ("No space left|Disk quota exceeded", problems.FULL),
    ("Permission denied|Operation not permitted|Read-only file system", problems.REFUSED),
    (_UNREACHABLE, problems.NO_CONNECTION),
)
_PACKAGES = {"ssh": "openssh-client", "flock": "util-linux"}


# Retries: files of an interrupted deployment may still be arriving.
_TIDY = (
    "for try in 1 2 3 4 5; do rm -rf releases/*.part 2>/dev/null && break; sleep 1; done; "
    '(set -- releases/*.part; [ ! -e "$1" ])'
)


def _begin(live: str, part: str) -> str:
    """Returns the command that starts a release: with hard links to the files of the ``live`` one, if there is one."""
    return f"cp -al releases/{live} {part}" if live else f"mkdir -p {part}"


def _remove(folder: str) -> str:
    """Returns the command that removes everything that deployments have put into ``folder``, the site first."""
    ours = f"current .bantin-current releases {_NOTES} .bantin-lock"
    name = shlex.quote(folder.rpartition("/")[2])
    return f"rm -f current && rm -rf {ours} && cd .. && {{ rmdir -- {name} 2>/dev/null || true; }}"


def _refuse_link(folder: str) -> str:
    """Returns the command that fails if ``folder`` is a link, which leads to what is not a preview."""
    return f"if [ -L {shlex.quote(folder)} ]; then (exit {_STRANGE}); fi"


def _switch(name: str) -> str:
    """Returns the command that makes a release live: renaming a new link over the old one is atomic."""
    return f"ln -sfn releases/{name} .bantin-current && mv -T .bantin-current current"
