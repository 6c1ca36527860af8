"""What the process that reads PDFs and the one that asks it tell each other.

A message is eight bytes that tell its length, and MessagePack or the bytes of a PDF. Pickle would let a PDF that has
taken over the one process take over the other.
"""

import sys
from enum import StrEnum
from typing import IO

from msgspec import Struct

from generator.model import SignatureFacts

_LENGTH = 8


class Order(Struct, frozen=True):
    """What the process is told first: its limits, in seconds of processor time and in bytes, and the trusted roots.

    The limit of time is for each PDF. The roots are certificates in DER.
    """

    seconds: int
    memory: int
    roots: tuple[bytes, ...]


class Outcome(StrEnum):
    """How the examination of a PDF ended. ``COSTLY`` is one that was cut short."""

    READ = "read"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    COSTLY = "costly"


class Signed(StrEnum):
    """Whether all signatures of a PDF were checked, if it has any.

    ``UNREADABLE`` is where one is of a kind that is not known, ``NO_MEANS`` where what it takes is not installed.
    """

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NO_MEANS = "no-means"


class Examination(Struct, frozen=True):
    """What was found in a PDF.

    ``level`` is that of the first stamp of secrecy, on page ``stamped``; empty where there is none. ``signed`` tells
    what ``signatures`` may lack.
    """

    outcome: Outcome
    pages: int = 0
    level: str = ""
    stamped: int = 0
    signatures: tuple[SignatureFacts, ...] = ()
    signed: Signed = Signed.CHECKED


def send(stream: IO[bytes], message: bytes) -> None:
    """Sends a message. Raises ``OSError`` when the other side has gone."""
    stream.write(len(message).to_bytes(_LENGTH))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes], most: int = sys.maxsize) -> bytes:
    """The next message. Raises ``EOFError`` when the other side has gone, or says more than ``most`` bytes."""
    length = int.from_bytes(_exactly(stream, _LENGTH))
    if length > most:
        raise EOFError
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data
