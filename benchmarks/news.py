"""Bantin without the views of the register: what is left is what other generators make too.

``python -m benchmarks.news`` takes the arguments of ``bantin``.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from unittest.mock import patch

from bantin.cli import main
from bantin.site import Page
from benchmarks.bantin import BANTIN

NEWS = replace(
    BANTIN,
    name="Bantin, news alone",
    command=lambda source, out: [sys.executable, "-m", "benchmarks.news", *BANTIN.command(source, out)[1:]],
)

REGISTER = (
    "register_pages",
    "data_page",
    "data_files",
    "record_pages",
    "calendar_pages",
    "statistics_page",
    "cooperation_page",
)
"""The functions that plan the register's pages."""


def run() -> None:
    """Runs the command with nothing planned for the register."""
    # The package offers the function of that name.
    module = import_module("bantin.site.plan")
    with ExitStack() as patches:
        for function in REGISTER:
            patches.enter_context(patch.object(module, function, _no_pages))
        main()


def _no_pages(*_planned_from: object) -> Iterator[Page]:
    return iter(())


if __name__ == "__main__":
    run()
