"""A branch of a git repository that holds the site and nothing else, as Pages of GitHub and GitLab serve it.

Each deployment is a commit on top of the one before, made by git's own plumbing out of the files that the receipt
names: so an unchanged site makes no commit, and the branch is never overwritten. Files on it that no receipt names were
put there by others, as GitHub puts ``CNAME`` there, and stay.
"""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from bantin.deploy import problems
from bantin.deploy.changes import Changes, above, changes
from bantin.deploy.release import Release, check
from bantin.deploy.target import ErrorReporter, Sent
from bantin.domain.problems import BulletinError, Location
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Receipt
from bantin.output.verify.verification import read_receipt

_PLAIN = ".nojekyll"
"""Tells GitHub to serve the files as they are."""

_Entries = Mapping[str, str]
"""What a tree holds: mode, type and name of each file, by path."""

_MESSAGE, _BACK = "Site of {base_url}, receipt {receipt}", "Back to {release}"
_DEPLOYED, _WENT_BACK = re.compile("Site of .*, receipt [0-9a-f]{10}"), re.compile("Back to ([0-9a-f]{10})")
_SHORT = 10
"""As many digits of the name of a commit tell it from all others."""

_FILE = "100644"
_SHA256_DIGITS = 64


class _Git(Struct, frozen=True):
    """Git, at work in a bare repository of its own; ``environment`` is what it is to find around it."""

    folder: Path
    environment: Mapping[str, str]

    def __call__(self, *arguments: str, given: bytes = b"", index: Path | None = None) -> str:
        extra = {"GIT_INDEX_FILE": str(index)} if index else {}
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(self.folder), *arguments],  # noqa: S607
            input=given,
            check=True,
            capture_output=True,
            env={**self.environment, **extra, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
        )
        return done.stdout.decode(errors="surrogateescape").strip()


class GitBranch:
    """The branch of a target. ``root`` is the bulletin, whose repository may know the remote by a name."""

    def __init__(self, telling: ErrorReporter, root: Path, environment: Mapping[str, str]) -> None:
        self._telling = telling
        self._target = telling.target
        self._root = root
        self._environment = environment

    def changes(self, parcel: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._git() as git:
            return self._compared(git, parcel, self._tip(git))[0]

    def deploy(self, parcel: Release, sent: Sent) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._git() as git:
            tip = self._tip(git)
            found, blobs = self._compared(git, parcel, tip)
            if found.none:
                return found
            check(parcel, tuple(path for path in found.sent if path in parcel.files))
            sent(0, len(found.sent))
            self._named(git, parcel, (path for path in found.sent if path in parcel.files), "-w")
            tree = self._tree(git, {path: f"{_FILE} blob {blob}" for path, blob in blobs.items()}, tip)
            message = _MESSAGE.format(base_url=parcel.base_url, receipt=parcel.receipt[:_SHORT])
            self._push(git, tree, tip, message)
            return found

    def roll_back(self, release: str | None) -> str:
        """See :class:`~bantin.deploy.target.Target`: a commit that is like an earlier one, on top of all."""
        with self._git(deep=True) as git:
            tip = self._tip(git)
            known, live = self._releases(git, tip)
            wanted = self._telling.release(release and release[:_SHORT], known, live)
            there = self._entries(git, wanted)
            tree = self._tree(git, {path: there[path] for path in there.keys() & self._ours(git, wanted, there)}, tip)
            if tree != git("rev-parse", f"{tip}^{{tree}}"):
                self._push(git, tree, tip, _BACK.format(release=wanted))
            return wanted

    def _releases(self, git: _Git, tip: str) -> tuple[list[str], str]:
        """The commits that deployments have made, newest first, and the one whose site is public, for short.

        Commits of others lie between them, which have put files beside the site; so do those that went back.
        """
        told = git("log", "--first-parent", "--format=%H %s", tip).splitlines() if tip else []
        commits = [line.split(" ", 1) for line in told]
        made = [commit[:_SHORT] for commit, subject in commits if _DEPLOYED.fullmatch(subject)]
        shown = (commit[:_SHORT] if _DEPLOYED.fullmatch(subject) else _back_to(subject) for commit, subject in commits)
        return made, next(filter(None, shown), "")

    def _compared(self, git: _Git, parcel: Release, tip: str) -> tuple[Changes, dict[str, str]]:
        """What the commit ``tip`` lacks, and the names that git has for the files of ``parcel``, by path."""
        blobs = dict(zip(parcel.files, self._named(git, parcel, parcel.files), strict=True))
        blobs[_PLAIN] = git("hash-object", "-w", "--stdin")
        entries = self._entries(git, tip)
        there = {path: about.split()[2] for path, about in entries.items()}
        ours = self._ours(git, tip, entries)
        return changes(blobs, there, {**parcel.sizes, _PLAIN: 0}, ours=ours), blobs

    def _entries(self, git: _Git, commit: str) -> _Entries:
        """What the commit holds; nothing if there is none."""
        listed = git("ls-tree", "-r", "-z", commit).split("\0") if commit else []
        entries = (line.partition("\t") for line in listed if line)
        return {path: about for about, _, path in entries}

    def _ours(self, git: _Git, commit: str, entries: _Entries) -> frozenset[str]:
        """The files of ``commit`` that a deployment has put there, as its receipt tells.

        Where somebody has damaged that or taken it away, the commits before know it.
        """
        receipt = self._receipt(git, commit) if RECEIPT in entries else None
        if receipt is None and commit:
            if git("rev-parse", "--is-shallow-repository") == "true":
                branch = f"refs/heads/{self._target.branch}"
                git("fetch", "--quiet", "--no-tags", "--filter=blob:none", "--unshallow", "target", branch)
            earlier = git("log", "--format=%H", "--first-parent", "--diff-filter=AM", commit, "--", RECEIPT).split()
            receipt = next((found for one in earlier if (found := self._receipt(git, one))), None)
        return frozenset((*receipt.files, RECEIPT, _PLAIN)) if receipt else frozenset()

    def _receipt(self, git: _Git, commit: str) -> Receipt | None:
        """The receipt in a commit that has one; ``None`` if it cannot be read."""
        data = git("cat-file", "blob", f"{commit}:{RECEIPT}").encode(errors="surrogateescape")
        return read_receipt(data, Location(RECEIPT)).value

    def _named(self, git: _Git, parcel: Release, paths: Iterable[str], *options: str) -> list[str]:
        """What git calls the content of files."""
        names = "\n".join(_quoted(f"{parcel.folder.absolute()}/{path}") for path in paths)
        given = names.encode(errors="surrogateescape")
        return git("hash-object", *options, "--no-filters", "--stdin-paths", given=given).split()

    def _tree(self, git: _Git, site: _Entries, tip: str) -> str:
        """The tree of ``site`` together with what others have put into the commit ``tip``."""
        there = self._entries(git, tip)
        folders = {folder for path in site for folder in above(path)}
        foreign = there.keys() - self._ours(git, tip, there) - site.keys() - folders
        kept = {path: there[path] for path in foreign if not any(one in site for one in above(path))}
        lines = "".join(f"{about}\t{path}\0" for path, about in sorted({**kept, **site}.items()))
        index = git.folder / "bantin-index"
        git("update-index", "-z", "--index-info", given=lines.encode(errors="surrogateescape"), index=index)
        return git("write-tree", "--missing-ok", index=index)

    def _push(self, git: _Git, tree: str, tip: str, message: str) -> None:
        commit = git("commit-tree", tree, *(("-p", tip) if tip else ()), "-m", message)
        # It is refused unless the branch is still as it was.
        git("push", "--quiet", "target", f"{commit}:refs/heads/{self._target.branch}")

    def _tip(self, git: _Git) -> str:
        """The commit that the branch leads to; empty if there is no such branch."""
        return git("for-each-ref", "--format=%(objectname)", "refs/tip")

    @contextmanager
    def _git(self, *, deep: bool = False) -> Iterator[_Git]:
        """A new repository with what the branch holds: with all its history if ``deep``."""
        with tempfile.TemporaryDirectory(prefix="bantin-deploy-") as folder, self._told():
            git = self._new(Path(folder) / "sha1", "sha1")
            if self._names_by_sha256(git):
                git = self._new(Path(folder) / "sha256", "sha256")
            branch = f"refs/heads/{self._target.branch}"
            if git("ls-remote", "target", branch):
                depth = () if deep else ("--depth=1",)
                git(
                    "fetch", "--quiet", "--no-tags", "--filter=blob:none", *depth, "target", f"{branch}:refs/tip/branch"
                )
            yield git

    def _new(self, folder: Path, hashes: str) -> _Git:
        """A new repository, in which objects are named by the kind of ``hashes``, that knows where the target is."""
        folder.mkdir()
        git = _Git(folder, {**_AUTHOR, **self._environment})
        git("init", "--quiet", "--bare", f"--object-format={hashes}")
        # It tidies up in the background, which a repository that is about to go has no use for.
        git("config", "maintenance.auto", "false")
        git("config", "gc.auto", "0")
        git("remote", "add", "target", self._address())
        return git

    def _names_by_sha256(self, git: _Git) -> bool:
        """Whether the target names objects by SHA-256: as its names show, or, while it has none, what it refuses."""
        known = git("ls-remote", "target").split()
        if known:
            return len(known[0]) == _SHA256_DIGITS
        nothing = git("commit-tree", git("mktree"), "-m", "Nothing")
        try:
            git("push", "--quiet", "--dry-run", "target", f"{nothing}:refs/heads/{self._target.branch}")
        except subprocess.CalledProcessError as error:
            if b"hash algorithm" not in error.stderr:
                raise
            return True
        return False

    def _address(self) -> str:
        """The address of the remote: one that the bulletin's repository knows by name, or what is given itself."""
        to = self._target.to
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(self._root), "remote", "get-url", "--", to],  # noqa: S607
            capture_output=True,
            check=False,
            env={**self._environment, "LC_ALL": "C"},
        )
        known = done.stdout.decode().strip() if done.returncode == 0 else to
        # A path is meant from the root of the bulletin.
        local = self._root / known
        return str(local.absolute()) if "://" not in known and local.exists() else known

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise self._telling.error(problems.NO_PROGRAM, program="git", how="apt-get install git") from error
        except subprocess.CalledProcessError as error:
            raise self._failed(error.stderr.decode(errors="replace")) from error

    def _failed(self, said: str) -> BulletinError:
        lines: Sequence[str] = [line for line in said.splitlines() if line.strip()]
        reason = " ".join((lines or ["git"])[-1].split())[:200]
        for words, kind in _SIGNS:
            if any(word in said for word in words):
                return self._telling.error(kind, reason=reason)
        return self._telling.error(problems.FAILED, reason=reason)


# Commits of a program; whoever has set these for git is asked first.
_AUTHOR = {
    "GIT_AUTHOR_NAME": "Bantin",
    "GIT_AUTHOR_EMAIL": "bantin@localhost",
    "GIT_COMMITTER_NAME": "Bantin",
    "GIT_COMMITTER_EMAIL": "bantin@localhost",
}
_SIGNS = (
    (("fetch first", "non-fast-forward", "cannot lock ref", "[rejected]", "failed to update ref"), problems.BUSY),
    (("Host key verification failed",), problems.UNKNOWN_HOST_KEY),
    (("No space left",), problems.FULL),
    (
        ("Permission denied", "Authentication failed", "could not read Username", "protected branch", "403"),
        problems.REFUSED,
    ),
    (("Could not resolve", "Connection refused", "timed out", "does not appear to be"), problems.NO_CONNECTION),
)


def _back_to(subject: str) -> str:
    """The release that a commit with this subject went back to; empty if it did not."""
    found = _WENT_BACK.fullmatch(subject)
    return found[1] if found else ""


def _quoted(path: str) -> str:
    """A path as git reads it from a list: in C's quotes where it holds what would end it."""
    if not any(letter in path for letter in '"\\\n'):
        return path
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
