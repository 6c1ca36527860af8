"""The browser that looks at what the recipes have made."""

from tests.outputs.conftest import browser

__all__ = ["browser"]
