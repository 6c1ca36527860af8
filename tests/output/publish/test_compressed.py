"""Compressed variants beside a file."""

import gzip
from pathlib import Path

import brotli
import pytest

from bantin.output.publish.compressed import is_variant
from bantin.output.publish.receipt import sum_of

PAGE = "<p>Quy chế phối hợp</p>".encode() * 10_000


@pytest.mark.parametrize(("name", "pack"), [("a.gz", gzip.compress), ("a.br", brotli.compress)])
def test_only_what_unfolds_to_the_file_is_a_variant_of_it(name: str, pack: object, tmp_path: Path) -> None:
    assert callable(pack)
    file = tmp_path / name
    packed = pack(PAGE)
    for data, expected in (
        (packed, True),
        (pack(PAGE[:-1]), False),
        (pack(PAGE + b"x"), False),
        (pack(PAGE * 1_000), False),
        (packed[:-1], False),
        (packed + b"x", False),
        (PAGE, False),
        (b"", False),
    ):
        file.write_bytes(data)
        assert is_variant(file, sum_of(PAGE)) is expected
