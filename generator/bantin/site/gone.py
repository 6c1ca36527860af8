"""PLAN: a page in place of each that was public and is not any more: it says when and why it went."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from bantin.domain.model import Feature, Gone, GoneKind, RecordHome, Site
from bantin.domain.text.urls import scheme_of
from bantin.index import Bulletin, Directory
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import agency_link, date_view, foreign, home_crumb, home_link, type_link
from bantin.site.page import Page, PageContent
from bantin.site.views import GoneView, LinkView


def gone_pages(bulletin: Bulletin) -> Iterator[Page]:
    """A page at the address of everything that is gone."""
    words = WORDS[bulletin.directory.site.language]
    links = replacements(bulletin)
    for one in bulletin.gone:
        content = GonePage(gone=one, replacement=links.get(one.replaced_by))
        yield Page(addresses.gone(words, one), one.title, "gone.html", content, source=one.path, listed=False)


def gone_addresses(bulletin: Bulletin) -> Iterator[str]:
    """The addresses that say that something is gone, from the root of all languages: the pages, and data of records."""
    for one in bulletin.in_all_languages:
        site = one.directory.site
        yield from (site.prefix + addresses.gone(WORDS[site.language], gone) for gone in one.gone)
    site = bulletin.directory.site
    if Feature.DATA not in site.off:
        yield from (data_address(site, gone) for gone in bulletin.gone if gone.id)


def data_address(site: Site, gone: Gone) -> str:
    """The address of the data of a record that is gone: as when it was there, beside the page in the main language."""
    original = replace(gone, slug=gone.original_slug or gone.slug)
    return f"{site.up}{addresses.gone(WORDS[site.main], original)}index.json"


def gone_link(gone: Gone, directory: Directory) -> LinkView:
    """The link to the page that stands for something that is gone."""
    site = directory.site
    return LinkView(gone.title, addresses.gone(WORDS[site.language], gone), lang=foreign(gone.lang, site))


def marked_link(gone: Gone, directory: Directory) -> LinkView:
    """The link from something that is there, which says that the other is gone."""
    link = gone_link(gone, directory)
    return replace(link, label=f"{link.label} ({labels.GONE_MARK.on(directory.site)})")


def replacements(bulletin: Bulletin) -> Mapping[str, LinkView]:
    """The links to everything that is in the place of something else, by its path or its address on the web.

    What is not published yet has none.
    """
    wanted = {one.replaced_by for one in bulletin.gone if one.replaced_by}
    links = {path: link for path, link in _links(bulletin) if path in wanted} if wanted else {}
    return links | {one: LinkView(one, one, external=True) for one in wanted if scheme_of(one)}


def _links(bulletin: Bulletin) -> Iterator[tuple[str, LinkView]]:
    """The links to all pages with a source file, by its path; of a translation, by that of its original."""
    directory, site = bulletin.directory, bulletin.directory.site
    homes: tuple[RecordHome, ...] = (*bulletin.articles, *bulletin.record_files)
    for home in homes:
        yield bulletin.originals.get(home.path, home.path), home_link(home, site)
    for page in bulletin.pages:
        link = LinkView(page.title, addresses.static_page(page), lang=foreign(page.lang, site))
        yield bulletin.originals.get(page.path, page.path), link
    yield from ((agency.path, agency_link(agency.id, directory)) for agency in directory.agencies)
    yield from ((bulletin.originals.get(one.path, one.path), gone_link(one, directory)) for one in bulletin.gone)


class GonePage(PageContent, frozen=True, kw_only=True):
    """What is said of a page that is gone; ``replacement`` leads to what is in its place, if anything is."""

    gone: Gone
    replacement: LinkView | None

    def view(self, directory: Directory, url: str, title: str) -> GoneView:
        """See :class:`PageContent`."""
        gone, site = self.gone, directory.site
        return GoneView(
            url=url,
            title=title,
            crumbs=(home_crumb(site),),
            base_url=site.base_url,
            kind=_kind(gone, directory),
            number=gone.number,
            published=date_view(gone.published, site.language),
            on=date_view(gone.on, site.language),
            reason=gone.reason,
            replacement=self.replacement,
            lang=foreign(gone.lang, site),
            said_in=foreign(gone.said_in, site),
        )


def _kind(gone: Gone, directory: Directory) -> str:
    """What it was: of an agreement its type, also if an article told of it."""
    if gone.type:
        return type_link(gone.type, directory).label
    kind = GoneKind.RECORD if gone.id else gone.kind
    return labels.GONE[kind].on(directory.site)
