"""The text of a WordPress post as HTML: with its line breaks, and with what its shortcodes stand for."""

import re
from collections.abc import Mapping
from html import escape

from msgspec import Struct

# A tag, or the end of a line outside tags.
_TAG_OR_LINE = re.compile(r"<[^<>]*>|\n")
_BLOCK_EDITOR = "<!-- wp:"
_CAPTION = re.compile(r"\[caption([^\[\]]*)\]((?:(?!\[caption).)*?)\[/caption\]", re.DOTALL)
_CAPTION_PARTS = re.compile(r"\s*((?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_GALLERY = re.compile(r"\[gallery([^\[\]]*)\]")
_ATTRIBUTE = re.compile(r"([a-z_]{1,40})\s{0,9}=\s{0,9}[\"“”]([^\"“”]*)[\"“”]")
_SHORTCODE = re.compile(r"\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s[^\[\]<>]*)?)/?\]")


class Attachment(Struct, frozen=True):
    """A file in the library of a WordPress site."""

    url: str
    caption: str = ""


class PostText(Struct, frozen=True):
    """The HTML of a post, and the shortcodes in it that are not known."""

    html: str
    unknown: tuple[str, ...] = ()


def post_text(text: str, attachments: Mapping[str, Attachment]) -> PostText:
    """The HTML of the text of a post. ``attachments`` are those that galleries show, by id.

    The classic editor keeps paragraphs as lines; WordPress makes tags of them when it shows a post (``wpautop``).
    Unknown shortcodes are taken out; what stands between two of them stays.
    """
    lines = text.replace("\r\n", "\n")
    broken = lines if _BLOCK_EDITOR in lines else _TAG_OR_LINE.sub(_line_break, lines)
    known = _GALLERY.sub(lambda code: _gallery(code[1], attachments), _CAPTION.sub(_figure, broken))
    unknown = dict.fromkeys(_unknown_in(known))
    html = _SHORTCODE.sub(lambda code: "" if code[0] in unknown else code[0], known)
    return PostText(html, tuple(unknown))


def _line_break(match: re.Match[str]) -> str:
    return "<br>" if match[0] == "\n" else match[0]


def _figure(code: re.Match[str]) -> str:
    """``[caption]`` as a figure: its caption stands behind the picture, in old posts in an attribute."""
    parts = _CAPTION_PARTS.fullmatch(code[2])
    if parts is None:
        return code[2]
    words = parts[2].strip() or _attributes(code[1]).get("caption", "")
    return f"<figure>{parts[1]}<figcaption>{words}</figcaption></figure>"


def _gallery(attributes: str, attachments: Mapping[str, Attachment]) -> str:
    ids = _attributes(attributes).get("ids", "").replace(" ", "").split(",")
    shown = (attachments[one] for one in ids if one in attachments)
    return "".join(
        f'<figure><img src="{escape(one.url)}"><figcaption>{escape(one.caption)}</figcaption></figure>' for one in shown
    )


def _attributes(text: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(text))


def _unknown_in(text: str) -> list[str]:
    """The shortcodes in ``text``: words in brackets with attributes, or with an end. ``[cao]`` alone is text."""
    codes = list(_SHORTCODE.finditer(text))
    ended = {code[2] for code in codes if code[1]}
    return [code[0] for code in codes if code[2] in ended or "=" in code[3]]
