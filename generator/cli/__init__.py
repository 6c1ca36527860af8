"""The command ``bantin``."""

from generator.cli.main import main

__all__ = ["main"]
