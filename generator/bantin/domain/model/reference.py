"""References from one file to another, with their positions."""

from enum import StrEnum

from msgspec import Struct

from bantin.domain.problems import Location


class Position(Struct, frozen=True, order=True, array_like=True):
    """A line and a column of a known file, both from 1, and the number of characters concerned."""

    line: int
    column: int
    width: int = 1

    def within(self, path: str) -> Location:
        """The place as a location of the file ``path``."""
        return Location(path, self.line, self.column, self.width)


class ReferenceTarget(StrEnum):
    """The kind of thing that a reference names."""

    AGENCY = "agency"
    TYPE = "type"
    FIELD = "field"
    SECTION = "section"
    RECORD = "record"
    ABOUT = "about"
    AMENDED = "amended"
    REPLACEMENT = "replacement"
    IMAGE = "image"
    DOCUMENT = "document"
    OWN_RECORD = "own-record"
    SIGNING_DAY = "signing-day"
    CHANGE_DAY = "change-day"
    CHANGE = "change"
    PERSON = "person"
    SIGNING_PARTY = "signing-party"
    EVENT_PARTY = "event-party"
    EVENT_PART = "event-part"
    TOPIC = "topic"
    KEY = "key"


class Reference(Struct, frozen=True, array_like=True):
    """A value in a file that can only be checked against something outside it: usually, the id of another file.

    The meaning of ``id`` depends on the target. Image and document: a path. About: a record that the article is about.
    Amended: the record whose text is amended. Replacement: the path of the file in the place of one that is gone. Own
    record: the id that this file declares and no other file may. Signing day: an EDTF date, which must not be in the
    future. Change day: a day or an
    instant, which must not be in the future. Change: a day or an instant, with or without a kind, of a change that the
    original of a translation has. Person and topic: the name. Event part: the words for it. Key: the name of the key,
    whose value is compared with those in other files. Any other: an id, or a name instead of it until all files have
    been read. Signing party and event party: an agency that must be one of the parties; only listed if it is not
    written as one of them.
    """

    target: ReferenceTarget
    id: str
    place: Position
