"""Runs work in this process, in worker processes or on other machines. Results never depend on where."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 100
# Batches in flight per process: enough to keep all of them busy, few enough that results do not pile up.
_AHEAD = 3

_Work = tuple[Callable[[Sequence[Any]], Any], Sequence[Any]]


class Workers(Protocol):
    """Applies a function to many items."""

    on_this_machine: bool
    """Whether files that ``function`` writes can be read by this process."""

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _BATCH) -> Iterator[R]:
        """Yields the results of ``function`` for batches of ``at_once`` items, in order; raises what it raises."""
        ...


class InProcess:
    """Runs in this process."""

    on_this_machine = True

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _BATCH) -> Iterator[R]:
        """See :class:`Workers`."""
        return map(function, batches(items, at_once))


class ProcessWorkers:
    """Runs in processes on this machine.

    They are forked for each call, so that they already have the items and the data of ``function``, and only results
    are sent between processes. On systems without fork, each process receives both once.
    """

    on_this_machine = True

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _BATCH) -> Iterator[R]:
        """See :class:`Workers`."""
        slices = [(start, start + at_once) for start in range(0, len(items), at_once)]
        if len(slices) < 2:
            yield from InProcess().each(function, items, at_once)
            return
        # Imported lazily: keeps start-up and short tasks fast.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
        with ProcessPoolExecutor(self._jobs, context, _Task.start, ((function, items),)) as pool:
            yield from _in_order(pool, _Task.run, slices, self._jobs * _AHEAD)


class ExecutorWorkers:
    """Runs on an executor of any kind, such as that of a cluster; items and results are sent over."""

    on_this_machine = False

    def __init__(self, executor: "Executor", jobs: int) -> None:
        self._executor = executor
        self._jobs = jobs

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _BATCH) -> Iterator[R]:
        """See :class:`Workers`."""
        return _in_order(self._executor, function, batches(items, at_once), self._jobs * _AHEAD)


def run_apart(function: Callable[[T], R], argument: T) -> R:
    """Runs ``function`` in a process of its own, unless this process can fork none.

    Meant for libraries that start threads: a process forked afterwards would lack them, and wait for them forever.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A daemon, such as a worker of a Dask cluster, is not allowed to have child processes.
    if multiprocessing.current_process().daemon or not _can_fork():
        return function(argument)
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _end_with_parent) as pool:
        return pool.submit(function, argument).result()


def local(jobs: int) -> Workers:
    """Workers on this machine for ``jobs`` parallel jobs; one job starts no process. Raises ``ValueError`` for none."""
    if jobs < 1:
        raise ValueError(f"there must be a job at least, not {jobs}")
    return InProcess() if jobs == 1 else ProcessWorkers(jobs)


def batches(items: Sequence[T], at_once: int = _BATCH) -> list[Sequence[T]]:
    """``items`` in batches: large enough to cost little overhead, small enough to keep all workers busy."""
    return [items[start : start + at_once] for start in range(0, len(items), at_once)]


class _Task:
    """The task of a worker process."""

    work: _Work

    @classmethod
    def start(cls, work: _Work) -> None:
        cls.work = work
        _end_with_parent()

    @classmethod
    def run(cls, bounds: tuple[int, int]) -> Any:  # noqa: ANN401 - whatever the function returns
        function, items = cls.work
        return function(items[slice(*bounds)])


def _can_fork() -> bool:
    import multiprocessing

    return "fork" in multiprocessing.get_all_start_methods()


def _end_with_parent() -> None:
    """Ends this process when its parent is killed; it would wait for more work for ever."""
    import multiprocessing
    import threading
    from multiprocessing import connection

    def follow(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=follow, args=(parent.sentinel,), daemon=True).start()


def _in_order(executor: "Executor", function: Callable[[T], R], arguments: Iterable[T], ahead: int) -> Iterator[R]:
    """Yields the results for ``arguments`` in order, with at most ``ahead`` of them submitted at a time."""
    remaining = iter(arguments)
    submitted = deque(executor.submit(function, one) for one in islice(remaining, ahead))
    try:
        while submitted:
            result = submitted.popleft().result()
            submitted.extend(executor.submit(function, one) for one in islice(remaining, 1))
            yield result
    finally:
        for future in submitted:
            future.cancel()
