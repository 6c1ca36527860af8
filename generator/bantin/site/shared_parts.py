"""The parts that all pages share: the title, the menu, the links to other sites."""

from collections.abc import Iterator, Mapping

from bantin import __version__
from bantin.content.checks.attachments import check_file
from bantin.content.discover import CONTENT
from bantin.content.files import SITE
from bantin.content.paths import resolve
from bantin.domain.model import Feature, Link, MenuItem, SearchScope
from bantin.domain.problems import Problem
from bantin.domain.text.urls import scheme_of
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import Top, offered, section_link, top_link
from bantin.site.cms import desk_link
from bantin.site.content_policy import policy_of, within
from bantin.site.counter import counter_view
from bantin.site.error_reports import report_view
from bantin.site.glossary import explained
from bantin.site.headings import names_in_headings
from bantin.site.links import Destinations, resolve_link
from bantin.site.offline import is_kept
from bantin.site.page import Page, PendingLink
from bantin.site.site_map import site_map_link, static_links
from bantin.site.views import LinkView, PictureView, SiteView


def site_view(
    bulletin: Bulletin, pages: Mapping[str, Page], destinations: Destinations
) -> tuple[SiteView, list[PendingLink], list[str], list[Problem]]:
    """The view that all pages share, the addresses and files that its links refer to, and the problems of these.

    ``pages`` are by address: a link without a label of its own shows the title of its page.
    """
    site = bulletin.directory.site
    wanted: list[PendingLink] = []
    files: list[str] = []
    met: list[Problem] = []

    def links(items: tuple[MenuItem, ...]) -> Iterator[LinkView]:
        for item in items:
            label = item.label.text(site.language)
            if scheme_of(item.to):
                yield LinkView(label or item.to, item.to, external=True)
                continue
            resolved = resolve_link(Link(item.to, item.place), SITE, destinations)
            wanted.extend([resolved.wanted] if resolved.wanted else [])
            files.extend([resolved.file] if resolved.file else [])
            met.extend(resolved.problems)
            page = pages.get(resolved.address)
            yield LinkView(label or (page.title if page else item.to), resolved.address)

    def emblem() -> PictureView | None:
        if site.emblem is None:
            return None
        resolved = resolve_link(Link(site.emblem.file, site.emblem.place, is_image=True), SITE, destinations)
        met.extend(resolved.problems)
        if resolved.file is None:
            # The link also resolves to source files with pages, which are not images.
            path, at = resolve(site.emblem.file, CONTENT), site.emblem.place.within(SITE)
            met.extend(check_file(path, destinations.files, at, image=True) if path and not resolved.problems else ())
            return None
        files.append(resolved.file)
        return resolved.picture or PictureView(resolved.address)

    has_feeds = Feature.FEEDS not in site.off
    calendar = addresses.calendar(WORDS[site.language], addresses.HOME)
    view = SiteView(
        title=site.title,
        base_url=site.base_url,
        language=site.language,
        description=site.description,
        publisher=site.published_by,
        license=site.license,
        address=site.contact.address,
        phone=site.contact.phone,
        email=site.contact.email,
        emblem=emblem(),
        menu=tuple(links(site.menu)) or tuple(_default_menu(bulletin)),
        links=tuple(links(site.links)),
        footer=(*static_links(bulletin), site_map_link(bulletin)),
        atom=addresses.ATOM if has_feeds else "",
        rss=addresses.RSS if has_feeds else "",
        json_feed=addresses.JSON_FEED if has_feeds else "",
        calendar=calendar if calendar in pages else "",
        generator=f"Bantin {__version__}",
        hubs=site.hubs,
        assets={},
        counter=counter_view(site),
        sign_in=desk_link(site),
        search="" if site.search is SearchScope.OFF else addresses.search(WORDS[site.language]),
        main=not site.below,
        drafts=bulletin.drafts,
        policy=within(policy_of(site)),
        explained=explained(bulletin.directory),
        report=report_view(site),
        manifest=addresses.MANIFEST if is_kept(site) and not bulletin.drafts else "",
        names=names_in_headings(bulletin.directory),
        preview_of=site.preview_of,
    )
    return view, wanted, files, met


def _default_menu(bulletin: Bulletin) -> Iterator[LinkView]:
    directory = bulletin.directory
    sections = [link for section in directory.site.sections if (link := section_link(section.id, directory))]
    yield from sections or [top_link("articles", directory.site)]
    tops: tuple[Top, ...] = ("register", "agencies", "fields", "types", "archive")
    yield from offered((top_link(name, directory.site) for name in tops), directory.site)
