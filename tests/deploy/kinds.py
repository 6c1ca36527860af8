"""One deploy target of each kind, with access to its public files."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.deploy import DeployContext
from bantin.deploy.s3 import connect
from bantin.domain.model import DeployTarget, TargetKind
from tests.bulletins import files_of, write
from tests.deploy.servers import s3, sshd
from tests.deploy.sites import around, target

KINDS = tuple(TargetKind)
KEYS = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}


@dataclass(frozen=True)
class Ground:
    """A target with the context of a deployment, and the folder or client for its public files."""

    target: DeployTarget
    around: DeployContext
    folder: Path
    client: Any = None

    def public(self) -> dict[str, bytes]:
        """The public files, by path."""
        if self.target.kind is TargetKind.S3:
            listed = self.client.list_objects_v2(Bucket="kho", Prefix="ban-tin/").get("Contents", ())
            keys = [one["Key"] for one in listed if not one["Key"].endswith(".bantin-lock")]
            found = {key: self.client.get_object(Bucket="kho", Key=key)["Body"].read() for key in keys}
            public = {key.removeprefix("ban-tin/"): data for key, data in found.items()}
            public.pop(".bantin-pending", None)
            public.pop(".bantin-receipt", None)
            return public
        if self.target.kind is TargetKind.BRANCH:
            return self._committed()
        live = self.folder / "current"
        return files_of(live.resolve()) if live.exists() else {}

    def put(self, files: Mapping[str, bytes]) -> None:
        """Puts ``files`` beside the deployed ones, as another program might."""
        if self.target.kind is TargetKind.S3:
            for path, data in files.items():
                self.client.put_object(Bucket="kho", Key=f"ban-tin/{path}", Body=data)
        elif self.target.kind is TargetKind.BRANCH:
            with self._checked_out() as tree:
                write(tree, files)
        else:
            write(self.folder / "current", files)

    def remove(self, paths: Iterable[str]) -> None:
        """Removes the files at ``paths``, as another program might."""
        if self.target.kind is TargetKind.S3:
            for path in paths:
                self.client.delete_object(Bucket="kho", Key=f"ban-tin/{path}")
        elif self.target.kind is TargetKind.BRANCH:
            with self._checked_out() as tree:
                for path in paths:
                    (tree / path).unlink()
        else:
            for release in (self.folder / "releases").iterdir():
                for path in paths:
                    (release / path).unlink(missing_ok=True)

    @contextmanager
    def _checked_out(self) -> Iterator[Path]:
        """A working tree of the branch; changes in it are committed and pushed at the end."""
        with tempfile.TemporaryDirectory() as tree:
            git = ["git", "-C", tree, "-c", "user.name=A", "-c", "user.email=a@bantin.example"]
            subprocess.run(["git", "clone", "-q", "-b", "gh-pages", self.folder, tree], check=True)
            yield Path(tree)
            for command in (["add", "-A"], ["commit", "-qm", "Theirs"], ["push", "-q"]):
                subprocess.run([*git, *command], check=True)

    def _committed(self) -> dict[str, bytes]:
        git = ["git", "-C", str(self.folder)]
        listed = subprocess.run([*git, "ls-tree", "-r", "-z", "gh-pages"], capture_output=True, check=False).stdout
        lines = [line.split("\t") for line in listed.decode().split("\0") if line]
        show = {path: [*git, "cat-file", "blob", about.split()[2]] for about, path in lines}
        found = {path: subprocess.run(one, capture_output=True, check=True).stdout for path, one in show.items()}
        assert not found or found.pop(".nojekyll") == b""
        return found


@contextmanager
def ground(kind: TargetKind, folder: Path, *refusals: str) -> Iterator[Ground]:
    """An empty target of ``kind``; an S3 store refuses the requests named by ``refusals``."""
    place = folder / "noi công bố"
    if kind is TargetKind.FOLDER:
        yield Ground(target(kind, place), around(folder), place)
    elif kind is TargetKind.SSH:
        with sshd(folder) as host:
            made = target(kind, f"{host.user}@127.0.0.1:{place}", port=host.port)
            yield Ground(made, around(folder, remote_shell=host.remote_shell), place)
    elif kind is TargetKind.S3:
        with s3(*refusals) as endpoint:
            client = connect(endpoint, "us-east-1")
            client.create_bucket(Bucket="kho")
            made = target(kind, "kho/ban-tin", endpoint=endpoint, region="us-east-1")
            yield Ground(made, around(folder), place, client)
    else:
        subprocess.run(["git", "init", "-q", "--bare", place], check=True)
        subprocess.run(["git", "-C", place, "config", "uploadpack.allowFilter", "true"], check=True)
        yield Ground(target(kind, place), around(folder), place)
