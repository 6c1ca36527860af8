"""Small sites for tests, written from dictionaries of files, and published as a build does it."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.domain.problems import BulletinError, has_errors
from bantin.output.publish import Report, open_output, reserve, stage, staging_area
from bantin.output.publish.output import MANIFEST, STAGING
from bantin.output.publish.receipt import Certify
from bantin.render import Artifact
from bantin.site import CopiedFile
from tests.bulletins import files_of, write

Site = Mapping[str, str]


def put(
    root: Path,
    site: Site,
    *,
    copies: Site | None = None,
    adopt: bool = False,
    out: str = "site",
    certify: Certify | None = None,
) -> Report:
    """Publishes ``site``, and content files by their addresses, into ``root/out``, with the receipt of ``certify``.

    Files in folders are written to a staging area, as workers do it.
    """
    artifacts = [Artifact(path, text.encode()) for path, text in site.items()]
    files = [CopiedFile(address, source) for address, source in (copies or {}).items()]
    output = open_output(root / out, root, adopt=adopt)
    write = staging_area(output, root).write
    kept = (write(artifact) if "/" in artifact.path else artifact for artifact in artifacts)
    with reserve(output, root) as reserved, stage(kept, files, {}, root, reserved, certify=certify) as staged:
        if has_errors(staged.problems):
            raise BulletinError(staged.problems)
        return staged.commit()


def shown(root: Path) -> dict[str, str]:
    """The files of ``root/site`` except its manifest."""
    return {path: data.decode() for path, data in files_of(root / "site").items() if path != MANIFEST}


def everything(folder: Path) -> dict[str, object]:
    """Everything below ``folder``: files with their bytes and times, links with their targets, folders."""
    return {
        path.relative_to(folder).as_posix(): (
            path.readlink()
            if path.is_symlink()
            else (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
            if path.is_file()
            else "folder"
        )
        for path in sorted(folder.rglob("*"))
    }


def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records the paths that are passed to ``stat`` from now on."""
    asked: list[str] = []
    lstat = os.lstat

    def ask(path: str) -> os.stat_result:
        asked.append(str(path))
        return lstat(path)

    monkeypatch.setattr(os, "lstat", ask)
    return asked


def refused(root: Path, site: Site, *, copies: Site | None = None) -> tuple[str, str]:
    """The code and the path of the problem that prevents the publication of ``site``."""
    with pytest.raises(BulletinError) as stopped:
        put(root, site, copies=copies)
    (problem,) = stopped.value.problems
    assert not (root / "site" / STAGING).exists()
    return problem.code, str(problem.location)


# Two editions of a site. Between them, files change, stay, are added, removed and moved; files become folders, and
# folders become files.
OLD: Site = {
    "index.html": "old",
    "same.html": "same",
    "a/index.html": "old",
    "a/same.html": "same",
    "b/c/d/index.html": "gone",
    "moved/old.html": "moved",
    "file": "file",
    "folder/one/index.html": "folder",
    "folder/two.html": "folder",
    "media/a.png": "old photo",
}
NEW: Site = {
    "index.html": "new",
    "same.html": "same",
    "a/index.html": "new and longer",
    "a/same.html": "same",
    "a/more/index.html": "new",
    "moved/new.html": "moved",
    "file/index.html": "a folder now",
    "folder": "a file now",
    "new/deep/index.html": "new",
}
FOREIGN: Site = {"CNAME": "mine", "b/own.html": "mine", "new.txt": "mine"}
PHOTO = "content/media/b.png"
COPIES: Site = {"media/b.png": PHOTO}


def put_old(root: Path) -> None:
    """Publishes the old edition, adds files that Bantin did not make, and writes the content of the new edition."""
    put(root, OLD)
    write(root / "site", FOREIGN)
    write(root, {PHOTO: "new photo"})


def put_new(root: Path) -> Report:
    """Publishes the new edition."""
    return put(root, NEW, copies=COPIES)
