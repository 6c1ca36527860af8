"""Who is online: five minutes, also across midnight."""

from bantin.counter.hit import Hit
from bantin.counter.online import Online
from tests.counter.counters import HANOI, NOON, at


def online(*hits: Hit, most: int = 100) -> Online:
    made = Online(HANOI, most)
    made.see(hits)
    return made


def test_a_visitor_is_online_for_five_minutes_after_the_last_view() -> None:
    seen = online(Hit(NOON, "/", 1), Hit(NOON + 100, "/", 1), Hit(NOON, "/", 2))
    assert [seen.count(NOON + later) for later in (0, 299, 300, 399, 400)] == [2, 2, 1, 1, 0]


def test_bots_and_who_is_not_distinguished_are_not_online() -> None:
    assert online(Hit(NOON, "/", bot=True), Hit(NOON, "/")).count(NOON) == 0


def test_nobody_is_online_twice_at_midnight() -> None:
    before, after = at("2026-11-25T23:58:00"), at("2026-11-26T00:01:00")
    # 1 and 2 were here before midnight; 1 comes again and is 11 from then on; 13 is new, and was 3 the day before.
    seen = online(Hit(before, "/", 1), Hit(before, "/", 2), Hit(after, "/", 11, 1), Hit(after, "/", 13, 3))
    assert seen.count(after) == 3
    assert seen.count(at("2026-11-26T00:03:00")) == 2
    assert seen.count(at("2026-11-26T00:05:00")) == 2
    assert seen.count(at("2026-11-26T00:06:00")) == 0


def test_a_flood_of_visitors_does_not_fill_the_memory() -> None:
    seen = online(*(Hit(NOON, "/", visitor) for visitor in range(500)), most=100)
    assert seen.count(NOON) == 100
    seen.see([Hit(NOON + 200, "/", 7)])
    assert seen.count(NOON + 400) == 1
