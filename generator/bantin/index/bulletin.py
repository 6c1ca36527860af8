"""The bulletin: everything to be published, indexed by all that readers search by."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from bantin.content.load import Content
from bantin.domain.model import Agreement, Article, DocumentFacts, History, ImageFacts, StaticPage, VisitorFigures
from bantin.domain.text.collation import sort_key
from bantin.index.archive import Period, periods_of
from bantin.index.directory import Directory, directory
from bantin.index.groups import group
from bantin.index.register import Register, register, signers_of
from bantin.index.translation import translated


class Bulletin(Struct, frozen=True):
    """Everything published on the day ``as_of`` of the site's time zone, newest article first in every list.

    ``hidden`` are the paths of the articles and pages that exist but are not shown: drafts, scheduled and expired ones.
    ``documents`` are the files that agreements refer to, ``images`` those that can be shown, both by path; ``history``
    has the commits of all files. ``figures`` are the latest figures of the visitor counter.

    ``others`` are the same bulletin in the other languages. ``originals`` maps the path of a translation to that of its
    original. A bulletin with ``drafts`` is a preview for editors.
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
    by_period: Mapping[Period, tuple[Article, ...]]
    undated: tuple[Article, ...]
    register: Register
    documents: Mapping[str, DocumentFacts]
    history: History
    figures: VisitorFigures | None
    originals: Mapping[str, str] = {}
    others: tuple["Bulletin", ...] = ()
    images: Mapping[str, ImageFacts] = {}
    drafts: bool = False

    @property
    def in_all_languages(self) -> tuple["Bulletin", ...]:
        """The bulletin in each of its languages, the main one first."""
        return (self, *self.others)

    def facts_of(self, agreement: Agreement) -> tuple[DocumentFacts, ...]:
        """The facts of the documents of a published agreement, in their order; unreadable ones are left out."""
        found = (self.documents.get(document.file) for document in agreement.documents)
        return tuple(facts for facts in found if facts)


def index(content: Content, as_of: date, *, drafts: bool = False) -> Bulletin:
    """Indexes ``content`` as of the day ``as_of`` in the site's time zone.

    Hides drafts, articles published later than that day and articles that expired before it; with ``drafts``, only the
    expired ones.
    """
    _, *sites = content.site.in_all_languages
    others = [translated(content, site, drafts=drafts) for site in sites]
    return _index(content, as_of, tuple(_index(other, as_of, (), drafts=drafts) for other in others), drafts=drafts)


def _index(content: Content, as_of: date, others: tuple[Bulletin, ...], *, drafts: bool) -> Bulletin:
    shown = [article for article in content.articles if _is_shown(article, as_of, drafts=drafts)]
    articles = tuple(_in_order(shown))
    pages = tuple(sorted((page for page in content.pages if drafts or not page.draft), key=lambda page: page.path))
    existing = {*(article.path for article in content.articles), *(page.path for page in content.pages)}
    names = directory(
        content.site,
        content.vocabulary,
        content.agencies,
        as_of,
        topics={tag for article in articles for tag in article.tags},
        signers=signers_of(articles),
    )
    return Bulletin(
        directory=names,
        articles=articles,
        pages=pages,
        hidden=frozenset(existing) - {article.path for article in articles} - {page.path for page in pages},
        by_agency=group(articles, _agencies_of),
        by_type=group(articles, lambda article: [article.agreement.type] if article.agreement else []),
        by_field=group(articles, lambda article: article.agreement.fields if article.agreement else []),
        by_section=group(articles, lambda article: [article.section] if article.section else []),
        by_tag=group(articles, lambda article: map(names.topic_id, article.tags)),
        by_period=group(articles, periods_of),
        undated=tuple(article for article in articles if not periods_of(article)),
        register=register(articles, as_of, names.signer_id),
        documents=_documents(articles, content),
        history=content.history,
        figures=content.figures,
        originals={one.path: one.original for one in content.translations},
        others=others,
        images=content.images,
        drafts=drafts,
    )


def _documents(articles: Iterable[Article], content: Content) -> Mapping[str, DocumentFacts]:
    """The facts of the files that the agreements of ``articles`` refer to, by path."""
    referred = (article.agreement.documents for article in articles if article.agreement)
    paths = {document.file for documents in referred for document in documents}
    return {path: content.documents[path] for path in sorted(paths & content.documents.keys())}


def _is_shown(article: Article, as_of: date, *, drafts: bool) -> bool:
    if article.expires and article.expires.latest and article.expires.latest < as_of:
        return False
    scheduled = article.published and article.published.day.earliest and article.published.day.earliest > as_of
    return drafts or not (article.draft or scheduled)


def _in_order(articles: Iterable[Article]) -> Iterator[Article]:
    """Sorts by time, newest first, then by title, so that the order is always the same."""
    keyed = sorted(((_newest_first(article), article) for article in articles), key=itemgetter(0))
    for _, alike in groupby(keyed, key=itemgetter(0)):
        found = [article for _, article in alike]
        # Most times are unique, so that the expensive sort key of the title is not needed.
        yield from found if len(found) == 1 else sorted(found, key=lambda one: (sort_key(one.title), one.path))


def _newest_first(article: Article) -> tuple[float, ...]:
    """A sort key by the time of publication, or else the day of signing; newest first."""
    published = article.published.order if article.published else (0, 0, 0, float("-inf"))
    signed = article.agreement.signed_on.order if article.agreement and article.agreement.signed_on else (0, 0, 0)
    day, instant = (published[:3], published[3]) if published[0] else (signed, float("-inf"))
    return tuple(-part for part in (*day, instant))


def _agencies_of(article: Article) -> list[str]:
    return [party.agency for party in article.agreement.parties] if article.agreement else []
