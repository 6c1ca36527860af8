"""What a recipe selects in a page: the elements with the text, the values that it states, what is to be removed."""

from collections.abc import Iterator

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind, Stated, StatedKey
from bantin.importing.readers.pages.html.tree import cleaned, drop, words_of
from bantin.importing.readers.pages.html.widgets import name_of, widget_notice
from bantin.importing.readers.pages.recipe import Recipe, selected

_STATED = {
    "title": StatedKey.TITLE,
    "published": StatedKey.PUBLISHED,
    "lead": StatedKey.LEAD,
    "authors": StatedKey.AUTHOR,
    "source": StatedKey.SOURCE,
    "section": StatedKey.SECTION,
    "tags": StatedKey.TAG,
}
_SEVERAL = ("authors", "tags")
# What many pages do not have: it says nothing of the recipe if they are not found.
_OPTIONAL = ("remove", "photos", "captions", "tags")


class Selection(Struct, frozen=True):
    """What a recipe selects in a page. ``content`` are the elements with the text, none of them within another."""

    content: tuple[HtmlElement, ...] = ()
    stated: tuple[Stated, ...] = ()
    photos: tuple[HtmlElement, ...] = ()
    captions: frozenset[HtmlElement] = frozenset()
    notices: tuple[Notice, ...] = ()


def select(body: HtmlElement, recipe: Recipe) -> Selection:
    """What ``recipe`` selects in ``body``, from which the elements that it removes are taken out."""
    removed = tuple(_removed(body, recipe))
    content = _outermost(selected(body, recipe.content))
    photos = (one for one in selected(body, recipe.photos) if not _is_in(one, content))
    return Selection(
        content=content,
        stated=tuple(_stated(body, recipe)),
        photos=tuple(picture for one in photos for picture in one.iter("img")),
        captions=frozenset(selected(body, recipe.captions)),
        notices=(*removed, *_unmatched(body, recipe)),
    )


def _removed(body: HtmlElement, recipe: Recipe) -> Iterator[Notice]:
    for element in selected(body, recipe.remove):
        words = words_of(element)
        if words:
            yield widget_notice(words, name_of(element))
        drop(element)


def _outermost(elements: tuple[HtmlElement, ...]) -> tuple[HtmlElement, ...]:
    return tuple(one for one in elements if not _is_in(one, elements))


def _is_in(element: HtmlElement, others: tuple[HtmlElement, ...]) -> bool:
    holders = frozenset(others)
    return any(above in holders for above in element.iterancestors())


def _stated(body: HtmlElement, recipe: Recipe) -> Iterator[Stated]:
    for name, key in _STATED.items():
        found = [one for one in selected(body, getattr(recipe, name)) if _value_of(one, key)]
        for element in found if name in _SEVERAL else found[:1]:
            yield Stated(key, _value_of(element, key), Place(PlaceKind.ELEMENT, name=name_of(element)))


def _value_of(element: HtmlElement, key: StatedKey) -> str:
    written = element.get("datetime") if key is StatedKey.PUBLISHED else None
    return cleaned(written or "") or words_of(element)


def _unmatched(body: HtmlElement, recipe: Recipe) -> Iterator[Notice]:
    for name in ("content", *_STATED):
        selectors: tuple[str, ...] = getattr(recipe, name)
        if selectors and name not in _OPTIONAL and not selected(body, selectors):
            yield Notice(NoticeKind.NO_MATCH, f"{name}: {', '.join(selectors)}", Place(PlaceKind.ELEMENT, name=name))
