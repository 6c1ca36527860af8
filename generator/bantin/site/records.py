"""PLAN: the pages of records that have files of their own."""

from collections.abc import Iterator

from bantin.domain.model import Article, DocumentFacts, Origin, RecordFile, RecordHome, Site
from bantin.domain.text.dates import iso_instant
from bantin.index import Bulletin, Directory, Record, lineage
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import card, home_crumb, instant_view, top_link
from bantin.site.citation import citation_view
from bantin.site.facts import agreement_view, record_as_data
from bantin.site.language_pages import NAMES
from bantin.site.page import Page, PageContent
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.social import preview_view, social_card
from bantin.site.views import LinkView, RecordView


def record_pages(bulletin: Bulletin) -> Iterator[Page]:
    """A page for each record with a file of its own; others have the page of the article that they are part of."""
    register, words = bulletin.register, WORDS[bulletin.directory.site.language]
    for file in bulletin.record_files:
        record = register.by_id[file.agreement.id]
        yield Page(
            addresses.record_file(words, file),
            file.title,
            "record.html",
            RecordPage(
                file=file,
                record=record,
                versions=lineage(file.agreement.id, register.ties),
                documents=bulletin.facts_of(file.agreement),
                news=register.news.get(file.agreement.id, ()),
                origin=origin_of(file.path, bulletin),
            ),
            source=file.path,
            files=tuple(document.file for document in file.agreement.documents),
            card=social_card(file, bulletin.directory),
            changed=iso_instant(file.updated) if file.updated else "",
        )


class RecordPage(PageContent, frozen=True, kw_only=True):
    """A record, what has become of it, and the ``news`` about it, newest first."""

    file: RecordFile
    record: Record
    versions: tuple[RecordHome, ...]
    documents: tuple[DocumentFacts, ...]
    news: tuple[Article, ...]
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> RecordView:
        """See :class:`PageContent`."""
        site, file = directory.site, self.file
        return RecordView(
            url=url,
            title=title,
            crumbs=(home_crumb(site), top_link("register", site)),
            alternates=record_as_data(file, site),
            lang=file.lang,
            updated=instant_view(file.updated, site.language),
            license=site.license,
            agreement=agreement_view(self.record, self.versions, self.documents, directory),
            citation=citation_view(file, file.agreement, directory),
            news=tuple(card(article, directory) for article in self.news),
            draft=file.draft,
            original=_original(file, site),
            preview=preview_view(file, directory),
            origin=origin_view(self.origin, directory),
        )


def _original(file: RecordFile, site: Site) -> LinkView | None:
    """The page with the original of a text that is a translation."""
    url = site.up + addresses.original(site, file)
    return LinkView(NAMES[site.main], url, lang=site.main) if file.is_translation else None
