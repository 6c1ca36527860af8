"""Bantin: a static site generator for a bulletin of signed agreements."""

__version__ = "0.1.0"
