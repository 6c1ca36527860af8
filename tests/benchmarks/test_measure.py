"""Measuring: time by the clock, and the memory of all processes together."""

import sys

import pytest

from benchmarks.measure import peak_megabytes, seconds

HOLD = "import time; held = bytearray({megabytes} * 10**6); time.sleep(0.5)"
TWO = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{HOLD}'], check=True)".replace(
    "import subprocess", "held = bytearray({megabytes} * 10**6); import subprocess"
)


def test_seconds_are_those_of_the_clock() -> None:
    assert 0.3 <= seconds([sys.executable, "-c", "import time; time.sleep(0.3)"]) < 3


def test_the_memory_of_a_child_counts_too() -> None:
    alone = peak_megabytes([sys.executable, "-c", HOLD.format(megabytes=100)])
    together = peak_megabytes([sys.executable, "-c", TWO.format(megabytes=100)])
    assert alone == pytest.approx(100, abs=25)
    assert together == pytest.approx(200, abs=40)
