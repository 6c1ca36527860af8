"""Where a piece of news begins on a page: its headline, its date line and its first paragraph."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from bantin.importing.facts.news.bylines import is_office
from bantin.importing.facts.news.headlines import is_lead_like, may_be_lead, names_a_picture, tells_a_deed
from bantin.importing.facts.news.page_lines import Line, same_words
from bantin.importing.facts.news.widgets import WidgetKind

_NEAR, _FAR = 6, 12
_LONG_ENOUGH = 12
_ANY_LENGTH = 10_000
_LONGEST_LIST = 40
_HEADINGS = (WidgetKind.RELATED, WidgetKind.MORE, WidgetKind.LINKS)
_LISTS = (WidgetKind.RELATED, WidgetKind.COMMENTS, WidgetKind.OWNER)


class Start(Struct, frozen=True):
    """Where a piece of news begins: the headline and the date line, if any, and the first paragraph."""

    body: int
    title: int | None = None
    date: int | None = None


def find_start(lines: Sequence[Line], title: str) -> Start:
    """The beginning of the longest piece of news: a page may show the first words of others before it."""
    starts = [*_stated_starts(lines, title), *_dated_starts(lines)]
    first = _first_prose(lines)
    if first is not None and not any(start.body <= first < start.body + _NEAR for start in starts):
        starts.append(_undated_start(lines, first))
    if not starts:
        return _start_without_prose(lines)
    bounds = sorted({start.body for start in starts})
    ends = dict(zip(bounds, [*bounds[1:], len(lines)], strict=True))
    return max(starts, key=lambda start: (_words(lines[start.body : ends[start.body]]), _is_dated_below(start)))


def _is_dated_below(start: Start) -> bool:
    """Whether the date line stands below the headline: above it may be the clock of the portal."""
    return start.title is not None and start.date is not None and start.date > start.title


def _first_prose(lines: Sequence[Line]) -> int | None:
    """The first paragraph, or the first sentence if none is as long as one."""
    prose = [at for at, line in enumerate(lines) if _is_text(line)]
    long = (at for at in prose if len(lines[at].text.split()) >= _LONG_ENOUGH)
    return next(long, prose[0] if prose else None)


def _words(lines: Sequence[Line]) -> int:
    """The number of words of running text, up to the first list of other news or comments."""
    total = 0
    for line in lines:
        if line.widget in _LISTS and total:
            break
        total += len(line.text.split()) if line.is_prose else 0
    return total


def _is_text(line: Line) -> bool:
    """Whether a text may begin with a line: a sentence that does not only name what a picture shows."""
    return line.is_prose and not (names_a_picture(line.text) and line.is_caption(_ANY_LENGTH))


def _stated_starts(lines: Sequence[Line], title: str) -> Iterator[Start]:
    """The starts behind headings of the first level and lines with the words of the stated ``title``."""
    for at, line in enumerate(lines):
        is_heading = line.level == 1 and not line.widget and not is_office(line.text)
        if is_heading or same_words(line.text, title) or (line.may_be_title and title.startswith(line.text)):
            body = _first_content(lines, at + 1)
            if body is not None:
                yield Start(body, at, _date_near(lines, at, body))


def _date_near(lines: Sequence[Line], title: int, body: int) -> int | None:
    """The date line between the headline and the text, or else right before the headline."""
    after = next((at for at in range(title + 1, body) if lines[at].date), None)
    return after if after is not None else _near(lines, title, -1, lambda line: line.date is not None)


def _dated_starts(lines: Sequence[Line]) -> Iterator[Start]:
    """The starts with a headline right before or behind a date line."""
    for at, line in enumerate(lines):
        if line.date is None:
            continue
        title = _near(lines, at, -1, lambda near: near.may_be_title or near.is_title_with_point)
        title = title if title is not None else _near(lines, at, 1, lambda near: near.may_be_title)
        body = _first_content(lines, max(at, title if title is not None else at) + 1)
        if title is not None and body is not None and not _is_listed(lines, Start(body, title, at)):
            yield Start(body, title, at)


def _is_listed(lines: Sequence[Line], start: Start) -> bool:
    """Whether a headline may be an item of a list of other news, whose heading stands above.

    A headline with a date is one if the list has other dates.
    """
    above = heading_above(lines, start.title) if start.title is not None else None
    if above is None or lines[above].widget is WidgetKind.LINKS:
        return False
    dates = sum(line.date is not None for line in lines[above : start.body])
    return start.date is None or dates > 1


def heading_above(lines: Sequence[Line], at: int) -> int | None:
    """The heading of a list in which a line may stand: only short lines are between."""
    for above in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        if lines[above].widget in _HEADINGS:
            return above
        if not (lines[above].is_plain or lines[above].date or lines[above].bare):
            return None
    return None


def _near(lines: Sequence[Line], at: int, step: int, wanted: Callable[[Line], bool]) -> int | None:
    """The nearest line that is ``wanted``, with nothing but tools and names between."""
    for near in range(at + step, at + step * _NEAR, step):
        if not 0 <= near < len(lines):
            return None
        if wanted(lines[near]):
            return near
        if not lines[near].may_stand_between:
            return None
    return None


def _first_content(lines: Sequence[Line], at: int) -> int | None:
    """The first paragraph behind a headline or date line; a long line is one even without the end of a sentence."""
    for near in range(at, min(len(lines), at + _FAR)):
        line = lines[near]
        if _is_text(line) or (
            line.is_plain and not line.level and may_be_lead(line.text) and not line.is_caption(_ANY_LENGTH)
        ):
            return near
        if line.widget in _LISTS:
            return None
    return None


def _undated_start(lines: Sequence[Line], first: int) -> Start:
    """The start whose first paragraph is ``first``: the headline is the line before it, if it looks like one."""
    while first and _is_text(lines[first - 1]):
        first -= 1
    titles: list[int] = []
    date = None
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        line = lines[at]
        if line.date and date is None and not titles:
            date = at
        elif line.may_be_title and not names_a_picture(line.text) and (not at or tells_a_deed(line.text)):
            titles.append(at)
        elif not (line.may_stand_between or (line.text and not titles and line.is_caption(len(lines[first].text)))):
            break
    if titles and _is_listed(lines, Start(first, titles[0])):
        titles = []
    if len(titles) > 1 and is_lead_like(lines[titles[0]].text):
        return Start(titles[0], titles[1], date)
    return Start(first, titles[0] if titles else None, date)


def _start_without_prose(lines: Sequence[Line]) -> Start:
    """The start of a page without a sentence: behind its headline, if it has one."""
    title = next((at for at, line in enumerate(lines) if line.may_be_title), None)
    return Start(len(lines) if title is None else title + 1, title)
