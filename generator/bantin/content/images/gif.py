"""Moving GIFs: what their pictures are made of, without what else is written between these.

The blocks of a GIF (version 89a) follow each other. A comment, a text or the data of a program (XMP tells places and
names) is one that no picture needs; how often the pictures are to be shown again is kept.
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


def pictures_alone(data: bytes) -> bytes:
    """The GIF ``data`` with its pictures, their times and the count of repetitions, and nothing besides.

    Raises :class:`DamagedImage` where its blocks do not follow each other.
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
    """The size of the table of colours that ``flags`` tell of."""
    return 3 << ((flags & 0x07) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """The place behind the pieces that begin ``at``, each of which tells its length; an empty one is the last."""
    while size := data[at]:
        at += size + 1
    return at + 1


def _loop(block: bytes) -> bytes:
    """The count of repetitions in the data of a program, if that is what they are."""
    name, rest = block[2:14], block[14:]
    if name not in _LOOPS or not rest.startswith(_COUNT):
        return b""
    return block[:14] + rest[:_COUNT_SIZE] + b"\0"


def _slice(data: bytes, begin: int, end: int) -> bytes:
    if end > len(data):
        raise DamagedImage
    return data[begin:end]
