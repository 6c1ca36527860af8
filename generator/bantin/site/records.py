"""PLAN: the pages of records that have files of their own."""

from collections.abc import Iterator

from bantin.domain.model import Article, ChangeKind, DocumentFacts, Origin, RecordFile, RecordHome, Site
from bantin.index import Bulletin, Directory, Record, lineage
from bantin.site import addresses
from bantin.site.address_code import address_code
from bantin.site.addresses import WORDS
from bantin.site.cards import card, home_crumb, moment_view, offered, subject_link, top_link
from bantin.site.change_views import change_views
from bantin.site.citation import citation_view
from bantin.site.data.files import TEXT_SCHEMA
from bantin.site.facts import agreement_view, record_as_data, record_brief
from bantin.site.former_versions import versions_address
from bantin.site.language_pages import NAMES
from bantin.site.page import Page, PageContent
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.register.change_feeds import changes_feed_of
from bantin.site.single_items import group_pages, groups_of
from bantin.site.social import preview_view, social_card
from bantin.site.texts.files import AkomaNtosoFile, TextFile, TextSchemaFile
from bantin.site.texts.record_texts import record_texts
from bantin.site.texts.text_view import current, text_files, text_view, version_link
from bantin.site.texts.version import RecordText
from bantin.site.titles import titles_of
from bantin.site.views import AlternateView, LinkView, RecordTextView, RecordView


def record_pages(bulletin: Bulletin) -> Iterator[Page]:
    """A page for each record with a file of its own; others have the page of the article that they are part of.

    Each version of an amended text has a page as well.
    """
    register, words = bulletin.register, WORDS[bulletin.directory.site.language]
    texts = {file.path: text for file, text in record_texts(bulletin)}
    pages = group_pages(bulletin)
    for file in bulletin.record_files:
        text = texts.get(file.path)
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
                text=text,
                feeds=changes_feed_of(subject_link(file, bulletin.directory.site), (record,), bulletin.directory),
                groups=groups_of(file, bulletin.directory, pages),
                origin=origin_of(file.path, bulletin, versions_address(file, bulletin)),
            ),
            source=file.path,
            files=tuple(document.file for document in file.agreement.documents),
            card=social_card(file, bulletin.directory),
            changed=str(file.last_changed or ""),
        )
        yield from _version_pages(file, text, bulletin) if text else ()


def _version_pages(file: RecordFile, text: RecordText, bulletin: Bulletin) -> Iterator[Page]:
    titles = titles_of(bulletin.directory.site)
    for version in text.versions if len(text.versions) > 1 else ():
        link = version_link(text, version, bulletin.directory)
        title = titles.text_of.format(title=file.title, version=link.label)
        content = RecordTextPage(file=file, text=text, number=version.number, origin=origin_of(file.path, bulletin))
        yield Page(link.url, title, "text.html", content, source=file.path)


def text_data(bulletin: Bulletin) -> Iterator[Page]:
    """The data files of each version of each text, beside its page, and their schema."""
    site = bulletin.directory.site
    schema = addresses.data(WORDS[site.language], TEXT_SCHEMA.name)
    yield Page(schema, TEXT_SCHEMA.about.text(site.language), "data.json", TextSchemaFile(), listed=False)
    for file, text in record_texts(bulletin):
        for version in text.versions:
            akoma_ntoso, tree = text_files(version, bulletin.directory)
            content = AkomaNtosoFile(text=text, number=version.number)
            yield Page(akoma_ntoso.url, file.title, "akoma_ntoso.xml", content, source=file.path, listed=False)
            yield Page(
                tree.url,
                file.title,
                "text.json",
                TextFile(text=text, number=version.number),
                source=file.path,
                listed=False,
            )


class RecordPage(PageContent, frozen=True, kw_only=True):
    """A record, its history, and the ``news`` about it, newest first.

    ``groups`` are the addresses of lists that it is in with others: by pair of agencies, by signatory.
    """

    file: RecordFile
    record: Record
    versions: tuple[RecordHome, ...]
    documents: tuple[DocumentFacts, ...]
    news: tuple[Article, ...]
    text: RecordText | None
    feeds: tuple[AlternateView, ...]
    groups: tuple[str, ...]
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> RecordView:
        """See :class:`PageContent`."""
        site, file = directory.site, self.file
        return RecordView(
            url=url,
            title=title,
            description=file.summary,
            summary=file.summary,
            code=address_code(url, site),
            crumbs=(home_crumb(site), *offered((top_link("register", site),), site)),
            alternates=(*record_as_data(file, site), *self._files(directory), *self.feeds),
            lang=file.lang,
            updated=moment_view(file.last_changed, site.language),
            corrections=change_views(file.changes, ChangeKind.CORRECTION, site.language),
            updates=change_views(file.changes, ChangeKind.UPDATE, site.language),
            license=site.license,
            agreement=agreement_view(self.record, self.versions, self.documents, self.groups, directory),
            text=text_view(self.text, current(self.text), directory) if self.text else None,
            citation=citation_view(file, file.agreement, directory),
            news=tuple(card(article, directory) for article in self.news),
            draft=file.draft,
            original=_original(file, site),
            preview=preview_view(file, directory),
            origin=origin_view(self.origin, directory),
        )

    def _files(self, directory: Directory) -> tuple[AlternateView, ...]:
        return text_files(current(self.text), directory) if self.text else ()


class RecordTextPage(PageContent, frozen=True, kw_only=True):
    """The version of this ``number`` of the ``text`` of a record."""

    file: RecordFile
    text: RecordText
    number: int
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> RecordTextView:
        """See :class:`PageContent`."""
        site, version = directory.site, self.text.versions[self.number - 1]
        return RecordTextView(
            url=url,
            title=title,
            crumbs=(home_crumb(site), *offered((top_link("register", site),), site), subject_link(self.file, site)),
            alternates=text_files(version, directory),
            lang=self.file.lang,
            record=record_brief(self.text.record, directory),
            text=text_view(self.text, version, directory),
            draft=self.file.draft,
            code=address_code(url, site),
            origin=origin_view(self.origin, directory),
        )


def _original(file: RecordFile, site: Site) -> LinkView | None:
    """The page with the original of a translated text."""
    url = site.up + addresses.original(site, file)
    return LinkView(NAMES[site.main], url, lang=site.main) if file.is_translation else None
