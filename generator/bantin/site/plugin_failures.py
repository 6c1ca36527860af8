"""What plugins may raise, and the problem that is reported then.

Plugins are programs by others: the problem names the plugin, and the place in its code.
"""

import importlib
import traceback
from pathlib import Path

from bantin.domain.problems import Kind, Location, Problem

# Includes plugins that end the program when they are imported.
FAULTS = (Exception, SystemExit)
"""The errors of plugins that are caught and reported as problems."""


# The frames of Bantin and of Python's import, which do not show where in a plugin an error occurred.
_PASSED_OVER = ("<", str(Path(__file__).resolve().parents[1]), str(Path(importlib.__file__).parent))


def failure(kind: Kind, plugin: str, error: BaseException, /, **values: object) -> Problem:
    """The problem of ``plugin`` that raised ``error``, with the place in the plugin's own code."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if not one.filename.startswith(_PASSED_OVER)]
    at = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return kind.at(Location(plugin), plugin=plugin, reason=f"{type(error).__name__}: {error}{at}", **values)
