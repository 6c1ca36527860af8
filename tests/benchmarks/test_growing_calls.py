"""Calls that grow faster than the text are told from those that grow with it, and named with their callers."""

from benchmarks.growing_calls import growing, own_times


def count_lines(text: str) -> int:
    return text.count("\n")


def test_each_call_is_named_with_its_caller() -> None:
    names = {(called.partition(" (")[0], caller.partition(" (")[0]) for called, caller in own_times(read_twice)}
    assert ("count_lines", "read_twice") in names
    assert ("<method 'count' of 'str' objects>", "count_lines") in names


def read_twice() -> int:
    return count_lines("a\nb") + count_lines("c")


def test_a_call_that_takes_four_times_as_long_at_twice_the_size_grows() -> None:
    half = {("find", "a"): 0.5, ("find", "b"): 0.1, ("join", "a"): 1.0}
    whole = {("find", "a"): 2.0, ("find", "b"): 0.2, ("join", "a"): 2.1, ("new", "a"): 3.0}
    assert growing(half, whole) == [("new", "a"), ("find", "a")]


def test_a_call_that_takes_hardly_any_time_is_passed_over() -> None:
    assert growing({("find", "a"): 0.001}, {("find", "a"): 0.09}) == []
