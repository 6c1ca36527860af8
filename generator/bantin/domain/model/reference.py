"""References: what one file says of another, and where it says so."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.problems import Location


class Position(Struct, frozen=True, order=True, array_like=True):
    """A line and a column of a known file, both from 1, and how many characters are meant."""

    line: int
    column: int
    width: int = 1

    def within(self, path: str) -> Location:
        """The place as a location of the file ``path``."""
        return Location(path, self.line, self.column, self.width)


class ReferenceTarget(StrEnum):
    """What a reference points at."""

    AGENCY = "agency"
    TYPE = "type"
    FIELD = "field"
    SECTION = "section"
    RECORD = "record"
    IMAGE = "image"
    DOCUMENT = "document"
    OWN_RECORD = "own-record"
    SIGNING_DAY = "signing-day"
    PUBLISHING_HOUR = "publishing-hour"
    PERSON = "person"
    SIGNING_PARTY = "signing-party"
    EVENT_PARTY = "event-party"
    TOPIC = "topic"
    KEY = "key"


class Reference(Struct, frozen=True, array_like=True):
    """What a file says that can only be judged with knowledge from outside it: most often, another file's id.

    An image's or a document's ``id`` is its path; an own record's is the one that this file declares, for no other to
    claim; a signing day's is an EDTF date, which must not lie ahead; a publishing
    hour's an instant (ISO 8601), which is told of while it does; a person's and a topic's is the name; a key's
    is what it is called, for what stands under it is compared with what others have there. Where an id is asked for,
    it may be a name instead, until all files are read. A signing party, or that of an event, is an agency that must be
    one of the parties; it is told of here only if it is not written as any of these.
    """

    target: ReferenceTarget
    id: str
    place: Position
