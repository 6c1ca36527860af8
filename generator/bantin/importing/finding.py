"""IMPORT: what sources hold → the things that become drafts, each with its facts."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.drafts.draft import Attached
from bantin.importing.facts.documents.official import is_official
from bantin.importing.facts.documents.read_by_machine import doubted
from bantin.importing.facts.documents.reading import read_document
from bantin.importing.facts.model import AgreementFacts, DocumentFacts, NewsFacts, SheetFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.news.reading import read_news
from bantin.importing.facts.sheets.own_data import is_own_data, own_facts
from bantin.importing.facts.sheets.rows import read_rows
from bantin.importing.facts.signing.reading import read_signing
from bantin.importing.material import File, Form, Material, Notice, NoticeKind, Paragraph, Refusal, Sheet
from bantin.importing.readers.messages import Reading
from bantin.importing.reports.report import Refused

_CSV = ".csv"


class Wanted(StrEnum):
    """What sources are to become; ``AUTO``: pages become news, signed documents and rows become records."""

    AUTO = ""
    NEWS = "news"
    RECORD = "record"


class ReadSource(Struct, frozen=True):
    """A source that has been read. ``key`` names it, the same at each import.

    ``pictures`` are the files of pictures by the paths that the source gives them; ``attached`` are files to be kept
    with the record that it becomes, such as the signed PDF.
    """

    key: str
    reading: Reading
    pictures: Mapping[str, File] = {}
    attached: tuple[Attached, ...] = ()


Facts = NewsFacts | DocumentFacts


class Item(Struct, frozen=True):
    """One thing that becomes a draft: what it says, the source that says so, and its old address."""

    key: str
    facts: Facts
    source: ReadSource
    name: str = ""
    address: str = ""
    notices: tuple[Notice, ...] = ()


def find_items(sources: Iterable[ReadSource], known: KnownNames, wanted: Wanted) -> tuple[Item, ...]:
    """Finds what becomes drafts in ``sources``, in their order."""
    return tuple(chain.from_iterable(_items(source, known, wanted) for source in sources))


def passed_over(sources: Iterable[ReadSource]) -> Iterator[Refused]:
    """What is not imported: posts that were never public, and what has no text."""
    for source in sources:
        for material in source.reading.materials:
            if not _has_content(source, material):
                unpublished = any(one.kind is NoticeKind.NOT_PUBLISHED for one in material.notices)
                yield Refused(_key(source, material), Refusal.NOT_PUBLISHED if unpublished else Refusal.EMPTY)


def _has_content(source: ReadSource, material: Material) -> bool:
    return bool(material.blocks or source.attached)


def _items(source: ReadSource, known: KnownNames, wanted: Wanted) -> Iterator[Item]:
    for material in source.reading.materials:
        if _has_content(source, material):
            facts = _facts(material, known, wanted)
            yield Item(_key(source, material), facts, source, material.source, material.address, material.notices)
    yield from _rows(source, known)


def _key(source: ReadSource, material: Material) -> str:
    return f"{source.key}#{material.part}" if material.part else source.key


def _facts(material: Material, known: KnownNames, wanted: Wanted) -> Facts:
    is_document = wanted is Wanted.RECORD or (wanted is Wanted.AUTO and is_official(material.blocks))
    if material.form is Form.DOCUMENT and is_document:
        document = read_document(material, known)
        return replace(document, agreement=doubted(document.agreement, material.notices))
    news = read_news(material, known)
    published = news.published.value if news.published else ""
    news = replace(news, agreements=read_signing(tuple(_paragraphs(news)), known, published))
    if wanted is Wanted.RECORD:
        facts = news.agreements[0] if news.agreements else AgreementFacts()
        return DocumentFacts(facts, "", news.left_out)
    return news


def _paragraphs(news: NewsFacts) -> Iterator[Paragraph]:
    """The words in which facts are looked for: the headline, the lead and the text."""
    for found in (news.title, news.lead):
        if found:
            yield Paragraph(found.value, found.evidence.place)
    yield from (block for block in news.body if isinstance(block, Paragraph))


def _rows(source: ReadSource, known: KnownNames) -> Iterator[Item]:
    """The records of sheets: of our own data, whose tables belong together, or of each sheet by itself."""
    sheets = source.reading.sheets
    own = next((sheet for sheet in sheets if is_own_data(sheet)), None)
    if own:
        tables = {sheet.name or sheet.source.removesuffix(_CSV): sheet for sheet in sheets}
        yield from _records(source, own, own_facts(tables, known))
        return
    for sheet in sheets:
        yield from _records(source, sheet, read_rows(sheet, known))


def _records(source: ReadSource, sheet: Sheet, facts: SheetFacts) -> Iterator[Item]:
    told = (*facts.left_out, *facts.problems)
    for number, record in enumerate(facts.records):
        # What concerns the whole sheet is told once.
        key = f"{source.key}#{sheet.name}{'!' if sheet.name else ''}{record.place.number}"
        if record.agreement.id:
            key = f"{source.key}#{record.agreement.id.value}"
        document = DocumentFacts(record.agreement, "", told if number == 0 else ())
        yield Item(key, document, source, notices=sheet.notices if number == 0 else ())
