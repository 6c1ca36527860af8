"""Reading: the same bulletins, read by two checkouts, with the time that each took."""

import sys

import pytest

from benchmarks import reading
from tests.conftest import REPOSITORY


def test_it_compares_two_checkouts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--against", str(REPOSITORY), "--articles", "3", "--rounds", "2"]
    monkeypatch.setattr(sys, "argv", ["reading", *options])
    reading.main()
    told = capsys.readouterr()
    assert "here ÷ there" in told.out
    assert {line.split("|")[1].strip() for line in told.out.splitlines()[4:]} == {"agreements", "plain news"}
    assert told.err.count("round 2 of 2") == 4
