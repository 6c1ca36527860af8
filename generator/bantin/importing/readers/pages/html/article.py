"""The article of a page: its text with the title, the date and the lead before it, and the names behind it."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.importing.material import Notice
from bantin.importing.readers.pages.html.outline import Line, Outline, is_same_line
from bantin.importing.readers.pages.html.tree import ancestors, drop, words_of
from bantin.importing.readers.pages.html.widget_words import is_figure
from bantin.importing.readers.pages.html.widgets import name_of, widget_notice

_MOST_LINES = 15
_MOST_CHARACTERS = 1_500
_LONGEST_BEHIND = 120


class Article(Struct, frozen=True):
    """The element that holds an article and nothing else, and what of the page was left out."""

    element: HtmlElement
    notices: tuple[Notice, ...]


def cut_out(content: HtmlElement, outline: Outline, title: str) -> Article:
    """Cuts the article out of a page whose text is ``content``. ``title`` is that of the article, empty if not known.

    What stands between the title and the text belongs to the article, unless it is links; so do short lines right
    behind the text. The tree is changed: all else that stands in the same element is taken out of it.
    """
    inner = _grown(content, outline)
    head = _head(inner, outline, title)
    scope = inner if head is None else _common(head, inner)
    foreign = [*_foreign(head, inner, scope, outline), *_behind(inner, scope, outline)]
    told = [*foreign, *_around(scope)]
    notices = tuple(widget_notice(words, name_of(one)) for one in told if (words := words_of(one)))
    for element in foreign:
        drop(element)
    return Article(scope, notices)


def _grown(content: HtmlElement, outline: Outline) -> HtmlElement:
    """``content`` with the few plain lines around it, as far as no links stand among them."""
    here = content
    while (above := here.getparent()) is not None and above.tag != "html" and _adds_little(above, here, outline):
        here = above
    return here


def _adds_little(above: HtmlElement, inner: HtmlElement, outline: Outline) -> bool:
    first, after = outline.spans.get(inner, (0, 0))
    start, end = outline.spans.get(above, (0, 0))
    return _is_little((*range(start, first), *range(after, end)), outline)


def _is_little(numbers: Iterable[int], outline: Outline) -> bool:
    lines = [outline.lines[number] for number in numbers]
    few = len(lines) <= _MOST_LINES and sum(len(line.text) for line in lines) <= _MOST_CHARACTERS
    return few and all(map(_is_plain, lines))


def _head(content: HtmlElement, outline: Outline, title: str) -> HtmlElement | None:
    """The element in which the article begins before ``content``: that of its title, else of the plain lines there."""
    first, after = outline.spans.get(content, (0, 0))
    numbers = [number for number in range(after) if title and is_same_line(outline.lines[number].text, title)]
    if any(number >= first for number in numbers):
        return None
    for number in numbers[-1:]:
        between = (other for other in range(number + 1, first) if not outline.lines[other].is_linked)
        if _is_little(between, outline):
            return outline.lines[number].holder
    plain = list(takewhile(lambda number: _is_plain(outline.lines[number]), range(first - 1, -1, -1)))
    return outline.lines[plain[-1]].holder if plain and _is_little(plain, outline) else None


def _is_plain(line: Line) -> bool:
    return not (line.is_linked or line.is_imprint or is_figure(line.text))


def _common(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """The innermost element that both stand in."""
    above = set(ancestors(one))
    return next(element for element in ancestors(other) if element in above)


def _path(inner: HtmlElement, scope: HtmlElement) -> Iterator[HtmlElement]:
    """``inner`` and those that it stands in, below ``scope``."""
    return takewhile(lambda element: element is not scope, ancestors(inner))


def _foreign(
    head: HtmlElement | None, content: HtmlElement, scope: HtmlElement, outline: Outline
) -> Iterator[HtmlElement]:
    """What stands before the title, and the links between it and the text."""
    if head is None or head is scope:
        return
    ahead = set(_path(head, scope))
    for element in ahead:
        yield from element.itersiblings(preceding=True)
        if element.getparent() is not scope:
            yield from (one for one in element.itersiblings() if _is_links(one, outline))
    for element in _path(content, scope):
        before = takewhile(lambda one: one not in ahead, element.itersiblings(preceding=True))
        yield from (one for one in before if _is_links(one, outline))


def _is_links(element: HtmlElement, outline: Outline) -> bool:
    lines = outline.lines_in(element)
    return bool(lines) and all(line.is_linked for line in lines)


def _behind(content: HtmlElement, scope: HtmlElement, outline: Outline) -> Iterator[HtmlElement]:
    """What stands behind the text, from the first element that is more than a name or a short note."""
    ended = False
    for element in _path(content, scope):
        for other in element.itersiblings():
            ended = ended or not _is_note(other, outline)
            if ended:
                yield other


def _is_note(element: HtmlElement, outline: Outline) -> bool:
    lines = outline.lines_in(element)
    short = sum(len(line.text) for line in lines) <= _LONGEST_BEHIND
    return short and all(map(_is_plain, lines))


def _around(scope: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of the page outside ``scope``."""
    for element in takewhile(lambda one: one.tag != "body", ancestors(scope)):
        yield from element.itersiblings(preceding=True)
        yield from element.itersiblings()
