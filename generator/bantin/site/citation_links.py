"""Links from citations to the cited documents: to records of this bulletin, or else to a database of legal documents.

Only certain citations become links: the number of a single record, or a full number, which a database can look up. A
law that is cited by its name alone, and a number without its year, stay text.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from bantin.domain.model import RecordHome, Site
from bantin.domain.text.citations import find_citations
from bantin.domain.text.document_numbers import number_key, read_number
from bantin.domain.text.instruments import is_legal_symbol
from bantin.site.cards import home_link
from bantin.site.views import LinkView


def linked_text(text: str, cited: Iterable[RecordHome], site: Site) -> tuple[LinkView, ...]:
    """``text`` in pieces; citations of one of the records ``cited``, or of a legal document, are links."""
    return tuple(_pieces(text, _by_number(cited), site))


def number_link(label: str, number: str, cited: Iterable[RecordHome], site: Site) -> LinkView | None:
    """A link with ``label`` to the document with ``number``; ``None`` if its address is uncertain."""
    return _link(label, number, _by_number(cited), site)


def database_address(number: str, pattern: str) -> str:
    """The address of a legal document by the ``pattern`` of a database; empty if ``number`` is not a full one.

    ``{number}`` in the pattern stands for the number (``30/2020/NĐ-CP``), ``{slug}`` for ``30-2020-nd-cp``.
    """
    read = read_number(number)
    if not pattern or read is None or not read.year or not is_legal_symbol(read.symbol):
        return ""
    return pattern.replace("{number}", quote(read.text, safe="")).replace("{slug}", quote(_slug(read.text), safe=""))


def _slug(number: str) -> str:
    """The number in lower case with hyphens; leading zeros stay, as in the addresses of databases."""
    zeros = number[: len(number) - len(number.lstrip("0"))]
    return zeros + number_key(number)


def _pieces(text: str, by_number: Mapping[str, RecordHome], site: Site) -> Iterator[LinkView]:
    at = 0
    for citation in find_citations(text):
        link = _link(text[citation.start : citation.end], citation.number, by_number, site)
        if link:
            yield from _plain(text[at : citation.start])
            yield link
            at = citation.end
    yield from _plain(text[at:])


def _plain(text: str) -> Iterator[LinkView]:
    if text:
        yield LinkView(text, "", linked=False)


def _by_number(cited: Iterable[RecordHome]) -> Mapping[str, RecordHome]:
    return {number_key(home.agreement.number): home for home in cited if home.agreement}


def _link(label: str, number: str, by_number: Mapping[str, RecordHome], site: Site) -> LinkView | None:
    home = by_number.get(number_key(number)) if number else None
    if home:
        link = home_link(home, site)
        return LinkView(label, link.url) if link.linked else None
    address = database_address(number, site.legal_documents)
    return LinkView(label, address, external=True) if address else None
