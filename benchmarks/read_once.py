"""Reads and checks the content of a bulletin once, in one process, and prints the processor time in seconds.

Run as a file, not as a module: then it measures whichever ``bantin`` is found first on ``PYTHONPATH``.
"""

import gc
import sys
import time
from datetime import date
from pathlib import Path

from bantin.content.discover import discover
from bantin.content.load import load, load_settings
from bantin.runtime.cache import open_store
from bantin.runtime.workers import InProcess


def main() -> None:
    """Takes the root of the bulletin as its only argument."""
    root = Path(sys.argv[1])
    with open_store(None, b"") as store:
        sources = discover(root).value
        assert sources is not None
        settings = load_settings(root, sources).value
        assert settings is not None
        gc.disable()  # as the command does
        began = time.process_time()
        content = load(root, sources, settings, date(2026, 1, 1), workers=InProcess(), store=store).value
        took = time.process_time() - began
        assert content is not None
        assert content.articles
    print(took)


if __name__ == "__main__":
    main()
