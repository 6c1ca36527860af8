"""Articles, the news of the bulletin, and its static pages."""

from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model.agreement import Agreement
from bantin.domain.model.body import Outline
from bantin.domain.model.change import Change, last_changed
from bantin.domain.model.image import ImageFacts
from bantin.domain.model.reference import Reference
from bantin.domain.text.dates import Moment


class Credit(Struct, frozen=True, array_like=True):
    """The source of a news item: its name, its code (``CTTĐT``, ``CAO``) and its address."""

    name: str
    code: str = ""
    url: str | None = None


class Photo(Struct, frozen=True, array_like=True):
    """A photo: its path from the root of the bulletin, its text alternative, its caption and its credit.

    ``facts`` describe the image file; they are filled in once all files have been read.
    """

    src: str
    alt: str
    caption: str = ""
    credit: str = ""
    facts: ImageFacts | None = None


class Article(Struct, frozen=True, array_like=True):
    """A news item, and the agreements that it reports, if any.

    ``path`` is the source file's path from the root; ``year`` is the folder that it lies in, ``None`` for ``undated``,
    and part of the address, so that an address never changes when a date is corrected. ``digest`` changes with anything
    in the file, ``meta_digest`` with its front matter or one of its photos; the text itself is stored separately, under
    ``digest``. ``key_fields`` are the fields in the keys of pages that show the article (see ``site/page_key.py``). A
    translation may have another slug than its original, ``original_slug``.

    ``agreement`` is a record that is part of the article; ``about`` are the ids of records that have a home elsewhere.
    ``told`` are the agreements of these that are published; the index fills them in, and they are then part of
    ``meta_digest``. ``has_text`` says that the article contains the text of its own agreement, article by article.

    Until ``embargo`` begins, nothing of the article may be public; ``expires`` is the last moment at which it is.
    ``summary`` says in everyday words what it is about.
    """

    key_fields: ClassVar = ("meta_digest", "has_text")

    path: str
    slug: str
    year: int | None
    title: str
    outline: Outline
    published: Moment | None = None
    updated: datetime | None = None
    lead: str = ""
    authors: tuple[str, ...] = ()
    source: Credit | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    aliases: tuple[str, ...] = ()
    draft: bool = False
    expires: Moment | None = None
    lang: str = ""
    license: str = ""
    comments: bool | None = None
    agreement: Agreement | None = None
    about: tuple[str, ...] = ()
    told: tuple[Agreement, ...] = ()
    has_text: bool = False
    references: tuple[Reference, ...] = ()
    digest: str = ""
    meta_digest: str = ""
    original_slug: str = ""
    changes: tuple[Change, ...] = ()
    embargo: Moment | None = None
    hide_versions_until: Moment | None = None
    summary: str = ""

    @property
    def last_changed(self) -> Moment | None:
        """When the article last changed, if it has since it was published."""
        return last_changed(self.updated, self.changes)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """All published agreements that the article is about, its own first."""
        return (self.agreement, *self.told) if self.agreement else self.told


class StaticPage(Struct, frozen=True, array_like=True):
    """A page that is not news: about, contact, terms of use.

    Outline, ``digest``, ``lang`` and ``embargo`` are as in an article.
    """

    key_fields: ClassVar = ("path", "slug", "title", "lead", "updated", "aliases", "draft", "lang", "changes")

    path: str
    slug: str
    title: str
    outline: Outline
    lead: str = ""
    updated: datetime | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    digest: str = ""
    lang: str = ""
    references: tuple[Reference, ...] = ()
    changes: tuple[Change, ...] = ()
    embargo: Moment | None = None

    @property
    def last_changed(self) -> Moment | None:
        """When the page last changed, if it says so."""
        return last_changed(self.updated, self.changes)
