"""The command ``bantin``."""

from bantin.cli.main import main

__all__ = ["main"]
