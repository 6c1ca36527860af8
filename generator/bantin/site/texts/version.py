"""Versions of the text of an agreement, each of which lasts from a day until the next version."""

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
    """A document that caused a version: its id, its title or number, and its address or that of its work (FRBR)."""

    title: str
    address: str
    id: str = ""


class TextVersion(Struct, frozen=True, dict=True):
    """A version of a text: the signed one has the ``number`` 1, and each consolidated one the next.

    ``since`` is the day of its beginning, ``None`` if unknown; it certainly applied from ``first`` to ``last``.
    ``amended_by`` are the documents that caused it, none for the signed text. ``changed_in`` has the anchor of each
    changed provision, with the number of the version that gave it its present wording or repealed it. ``address`` is
    that of its page, from the root of the site of its language; empty if it is the page of the text. Its data files are
    at ``data``, beside the page in the main language. If ``meets_next``, there is no period with an unknown text before
    the next version.
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
    """The text of a record in all its ``versions``, by their numbers.

    No two versions begin on one day. ``address`` is that of the page of the text, from the root of the site of its
    ``language``; ``changed`` is the day on which the files of the text last changed, if known, and never that of the
    build. ``history`` has the changes of each provision by its anchor. ``unknown`` are the periods without a known
    text, each with the ids of the records that may have been in force. ``documents`` are the links to the amending
    records, by id. ``digest`` covers all versions and their history; ``today`` is the number of the version on the day
    of the build, ``None`` if unknown.
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
        """The day since which a provision has its wording in ``version``; ``None`` if unknown."""
        return self.versions[version.changes.get(anchor, 1) - 1].since
