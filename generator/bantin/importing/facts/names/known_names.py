"""The names that a bulletin knows already: its agencies, types, fields and sections."""

import re
from collections.abc import Iterable
from functools import cache

from bantin.content.name_lookup import Names, agency_key, agency_names, in_names, named
from bantin.domain.model import Agency, Site, Vocabulary
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import AgencyName


class KnownNames:
    """Looks up names in a bulletin; immutable once made.

    ``agencies`` are those of the bulletin, and stubs that earlier sources of the same import led to.
    """

    def __init__(self, agencies: Iterable[Agency], vocabulary: Vocabulary, site: Site) -> None:
        self.agencies = tuple(agencies)
        self.site = site
        self.vocabulary = vocabulary
        ids = frozenset(agency.id for agency in self.agencies)
        self._agencies = Names(ids, lambda: agency_names(self.agencies), agency_key)
        self._types, self._fields = named(vocabulary.types), named(vocabulary.fields)
        self._sections = named(site.sections)
        self._names = {agency.id: agency.name.text("vi") for agency in self.agencies}
        self._openings = frozenset(_openings(name for name, _ in agency_names(self.agencies)))

    def agency(self, name: str) -> AgencyName:
        """The agency that ``name``, written in full, means; without an id if none or several do."""
        ids = self._agencies.meanings(name)
        if len(ids) == 1:
            return AgencyName(name, ids[0])
        return AgencyName(name, near="" if ids else self._agencies.near(name) or "")

    def agency_name(self, id_: str) -> str:
        """The name of the agency with this id."""
        return self._agencies.name(id_)

    def knows_agency(self, name: str) -> bool:
        """Whether ``name`` means exactly one agency of the bulletin."""
        return len(self._agencies.meanings(name)) == 1

    def agency_at(self, text: str, start: int) -> tuple[AgencyName, int] | None:
        """The agency whose longest name begins at ``start`` in ``text``, and the offset behind; ``None`` for none.

        A name of one word is an abbreviation and counts only in capitals. What is in capitals gets the name in full.
        """
        found: tuple[AgencyName, int] | None = None
        for word in _word().finditer(text, start):
            words = text[start : word.end()]
            if name_key(words) not in self._openings:
                break
            agency = self.agency(words) if " " in words or words.isupper() else AgencyName(words)
            if agency.id:
                found = AgencyName(self._names[agency.id] if words.isupper() else words, agency.id), word.end()
        return found

    def type_id(self, words: str) -> str:
        """The id of the type of agreements with this label; empty if there is none."""
        return _only(self._types.meanings(words))

    def field_id(self, words: str) -> str:
        """The id of the field with this label; empty if there is none."""
        return _only(self._fields.meanings(words))

    def fields_in(self, words: str) -> tuple[str, ...]:
        """The fields in a list on one line: parts between commas and semicolons that are not within a known label."""
        return tuple(in_names(words, self._fields))

    def section_id(self, words: str) -> str:
        """The id of the section with this label; empty if there is none."""
        return _only(self._sections.meanings(words))


def _openings(names: Iterable[str]) -> Iterable[str]:
    """The keys of the first words of each name, of the first two, and so on up to the whole."""
    for name in names:
        yield from (name_key(name[: word.end()]) for word in _word().finditer(name))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _only(ids: tuple[str, ...]) -> str:
    return ids[0] if len(ids) == 1 else ""
