"""Executors: the same results whether work is done here or in processes beside each other."""

import os
from concurrent.futures import Executor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.executors import SerialExecutor, chunks, executor


def half(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_work(jobs: int) -> None:
    with executor(jobs) as workers:
        assert list(workers.map(half, range(20, 0, -2))) == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_where_its_result_is_wanted(jobs: int) -> None:
    with executor(jobs) as workers:
        futures = [workers.submit(half, number) for number in (2, 3, 4)]
        assert [futures[0].result(), futures[2].result()] == [1, 2]
        with pytest.raises(ValueError, match=r"^3 is odd$"):
            futures[1].result()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_map_stops_at_the_first_thing_that_fails(jobs: int) -> None:
    with executor(jobs) as workers:
        results = workers.map(half, [2, 4, 5, 6])
        assert [next(results), next(results)] == [1, 2]
        with pytest.raises(ValueError, match=r"^5 is odd$"):
            next(results)


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_is_given_its_arguments_by_place_and_by_name(jobs: int) -> None:
    with executor(jobs) as workers:
        assert workers.submit(int, "ff", base=16).result() == 255


def test_one_job_stays_in_this_process() -> None:
    with executor(1) as workers:
        assert isinstance(workers, SerialExecutor)
        assert workers.submit(os.getpid).result() == os.getpid()


def test_several_jobs_are_done_in_other_processes() -> None:
    with executor(2) as workers:
        assert isinstance(workers, Executor)
        assert workers.submit(os.getpid).result() != os.getpid()


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_executor_has_less_than_one_job(jobs: int) -> None:
    with pytest.raises(ValueError, match="max_workers"), executor(jobs):
        pass


def test_work_done_here_is_done_at_once() -> None:
    done: list[int] = []
    future = SerialExecutor().submit(done.append, 7)
    assert done == [7]
    assert future.done()
    assert not future.cancel()
    assert future.exception() is None


def test_an_interruption_from_the_keyboard_is_not_kept_for_later() -> None:
    with pytest.raises(KeyboardInterrupt):
        SerialExecutor().submit(interrupt)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1000))
def test_chunks_are_the_items_in_their_order(number: int) -> None:
    pieces = chunks(range(number))
    assert [item for piece in pieces for item in piece] == list(range(number))
    assert all(pieces)


def test_nothing_has_no_chunks() -> None:
    assert chunks([]) == []


def test_many_items_are_several_chunks_and_few_are_one() -> None:
    assert len(chunks("x" * 3)) == 1
    assert len(chunks("x" * 1000)) > 3
    assert max(map(len, chunks("x" * 1001))) < 1001
