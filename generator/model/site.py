"""The settings of a bulletin and its vocabulary."""

from zoneinfo import ZoneInfo

from msgspec import Struct

from generator.errors import Language
from generator.model.agency import Contact
from generator.model.label import Label, Term
from generator.model.reference import Place


class MenuItem(Struct, frozen=True, array_like=True):
    """An entry of a menu or of a list of links: its words, and an address or the path of a content file."""

    label: Label
    to: str
    place: Place


class Site(Struct, frozen=True, array_like=True):
    """What ``content/site.yml`` settles. ``base_url`` ends with a slash."""

    title: str
    base_url: str
    language: Language
    timezone: ZoneInfo
    description: str = ""
    publisher: str = ""
    theme: str = "default"
    sections: tuple[Term, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    links: tuple[MenuItem, ...] = ()
    contact: Contact = Contact()
    license: str = ""
    page_size: int = 20
    feed_size: int = 20


class Vocabulary(Struct, frozen=True, array_like=True):
    """The words that agreements are sorted by: types of document and fields, in the order of the file."""

    types: tuple[Term, ...] = ()
    fields: tuple[Term, ...] = ()
