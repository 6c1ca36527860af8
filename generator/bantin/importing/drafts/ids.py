"""The ids of what drafts name: those that the bulletin knows, and new ones of agencies that it does not know yet."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct

from bantin.domain.text.name_keys import name_key
from bantin.domain.text.slugs import shorten, slugify
from bantin.importing.facts.known_names import KnownNames
from bantin.importing.facts.model import AgencyName

_LONGEST_ID = 80


class Ids(Struct, frozen=True):
    """The ids of agencies, types and fields; ``new_agencies`` by the keys of their names."""

    known: KnownNames
    new_agencies: Mapping[str, str]

    def agency_id(self, agency: AgencyName) -> str:
        """The id of an agency. Raises ``KeyError`` for one that is neither known nor among the new ones."""
        return agency.id or self.new_agencies[name_key(agency.name)]

    def type_id(self, words: str) -> str:
        """The id of a type of agreements; empty if the vocabulary has none."""
        return self.known.type_id(words)

    def field_id(self, words: str) -> str:
        """The id of a field; empty if the vocabulary has none."""
        return self.known.field_id(words)


def ids_for(known: KnownNames, agencies: Iterable[AgencyName]) -> Ids:
    """The ids for drafts that name ``agencies``: each unknown one gets one id, however often it is named."""
    taken = {agency.id for agency in known.agencies}
    new: dict[str, str] = {}
    for agency in agencies:
        key = name_key(agency.name)
        if not agency.id and key not in new:
            new[key] = free_id(agency.name, taken)
            taken.add(new[key])
    return Ids(known, new)


def free_id(name: str, taken: Container[str]) -> str:
    """An id made of ``name`` that is not ``taken``: its slug, or the slug with a number."""
    slug = shorten(slugify(name), _LONGEST_ID) or "khong-ten"
    number = 1
    one = slug
    while one in taken:
        number += 1
        one = f"{slug}-{number}"
    return one
