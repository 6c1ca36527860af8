"""Versions of the text of an agreement: the text as it stands from a day until the next version."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model import AgreementText
from bantin.domain.problems import Language
from bantin.domain.provisions.changes import Change
from bantin.domain.text.dates import Edtf
from bantin.index import Record
from bantin.site.views import LinkView


class AmendingDocument(Struct, frozen=True):
    """A document that made a version: its id, its title or number, and its full address or that of its work (FRBR)."""

    title: str
    address: str
    id: str = ""


class TextVersion(Struct, frozen=True, dict=True):
    """A version of a text: the signed one has the ``number`` 1, and each consolidated one the next.

    ``since`` is the day on which the text began to read so, ``None`` if that is not known; it is known to read so from
    ``first`` to ``last``. ``amended_by`` are the documents that made it, none for the signed text. ``changed_in`` has
    the anchor of each provision that is not as signed, with the number of the version that gave it the words that it
    has in this one, or repealed it. ``address`` is that of its page, from the root of the site of its language; empty
    where it is the page of the text. Its files for programs are at ``data``, beside the page in the main language. With
    ``meets_next``, there are no days between it and the next version of which
    the text is not known.
    """

    number: int
    since: Edtf | None
    text: AgreementText
    amended_by: tuple[AmendingDocument, ...] = ()
    changed_in: tuple[tuple[str, int], ...] = ()
    address: str = ""
    meets_next: bool = True
    data: str = ""
    first: date = date.min
    last: date = date.max

    @cached_property
    def changes(self) -> Mapping[str, int]:
        """``changed_in`` by the anchors."""
        return dict(self.changed_in)


class RecordText(Struct, frozen=True):
    """The text of a record in all its ``versions``, the signed one first and by their numbers.

    No two versions begin on one day. ``address`` is that of the page of the text, from the root of the site of its
    ``language``; ``changed`` is the day on which the files of the text last changed, as far as it is known, and never
    that of the build. ``history`` has the changes of each provision by its anchor, ``unknown`` the days, from one to
    another, of which the text is not known, each with the ids of the records of which it is not known whether they were
    in force. ``documents`` are the links to the records that amend it, by id. ``digest`` stands for all versions and
    their history; ``today`` is the number of the version of the day of the build, ``None`` if that is not known.
    """

    key_fields: ClassVar = ("record", "address", "language", "changed", "digest", "today")

    record: Record
    address: str
    language: Language
    versions: tuple[TextVersion, ...]
    changed: Edtf | None = None
    history: Mapping[str, tuple[Change, ...]] = {}
    unknown: tuple[tuple[date, date, tuple[str, ...]], ...] = ()
    documents: Mapping[str, LinkView] = {}
    digest: str = ""
    today: int | None = 1

    def since(self, anchor: str, version: TextVersion) -> Edtf | None:
        """Since when a provision has the words that it has in ``version``; ``None`` if that is not known."""
        return self.versions[version.changes.get(anchor, 1) - 1].since
