"""Pictures: the sizes and formats in which an image is published, and the HTML that offers them to browsers.

Nothing is drawn here: the renditions of an image follow from its properties.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal

from msgspec import Struct

from bantin.domain.model import ImageFacts, ImageForm, Site
from bantin.domain.text.urls import full
from bantin.site import addresses
from bantin.site.views.parts import PictureView, SourceView

RECIPE = 1
"""Must be increased when images are drawn differently: it is part of their addresses, so browsers load the new ones."""

WIDTHS = (480, 960, 1600)
"""Widths in pixels for: a phone; a phone with a sharp screen, or a column of text; a photo viewed on its own."""

IN_TEXT = "(min-width: 50rem) 45rem, 94vw"
"""The width of a picture in a text: that of the column, or nearly that of a narrow screen."""

# A size must be smaller than the next one at least by this factor to be worth publishing.
_STEP = 1.2

Type = Literal["avif", "webp", "jpg", "png", "gif"]

_TYPES: dict[ImageForm, tuple[Type, ...]] = {
    ImageForm.PHOTO: ("avif", "webp", "jpg"),
    ImageForm.DRAWING: ("webp", "png"),
    ImageForm.MOVING: ("gif",),
}
"""The formats for each form of image, the smallest first; the last is for old browsers and for other programs."""

_LONGEST_SIDE: dict[Type, int] = {"webp": 16_383, "avif": 32_768}
"""The maximum length of a side in pixels, for encoding or, with AVIF, for browsers. The last formats have no limit."""


class Rendition(Struct, frozen=True):
    """An image in one size and format, and its address from the root of all languages. It is upright in all of them."""

    address: str
    image: ImageFacts
    width: int
    height: int
    type: Type

    @property
    def source(self) -> str:
        """The path of the original file."""
        return self.image.path


def renditions(image: ImageFacts, site: Site) -> tuple[Rendition, ...]:
    """The renditions of an image: each format, the smallest size first.

    The last format has only the largest size, as have drawings, whose files do not get smaller with their size.
    Animated images keep their size. A format is left out if the image is too long for it.
    """
    *types, last = _TYPES[image.form]
    widths = _offered(image)
    made = [_rendition(image, site, width, one) for one in types for width in widths]
    fitting = [one for one in made if max(one.width, one.height) <= _LONGEST_SIDE[one.type]]
    return (*fitting, _rendition(image, site, widths[-1], last))


def picture_view(image: ImageFacts, site: Site) -> PictureView:
    """An image as a page shows it."""
    *others, last = renditions(image, site)
    types = dict.fromkeys(one.type for one in others)
    return PictureView(
        url=last.address,
        width=last.width,
        height=last.height,
        sources=tuple(
            SourceView(f"image/{kind}", tuple((one.address, one.width) for one in others if one.type == kind))
            for kind in types
        ),
    )


def with_pictures(parts: tuple[str, ...], pictures: Sequence[tuple[int, PictureView]], root: str) -> tuple[str, ...]:
    """Puts pictures in place of images in the pieces of a text (as in :class:`~bantin.domain.model.Body`).

    Each picture is given with the number of its link; ``root`` is put before every address of the site.
    """
    pieces = list(parts)
    for number, picture in pictures:
        opening, closing = _OPENING.search(pieces[number]), _CLOSING.match(pieces[number + 1])
        if opening and closing:
            before, after = pieces[number][: opening.start()], pieces[number + 1][closing.end() :]
            size = f' width="{picture.width}" height="{picture.height}" loading="lazy" decoding="async"'
            pieces[number] = f"{before}<picture>{''.join(_sources(picture, root))}{opening[0]}"
            pieces[number + 1] = f"{closing[0][:-1]}{size}></picture>{after}"
    return tuple(pieces)


# The sanitiser puts every attribute in double quotes and escapes those within, so this parses them reliably. The text
# before an image cannot look like the beginning of its tag: the quote before the address would be a closing one.
_ATTRIBUTES = r'(?: [\w:-]+="[^"]*")*'
_OPENING = re.compile(rf'<img{_ATTRIBUTES} src="\Z')
_CLOSING = re.compile(rf'"{_ATTRIBUTES}>')


def _sources(picture: PictureView, root: str) -> Iterator[str]:
    for source in picture.sources:
        files = ", ".join(f"{full(root, url)} {width}w" for url, width in source.files)
        yield f'<source type="{source.type}" srcset="{escape(files)}" sizes="{IN_TEXT}">'


def _offered(image: ImageFacts) -> tuple[int, ...]:
    if image.form is ImageForm.PHOTO:
        return _widths(image.width)
    return (image.width if image.form is ImageForm.MOVING else min(image.width, WIDTHS[-1]),)


def _widths(width: int) -> tuple[int, ...]:
    largest = min(width, WIDTHS[-1])
    return (*(one for one in WIDTHS if one * _STEP <= largest), largest)


def _rendition(image: ImageFacts, site: Site, width: int, kind: Type) -> Rendition:
    stem = posixpath.splitext(addresses.attachment(site, image.path))[0]
    said = f"{image.digest} {image.form} {RECIPE}"
    digest = hashlib.blake2b(said.encode(), digest_size=5).hexdigest()
    height = max(1, round(image.height * width / image.width))
    return Rendition(f"{stem}.{width}.{digest}.{kind}", image, width, height, kind)
