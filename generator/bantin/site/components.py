"""PLAN: a page of all components of the theme, for developers of themes. Only editors see it, not readers."""

from collections.abc import Iterator

from bantin.domain.model import Article, DocumentFacts, Feature, RecordHome, Status
from bantin.index import Bulletin, Directory, Record, lineage
from bantin.site.addresses import ATOM, WORDS
from bantin.site.cards import as_of_view, card, home_crumb, photo_view, status_tag, top_link, year_link
from bantin.site.charts.bars import Bar, bar_chart
from bantin.site.citation import citation_view
from bantin.site.facts import agreement_view, record_brief
from bantin.site.page import Page, PageContent, Slice
from bantin.site.pagination import pager, slices
from bantin.site.register.rows import row
from bantin.site.single_items import group_pages, groups_of
from bantin.site.titles import titles_of
from bantin.site.views import AlternateView, ComponentsView, PageChangeView

_CARDS = 3


def components_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page of the components, filled with contents of the bulletin; none unless drafts are shown."""
    site = bulletin.directory.site
    if not bulletin.drafts:
        return
    register = bulletin.register
    # The record with the most facts shows the most components.
    record = max(register.records, key=_fullness, default=None)
    yield Page(
        f"{WORDS[site.language].components}/",
        titles_of(site).components,
        "components.html",
        ComponentsPage(
            articles=bulletin.articles[:_CARDS],
            total=len(bulletin.articles),
            illustrated=next((article for article in bulletin.articles if article.photos), None),
            record=record,
            versions=lineage(record.agreement.id, register.ties) if record else (),
            documents=bulletin.facts_of(record.agreement) if record else (),
            groups=groups_of(record.home, bulletin.directory, group_pages(bulletin)) if record else (),
            years=tuple((year, len(records)) for year, records in register.by_year.items()),
        ),
        listed=False,
    )


def _fullness(record: Record) -> tuple[int, str]:
    agreement = record.agreement
    shown = (agreement.signatories, agreement.documents, agreement.legal_basis, record.ties, record.lifecycle.history)
    return sum(map(len, shown)), agreement.id


class ComponentsPage(PageContent, frozen=True, kw_only=True):
    """The contents of the components: some articles, the record with the most facts, and the years."""

    articles: tuple[Article, ...]
    total: int
    illustrated: Article | None
    record: Record | None
    versions: tuple[RecordHome, ...]
    documents: tuple[DocumentFacts, ...]
    groups: tuple[str, ...]
    years: tuple[tuple[int | None, int], ...]

    def view(self, directory: Directory, url: str, title: str) -> ComponentsView:
        """See :class:`PageContent`."""
        site = directory.site
        news = top_link("articles", site, self.total)
        pages = len(slices(range(self.total), site.page_size))
        return ComponentsView(
            url=url,
            title=title,
            crumbs=(home_crumb(site),),
            link=news,
            day=as_of_view(directory.as_of, site.language),
            changes=(PageChangeView(as_of_view(directory.as_of, site.language), site.title),),
            cards=tuple(card(article, directory) for article in self.articles),
            photos=tuple(photo_view(photo, site) for photo in self.illustrated.photos) if self.illustrated else (),
            agreement=agreement_view(self.record, self.versions, self.documents, self.groups, directory)
            if self.record
            else None,
            record=record_brief(self.record, directory) if self.record else None,
            citation=citation_view(self.record.home, self.record.agreement, directory) if self.record else None,
            rows=(row(self.record, directory),) if self.record else (),
            pager=pager(Slice(news.url, min(2, pages), pages, self.total), site.language),
            follow=() if Feature.FEEDS in site.off else (AlternateView(site.title, ATOM, "application/atom+xml"),),
            chart=bar_chart([_bar(year, count, directory) for year, count in self.years]),
            statuses=tuple(status_tag(one, directory) for one in Status),
        )


def _bar(year: int | None, count: int, directory: Directory) -> Bar:
    link = year_link(year, directory)
    return Bar(link.label, link.url, count, known=year is not None)
