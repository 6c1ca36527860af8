"""Git for the desk: reads branches and commits onto them with plumbing commands, which leave open work alone.

No command takes anything from the folder in which editors may be working, and no hook of the repository runs.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bantin.desk.editor import Editor

FILE = "100644"
NOTHING = "0" * 40
"""The object name that says to Git that a branch does not exist."""
_PATIENCE = 300.0  # seconds
_SETTINGS = (f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "core.quotePath=false", "gc.auto=0")
_ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_LITERAL_PATHSPECS": "1"}
# What would send Git to another repository than the one of the folder.
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE")


class GitFailed(Exception):
    """Git refused; ``reason`` is its last line."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Entry(Struct, frozen=True):
    """An entry of a tree: its mode, and the name of its object."""

    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link or repository."""
        return self.mode.startswith("100")


class CommitFacts(Struct, frozen=True):
    """A commit: its name, who wrote it and when, and the first line of its message."""

    id: str
    name: str
    email: str
    time: datetime
    subject: str


class Git(Struct, frozen=True):
    """The repository that holds the bulletin in ``root``; ``folder`` is where the bulletin is in it, with a slash.

    ``environment`` are the variables that Git is run with.
    """

    root: Path
    environment: Mapping[str, str]
    folder: str = ""

    def __call__(self, *arguments: str, stdin: bytes = b"", **variables: str) -> bytes:
        """Runs Git with more ``variables`` in its environment. Raises ``GitFailed``."""
        settings = [part for one in _SETTINGS for part in ("-c", one)]
        environment = {key: value for key, value in self.environment.items() if key not in _REDIRECTING}
        try:
            done = subprocess.run(  # noqa: S603
                ["git", *settings, *arguments],  # noqa: S607
                cwd=self.root,
                input=stdin,
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
                env={**environment, **_ENVIRONMENT, **variables},
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            # A value with a null character cannot be passed on.
            raise GitFailed(str(error)) from error
        if done.returncode:
            lines = done.stderr.decode(errors="replace").strip().splitlines()
            raise GitFailed(lines[-1] if lines else f"git {arguments[0]}: {done.returncode}")
        return done.stdout

    def line(self, *arguments: str, stdin: bytes = b"", **variables: str) -> str:
        """The output of Git, which is one line. Raises ``GitFailed``."""
        return self(*arguments, stdin=stdin, **variables).decode(errors="surrogateescape").strip()

    def commit_at(self, name: str) -> str | None:
        """The commit that a full reference or an object name stands for; ``None`` if there is none."""
        try:
            return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        except GitFailed:
            return None

    def head(self, branch: str) -> str | None:
        """The newest commit of a branch; ``None`` if there is no such branch."""
        return self.commit_at(f"refs/heads/{branch}")

    def entries(self, commit: str, below: str) -> Mapping[str, Entry]:
        """The entries of the bulletin in a commit that are ``below`` a folder, by path from its root."""
        output = self("ls-tree", "-r", "-z", "--full-tree", commit, "--", self.folder + below)
        found = (line.partition("\t") for line in output.decode(errors="surrogateescape").split("\0") if line)
        return {
            path.removeprefix(self.folder): Entry(described.split()[0], described.split()[2])
            for described, _, path in found
        }

    def entry(self, commit: str, path: str) -> Entry | None:
        """The entry of a path in a commit, a folder's included; ``None`` if there is none."""
        output = self("ls-tree", "-z", "--full-tree", commit, "--", self.folder + path).decode(errors="surrogateescape")
        described = output.partition("\t")[0].split()
        return Entry(described[0], described[2]) if described else None

    def blob(self, id: str) -> bytes:  # noqa: A002 - Git's word for it
        """The content of a file."""
        return self("cat-file", "blob", id)

    def blobs(self, ids: Sequence[str]) -> list[bytes]:
        """The contents of files, in order."""
        output = self("cat-file", "--batch", stdin="\n".join(ids).encode() + b"\n") if ids else b""
        found, at = [], 0
        for _ in ids:
            end = output.index(b"\n", at)
            size = int(output[at:end].split()[-1])
            found.append(output[end + 1 : end + 1 + size])
            at = end + size + 2
        return found

    def write_tree(self, base: str | None, files: Mapping[str, bytes | None]) -> str:
        """Writes a tree: that of ``base``, with these files of the bulletin changed, or removed where ``None``."""
        with self._index() as index:
            if base:
                self("read-tree", base, GIT_INDEX_FILE=index)
            lines = []
            for path, data in files.items():
                blob = (
                    NOTHING if data is None else self.line("hash-object", "-w", "--stdin", "--no-filters", stdin=data)
                )
                mode = FILE if data is not None else "0"
                lines.append(f"{mode} {blob}\t{self.folder}{path}\0")
            self("update-index", "-z", "--index-info", stdin="".join(lines).encode(), GIT_INDEX_FILE=index)
            return self.line("write-tree", GIT_INDEX_FILE=index)

    def write_commit(self, tree: str, parents: Sequence[str], editor: Editor, message: str, now: datetime) -> str:
        """Writes a commit by ``editor``, onto no branch yet."""
        time = now.isoformat(timespec="seconds")
        who = {
            f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in editor.signature(time)
        }
        above = [part for one in parents for part in ("-p", one)]
        return self.line("commit-tree", "--no-gpg-sign", tree, *above, stdin=message.encode(), **who)

    def move(self, reference: str, new: str, old: str) -> None:
        """Points a reference at ``new`` if it is at ``old`` (``NOTHING``: if it does not exist), else ``GitFailed``."""
        self("update-ref", "--no-deref", reference, new, old)

    def delete(self, reference: str, old: str) -> None:
        """Deletes a reference if it is at ``old``, else ``GitFailed``."""
        self("update-ref", "--no-deref", "-d", reference, old)

    def changed(self, old: str, new: str) -> Mapping[str, str]:
        """The files of the bulletin that differ between commits, by path: ``A`` added, ``M`` changed, ``D`` gone."""
        output = self("diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new).decode(
            errors="surrogateescape"
        )
        parts = output.split("\0")
        pairs = zip(parts[:-1:2], parts[1::2], strict=False)
        return {path.removeprefix(self.folder): kind for kind, path in pairs if path.startswith(self.folder)}

    def history(self, reference: str, path: str = "", most: int = 100) -> list[CommitFacts]:
        """The newest commits that ``reference`` leads to, at most ``most``, of a file if there is a ``path``."""
        only = ("--", self.folder + path) if path else ()
        output = self(
            "log", f"-{most}", "--no-show-signature", "--format=%H%x00%an%x00%ae%x00%cI%x00%s", reference, *only
        ).decode(errors="replace")
        return [
            CommitFacts(id, name, email, datetime.fromisoformat(time), subject)
            for id, name, email, time, subject in (line.split("\0", 4) for line in output.splitlines())  # noqa: A001
        ]

    @contextmanager
    def _index(self) -> Iterator[str]:
        with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
            yield str(Path(folder) / "index")


def find_git(root: Path, environment: Mapping[str, str]) -> Git | None:
    """The repository that holds the bulletin in ``root``; ``None`` if there is none, or Git is missing."""
    git = Git(root.absolute(), environment)
    try:
        folder = git("rev-parse", "--show-prefix").decode(errors="surrogateescape").rstrip("\n")
    except GitFailed:
        return None
    return replace(git, folder=folder)


def current_branch(git: Git) -> str | None:
    """The branch that is checked out; ``None`` if none is, or if it has no commit yet."""
    try:
        branch = git.line("symbolic-ref", "--quiet", "--short", "HEAD")
    except GitFailed:
        return None
    return branch if git.head(branch) else None
