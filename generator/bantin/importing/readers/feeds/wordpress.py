"""Reads exports of WordPress (WXR, "WordPress eXtended RSS"): each published post or page becomes ``Material``."""

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element
from msgspec import Struct

from bantin.importing.material import (
    Form,
    Material,
    Notice,
    NoticeKind,
    Picture,
    Place,
    PlaceKind,
    Refusal,
    Stated,
    StatedKey,
    Unreadable,
)
from bantin.importing.readers.feeds.wordpress_text import Attachment, PostText, post_text
from bantin.importing.readers.feeds.xml_file import fields_of, first_text, parse_xml, text_in
from bantin.importing.readers.pages.html.addresses import path_of
from bantin.importing.readers.pages.html.blocks import Blocks
from bantin.importing.readers.pages.html.fragment import fragment_blocks, plain_text
from bantin.importing.readers.pages.html.stated import is_somebody

LARGEST_EXPORT = 200_000_000
"""The size of the largest export that is read, in bytes."""

_TYPES = ("post", "page")
# A day on which a post can have been written; an unknown one is 0000-00-00 or -0001-11-30.
_MOMENT = re.compile(r"(?:19[89][0-9]|20[0-9]{2})-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]")
_NO_SECTION = frozenset({"uncategorized", "chưa phân loại", "chưa được phân loại", "không phân loại"})

Fields = Mapping[str, list[Element]]


class _Site(Struct, frozen=True):
    """What the posts of an export share: the names of accounts, and the files of the library by id."""

    source: str
    authors: Mapping[str, str]
    attachments: Mapping[str, Attachment]


def is_wxr(root: Element) -> bool:
    """Whether ``root`` is that of an export."""
    return any("wp:wxr_version" in fields_of(channel) for channel in root.iter("channel"))


def read_wxr(data: bytes, name: str) -> tuple[Material, ...]:
    """Reads the posts and pages of the export ``name``, in its order.

    Those that were not open to the public (drafts, private ones, those with a password) have no blocks, but a notice
    that says so. Raises ``Unreadable`` if it is no export, damaged, or too large.
    """
    root = parse_xml(data, LARGEST_EXPORT)
    if not is_wxr(root):
        raise Unreadable(Refusal.UNKNOWN_KIND)
    items = [fields_of(item) for item in root.iter("item")]
    authors = {
        first_text(author, "wp:author_login"): first_text(author, "wp:author_display_name")
        for author in (fields_of(element) for channel in root.iter("channel") for element in channel)
        if "wp:author_login" in author
    }
    site = _Site(name, authors, dict(_attachments(items)))
    posts = (fields for fields in items if first_text(fields, "wp:post_type") in _TYPES)
    return tuple(_material(fields, site) for fields in posts)


def _attachments(items: list[Fields]) -> Iterator[tuple[str, Attachment]]:
    for fields in items:
        url = first_text(fields, "wp:attachment_url")
        if url:
            yield first_text(fields, "wp:post_id"), Attachment(url, plain_text(first_text(fields, "excerpt:encoded")))


def _material(fields: Fields, site: _Site) -> Material:
    title = plain_text(first_text(fields, "title"))
    part = first_text(fields, "wp:post_id") or title
    state = _closed(fields)
    if state:
        place = Place(PlaceKind.ELEMENT, name=f"wp:status {state}")
        notice = Notice(NoticeKind.NOT_PUBLISHED, title or part, place)
        return Material(source=site.source, form=Form.PAGE, blocks=(), part=part, notices=(notice,))
    text = post_text(first_text(fields, "content:encoded"), site.attachments)
    content = fragment_blocks(text.html)
    return Material(
        source=site.source,
        form=Form.PAGE,
        blocks=(*_cover(fields, site, content), *content.blocks),
        part=part,
        stated=tuple(_stated(fields, site, title)),
        notices=(*content.notices, *_notices(text, content, title)),
        address=path_of(first_text(fields, "link")),
    )


def _closed(fields: Fields) -> str:
    """Why a post was not open to the public: its status, or ``password``; empty if it was."""
    status = first_text(fields, "wp:status")
    if status != "publish":
        return status or "unknown"
    return "password" if first_text(fields, "wp:post_password") else ""


def _cover(fields: Fields, site: _Site, content: Blocks) -> Iterator[Picture]:
    """The picture that stands above a post (``_thumbnail_id``), if its text does not show it."""
    shown = {block.path for block in content.blocks if isinstance(block, Picture)}
    for meta in fields.get("wp:postmeta", ()):
        values = fields_of(meta)
        found = site.attachments.get(first_text(values, "wp:meta_value"))
        if first_text(values, "wp:meta_key") == "_thumbnail_id" and found and found.url not in shown:
            yield Picture(found.url, Place(PlaceKind.ELEMENT, name="_thumbnail_id"), caption=found.caption)


def _stated(fields: Fields, site: _Site, title: str) -> Iterator[Stated]:
    if title:
        yield _value(StatedKey.TITLE, title, "title")
    # Local times, which WordPress writes without a zone.
    for key, name in ((StatedKey.PUBLISHED, "wp:post_date"), (StatedKey.UPDATED, "wp:post_modified")):
        moment = first_text(fields, name)
        if _MOMENT.fullmatch(moment):
            yield _value(key, moment, name)
    author = site.authors.get(first_text(fields, "dc:creator"), "")
    if is_somebody(author) and author != first_text(fields, "dc:creator"):
        yield _value(StatedKey.AUTHOR, author, "wp:author_display_name")
    lead = plain_text(first_text(fields, "excerpt:encoded"))
    if lead:
        yield _value(StatedKey.LEAD, lead, "excerpt:encoded")
    yield from _terms(fields)


def _terms(fields: Fields) -> Iterator[Stated]:
    """The sections and tags of a post. A tag may have a comma in it."""
    for category in fields.get("category", ()):
        words, domain = plain_text(text_in(category)), category.get("domain")
        if words and domain == "post_tag":
            yield _value(StatedKey.TAG, words, 'category domain="post_tag"')
        elif words and domain == "category" and words.lower() not in _NO_SECTION:
            yield _value(StatedKey.SECTION, words, 'category domain="category"')


def _notices(text: PostText, content: Blocks, title: str) -> Iterator[Notice]:
    for code in text.unknown:
        yield Notice(NoticeKind.OBJECT, code[:300], Place(PlaceKind.ELEMENT, name="shortcode"))
    if not content.blocks:
        yield Notice(NoticeKind.NO_TEXT, title, Place(PlaceKind.ELEMENT, name="content:encoded"))


def _value(key: StatedKey, value: str, name: str) -> Stated:
    return Stated(key, value, Place(PlaceKind.ELEMENT, name=name))
