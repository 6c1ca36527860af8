"""Deployment to a branch of a git repository that holds the site, as GitHub Pages and GitLab Pages serve it.

Each deployment is a commit on top of the branch, built with git's plumbing commands from the files that the receipt
names. So an unchanged site makes no commit, and the history of the branch is never overwritten. Files on the branch
that no receipt names were put there by others, such as GitHub's ``CNAME``, and stay.
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
from bantin.deploy.target import ErrorReporter, Progress
from bantin.domain.problems import BulletinError, Location
from bantin.domain.text.previews import preview_path
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Receipt
from bantin.output.verify.verification import read_receipt

_PLAIN = ".nojekyll"
"""Tells GitHub to serve the files as they are."""

_Entries = Mapping[str, str]
"""The files of a git tree: mode, type and object name of each, by path."""

_MESSAGE, _BACK = "Site of {base_url}, receipt {receipt}", "Back to {release}"
_PREVIEWED, _REMOVED = "Preview at {base_url}, receipt {receipt}", "Without {path}"
_DEPLOYED, _WENT_BACK = re.compile("Site of .*, receipt [0-9a-f]{10}"), re.compile("Back to ([0-9a-f]{10})")
_SHORT = 10
"""The number of digits to which commit names and receipts are shortened."""

_TRIES = 4
"""The number of further attempts to deploy a preview if the branch has moved: others write to other folders of it."""

_FILE = "100644"
_SHA256_DIGITS = 64


class _Git(Struct, frozen=True):
    """Git, run in the bare repository ``folder`` with these ``environment`` variables."""

    folder: Path
    environment: Mapping[str, str]

    def __call__(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> str:
        extra = {"GIT_INDEX_FILE": str(index)} if index else {}
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(self.folder), *arguments],  # noqa: S607
            input=stdin,
            check=True,
            capture_output=True,
            env={**self.environment, **extra, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
        )
        return done.stdout.decode(errors="surrogateescape").strip()


class GitBranch:
    """The branch of a target. ``root`` is the bulletin, whose repository may define the remote by name.

    A preview is a folder of the branch, of which every file belongs to it. For the public site, it is a folder of
    others, which stays.
    """

    def __init__(self, errors: ErrorReporter, root: Path, environment: Mapping[str, str]) -> None:
        self._errors = errors
        self._target = errors.target
        self._root = root
        self._environment = environment
        self._below = preview_path(errors.target.preview) if errors.target.preview else ""

    def changes(self, release: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._git() as git:
            return self._compared(git, release, self._tip(git))[0]

    def deploy(self, release: Release, progress: Progress) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        for _ in range(_TRIES if self._below else 0):
            try:
                return self._deploy(release, progress)
            except BulletinError as error:
                if [one.code for one in error.problems] != [problems.BUSY.code]:
                    raise
        return self._deploy(release, progress)

    def _deploy(self, release: Release, progress: Progress) -> Changes:
        with self._git() as git:
            tip = self._tip(git)
            found, blobs = self._compared(git, release, tip)
            if found.none:
                return found
            sent = [path for path in map(self._in_site, found.sent) if path in release.files]
            check(release, tuple(sent))
            progress(0, len(found.sent))
            self._named(git, release, sent, "-w")
            tree = self._tree(git, {path: f"{_FILE} blob {blob}" for path, blob in blobs.items()}, tip)
            template = _PREVIEWED if self._below else _MESSAGE
            message = template.format(base_url=release.base_url, receipt=release.receipt[:_SHORT])
            self._push(git, tree, tip, message)
            return found

    def roll_back(self, release: str | None) -> str:
        """See :class:`~bantin.deploy.target.Target`. Adds a commit with the site of an earlier one."""
        with self._git(deep=True) as git:
            tip = self._tip(git)
            known, live = self._releases(git, tip)
            wanted = self._errors.release(release and release[:_SHORT], known, live)
            there = self._entries(git, wanted)
            tree = self._tree(git, {path: there[path] for path in there.keys() & self._ours(git, wanted, there)}, tip)
            if tree != git("rev-parse", f"{tip}^{{tree}}"):
                self._push(git, tree, tip, _BACK.format(release=wanted))
            return wanted

    def remove(self) -> bool:
        """See :class:`~bantin.deploy.target.Target`. Earlier commits still have the preview."""
        with self._git() as git:
            tip = self._tip(git)
            if not self._ours(git, tip, self._entries(git, tip)):
                return False
            self._push(git, self._tree(git, {}, tip), tip, _REMOVED.format(path=self._below))
            return True

    def _in_site(self, path: str) -> str:
        """Returns the path in the site of the file at ``path`` of the branch."""
        return path.removeprefix(self._below)

    def _releases(self, git: _Git, tip: str) -> tuple[list[str], str]:
        """Returns the commits of deployments, newest first, and the one whose site is public, as short names.

        Between them may lie commits of others, who have added files of their own, and commits of roll-backs.
        """
        lines = git("log", "--first-parent", "--format=%H %s", tip).splitlines() if tip else []
        commits = [line.split(" ", 1) for line in lines]
        made = [commit[:_SHORT] for commit, subject in commits if _DEPLOYED.fullmatch(subject)]
        shown = (commit[:_SHORT] if _DEPLOYED.fullmatch(subject) else _back_to(subject) for commit, subject in commits)
        return made, next(filter(None, shown), "")

    def _compared(self, git: _Git, release: Release, tip: str) -> tuple[Changes, dict[str, str]]:
        """Returns the changes against the commit ``tip``, and git's object names for the files of ``release``."""
        paths = [f"{self._below}{path}" for path in release.files]
        blobs = dict(zip(paths, self._named(git, release, release.files), strict=True))
        blobs[_PLAIN] = git("hash-object", "-w", "--stdin")
        entries = self._entries(git, tip)
        blocked = next((folder for folder in above(self._below) if folder in entries), None)
        if blocked is not None:
            raise self._errors.error(problems.PREVIEWS_BLOCKED, place=blocked)
        there = {path: about.split()[2] for path, about in entries.items()}
        ours = self._ours(git, tip, entries)
        sizes = {f"{self._below}{path}": size for path, size in release.sizes.items()}
        return changes(blobs, there, {**sizes, _PLAIN: 0}, ours=ours), blobs

    def _entries(self, git: _Git, commit: str) -> _Entries:
        """Lists the files of a commit; nothing if there is none."""
        listed = git("ls-tree", "-r", "-z", commit).split("\0") if commit else []
        entries = (line.partition("\t") for line in listed if line)
        return {path: about for about, _, path in entries}

    def _ours(self, git: _Git, commit: str, entries: _Entries) -> frozenset[str]:
        """Returns the files of ``commit`` that a deployment has put there, according to its receipt.

        If somebody has damaged or removed the receipt, the latest readable one of the commits before is used. All
        files in the folder of a preview are its own.
        """
        if self._below:
            return frozenset(path for path in entries if path.startswith(self._below))
        receipt = self._receipt(git, commit) if RECEIPT in entries else None
        if receipt is None and commit:
            if git("rev-parse", "--is-shallow-repository") == "true":
                branch = f"refs/heads/{self._target.branch}"
                git("fetch", "--quiet", "--no-tags", "--filter=blob:none", "--unshallow", "target", branch)
            earlier = git("log", "--format=%H", "--first-parent", "--diff-filter=AM", commit, "--", RECEIPT).split()
            receipt = next((found for one in earlier if (found := self._receipt(git, one))), None)
        return frozenset((*receipt.files, RECEIPT, _PLAIN)) if receipt else frozenset()

    def _receipt(self, git: _Git, commit: str) -> Receipt | None:
        """Reads the receipt in a commit that has one; ``None`` if it is damaged."""
        data = git("cat-file", "blob", f"{commit}:{RECEIPT}").encode(errors="surrogateescape")
        return read_receipt(data, Location(RECEIPT)).value

    def _named(self, git: _Git, release: Release, paths: Iterable[str], *options: str) -> list[str]:
        """Returns git's object names for the contents of files."""
        names = "\n".join(_quoted(f"{release.folder.absolute()}/{path}") for path in paths)
        stdin = names.encode(errors="surrogateescape")
        return git("hash-object", *options, "--no-filters", "--stdin-paths", stdin=stdin).split()

    def _tree(self, git: _Git, site: _Entries, tip: str) -> str:
        """Writes the tree of ``site`` together with the files of others in the commit ``tip``; its name."""
        there = self._entries(git, tip)
        folders = {folder for path in site for folder in above(path)}
        foreign = there.keys() - self._ours(git, tip, there) - site.keys() - folders
        kept = {path: there[path] for path in foreign if not any(one in site for one in above(path))}
        lines = "".join(f"{about}\t{path}\0" for path, about in sorted({**kept, **site}.items()))
        index = git.folder / "bantin-index"
        git("update-index", "-z", "--index-info", stdin=lines.encode(errors="surrogateescape"), index=index)
        return git("write-tree", "--missing-ok", index=index)

    def _push(self, git: _Git, tree: str, tip: str, message: str) -> None:
        commit = git("commit-tree", tree, *(("-p", tip) if tip else ()), "-m", message)
        # Refused if the branch has moved meanwhile.
        git("push", "--quiet", "target", f"{commit}:refs/heads/{self._target.branch}")

    def _tip(self, git: _Git) -> str:
        """Returns the commit that the branch points to; empty if there is no such branch."""
        return git("for-each-ref", "--format=%(objectname)", "refs/tip")

    @contextmanager
    def _git(self, *, deep: bool = False) -> Iterator[_Git]:
        """Creates a temporary repository and fetches the branch; its whole history if ``deep``."""
        with tempfile.TemporaryDirectory(prefix="bantin-deploy-") as folder, self._reporting():
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
        """Creates a repository with the object format ``hashes`` and the target as its remote."""
        folder.mkdir()
        git = _Git(folder, {**_AUTHOR, **self._environment})
        git("init", "--quiet", "--bare", f"--object-format={hashes}")
        # Background maintenance would still be writing while the temporary folder is removed.
        git("config", "maintenance.auto", "false")
        git("config", "gc.auto", "0")
        git("remote", "add", "target", self._address())
        return git

    def _names_by_sha256(self, git: _Git) -> bool:
        """Whether the target uses SHA-256: seen from its object names or, if it is empty, from what it refuses."""
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
        """Returns the address of the remote: the target may name a remote of the bulletin's repository."""
        to = self._target.to
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(self._root), "remote", "get-url", "--", to],  # noqa: S607
            capture_output=True,
            check=False,
            env={**self._environment, "LC_ALL": "C"},
        )
        known = done.stdout.decode().strip() if done.returncode == 0 else to
        # A path is relative to the root of the bulletin.
        local = self._root / known
        return str(local.absolute()) if "://" not in known and local.exists() else known

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise self._errors.error(problems.NO_PROGRAM, program="git", how="apt-get install git") from error
        except subprocess.CalledProcessError as error:
            raise self._failed(error.stderr.decode(errors="replace")) from error

    def _failed(self, output: str) -> BulletinError:
        lines: Sequence[str] = [line for line in output.splitlines() if line.strip()]
        reason = " ".join((lines or ["git"])[-1].split())[:200]
        for words, kind in _SIGNS:
            if any(word in output for word in words):
                return self._errors.error(kind, reason=reason)
        return self._errors.error(problems.FAILED, reason=reason)


# The author of the commits, unless the environment sets another.
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
    """Returns the release that a roll-back with this commit subject went back to; empty if it is none."""
    found = _WENT_BACK.fullmatch(subject)
    return found[1] if found else ""


def _quoted(path: str) -> str:
    """Quotes a path as git reads it from a list: C-style, if it holds a quote, backslash or line break."""
    if not any(letter in path for letter in '"\\\n'):
        return path
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
