"""IMAGES: the images of a plan → artifacts, encoded by workers or taken from the cache."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from bantin.content.discover import read
from bantin.content.images.faults import DamagedImage, NotAnImage, TooLong, TooManyPixels
from bantin.content.images.reading import LARGEST_IMAGE
from bantin.content.problems import images as problems
from bantin.domain.problems import Checked, Location
from bantin.render import Artifact, StagedFile
from bantin.render.artifact import Keep
from bantin.render.images.cache import ImageCache
from bantin.render.images.recipe import name_of
from bantin.runtime.workers import Workers
from bantin.site.page import Image
from bantin.site.pictures import Rendition
from bantin.site.social import SocialCard

Drawn = Checked[Artifact | StagedFile]

# A photo takes about a second, a card a few milliseconds.
_CARDS_AT_ONCE = 40


def draw(
    images: Sequence[Image], root: Path, image_cache: ImageCache, workers: Workers, keep: Keep | None = None
) -> Iterator[Drawn]:
    """Yields the artifacts of ``images``, whose sources lie below ``root``; workers pass each of them to ``keep``.

    Raises what ``keep`` raises.
    """
    photos = [image for image in images if isinstance(image, Rendition)]
    cards = [image for image in images if isinstance(image, SocialCard)]
    by_source = [tuple(group) for _, group in groupby(photos, key=lambda one: one.source)]
    for made in workers.each(partial(_draw_photos, root, image_cache, keep), by_source, 1):
        yield from made
    for made in workers.each(partial(_draw_cards, image_cache, keep), cards, _CARDS_AT_ONCE):
        yield from made


def _draw_photos(
    root: Path, image_cache: ImageCache, keep: Keep | None, groups: Sequence[tuple[Rendition, ...]]
) -> list[Drawn]:
    return [drawn for group in groups for drawn in _drawn(_encoded(root, image_cache, group), keep)]


def _draw_cards(image_cache: ImageCache, keep: Keep | None, cards: Sequence[SocialCard]) -> list[Drawn]:
    made = []
    for card in cards:
        data = image_cache.get(name_of(card))
        if data is None:
            # Imported lazily: not needed while all cards are cached.
            from bantin.render.images.card import draw_card

            data = draw_card(card)
            image_cache.put(name_of(card), data)
        made.append(Checked(Artifact(card.address, data)))
    return list(_drawn(made, keep))


def _encoded(root: Path, image_cache: ImageCache, wanted: Sequence[Rendition]) -> list[Checked[Artifact]]:
    """Returns the renditions of one image."""
    found = {one: image_cache.get(name_of(one)) for one in wanted}
    missing = [one for one, data in found.items() if data is None]
    if missing:
        # Imported lazily: not needed while all images are cached.
        from bantin.content.images.examining import digest_of_image
        from bantin.render.images.encoding import encode

        source = missing[0].source
        read_now = read(root, source, LARGEST_IMAGE)
        if read_now.value is None:
            return [Checked(None, read_now.problems)]
        try:
            if digest_of_image(read_now.value) != missing[0].image.digest:
                return [Checked(None, (problems.CHANGED.at(Location(source), path=source),))]
            for one, data in zip(missing, encode(read_now.value, missing), strict=True):
                image_cache.put(name_of(one), data)
                found[one] = data
        except (DamagedImage, NotAnImage, TooLong, TooManyPixels):
            return [Checked(None, (problems.DAMAGED.at(Location(source), path=source),))]
    return [Checked(Artifact(one.address, data)) for one, data in found.items() if data is not None]


def _drawn(made: Iterable[Checked[Artifact]], keep: Keep | None) -> Iterator[Drawn]:
    for one in made:
        yield Checked(keep(one.value) if keep and one.value else one.value, one.problems)
