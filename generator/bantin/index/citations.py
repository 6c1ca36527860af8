"""Which records of the bulletin cite which others by their numbers: in their legal basis and their relations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bantin.domain.model import Agreement
from bantin.domain.text.citations import find_citations
from bantin.domain.text.document_numbers import number_key, numbers_in, read_number


def by_number(agreements: Iterable[Agreement]) -> Mapping[str, str]:
    """The ids of ``agreements`` by the keys of their numbers, which have a symbol and belong to one of them alone.

    A number without a symbol, such as ``012``, could be that of any document.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for agreement in agreements:
        number = read_number(agreement.number)
        if number and number.symbol:
            found[number_key(agreement.number)].append(agreement.id)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def cited(agreements: Iterable[Agreement]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the records that each of ``agreements`` cites by number, itself excepted, by id and in order."""
    agreements = tuple(agreements)
    numbers = by_number(agreements)
    found = {agreement.id: _cited_by_one(agreement, numbers) for agreement in agreements} if numbers else {}
    return {record: ids for record, ids in found.items() if ids}


def citing(cited_records: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The other direction of :func:`cited`: the ids of the records that cite each one, in alphabetical order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in sorted(cited_records):
        for other in cited_records[record]:
            found[other].append(record)
    return {record: tuple(ids) for record, ids in found.items()}


def _cited_by_one(agreement: Agreement, numbers: Mapping[str, str]) -> tuple[str, ...]:
    bases = (basis for basis in agreement.legal_basis if _may_cite(basis, numbers))
    texts = (citation.number for basis in bases for citation in find_citations(basis))
    related = (relation.external.number for relation in agreement.relations if relation.external)
    found = (numbers.get(number_key(number)) for number in (*texts, *related) if number)
    return tuple(dict.fromkeys(one for one in found if one and one != agreement.id))


def _may_cite(basis: str, numbers: Mapping[str, str]) -> bool:
    """Whether a number in ``basis`` is one of ``numbers``: most bases are laws, and need not be read closely."""
    return any(number_key(number) in numbers for number in numbers_in(basis))
