"""PLAN: the indexes of agencies, and a page for each with its agreements."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.bulletin import Bulletin
from generator.model import Agency, Article, DatedName, Level, Succession
from generator.pages import addresses, labels
from generator.pages.addresses import WORDS
from generator.pages.cards import date_view, home_crumb, page_title, pager, slices
from generator.pages.page import Page
from generator.pages.titles import TITLES
from generator.pages.views import AgencyView, CardView, GroupView, IndexView, LinkView, NameView, SuccessionView
from generator.text.collation import initial, sort_key
from generator.text.slugs import slugify

_TEMPLATE = "agency.html"
Groups = tuple[tuple[str, str, tuple[LinkView, ...]], ...]


def agency_pages(bulletin: Bulletin, cards: Mapping[str, CardView]) -> Iterator[Page]:
    """The index by letter, the index by level, and the pages of each agency."""
    language = bulletin.site.language
    words, titles = WORDS[language], TITLES[language]
    by_letter = LinkView(titles.agencies, f"{words.agencies}/")
    by_level = LinkView(titles.agencies_by_level, f"{words.agencies}/{words.levels}/")
    home = home_crumb(language)
    for link, other, crumbs, groups in (
        (by_letter, by_level, (home,), _letters(bulletin)),
        (by_level, by_letter, (home, by_letter), _levels(bulletin)),
    ):
        view = IndexView(
            url=link.url, title=link.label, crumbs=crumbs, groups=groups, jumps=len(groups) > 1, other=other
        )
        yield Page(view, "index.html")
    for agency in bulletin.agencies:
        yield from _pages(agency, (home, by_letter), bulletin, cards)


def agency_link(agency: Agency, bulletin: Bulletin) -> LinkView:
    """The link to an agency under its present name, with the number of its articles."""
    language = bulletin.site.language
    url = addresses.agency(WORDS[language], agency.id)
    return LinkView(agency.name.text(language), url, len(bulletin.by_agency.get(agency.id, ())))


def level_of(agency: Agency, bulletin: Bulletin) -> Level | None:
    """The level of an agency, or else that of the nearest agency above it that has one."""
    above: Agency | None = agency
    while above is not None:
        if above.level:
            return above.level
        above = bulletin.agency.get(above.parent or "")
    return None


def _letters(bulletin: Bulletin) -> Groups:
    language = bulletin.site.language
    by_letter: dict[str, list[Agency]] = {}
    for agency in bulletin.agencies:
        by_letter.setdefault(initial(agency.name.text(language)), []).append(agency)
    letters = sorted(by_letter, key=sort_key)
    return tuple((letter, _anchor(letter), _links(by_letter[letter], bulletin)) for letter in letters)


def _levels(bulletin: Bulletin) -> Groups:
    language = bulletin.site.language
    by_level = {level: [a for a in bulletin.agencies if level_of(a, bulletin) is level] for level in (*Level, None)}
    return tuple(
        (label.text(language), level or "khac", _links(agencies, bulletin))
        for level, agencies in by_level.items()
        for label in [labels.LEVELS[level] if level else labels.LEVEL_UNKNOWN]
        if agencies
    )


def _links(agencies: Iterable[Agency], bulletin: Bulletin) -> tuple[LinkView, ...]:
    return tuple(agency_link(agency, bulletin) for agency in agencies)


def _anchor(letter: str) -> str:
    """An anchor of its own for each letter: A, Ă and  have one slug between them."""
    return f"{slugify(letter) or '0-9'}{'' if letter.isascii() else '-' + format(ord(letter), 'x')}"


def _pages(
    agency: Agency, crumbs: tuple[LinkView, ...], bulletin: Bulletin, cards: Mapping[str, CardView]
) -> Iterator[Page]:
    language = bulletin.site.language
    link = agency_link(agency, bulletin)
    articles = sorted(bulletin.by_agency.get(agency.id, ()), key=_signed, reverse=True)
    pages = slices(articles, bulletin.site.page_size)
    level = level_of(agency, bulletin)
    parent = bulletin.agency.get(agency.parent or "")
    for number, part in enumerate(pages, start=1):
        view = AgencyView(
            url=addresses.listing_page(WORDS[language], link.url, number),
            title=page_title(link.label, number, language),
            crumbs=crumbs,
            abbreviations=agency.abbreviations,
            aliases=agency.aliases,
            level=labels.LEVELS[level].text(language) if level else "",
            website=agency.website or "",
            address=agency.contact.address,
            phone=agency.contact.phone,
            email=agency.contact.email,
            parent=agency_link(parent, bulletin) if parent else None,
            children=_links(bulletin.children.get(agency.id, ()), bulletin),
            former_names=tuple(_name(former, bulletin) for former in agency.former_names),
            predecessors=_successions(bulletin.predecessors.get(agency.id, ()), bulletin),
            successors=_successions(bulletin.successors.get(agency.id, ()), bulletin),
            groups=tuple(_groups(part, bulletin, cards)),
            total=len(articles),
            pager=pager(link.url, number, len(pages), language),
        )
        yield Page(view, _TEMPLATE, agency.path)


def _groups(articles: Iterable[Article], bulletin: Bulletin, cards: Mapping[str, CardView]) -> Iterator[GroupView]:
    titles = TITLES[bulletin.site.language]
    for year, group in groupby(articles, key=lambda article: _signed(article)[0]):
        label = titles.year.format(year=year) if year else titles.year_unknown
        yield GroupView(label, str(year or "0"), tuple(cards[article.path] for article in group))


def _signed(article: Article) -> tuple[int, int, int]:
    signed = article.agreement.signed_on if article.agreement else None
    return signed.order if signed and signed.year else (0, 0, 0)


def _name(former: DatedName, bulletin: Bulletin) -> NameView:
    language = bulletin.site.language
    return NameView(former.name.text(language), date_view(former.since, language), date_view(former.until, language))


def _successions(successions: tuple[Succession, ...], bulletin: Bulletin) -> tuple[SuccessionView, ...]:
    language = bulletin.site.language
    ordered = sorted(successions, key=lambda one: sort_key(bulletin.agency[one.agency].name.text(language)))
    return tuple(
        SuccessionView(agency_link(bulletin.agency[one.agency], bulletin), date_view(one.on, language))
        for one in ordered
    )
