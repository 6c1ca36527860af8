"""The write queue: hits arrive one by one and are written in groups.

While a group is written, the next one forms, so that one disk sync serves all hits that arrived meanwhile. No hit waits
for a group to fill; the higher the load, the larger the groups.
"""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from bantin.counter.hit import Figures, Hit
from bantin.counter.store import Store, StoreFailed

_LARGEST_GROUP = 2_000
_MOST_WAITING = 20_000


class WriteQueue:
    """Writes hits to a store in a thread of its own. To be used within one event loop.

    A group has at most ``largest`` hits; no more hits are accepted while ``most_waiting`` are waiting.
    """

    def __init__(self, store: Store, largest: int = _LARGEST_GROUP, most_waiting: int = _MOST_WAITING) -> None:
        self._store = store
        self._largest, self._most_waiting = largest, most_waiting
        self._thread = ThreadPoolExecutor(1, "counter-store")
        self._waiting: list[tuple[Hit, asyncio.Future[None]]] = []
        self._work: asyncio.Task[None] | None = None

    async def count(self, hit: Hit) -> None:
        """Counts ``hit``; it is durable on return. Raises ``StoreFailed`` if it could not be counted."""
        if len(self._waiting) >= self._most_waiting:
            raise StoreFailed("more hits are waiting than can be written")
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((hit, done))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write())
        await done

    async def figures(self, at: int) -> Figures:
        """The figures at the instant ``at``. Raises ``StoreFailed``."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._store.figures, at)

    async def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """The views of pages. Raises ``StoreFailed``."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._store.pages, paths)

    async def close(self) -> None:
        """Writes the waiting hits and closes the store."""
        if self._work:
            await self._work
        self._thread.shutdown()
        self._store.close()

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group, self._waiting = self._waiting[: self._largest], self._waiting[self._largest :]
            failure: StoreFailed | None = StoreFailed("the thread that writes was ended")
            try:
                await loop.run_in_executor(self._thread, self._store.count, [hit for hit, _ in group])
                failure = None
            except StoreFailed as error:
                failure = error
            except Exception as error:  # noqa: BLE001 - reported to all who wait; the next group is written all the same
                failure = StoreFailed(f"{type(error).__name__}: {error}")
            finally:
                _resolve([done for _, done in group if not done.cancelled()], failure)


def _resolve(waiting: Sequence[asyncio.Future[None]], failure: StoreFailed | None) -> None:
    for done in waiting:
        if failure:
            done.set_exception(failure)
        else:
            done.set_result(None)
