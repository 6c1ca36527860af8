"""Where work is done: here, in processes beside this one, or on other machines. Results never depend on which."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")

_PIECE = 100
# Enough pieces under way to keep every process busy, few enough that results never pile up.
_AHEAD = 3

_Work = tuple[Callable[[Sequence[Any]], Any], Sequence[Any]]


class Workers(Protocol):
    """Does one thing to many items."""

    on_this_machine: bool
    """Whether ``function`` may write files for this process to find."""

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _PIECE) -> Iterator[R]:
        """What ``function`` makes of ``items``, ``at_once`` of them and in their order; raises what it raises."""
        ...


class InProcess:
    """Works in this process."""

    on_this_machine = True

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _PIECE) -> Iterator[R]:
        """See :class:`Workers`."""
        return map(function, pieces(items, at_once))


class ProcessWorkers:
    """Works in processes of this machine.

    They are forked for each task, so that they have the items and all that ``function`` knows already, and only
    results travel between processes; where a system cannot fork, each process is sent both once.
    """

    on_this_machine = True

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _PIECE) -> Iterator[R]:
        """See :class:`Workers`."""
        cuts = [(start, start + at_once) for start in range(0, len(items), at_once)]
        if len(cuts) < 2:
            yield from InProcess().each(function, items, at_once)
            return
        # Much to load, which work that is soon done has no use for.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(self._jobs, context, _Task.take, ((function, items),)) as pool:
            yield from _in_order(pool, _Task.work, cuts, self._jobs * _AHEAD)


class ExecutorWorkers:
    """Works through an executor of any kind, such as that of a cluster: items and results travel."""

    on_this_machine = False

    def __init__(self, executor: "Executor", jobs: int) -> None:
        self._executor = executor
        self._jobs = jobs

    def each(self, function: Callable[[Sequence[T]], R], items: Sequence[T], at_once: int = _PIECE) -> Iterator[R]:
        """See :class:`Workers`."""
        return _in_order(self._executor, function, pieces(items, at_once), self._jobs * _AHEAD)


def local(jobs: int) -> Workers:
    """Workers for ``jobs`` things at a time; with one job no process is started."""
    if jobs < 1:
        raise ValueError(f"there must be a job at least, not {jobs}")
    return InProcess() if jobs == 1 else ProcessWorkers(jobs)


def pieces(items: Sequence[T], at_once: int = _PIECE) -> list[Sequence[T]]:
    """``items`` in pieces: large enough that handing them out costs little, small enough to keep all workers busy."""
    return [items[start : start + at_once] for start in range(0, len(items), at_once)]


class _Task:
    """The task of a process that was started for it alone."""

    work_of: _Work

    @classmethod
    def take(cls, work: _Work) -> None:
        cls.work_of = work
        _end_with_parent()

    @classmethod
    def work(cls, cut: tuple[int, int]) -> Any:  # noqa: ANN401 - whatever the function returns
        function, items = cls.work_of
        return function(items[slice(*cut)])


def _end_with_parent() -> None:
    """Lets this process end when the one that started it is killed; it would wait for more work for ever."""
    import multiprocessing
    import threading
    from multiprocessing import connection

    def follow(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=follow, args=(parent.sentinel,), daemon=True).start()


def _in_order(executor: "Executor", function: Callable[[T], R], given: Iterable[T], ahead: int) -> Iterator[R]:
    waiting = iter(given)
    under_way = deque(executor.submit(function, one) for one in islice(waiting, ahead))
    try:
        while under_way:
            result = under_way.popleft().result()
            under_way.extend(executor.submit(function, one) for one in islice(waiting, 1))
            yield result
    finally:
        for future in under_way:
            future.cancel()
