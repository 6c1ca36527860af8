"""Recipes: YAML files that say where an old portal keeps what, for portals whose pages do not show it well enough."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Self

from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlElement
from msgspec import Struct
from pydantic import BeforeValidator, PlainValidator, model_validator

from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import Fields, Text
from bantin.content.yaml.file import read_yaml
from bantin.domain.problems import Checked
from bantin.importing.readers.pages import problems
from bantin.importing.readers.pages.address_pattern import AddressPattern, is_file_pattern, names_in

_LONGEST_SELECTOR = 500


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def selected(element: HtmlElement, selectors: tuple[str, ...]) -> tuple[HtmlElement, ...]:
    """The elements below ``element`` that any of ``selectors`` means, in their order for each, every one once."""
    return tuple(dict.fromkeys(found for selector in selectors for found in _compiled(selector)(element)))


def _selector(value: object) -> str:
    text = text_of(value)
    try:
        if len(text) <= _LONGEST_SELECTOR:
            _compiled(text)
            return text
    except SelectorError:
        pass
    raise Invalid(problems.BAD_SELECTOR, value=text)


def _file_pattern(value: object) -> str:
    text = text_of(value)
    if not is_file_pattern(text):
        raise Invalid(problems.BAD_ADDRESS_PATTERN, value=text)
    return text


def _address(value: object) -> str:
    text = text_of(value)
    if not text.startswith("/") or text.startswith("//") or any(char.isspace() for char in text):
        raise Invalid(problems.BAD_OLD_ADDRESS, value=text)
    return text


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


_Selectors = Annotated[tuple[Annotated[str, PlainValidator(_selector)], ...], BeforeValidator(_one_or_more)]


class AddressFields(Fields):
    """An item of ``address``."""

    file: Annotated[str, PlainValidator(_file_pattern)]
    address: Annotated[str, PlainValidator(_address)]

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        for name in names_in(self.address):
            if name not in names_in(self.file):
                raise Invalid(problems.UNKNOWN_PART, value=name, file=self.file)
        return self


class RecipeFields(Fields):
    """The keys of a recipe."""

    content: _Selectors = ()
    title: _Selectors = ()
    published: _Selectors = ()
    lead: _Selectors = ()
    authors: _Selectors = ()
    source: _Selectors = ()
    section: _Selectors = ()
    tags: _Selectors = ()
    photos: _Selectors = ()
    captions: _Selectors = ()
    remove: _Selectors = ()
    address: Annotated[tuple[AddressFields, ...], BeforeValidator(_one_or_more)] = ()
    section_map: dict[str, Text] = {}  # noqa: RUF012 - pydantic copies it


class Recipe(Struct, frozen=True):
    """What a recipe says. All but ``addresses`` and ``section_map`` are CSS selectors; empty where it says nothing.

    ``addresses`` tell the old address of a saved file from its name. ``section_map`` has the sections of the bulletin
    by the names that the old portal gives them.
    """

    path: str
    content: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    addresses: tuple[AddressPattern, ...] = ()
    section_map: Mapping[str, str] = {}

    def address_of(self, name: str) -> str:
        """The old address of the saved file ``name``, whose folders need not be in a pattern; empty if none fits."""
        names = (name, name.rpartition("/")[2])
        found = (pattern.address_of(one) for pattern in self.addresses for one in names)
        return next((address for address in found if address), "")


def read_recipe(data: bytes, path: str) -> Checked[Recipe]:
    """Reads the recipe ``path``; without a value if it has errors, of which all are told."""
    read = read_yaml(data, path, RecipeFields)
    if read.value is None:
        return Checked(None, read.problems)
    fields = read.value.fields
    selectors = {key: getattr(fields, key) for key in SELECTORS}
    addresses = tuple(AddressPattern(one.file, one.address) for one in fields.address)
    return Checked(Recipe(path, **selectors, addresses=addresses, section_map=fields.section_map), read.problems)


SELECTORS = tuple(key for key in RecipeFields.model_fields if key not in ("address", "section_map"))
"""The keys of a recipe whose values are CSS selectors."""
