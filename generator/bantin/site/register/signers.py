"""Who signed: an index of the names, and what was signed under each."""

from collections.abc import Iterator
from functools import partial

from bantin.domain.text.collation import sort_key
from bantin.index import Bulletin, Directory, Record, Signer
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, top_link
from bantin.site.facts import signatory_view
from bantin.site.indexes import Groups, by_letter, index_page, shared_pages
from bantin.site.page import Page, Part, Slice
from bantin.site.pagination import list_pages, pager
from bantin.site.register.rows import row
from bantin.site.register.tables import PAGE_SIZE
from bantin.site.views import LinkView, SignerView, SigningView


def signer_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The index of those who signed, and the pages of each."""
    language = bulletin.directory.site.language
    index, home = top_link("people", language), home_crumb(language)
    yield index_page(index, _index(bulletin), (home,))
    for signer in bulletin.register.signers:
        yield from _pages(signer, (home, index), bulletin)
    links = {one.id: _link(one, bulletin) for one in bulletin.register.signers}
    yield from shared_pages(links, partial(addresses.person, WORDS[language]), (home, index))


def _index(bulletin: Bulletin) -> Groups:
    """The signers by their given names, which stand last, as in every Vietnamese list of people."""
    # They are in the order of their whole names, which sorting keeps among those of one given name.
    named = sorted(
        ((one.name.split()[-1], one) for one in bulletin.register.signers), key=lambda pair: sort_key(pair[0])
    )
    return by_letter((given, _link(one, bulletin)) for given, one in named)


def _link(signer: Signer, bulletin: Bulletin) -> LinkView:
    words = WORDS[bulletin.directory.site.language]
    return LinkView(signer.name, addresses.person(words, signer.id), len(_records(signer)))


def _records(signer: Signer) -> tuple[Record, ...]:
    """What a signer has signed; one who signs an agreement twice has signed one agreement."""
    return tuple({signing.record.agreement.id: signing.record for signing in signer.signings}.values())


def _pages(signer: Signer, crumbs: tuple[LinkView, ...], bulletin: Bulletin) -> Iterator[Page]:
    language = bulletin.directory.site.language
    link = LinkView(signer.name, addresses.person(WORDS[language], signer.id))
    parts: dict[str, Part] = {"signer_id": signer.id, "crumbs": crumbs}
    yield from list_pages(
        link, _records(signer), PAGE_SIZE, _signer_view, parts, template="signer.html", language=language
    )


def _signer_view(
    directory: Directory,
    url: str,
    title: str,
    *,
    signer_id: str,
    items: tuple[Record, ...],
    at: Slice,
    crumbs: tuple[LinkView, ...],
) -> SignerView:
    signings = (
        SigningView(row(record, directory), signatory_view(signatory, record.agreement, directory))
        for record in items
        for signatory in record.agreement.signatories
        if directory.signer_id(signatory.person.name) == signer_id
    )
    return SignerView(
        url=url,
        title=title,
        crumbs=crumbs,
        signings=tuple(signings),
        total=at.total,
        pager=pager(at, directory.site.language),
    )
