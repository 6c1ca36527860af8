"""The image that social media show for a link to an article: its first photo, or a card drawn for it."""

import hashlib

from msgspec import Struct

from bantin.domain.model import Article, Photo, RecordHome
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, names_then, photo_view
from bantin.site.views.parts import PhotoView

WIDTH, HEIGHT = 1200, 630
"""The size in pixels that social media recommend for cards (1.91 : 1)."""

RECIPE = 1
"""Must be increased when cards are drawn differently: it is part of their addresses, so services load the new ones."""


class SocialCard(Struct, frozen=True):
    """A card to draw, and its address from the root of all languages; ``name`` is the name of the bulletin.

    ``source`` is the file of the article. ``parties`` are those of its agreement, ``day`` is that of signing or
    publication; either may be empty.
    """

    address: str
    source: str
    name: str
    title: str
    parties: str
    day: str


def social_card(home: RecordHome, directory: Directory) -> SocialCard | None:
    """The card of an article or record; ``None`` if it has photos, or if the site has no cards."""
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
    """The image of an article or record for social media; ``None`` if it has none."""
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
