"""``site.yml`` and ``vocabulary.yml``, as they are written."""

from typing import Annotated

from pydantic import Field

from generator.content.schema.agency import ContactFields
from generator.content.schema.values import BaseUrl, Destination, Fields, Name, Slug, Text, TimeZone, integer, shorthand
from generator.errors import Language

_MOST_ON_A_PAGE = 500


class MenuItemFields(Fields):
    """One of ``menu`` or ``links``; the path of a content file or an address alone is short for ``{to: …}``."""

    to: Destination
    label: Name | None = None


class SiteFields(Fields):
    """``site.yml``."""

    title: Text
    base_url: BaseUrl
    language: Language
    timezone: TimeZone
    description: Text = ""
    publisher: Text = ""
    theme: Slug = "default"
    sections: dict[Slug, Name] = Field(default_factory=dict)
    menu: tuple[Annotated[MenuItemFields, shorthand("to")], ...] = ()
    links: tuple[Annotated[MenuItemFields, shorthand("to")], ...] = ()
    contact: ContactFields = ContactFields()
    license: Text = ""
    page_size: Annotated[int, integer(1, _MOST_ON_A_PAGE)] = 20
    feed_size: Annotated[int, integer(1, _MOST_ON_A_PAGE)] = 20


class VocabularyFields(Fields):
    """``vocabulary.yml``."""

    types: dict[Slug, Name]
    fields: dict[Slug, Name]
