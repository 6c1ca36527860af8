"""Why the system could not do something, in both languages."""

import errno
import os
import socket
from pathlib import Path

import pytest

from generator.errors import Kind, Location, Severity, Wording
from generator.reasons import in_vietnamese, reason_of

KIND = Kind("x", Severity.ERROR, Wording("It failed: {reason}.", "."), Wording("Không được: {reason}.", "."))


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_reason_becomes_empty(number: int) -> None:
    assert in_vietnamese(os.strerror(number))


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EADDRINUSE, errno.ECONNREFUSED])
def test_what_is_often_met_is_translated(number: int) -> None:
    said = in_vietnamese(os.strerror(number))
    assert said != os.strerror(number)
    assert in_vietnamese(f"[Errno {number}] {os.strerror(number)}: 'a: b'") == f"{said}: 'a: b'"
    assert in_vietnamese(f"[Errno {number}] {os.strerror(number)}") == said


def test_a_reason_that_is_not_the_systems_stays() -> None:
    assert in_vietnamese("[Errno 5] of: something else") == "[Errno 5] of: something else"
    assert in_vietnamese("") == ""


def test_a_reason_is_that_of_the_system_where_it_has_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as met:
        (tmp_path / "x").read_bytes()
    assert reason_of(met.value) == os.strerror(errno.ENOENT)
    assert reason_of(TimeoutError("timed out")) == "timed out"
    assert reason_of(TimeoutError()) == "TimeoutError"
    assert in_vietnamese(reason_of(TimeoutError("timed out"))) == "quá thời gian chờ"
    assert reason_of(socket.gaierror(-2, "Name or service not known")) == "Name or service not known"


def test_problems_tell_their_reason_in_the_language_of_the_bulletin() -> None:
    problem = KIND.at(Location("a"), reason=os.strerror(errno.EROFS))
    assert problem.message("vi") == "Không được: ổ đĩa chỉ cho đọc."
    assert problem.message("en") == "It failed: Read-only file system."
