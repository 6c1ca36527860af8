"""The certificates that signatures are checked against, in the files that ``site.yml`` names."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from bantin.content.documents import read_roots
from bantin.domain.model import NamedFile, Position
from bantin.domain.problems import Checked, Location
from tests.bulletins import write
from tests.content.documents.authorities import A, B, authority, signer

FILES = {
    "content/documents/a.pem": authority(A).pem,
    "content/documents/b.cer": authority(B).der,
    "content/documents/both.pem": b"subject=A\n" + authority(A).pem + b"\n" + authority(B).pem,
    "content/documents/person.pem": signer().pem,
    "content/documents/key.pem": authority(A).key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ),
    "content/documents/text.txt": "chứng thư".encode(),
    "content/documents/empty.pem": b"",
}


def read(root: Path, *names: str) -> Checked[tuple[bytes, ...]]:
    write(root, FILES)
    trusted = [NamedFile(name, Position(line, 3)) for line, name in enumerate(names, start=5)]
    return read_roots(root, trusted, frozenset(FILES))


@pytest.mark.parametrize("names", [("/documents/a.pem", "/documents/b.cer"), ("documents/both.pem",)])
def test_roots_are_read_from_pem_and_der(names: tuple[str, ...], tmp_path: Path) -> None:
    roots = read(tmp_path, *names)
    assert roots.problems == ()
    assert set(roots.value or ()) == {authority(A).der, authority(B).der}


def test_the_order_of_files_means_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "/documents/a.pem", "/documents/b.cer") == read(tmp_path, "/documents/both.pem")


def test_no_roots_are_none(tmp_path: Path) -> None:
    assert read(tmp_path) == Checked((), ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/documents/person.pem", "bad-trusted-root"),
        ("/documents/key.pem", "bad-trusted-root"),
        ("/documents/text.txt", "bad-trusted-root"),
        ("/documents/empty.pem", "bad-trusted-root"),
        ("/documents/c.pem", "no-such-file"),
        ("../a.pem", "bad-path"),
    ],
)
def test_what_is_no_root_is_reported_where_it_is_named(name: str, code: str, tmp_path: Path) -> None:
    roots = read(tmp_path, "/documents/a.pem", name)
    assert roots.value == (authority(A).der,)
    (problem,) = roots.problems
    assert (problem.code, problem.location) == (code, Location("content/site.yml", 6, 3))
