"""PLAN: lists of articles by type of document, field, section and topic."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bantin.domain.model import Article, Term
from bantin.domain.text.collation import sort_key
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, tag_link, term_link
from bantin.site.feeds import feed_of
from bantin.site.indexes import shared_pages
from bantin.site.lists import ListPage, index_of, list_of
from bantin.site.page import Page
from bantin.site.single_items import group_link, has_page
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def vocabulary_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index and the lists of the types of documents, and those of the fields; the lists of fields have feeds."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    vocabulary = bulletin.directory.vocabulary
    yield from _sorted_by(titles.types, words.types, vocabulary.types, bulletin.by_type, bulletin)
    yield from _sorted_by(titles.fields, words.fields, vocabulary.fields, bulletin.by_field, bulletin, has_feeds=True)


def topic_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index and the lists of the sections, and those of the topics."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    sections = site.sections
    yield from _sorted_by(titles.sections, words.sections, sections, bulletin.by_section, bulletin)
    yield from _tag_pages(LinkView(titles.tags, f"{words.tags}/"), bulletin)


def _tag_pages(index: LinkView, bulletin: Bulletin) -> Iterator[Page]:
    """The index of the topics, and the list of each topic of several articles."""
    site, by_tag = bulletin.directory.site, bulletin.by_tag
    crumbs = (home_crumb(site), index)
    links = {tag_id: tag_link(tag, bulletin.directory, len(by_tag[tag_id])) for tag_id, tag in _tags(bulletin).items()}
    shown = {tag_id: group_link(link, by_tag[tag_id], site) for tag_id, link in links.items()}
    yield index_of(index, [*shown.values()], bulletin)
    for tag_id, link in links.items():
        if has_page(by_tag[tag_id]):
            yield from list_of(link, ListPage(items=by_tag[tag_id], crumbs=crumbs), bulletin)
    yield from shared_pages(shown, partial(addresses.tag, WORDS[site.language]), crumbs)


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
    yield index_of(index, links, bulletin)
    for link, articles in zip(links, lists, strict=True):
        crumbs = (home_crumb(bulletin.directory.site), index)
        alternates = feed_of(link, articles, bulletin.directory) if has_feeds else ()
        yield from list_of(link, ListPage(items=tuple(articles), crumbs=crumbs, alternates=alternates), bulletin)


def _counted(kind: str, term: Term, by_term: Mapping[str, Sequence[Article]], bulletin: Bulletin) -> LinkView:
    return term_link(kind, term, bulletin.directory.site.language, len(by_term.get(term.id, ())))


def _tags(bulletin: Bulletin) -> dict[str, str]:
    """The topics by id, in Vietnamese order. If a topic has several spellings, the first of them is shown."""
    spelt: dict[str, str] = {}
    for tag in sorted({tag for article in bulletin.articles for tag in article.tags}, key=sort_key):
        spelt.setdefault(bulletin.directory.topic_id(tag), tag)
    return spelt
