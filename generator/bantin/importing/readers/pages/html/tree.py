"""The tree of a web page, and the words of its elements. Within limits to size and depth."""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from bantin.importing.material import Refusal, Unreadable

LARGEST_PAGE = 20_000_000
"""The size of the largest page that is read, in bytes."""

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr"
)
INLINE = frozenset(_INLINE_TAGS.split())
"""The elements that are part of a line. Those of Office (``o:p``, ``st1:place``) are, too."""

# What is never content, with all that is in it.
_NO_TEXT = (
    "script style noscript template svg math canvas select textarea button input option xml map progress meter "
    "datalist frameset noframes"
)
# SharePoint begins texts with a zero width space; soft hyphens are of the layout.
_INVISIBLE = ("\u200b", "\u200c", "\ufeff", "\u00ad")
_OF_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template"})
# The parser drops what stands behind these; browsers do not, and pages made of parts have them in the middle.
_ENDS = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")


def parse_page(text: str) -> HtmlElement:
    """The tree of a page, its scripts included.

    Raises ``Unreadable`` if it is empty, too large or nested too deeply.
    """
    declaration = _XML_DECLARATION.match(text)
    data = _ENDS.sub("", text[declaration.end() if declaration else 0 :]).encode("utf-8", "replace")
    if len(data) > LARGEST_PAGE:
        raise Unreadable(Refusal.TOO_LARGE)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise Unreadable(Refusal.EMPTY if not text.strip() else Refusal.DAMAGED) from error
    # The parser stops at 256 levels, and all that follows would be missing.
    if parser.error_log.filter_from_fatals():
        raise Unreadable(Refusal.TOO_COSTLY, "depth")
    return root


def body_of(root: HtmlElement) -> HtmlElement:
    """The body of a page, from which scripts, styles and controls of forms are removed."""
    body, head = root.find("body"), root.find("head")
    if body is None:
        body = lxml.etree.SubElement(root, "body")
    # The parser leaves elements that are younger than HTML 4 in the head, such as ``article``, if no body is opened.
    body[:0] = [child for child in (() if head is None else head) if child.tag not in _OF_HEAD]
    lxml.etree.strip_elements(body, *_NO_TEXT.split(), with_tail=False)
    return body


def is_inline(element: HtmlElement) -> bool:
    """Whether an element is part of a line."""
    return element.tag in INLINE or ":" in element.tag


def cleaned(text: str) -> str:
    """``text`` without invisible characters, each run of spaces and line breaks as one space."""
    for sign in () if text.isascii() else _INVISIBLE:
        # A test and a replacement take a tenth of the time of ``str.translate``.
        if sign in text:
            text = text.replace(sign, "")
    return " ".join(text.split())


def words_of(element: HtmlElement) -> str:
    """All words in an element, on one line."""
    return cleaned(" ".join(element.itertext()))


def marks_of(element: HtmlElement) -> str:
    """The class names and the id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip().lower()


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and those that it stands in, from the inside out."""
    here = element
    while here is not None:
        yield here
        here = here.getparent()


def drop(element: HtmlElement) -> None:
    """Takes an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
