"""The browser for checking the results of recipes."""

from tests.outputs.conftest import browser

__all__ = ["browser"]
