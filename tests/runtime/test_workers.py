"""Workers: the same results whether work is done here, in processes beside this one or through an executor."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.runtime.workers import ExecutorWorkers, InProcess, ProcessWorkers, Workers, batches, local, run_apart
from tests.conftest import REPOSITORY, examples

THREADS = ThreadPoolExecutor(2)
ALL = [InProcess(), ProcessWorkers(2), ExecutorWorkers(THREADS, 2)]


def halves(numbers: Sequence[int]) -> list[int]:
    if odd := [number for number in numbers if number % 2]:
        raise ValueError(f"{odd[0]} is odd")
    return [number // 2 for number in numbers]


def process(_items: Sequence[object]) -> int:
    return os.getpid()


def interrupt(_items: Sequence[object]) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("workers", ALL, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 1234])
def test_results_come_in_the_order_of_the_work(workers: Workers, count: int) -> None:
    made = [half for piece in workers.each(halves, range(0, 2 * count, 2)) for half in piece]
    assert made == list(range(count))


@pytest.mark.parametrize("workers", ALL, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("odd", [1, 777])
def test_what_the_work_raises_is_raised_where_its_result_is_wanted(workers: Workers, odd: int) -> None:
    numbers = [odd if number == odd - 1 else number for number in range(0, 2000, 2)]
    with pytest.raises(ValueError, match=f"^{odd} is odd$"):
        list(workers.each(halves, numbers))


def test_one_job_stays_in_this_process() -> None:
    assert set(local(1).each(process, range(1000))) == {os.getpid()}


def test_several_jobs_are_done_in_other_processes() -> None:
    assert os.getpid() not in set(local(2).each(process, range(1000)))


def test_no_process_is_started_for_a_few_things() -> None:
    assert set(local(2).each(process, range(5))) == {os.getpid()}


def test_what_a_process_works_with_need_not_travel() -> None:
    secret = object()
    assert (
        list(ProcessWorkers(2).each(lambda items: all(item is secret for item in items), [secret] * 300)) == [True] * 3
    )


def test_results_may_be_left_unread() -> None:
    results = ProcessWorkers(2).each(halves, range(0, 4000, 2))
    assert next(results) == list(range(100))
    del results


@pytest.mark.parametrize("jobs", [0, -1])
def test_there_is_no_less_than_one_job(jobs: int) -> None:
    with pytest.raises(ValueError, match="a job at least"):
        local(jobs)


def test_an_interruption_from_the_keyboard_is_not_kept_for_later() -> None:
    with pytest.raises(KeyboardInterrupt):
        list(InProcess().each(interrupt, [1]))


@settings(max_examples=examples(50), deadline=None)
@given(st.integers(0, 1000))
def test_batches_are_the_items_in_their_order(number: int) -> None:
    made = batches(range(number))
    assert [item for piece in made for item in piece] == list(range(number))
    assert all(made)


def test_nothing_has_no_batches() -> None:
    assert batches([]) == []


def test_many_items_are_several_batches_and_few_are_one() -> None:
    assert len(batches("x" * 3)) == 1
    assert len(batches("x" * 1000)) > 3
    assert max(map(len, batches("x" * 1001))) < 1001


def sleep(_items: Sequence[int]) -> None:
    time.sleep(60)


def test_processes_end_when_the_one_that_started_them_is_killed() -> None:
    code = (
        "from tests.runtime.test_workers import ProcessWorkers, sleep; list(ProcessWorkers(2).each(sleep, range(300)))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=REPOSITORY)
    end = time.monotonic() + 30
    while len(workers := psutil.Process(parent.pid).children()) < 2:
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    _gone, alive = psutil.wait_procs(workers, timeout=10)
    for one in alive:
        one.kill()
    assert alive == []


def divide(number: int) -> float:
    return 1 / number


def test_what_runs_apart_runs_in_another_process() -> None:
    assert run_apart(process, ()) != os.getpid()
    with pytest.raises(ZeroDivisionError):
        run_apart(divide, 0)


def runs_it_itself(answers: "multiprocessing.SimpleQueue[bool]") -> None:
    answers.put(run_apart(process, ()) == os.getpid())


def test_a_daemon_which_may_have_no_child_runs_it_itself() -> None:
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    daemon = context.Process(target=runs_it_itself, args=(answers,), daemon=True)
    daemon.start()
    daemon.join(30)
    assert daemon.exitcode == 0
    assert answers.get()
