"""A file watcher for livereload that uses the notifications of the system."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchfiles import watch

_STEP = 30  # milliseconds without another change, after which a batch of changes is complete
_DEBOUNCE = 300  # milliseconds after which changes are reported even if more keep coming
_POLL = 1000  # milliseconds between checks for watched folders that have been created or removed


class SystemWatcher(Watcher):  # type: ignore[misc] # livereload has no annotations
    """Watches folders for livereload, whose own watcher scans all files every 0.8 seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.filepath: str | None = None
        self._changed: dict[str, str] = {}

    def start(self, callback: Callable[[], object]) -> bool:
        """Starts watching; calls ``callback`` in the server's event loop whenever a watched folder has changed."""
        loop = IOLoop.current()
        # The first call makes livereload reload pages that an earlier server has served.
        loop.add_callback(callback)
        Thread(target=self._follow, args=(loop, callback), daemon=True).start()
        return True

    def is_changed(self, path: str, ignore: object = None) -> bool:  # noqa: ARG002 - livereload's interface
        """Whether the folder ``path`` has changed since the last call for it."""
        changed = self._changed.pop(path, None)
        self.filepath = changed or self.filepath
        return changed is not None

    def _follow(self, loop: IOLoop, callback: Callable[[], object]) -> None:
        while True:
            folders = self._folders()
            if not folders:
                time.sleep(_POLL / 1000)
            options = {"step": _STEP, "debounce": _DEBOUNCE, "rust_timeout": _POLL, "yield_on_timeout": True}
            for changes in watch(*folders, **options) if folders else [()]:  # type: ignore[arg-type]
                now = self._folders()
                paths = [path for _kind, path in changes] + sorted(set(now) ^ set(folders))
                if paths:
                    loop.add_callback(self._notify, paths, callback)
                if now != folders:
                    break

    def _folders(self) -> list[str]:
        return [folder for folder in self._tasks if Path(folder).is_dir()]

    def _notify(self, paths: list[str], callback: Callable[[], object]) -> None:
        for folder in self._tasks:
            inside = [path for path in paths if Path(path).is_relative_to(Path(folder).absolute())]
            if inside:
                self._changed[folder] = inside[0]
        callback()
