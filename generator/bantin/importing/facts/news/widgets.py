"""Lines of a portal that are no content: menus, search, sign-in, statistics, buttons, lists of other news."""

import re
from enum import StrEnum

from bantin.importing.facts.news import portal_words
from bantin.importing.facts.news.phrases import any_of, line_key, phrase_keys, vocabulary, words_of

_LONGEST, _LONGEST_NOTE, _LONGEST_OF_OWNER = 600, 120, 250
_PLACEHOLDER = re.compile(
    r"[\[(<]?\s?(?:(?:hình ảnh|ảnh|hình|image|img|photo|picture|avatar|logo|icon)\s?[:#_-]?\s?\d{0,4}"
    r"|[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|bmp))\s?[\])>]?",
    re.IGNORECASE,
)
_GALLERY = re.compile(
    r"\(?(?:một\s(?:số|vài)\s)?(?:hình\s)?ảnh\s(?:tại|trong|về|buổi|lễ)(?!\w)[^:]{0,80}:", re.IGNORECASE
)
_INLINE_RELATED = re.compile(
    r"\s*(?:>>|»|►|▶|(?:xem thêm|đọc thêm|xem tiếp|tin liên quan|bài liên quan)\s*:)\s*\S", re.IGNORECASE
)
_STEPS = re.compile(r"\s?[>»›→]+\s?")
_FROM_HOME = re.compile(r"\s?[>»›→]+\s?|\s/\s|\s::\s|\s\\\s|/(?=\S)")
_LONGEST_STEP = 6

_OF_TEXT = (*portal_words.BUTTONS, *portal_words.COMMENT_FORM, *portal_words.VIEWS)
_OF_PORTAL = (
    *_OF_TEXT,
    *portal_words.MENU,
    *portal_words.SEARCH,
    *portal_words.SIGN_IN,
    *portal_words.STATISTICS,
    *portal_words.LINKS,
    *portal_words.RELATED,
    *portal_words.READERS_SAY,
)


class WidgetKind(StrEnum):
    """What a line of a portal is that is no content.

    ``TOOLS`` stand next to the text: share, print, size of letters, views. ``OWNER`` is who runs the portal,
    ``PLACEHOLDER`` what stands where pictures were.
    """

    TOOLS = "tools"
    WORDS = "words"
    LINKS = "links"
    MORE = "more"
    RELATED = "related"
    RELATED_ITEM = "related-item"
    COMMENTS = "comments"
    OWNER = "owner"
    PLACEHOLDER = "placeholder"


def widget_kind(text: str) -> WidgetKind | None:
    """What of a portal's own words the line ``text`` is; ``None`` if it may be content."""
    if len(text) > _LONGEST:
        return None
    if _PLACEHOLDER.fullmatch(text) or _GALLERY.fullmatch(text):
        return WidgetKind.PLACEHOLDER
    key = line_key(text)
    kind = _heading_kind(key)
    if kind:
        return kind
    if _INLINE_RELATED.match(text):
        return WidgetKind.RELATED_ITEM
    if _is_only(_OF_TEXT, key):
        return WidgetKind.TOOLS
    if _is_only(_OF_PORTAL, key) or _is_note(key):
        return WidgetKind.WORDS
    return WidgetKind.OWNER if _is_of_owner(text, key) else None


def _is_note(key: str) -> bool:
    return len(key) <= _LONGEST_NOTE and key.startswith(phrase_keys(portal_words.NOTES_FIRST))


def _is_of_owner(text: str, key: str) -> bool:
    """Whether a line says who runs the portal, where they are and what they allow; no sentence of a text does."""
    if any(words in key for words in phrase_keys(portal_words.OWNER_WITHIN)):
        return True
    is_sentence = text.endswith(".") and ":" not in text
    begins = key.lstrip("* -+").startswith(phrase_keys(portal_words.OWNER_FIRST))
    return begins and not is_sentence and len(key) <= _LONGEST_OF_OWNER


def _heading_kind(key: str) -> WidgetKind | None:
    """The kind of list or box that a heading opens, which may have a count behind it: ``Bình luận (2)``."""
    words = key.rstrip("0123456789 ()[]:.»>…-+").lstrip("+-»>•|[( ")
    if words in phrase_keys(portal_words.RELATED):
        return WidgetKind.RELATED
    if words in phrase_keys(portal_words.MORE):
        return WidgetKind.MORE
    if words in phrase_keys(portal_words.LINKS):
        return WidgetKind.LINKS
    figures = "".join(filter(str.isdigit, key))
    has_none = bool(figures) and not figures.strip("0")
    return WidgetKind.COMMENTS if words in phrase_keys(portal_words.READERS_SAY) and not has_none else None


def _is_only(phrases: tuple[str, ...], key: str) -> bool:
    """Whether a line is nothing but ``phrases``, with figures and signs between them."""
    if not vocabulary(phrases).issuperset(words_of(key)):
        return False  # most lines, and faster than the pattern
    return not any(map(str.isalpha, any_of(phrases).sub("", key)))


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a way through the portal: ``Trang chủ > Tin tức - Sự kiện``."""
    return len(breadcrumbs(text)) > 1


def breadcrumbs(text: str) -> tuple[str, ...]:
    """The steps of a way through the portal, the home page first or left out; empty if ``text`` is none."""
    if len(text) > _LONGEST:
        return ()
    begins_home = any_of(portal_words.HOME).match(line_key(text).lstrip("[(> ")) is not None
    parts = [part.strip(" []()/|>»›:") for part in (_FROM_HOME if begins_home else _STEPS).split(text)]
    steps = [part for part in parts if part]
    is_way = begins_home or all(len(step.split()) <= _LONGEST_STEP for step in steps)
    return tuple(steps) if is_way and len(steps) > 1 else ()
