"""RESOLVE: looks up names that editors write instead of ids.

Anything that is not an id may be a name: any name, former name, abbreviation or alias of an agency; the label of a
type, a field or a section; the number, title, file or address of a record. Diacritics matter in names; a name that two
things share is ambiguous.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bantin.domain.model import Agency, Article, Gone, Label, RecordHome, Term
from bantin.domain.text.folding import fold
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.suggestions import nearest

_ENDINGS = re.compile(r"(?:/?index)?\.(?:md|html?)$|/index$|/$")
_AGENCY_PATH = re.compile(r"^(?:.*/)?(?:agencies|co-quan)/([a-z0-9-]+)(?:\.ya?ml|/)?$|^([a-z0-9-]+)\.ya?ml$")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_JOINTS = re.compile(r"[;,|+&\n]| - | – | và | and ")
# Each suggestion compares the text with every name.
_MOST_SUGGESTIONS = 100
_LONGEST_ABBREVIATION = 6
_NUMBER_SIGNS = re.compile(r"\s*([/.-])\s*")
_BEFORE_NUMBER = re.compile(rf"^{re.escape(name_key('số'))}[ :]+")
_UNDATED = "undated"
# Folders before the year in the path of a file and in an address, in either language.
_PARENT_FOLDERS = frozenset(
    {"", ".", "..", "content", "articles", "agreements", "bai-viet", "en", "register", "van-ban", "vi"}
)
_UNDATED_WORDS = frozenset({_UNDATED, "khong-ro-ngay"})

Pairs = Iterable[tuple[str, str]]
"""Names, each with the id of what it names."""


class Names:
    """The ids of one type of target and their names, which are collected at the first look-up."""

    def __init__(
        self, ids: frozenset[str], pairs: Callable[[], Pairs] = tuple, key: Callable[[str], str] = name_key
    ) -> None:
        self.ids = ids
        self._pairs = pairs
        self._key = key
        self._by_key: dict[str, dict[str, str]] | None = None
        self._first: dict[str, str] | None = None
        self._found: dict[str, tuple[str, ...]] = {}
        self._near: dict[str, str | None] = {}

    def meanings(self, text: str) -> tuple[str, ...]:
        """The ids that ``text`` may mean: itself if it is an id, else those of all things with this name."""
        if text in self.ids:
            return (text,)
        if text not in self._found:
            self._found[text] = tuple(sorted(self._names().get(self._key(text), ())))
        return self._found[text]

    def near(self, text: str) -> str | None:
        """The id that ``text`` was probably meant for: the one whose spelling, or a name of it, is most alike."""
        if text not in self._near:
            # A name with another one in brackets: 'Bộ Công an (BCA)'.
            bare = self.meanings(_IN_BRACKETS.sub(" ", text))
            found = bare[0] if len(bare) == 1 else None
            self._near[text] = found or (self._nearest(text) if len(self._near) < _MOST_SUGGESTIONS else None)
        return self._near[text]

    def _nearest(self, text: str) -> str | None:
        names = {name: one for ids in self._names().values() for one, name in ids.items()}
        # Abbreviations that differ in one letter are different: BCA and BCT are two ministries.
        long = {name for name in names if len(name) > _LONGEST_ABBREVIATION or " " in name or "-" in name}
        found = nearest(text, (name for name in names if name in long or fold(name) == fold(text)))
        return names[found] if found else None

    def joined(self, text: str) -> tuple[str, ...]:
        """The ids of several things named in one text, separated by signs or 'và'; empty if not all are known."""
        parts = [self.meanings(part.strip()) for part in _JOINTS.split(text)]
        return tuple(part[0] for part in parts) if all(len(part) == 1 for part in parts) else ()

    def spellings(self) -> dict[str, str]:
        """The ids by the key of each name (see ``key``); only of names that mean exactly one."""
        meant = {key: next(iter(ids)) for key, ids in self._names().items() if len(ids) == 1}
        return {key: one for key, one in meant.items() if key != one}

    def name(self, known: str) -> str:
        """The first name of the id ``known``; the id itself if it has none."""
        if self._first is None:
            self._first = {}
            for name, one in self._pairs():
                self._first.setdefault(one, name)
        return self._first.get(known, known)

    def listed(self, ids: Iterable[str]) -> str:
        """The ``ids`` with the name of each, for a message."""
        return ", ".join(f"{one} ({self.name(one)})" if self.name(one) != one else one for one in ids)

    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """By the key of each name, the ids that it means, each with the name as written."""
        if self._by_key is None:
            self._by_key = {}
            for name, one in (*((one, one) for one in self.ids), *self._pairs()):
                key = self._key(name)
                if key:
                    self._by_key.setdefault(key, {}).setdefault(one, name)
        return self._by_key


def agency_names(agencies: Iterable[Agency]) -> Iterator[tuple[str, str]]:
    """Every present and former name of the agencies, with their ids."""
    for agency in agencies:
        labels = (agency.name, *(former.name for former in agency.former_names))
        for name in (*_of_labels(labels), *agency.abbreviations, *agency.aliases):
            yield name, agency.id


def term_names(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """The labels of the terms in each language, with their ids."""
    for term in terms:
        for name in _of_labels((term.label,)):
            yield name, term.id


def agency_key(text: str) -> str:
    """The key by which all ways to write an agency's name are equal, including the path of its file and its address."""
    return _AGENCY_PATH.sub(r"\1\2", name_key(text))


def record_names(homes: Iterable[RecordHome]) -> Iterator[tuple[str, str]]:
    """The names of records, with their ids: number and title, and the file and the address of their page."""
    for home in homes:
        agreement = home.agreement
        if agreement:
            year, own = _in_address(home)
            paths = [name for one in dict.fromkeys(own) for name in (one, f"{year}/{one}")]
            for name in (agreement.title, home.title, agreement.number, *paths):
                if name:
                    yield name, agreement.id


def gone_names(gone: Iterable[Gone]) -> Iterator[tuple[str, str]]:
    """The names of records that are not there any more, with their ids."""
    for one in gone:
        for name in (one.title, one.number) if one.id else ():
            if name:
                yield name, one.id


def file_names(
    homes: Sequence[RecordHome], agencies: Iterable[Agency], gone: Sequence[Gone]
) -> Iterator[tuple[str, str]]:
    """The ids and names of records and agencies, with the paths of their files."""
    paths = {home.agreement.id: home.path for home in homes if home.agreement}
    paths |= {one.id: one.path for one in gone if one.id}
    yield from paths.items()
    for name, own_id in (*record_names(homes), *gone_names(gone)):
        yield name, paths[own_id]
    yield from ((agency.id, agency.path) for agency in agencies)


def _in_address(home: RecordHome) -> tuple[str, tuple[str, ...]]:
    """The year, and the names that the page of a record goes by after it in paths and addresses."""
    if isinstance(home, Article):
        stem = _ENDINGS.sub("", home.path).rpartition("/")[2]
        return _UNDATED if home.year is None else str(home.year), (stem, home.slug)
    signed = home.agreement.signed_on
    return str(signed.year) if signed and signed.year else _UNDATED, (home.agreement.id,)


def record_key(base_url: str) -> Callable[[str], str]:
    """A function for the key by which all ways to write a record's name are equal: a number, or the path of its file.

    Addresses may begin with ``base_url``, that of the site.
    """

    def key(text: str) -> str:
        name = name_key(text.removeprefix(base_url))
        *above, last = _ENDINGS.sub("", name).split("/")
        if above and above[-1] in _UNDATED_WORDS:
            above[-1] = _UNDATED
        parents, year = (above[:-1], f"{above[-1]}/") if above and _is_year(above[-1]) else (above, "")
        if last and (above or last != name) and _PARENT_FOLDERS.issuperset(parents):
            return f"{year}{last}"
        return _BEFORE_NUMBER.sub("", _NUMBER_SIGNS.sub(r"\1", name))

    return key


def _is_year(folder: str) -> bool:
    return folder == _UNDATED or (folder.isdigit() and len(folder) == len("2012"))


def _of_labels(labels: Iterable[Label]) -> Iterator[str]:
    return (name for label in labels for name in (label.vi, label.en) if name)


def named(terms: Sequence[Term]) -> Names:
    """The ids and labels of the terms of a vocabulary."""
    return Names(frozenset(term.id for term in terms), lambda: term_names(terms))


def in_names(text: str, names: Names) -> Iterator[str]:
    """Splits a list written on one line at its commas and semicolons, but not within known names with commas."""
    parts = text.replace(";", ",").split(",")
    begin = 0
    while begin < len(parts):
        ends = range(len(parts), begin + 1, -1)
        end = next((end for end in ends if names.meanings(",".join(parts[begin:end]).strip())), begin + 1)
        one = ",".join(parts[begin:end]).strip()
        if one:
            yield one
        begin = end
