"""VALIDATE: references from one file to another, once all files are read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from bantin.content.checks.attachments import check_file
from bantin.content.name_lookup import Names
from bantin.content.problems import agreements, dates, values
from bantin.content.problems import references as problems
from bantin.content.problems.gone import AGENCY_GONE
from bantin.domain.model import AddressKind, Agency, Article, Gone, RecordHome, Reference, ReferenceTarget, StaticPage
from bantin.domain.problems import Kind, Problem
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.slugs import is_slug, slugify
from bantin.domain.text.suggestions import nearest

_UNKNOWN: dict[ReferenceTarget, problems.UnknownId] = {
    ReferenceTarget.AGENCY: problems.UNKNOWN_AGENCY,
    ReferenceTarget.TYPE: problems.UNKNOWN_TYPE,
    ReferenceTarget.FIELD: problems.UNKNOWN_FIELD,
    ReferenceTarget.SECTION: problems.UNKNOWN_SECTION,
    ReferenceTarget.RECORD: problems.UNKNOWN_RECORD,
    ReferenceTarget.ABOUT: problems.UNKNOWN_RECORD,
    ReferenceTarget.AMENDED: problems.UNKNOWN_RECORD,
    ReferenceTarget.REPLACEMENT: problems.UNKNOWN_REPLACEMENT,
}
_RENAMED: dict[ReferenceTarget, tuple[AddressKind, Kind]] = {
    ReferenceTarget.AGENCY: (AddressKind.AGENCY, problems.AGENCY_FILE_RENAMED),
    ReferenceTarget.RECORD: (AddressKind.RECORD, problems.RECORD_RENAMED),
    ReferenceTarget.ABOUT: (AddressKind.RECORD, problems.RECORD_RENAMED),
    ReferenceTarget.AMENDED: (AddressKind.RECORD, problems.RECORD_RENAMED),
}
_NOT_PARTY: dict[ReferenceTarget, tuple[Kind, Kind]] = {
    ReferenceTarget.SIGNING_PARTY: (values.SIGNATORY_NOT_PARTY, values.SIGNATORY_NEARLY_PARTY),
    ReferenceTarget.EVENT_PARTY: (agreements.EVENT_NOT_PARTY, agreements.EVENT_NEARLY_PARTY),
}
_TO_AGENCIES = (ReferenceTarget.AGENCY, ReferenceTarget.SIGNING_PARTY, ReferenceTarget.EVENT_PARTY)
_MOST_LISTED = 12


class Declarations(Struct, frozen=True):
    """Everything that references can point to: ids and names by type of target, and the paths of files.

    Declarations in files that could not be read are included by id where it is known, but not by name: an unknown name
    of a type of target that is ``incomplete`` may therefore be right. ``gone`` are the files of agencies that are not
    there any more, by id. ``public`` are the ids that were public after the last build.
    """

    names: Mapping[ReferenceTarget, Names]
    files: frozenset[str]
    incomplete: frozenset[ReferenceTarget] = frozenset()
    gone: Mapping[str, str] = {}
    public: Mapping[AddressKind, frozenset[str]] = {}


def check_references(path: str, references: Iterable[Reference], declared: Declarations) -> Iterator[Problem]:
    """Reports references in the file ``path`` that lead nowhere or are ambiguous."""
    for reference in references:
        target = reference.target
        if target in (ReferenceTarget.IMAGE, ReferenceTarget.DOCUMENT):
            at = reference.place.within(path)
            yield from check_file(reference.id, declared.files, at, image=target is ReferenceTarget.IMAGE)
            continue
        if target is ReferenceTarget.AGENCY and reference.id in declared.gone:
            file = declared.gone[reference.id]
            yield AGENCY_GONE.at(reference.place.within(path), id=reference.id, file=file)
            continue
        names = declared.names.get(target) if target in _UNKNOWN else None
        if names is not None and reference.id not in names.ids:
            yield from _unknown(reference, names, path, declared)


def _may_be_there(reference: Reference, declared: Declarations) -> bool:
    """Whether an unknown target may be declared in a file that could not be read.

    The ids of agencies, which consist of several words, are known even from such files; those of records are not.
    """
    is_id = reference.target is ReferenceTarget.AGENCY and "-" in reference.id and is_slug(reference.id)
    return reference.target in declared.incomplete and not is_id


def _unknown(reference: Reference, names: Names, path: str, declared: Declarations) -> Iterator[Problem]:
    rule, at, text = _UNKNOWN[reference.target], reference.place.within(path), reference.id
    meanings = names.meanings(text)
    if len(meanings) == 1 or (_may_be_there(reference, declared) and not meanings):
        return
    renamed = _RENAMED.get(reference.target)
    if renamed and text in declared.public.get(renamed[0], ()):
        yield renamed[1].at(at, id=text)
        return
    if meanings:
        yield rule.several.at(at, id=text, ids=", ".join(meanings), known=names.listed(meanings))
    elif len(joined := names.joined(text)) > 1:
        yield rule.joined.at(at, id=text, ids=", ".join(joined))
    elif (near := names.near(text)) is not None:
        yield rule.near.at(at, id=text, mended=near, name=names.name(near))
    elif reference.target is ReferenceTarget.AGENCY and text.isupper() and text.isalnum():
        yield problems.UNKNOWN_ABBREVIATION.at(at, id=text)
    else:
        known = names.listed(sorted(names.ids)[:_MOST_LISTED]) + (", …" if len(names.ids) > _MOST_LISTED else "")
        name = "…" if is_slug(text) else text
        yield rule.none.at(at, id=text, slug=slugify(text) or "…", name=name, known=known or "–")


def check_named(written: RecordHome, home: RecordHome, names: Names) -> Iterator[Problem]:
    """Reports conflicts between references of one file that show only when its names are resolved.

    ``written`` has the names as they were typed, ``home`` the ids that they mean.
    """
    agreement = home.agreement
    if agreement is None:
        return
    parties = [party.agency for party in agreement.parties]
    if home is not written:
        yield from _twice(written, home, len(parties))
        yield from _to_itself(home, agreement.id)
    if not names.ids.issuperset(parties):
        # A party that is not known may be the intended one.
        return
    for before, reference in zip(written.references, home.references, strict=True):
        if reference.target in _NOT_PARTY and reference.id not in parties:
            kind, kind_near = _NOT_PARTY[reference.target]
            near = nearest(reference.id, parties)
            at = reference.place.within(home.path)
            listed = ", ".join(dict.fromkeys(parties))
            yield (kind_near if near else kind).at(at, party=before.id, parties=listed, mended=near)


def _to_itself(home: RecordHome, own_id: str) -> Iterator[Problem]:
    for reference in home.references:
        if reference.target in (ReferenceTarget.RECORD, ReferenceTarget.AMENDED) and reference.id == own_id:
            yield values.RELATED_TO_ITSELF.at(reference.place.within(home.path))


def _twice(written: RecordHome, home: RecordHome, parties: int) -> Iterator[Problem]:
    """Reports a party listed under two names; one listed twice under the same name is reported elsewhere."""
    of_agencies = [
        (before.id, after)
        for before, after in zip(written.references, home.references, strict=True)
        if after.target is ReferenceTarget.AGENCY
    ][:parties]
    first: dict[str, str] = {}
    for text, reference in of_agencies:
        other = first.setdefault(reference.id, text)
        if other != text:
            at = reference.place.within(home.path)
            yield values.PARTY_BY_TWO_NAMES.at(at, party=text, other=other, id=reference.id)


def check_records(homes: Iterable[RecordHome | Gone]) -> Iterator[Problem]:
    """Reports record ids that two agreements have, those included that are not there any more."""
    owners: dict[str, str] = {}
    for home in sorted(homes, key=lambda home: home.path):
        for reference in _of(home, ReferenceTarget.OWN_RECORD):
            first = owners.setdefault(reference.id, home.path)
            if first != home.path:
                at = reference.place.within(home.path)
                yield problems.DUPLICATE_RECORD.at(at, id=reference.id, other=first)


def check_parents(agencies: Iterable[Agency]) -> Iterator[Problem]:
    """Reports agencies that are above themselves, each cycle once, at its first agency by id."""
    by_id = {agency.id: agency for agency in agencies}
    parents = {agency.id: agency.parent for agency in by_id.values()}
    for start in sorted(parents):
        chain = [start]
        while (above := parents.get(chain[-1])) is not None and above not in chain:
            chain.append(above)
        if above == start and start == min(chain):
            above_it = (by_id[start].parent, ReferenceTarget.AGENCY)
            place = next(one.place for one in by_id[start].references if (one.id, one.target) == above_it)
            yield problems.AGENCY_CYCLE.at(place.within(by_id[start].path), chain=" → ".join([*chain, start]))


def check_drafts(homes: Iterable[RecordHome], agencies: Iterable[Agency]) -> Iterator[Problem]:
    """Reports agencies that are drafts where a file that is none names them, each once for a file."""
    agencies = tuple(agencies)
    drafts = {agency.id: agency.path for agency in agencies if agency.draft}
    if not drafts:
        return
    for one in (*homes, *agencies):
        if not one.draft:
            named = [ref for ref in one.references if ref.target in _TO_AGENCIES and ref.id in drafts]
            for reference in {ref.id: ref for ref in reversed(named)}.values():
                at = reference.place.within(one.path)
                yield problems.DRAFT_AGENCY.at(at, id=reference.id, file=drafts[reference.id])


def check_today(home: RecordHome, today: date) -> Iterator[Problem]:
    """Reports a signing that has not happened yet: the register contains only signed agreements."""
    for reference in _of(home, ReferenceTarget.SIGNING_DAY):
        earliest = _earliest(reference.id)
        if earliest and earliest > today:
            at = reference.place.within(home.path)
            key = "agreement.signed_on" if isinstance(home, Article) else "signed_on"
            yield dates.IN_THE_FUTURE.at(at, key=key, date=reference.id)


def check_change_days(home: RecordHome | StaticPage, today: date) -> Iterator[Problem]:
    """Reports changes that have not been made yet; they are shown from their day on."""
    for reference in _of(home, ReferenceTarget.CHANGE_DAY):
        day = Moment.parse(reference.id, None).day.exact
        if day and day > today:
            at = reference.place.within(home.path)
            yield dates.IN_THE_FUTURE.at(at, key="changes.on", date=reference.id)


@lru_cache(maxsize=10_000)
def _earliest(written: str) -> date | None:
    return Edtf.parse(written).earliest


def _of(home: RecordHome | StaticPage | Gone, target: ReferenceTarget) -> Iterator[Reference]:
    return (reference for reference in home.references if reference.target is target)
