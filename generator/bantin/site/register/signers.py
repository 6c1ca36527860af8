"""Signatories: an index of their names, and the agreements signed under each name."""

from collections.abc import Iterator
from functools import partial

from bantin.domain.text.collation import sort_key
from bantin.index import Bulletin, Directory, Record, Signer
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, top_link
from bantin.site.facts import signatory_view
from bantin.site.indexes import Groups, by_letter, index_page, shared_pages
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.register.rows import row
from bantin.site.register.tables import PAGE_SIZE
from bantin.site.single_items import group_link, has_page, signed_by
from bantin.site.views import LinkView, SignerView, SigningView


def signer_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index of signatories, and the pages of each who has signed several agreements."""
    site = bulletin.directory.site
    index, home = top_link("people", site), home_crumb(site)
    yield index_page(index, _index(bulletin), (home,))
    for signer in bulletin.register.signers:
        if has_page(signed_by(signer)):
            yield from _pages(signer, (home, index), bulletin)
    links = {one.id: _link(one, bulletin) for one in bulletin.register.signers}
    yield from shared_pages(links, partial(addresses.person, WORDS[site.language]), (home, index))


def _index(bulletin: Bulletin) -> Groups:
    """The signers by their given names, which come last, as in every Vietnamese list of people."""
    # They are in the order of their full names; stable sorting keeps that order for equal given names.
    named = sorted(
        ((one.name.split()[-1], one) for one in bulletin.register.signers), key=lambda pair: sort_key(pair[0])
    )
    return by_letter((given, _link(one, bulletin)) for given, one in named)


def _link(signer: Signer, bulletin: Bulletin) -> LinkView:
    site, records = bulletin.directory.site, signed_by(signer)
    link = LinkView(signer.name, addresses.person(WORDS[site.language], signer.id), len(records))
    return group_link(link, records, site)


def _pages(signer: Signer, crumbs: tuple[LinkView, ...], bulletin: Bulletin) -> Iterator[Page]:
    site = bulletin.directory.site
    link = LinkView(signer.name, addresses.person(WORDS[site.language], signer.id))
    content = SignerPage(items=signed_by(signer), signer_id=signer.id, crumbs=crumbs)
    yield from list_pages(link, content, PAGE_SIZE, template="signer.html", site=site)


class SignerPage(ListContent[Record], frozen=True, kw_only=True):
    """Some of the agreements signed under one name."""

    signer_id: str
    crumbs: tuple[LinkView, ...]

    def view(self, directory: Directory, url: str, title: str) -> SignerView:
        """See :class:`PageContent`."""
        own = (self.at.listing,)
        signings = (
            SigningView(row(record, directory), signatory_view(signatory, record.agreement, own, directory))
            for record in self.items
            for signatory in record.agreement.signatories
            if directory.signer_id(signatory.person.name) == self.signer_id
        )
        return SignerView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            signings=tuple(signings),
            total=self.at.total,
            pager=pager(self.at, directory.site.language),
        )
