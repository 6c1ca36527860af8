"""What others show of an article when it is shared: its first photo, or else a card that is drawn for it."""

import hashlib

from msgspec import Struct

from bantin.domain.model import Article, Photo, RecordHome
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, names_then, photo_view
from bantin.site.views.parts import PhotoView

WIDTH, HEIGHT = 1200, 630
"""The size that the services which show cards ask for (1.91 : 1)."""

RECIPE = 1
"""To be raised when cards are drawn otherwise, so that what services have kept is not taken for them."""


class SocialCard(Struct, frozen=True):
    """A card to draw, and where it is found, from the root of all: what the bulletin is called, and of which article.

    ``source`` is the file of the article, ``parties`` are those of its agreement, ``day`` when it was signed or
    published; either may be empty.
    """

    address: str
    source: str
    name: str
    title: str
    parties: str
    day: str


def social_card(home: RecordHome, directory: Directory) -> SocialCard | None:
    """The card of an article or a record, if it is to have one."""
    site = directory.site
    if not site.social_cards or _photos(home):
        return None
    agreement = home.agreements[0] if home.agreements else None
    published = home.published if isinstance(home, Article) else None
    day = agreement.signed_on if agreement else published.day if published else None
    shown = date_view(day, site.language)
    parties = names_then((party.agency for party in agreement.parties), day, directory) if agreement else ()
    said = (site.title, home.title, " – ".join(parties), shown.long if shown else "")
    digest = hashlib.blake2b(f"{RECIPE}{said}".encode(), digest_size=5).hexdigest()
    address = f"{site.prefix}{addresses.home(WORDS[site.language], home)}card.{WIDTH}.{digest}.png"
    return SocialCard(address, home.path, *said)


def preview_view(home: RecordHome, directory: Directory) -> PhotoView | None:
    """What others show of an article or a record, if it has anything to show."""
    photos = _photos(home)
    if photos:
        return photo_view(photos[0], directory.site)
    card = social_card(home, directory)
    if card is None:
        return None
    url = card.address.removeprefix(directory.site.prefix)
    return PhotoView(url, home.title, "", "", WIDTH, HEIGHT)


def _photos(home: RecordHome) -> tuple[Photo, ...]:
    return home.photos if isinstance(home, Article) else ()
