"""PLAN: the indexes of agencies, and a page for each with its agreements."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.bulletin import Bulletin, Directory
from generator.model import Agency, Article, DatedName, Level, Succession
from generator.pages import addresses, labels
from generator.pages.addresses import WORDS
from generator.pages.cards import card, date_view, home_crumb, page_title, pager, slices
from generator.pages.page import Page, Part
from generator.pages.titles import TITLES
from generator.pages.views import AgencyView, GroupView, IndexView, LinkView, NameView, SuccessionView
from generator.text.collation import initial, sort_key
from generator.text.slugs import slugify

_TEMPLATE = "agency.html"
Groups = tuple[tuple[str, str, tuple[LinkView, ...]], ...]


def agency_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index by letter, the index by level, and the pages of each agency."""
    language = bulletin.directory.site.language
    words, titles = WORDS[language], TITLES[language]
    by_letter = LinkView(titles.agencies, f"{words.agencies}/")
    by_level = LinkView(titles.agencies_by_level, f"{words.agencies}/{words.levels}/")
    home = home_crumb(language)
    for link, other, crumbs, groups in (
        (by_letter, by_level, (home,), _letters(bulletin)),
        (by_level, by_letter, (home, by_letter), _levels(bulletin)),
    ):
        yield Page(
            link.url, link.label, "index.html", _index_view, {"other": other, "crumbs": crumbs, "groups": groups}
        )
    for agency in bulletin.directory.agencies:
        yield from _pages(agency, (home, by_letter), bulletin)


def agency_link(agency: Agency, bulletin: Bulletin) -> LinkView:
    """The link to an agency under its present name, with the number of its articles."""
    language = bulletin.directory.site.language
    url = addresses.agency(WORDS[language], agency.id)
    return LinkView(agency.name.text(language), url, len(bulletin.by_agency.get(agency.id, ())))


def level_of(agency: Agency, directory: Directory) -> Level | None:
    """The level of an agency, or else that of the nearest agency above it that has one."""
    above: Agency | None = agency
    while above is not None:
        if above.level:
            return above.level
        above = directory.agency.get(above.parent or "")
    return None


def _letters(bulletin: Bulletin) -> Groups:
    language = bulletin.directory.site.language
    by_letter: dict[str, list[Agency]] = {}
    for agency in bulletin.directory.agencies:
        by_letter.setdefault(initial(agency.name.text(language)), []).append(agency)
    letters = sorted(by_letter, key=sort_key)
    return tuple((letter, _anchor(letter), _links(by_letter[letter], bulletin)) for letter in letters)


def _levels(bulletin: Bulletin) -> Groups:
    directory = bulletin.directory
    language = directory.site.language
    by_level = {level: [a for a in directory.agencies if level_of(a, directory) is level] for level in (*Level, None)}
    return tuple(
        (label.text(language), level or "khac", _links(agencies, bulletin))
        for level, agencies in by_level.items()
        for label in [labels.LEVELS[level] if level else labels.LEVEL_UNKNOWN]
        if agencies
    )


def _links(agencies: Iterable[Agency], bulletin: Bulletin) -> tuple[LinkView, ...]:
    return tuple(agency_link(agency, bulletin) for agency in agencies)


def _named(successions: Iterable[Succession], bulletin: Bulletin) -> tuple[LinkView, ...]:
    return _links((bulletin.directory.agency[one.agency] for one in successions), bulletin)


def _anchor(letter: str) -> str:
    """An anchor of its own for each letter: A, Ă and  have one slug between them."""
    return f"{slugify(letter) or '0-9'}{'' if letter.isascii() else '-' + format(ord(letter), 'x')}"


def _pages(agency: Agency, crumbs: tuple[LinkView, ...], bulletin: Bulletin) -> Iterator[Page]:
    directory = bulletin.directory
    language = directory.site.language
    link = agency_link(agency, bulletin)
    articles = sorted(bulletin.by_agency.get(agency.id, ()), key=_signed, reverse=True)
    pages = slices(articles, directory.site.page_size)
    parent = directory.agency.get(agency.parent or "")
    # What an agency's own file says is in the directory; these are the links that count articles.
    links: dict[str, Part] = {
        "parent": agency_link(parent, bulletin) if parent else None,
        "children": _links(directory.children.get(agency.id, ()), bulletin),
        "predecessors": _named(directory.predecessors.get(agency.id, ()), bulletin),
        "successors": _named(directory.successors.get(agency.id, ()), bulletin),
    }
    for number, part in enumerate(pages, start=1):
        yield Page(
            addresses.listing_page(WORDS[language], link.url, number),
            page_title(link.label, number, language),
            _TEMPLATE,
            _agency_view,
            {
                "agency_id": agency.id,
                "crumbs": crumbs,
                **links,
                "articles": tuple(part),
                "total": len(articles),
                "listing": link.url,
                "number": number,
                "pages": len(pages),
            },
            source=agency.path,
        )


def _index_view(
    _directory: Directory, url: str, title: str, *, other: LinkView, crumbs: tuple[LinkView, ...], groups: Groups
) -> IndexView:
    return IndexView(url=url, title=title, crumbs=crumbs, groups=groups, jumps=len(groups) > 1, other=other)


def _agency_view(
    directory: Directory,
    url: str,
    title: str,
    *,
    agency_id: str,
    crumbs: tuple[LinkView, ...],
    parent: LinkView | None,
    children: tuple[LinkView, ...],
    predecessors: tuple[LinkView, ...],
    successors: tuple[LinkView, ...],
    articles: tuple[Article, ...],
    total: int,
    listing: str,
    number: int,
    pages: int,
) -> AgencyView:
    language = directory.site.language
    agency = directory.agency[agency_id]
    level = level_of(agency, directory)
    return AgencyView(
        url=url,
        title=title,
        crumbs=crumbs,
        abbreviations=agency.abbreviations,
        aliases=agency.aliases,
        level=labels.LEVELS[level].text(language) if level else "",
        website=agency.website or "",
        address=agency.contact.address,
        phone=agency.contact.phone,
        email=agency.contact.email,
        parent=parent,
        children=children,
        former_names=tuple(_name(former, directory) for former in agency.former_names),
        predecessors=_successions(directory.predecessors.get(agency.id, ()), predecessors, directory),
        successors=_successions(directory.successors.get(agency.id, ()), successors, directory),
        groups=tuple(_groups(articles, directory)),
        total=total,
        pager=pager(listing, number, pages, language),
    )


def _groups(articles: Iterable[Article], directory: Directory) -> Iterator[GroupView]:
    titles = TITLES[directory.site.language]
    for year, group in groupby(articles, key=lambda article: _signed(article)[0]):
        label = titles.year.format(year=year) if year else titles.year_unknown
        yield GroupView(label, str(year or "0"), tuple(card(article, directory) for article in group))


def _signed(article: Article) -> tuple[int, int, int]:
    signed = article.agreement.signed_on if article.agreement else None
    return signed.order if signed and signed.year else (0, 0, 0)


def _name(former: DatedName, directory: Directory) -> NameView:
    language = directory.site.language
    return NameView(former.name.text(language), date_view(former.since, language), date_view(former.until, language))


def _successions(
    successions: tuple[Succession, ...], links: tuple[LinkView, ...], directory: Directory
) -> tuple[SuccessionView, ...]:
    language = directory.site.language
    ordered = sorted(zip(successions, links, strict=True), key=lambda pair: sort_key(pair[1].label))
    return tuple(SuccessionView(link, date_view(one.on, language)) for one, link in ordered)
