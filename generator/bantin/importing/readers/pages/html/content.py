"""The content of a page: the element that has the text of the article."""

import re
from collections.abc import Container

from lxml.html import HtmlElement

from bantin.importing.readers.pages.html.outline import Outline
from bantin.importing.readers.pages.html.tree import ancestors, marks_of

# Names that SharePoint, Liferay, WordPress, Joomla, DotNetNuke modules and VNPT portals give to the text of an article.
_NAMES = re.compile(
    r"(?:^|\s)(?:ms-rtestate-field|journal-content-article|asset-(?:full-)?content|entry-content|(?:post|td-post)-content"
    r"|item-?page|item(?:full)?text|article-?(?:body|content|detail)|news-?(?:content|detail|body)|detail-?content"
    r"|content-?detail|edn_article\w*|noi-?dung(?:-?(?:tin|bai-?viet))?|chi-?tiet(?:-?tin)?|fck_detail|bodytext"
    r"|field-name-body)(?:$|\s)"
)
# Elements that hold one paragraph, or parts of one thing.
_UNDIVIDED = frozenset({"p", "li", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})


def content_of(body: HtmlElement, outline: Outline, title: HtmlElement | None = None) -> HtmlElement:
    """The innermost element that has most of the running text, or one that is named for it; else the body.

    Where two parts of a page have much text, it is in the part with the ``title`` of the article.
    """
    named = [element for element in body.iter() if _is_named(element) and element in outline.spans]
    best = max(named, key=lambda element: outline.weights.get(element, 0), default=None)
    dense = _densest(body, outline, frozenset(() if title is None else ancestors(title)))
    if best is not None and 2 * outline.weights.get(best, 0) >= outline.weights.get(dense, 0):
        return best
    return dense


def _is_named(element: HtmlElement) -> bool:
    if element.get("itemprop") == "articleBody":
        return True
    marks = marks_of(element)
    return bool(marks) and _NAMES.search(marks) is not None


def _densest(body: HtmlElement, outline: Outline, around_title: Container[HtmlElement]) -> HtmlElement:
    here, total = body, outline.weights.get(body, 0)
    while True:
        parts = [one for one in here if one.tag not in _UNDIVIDED and outline.count(one) > 1]
        heavy = [one for one in parts if 10 * outline.weights.get(one, 0) >= 7 * total > 0]
        titled = [one for one in parts if one in around_title and 10 * outline.weights.get(one, 0) >= 3 * total > 0]
        if not heavy and not titled:
            return here
        here, total = (heavy[0], total) if heavy else (titled[0], outline.weights[titled[0]])
