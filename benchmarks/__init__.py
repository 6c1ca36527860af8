"""Measuring: a synthetic bulletin of any size, and what building it costs."""
