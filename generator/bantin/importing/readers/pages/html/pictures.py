"""Pictures of a page: their addresses, and which of them are icons, counters or placeholders."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from bantin.importing.material import Picture, Place
from bantin.importing.readers.pages.html.tree import cleaned

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src")
_LARGEST_ICON = 48
_NO_PICTURE = re.compile(
    r"(?:^|[/_.-])(?:icons?|ico|spacer|blank|pixel|transparent|loading|loader|placeholder|1x1|bullet|arrow|emoji|smiley"
    r"|facebook|zalo|twitter|printer|print|emailbutton|printbutton|rss|hitcounter|stat|tracking|beacon)"
    r"(?:[/_.-]|\d*\.(?:gif|png|svg|jpe?g)|$)|\.(?:ico|svg)(?:$|\?)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s*([0-9]{1,5})(?:px)?\s*")
_STYLE_SIZE = re.compile(r"(?:^|;)\s{0,9}(?:width|height)\s{0,9}:\s{0,9}([0-9]{1,5})px")


def picture_of(element: HtmlElement, place: Place, caption: str = "") -> Picture | None:
    """The picture that an element ``img`` shows; ``None`` if it is an icon or the like."""
    path = address_of(element)
    return Picture(path, place, cleaned(element.get("alt") or ""), caption) if path else None


def address_of(picture: HtmlElement) -> str:
    """The address of the picture itself, not of what stands in its place until it is loaded; empty for icons.

    A picture that is in the page (``data:``) has that as its address.
    """
    found = next((address for address in _addresses(picture) if address and not _is_icon(address)), "")
    return "" if _is_small(picture) else found


def _addresses(picture: HtmlElement) -> Iterator[str]:
    for name in _LAZY:
        yield (picture.get(name) or "").strip()
    for name in ("data-srcset", "src", "srcset"):
        value = (picture.get(name) or "").strip()
        yield _largest(value) if name.endswith("srcset") else value


def _largest(srcset: str) -> str:
    """The last address of a ``srcset``, which is that of the largest picture where they are in order."""
    return srcset.rsplit(", ", 1)[-1].split(" ", maxsplit=1)[0]


def _is_icon(address: str) -> bool:
    # The smallest picture that shows anything has some hundred bytes; placeholders have fewer.
    if address.startswith("data:"):
        return len(address) < 1_000 or not address.startswith("data:image/")
    return _NO_PICTURE.search(address) is not None


def _is_small(picture: HtmlElement) -> bool:
    given = [int(match[1]) for key in ("width", "height") if (match := _SIZE.fullmatch(picture.get(key) or ""))]
    given += [int(size) for size in _STYLE_SIZE.findall((picture.get("style") or "").lower())]
    return bool(given) and max(given) <= _LARGEST_ICON
