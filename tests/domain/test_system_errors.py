"""Why the system could not do something, in both languages."""

import errno
import os
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bantin.content.counter_figures import parse_figures
from bantin.domain.problems import Kind, Location, Severity, Wording
from bantin.domain.system_errors import in_vietnamese, reason_of

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


@pytest.mark.parametrize("data", [b"", b"x", b"[]", b"{}", b'{"v": 1}', b'{"v": "x"}', b"\xff"])
def test_what_is_wrong_with_json_is_shown_in_vietnamese(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".") as met:
        parse_figures(data)
    assert in_vietnamese(str(met.value)) != str(met.value)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("2021-11-24: 5851 views, 5850 by page", "2021-11-24: 5851 lượt xem, tính theo trang là 5850"),
        (
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006)",
            "chứng thư của máy chủ không được tin cậy",
        ),
        ("> 5 redirects", "quá 5 lần chuyển hướng"),
        ("ArticleView has no “khong_co”", "ArticleView không có “khong_co”"),
        ("No filter named 'x'.", "không có thẻ hoặc bộ lọc “x”"),
    ],
)
def test_reasons_with_figures_keep_them(reason: str, said: str) -> None:
    assert in_vietnamese(reason) == said


def test_what_is_no_database_is_shown_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x" * 2000)
    with pytest.raises(sqlite3.DatabaseError, match=r".") as met, closing(sqlite3.connect(tmp_path / "x")) as database:
        database.execute("SELECT 1 FROM x")
    assert in_vietnamese(str(met.value)) == "tệp không phải là cơ sở dữ liệu"


def test_a_reason_that_is_not_known_stays() -> None:
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
