"""Where work is done: in this process, or in several beside each other. Results never depend on which."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_CHUNK = 100


class SerialExecutor(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Calls ``fn``; what it raises is raised by the future, as with any executor."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - an executor hands on whatever its work raises
            future.set_exception(error)
        return future


@contextmanager
def executor(jobs: int) -> Iterator[Executor]:
    """An executor for ``jobs`` things at a time; with one job no process is started."""
    if jobs == 1:
        yield SerialExecutor()
        return
    # Forked workers have the program loaded already; where a system cannot fork, they are started afresh.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method)) as pool:
        yield pool


def chunks(items: Sequence[T]) -> list[Sequence[T]]:
    """``items`` in pieces: large enough that handing them out costs little, small enough to keep all workers busy."""
    return [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
