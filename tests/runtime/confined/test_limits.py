"""Restrictions of a confined process."""

import subprocess
import sys
from pathlib import Path

import pytest

FORBIDDEN = """
lambda: __import__("socket").create_connection(("127.0.0.1", 9))
lambda: __import__("socket").getaddrinfo("ocsp.example", 80)
lambda: __import__("subprocess").run(["true"])
lambda: __import__("os").fork()
lambda: __import__("os").system("true")
lambda: __import__("os").posix_spawn("/bin/true", ["true"], {})
lambda: __import__("socket").socket(type=2).sendto(b"x", ("127.0.0.1", 9))
lambda: __import__("os").rename("khong.txt", "co.txt")
lambda: open("khong.txt", "w").write("x" * 100_000)
lambda: bytearray(1 << 30)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits for a process")
def test_the_process_may_do_nothing_but_read(tmp_path: Path) -> None:
    program = f"""
from bantin.runtime.confined.limits import confine
confine(1 << 29)
for forbidden in {FORBIDDEN.strip().splitlines()}:
    try:
        print(eval(forbidden)())
    except (MemoryError, OSError) as error:
        print(type(error).__name__)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.split() == [*["PermissionError"] * 8, "OSError", "MemoryError"]
