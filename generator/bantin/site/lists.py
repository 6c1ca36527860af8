"""PLAN: lists of articles a page at a time: news, archive, types, fields, sections, topics."""

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bantin.domain.model import Article, Term
from bantin.domain.problems import Language
from bantin.domain.text.collation import sort_key
from bantin.domain.text.date_format import SHORT_WEEKDAYS, WEEKDAYS, format_long, format_month
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Period
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import card, home_crumb, offered, tag_link, term_link, top_link
from bantin.site.feeds import feed_of
from bantin.site.indexes import index_page, shared_pages
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.titles import TITLES
from bantin.site.views import AlternateView, LinkView, ListView, MonthView


def news_pages(bulletin: Bulletin) -> Iterator[Page]:
    """All articles, newest first."""
    language = bulletin.directory.site.language
    link = top_link("articles", language)
    yield from _list(link, ListPage(items=bulletin.articles, crumbs=(home_crumb(language),)), bulletin)


def archive_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The archive: an index of the years, a list for each year, month and day, and one of the undated articles."""
    language = bulletin.directory.site.language
    words, titles = WORDS[language], TITLES[language]
    archive = top_link("archive", language)
    years = _years(bulletin)
    links = year_links(bulletin)
    undated = LinkView(titles.undated, f"{words.archive}/{words.undated}/", len(bulletin.undated))
    yield _index(archive, (*links, undated), bulletin)
    yield from _list(undated, ListPage(items=bulletin.undated, crumbs=(home_crumb(language), archive)), bulletin)
    periods = {period: period_link(period, bulletin) for period in sorted(bulletin.by_period)}
    within: dict[Period | None, list[LinkView]] = {}
    for period, link in periods.items():
        within.setdefault(period.above, []).append(link)
    for alike in (years[::-1], [p for p in periods if p.month and not p.day], [p for p in periods if p.day]):
        for older, period, newer in _with_neighbours(alike):
            content = ListPage(
                items=bulletin.by_period[period],
                crumbs=(home_crumb(language), archive, *(periods[above] for above in _above(period))),
                children=tuple(within.get(period, ())),
                month=f"{period.year:04}-{period.month:02}" if period.month and not period.day else "",
                newer=periods[newer] if newer else None,
                older=periods[older] if older else None,
            )
            yield from _list(periods[period], content, bulletin)


def vocabulary_pages(bulletin: Bulletin) -> Iterator[Page]:
    """For types of documents and for fields: an index, and a list for each; those of fields have feeds."""
    language = bulletin.directory.site.language
    words, titles = WORDS[language], TITLES[language]
    vocabulary = bulletin.directory.vocabulary
    yield from _sorted_by(titles.types, words.types, vocabulary.types, bulletin.by_type, bulletin)
    yield from _sorted_by(titles.fields, words.fields, vocabulary.fields, bulletin.by_field, bulletin, has_feeds=True)


def topic_pages(bulletin: Bulletin) -> Iterator[Page]:
    """For sections and topics: an index, and a list for each."""
    language = bulletin.directory.site.language
    words, titles = WORDS[language], TITLES[language]
    sections = bulletin.directory.site.sections
    yield from _sorted_by(titles.sections, words.sections, sections, bulletin.by_section, bulletin)
    tags = _tags(bulletin)
    topics = {tag_id: tag_link(tag, bulletin.directory, len(bulletin.by_tag[tag_id])) for tag_id, tag in tags.items()}
    index = LinkView(titles.tags, f"{words.tags}/")
    yield from _terms(index, [*topics.values()], [bulletin.by_tag[tag_id] for tag_id in topics], bulletin)
    yield from shared_pages(topics, partial(addresses.tag, words), (home_crumb(language), index))


def period_link(period: Period, bulletin: Bulletin) -> LinkView:
    """The link to a year, month or day of the archive, with the number of its articles."""
    language = bulletin.directory.site.language
    if period.day:
        label = format_long(Edtf(period.year, period.month, period.day), language)
    elif period.month:
        label = format_month(period.year, period.month, language)
    else:
        label = TITLES[language].year.format(year=period.year)
    # A Vietnamese title begins with a capital letter: 'Ngày 20 tháng 11 năm 2012'.
    label = label[0].upper() + label[1:]
    return LinkView(label, addresses.period(WORDS[language], period), len(bulletin.by_period[period]))


def year_links(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the years of the archive, the newest first."""
    return offered((period_link(year, bulletin) for year in _years(bulletin)), bulletin.directory.site)


def _years(bulletin: Bulletin) -> list[Period]:
    return sorted((period for period in bulletin.by_period if not period.month), reverse=True)


class ListPage(ListContent[Article], frozen=True, kw_only=True):
    """Some of the articles of a list; ``children`` are the links to what it is divided into.

    ``month``, as ISO 8601 has it, is that of the list if it is one of a month.
    """

    crumbs: tuple[LinkView, ...]
    children: tuple[LinkView, ...] = ()
    month: str = ""
    newer: LinkView | None = None
    older: LinkView | None = None
    alternates: tuple[AlternateView, ...] = ()

    def view(self, directory: Directory, url: str, title: str) -> ListView:
        """See :class:`PageContent`."""
        return ListView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            alternates=self.alternates,
            cards=tuple(card(article, directory) for article in self.items),
            total=self.at.total,
            pager=pager(self.at, directory.site.language),
            children=() if self.month else self.children,
            month=_month(self.month, self.children, directory.site.language) if self.month else None,
            newer=self.newer,
            older=self.older,
        )


def _list(link: LinkView, content: ListPage, bulletin: Bulletin) -> Iterator[Page]:
    site = bulletin.directory.site
    yield from list_pages(link, content, site.page_size, template="list.html", language=site.language)


def _month(month: str, days: tuple[LinkView, ...], language: Language) -> MonthView:
    """The month, as ISO 8601 has it, as a leaf of a calendar, whose weeks begin on Monday as they do in Vietnam."""
    year, number = map(int, month.split("-"))
    by_day = {int(link.url.rstrip("/").rpartition("/")[2]): link for link in days}
    weeks = [[(day, by_day.get(day)) for day in week] for week in Calendar().monthdayscalendar(year, number)]
    weekdays = tuple(zip(SHORT_WEEKDAYS[language], WEEKDAYS[language], strict=True))
    return MonthView(weekdays=weekdays, weeks=tuple(map(tuple, weeks)))


def _index(link: LinkView, links: Sequence[LinkView], bulletin: Bulletin) -> Page:
    return index_page(link, (("", "", tuple(links)),), (home_crumb(bulletin.directory.site.language),))


def _sorted_by(
    title: str,
    kind: str,
    terms: Sequence[Term],
    by_term: Mapping[str, Sequence[Article]],
    bulletin: Bulletin,
    *,
    has_feeds: bool = False,
) -> Iterator[Page]:
    links = [_counted(kind, term, by_term, bulletin) for term in terms]
    lists = [by_term.get(term.id, ()) for term in terms]
    yield from _terms(LinkView(title, f"{kind}/"), links, lists, bulletin, has_feeds=has_feeds)


def _terms(
    index: LinkView,
    links: Sequence[LinkView],
    lists: Sequence[Sequence[Article]],
    bulletin: Bulletin,
    *,
    has_feeds: bool = False,
) -> Iterator[Page]:
    yield _index(index, links, bulletin)
    for link, articles in zip(links, lists, strict=True):
        crumbs = (home_crumb(bulletin.directory.site.language), index)
        alternates = feed_of(link, articles, bulletin.directory) if has_feeds else ()
        yield from _list(link, ListPage(items=tuple(articles), crumbs=crumbs, alternates=alternates), bulletin)


def _counted(kind: str, term: Term, by_term: Mapping[str, Sequence[Article]], bulletin: Bulletin) -> LinkView:
    return term_link(kind, term, bulletin.directory.site.language, len(by_term.get(term.id, ())))


def _tags(bulletin: Bulletin) -> dict[str, str]:
    """Topics by their ids, in Vietnamese order; of several spellings of one, the first in that order stands for all."""
    spelt: dict[str, str] = {}
    for tag in sorted({tag for article in bulletin.articles for tag in article.tags}, key=sort_key):
        spelt.setdefault(bulletin.directory.topic_id(tag), tag)
    return spelt


def _with_neighbours(periods: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each of ``periods``, between the one before it and the one after it."""
    for position, period in enumerate(periods):
        older = periods[position - 1] if position else None
        yield older, period, periods[position + 1] if position + 1 < len(periods) else None


def _above(period: Period) -> tuple[Period, ...]:
    return (*_above(period.above), period.above) if period.above else ()
