"""PLAN: the pages of articles, the static pages, and the old addresses of both."""

import heapq
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from markupsafe import Markup

from generator.bulletin import Bulletin
from generator.model import Article, Body, StaticPage
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.cards import home_crumb, instant_view, moment_view, photo_view, section_link
from generator.pages.facts import agreement_view
from generator.pages.links import ResolvedBody
from generator.pages.page import Page
from generator.pages.titles import TITLES
from generator.pages.views import ArticleView, CardView, HeadingView, LinkView, RedirectView, StaticView
from generator.text.dates import iso_instant
from generator.text.slugs import slugify

_MOST_RELATED = 4


def article_pages(
    bulletin: Bulletin, bodies: Mapping[str, ResolvedBody], cards: Mapping[str, CardView]
) -> Iterator[Page]:
    """A page for each article. ``bodies`` and ``cards`` are by source file.

    It shows the articles next to it in time and older ones of the same agencies, so that a new article changes the
    page of one other article only.
    """
    words = WORDS[bulletin.site.language]
    positions = {article.path: position for position, article in enumerate(bulletin.articles)}
    by_agency = {
        agency: [positions[article.path] for article in articles] for agency, articles in bulletin.by_agency.items()
    }
    for position, article in enumerate(bulletin.articles):
        newer = bulletin.articles[position - 1] if position else None
        older = bulletin.articles[position + 1] if position + 1 < len(bulletin.articles) else None
        body = bodies[article.path]
        view = _view(
            article,
            bulletin,
            html=body.html(addresses.root_of(addresses.article(words, article))),
            newer=_link(newer, bulletin),
            older=_link(older, bulletin),
            related=tuple(cards[bulletin.articles[other].path] for other in _related(article, position, by_agency)),
        )
        files = [photo.src for photo in article.photos]
        files += [document.file for document in article.agreement.documents] if article.agreement else []
        yield Page(
            view, "article.html", article.path, (*files, *body.files), body.wanted, changed=_last_changed(article)
        )


def static_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """A page for each static page."""
    language = bulletin.site.language
    for page in bulletin.pages:
        body = bodies[page.path]
        url = addresses.static_page(page)
        view = StaticView(
            url=url,
            title=page.title,
            description=page.lead,
            crumbs=(home_crumb(language),),
            html=body.html(addresses.root_of(url)),
            lead=page.lead,
            updated=instant_view(page.updated, language),
            headings=_headings(page.body),
        )
        changed = iso_instant(page.updated) if page.updated else ""
        yield Page(view, "page.html", page.path, body.files, body.wanted, changed=changed)


def redirects(bulletin: Bulletin) -> Iterator[Page]:
    """A page at each old address that leads to the new one."""
    words = WORDS[bulletin.site.language]
    title = TITLES[bulletin.site.language].moved
    items: list[tuple[Article | StaticPage, str]] = [
        (item, addresses.article(words, item)) for item in bulletin.articles
    ]
    items += [(item, addresses.static_page(item)) for item in bulletin.pages]
    for item, target in items:
        for alias in item.aliases:
            is_file = alias.lower().endswith((".html", ".htm"))
            url = alias if is_file or alias.endswith("/") else f"{alias}/"
            view = RedirectView(url=url, title=title, target=target)
            yield Page(view, "redirect.html", item.path, listed=False)


def _view(
    article: Article,
    bulletin: Bulletin,
    *,
    html: Markup,
    newer: LinkView | None,
    older: LinkView | None,
    related: tuple[CardView, ...],
) -> ArticleView:
    language = bulletin.site.language
    words = WORDS[language]
    section = section_link(article.section, bulletin)
    source = article.source
    news = LinkView(TITLES[language].articles, f"{words.articles}/")
    return ArticleView(
        url=addresses.article(words, article),
        title=article.title,
        description=article.lead,
        crumbs=(home_crumb(language), section or news),
        html=html,
        lead=article.lead,
        published=moment_view(article.published, language),
        updated=instant_view(article.updated, language),
        authors=article.authors,
        source=LinkView(source.name, source.url or "", external=True) if source else None,
        source_code=source.code if source else "",
        section=section,
        tags=tuple(LinkView(tag, f"{words.tags}/{slugify(tag)}/") for tag in article.tags),
        photos=tuple(photo_view(photo, words) for photo in article.photos),
        headings=_headings(article.body),
        lang=article.lang,
        license=article.license or bulletin.site.license,
        agreement=agreement_view(article.agreement, bulletin) if article.agreement else None,
        newer=newer,
        older=older,
        related=related,
        draft=article.draft,
    )


def _related(article: Article, position: int, by_agency: Mapping[str, Sequence[int]]) -> list[int]:
    """The positions of the nearest older articles with a party in common, but for the next one, which is shown already.

    ``by_agency`` are the positions of each agency's articles, in rising order.
    """
    parties = article.agreement.parties if article.agreement else ()
    lists = [by_agency[party.agency] for party in parties]
    older = heapq.merge(*(islice(positions, bisect_right(positions, position + 1), None) for positions in lists))
    return list(islice(dict.fromkeys(islice(older, _MOST_RELATED * max(1, len(lists)))), _MOST_RELATED))


def _link(article: Article | None, bulletin: Bulletin) -> LinkView | None:
    if article is None:
        return None
    return LinkView(article.title, addresses.article(WORDS[bulletin.site.language], article))


def _headings(body: Body) -> tuple[HeadingView, ...]:
    return tuple(HeadingView(heading.level, heading.anchor, heading.text) for heading in body.headings)


def _last_changed(article: Article) -> str:
    """When the article last changed, as a W3C date-time; empty where not even the year is known."""
    if article.updated:
        return iso_instant(article.updated)
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
