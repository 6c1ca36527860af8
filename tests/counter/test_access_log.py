"""The lines of access logs, as servers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.access_log import LogLine, instant, parse_line
from tests.counter.counters import at

WHEN = at("2021-11-24T22:26:03")
CADDY = (
    b'{"level":"info","ts":1637767563.52,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":'
    b'"127.0.0.1","client_ip":"198.51.100.1","proto":"HTTP/2.0","method":"GET","uri":"/a/?x","headers":{"User-Agent":'
    b'["Firefox \\"x\\""],"Accept":["*/*"]}},"status":200,"size":5}\n'
)


@pytest.mark.parametrize(
    ("line", "address", "request_", "status", "agent"),
    [
        (
            b'198.51.100.1 - - [24/Nov/2021:22:26:03 +0700] "GET /a/ HTTP/1.1" 200 512 "https://x/" "Firefox"\n',
            b"198.51.100.1", b"GET /a/ HTTP/1.1", b"200", b"Firefox",
        ),
        (
            b'2001:db8::1 - Ann [Lee] [24/Nov/2021:22:26:03 +0700] "GET / HTTP/2.0" 304 - "-" "-"\n',
            b"2001:db8::1", b"GET / HTTP/2.0", b"304", b"-",
        ),
        # Apache writes a quote as \\", nginx as \\x22.
        (
            b'198.51.100.1 - - [24/Nov/2021:22:26:03 +0700] "GET / HTTP/1.1" 200 5 "a\\"b" "c\\\\ \\"d\\""\n',
            b"198.51.100.1", b"GET / HTTP/1.1", b"200", b'c\\\\ \\"d\\"',
        ),
        (
            b'198.51.100.1 - - [24/Nov/2021:15:26:03 +0000] "GET / HTTP/1.1" 200 5 "-" "a" 0.003 "more"\n',
            b"198.51.100.1", b"GET / HTTP/1.1", b"200", b"a",
        ),
        (
            b'198.51.100.1 - - [24/Nov/2021:10:26:03 -0500] "\\x16\\x03" 400 0 "-" ""\n',
            b"198.51.100.1", b"\\x16\\x03", b"400", b"",
        ),
        (CADDY, b"198.51.100.1", b"GET /a/?x HTTP", b"200", b'Firefox "x"'),
        (
            CADDY.replace(b"1637767563.52", b'"2021-11-24T15:26:03Z"').replace(b'"client_ip":"198.51.100.1",', b""),
            b"127.0.0.1", b"GET /a/?x HTTP", b"200", b'Firefox "x"',
        ),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_is_written(
    line: bytes, address: bytes, request_: bytes, status: bytes, agent: bytes
) -> None:
    entry = parse_line(line)
    assert entry
    assert (entry.address, entry.request, entry.status, entry.agent) == (address, request_, status, agent)
    assert instant(entry.time) == WHEN


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"nonsense\n",
        b'198.51.100.1 - - [24/Nov/2021:22:26:03 +0700] "GET / HTTP/1.1" 200 512\n',
        b"{}\n",
        b'{"ts": 1, "status": "200", "request": {}}\n',
        b'{"ts": 1, "status": 200, "request": {"method": "GET", "uri": "\xff"}}\n',
        b"{" * 10_000,
        b'"""""\n',
    ],
)
def test_another_line_is_none(line: bytes) -> None:
    assert parse_line(line) is None


@pytest.mark.parametrize(
    "time",
    [
        b"", b"x", b"24/Nov/2021", b"24/Xyz/2021:22:26:03 +0700", b"32/Nov/2021:22:26:03 +0700",
        b"24/Nov/2021:22:26:03 x0700", b'"yesterday"', b"nan", b"24/Nov/2021:22:26:03 +9900",
    ],
)  # fmt: skip
def test_what_is_no_time_is_reported(time: bytes) -> None:
    with pytest.raises(ValueError, match=r"^"):
        instant(time)


@given(st.binary(max_size=200))
def test_whatever_lies_in_a_log_does_no_harm(line: bytes) -> None:
    entry = parse_line(line)
    assert entry is None or isinstance(entry, LogLine)
    try:
        assert entry is None or isinstance(instant(entry.time), int)
    except (ValueError, OverflowError):
        return
