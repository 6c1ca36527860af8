"""The bulletin: what is to be published, indexed by everything that readers look for it by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from generator.bulletin.archive import Period, periods_of
from generator.content.load import Content
from generator.model import Agency, Article, Site, StaticPage, Succession, Vocabulary
from generator.text.collation import SortKey, sort_key
from generator.text.slugs import slugify

K = TypeVar("K")


@dataclass(frozen=True)
class Bulletin:
    """What is published on the day ``as_of`` of the site's time zone, newest article first in every list.

    ``hidden`` are the paths of the articles and pages that exist but are not shown: drafts, scheduled and expired ones.
    ``agencies`` are in Vietnamese order; ``predecessors`` and ``successors`` hold what either side declares.
    """

    as_of: date
    site: Site
    vocabulary: Vocabulary
    agencies: tuple[Agency, ...]
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    hidden: frozenset[str]
    agency: Mapping[str, Agency]
    children: Mapping[str, tuple[Agency, ...]]
    predecessors: Mapping[str, tuple[Succession, ...]]
    successors: Mapping[str, tuple[Succession, ...]]
    by_agency: Mapping[str, tuple[Article, ...]]
    by_type: Mapping[str, tuple[Article, ...]]
    by_field: Mapping[str, tuple[Article, ...]]
    by_section: Mapping[str, tuple[Article, ...]]
    by_tag: Mapping[str, tuple[Article, ...]]
    by_record: Mapping[str, Article]
    by_period: Mapping[Period, tuple[Article, ...]]
    undated: tuple[Article, ...]


def index(content: Content, as_of: date, *, drafts: bool = False) -> Bulletin:
    """The bulletin that ``content`` makes on the day ``as_of`` of the site's time zone.

    Drafts, articles published later than that day and articles that expired before it are hidden; with ``drafts``, only
    the expired ones are.
    """
    shown = [article for article in content.articles if _is_shown(article, as_of, drafts=drafts)]
    articles = tuple(sorted(shown, key=_newest_first))
    pages = tuple(sorted((page for page in content.pages if drafts or not page.draft), key=lambda page: page.path))
    existing = {*(article.path for article in content.articles), *(page.path for page in content.pages)}
    agencies = tuple(sorted(content.agencies, key=lambda agency: (_name_order(agency, content), agency.id)))
    predecessors, successors = _lineage(agencies)
    return Bulletin(
        as_of=as_of,
        site=content.site,
        vocabulary=content.vocabulary,
        agencies=agencies,
        articles=articles,
        pages=pages,
        hidden=frozenset(existing) - {article.path for article in articles} - {page.path for page in pages},
        agency=MappingProxyType({agency.id: agency for agency in agencies}),
        children=_children(agencies),
        predecessors=predecessors,
        successors=successors,
        by_agency=_group(articles, _agencies_of),
        by_type=_group(articles, lambda article: [article.agreement.type] if article.agreement else []),
        by_field=_group(articles, lambda article: article.agreement.fields if article.agreement else []),
        by_section=_group(articles, lambda article: [article.section] if article.section else []),
        by_tag=_group(articles, lambda article: [slugify(tag) for tag in article.tags]),
        by_record=MappingProxyType({article.agreement.id: article for article in articles if article.agreement}),
        by_period=_group(articles, periods_of),
        undated=tuple(article for article in articles if not periods_of(article)),
    )


def _is_shown(article: Article, as_of: date, *, drafts: bool) -> bool:
    if article.expires and article.expires.latest and article.expires.latest < as_of:
        return False
    scheduled = article.published and article.published.day.earliest and article.published.day.earliest > as_of
    return drafts or not (article.draft or scheduled)


def _newest_first(article: Article) -> tuple[object, ...]:
    """By publication, else by signing; then by title, so that equals always stand in the same order."""
    published = article.published.order if article.published else (0, 0, 0, float("-inf"))
    signed = article.agreement.signed_on.order if article.agreement and article.agreement.signed_on else (0, 0, 0)
    day, instant = (published[:3], published[3]) if published[0] else (signed, float("-inf"))
    newest = tuple(-part for part in (*day, instant))
    return (*newest, sort_key(article.title), article.path)


def _name_order(agency: Agency, content: Content) -> SortKey:
    return sort_key(agency.name.text(content.site.language))


def _agencies_of(article: Article) -> list[str]:
    return [party.agency for party in article.agreement.parties] if article.agreement else []


def _group(articles: Iterable[Article], keys: Callable[[Article], Iterable[K]]) -> Mapping[K, tuple[Article, ...]]:
    groups: dict[K, list[Article]] = {}
    for article in articles:
        # Two tags may make one slug; an article stands once in a list.
        for key in dict.fromkeys(keys(article)):
            groups.setdefault(key, []).append(article)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})


def _children(agencies: Iterable[Agency]) -> Mapping[str, tuple[Agency, ...]]:
    children: dict[str, list[Agency]] = {}
    for agency in agencies:
        if agency.parent:
            children.setdefault(agency.parent, []).append(agency)
    return MappingProxyType({parent: tuple(group) for parent, group in children.items()})


_Lineage = Mapping[str, tuple[Succession, ...]]


def _lineage(agencies: Iterable[Agency]) -> tuple[_Lineage, _Lineage]:
    """Predecessors and successors by agency. A succession may be written on either side; a date wins over none."""
    before: dict[str, dict[str, Succession]] = {}
    after: dict[str, dict[str, Succession]] = {}
    for agency in agencies:
        pairs = [(agency.id, later.agency, later.on) for later in agency.successors]
        pairs += [(earlier.agency, agency.id, earlier.on) for earlier in agency.predecessors]
        for old, new, on in pairs:
            known = after.get(old, {}).get(new)
            day = on or (known.on if known else None)
            after.setdefault(old, {})[new] = Succession(new, day)
            before.setdefault(new, {})[old] = Succession(old, day)
    return _frozen(before), _frozen(after)


def _frozen(lineage: Mapping[str, Mapping[str, Succession]]) -> _Lineage:
    return MappingProxyType(
        {agency: tuple(by_id[other] for other in sorted(by_id)) for agency, by_id in sorted(lineage.items())}
    )
