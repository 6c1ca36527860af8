"""Citations between records of the bulletin, by number: in legal bases, texts and relations."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bantin.domain.model import Agreement, AgreementText, RecordFile, RecordHome
from bantin.domain.text.citations import find_citations
from bantin.domain.text.document_numbers import number_key, numbers_in, read_number

# All numbers with a symbol have a sign between their parts, and most paragraphs have none. The sign stands first in the
# pattern since it is rare: what it must stand behind is looked at only there.
_JOINED = re.compile(r"[/\-‐‑‒–—−](?:(?<=[0-9a-zA-Z].)|(?<=[0-9a-zA-Z]\s.))")


def by_number(agreements: Iterable[Agreement]) -> Mapping[str, str]:
    """The ids of ``agreements`` by the keys of their numbers, if these have a symbol and are unique.

    A number without a symbol, such as ``012``, could be that of any document.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for agreement in agreements:
        number = read_number(agreement.number)
        if number and number.symbol:
            found[number_key(agreement.number)].append(agreement.id)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def cited(homes: Iterable[RecordHome]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the records that each record of ``homes`` cites by number, without itself; by id, in order."""
    records = [
        (home.agreement, home.text if isinstance(home, RecordFile) else None) for home in homes if home.agreement
    ]
    numbers = by_number(agreement for agreement, _ in records)
    found = {one.id: _cited_by_one(one, text, numbers) for one, text in records} if numbers else {}
    return {record: ids for record, ids in found.items() if ids}


def citing(cited_records: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The other direction of :func:`cited`: the ids of the records that cite each one, in alphabetical order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in sorted(cited_records):
        for other in cited_records[record]:
            found[other].append(record)
    return {record: tuple(ids) for record, ids in found.items()}


def _cited_by_one(agreement: Agreement, text: AgreementText | None, numbers: Mapping[str, str]) -> tuple[str, ...]:
    paragraphs = (one for one in (*agreement.legal_basis, *_paragraphs(text)) if _may_cite(one, numbers))
    texts = (citation.number for paragraph in paragraphs for citation in find_citations(paragraph))
    related = (relation.external.number for relation in agreement.relations if relation.external)
    found = (numbers.get(number_key(number)) for number in (*texts, *related) if number)
    return tuple(dict.fromkeys(one for one in found if one and one != agreement.id))


def _paragraphs(text: AgreementText | None) -> Iterator[str]:
    if text:
        yield from text.bases
        for provision in text.walk():
            yield provision.heading
            yield from provision.paragraphs


def _may_cite(paragraph: str, numbers: Mapping[str, str]) -> bool:
    """Whether a number in ``paragraph`` is one of ``numbers``. Most are numbers of laws and need no parsing."""
    has_number = _JOINED.search(paragraph)
    return bool(has_number) and any(number_key(number) in numbers for number in numbers_in(paragraph))
