"""Noticing changes as soon as the system tells of them."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchfiles import watch

_STEP = 30  # milliseconds without another change that end a save of several files
_LONGEST = 300  # milliseconds after which changes are told of, even where they go on
_LOOK = 1000  # milliseconds between two looks for a watched folder that has come or gone


class SystemWatcher(Watcher):  # type: ignore[misc] # livereload has no annotations
    """Watches folders for livereload, which by itself would look through all their files, every 0.8 seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.filepath: str | None = None
        self._changed: dict[str, str] = {}

    def start(self, callback: Callable[[], object]) -> bool:
        """Begins to watch; whenever a watched folder has changed, ``callback`` is called in the loop of the server."""
        loop = IOLoop.current()
        # The first thing that livereload tells a browser is to load the page again, if an older server has served it.
        loop.add_callback(callback)
        Thread(target=self._follow, args=(loop, callback), daemon=True).start()
        return True

    def is_changed(self, path: str, ignore: object = None) -> bool:  # noqa: ARG002 - livereload's interface
        """Whether the folder ``path`` has changed since it was asked about."""
        changed = self._changed.pop(path, None)
        self.filepath = changed or self.filepath
        return changed is not None

    def _follow(self, loop: IOLoop, callback: Callable[[], object]) -> None:
        while True:
            folders = self._folders()
            if not folders:
                time.sleep(_LOOK / 1000)
            options = {"step": _STEP, "debounce": _LONGEST, "rust_timeout": _LOOK, "yield_on_timeout": True}
            for changes in watch(*folders, **options) if folders else [()]:  # type: ignore[arg-type]
                now = self._folders()
                paths = [path for _kind, path in changes] + sorted(set(now) ^ set(folders))
                if paths:
                    loop.add_callback(self._tell, paths, callback)
                if now != folders:
                    break

    def _folders(self) -> list[str]:
        return [folder for folder in self._tasks if Path(folder).is_dir()]

    def _tell(self, paths: list[str], callback: Callable[[], object]) -> None:
        for folder in self._tasks:
            inside = [path for path in paths if Path(path).is_relative_to(Path(folder).absolute())]
            if inside:
                self._changed[folder] = inside[0]
        callback()
