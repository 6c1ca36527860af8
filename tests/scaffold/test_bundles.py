"""The scripts of the desk are extracted from packages with the right checksums."""

import base64
import hashlib
import io
import tarfile

import pytest
from msgspec.structs import replace

from bantin.scaffold import WrongSum, unpack
from bantin.site.cms import Bundle


def package(**files: bytes) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(f"package/{name}")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return written.getvalue()


PACKAGE = package(x=b"data")
SUM = f"sha512-{base64.b64encode(hashlib.sha512(PACKAGE).digest()).decode()}"
BUNDLE = Bundle("x.js", "x", "1.0.0", "x", SUM)


def test_the_file_is_taken_out() -> None:
    assert unpack(BUNDLE, PACKAGE) == b"data"


def test_other_bytes_are_refused_unopened() -> None:
    with pytest.raises(WrongSum):
        unpack(BUNDLE, package(x=b"other"))
    with pytest.raises(WrongSum):
        unpack(BUNDLE, b"no archive")


def test_a_file_that_is_not_there_is_reported() -> None:
    with pytest.raises(KeyError):
        unpack(replace(BUNDLE, path="y"), PACKAGE)
