"""The settings of a bulletin and its vocabulary."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from generator.errors import Language
from generator.model.agency import Contact
from generator.model.label import Label, Term
from generator.model.reference import Place


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of a menu or of a list of links: its words, and an address or the path of a content file."""

    label: Label
    to: str
    place: Place


@dataclass(frozen=True, slots=True)
class Site:
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that agreements are sorted by: types of document and fields, in the order of the file."""

    types: tuple[Term, ...] = ()
    fields: tuple[Term, ...] = ()
