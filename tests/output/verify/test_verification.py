"""Verification with valid and hostile receipts."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import History
from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.receipt import RECEIPT, FileSum, Subject, receipt_bytes, sum_of
from bantin.output.verify import problems, verify
from bantin.output.verify.verification import read_receipt

AT = Location("x/provenance.json")
SUMS = {"index.html": sum_of(b"home"), "a/index.html": sum_of(b"a")}
SOUND = receipt_bytes(SUMS, Subject("https://x.example/", date(2026, 1, 1), History("a" * 40)))


class Shop:
    """A location that records requests."""

    def __init__(self, receipt: bytes | None) -> None:
        self.asked: Mapping[str, FileSum] | None = None
        self._receipt = receipt

    def locate(self, path: str) -> Location:
        return Location(f"shop/{path}")

    def receipt(self) -> Checked[bytes]:
        if self._receipt is None:
            return Checked(None, (problems.NO_RECEIPT.at(self.locate(RECEIPT)),))
        return Checked(self._receipt)

    def differences(
        self,
        files: Mapping[str, FileSum],
        redirects: Mapping[str, str],
        gone: Collection[str],
    ) -> Iterator[Problem]:
        self.asked = files
        yield problems.MISSING.at(self.locate("a/index.html"))


def altered(**changes: object) -> bytes:
    return json.dumps({**json.loads(SOUND), **changes}).encode()


def files(path: str, size: object = 1, sha256: object = "a" * 64) -> bytes:
    return altered(files={path: {"size": size, "sha256": sha256}})


def test_a_site_is_compared_with_its_receipt_and_that_with_itself() -> None:
    shop = Shop(SOUND)
    verdict = verify(shop)
    assert shop.asked == {**SUMS, RECEIPT: sum_of(SOUND)}
    assert [problem.code for problem in verdict.problems] == ["file-missing"]
    assert verdict.receipt is not None
    assert verdict.receipt.files == SUMS


def test_a_receipt_that_was_kept_elsewhere_is_what_counts() -> None:
    shop = Shop(None)
    verify(shop, SOUND)
    assert shop.asked == {**SUMS, RECEIPT: sum_of(SOUND)}


def test_without_a_receipt_nothing_is_compared() -> None:
    shop = Shop(None)
    verdict = verify(shop)
    assert (verdict.receipt, [problem.code for problem in verdict.problems]) == (None, ["no-receipt"])
    assert shop.asked is None


@pytest.mark.parametrize(
    "path",
    [
        "../etc/passwd", "/etc/passwd", "a/../../b", "..", ".", "", "a//b", "a/", "./a", "a\\..\\b", "C:/Windows",
        "c:a", "\\\\host\\share", "a\0b", "\ud800", "x" * 5000,
    ],
)  # fmt: skip
def test_a_receipt_that_leads_out_of_the_site_is_refused(path: str) -> None:
    shop = Shop(files(path))
    verdict = verify(shop)
    assert (verdict.receipt, [problem.code for problem in verdict.problems]) == (None, ["bad-receipt"])
    assert shop.asked is None


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"{", b"\xff", b"[" * 100_000, altered(version=2), altered(files=[]),
        altered(as_of="today"), altered(source={}), altered(source={"commit": "../x", "modified": False}),
        altered(generator=None), files("a", size=-1), files("a", size=1.5), files("a", size=10**15),
        files("a", size="1"), files("a", sha256="A" * 64), files("a", sha256="a" * 63), files("a", sha256=None),
    ],
    ids=lambda data: data[:20],
)  # fmt: skip
def test_what_is_no_receipt_is_refused(data: bytes) -> None:
    read = read_receipt(data, AT)
    assert read.value is None
    assert [(problem.code, problem.location) for problem in read.problems] == [("bad-receipt", AT)]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_are_taken_for_a_receipt(data: bytes) -> None:
    assert read_receipt(data, AT).value is None


def test_a_later_program_may_add_to_a_receipt() -> None:
    read = read_receipt(altered(more={"of": ["this"]}), AT)
    assert read.value is not None
    assert read.value.files == SUMS
