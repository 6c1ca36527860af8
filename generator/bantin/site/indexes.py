"""Indexes: groups of links to lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from bantin.domain.text.collation import initial, sort_key
from bantin.domain.text.slugs import slugify
from bantin.index import Directory
from bantin.index.name_addresses import slug_shared
from bantin.site.page import Page, PageContent
from bantin.site.views import IndexView, LinkView

Groups = tuple[tuple[str, str, tuple[LinkView, ...]], ...]
"""Groups of links, each with its label and its anchor; the label is empty if it is the only group."""


def index_page(link: LinkView, groups: Groups, crumbs: tuple[LinkView, ...]) -> Page:
    """An index, whose address and title are those of ``link``."""
    return Page(link.url, link.label, "index.html", IndexPage(groups=groups, crumbs=crumbs))


def shared_pages(
    links: Mapping[str, LinkView], address: Callable[[str], str], crumbs: tuple[LinkView, ...]
) -> Iterator[Page]:
    """A page for each slug that several names share, with a link for each name; ``links`` are by the ids of the names.

    So the address of a name still leads to it after another name with the same slug was added. ``address`` builds the
    address of an id.
    """
    sharing: dict[str, list[LinkView]] = {}
    for name_id, link in links.items():
        if slug := slug_shared(name_id):
            sharing.setdefault(slug, []).append(link)
    for slug, found in sharing.items():
        link = LinkView(" / ".join(one.label for one in found), address(slug), lang=found[0].lang)
        yield index_page(link, (("", "", tuple(found)),), crumbs)


def by_letter(named: Iterable[tuple[str, LinkView]]) -> Groups:
    """Groups links by the first letters of their names, which are given with them; their order is kept."""
    groups: dict[str, list[LinkView]] = {}
    for name, link in named:
        groups.setdefault(initial(name), []).append(link)
    return tuple((letter, _anchor(letter), tuple(groups[letter])) for letter in sorted(groups, key=sort_key))


def _anchor(letter: str) -> str:
    """A unique anchor for each letter: A, Ă and all have the same slug."""
    return f"{slugify(letter) or '0-9'}{'' if letter.isascii() else '-' + format(ord(letter), 'x')}"


class IndexPage(PageContent, frozen=True, kw_only=True):
    """The groups of an index."""

    groups: Groups
    crumbs: tuple[LinkView, ...]

    def view(self, _directory: Directory, url: str, title: str) -> IndexView:
        """See :class:`PageContent`."""
        return IndexView(url=url, title=title, crumbs=self.crumbs, groups=self.groups, jumps=len(self.groups) > 1)
