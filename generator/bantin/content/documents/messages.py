"""Messages between the process that reads documents and the one that requests it, in MessagePack."""

from enum import StrEnum

from msgspec import Struct

from bantin.content.documents.file_types import FileType
from bantin.domain.model import SignatureFacts

_LONGEST_NAME = 100
_MOST_NAMES = 5


class ExaminationRequest(Struct, frozen=True):
    """The first message to the process: its limits, in seconds of processor time and in bytes, and the trusted roots.

    The time limit is for each document. The roots are certificates in DER.
    """

    seconds: int
    memory: int
    roots: tuple[bytes, ...]


class Outcome(StrEnum):
    """How the examination of a document ended; ``COSTLY`` if it exceeded the limits."""

    READ = "read"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    COSTLY = "costly"
    EMPTY = "empty"


class SignatureCheck(StrEnum):
    """Whether all signatures of a PDF were checked, if it has any.

    ``UNREADABLE`` if one is of an unknown kind, ``NO_MEANS`` if the optional libraries are not installed.
    """

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NO_MEANS = "no-means"


class Traces(Struct, frozen=True):
    """Traces of editing in a document: numbers of comments, tracked changes and hidden passages, and names.

    ``unread`` are parts of it that could not be examined.
    """

    comments: int = 0
    changes: int = 0
    hidden: int = 0
    authors: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def with_those_of(self, other: "Traces") -> "Traces":
        """The sum of these and the ``other`` traces; only the first few names are kept, in printable form."""
        return Traces(
            self.comments + other.comments,
            self.changes + other.changes,
            self.hidden + other.hidden,
            _few((*self.authors, *other.authors)),
            _few((*self.unread, *other.unread)),
        )


class Examination(Struct, frozen=True):
    """The findings in a document, which is a PDF if no other ``form`` is given.

    ``level`` is that of the first secrecy stamp, on page ``stamped`` of a PDF or in a ``part`` of another document;
    empty if there is none. ``signed`` is whether ``signatures`` are complete. ``words`` are those of each
    page of a PDF.
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
    words: tuple[str, ...] = ()


def shown(name: str) -> str:
    """A name from a document, made safe to show: printable characters only, and not too long."""
    return "".join(filter(str.isprintable, name))[:_LONGEST_NAME]


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(shown, names))))[:_MOST_NAMES]
