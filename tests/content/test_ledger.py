"""The file of the ledger is read as it was written, and merges like any text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.ledger import LEDGER, ledger_text, parse_ledger, read_ledger
from bantin.domain.model import AddressKind, PublicAddress
from tests.bulletins import COMPLETE, codes_of, write
from tests.index.contents import quick

ADDRESSES = st.lists(
    st.builds(
        PublicAddress,
        address=st.from_regex(r"(?:[a-z0-9-]+/){0,3}(?:atom\.xml)?", fullmatch=True),
        kind=st.sampled_from(AddressKind),
        id=st.from_regex(r"[a-z0-9]{0,5}", fullmatch=True),
        first_seen=st.dates(),
        last_seen=st.none() | st.dates(),
        digest=st.from_regex(r"(?:[0-9a-f]{12})?", fullmatch=True),
        now=st.from_regex(r"[a-z0-9]{0,5}", fullmatch=True),
    ),
    unique_by=lambda one: one.address,
)
HEAD = ledger_text(())
ROW = "/bai/\tpage\tbai\t2026-01-01\t-\t0123456789ab\t-"


@quick
@given(ADDRESSES)
def test_a_ledger_is_read_as_it_was_written(addresses: list[PublicAddress]) -> None:
    text = ledger_text(addresses)
    read = parse_ledger(text)
    assert read.problems == ()
    assert read.value is not None
    assert ledger_text(read.value.values()) == text == ledger_text(reversed(addresses))
    assert [one.line for one in read.value.values()] == list(range(2, len(addresses) + 2))


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> nhanh", "||||||| goc"])
def test_both_sides_of_a_conflict_are_kept(mark: str) -> None:
    read = parse_ledger(f"{mark}\n{HEAD}{ROW}\n/hai/\tpage\thai\t2026-01-01\t-\t0123456789ab\t-\n")
    assert read.value is not None
    assert list(read.value) == ["bai/", "hai/"]
    (problem,) = read.problems
    assert (problem.code, problem.location.line) == ("ledger-conflict", 1)


def test_of_two_lines_for_an_address_the_later_state_counts() -> None:
    rows = (
        "/bai/\tpage\tbai\t2026-03-01\t2026-04-01\taaaaaaaaaaaa\tmoi",
        "/bai/\tpage\tbai\t2026-01-01\t-\tbbbbbbbbbbbb\t-",
    )
    for text in ("\n".join(rows), "\n".join(reversed(rows))):
        read = parse_ledger(HEAD + text)
        assert read.problems == ()
        assert read.value is not None
        one = read.value["bai/"]
        assert (one.first_seen, one.last_seen, one.digest, one.now) == (date(2026, 1, 1), None, "bbbbbbbbbbbb", "moi")


@pytest.mark.parametrize(
    "line",
    [
        "/bai/",
        ROW.removeprefix("/"),
        ROW.replace("page", "trang"),
        ROW.replace("2026-01-01", "2026-02-30"),
        ROW.replace("\t", " "),
        ROW.replace("2026-01-01", "20260101"),
        ROW.replace("\tbai\t", "\t../bai\t"),
        ROW.replace("\tbai\t", "\tBai\t"),
        ROW.replace("0123456789ab", "tom-tat"),
        f"{ROW[:-1]}a b",
        f"{ROW}\tx",
    ],
)
def test_a_damaged_line_stops_the_build_before_it_is_written_over(line: str) -> None:
    read = parse_ledger(f"{HEAD}{ROW}\n{line}\n")
    assert read.value is None
    (problem,) = read.problems
    assert (problem.code, problem.location.line) == ("bad-ledger-line", 3)


@pytest.mark.parametrize(
    "address",
    ["/../bai/", "/a/../b/", "/a/./b/", "/.a/", "//a/", "/a//b/", "/a b/", "/a;b/", "/a{b}/", "/<a>/", "/a\x01/"],
)
def test_what_is_no_address_of_a_site_is_no_line(address: str) -> None:
    read = parse_ledger(f"{HEAD}{ROW.replace('/bai/', address)}\n")
    assert read.value is None
    (problem,) = read.problems
    assert (problem.code, problem.location.line) == ("bad-ledger-line", 2)


def test_line_ends_of_windows_are_no_damage() -> None:
    assert list(parse_ledger(f"{HEAD}{ROW}\n".replace("\n", "\r\n")).value or ()) == ["bai/"]


@pytest.mark.parametrize("text", ["", "\n", f"{ROW}\n"])
def test_an_emptied_ledger_is_not_taken_for_a_new_one(text: str) -> None:
    read = parse_ledger(text)
    assert read.value is None
    assert [(one.code, one.location.line) for one in read.problems] == [("bad-ledger-line", 1)]


def test_a_bulletin_may_have_no_ledger(tmp_path: Path) -> None:
    read = read_ledger(tmp_path)
    assert (read.value, read.problems) == (None, ())


def test_a_ledger_is_not_read_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {"kept": f"{ROW}\n"})
    (tmp_path / LEDGER).symlink_to(tmp_path / "kept")
    assert codes_of(tmp_path) == ["ledger-is-link"]


def test_a_mark_of_the_encoding_is_passed_over_and_another_encoding_is_refused(tmp_path: Path) -> None:
    place = write(tmp_path, COMPLETE) / LEDGER
    place.write_text(f"{HEAD}{ROW}\n", encoding="utf-8-sig")
    found = read_ledger(tmp_path)
    assert (found.problems, list(found.value or ())) == ((), ["bai/"])
    place.write_text(f"{HEAD}{ROW}\n", encoding="utf-16")
    (problem,) = read_ledger(tmp_path).problems
    assert (problem.code, "UTF-8" in problem.message("vi")) == ("bad-ledger-line", True)
