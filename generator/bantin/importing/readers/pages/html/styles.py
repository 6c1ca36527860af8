"""What the style of an element says: whether it is hidden, bold, in italics, centred; and the marks of Office."""

import re

from lxml.html import HtmlElement

from bantin.importing.material import Align

_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all")
_WEIGHT = re.compile(r"font-weight\s{0,9}:\s{0,9}([a-z0-9]+)")
_STYLE = re.compile(r"font-style\s{0,9}:\s{0,9}([a-z]+)")
_ALIGN = re.compile(r"text-align\s{0,9}:\s{0,9}(center|right|left|justify)")
_LIST_NUMBER = re.compile(r"mso-list\s{0,9}:\s{0,9}ignore")
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_ALIGNS = {"center": Align.CENTRE, "right": Align.RIGHT}


def style_of(element: HtmlElement) -> str:
    """The style that is written in an element, in lower case."""
    return (element.get("style") or "").lower()


def is_hidden(element: HtmlElement) -> bool:
    """Whether readers do not see an element."""
    style = style_of(element)
    return element.get("hidden") is not None or (bool(style) and _HIDDEN.search(style) is not None)


def is_list_number(element: HtmlElement) -> bool:
    """Whether an element has the number or the bullet that Word put before a paragraph."""
    style = style_of(element)
    return bool(style) and _LIST_NUMBER.search(style) is not None


def is_bold(element: HtmlElement, *, inherited: bool) -> bool:
    """Whether the words of an element are bold; ``inherited`` says whether those around it are."""
    style = style_of(element)
    weight = _WEIGHT.search(style) if style else None
    return weight[1] in _BOLD if weight else inherited or element.tag in ("b", "strong")


def is_italic(element: HtmlElement, *, inherited: bool) -> bool:
    """Whether the words of an element are in italics; ``inherited`` says whether those around it are."""
    style = style_of(element)
    slope = _STYLE.search(style) if style else None
    return slope[1] in ("italic", "oblique") if slope else inherited or element.tag in ("i", "em")


def align_of(element: HtmlElement) -> Align:
    """How the lines of an element are aligned, if it says so."""
    style = style_of(element)
    written = _ALIGN.search(style) if style else None
    if written:
        return _ALIGNS.get(written[1], Align.LEFT)
    return Align.CENTRE if element.tag == "center" else _ALIGNS.get((element.get("align") or "").lower(), Align.LEFT)
