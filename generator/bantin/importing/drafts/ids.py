"""The ids of what drafts name: those that the bulletin knows, and new ones of agencies that it does not know yet."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct

from bantin.domain.text.name_keys import name_key
from bantin.domain.text.slugs import shorten, slugify
from bantin.importing.facts.model import AgencyName
from bantin.importing.facts.names.known_names import KnownNames

_LONGEST_ID = 80


class Ids(Struct, frozen=True):
    """The ids of agencies, types and fields; those of new ones by the keys of their names."""

    known: KnownNames
    new_agencies: Mapping[str, str] = {}
    new_types: Mapping[str, str] = {}
    new_fields: Mapping[str, str] = {}

    def agency_id(self, agency: AgencyName) -> str:
        """The id of an agency. Raises ``KeyError`` for one that is neither known nor among the new ones."""
        return agency.id or self.new_agencies[name_key(agency.name)]

    def type_id(self, words: str) -> str:
        """The id of a type of agreements; empty if there is none."""
        return self.known.type_id(words) or self.new_types.get(name_key(words), "")

    def field_id(self, words: str) -> str:
        """The id of a field; empty if there is none."""
        return self.known.field_id(words) or self.new_fields.get(name_key(words), "")


def ids_for(
    known: KnownNames, agencies: Iterable[AgencyName], types: Iterable[str] = (), fields: Iterable[str] = ()
) -> Ids:
    """The ids for drafts that name ``agencies``, ``types`` and ``fields``; each unknown one gets one id."""
    unknown = (agency.name for agency in agencies if not agency.id)
    new_agencies = _new_ids(unknown, {agency.id for agency in known.agencies})
    new_types = _new_ids((one for one in types if not known.type_id(one)), {one.id for one in known.vocabulary.types})
    new_fields = _new_ids(
        (one for one in fields if not known.field_id(one)), {one.id for one in known.vocabulary.fields}
    )
    return Ids(known, new_agencies, new_types, new_fields)


def _new_ids(names: Iterable[str], taken: set[str]) -> Mapping[str, str]:
    """An id for each of ``names``, by their keys; equal names have one."""
    new: dict[str, str] = {}
    for name in names:
        key = name_key(name)
        if key not in new:
            new[key] = free_id(name, taken)
            taken.add(new[key])
    return new


def free_id(name: str, taken: Container[str]) -> str:
    """An id made of ``name`` that is not ``taken``: its slug, or the slug with a number."""
    slug = shorten(slugify(name), _LONGEST_ID) or "khong-ten"
    number = 1
    one = slug
    while one in taken:
        number += 1
        one = f"{slug}-{number}"
    return one
