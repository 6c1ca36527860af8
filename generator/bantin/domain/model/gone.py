"""What was public and is not any more."""

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model.label import Label
from bantin.domain.model.reference import Reference
from bantin.domain.text.dates import Edtf, Moment


class GoneKind(StrEnum):
    """The kind of page that stood there."""

    ARTICLE = "article"
    RECORD = "record"
    PAGE = "page"
    AGENCY = "agency"


class Gone(Struct, frozen=True, array_like=True):
    """Something that was public and is not any more: when and why it went, and what its file still says.

    Its address is made of ``kind``, ``year`` and ``slug`` as when it was there: of an article, ``year`` is that of its
    folder, of a record that of its signing. ``original_slug`` is as in an article. ``id`` is that of the agreement,
    which stays taken, ``type`` that of its type; both are empty if there was none. ``published`` is the day since which
    it was public, if known. ``replaced_by`` is the path of the file that takes its place, or an address on the web. An
    agency has its ``name`` in all languages. ``lang`` is the language of the title, ``said_in`` that of the reason, if
    they are not the site's.
    """

    key_fields: ClassVar = (
        "path",
        "kind",
        "slug",
        "title",
        "on",
        "reason",
        "replaced_by",
        "year",
        "type",
        "number",
        "published",
        "lang",
        "said_in",
    )

    path: str
    kind: GoneKind
    slug: str
    title: str
    on: Edtf
    reason: str
    replaced_by: str = ""
    name: Label | None = None
    year: int | None = None
    id: str = ""
    type: str = ""
    number: str = ""
    published: Edtf | None = None
    embargo: Moment | None = None
    aliases: tuple[str, ...] = ()
    lang: str = ""
    said_in: str = ""
    references: tuple[Reference, ...] = ()
    original_slug: str = ""
