"""Agencies as documents name them in their heads and above signatures: in capitals, abbreviated, or in part."""

from collections.abc import Iterable

from msgspec import Struct

from bantin.content.name_lookup import agency_names
from bantin.domain.text.capital_names import agency_in_small_letters, expanded, post_in_small_letters, spelling_in
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.person_names import post_at
from bantin.domain.text.provinces import provinces_in
from bantin.importing.facts.documents.lines import Line
from bantin.importing.facts.model import AgencyName, Found
from bantin.importing.facts.names.known_names import KnownNames


class NamedAgency(Struct, frozen=True):
    """An agency as the source names it, perhaps in capitals, and its line.

    ``quote`` are the exact words, where the name is put together from parts of them.
    """

    words: str
    line: Line
    quote: str = ""

    @property
    def key(self) -> str:
        """What is equal for all spellings of the name, abbreviations included."""
        return name_key(expanded(self.words))


class Spelling(Struct, frozen=True):
    """How names in capitals are spelt: as the bulletin does, as ``prose`` of the same document does, or else by rule.

    ``province`` completes names such as ``Công an tỉnh``; empty if the document does not name exactly one.
    """

    known: KnownNames
    prose: str
    province: str = ""

    def agency(self, words: str) -> AgencyName:
        """The agency that ``words`` mean."""
        words = _completed(words, self.province)
        long = expanded(words)
        found = next((one for name in (words, long) if (one := self.known.agency(name)).id), None)
        if not words.isupper():
            return found or self.known.agency(long)
        spelt = spelling_in(self.prose, long) or expanded(spelling_in(self.prose, words))
        if found:
            known = _known_spelling(words, self.known) or _known_spelling(long, self.known)
            return AgencyName(known or spelt or agency_in_small_letters(words), found.id)
        return self.known.agency(spelt or agency_in_small_letters(words))

    def found(self, named: NamedAgency) -> Found[AgencyName]:
        """The agency with its evidence; stated if nothing of its name had to be guessed."""
        agency = self.agency(named.words)
        return Found(
            agency, named.line.evidence(named.quote or named.words), bool(agency.id) or not named.words.isupper()
        )

    def post(self, words: str) -> str:
        """A post in small letters, with the words behind it."""
        end = post_at(words, 0)
        post, behind = words[:end], words[end:].strip()
        if not words.isupper() or not post:
            return words
        small = spelling_in(self.prose, post) or post_in_small_letters(post)
        return f"{small} {spelling_in(self.prose, behind) or agency_in_small_letters(behind)}" if behind else small


def spelling_of(known: KnownNames, prose: str, names: Iterable[NamedAgency]) -> Spelling:
    """The spelling for a document with this prose, in whose head and signatures ``names`` stand."""
    small = (agency_in_small_letters(one.words) for one in names)
    provinces = provinces_in("\n".join((prose, *small)))
    return Spelling(known, prose, provinces[0] if len(provinces) == 1 else "")


def full_name(named: NamedAgency, others: Iterable[NamedAgency]) -> NamedAgency:
    """The one of ``others`` that ``named`` is, where it leaves words out: ``UBND`` is ``UBND TỈNH LÀO CAI``."""
    by_key = {other.key: other for other in others}
    fitting = [key for key in by_key if key == named.key] or [key for key in by_key if key.startswith(f"{named.key} ")]
    return by_key[fitting[0]] if len(fitting) == 1 else named


def _completed(words: str, province: str) -> str:
    """``words`` with the name of the province behind ``tỉnh`` or ``thành phố``, if nothing stands there."""
    unit = province.partition(" ")[0] if province.startswith("tỉnh") else "thành phố"
    if not province or not words.lower().endswith(f" {unit}"):
        return words
    name = province.removeprefix(f"{unit} ")
    return f"{words} {name.upper() if words.isupper() else name}"


def _known_spelling(words: str, known: KnownNames) -> str:
    """How the bulletin spells the name ``words``; empty if it has no name that is the same but for capitals."""
    key = name_key(words)
    return next((name for name, _ in agency_names(known.agencies) if name_key(name) == key), "")
