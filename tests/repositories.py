"""Git repositories for tests: small, and made with no settings but their own."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

MAY_6 = datetime(2020, 5, 6, 20, tzinfo=UTC)
"""Already 7 May in Hà Nội."""


def git(root: Path, *arguments: str, at: datetime = MAY_6) -> str:
    """What Git says to ``arguments`` in ``root``; whatever it commits was written at this time."""
    who = {f"GIT_{role}_{what}": "an@example.vn" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = f"{at.timestamp():.0f} +0000"
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(root), **who, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when,
    }  # fmt: skip
    command = ["git", "-C", str(root), "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path, *, at: datetime = MAY_6) -> str:
    """Commits all below ``root`` but what is remembered; it becomes a repository if it is none. The commit's id."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
        # What is remembered is committed by nobody: the files of ``bantin init`` see to that.
        (root / ".git/info/exclude").write_text(".bantin/\n", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x", at=at)
    return git(root, "rev-parse", "HEAD")
