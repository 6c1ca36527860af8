"""Records with a file of their own: agreements apart from the news about them."""

from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from bantin.domain.model.agreement import Agreement
from bantin.domain.model.article import Article
from bantin.domain.model.change import Change, last_changed
from bantin.domain.model.provision import AgreementText
from bantin.domain.model.reference import Reference
from bantin.domain.text.dates import Moment


class RecordFile(Struct, frozen=True, array_like=True):
    """A record with a file of its own: the facts of an agreement and, if it is public, its text.

    ``text`` is ``None`` if it is not published here; ``text_lang`` is its language if that is not ``lang``. A text that
    ``is_translation`` is for information; only the original is authoritative. ``digest``, ``meta_digest``,
    ``embargo`` and ``summary`` are as in an article.
    """

    key_fields: ClassVar = ("meta_digest", "has_text")

    path: str
    agreement: Agreement
    text: AgreementText | None = None
    updated: datetime | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    lang: str = ""
    references: tuple[Reference, ...] = ()
    digest: str = ""
    meta_digest: str = ""
    text_lang: str = ""
    is_translation: bool = False
    changes: tuple[Change, ...] = ()
    embargo: Moment | None = None
    hide_versions_until: Moment | None = None
    summary: str = ""

    @property
    def last_changed(self) -> Moment | None:
        """When the record last changed, if it has since it was published."""
        return last_changed(self.updated, self.changes)

    @property
    def title(self) -> str:
        """The subject line of the agreement, or else its number or id."""
        return self.agreement.title or self.agreement.number or self.agreement.id

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreement, under the name that it has in an article."""
        return (self.agreement,)

    @property
    def has_text(self) -> bool:
        """Whether the full text of the agreement is in the file."""
        return self.text is not None


RecordHome = Article | RecordFile
"""The home of a record, which has its page: the article that contains it, or its own file."""
