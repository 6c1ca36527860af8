"""Reviewing: checks what a change would make public, and builds a preview of it."""

import shutil
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bantin.build.build import build, check
from bantin.build.request import MEMORY, BuildContext, Request
from bantin.desk.changes import Change
from bantin.desk.git import Git, GitFailed
from bantin.desk.places import field_at
from bantin.domain.model import Cms
from bantin.domain.problems import BulletinError, Language, Problem, Severity, UsageError
from bantin.runtime.cache import CacheLocation
from bantin.runtime.entry_points import installed_plugins
from bantin.runtime.workers import InProcess

FOLDER = f"{MEMORY}/desk"
"""The folder of the desk, below the root: a checkout of its own, the site, and the previews of changes."""


class Finding(Struct, frozen=True):
    """A problem as the form shows it: its file, the path of its field if it has one, and what is wrong."""

    path: str
    field: str
    message: str
    is_error: bool


class Reviewer(Struct, frozen=True):
    """Checks and builds commits in a checkout of its own. Works on one at a time: its methods must not run at once.

    ``address`` is where the desk is served, with a slash at its end; ``desk`` are the settings of the form there. With
    a ``cache``, what most commits have in common is read and rendered once.
    """

    git: Git
    address: str
    desk: Cms
    clock: Callable[[], datetime]
    cache: CacheLocation | None = None
    sandboxed: bool = False

    @property
    def site(self) -> Path:
        """The folder of the site as it is public, with the form."""
        return self._folder / "site"

    def preview(self, number: int) -> Path:
        """The folder of the preview of a change."""
        return self._folder / "previews" / str(number)

    def build_site(self, commit: str) -> tuple[Problem, ...]:
        """Builds the site of a commit, with the form; returns its problems. It stays as it was if there are errors."""
        return self._build(commit, self.site, self.address, desk=self.desk)

    def new_errors(self, commit: str, base: str, language: Language) -> list[Finding]:
        """The errors of a commit that ``base`` does not have: others can be mended one after the other."""
        found = self.check(commit, language)
        known = self.check(base, language) if found else []
        return [one for one in found if one not in known]

    def check(self, commit: str, language: Language) -> list[Finding]:
        """The errors of a commit."""
        root = self._check_out(commit)
        try:
            check(Request(root, self.clock(), sandboxed=self.sandboxed), self._tools)
        except BulletinError as error:
            return findings(root, error.problems, language, ())
        return []

    def review(self, change: Change, commit: str, changed: Iterable[str], language: Language) -> list[Finding]:
        """Builds the preview of a change from the ``commit`` that merges it; returns what is found.

        That are all errors, and the warnings of the files that are ``changed``.
        """
        address = f"{self.address}{preview_path(change.number)}"
        problems = self._build(commit, self.preview(change.number), address, drafts=True)
        return findings(self._root, problems, language, frozenset(changed))

    def keep_only(self, numbers: Collection[int]) -> None:
        """Deletes the previews of all other changes."""
        folder, kept = self._folder / "previews", set(map(str, numbers))
        for one in folder.iterdir() if folder.is_dir() else ():
            if one.name not in kept:
                shutil.rmtree(one, ignore_errors=True)

    @property
    def _tools(self) -> BuildContext:
        return BuildContext(InProcess(), self.cache, plugins=installed_plugins())

    @property
    def _folder(self) -> Path:
        return self.git.root / FOLDER

    @property
    def _root(self) -> Path:
        return self._folder / "checkout" / self.git.folder

    def _build(
        self, commit: str, out: Path, address: str, *, drafts: bool = False, desk: Cms | None = None
    ) -> tuple[Problem, ...]:
        root = self._check_out(commit)
        request = Request(
            root,
            self.clock(),
            base_url=address,
            drafts=drafts,
            sandboxed=self.sandboxed,
            editors=desk,
            for_editors=True,
        )
        try:
            built = build(request, out, self._tools, adopt=True)
        except BulletinError as error:
            return error.problems
        except UsageError as error:
            return (error.problem,)
        return (*built.edition.problems, *built.report.problems)

    def _check_out(self, commit: str) -> Path:
        """Checks out a commit, apart from every branch; returns the root of the bulletin there."""
        folder = self._folder / "checkout"
        there = replace(self.git, root=folder)
        if not (_is_checkout(there) and _switched(there, commit)):
            shutil.rmtree(folder, ignore_errors=True)
            self.git("worktree", "prune")
            self.git("worktree", "add", "--quiet", "--force", "--detach", str(folder), commit)
        return self._root


def _switched(git: Git, commit: str) -> bool:
    """Whether a checkout could be brought to ``commit``, without a file of an earlier one that failed halfway."""
    try:
        git("clean", "-ffdxq")
        git("checkout", "--quiet", "--force", "--detach", commit)
    except GitFailed:
        return False
    return True


def _is_checkout(git: Git) -> bool:
    """Whether the root of ``git`` is that of a checkout, so that a command in it concerns no other one around it."""
    try:
        return git.root.is_dir() and Path(git.line("rev-parse", "--show-toplevel")).samefile(git.root)
    except (GitFailed, OSError):
        return False


def findings(root: Path, problems: Iterable[Problem], language: Language, shown: Iterable[str]) -> list[Finding]:
    """The errors among ``problems``, and the warnings of files that are ``shown``; ``root`` holds the files."""
    return [
        Finding(
            one.location.path,
            _field(root, one),
            " ".join(filter(None, (one.message(language), one.hint(language)))),
            one.severity is Severity.ERROR,
        )
        for one in sorted(problems, key=lambda one: (one.severity is not Severity.ERROR, one.location))
        if one.severity is Severity.ERROR or one.location.path in shown
    ]


def preview_path(number: int) -> str:
    """Where the preview of a change is, below the address of the desk."""
    return f"xem-thu/{number}/"


def _field(root: Path, problem: Problem) -> str:
    at = problem.location
    if not at.path.endswith((".md", ".yml")):
        return ""
    try:
        text = (root / at.path).read_bytes().decode()
    except (OSError, ValueError):
        return ""
    return field_at(text, at.path, at.line)
