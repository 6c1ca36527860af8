"""Animated GIFs: removes metadata without decoding the frames.

A GIF (version 89a) is a sequence of blocks. Comments, texts and application data (XMP may contain places and names) are
removed; the number of repetitions is kept.
"""

from collections.abc import Iterator

from bantin.content.images.faults import DamagedImage

_HEADER = 13
_DESCRIPTOR = 10
_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_COUNT = b"\x03\x01"
_COUNT_SIZE = 4


def strip_metadata(data: bytes) -> bytes:
    """The GIF ``data`` with nothing but its frames, their times and the number of repetitions.

    Raises :class:`DamagedImage` if its sequence of blocks is invalid.
    """
    try:
        return b"".join(_kept(data))
    except IndexError as error:
        raise DamagedImage from error


def _kept(data: bytes) -> Iterator[bytes]:
    at = _HEADER + _table(data[_HEADER - 3])
    yield _slice(data, 0, at)
    control = b""
    while at < len(data) and data[at] != _TRAILER:
        begin = at
        if data[at] == _IMAGE:
            lzw = at + _DESCRIPTOR + _table(data[at + _DESCRIPTOR - 1])
            at = _end_of_blocks(data, lzw + 1)
            yield control + data[begin:at]
            control = b""
        elif data[at] == _EXTENSION:
            at = _end_of_blocks(data, at + 2)
            block = data[begin:at]
            if block[1] == _CONTROL:
                control = block
            elif block[1] == _APPLICATION:
                yield _loop(block)
        else:
            raise DamagedImage
    yield bytes([_TRAILER])


def _table(flags: int) -> int:
    """The size in bytes of the colour table that ``flags`` declare."""
    return 3 << ((flags & 0x07) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """The offset after the sub-blocks from ``at`` on; each begins with its length, and an empty one is the last."""
    while size := data[at]:
        at += size + 1
    return at + 1


def _loop(block: bytes) -> bytes:
    """The part of an application block with the number of repetitions; empty for any other application."""
    name, rest = block[2:14], block[14:]
    if name not in _LOOPS or not rest.startswith(_COUNT):
        return b""
    return block[:14] + rest[:_COUNT_SIZE] + b"\0"


def _slice(data: bytes, begin: int, end: int) -> bytes:
    if end > len(data):
        raise DamagedImage
    return data[begin:end]
