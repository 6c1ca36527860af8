"""Indexes: links to lists, in groups."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from bantin.domain.text.collation import initial, sort_key
from bantin.domain.text.slugs import slugify
from bantin.index import Directory
from bantin.index.name_addresses import slug_shared
from bantin.site.page import Page, PageContent
from bantin.site.views import IndexView, LinkView

Groups = tuple[tuple[str, str, tuple[LinkView, ...]], ...]
"""Groups of links, each with its label, empty where it is the only one, and its anchor."""


def index_page(link: LinkView, groups: Groups, crumbs: tuple[LinkView, ...], other: LinkView | None = None) -> Page:
    """The index that ``link`` leads to, and is called by; ``other`` is another index of the same things."""
    return Page(link.url, link.label, "index.html", IndexPage(groups=groups, crumbs=crumbs, other=other))


def shared_pages(
    links: Mapping[str, LinkView], address: Callable[[str], str], crumbs: tuple[LinkView, ...]
) -> Iterator[Page]:
    """A page at each slug that several names share, with the link to each of them; ``links`` are by their ids.

    So an address that was known before there was another name of that slug still leads to what it did. ``address``
    makes the address of an id.
    """
    sharing: dict[str, list[LinkView]] = {}
    for name_id, link in links.items():
        if slug := slug_shared(name_id):
            sharing.setdefault(slug, []).append(link)
    for slug, found in sharing.items():
        link = LinkView(" / ".join(one.label for one in found), address(slug), lang=found[0].lang)
        yield index_page(link, (("", "", tuple(found)),), crumbs)


def by_letter(named: Iterable[tuple[str, LinkView]]) -> Groups:
    """Links, in their order, by the first letters of the names that they are given with."""
    groups: dict[str, list[LinkView]] = {}
    for name, link in named:
        groups.setdefault(initial(name), []).append(link)
    return tuple((letter, _anchor(letter), tuple(groups[letter])) for letter in sorted(groups, key=sort_key))


def _anchor(letter: str) -> str:
    """An anchor of its own for each letter: A, Ă and  have one slug between them."""
    return f"{slugify(letter) or '0-9'}{'' if letter.isascii() else '-' + format(ord(letter), 'x')}"


class IndexPage(PageContent, frozen=True, kw_only=True):
    """Links in groups; ``other`` is another index of the same things."""

    groups: Groups
    crumbs: tuple[LinkView, ...]
    other: LinkView | None

    def view(self, _directory: Directory, url: str, title: str) -> IndexView:
        """See :class:`PageContent`."""
        return IndexView(
            url=url, title=title, crumbs=self.crumbs, groups=self.groups, jumps=len(self.groups) > 1, other=self.other
        )
