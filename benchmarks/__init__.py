"""Benchmarks on synthetic bulletins of any size."""
