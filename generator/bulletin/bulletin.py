"""The bulletin: what is to be published, indexed by everything that readers look for it by."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct

from generator.bulletin.archive import Period, periods_of
from generator.bulletin.directory import Directory, directory
from generator.bulletin.register import Register, register
from generator.content.load import Content
from generator.model import Article, StaticPage
from generator.text.collation import sort_key
from generator.text.slugs import slugify

K = TypeVar("K")


class Bulletin(Struct, frozen=True):
    """What is published on the day ``as_of`` of the site's time zone, newest article first in every list.

    ``hidden`` are the paths of the articles and pages that exist but are not shown: drafts, scheduled and expired ones.
    """

    directory: Directory
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    hidden: frozenset[str]
    by_agency: Mapping[str, tuple[Article, ...]]
    by_type: Mapping[str, tuple[Article, ...]]
    by_field: Mapping[str, tuple[Article, ...]]
    by_section: Mapping[str, tuple[Article, ...]]
    by_tag: Mapping[str, tuple[Article, ...]]
    by_record: Mapping[str, Article]
    by_period: Mapping[Period, tuple[Article, ...]]
    undated: tuple[Article, ...]
    register: Register


def index(content: Content, as_of: date, *, drafts: bool = False) -> Bulletin:
    """The bulletin that ``content`` makes on the day ``as_of`` of the site's time zone.

    Drafts, articles published later than that day and articles that expired before it are hidden; with ``drafts``, only
    the expired ones are.
    """
    shown = [article for article in content.articles if _is_shown(article, as_of, drafts=drafts)]
    articles = tuple(_in_order(shown))
    pages = tuple(sorted((page for page in content.pages if drafts or not page.draft), key=lambda page: page.path))
    by_record = MappingProxyType({article.agreement.id: article for article in articles if article.agreement})
    existing = {*(article.path for article in content.articles), *(page.path for page in content.pages)}
    return Bulletin(
        directory=directory(content.site, content.vocabulary, content.agencies, as_of),
        articles=articles,
        pages=pages,
        hidden=frozenset(existing) - {article.path for article in articles} - {page.path for page in pages},
        by_agency=_group(articles, _agencies_of),
        by_type=_group(articles, lambda article: [article.agreement.type] if article.agreement else []),
        by_field=_group(articles, lambda article: article.agreement.fields if article.agreement else []),
        by_section=_group(articles, lambda article: [article.section] if article.section else []),
        by_tag=_group(articles, lambda article: [slugify(tag) for tag in article.tags]),
        by_record=by_record,
        by_period=_group(articles, periods_of),
        undated=tuple(article for article in articles if not periods_of(article)),
        register=register(articles, by_record, as_of),
    )


def _is_shown(article: Article, as_of: date, *, drafts: bool) -> bool:
    if article.expires and article.expires.latest and article.expires.latest < as_of:
        return False
    scheduled = article.published and article.published.day.earliest and article.published.day.earliest > as_of
    return drafts or not (article.draft or scheduled)


def _in_order(articles: Iterable[Article]) -> Iterator[Article]:
    """The newest first; those of one time by title, so that they always stand in the same order."""
    keyed = sorted(((_newest_first(article), article) for article in articles), key=itemgetter(0))
    for _, alike in groupby(keyed, key=itemgetter(0)):
        group = [article for _, article in alike]
        # Most stand alone, and need no key by title, which is dear.
        yield from group if len(group) == 1 else sorted(group, key=lambda one: (sort_key(one.title), one.path))


def _newest_first(article: Article) -> tuple[float, ...]:
    """By publication, else by signing."""
    published = article.published.order if article.published else (0, 0, 0, float("-inf"))
    signed = article.agreement.signed_on.order if article.agreement and article.agreement.signed_on else (0, 0, 0)
    day, instant = (published[:3], published[3]) if published[0] else (signed, float("-inf"))
    return tuple(-part for part in (*day, instant))


def _agencies_of(article: Article) -> list[str]:
    return [party.agency for party in article.agreement.parties] if article.agreement else []


def _group(articles: Iterable[Article], keys: Callable[[Article], Iterable[K]]) -> Mapping[K, tuple[Article, ...]]:
    groups: defaultdict[K, list[Article]] = defaultdict(list)
    for article in articles:
        # Two tags may make one slug; an article stands once in a list.
        for key in dict.fromkeys(keys(article)):
            groups[key].append(article)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})
