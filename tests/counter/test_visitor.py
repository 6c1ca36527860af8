"""Visitor ids: the same for a day, another the next, and nothing to trace anybody by."""

import ipaddress
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.visitor import DayKeys, VisitorIdMaker, VisitorIds, network
from tests.counter.counters import HANOI, NOON, at

V4 = network(ipaddress.ip_address("203.0.113.7"))
DAY = date(2026, 11, 25)


def test_an_id_is_the_same_for_a_day_and_another_the_next() -> None:
    made = VisitorIdMaker(HANOI, DayKeys())
    assert made.ids(V4, b"a", NOON) == made.ids(V4, b"a", NOON + 3600)
    assert made.ids(V4, b"a", NOON) != made.ids(V4, b"b", NOON)
    assert made.ids(V4, b"a", NOON) != made.ids(V4, b"a", NOON + 86_400)
    assert made.ids(V4, b"a", NOON) != VisitorIdMaker(HANOI, DayKeys()).ids(V4, b"a", NOON)


def test_in_the_first_minutes_of_a_day_there_is_also_the_id_of_the_day_before() -> None:
    made = VisitorIdMaker(HANOI, DayKeys())
    yesterday = made.ids(V4, b"a", at("2026-11-24T23:59:59"))
    first = made.ids(V4, b"a", at("2026-11-25T00:00:00"))
    assert yesterday.before is None
    assert first.before == yesterday.visitor
    assert made.ids(V4, b"a", at("2026-11-25T00:05:00")) == VisitorIds(first.visitor)


@given(st.ip_addresses(), st.binary(max_size=50), st.integers(NOON, NOON + 10**7))
def test_an_id_fits_into_a_signed_number_of_64_bits(address: ipaddress.IPv4Address, agent: bytes, when: int) -> None:
    ids = VisitorIdMaker(HANOI, lambda _day: b"k" * 32).ids(network(address), agent, when)
    assert -(2**63) <= ids.visitor < 2**63


def test_a_household_is_one_address_or_half_of_one() -> None:
    def household(text: str) -> bytes:
        return network(ipaddress.ip_address(text))

    assert household("2001:db8:0:1::1") == household("2001:db8:0:1:ffff::2") != household("2001:db8:0:2::1")
    assert household("203.0.113.7") == household("::ffff:203.0.113.7") != household("203.0.113.8")


def test_keys_are_shared_by_processes_and_destroyed_after_two_days(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    first, second = DayKeys(folder), DayKeys(folder)
    key = first(DAY)
    assert len(key) == 32
    assert second(DAY) == key
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    first(date(2026, 11, 26))
    assert sorted(file.name for file in folder.iterdir()) == ["2026-11-25.key", "2026-11-26.key"]
    first(date(2026, 11, 27))
    assert sorted(file.name for file in folder.iterdir()) == ["2026-11-26.key", "2026-11-27.key"]
    assert DayKeys(folder)(DAY) != key


def test_keys_in_memory_are_forgotten_too() -> None:
    keys = DayKeys()
    key = keys(DAY)
    assert keys(DAY) == key
    keys(date(2026, 11, 27))
    assert keys(DAY) != key


def test_a_folder_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        DayKeys(tmp_path / "file")(DAY)
