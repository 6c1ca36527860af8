"""The widgets of a portal: menus, forms, lists of other news, figures, comments. They are removed, and told of."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind
from bantin.importing.readers.pages.html.outline import Line, Outline
from bantin.importing.readers.pages.html.tree import drop, marks_of, words_of
from bantin.importing.readers.pages.html.widget_words import heads_widget, is_button, is_figure, is_trail

_LONGEST_WORDS = 300
_MOST_ITEMS = 200
_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "marquee"})
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "complementary", "dialog", "menu", "menubar"})
# Paragraphs and cells have names for their looks.
_BOXES = frozenset({"div", "section", "ul", "ol", "dl", "table", "fieldset"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:(?:main|top|left|right|sub|mega)?(?:nav|menu)|navbar|navigation|breadcrumbs?|sidebar|footer|shares?"
    r"|sharing|sharedaddy|social|addthis|comments?|comment-?list|related|relatedposts|tin-?lien-?quan|tin-?khac|other-?news"
    r"|pagination|pager|login|dang-?nhap|search|searchbox|tim-?kiem|thong-?ke|counter|visitors?|web-?links?|lien-?ket"
    r"|back-?to-?top|go-?top|toolbar|popup|modal|cookies?|advert|ads|quang-?cao|skip-?link|widget-?area)(?:$|[\s_-])"
)


def widget_notice(element_words: str, name: str) -> Notice:
    """A notice of a widget with these words, in the element called ``name``."""
    shown = element_words if len(element_words) <= _LONGEST_WORDS else element_words[:_LONGEST_WORDS] + "…"
    return Notice(NoticeKind.WIDGET, shown, Place(PlaceKind.ELEMENT, name=name))


def remove_widgets(body: HtmlElement, outline: Outline) -> tuple[Notice, ...]:
    """Takes the widgets out of ``body``, and returns what was removed.

    An element with much of the page's running text is none, whatever its name: a whole page may be a form. In doubt an
    element stays.
    """
    page = _Page(outline, outline.weights.get(body, 0))
    found = [*_by_form(body, page), *_by_words(page)]
    return tuple(_removed(found, body))


def _removed(found: Iterable[HtmlElement], body: HtmlElement) -> Iterator[Notice]:
    for element in found:
        # What stands in a widget that is gone already has been told of with it.
        words = words_of(element) if any(above is body for above in element.iterancestors()) else ""
        if words:
            yield widget_notice(words, name_of(element))
        drop(element)


def name_of(element: HtmlElement) -> str:
    """What an element is called, for people to find it: ``div class="tin-khac"``."""
    named = next((key for key in ("class", "id") if element.get(key)), "")
    return f'{element.tag} {named}="{element.get(named)}"' if named else str(element.tag)


class _Page(Struct, frozen=True):
    """A page with its outline, and how much running text it has."""

    outline: Outline
    weight: int

    def share(self, element: HtmlElement) -> float:
        """How much of the page's running text is in ``element``, from 0 to 1; of its lines, if it has no such text."""
        if self.weight:
            return self.outline.weights.get(element, 0) / self.weight
        return self.outline.count(element) / max(1, len(self.outline.lines))


def _by_form(body: HtmlElement, page: _Page) -> Iterator[HtmlElement]:
    """The elements that are widgets by their tag, role or name."""
    for element in body.iter():
        if element.tag in ("html", "body", "main", "article", "h1"):
            continue
        if _is_named(element) and page.share(element) < 0.25 and not _has_heading(element):
            yield element


def _is_named(element: HtmlElement) -> bool:
    if element.tag == "header":
        return next(element.iterancestors("article", "main"), None) is None
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    marks = marks_of(element) if element.tag in _BOXES else ""
    return bool(marks) and _NAMES.search(marks) is not None


def _has_heading(element: HtmlElement) -> bool:
    """Whether the heading of an article may be in ``element``: that of a site is a link or a picture."""
    return any(_own_words(heading) for heading in element.iter("h1"))


def _own_words(heading: HtmlElement) -> bool:
    return bool(words_of(heading)) and all(not words_of(link) for link in heading.iter("a"))


def _by_words(page: _Page) -> Iterator[HtmlElement]:
    """The elements that are widgets by their words."""
    for number, line in enumerate(page.outline.lines):
        if heads_widget(line.text):
            yield from _box(number, line, page)
        elif (is_button(line.text) or (line.is_linked and is_trail(line.text))) and page.outline.count(
            line.holder
        ) == 1:
            yield line.holder


def _box(number: int, line: Line, page: _Page) -> Iterator[HtmlElement]:
    """What the heading at the line ``number`` heads: the box that it begins, or what follows it and looks like it."""
    box = line.holder
    if page.outline.spans[box][0] != number or box.tag == "body":
        return
    while (above := box.getparent()) is not None and _is_box(above, number, page):
        box = above
    following = list(_following(box, page)) if page.outline.count(box) == 1 else []
    # A heading with running text below it is one of the article: ‘Thống kê’, ‘Liên kết’.
    if following or not _heads_text(box, page):
        yield from (box, *following)


def _is_box(element: HtmlElement, number: int, page: _Page) -> bool:
    begins = page.outline.spans[element][0] == number and element.tag not in ("body", "html")
    return begins and page.share(element) < 0.5 and _is_list(element, page) and not _has_heading(element)


def _is_list(element: HtmlElement, page: _Page) -> bool:
    """Whether an element has no running text, or at least two links or figures in five lines."""
    if not page.outline.weights.get(element, 0):
        return True
    lines = page.outline.lines_in(element)
    return 5 * sum(_is_item(line) for line in lines) >= 2 * len(lines)


def _is_item(line: Line) -> bool:
    return line.is_linked or is_figure(line.text) or is_button(line.text)


def _heads_text(heading: HtmlElement, page: _Page) -> bool:
    after = heading.getnext()
    return after is not None and page.outline.count(heading) == 1 and page.outline.weights.get(after, 0) > 0


def _following(heading: HtmlElement, page: _Page) -> Iterator[HtmlElement]:
    for element in islice(heading.itersiblings(), _MOST_ITEMS):
        if not all(map(_is_item, page.outline.lines_in(element))):
            return
        if page.outline.count(element):
            yield element
