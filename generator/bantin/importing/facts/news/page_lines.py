"""Lines of a page, each with what it is by itself, whatever stands around it."""

import re
from datetime import tzinfo

from msgspec import Struct

from bantin.importing.facts.news.bylines import (
    Byline,
    find_source_code,
    is_credit,
    read_bare_byline,
    read_labelled_byline,
)
from bantin.importing.facts.news.captions import is_caption
from bantin.importing.facts.news.date_lines import DateLine, read_date_line
from bantin.importing.facts.news.headlines import is_headline, is_prose
from bantin.importing.facts.news.phrases import line_key
from bantin.importing.facts.news.widgets import WidgetKind, is_breadcrumb, widget_kind
from bantin.importing.material import Block, Paragraph


class Line(Struct, frozen=True):
    """A block of a page. ``text`` is empty for pictures and tables.

    ``labelled`` is a byline that says so, ``bare`` nothing but names, which may be something else.
    """

    block: Block
    text: str = ""
    level: int = 0
    widget: WidgetKind | None = None
    is_breadcrumb: bool = False
    date: DateLine | None = None
    labelled: Byline | None = None
    bare: Byline | None = None
    is_credit: bool = False
    tags: tuple[str, ...] = ()
    is_prose: bool = False

    @property
    def may_be_title(self) -> bool:
        """Whether it may be a headline."""
        return not self._is_told and is_headline(self.text)

    @property
    def is_title_with_point(self) -> bool:
        """Whether it is a short sentence that may be a headline, right before a date line."""
        return (
            not self._is_told
            and self.text.endswith(".")
            and is_headline(self.text[:-1])
            and len(self.text.split()) <= _FEW_WORDS
        )

    @property
    def is_plain(self) -> bool:
        """Whether nothing is known of it but its words, which are no sentence."""
        return bool(self.text) and not self._is_told and not self.is_prose and self.bare is None

    @property
    def _is_told(self) -> bool:
        return bool(self.widget or self.is_breadcrumb or self.date or self.labelled or self.tags)

    @property
    def may_stand_between(self) -> bool:
        """Whether it may stand between a headline, its date and the first paragraph."""
        return not self.text or self.widget in _NEAR_TEXT or bool(self.labelled or self.bare or self.is_credit)

    def is_caption(self, neighbour: int) -> bool:
        """Whether it is a caption, next to a paragraph of ``neighbour`` letters."""
        return bool(self.text) and not self._is_told and not self.level and is_caption(self.text, neighbour)


_FEW_WORDS, _FEWEST_BEHIND_CODE = 16, 6
_NEAR_TEXT = (WidgetKind.TOOLS, WidgetKind.PLACEHOLDER)


def read_line(block: Block, zone: tzinfo) -> Line:
    """What ``block`` is by itself. Times without an offset are in ``zone``."""
    if not isinstance(block, Paragraph):
        return Line(block)
    text = block.labelled
    if is_breadcrumb(text):
        return Line(block, text, block.level, is_breadcrumb=True)
    date = read_date_line(text, zone)
    if date:
        return Line(block, text, block.level, date=date)
    tags = _tags(text)
    if tags:
        return Line(block, text, block.level, tags=tags)
    kind = widget_kind(text)
    if kind:
        return Line(block, text, block.level, kind)
    if is_credit(text):
        return Line(block, text, block.level, is_credit=True)
    labelled = read_labelled_byline(text)
    bare = None if labelled or block.level else read_bare_byline(text)
    prose = not labelled and not block.level and bare is None and (is_prose(text) or _begins_with_code(text))
    return Line(block, text, block.level, labelled=labelled, bare=bare, is_prose=prose)


def _begins_with_code(text: str) -> bool:
    """Whether a line begins with the code of a source, as the first paragraph does: ``(CAO) - Chiều …``."""
    return find_source_code(text) is not None and len(text.split()) >= _FEWEST_BEHIND_CODE


_OF_TAGS = re.compile(r"(?:từ kh(?:óa|oá)|tags?|thẻ|chủ đề)\s?:\s?(?P<tags>[^:]{1,300})", re.IGNORECASE)


def _tags(text: str) -> tuple[str, ...]:
    """The topics that a line lists: ``Từ khóa: cảnh vệ, Lào Cai``."""
    found = _OF_TAGS.fullmatch(text)
    return tuple(tag for one in re.split(r"[,;|#]", found["tags"]) if (tag := one.strip(" ."))) if found else ()


def same_words(first: str, second: str) -> bool:
    """Whether two lines have the same words, and any."""
    key = line_key(second)
    return key != "" and key == line_key(first)
