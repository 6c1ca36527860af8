"""PLAN: lists of articles a page at a time: news, archive, types, fields, sections, topics."""

from collections.abc import Iterator, Mapping, Sequence

from generator.bulletin import Bulletin, Period
from generator.model import Article, Term
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.cards import home_crumb, page_title, pager, slices, term_link
from generator.pages.page import Page
from generator.pages.titles import TITLES
from generator.pages.views import CardView, IndexView, LinkView, ListView
from generator.text.calendars import format_long, format_month
from generator.text.collation import sort_key
from generator.text.dates import Edtf
from generator.text.slugs import slugify

_LIST, _INDEX = "list.html", "index.html"
Cards = Mapping[str, CardView]


def news_pages(bulletin: Bulletin, cards: Cards) -> Iterator[Page]:
    """All articles, newest first."""
    language = bulletin.site.language
    link = LinkView(TITLES[language].articles, f"{WORDS[language].articles}/")
    yield from _list(link, bulletin.articles, bulletin, cards, crumbs=(home_crumb(language),))


def archive_pages(bulletin: Bulletin, cards: Cards) -> Iterator[Page]:
    """The archive: an index of the years, a list for each year, month and day, and one of the undated articles."""
    language = bulletin.site.language
    words, titles = WORDS[language], TITLES[language]
    archive = LinkView(titles.archive, f"{words.archive}/")
    years = [period for period in sorted(bulletin.by_period, reverse=True) if not period.month]
    links = [period_link(year, bulletin) for year in years]
    undated = LinkView(titles.undated, f"{words.archive}/{words.undated}/", len(bulletin.undated))
    groups = (("", "", (*links, undated)),)
    yield Page(_index(archive, groups, bulletin), _INDEX)
    yield from _list(undated, bulletin.undated, bulletin, cards, crumbs=(home_crumb(language), archive))
    periods = {period: period_link(period, bulletin) for period in sorted(bulletin.by_period)}
    within: dict[Period | None, list[LinkView]] = {}
    for period, link in periods.items():
        within.setdefault(period.above, []).append(link)
    for alike in (years[::-1], [p for p in periods if p.month and not p.day], [p for p in periods if p.day]):
        for older, period, newer in _with_neighbours(alike):
            yield from _list(
                periods[period],
                bulletin.by_period[period],
                bulletin,
                cards,
                crumbs=(home_crumb(language), archive, *(periods[above] for above in _above(period))),
                children=tuple(within.get(period, ())),
                newer=periods[newer] if newer else None,
                older=periods[older] if older else None,
            )


def vocabulary_pages(bulletin: Bulletin, cards: Cards) -> Iterator[Page]:
    """For types, fields, sections and topics: an index, and a list for each."""
    language = bulletin.site.language
    words, titles = WORDS[language], TITLES[language]
    vocabulary = bulletin.vocabulary
    kinds = (
        (titles.types, words.types, vocabulary.types, bulletin.by_type),
        (titles.fields, words.fields, vocabulary.fields, bulletin.by_field),
        (titles.sections, words.sections, bulletin.site.sections, bulletin.by_section),
    )
    for title, kind, terms, by_term in kinds:
        links = [_counted(kind, term, by_term, bulletin) for term in terms]
        lists = [by_term.get(term.id, ()) for term in terms]
        yield from _terms(LinkView(title, f"{kind}/"), links, lists, bulletin, cards)
    tags = _tags(bulletin)
    links = [LinkView(tag, f"{words.tags}/{slug}/", len(bulletin.by_tag[slug])) for slug, tag in tags]
    yield from _terms(
        LinkView(titles.tags, f"{words.tags}/"), links, [bulletin.by_tag[slug] for slug, _ in tags], bulletin, cards
    )


def period_link(period: Period, bulletin: Bulletin) -> LinkView:
    """The link to a year, month or day of the archive, with the number of its articles."""
    language = bulletin.site.language
    if period.day:
        label = format_long(Edtf(period.year, period.month, period.day), language)
    elif period.month:
        label = format_month(period.year, period.month, language)
    else:
        label = TITLES[language].year.format(year=period.year)
    # A Vietnamese title begins with a capital letter: 'Ngày 20 tháng 11 năm 2012'.
    label = label[0].upper() + label[1:]
    return LinkView(label, addresses.period(WORDS[language], period), len(bulletin.by_period[period]))


def _list(
    link: LinkView,
    articles: Sequence[Article],
    bulletin: Bulletin,
    cards: Cards,
    *,
    crumbs: tuple[LinkView, ...],
    children: tuple[LinkView, ...] = (),
    newer: LinkView | None = None,
    older: LinkView | None = None,
) -> Iterator[Page]:
    language = bulletin.site.language
    pages = slices(articles, bulletin.site.page_size)
    for number, part in enumerate(pages, start=1):
        view = ListView(
            url=addresses.listing_page(WORDS[language], link.url, number),
            title=page_title(link.label, number, language),
            crumbs=crumbs,
            cards=tuple(cards[article.path] for article in part),
            total=len(articles),
            pager=pager(link.url, number, len(pages), language),
            children=children,
            newer=newer,
            older=older,
        )
        yield Page(view, _LIST)


def _index(link: LinkView, groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...], bulletin: Bulletin) -> IndexView:
    return IndexView(url=link.url, title=link.label, crumbs=(home_crumb(bulletin.site.language),), groups=groups)


def _terms(
    index: LinkView,
    links: Sequence[LinkView],
    lists: Sequence[Sequence[Article]],
    bulletin: Bulletin,
    cards: Cards,
) -> Iterator[Page]:
    yield Page(_index(index, (("", "", tuple(links)),), bulletin), _INDEX)
    for link, articles in zip(links, lists, strict=True):
        crumbs = (home_crumb(bulletin.site.language), index)
        yield from _list(link, articles, bulletin, cards, crumbs=crumbs)


def _counted(kind: str, term: Term, by_term: Mapping[str, Sequence[Article]], bulletin: Bulletin) -> LinkView:
    return term_link(kind, term, bulletin.site.language, len(by_term.get(term.id, ())))


def _tags(bulletin: Bulletin) -> list[tuple[str, str]]:
    """Topics with their slugs, in Vietnamese order; where spellings make one slug, the first in that order names it."""
    spelt: dict[str, str] = {}
    for tag in sorted({tag for article in bulletin.articles for tag in article.tags}, key=sort_key):
        if slugify(tag):
            spelt.setdefault(slugify(tag), tag)
    return list(spelt.items())


def _with_neighbours(periods: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each of ``periods``, between the one before it and the one after it."""
    for position, period in enumerate(periods):
        older = periods[position - 1] if position else None
        yield older, period, periods[position + 1] if position + 1 < len(periods) else None


def _above(period: Period) -> tuple[Period, ...]:
    return (*_above(period.above), period.above) if period.above else ()
