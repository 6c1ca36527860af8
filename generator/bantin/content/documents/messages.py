"""What the process that reads documents and the one that asks it tell each other.

A message is eight bytes that tell its length, and MessagePack or the bytes of a document. Pickle would let one that has
taken over the one process take over the other.
"""

import sys
from enum import StrEnum
from typing import IO

from msgspec import Struct

from bantin.content.documents.file_types import FileType
from bantin.domain.model import SignatureFacts

_LENGTH = 8
_LONGEST_NAME = 100
_MOST_NAMES = 5


class ExaminationRequest(Struct, frozen=True):
    """What the process is told first: its limits, in seconds of processor time and in bytes, and the trusted roots.

    The limit of time is for each document. The roots are certificates in DER.
    """

    seconds: int
    memory: int
    roots: tuple[bytes, ...]


class Outcome(StrEnum):
    """How the examination of a document ended. ``COSTLY`` is one that was cut short."""

    READ = "read"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    COSTLY = "costly"
    EMPTY = "empty"


class SignatureCheck(StrEnum):
    """Whether all signatures of a PDF were checked, if it has any.

    ``UNREADABLE`` is where one is of a kind that is not known, ``NO_MEANS`` where what it takes is not installed.
    """

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NO_MEANS = "no-means"


class Traces(Struct, frozen=True):
    """What those who worked on a document left in it: how many comments, tracked changes and hidden pieces, and names.

    ``unread`` are parts of it that could not be looked into.
    """

    comments: int = 0
    changes: int = 0
    hidden: int = 0
    authors: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def with_those_of(self, other: "Traces") -> "Traces":
        """These and the ``other`` traces; of names only a few are kept, as they can be shown."""
        return Traces(
            self.comments + other.comments,
            self.changes + other.changes,
            self.hidden + other.hidden,
            _few((*self.authors, *other.authors)),
            _few((*self.unread, *other.unread)),
        )


class Examination(Struct, frozen=True):
    """What was found in a document, a PDF if no other ``form`` is given.

    ``level`` is that of the first stamp of secrecy, on page ``stamped`` of a PDF or in a ``part`` of another document;
    empty where there is none. ``signed`` tells what ``signatures`` may lack.
    """

    outcome: Outcome
    pages: int = 0
    level: str = ""
    stamped: int = 0
    signatures: tuple[SignatureFacts, ...] = ()
    signed: SignatureCheck = SignatureCheck.CHECKED
    form: FileType = FileType.PDF
    part: str = ""
    traces: Traces = Traces()


def shown(name: str) -> str:
    """A name out of a document, as it can be shown."""
    return "".join(filter(str.isprintable, name))[:_LONGEST_NAME]


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(shown, names))))[:_MOST_NAMES]


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
