"""VALIDATE: the bytes of a Markdown file → :class:`~bantin.domain.model.RecordFile`."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from bantin.content import agreement as agreements
from bantin.content.checks.dates import check_dates
from bantin.content.checks.full_text import check_record_text
from bantin.content.checks.people import references_of
from bantin.content.checks.provisions import check_provisions
from bantin.content.checks.repetitions import check_record_repetitions
from bantin.content.discover import SourceFile
from bantin.content.markdown_file import Draft, DraftReader, MarkdownFile, ReadResult, resolved
from bantin.content.problems import files as problems
from bantin.content.schema.own_fields import record_fields
from bantin.content.schema.record import RecordFields
from bantin.content.yaml.parser import locate
from bantin.domain.model import RecordFile, Reference
from bantin.domain.problems import Location, Problem
from bantin.domain.provisions.reading import read_text
from bantin.domain.text.slugs import is_slug


def read_records(reader: DraftReader, opened: Sequence[MarkdownFile]) -> list[ReadResult[RecordFile]]:
    """Reads a record from each of the ``opened`` files. Its text is not Markdown."""
    drafts = reader.drafts(opened, record_fields(reader.own), is_markdown=False)
    return list(map(_checked, opened, drafts, resolved(opened, drafts, _record)))


def _record(file: MarkdownFile, draft: Draft[RecordFields]) -> RecordFile:
    source, fields = file.source, draft.fields
    return RecordFile(
        path=source.path,
        agreement=agreements.resolve_agreement(fields, source.stem, source.folder, partial(locate, draft.tree)),
        text=read_text(draft.text, draft.text_line) if draft.text.strip() else None,
        updated=fields.updated.instant if fields.updated else None,
        aliases=fields.aliases,
        draft=fields.draft,
        lang=fields.lang,
        references=tuple(_references(source, draft)),
        digest=file.digest,
        meta_digest=draft.meta_digest,
    )


def _references(source: SourceFile, draft: Draft[RecordFields]) -> Iterator[Reference]:
    yield from agreements.references(draft.fields, source.stem, source.folder, partial(locate, draft.tree))
    yield from references_of(draft.fields, draft.tree)


def _checked(
    file: MarkdownFile, draft: ReadResult[Draft[RecordFields]], result: ReadResult[RecordFile]
) -> ReadResult[RecordFile]:
    """Adds the problems between the values of a record."""
    if result.value is None or draft.value is None:
        return result
    found = _check_values(result.value, file.source, draft.value)
    return replace(result, problems=(*result.problems, *found))


def _check_values(record: RecordFile, source: SourceFile, draft: Draft[RecordFields]) -> Iterator[Problem]:
    fields, find = draft.fields, partial(locate, draft.tree)
    if not is_slug(source.stem):
        yield problems.RECORD_NAME.at(Location(source.path), name=source.stem, slug=draft.slug or "ten-van-ban")
    elif fields.id and fields.id != source.stem:
        yield problems.RECORD_ID.at(find(("id",)).within(source.path), id=fields.id, stem=source.stem)
    yield from agreements.check_agreement(fields, source.stem, source.folder, source.path, find)
    yield from check_dates(record, find)
    yield from check_record_repetitions(fields, draft.tree, source.path)
    yield from check_record_text(record, draft.text_line, find)
    if record.text:
        yield from check_provisions(record.text, source.path, clauses=fields.clauses)
