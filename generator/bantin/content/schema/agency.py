"""An agency's file, as it is written."""

from typing import Annotated

from bantin.content.schema.values import EdtfDate, Fields, Name, Ref, Text, Texts, Url, choice, shorthand
from bantin.domain.model import Level


class ContactFields(Fields):
    """``contact``: how the public reaches somebody."""

    facts = frozenset({"address", "phone", "email"})

    address: Text = ""
    phone: Text = ""
    email: Text = ""


class DatedNameFields(Fields):
    """One of ``former_names``."""

    facts = frozenset({"since", "until"})

    name: Name
    since: EdtfDate | None = None
    until: EdtfDate | None = None


class SuccessionFields(Fields):
    """One of ``predecessors`` or ``successors``; an agency alone is short for ``{agency: id}``."""

    facts = frozenset({"on"})

    agency: Ref
    on: EdtfDate | None = None


class AgencyFields(Fields):
    """``agencies/<id>.yml``."""

    facts = frozenset({"abbreviations", "parent", "level", "website", "contact"})

    name: Name
    former_names: tuple[DatedNameFields, ...] = ()
    abbreviations: Texts = ()
    aliases: Texts = ()
    parent: Ref | None = None
    level: Annotated[Level, choice(Level)] | None = None
    website: Url | None = None
    contact: ContactFields = ContactFields()
    predecessors: tuple[Annotated[SuccessionFields, shorthand("agency")], ...] = ()
    successors: tuple[Annotated[SuccessionFields, shorthand("agency")], ...] = ()
