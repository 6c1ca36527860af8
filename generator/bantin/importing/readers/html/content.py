"""The content of a page: the element that has the text of the article."""

import re

from lxml.html import HtmlElement

from bantin.importing.readers.html.outline import Outline
from bantin.importing.readers.html.tree import marks_of

# Names that SharePoint, Liferay, WordPress, Joomla, DotNetNuke modules and VNPT portals give to the text of an article.
_NAMES = re.compile(
    r"(?:^|\s)(?:ms-rtestate-field|journal-content-article|asset-(?:full-)?content|entry-content|(?:post|td-post)-content"
    r"|item-?page|item(?:full)?text|article-?(?:body|content|detail)|news-?(?:content|detail|body)|detail-?content"
    r"|content-?detail|edn_article\w*|noi-?dung(?:-?(?:tin|bai-?viet))?|chi-?tiet(?:-?tin)?|fck_detail|bodytext"
    r"|field-name-body)(?:$|\s)"
)
# Elements that hold one paragraph, or parts of one thing.
_UNDIVIDED = frozenset({"p", "li", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})


def content_of(body: HtmlElement, outline: Outline) -> HtmlElement:
    """The innermost element that has most of the running text, or one that is named for it; else the body."""
    named = [element for element in body.iter() if _is_named(element) and element in outline.spans]
    best = max(named, key=lambda element: outline.weights.get(element, 0), default=None)
    dense = _densest(body, outline)
    if best is not None and 2 * outline.weights.get(best, 0) >= outline.weights.get(dense, 0):
        return best
    return dense


def _is_named(element: HtmlElement) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    marks = marks_of(element)
    return bool(marks) and _NAMES.search(marks) is not None


def _densest(body: HtmlElement, outline: Outline) -> HtmlElement:
    here, total = body, outline.weights.get(body, 0)
    while (child := _heaviest(here, outline, total)) is not None:
        here = child
    return here


def _heaviest(element: HtmlElement, outline: Outline, total: int) -> HtmlElement | None:
    """The child with seven tenths of all running text, if it can hold several paragraphs."""
    child = max(element, key=lambda one: outline.weights.get(one, 0), default=None)
    if child is None or child.tag in _UNDIVIDED or outline.count(child) < 2:
        return None
    weight = outline.weights.get(child, 0)
    return child if weight > 0 and 10 * weight >= 7 * total else None
