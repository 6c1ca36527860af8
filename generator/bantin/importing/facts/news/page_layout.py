"""The layout of a page of news: which of its blocks are the headline, the text, captions, bylines, and which are none.

Every block has one role, so nothing is lost: what is not content is told with its role as the reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from enum import StrEnum

from bantin.importing.facts.news.bylines import find_source_code, is_office
from bantin.importing.facts.news.headlines import is_item, names_a_picture
from bantin.importing.facts.news.page_lines import Line, read_line, same_words
from bantin.importing.facts.news.page_start import Start, find_start, heading_above
from bantin.importing.facts.news.widgets import WidgetKind
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
    OTHER_DATE = "other-date"
    WIDGET = "widget"
    RELATED = "other-news"
    COMMENT = "comment"
    OWNER = "owner"
    REPEATED = "repeated"
    PLACEHOLDER = "picture"
    AROUND = "around"


_ANY_LENGTH, _AROUND = 10_000, 3


def read_layout(blocks: Sequence[Block], title: str, zone: tzinfo) -> tuple[tuple[Line, Role], ...]:
    """The blocks of a page with their roles. ``title`` is the stated one, empty if none is."""
    lines = tuple(read_line(block, zone) for block in blocks)
    if not lines:
        return ()
    start = find_start(lines, title)
    end = _end(lines, start.body)
    roles = (
        *_roles_before(lines[: start.body], start),
        *_roles_within(lines, start, end),
        *_roles_behind(lines, start, end),
    )
    return tuple(zip(lines, _settled(lines, roles, start), strict=True))


def _end(lines: Sequence[Line], first: int) -> int:
    """The place behind the last paragraph of the text that begins at ``first``."""
    end = min(first + 1, len(lines))
    for at in range(end, len(lines)):
        line = lines[at]
        if (_closes(lines, at) and not _is_below_lead(lines, at, first)) or (
            line.widget in _CLOSING and not _goes_on(lines, at)
        ):
            return end
        if line.is_prose or (_is_list(line) and at == end) or (not line.text and at == end):
            end = at + 1
    return end


_CLOSING = (WidgetKind.RELATED, WidgetKind.COMMENTS, WidgetKind.OWNER)


def _is_list(line: Line) -> bool:
    return line.is_plain and is_item(line.text)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the byline at the end of a text, and not a name within it."""
    line = lines[at]
    if line.labelled:
        return True
    if line.bare is None or heading_above(lines, at) is not None:
        return False
    behind = lines[at + 1] if at + 1 < len(lines) else None
    return not (behind and (behind.is_prose or not behind.text or behind.widget is WidgetKind.PLACEHOLDER))


def _is_below_lead(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a byline stands between the first paragraph and the second one or a date."""
    behind = lines[at + 1] if at + 1 < len(lines) else None
    return at == first + 1 and behind is not None and (behind.is_prose or behind.date is not None)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a list of other news, or a button to comment, stands within a text.

    Then a paragraph and the byline follow before anything ends the text. Two paragraphs in a row are enough behind a
    list of news, where each has a headline of its own; one right behind a button.
    """
    if lines[at].widget is WidgetKind.OWNER:
        return False
    has_prose, follows_prose, is_button = False, False, _is_button(lines[at])
    for near in range(at + 1, len(lines)):
        line = lines[near]
        if line.widget in _CLOSING:
            return False
        if has_prose and _closes(lines, near):
            return True
        if line.is_prose and (is_button or (follows_prose and lines[at].widget is WidgetKind.RELATED)):
            return True
        follows_prose = line.is_prose
        has_prose = has_prose or line.is_prose
        is_button = is_button and line.is_caption(_ANY_LENGTH)
    return False


def _is_button(line: Line) -> bool:
    """Whether ‘Bình luận’ has no number behind it; comments begin with a name, not with a paragraph."""
    return line.widget is WidgetKind.COMMENTS and not any(map(str.isdigit, line.text))


def _roles_before(lines: Sequence[Line], start: Start) -> Iterator[Role]:
    title = start.title if start.title is not None else _above(lines)
    for at, line in enumerate(lines):
        if at == start.title:
            yield Role.TITLE
        elif line.date:
            yield Role.DATE if at == start.date or at > title else Role.OTHER_DATE
        elif line.is_breadcrumb:
            yield Role.SECTION
        elif at > title:
            yield _role_near_title(line)
        else:
            yield _role_around(line)


def _above(lines: Sequence[Line]) -> int:
    """The last line that is not about the text right behind ``lines``, where there is no headline."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        shows = line.is_caption(_ANY_LENGTH) and names_a_picture(line.text)
        if not (line.labelled or line.is_credit or shows):
            return at
    return -1


def _role_near_title(line: Line) -> Role:
    """The role of a line between the headline and the text."""
    if line.labelled or line.bare:
        return Role.BYLINE
    if isinstance(line.block, Picture):
        return Role.BODY
    if line.widget or not line.text:
        return _role_around(line)
    return Role.CAPTION if line.is_credit or line.is_caption(_ANY_LENGTH) else Role.AROUND


def _role_around(line: Line) -> Role:
    """The role of what is no content."""
    if line.widget in (WidgetKind.RELATED, WidgetKind.RELATED_ITEM):
        return Role.RELATED
    if line.widget is WidgetKind.PLACEHOLDER:
        return Role.PLACEHOLDER
    if line.widget is WidgetKind.OWNER:
        return Role.OWNER
    return Role.WIDGET if line.widget else Role.AROUND


def _roles_within(lines: Sequence[Line], start: Start, end: int) -> Iterator[Role]:
    box: Role | None = None
    for at in range(start.body, end):
        line = lines[at]
        box = _box(line) if line.widget else None if line.is_prose else box
        if line.widget:
            yield _role_around(line)
        elif box and _is_item_of(lines, at, box):
            yield box
        elif line.date:
            yield Role.DATE if start.date is None and at <= start.body + _BELOW_LEAD else Role.OTHER_DATE
        elif line.is_breadcrumb:
            yield Role.WIDGET
        elif line.tags:
            yield Role.TAGS
        elif line.labelled or (line.bare and _is_below_lead(lines, at, start.body)):
            yield Role.BYLINE
        else:
            shows = at > start.body and (line.is_credit or line.is_caption(_neighbour(lines, at)))
            yield Role.CAPTION if shows else Role.BODY


_BELOW_LEAD = 2


def _is_item_of(lines: Sequence[Line], at: int, box: Role) -> bool:
    """Whether a line is an item of the list above it; captions are none of the names of other sites."""
    line = lines[at]
    is_caption = box is Role.WIDGET and line.is_caption(_neighbour(lines, at))
    return bool((line.is_plain or line.date or line.bare) and not is_caption)


def _box(line: Line) -> Role | None:
    """The role of the short lines behind a heading."""
    return _BOXES.get(line.widget) if line.widget else None


_BOXES = {WidgetKind.RELATED: Role.RELATED, WidgetKind.MORE: Role.RELATED, WidgetKind.LINKS: Role.WIDGET}


def _neighbour(lines: Sequence[Line], at: int) -> int:
    """The length of the longest of the lines next to a line."""
    around = (*lines[max(0, at - _AROUND) : at], *lines[at + 1 : at + 1 + _AROUND])
    return max((len(line.text) for line in around), default=0)


def _roles_behind(lines: Sequence[Line], start: Start, end: int) -> Iterator[Role]:
    closed: Role | None = None
    is_next, is_signed = True, False
    for at in range(end, len(lines)):
        line = lines[at]
        closed = _list_behind(line) or closed
        role = closed or _role_behind(lines, at, start, is_next=is_next)
        if role is Role.CAPTION and is_signed and not line.is_credit:
            role = Role.AROUND  # the headline of other news
        is_signed = is_signed or role is Role.BYLINE
        is_next = is_next and (role in _OF_NEWS or line.widget in _TOOLS)
        yield role


_OF_NEWS = (Role.CAPTION, Role.BODY, Role.BYLINE, Role.TAGS, Role.DATE)
_TOOLS = (WidgetKind.TOOLS, WidgetKind.PLACEHOLDER)


def _list_behind(line: Line) -> Role | None:
    """The role of all that stands behind the text from a heading on."""
    if line.widget is WidgetKind.COMMENTS:
        return Role.COMMENT
    if line.widget is WidgetKind.OWNER:
        return Role.OWNER
    return Role.RELATED if line.widget is WidgetKind.RELATED else None


def _role_behind(lines: Sequence[Line], at: int, start: Start, *, is_next: bool) -> Role:
    """The role of a line behind the text; ``is_next`` if nothing but captions, names and tools stand between."""
    line = lines[at]
    if line.widget or line.is_breadcrumb or not is_next:
        return _role_around(line)
    if line.date:
        return Role.DATE if start.date is None or line.date.updated else Role.OTHER_DATE
    if line.tags:
        return Role.TAGS
    if isinstance(line.block, (Picture, Table)):
        return Role.BODY
    if line.labelled or line.bare:
        return Role.BYLINE if line.labelled or not _is_of_owner(lines, at) else Role.AROUND
    return Role.CAPTION if line.is_credit or _is_last_caption(lines, at) else Role.AROUND


def _is_last_caption(lines: Sequence[Line], at: int) -> bool:
    """Whether a line behind the text is a caption, and does not begin a list of other news."""
    behind = lines[at + 1] if at + 1 < len(lines) else None
    begins_list = behind is not None and (
        behind.date is not None or (behind.is_plain and not behind.is_caption(_ANY_LENGTH))
    )
    return lines[at].is_caption(_neighbour(lines, at)) and not begins_list


def _is_of_owner(lines: Sequence[Line], at: int) -> bool:
    """Whether names behind a text are those of the portal: an office in capitals or before its address, a list."""
    line, behind = lines[at], lines[at + 1 : at + 1 + _MOST_BARE]
    is_heading = line.text.isupper() and sum(map(str.isalnum, line.text.split())) > _MOST_BARE
    if is_office(line.text) and (is_heading or (behind and behind[0].widget is WidgetKind.OWNER)):
        return True
    return len(behind) == _MOST_BARE and all(one.bare for one in behind)


_MOST_BARE = 2


def _settled(lines: Sequence[Line], roles: Iterable[Role], start: Start) -> Iterator[Role]:
    """The roles, changed where words stand twice, and where a name behind ‘Ảnh:’ follows no picture."""
    title = lines[start.title].text if start.title is not None else ""
    seen: set[str] = set()
    shows = False
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        words = _without_code(line.text)
        if at != start.title and (same_words(words, title) or (role is Role.BODY and words in seen)):
            yield Role.REPEATED
        elif line.is_credit and role is Role.CAPTION and not shows:
            yield Role.BYLINE
        else:
            yield role
        seen.update([words] if role is Role.BODY and line.is_prose else [])
        shows = role is Role.CAPTION or isinstance(line.block, Picture)


def _without_code(text: str) -> str:
    code = find_source_code(text)
    return text[code.end :] if code else text
