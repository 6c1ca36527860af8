"""The layout of a page of news: which of its blocks are the headline, the text, captions, bylines, and which are none.

Every block has one role, so nothing is lost: what is not content is told with its role as the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct

from bantin.importing.facts.headlines import is_item, is_lead_like, may_be_lead, names_a_picture
from bantin.importing.facts.page_lines import Line, read_line, same_words
from bantin.importing.facts.widgets import WidgetKind
from bantin.importing.material import Block, Picture, Table


class Role(StrEnum):
    """What a block of a page is for. Those after ``TAGS`` are no content, and reasons to leave it out."""

    TITLE = "title"
    DATE = "date-line"
    SECTION = "breadcrumb"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    TAGS = "tags"
    WIDGET = "widget"
    RELATED = "other-news"
    COMMENT = "comment"
    OWNER = "owner"
    REPEATED = "repeated"
    PLACEHOLDER = "picture"
    AROUND = "around"


class _Start(Struct, frozen=True):
    """Where a piece of news begins: the headline and the date line, if any, and the first paragraph."""

    body: int
    title: int | None = None
    date: int | None = None


_NEAR = 6
_ANY = 10_000
_LONG_ENOUGH = 12


def read_layout(blocks: Sequence[Block], title: str, zone: tzinfo) -> tuple[tuple[Line, Role], ...]:
    """The blocks of a page with their roles. ``title`` is the stated one, empty if none is."""
    lines = tuple(read_line(block, zone) for block in blocks)
    if not lines:
        return ()
    start = _start(lines, title)
    end = _end(lines, start.body)
    roles = (
        *_roles_before(lines[: start.body], start),
        *_roles_within(lines, start, end),
        *_roles_behind(lines, start, end),
    )
    return tuple(zip(lines, _settled(lines, roles, start), strict=True))


def _start(lines: Sequence[Line], title: str) -> _Start:
    """The beginning of the longest piece of news: a page may show the first words of others before it."""
    starts = [*_stated_starts(lines, title), *_dated_starts(lines)]
    first = next(
        (at for at, line in enumerate(lines) if line.is_prose and len(line.text.split()) >= _LONG_ENOUGH), None
    )
    if first is None:
        first = next((at for at, line in enumerate(lines) if line.is_prose), None)
    if first is not None:
        starts.append(_undated_start(lines, first))
    if not starts:
        return _start_without_prose(lines)
    bounds = sorted({start.body for start in starts})
    ends = dict(zip(bounds, [*bounds[1:], len(lines)], strict=True))
    return max(starts, key=lambda start: _words(lines[start.body : ends[start.body]]))


def _words(lines: Sequence[Line]) -> int:
    """The number of words of running text, up to the first list of other news or comments."""
    total = 0
    for line in lines:
        if line.widget in _LISTS and total:
            break
        total += len(line.text.split()) if line.is_prose else 0
    return total


_LISTS = (WidgetKind.RELATED, WidgetKind.COMMENTS, WidgetKind.OWNER)


def _stated_starts(lines: Sequence[Line], title: str) -> Iterator[_Start]:
    """The start behind a heading of the first level or a line with the words of the stated title."""
    for at, line in enumerate(lines):
        if line.level == 1 or (title and line.text and (same_words(line.text, title))):
            body = _first_content(lines, at + 1)
            if body is not None:
                yield _Start(body, at, _date_near(lines, at, body))


def _date_near(lines: Sequence[Line], title: int, body: int) -> int | None:
    """The date line between the headline and the text, or else right before the headline."""
    after = next((at for at in range(title + 1, body) if lines[at].date), None)
    return after if after is not None else _near(lines, title, -1, lambda line: line.date is not None)


def _dated_starts(lines: Sequence[Line]) -> Iterator[_Start]:
    """The starts with a headline right before or behind a date line."""
    for at, line in enumerate(lines):
        if line.date is None:
            continue
        title = _near(lines, at, -1, lambda near: near.may_be_title)
        title = title if title is not None else _near(lines, at, 1, lambda near: near.may_be_title)
        body = _first_content(lines, max(at, title if title is not None else at) + 1)
        if title is not None and body is not None:
            yield _Start(body, title, at)


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
    for near in range(at, min(len(lines), at + 2 * _NEAR)):
        line = lines[near]
        if line.is_prose or (line.is_plain and not line.level and may_be_lead(line.text) and not line.is_caption(_ANY)):
            return near
        if line.widget in _LISTS:
            return None
    return None


def _undated_start(lines: Sequence[Line], first: int) -> _Start:
    """The start whose first paragraph is ``first``: the headline is the line before it, if it looks like one."""
    titles: list[int] = []
    date = None
    for at in range(first - 1, max(-1, first - 1 - 2 * _NEAR), -1):
        line = lines[at]
        if line.date and date is None and not titles:
            date = at
        elif line.may_be_title and not names_a_picture(line.text):
            titles.append(at)
        elif not (line.may_stand_between or (line.text and not titles and line.is_caption(len(lines[first].text)))):
            break
    if len(titles) > 1 and is_lead_like(lines[titles[0]].text):
        return _Start(titles[0], titles[1], date)
    return _Start(first, titles[0] if titles else None, date)


def _start_without_prose(lines: Sequence[Line]) -> _Start:
    """The start of a page without a sentence: behind its headline, if it has one."""
    title = next((at for at, line in enumerate(lines) if line.may_be_title), None)
    return _Start(len(lines) if title is None else title + 1, title)


def _end(lines: Sequence[Line], first: int) -> int:
    """The place behind the last paragraph of the text that begins at ``first``."""
    end = min(first + 1, len(lines))
    for at in range(end, len(lines)):
        line = lines[at]
        if _closes(lines, at) or (line.widget in _CLOSING and not _goes_on(lines, at)):
            return end
        if line.is_prose or (_is_list(line) and at == end) or (not line.text and at == end):
            end = at + 1
    return end


_CLOSING = (WidgetKind.RELATED, WidgetKind.COMMENTS, WidgetKind.OWNER, WidgetKind.LINKS)


def _is_list(line: Line) -> bool:
    return line.is_plain and is_item(line.text)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the byline at the end of a text, and not a name within it."""
    line = lines[at]
    if line.labelled:
        return True
    behind = lines[at + 1] if at + 1 < len(lines) else None
    return line.bare is not None and not (behind and (behind.is_prose or not behind.text))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a list of other news stands within a text: a paragraph and a byline follow before anything ends it."""
    if lines[at].widget is WidgetKind.OWNER:
        return False
    has_prose = False
    for near in range(at + 1, len(lines)):
        if lines[near].widget in _CLOSING:
            return False
        if has_prose and _closes(lines, near):
            return True
        has_prose = has_prose or lines[near].is_prose
    return False


def _roles_before(lines: Sequence[Line], start: _Start) -> Iterator[Role]:
    title = start.title if start.title is not None else len(lines)
    for at, line in enumerate(lines):
        if at == start.title:
            yield Role.TITLE
        elif at == start.date or line.date:
            yield Role.DATE if at == start.date else Role.WIDGET
        elif line.is_breadcrumb:
            yield Role.SECTION
        elif at > title:
            yield _role_near_title(line)
        else:
            yield _role_around(line)


def _role_near_title(line: Line) -> Role:
    """The role of a line between the headline and the text."""
    if line.labelled or line.bare:
        return Role.BYLINE
    if isinstance(line.block, Picture):
        return Role.BODY
    if line.widget or not line.text:
        return _role_around(line)
    return Role.CAPTION if line.is_credit or line.is_caption(_ANY) else Role.AROUND


def _role_around(line: Line) -> Role:
    """The role of what is no content."""
    if line.widget in (WidgetKind.RELATED, WidgetKind.RELATED_ITEM):
        return Role.RELATED
    if line.widget is WidgetKind.PLACEHOLDER:
        return Role.PLACEHOLDER
    if line.widget is WidgetKind.OWNER:
        return Role.OWNER
    return Role.WIDGET if line.widget else Role.AROUND


def _roles_within(lines: Sequence[Line], start: _Start, end: int) -> Iterator[Role]:
    box: Role | None = None
    for at in range(start.body, end):
        line = lines[at]
        box = _box(line) if line.widget else None if line.is_prose else box
        if line.widget:
            yield _role_around(line)
        elif box and (line.is_plain or line.date or line.bare):
            yield box
        elif line.date:
            yield Role.DATE if start.date is None and at == start.body + 1 else Role.WIDGET
        elif line.is_breadcrumb:
            yield Role.WIDGET
        else:
            yield Role.CAPTION if line.is_credit or line.is_caption(_neighbour(lines, at)) else Role.BODY


def _box(line: Line) -> Role | None:
    """The role of the short lines behind a heading."""
    return {WidgetKind.RELATED: Role.RELATED, WidgetKind.LINKS: Role.WIDGET}.get(line.widget) if line.widget else None


def _neighbour(lines: Sequence[Line], at: int) -> int:
    """The length of the longer of the two lines next to a line."""
    return max((len(line.text) for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])), default=0)


def _roles_behind(lines: Sequence[Line], start: _Start, end: int) -> Iterator[Role]:
    closed: Role | None = None
    is_next = True
    for at in range(end, len(lines)):
        line = lines[at]
        closed = closed or _list_behind(line)
        role = closed or _role_behind(lines, at, start, is_next=is_next)
        is_next = is_next and (role in (Role.CAPTION, Role.BODY, Role.BYLINE) or line.widget in _TOOLS)
        yield role


_TOOLS = (WidgetKind.TOOLS, WidgetKind.PLACEHOLDER)


def _list_behind(line: Line) -> Role | None:
    """The role of all that stands behind the text from a heading on."""
    if line.widget is WidgetKind.COMMENTS:
        return Role.COMMENT
    if line.widget is WidgetKind.OWNER:
        return Role.OWNER
    return Role.RELATED if line.widget is WidgetKind.RELATED else None


def _role_behind(lines: Sequence[Line], at: int, start: _Start, *, is_next: bool) -> Role:
    """The role of a line behind the text; ``is_next`` if nothing but captions, names and tools stand between."""
    line = lines[at]
    if line.labelled:
        return Role.BYLINE
    if line.tags:
        return Role.TAGS
    if line.date:
        return Role.DATE if start.date is None and is_next else Role.WIDGET
    if line.widget or line.is_breadcrumb:
        return _role_around(line)
    if not is_next:
        return Role.AROUND
    if isinstance(line.block, (Picture, Table)):
        return Role.BODY
    if line.bare:
        return Role.BYLINE if not _is_of_owner(lines, at) else Role.AROUND
    return Role.CAPTION if line.is_credit or line.is_caption(len(lines[at - 1].text)) else Role.AROUND


def _is_of_owner(lines: Sequence[Line], at: int) -> bool:
    """Whether names behind a text are rather those of the portal: in capitals, or before its address."""
    behind = lines[at + 1] if at + 1 < len(lines) else None
    return bool(behind and behind.widget is WidgetKind.OWNER)


def _settled(lines: Sequence[Line], roles: Iterable[Role], start: _Start) -> Iterator[Role]:
    """The roles, changed where words stand twice, and where the name behind ‘Ảnh:’ follows no picture."""
    seen: set[str] = set()
    title = lines[start.title].text if start.title is not None else ""
    previous: Line | None = None
    before = Role.AROUND
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        settled = role
        if (
            line.text
            and at != start.title
            and (same_words(line.text, title) or (role is Role.BODY and line.text in seen))
        ):
            settled = Role.REPEATED
        elif line.is_credit and role is Role.CAPTION and before is not Role.CAPTION and not _is_picture(previous):
            settled = Role.BYLINE
        if role is Role.BODY and line.is_prose:
            seen.add(line.text)
        previous, before = line, settled
        yield settled


def _is_picture(line: Line | None) -> bool:
    return line is not None and isinstance(line.block, Picture)
