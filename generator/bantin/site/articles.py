"""PLAN: the pages of articles."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from bantin.domain.model import Article, ChangeKind, DocumentFacts, Gone, Origin, RecordHome
from bantin.domain.text.dates import iso_instant
from bantin.index import Bulletin, Directory, Record, lineage
from bantin.site.address_code import address_code
from bantin.site.bodies import TextPart, headings_of
from bantin.site.cards import (
    article_link,
    card,
    home_crumb,
    moment_view,
    photo_view,
    section_link,
    tag_link,
    top_link,
)
from bantin.site.change_views import change_views
from bantin.site.citation import citation_view
from bantin.site.comments import comments_view
from bantin.site.facts import agreement_view, record_as_data, record_brief
from bantin.site.former_versions import versions_address
from bantin.site.gone import marked_link
from bantin.site.links import ResolvedBody
from bantin.site.page import Page, PageContent
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.single_items import group_pages, groups_of, where_grouped
from bantin.site.social import preview_view, social_card
from bantin.site.views import AgreementView, ArticleView, LinkView

_MOST_RELATED = 4


def article_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """A page for each article. ``bodies`` are by source file.

    It shows the articles next to it in time and older ones of the same agencies, so that a new article changes the
    page of one other article only, and those of articles that were alone in a group before.
    """
    articles = bulletin.articles
    positions = {article.path: position for position, article in enumerate(articles)}
    by_agency = {agency: [positions[article.path] for article in group] for agency, group in bulletin.by_agency.items()}
    links = [article_link(article, bulletin.directory.site) for article in articles]
    register, pages = bulletin.register, group_pages(bulletin)
    gone = {one.id: one for one in bulletin.gone if one.id}
    for position, article in enumerate(articles):
        body, agreement = bodies[article.path], article.agreement
        record = register.by_id[agreement.id] if agreement else None
        yield Page(
            links[position].url,
            article.title,
            "article.html",
            ArticlePage(
                article=article,
                newer=links[position - 1] if position else None,
                older=links[position + 1] if position + 1 < len(articles) else None,
                related=tuple(articles[other] for other in _related(article, position, by_agency)),
                record=record,
                about=tuple(register.by_id[one.id] for one in article.told),
                gone=tuple(gone[one] for one in article.about if one in gone),
                versions=lineage(record.agreement.id, register.ties) if record else (),
                documents=bulletin.facts_of(record.agreement) if record else (),
                groups=groups_of(article, bulletin.directory, pages),
                origin=origin_of(article.path, bulletin, versions_address(article, bulletin)),
            ),
            texts=(TextPart(article.digest, body.addresses, body.pictures, headings_of(article.outline)),),
            source=article.path,
            files=_documents(article),
            shown=(*(photo.src for photo in article.photos), *body.files),
            card=social_card(article, bulletin.directory),
            wanted=body.wanted,
            changed=_last_changed(article),
        )


class ArticlePage(PageContent, frozen=True, kw_only=True):
    """An article without its text, with its neighbours, and the agreements that it is ``about``, if any.

    Some of these may be ``gone``. ``groups`` are the addresses of lists that it is in with others: by pair of agencies,
    by signatory, by topic.
    """

    article: Article
    newer: LinkView | None
    older: LinkView | None
    related: tuple[Article, ...]
    record: Record | None
    about: tuple[Record, ...]
    gone: tuple[Gone, ...]
    versions: tuple[RecordHome, ...]
    documents: tuple[DocumentFacts, ...]
    groups: tuple[str, ...]
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> ArticleView:
        """See :class:`PageContent`."""
        language = directory.site.language
        section = section_link(self.article.section, directory)
        source = self.article.source
        news = top_link("articles", directory.site)
        return ArticleView(
            url=url,
            title=title,
            description=self.article.lead or self.article.summary,
            crumbs=(home_crumb(directory.site), section or news),
            alternates=record_as_data(self.article, directory.site),
            lead=self.article.lead,
            summary=self.article.summary,
            code=address_code(url, directory.site),
            published=moment_view(self.article.published, language),
            updated=moment_view(self.article.last_changed, language),
            corrections=change_views(self.article.changes, ChangeKind.CORRECTION, language),
            updates=change_views(self.article.changes, ChangeKind.UPDATE, language),
            authors=self.article.authors,
            source=LinkView(source.name, source.url or "", external=True) if source else None,
            source_code=source.code if source else "",
            section=section,
            tags=tuple(where_grouped(tag_link(tag, directory), self.groups) for tag in self.article.tags),
            photos=tuple(photo_view(photo, directory.site) for photo in self.article.photos),
            lang=self.article.lang,
            license=self.article.license or directory.site.license,
            agreement=self._agreement(directory),
            about=tuple(record_brief(record, directory) for record in self.about),
            gone=tuple(marked_link(one, directory) for one in self.gone),
            citation=citation_view(self.article, self.record.agreement, directory) if self.record else None,
            newer=self.newer,
            older=self.older,
            related=tuple(card(other, directory) for other in self.related),
            draft=self.article.draft,
            preview=preview_view(self.article, directory),
            comments=comments_view(self.article, directory),
            origin=origin_view(self.origin, directory),
        )

    def _agreement(self, directory: Directory) -> AgreementView | None:
        if self.record is None:
            return None
        return agreement_view(self.record, self.versions, self.documents, self.groups, directory)


def _documents(article: Article) -> tuple[str, ...]:
    return tuple(document.file for document in article.agreement.documents) if article.agreement else ()


def _related(article: Article, position: int, by_agency: Mapping[str, Sequence[int]]) -> list[int]:
    """The positions of the nearest older articles with a common party, except the next one, which is shown anyway.

    ``by_agency`` are the positions of each agency's articles, in rising order.
    """
    parties = (party for agreement in article.agreements for party in agreement.parties)
    nearest: set[int] = set()
    for party in parties:
        positions = by_agency[party.agency]
        start = bisect_right(positions, position + 1)
        nearest.update(positions[start : start + _MOST_RELATED])
    return sorted(nearest)[:_MOST_RELATED]


def _last_changed(article: Article) -> str:
    """The time of the article's last change, as a W3C date-time; empty if not even the year is known."""
    if article.last_changed:
        return str(article.last_changed)
    published = article.published
    if published is None or published.day.year is None or published.day.qualifier:
        return ""
    if published.instant:
        return iso_instant(published.instant)
    parts = [f"{published.day.year:04}"]
    for part in (published.day.month, published.day.day):
        if part is None:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)
