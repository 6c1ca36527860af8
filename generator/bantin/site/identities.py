"""What an address shows: which item, under which permanent id, and which facts tell it from others."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.model import (
    AddressKind,
    Agency,
    Agreement,
    Article,
    Gone,
    GoneKind,
    Named,
    RecordFile,
    RecordHome,
    StaticPage,
)
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS

Item = RecordHome | StaticPage | Agency


class Identity(Struct, frozen=True):
    """An item at an address: its permanent ``id``, the ``digest`` of its facts, and the ``path`` of its file.

    The facts are those that tell it from others, in the language of the address. A corrected text does not change them.
    There are none of an item that is gone: its address keeps the digest that it had.
    """

    kind: AddressKind
    id: str
    digest: str
    path: str

    @property
    def named(self) -> Named:
        """What names the item, whatever its address and its language."""
        return self.kind, self.id


def identities(bulletin: Bulletin) -> Mapping[str, Identity]:
    """The items of ``bulletin`` in all its languages, by address from the root of all."""
    slugs = {page.path: page.slug for page in bulletin.pages}
    return {
        one.directory.site.prefix + address: identity
        for one in bulletin.in_all_languages
        for address, identity in _in_one_language(one, slugs)
    }


def unshown(bulletin: Bulletin) -> Iterator[tuple[Item, Identity]]:
    """The items whose files exist but which are not shown, in the main language."""
    return ((item, _identity(item, getattr(item, "slug", ""))) for item in bulletin.unshown)


def _in_one_language(bulletin: Bulletin, slugs: Mapping[str, str]) -> Iterator[tuple[str, Identity]]:
    words = WORDS[bulletin.directory.site.language]
    homes: Iterable[RecordHome] = (*bulletin.articles, *bulletin.record_files)
    yield from ((addresses.home(words, home), _identity(home)) for home in homes)
    for page in bulletin.pages:
        original = bulletin.originals.get(page.path, page.path)
        yield addresses.static_page(page), _identity(page, slugs.get(original, page.slug))
    yield from ((addresses.agency(words, one.id), _identity(one)) for one in bulletin.directory.agencies)
    yield from ((addresses.gone(words, one), _gone_identity(one)) for one in bulletin.gone)


def _identity(item: Item, slug: str = "") -> Identity:
    """The identity of ``item``; ``slug`` is that of a static page in the main language."""
    if isinstance(item, Agency):
        return Identity(AddressKind.AGENCY, item.id, _digest(item.name.vi, item.name.en), item.path)
    if isinstance(item, StaticPage):
        return Identity(AddressKind.PAGE, slug, _digest(item.title), item.path)
    agreement = item.agreement
    facts = _facts(agreement) if agreement else ()
    if isinstance(item, RecordFile):
        return Identity(AddressKind.RECORD, item.agreement.id, _digest(*facts), item.path)
    digest = _digest(item.title, item.lead, *facts)
    if agreement:
        return Identity(AddressKind.RECORD, agreement.id, digest, item.path)
    return Identity(AddressKind.ARTICLE, article_id(item), digest, item.path)


def _gone_identity(gone: Gone) -> Identity:
    """The identity that an item had before it was gone."""
    slug = gone.original_slug or gone.slug
    if gone.id:
        return Identity(AddressKind.RECORD, gone.id, "", gone.path)
    own_id = article_id(gone) if gone.kind is GoneKind.ARTICLE else slug
    return Identity(AddressKind(gone.kind), own_id, "", gone.path)


def article_id(article: Article | Gone) -> str:
    """The id of an article without an agreement: ``2012/<slug>``, which no other article has."""
    return f"{article.year or 'undated'}/{article.original_slug or article.slug}"


def _facts(agreement: Agreement) -> tuple[str, ...]:
    parties = " ".join(party.agency for party in agreement.parties)
    return agreement.title, agreement.number, agreement.type, str(agreement.signed_on), parties


def _digest(*facts: str) -> str:
    return hashlib.blake2b("\0".join(facts).encode(), digest_size=6).hexdigest()
