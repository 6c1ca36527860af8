"""Reads saved pages of an old portal: bytes → ``Material`` with the article alone, and what was left out."""

from lxml.html import HtmlElement
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.encodings import find_legacy
from bantin.domain.text.name_keys import name_key
from bantin.importing.material import (
    Block,
    Form,
    Material,
    Notice,
    NoticeKind,
    Paragraph,
    Picture,
    Place,
    PlaceKind,
    Refusal,
    Stated,
    StatedKey,
    Unreadable,
)
from bantin.importing.readers.pages.html.addresses import old_address
from bantin.importing.readers.pages.html.article import cut_out
from bantin.importing.readers.pages.html.blocks import blocks_of
from bantin.importing.readers.pages.html.content import content_of
from bantin.importing.readers.pages.html.decoding import decode_page
from bantin.importing.readers.pages.html.embedded import extract_pictures
from bantin.importing.readers.pages.html.outline import Outline, is_same_line, outline_of
from bantin.importing.readers.pages.html.pictures import picture_of
from bantin.importing.readers.pages.html.selection import Selection, select
from bantin.importing.readers.pages.html.stated import Head, head_of, stated_of, told_once
from bantin.importing.readers.pages.html.titles import TITLE_ELEMENT, title_of
from bantin.importing.readers.pages.html.tree import LARGEST_PAGE, body_of, parse_page
from bantin.importing.readers.pages.html.widgets import remove_widgets
from bantin.importing.readers.pages.recipe import Recipe


def read_page(data: bytes, name: str, recipe: Recipe | None = None) -> Material:
    """Reads the page ``name``, where ``recipe`` says if there is one.

    Raises ``Unreadable`` if it has no text, is too large or nested too deeply, or if its encoding cannot be told.
    """
    if len(data) > LARGEST_PAGE:
        raise Unreadable(Refusal.TOO_LARGE)
    text = decode_page(data)
    root = parse_page(text)
    head, address = head_of(root), old_address(root, text)
    body = body_of(root)
    selection = select(body, recipe) if recipe else Selection()
    outline = outline_of(body)
    title = _title(root, outline, head, selection)
    article = _cut(body, outline, title, selection)
    found = blocks_of(article.elements, selection.captions)
    pictures = extract_pictures((*_photos(selection), *found.blocks))
    blocks = pictures.blocks
    if not blocks:
        raise Unreadable(Refusal.EMPTY)
    lines = _texts(blocks)
    titles = [title] if title and any(is_same_line(line, title.value) for line in lines) else []
    stated = (*selection.stated, *titles, *stated_of(head, article.elements, lines))
    return Material(
        source=name,
        form=Form.PAGE,
        blocks=blocks,
        stated=tuple(_in_bulletin(one, recipe) for one in told_once(stated)),
        files=pictures.files,
        notices=(*selection.notices, *article.notices, *found.notices, *pictures.notices, *_legacy_notices(blocks)),
        address=(recipe.address_of(name) if recipe else "") or address,
    )


class _Cut(Struct, frozen=True):
    """The elements that hold the article, and what was left out."""

    elements: tuple[HtmlElement, ...]
    notices: tuple[Notice, ...]


def _title(root: HtmlElement, outline: Outline, head: Head, selection: Selection) -> Stated | None:
    selected = next((one for one in selection.stated if one.key is StatedKey.TITLE), None)
    if selected is not None:
        return selected
    return title_of(root, lambda words: any(is_same_line(line.text, words) for line in outline.lines), head.in_json)


def _cut(body: HtmlElement, outline: Outline, title: Stated | None, selection: Selection) -> _Cut:
    if selection.content:
        removed = [notice for one in selection.content for notice in remove_widgets(one, outline_of(one))]
        return _Cut(selection.content, tuple(removed))
    widgets = remove_widgets(body, outline)
    rest = outline_of(body)
    # Many portals have one ``title`` for all pages, which is also the line in their banner.
    anchor = title.value if title and title.place.name != TITLE_ELEMENT else ""
    holder = next((line.holder for line in rest.lines if anchor and is_same_line(line.text, anchor)), None)
    article = cut_out(content_of(body, rest, holder), rest, anchor)
    return _Cut((article.element,), (*widgets, *article.notices))


def _photos(selection: Selection) -> tuple[Picture, ...]:
    places = (Place(PlaceKind.ELEMENT, name="photos") for _ in selection.photos)
    pictures = (picture_of(one, place) for one, place in zip(selection.photos, places, strict=True))
    return tuple(picture for picture in pictures if picture)


def _in_bulletin(one: Stated, recipe: Recipe | None) -> Stated:
    """A section by the name that it has in the bulletin; any other value as it is."""
    if recipe is None or one.key is not StatedKey.SECTION:
        return one
    names = {name_key(old): new for old, new in recipe.section_map.items()}
    return replace(one, value=names.get(name_key(one.value), one.value))


def _texts(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if isinstance(block, Paragraph))


def _legacy_notices(blocks: tuple[Block, ...]) -> tuple[Notice, ...]:
    """A notice if the text was typed in an encoding of before Unicode, such as TCVN3."""
    for block in blocks:
        if isinstance(block, Paragraph) and (found := find_legacy(block.text)):
            return (Notice(NoticeKind.LEGACY_FONT, block.text[found.start : found.end], block.place),)
    return ()
