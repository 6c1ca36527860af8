"""A repository with a bulletin, as the desk finds it: a branch that is checked out, and people who write."""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bantin.desk import saving
from bantin.desk.changes import Change, change_of
from bantin.desk.editor import Editor
from bantin.desk.git import Git, find_git
from bantin.desk.saving import Bulletin, Edit, Verb
from tests.bulletins import ARTICLE, MINIMAL, UNSEARCHED, write

LAN = Editor("lan", "Nguyễn Thị Lan", "lan@co-quan.example")
MINH = Editor("minh", "Trần Minh", "minh@co-quan.example")
PATH = "content/articles/2020/bai.md"
NEW = "content/articles/2026/tin-moi/index.md"
BRANCH = "cms/articles-2026-folders/tin-moi"
NOW = datetime(2026, 1, 1, 5, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


save = partial(saving.save, check=lambda _commit, _base: None)
"""Saves without a check."""


def git_in(root: Path, *arguments: str) -> str:
    """Runs Git as its user does."""
    who = ("-c", "user.name=Quản trị", "-c", "user.email=quan-tri@co-quan.example")
    done = subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def repository(folder: Path, *files: Mapping[str, str | bytes]) -> Bulletin:
    """A bulletin whose files are committed on the branch ``main``; Minh may publish."""
    write(folder, MINIMAL, UNSEARCHED, {PATH: ARTICLE, ".gitignore": ".bantin/\n"}, *files)
    git_in(folder, "init", "--quiet", "--initial-branch=main")
    git_in(folder, "add", ".")
    git_in(folder, "commit", "--quiet", "--message=Bản tin")
    git = find_git(folder, os.environ)
    assert git
    return Bulletin(git, "main", ["minh"])


def text_at(git: Git, branch: str, path: str) -> str | None:
    """The text of a file on a branch."""
    head = git.head(branch)
    entry = git.entry(head, path) if head else None
    return git.blob(entry.id).decode() if entry else None


def edited(was: str = ARTICLE, *, old: str = "Sa-pô", new: str = "Sa-pô mới", path: str = PATH) -> Edit:
    """An edit of an article by a form that was opened when the file was ``was``."""
    return Edit(Verb.UPDATE, path, was.replace(old, new).encode(), opened=was)


def waiting(bulletin: Bulletin, *edits: Edit, editor: Editor = LAN, branch: str = BRANCH) -> Change:
    """A change that waits for review."""
    save(bulletin, editor, edits or [edited()], "Sửa bài", NOW, branch=branch, start="main")
    change = change_of(bulletin.git, branch)
    assert change
    return change
