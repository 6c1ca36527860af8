"""Small Git repositories for tests, independent of the user's settings."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

MAY_6 = datetime(2020, 5, 6, 20, tzinfo=UTC)
"""Already 7 May in Hà Nội."""


def git(root: Path, *arguments: str, at: datetime = MAY_6) -> str:
    """Runs Git with ``arguments`` in ``root``, and returns its output; commits have the time ``at``."""
    who = {f"GIT_{role}_{what}": "an@example.vn" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = f"{at.timestamp():.0f} +0000"
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(root), **who, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when,
    }  # fmt: skip
    command = ["git", "-C", str(root), "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path, *, at: datetime = MAY_6) -> str:
    """Commits all files below ``root`` except the cache, in a new repository if necessary; returns the commit's id."""
    if not (root / ".git").exists():
        git(root, "init", "-q")
        # The cache is never committed: ``bantin init`` makes Git ignore it.
        (root / ".git/info/exclude").write_text(".bantin/\n", encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x", at=at)
    return git(root, "rev-parse", "HEAD")
