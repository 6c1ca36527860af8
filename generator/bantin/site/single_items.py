"""Groups that arise from items: what a person signed, what two agencies signed, what has a topic, what a day has.

A group of several items has a page of its own. A page for a single item would only be a step on the way to it, so links
lead straight to the item. Days have no pages: the list of their month holds them.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bantin.domain.model import Agreement, Article, Feature, RecordHome, Site
from bantin.index import Bulletin, Directory, Record, Signer
from bantin.site import addresses
from bantin.site.addresses import WORDS, AddressWords
from bantin.site.cards import home_link, subject_link
from bantin.site.views import LinkView

Items = Sequence[Record] | Sequence[RecordHome]


def has_page(items: Items) -> bool:
    """Whether a group has a page of its own."""
    return len(items) > 1


def group_link(link: LinkView, items: Items, site: Site) -> LinkView:
    """The link to a group: ``link`` to its page, or a link to its only item, which it names."""
    if has_page(items):
        return link
    only = _item_link(items[0], site)
    lang = only.lang or (site.language if link.lang else "")
    return replace(link, url=only.url, item=only.label, item_lang="" if lang == link.lang else lang)


def where_grouped(link: LinkView, groups: tuple[str, ...]) -> LinkView:
    """``link`` on the page of an item, or only its label if no page of the item's ``groups`` is at its address."""
    return link if link.url in groups else replace(link, url="", linked=False)


def signed_by(signer: Signer) -> tuple[Record, ...]:
    """The agreements of a signer; one that was signed twice by the same person is listed once."""
    return tuple({signing.record.agreement.id: signing.record for signing in signer.signings}.values())


def group_pages(bulletin: Bulletin) -> frozenset[str]:
    """The addresses of the groups that have pages of their own."""
    return frozenset(address for address, items in _groups(bulletin) if has_page(items))


def groups_of(home: RecordHome, directory: Directory, pages: frozenset[str]) -> tuple[str, ...]:
    """The addresses, in ``pages``, of the groups that ``home`` belongs to.

    They are part of the content of its page, so that this changes when a group gets or loses its page.
    """
    words = WORDS[directory.site.language]
    topics = home.tags if isinstance(home, Article) else ()
    own = (
        *(_of_agreement(home.agreement, words, directory) if home.agreement else ()),
        *(addresses.tag(words, directory.topic_id(topic)) for topic in topics),
    )
    return tuple(sorted(pages.intersection(own)))


def single_item_addresses(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """The address that each group without a page would have, and the address where its items are.

    Both are relative to the root of all languages. A day leads to its item or, if it has several, to their place in the
    list of the month. The addresses may have been public earlier, or be written in texts.
    """
    for one in bulletin.in_all_languages:
        site = one.directory.site
        for address, items in _groups(one):
            if not has_page(items):
                yield site.prefix + address, site.prefix + _item_link(items[0], site).url
        yield from ((site.prefix + address, site.prefix + place) for address, place in _days(one))


def _item_link(item: Record | RecordHome, site: Site) -> LinkView:
    return subject_link(item.home, site) if isinstance(item, Record) else home_link(item, site)


def _groups(bulletin: Bulletin) -> Iterator[tuple[str, Items]]:
    """The address and the items of each group, except days."""
    directory, register = bulletin.directory, bulletin.register
    words = WORDS[directory.site.language]
    if Feature.REGISTER not in directory.site.off:
        yield from ((addresses.pair(words, *pair), records) for pair, records in register.by_pair.items())
        yield from ((addresses.person(words, one.id), signed_by(one)) for one in register.signers)
    yield from ((addresses.tag(words, topic), articles) for topic, articles in bulletin.by_tag.items())


def _of_agreement(agreement: Agreement, words: AddressWords, directory: Directory) -> Iterable[str]:
    parties = {party.agency for party in agreement.parties}
    if len(parties) == 2:
        yield addresses.pair(words, *parties)
    for signatory in agreement.signatories:
        yield addresses.person(words, directory.signer_id(signatory.person.name))


def _days(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    site = bulletin.directory.site
    words = WORDS[site.language]
    if Feature.ARCHIVE in site.off:
        return
    for period, homes in bulletin.by_period.items():
        if period.day:
            place = addresses.day(words, period) if has_page(homes) else addresses.home(words, homes[0])
            yield addresses.period(words, period), place
