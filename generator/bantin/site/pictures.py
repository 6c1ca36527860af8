"""Pictures: in which sizes and formats an image is published, and how a page offers them to browsers.

Nothing is drawn here: what an image will look like follows from what is known of it.
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
"""To be raised when images are made otherwise, so that what browsers have kept is not taken for them."""

WIDTHS = (480, 960, 1600)
"""A phone, a phone with a sharp screen or a column of text, and a photo that is looked at by itself."""

IN_TEXT = "(min-width: 50rem) 45rem, 94vw"
"""How wide a picture in a text is shown: the column, or nearly the whole of a narrow screen."""

# A size that is hardly smaller than the next one saves nobody anything.
_STEP = 1.2

Type = Literal["avif", "webp", "jpg", "png", "gif"]

_TYPES: dict[ImageForm, tuple[Type, ...]] = {
    ImageForm.PHOTO: ("avif", "webp", "jpg"),
    ImageForm.DRAWING: ("webp", "png"),
    ImageForm.MOVING: ("gif",),
}
"""The formats of each form, the smallest first; the last is for browsers that know no other, and for programs."""

_LONGEST_SIDE: dict[Type, int] = {"webp": 16_383, "avif": 32_768}
"""The pixels that an encoder or, of AVIF, a browser takes at most on a side; the last formats take all that is read."""


class Rendition(Struct, frozen=True):
    """An image in one size and format, and where it is found, from the root of all. All forms of it are upright."""

    address: str
    image: ImageFacts
    width: int
    height: int
    type: Type

    @property
    def source(self) -> str:
        """The file that it is made from."""
        return self.image.path


def renditions(image: ImageFacts, site: Site) -> tuple[Rendition, ...]:
    """What an image is published as: each format, the smallest size first.

    Of the last format there is the largest size only; and of a drawing, which does not grow smaller with its size. One
    that moves keeps its size. What is too long for a format is not offered in it.
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
    """The pieces of a text (as in :class:`~bantin.domain.model.Body`) with pictures in the place of some of its images.

    Each picture has the number of its link; ``root`` is what to write before every address of the site.
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


# Cleaning writes every attribute in double quotes and escapes these within, so that what is in quotes can be told. A
# text around an image cannot look like its beginning: the quote before the address would be one that closes.
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
