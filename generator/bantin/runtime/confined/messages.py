"""Messages between a confined process and the one that started it.

A message is its length in eight bytes, then its bytes. Pickle would let a compromised process compromise the other, so
messages are MessagePack with checked types.
"""

import sys
from typing import IO

_LENGTH = 8


def send(stream: IO[bytes], message: bytes) -> None:
    """Sends a message. Raises ``OSError`` if the other process has ended."""
    stream.write(len(message).to_bytes(_LENGTH))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes], most: int = sys.maxsize) -> bytes:
    """Receives a message. Raises ``EOFError`` if the other process has ended, or announces more than ``most`` bytes."""
    length = int.from_bytes(_read_exactly(stream, _LENGTH))
    if length > most:
        raise EOFError
    return _read_exactly(stream, length)


def _read_exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data
