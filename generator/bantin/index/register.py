"""The register: all published agreements, with their lifecycles and their relations to each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import ClassVar, Literal

from msgspec import Struct

from bantin.domain.model import Agreement, Article, Gone, RecordHome, Signatory, Status
from bantin.domain.rules.lifecycle import Lifecycle, lifecycle
from bantin.domain.text.collation import sort_key
from bantin.index.citations import cited, citing
from bantin.index.groups import group
from bantin.index.relations import Tie, ties

TextPlace = Literal["page", "document", ""]
"""The place of a full text: the page of its record, a signed copy, or nowhere on the site."""


class Record(Struct, frozen=True):
    """An agreement of the register.

    The agreement is a part of its ``home``; the lifecycle is that on the day of the build. ``report`` is the first
    article about an agreement that has a file of its own, if there is one. ``cited`` are the homes of the records that
    it cites by number, ``cited_by`` those of the records that cite it. ``gone`` are the records that it declares a
    relation to and that are not there any more.
    """

    key_fields: ClassVar = ("home", "ties", "report", "cited", "cited_by", "gone")

    home: RecordHome
    agreement: Agreement
    lifecycle: Lifecycle
    ties: tuple[Tie, ...]
    report: Article | None = None
    cited: tuple[RecordHome, ...] = ()
    cited_by: tuple[RecordHome, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def article(self) -> Article | None:
        """The article that reports the signing."""
        return self.home if isinstance(self.home, Article) else self.report

    @property
    def text_at(self) -> TextPlace:
        """The address of the full text on this site."""
        if self.home.has_text:
            return "page"
        return "document" if any(one.is_signed_copy for one in self.agreement.documents) else ""

    @property
    def year(self) -> int | None:
        """The year of signing; ``None`` if unknown."""
        return self.agreement.signed_on.year if self.agreement.signed_on else None


class Signing(Struct, frozen=True):
    """A signature on an agreement."""

    record: Record
    signatory: Signatory


class Signer(Struct, frozen=True):
    """All agreements signed under one name, latest first. ``id`` is part of the address.

    The sources give names only, so two people of the same name are not distinguished.
    """

    id: str
    name: str
    signings: tuple[Signing, ...]


Pair = tuple[str, str]
"""The ids of two agencies, in alphabetical order."""


class Register(Struct, frozen=True):
    """The published records, latest signing first in every list; those without a year come last.

    ``ties`` are those of each record that has any, by record id. ``news`` are the articles about each record, newest
    first, except an article that contains the record.
    """

    records: tuple[Record, ...]
    ties: Mapping[str, tuple[Tie, ...]]
    by_id: Mapping[str, Record]
    by_agency: Mapping[str, tuple[Record, ...]]
    by_pair: Mapping[Pair, tuple[Record, ...]]
    by_year: Mapping[int | None, tuple[Record, ...]]
    by_type: Mapping[str, tuple[Record, ...]]
    by_field: Mapping[str, tuple[Record, ...]]
    by_status: Mapping[Status, tuple[Record, ...]]
    signers: tuple[Signer, ...]
    news: Mapping[str, tuple[Article, ...]] = {}


def register(
    homes: Sequence[RecordHome], as_of: date, signer_id: Callable[[str], str], gone: Mapping[str, Gone] = {}
) -> Register:
    """Builds the register of the published ``homes``, newest first, as of the day ``as_of``.

    ``signer_id`` returns the unique part of the address of a signer's name. ``gone`` are the records that are not there
    any more, by id.
    """
    shown = [(home, home.agreement) for home in homes if home.agreement]
    by_id = {agreement.id: home for home, agreement in shown}
    tied = ties(by_id)
    news = group((home for home in homes if isinstance(home, Article)), lambda article: _told(article.told))
    cites = cited(homes)
    cited_from = citing(cites)
    records = tuple(
        Record(
            home,
            agreement,
            lifecycle(agreement, as_of),
            tied.get(agreement.id, ()),
            _report(home, agreement, news),
            tuple(by_id[one] for one in cites.get(agreement.id, ())),
            tuple(by_id[one] for one in cited_from.get(agreement.id, ())),
            tuple(gone[one.to] for one in agreement.relations if one.to and one.to in gone),
        )
        for home, agreement in sorted(shown, key=lambda pair: _latest_first(pair[1]))
    )
    return Register(
        records=records,
        ties=tied,
        by_id={record.agreement.id: record for record in records},
        by_agency=group(records, _agencies),
        by_pair=group(records, lambda record: combinations(sorted(set(_agencies(record))), 2)),
        by_year=group(records, lambda record: [record.year]),
        by_type=group(records, lambda record: [record.agreement.type]),
        by_field=group(records, lambda record: record.agreement.fields),
        by_status=group(records, lambda record: [record.lifecycle.status]),
        signers=_signers(records, signer_id),
        news=news,
    )


def _told(agreements: Iterable[Agreement]) -> list[str]:
    return [agreement.id for agreement in agreements]


def _report(home: RecordHome, agreement: Agreement, news: Mapping[str, tuple[Article, ...]]) -> Article | None:
    """The first article about an agreement with a file of its own: as a rule it reports the signing."""
    about = () if isinstance(home, Article) else news.get(agreement.id, ())
    dated = [article for article in about if article.published] or about
    return dated[-1] if dated else None


def _latest_first(agreement: Agreement) -> tuple[int, int, int, str]:
    year, month, day = agreement.signed_on.order if agreement.signed_on else (0, 0, 0)
    return (-year, -month, -day, agreement.id)


def _agencies(record: Record) -> list[str]:
    return [party.agency for party in record.agreement.parties]


def signers_of(homes: Iterable[RecordHome]) -> set[str]:
    """The names of all signers of the agreements of ``homes``, in every spelling."""
    agreements = (home.agreement for home in homes if home.agreement)
    return {signatory.person.name for agreement in agreements for signatory in agreement.signatories}


def _signers(records: Iterable[Record], signer_id: Callable[[str], str]) -> tuple[Signer, ...]:
    """The signers in Vietnamese order of their names; of several spellings, the latest is used."""
    found: defaultdict[str, list[Signing]] = defaultdict(list)
    for record in records:
        for signatory in record.agreement.signatories:
            found[signer_id(signatory.person.name)].append(Signing(record, signatory))
    signers = [
        Signer(key, signings[0].signatory.person.name, tuple(signings)) for key, signings in found.items() if key
    ]
    return tuple(sorted(signers, key=lambda signer: (sort_key(signer.name), signer.id)))
