"""VALIDATE: the bytes of a Markdown file → :class:`~bantin.domain.model.RecordFile`, or a translation of one."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from bantin.content import agreement as agreements
from bantin.content.changes import change_days, check_changes, resolve_changes
from bantin.content.checks.dates import check_dates
from bantin.content.checks.full_text import check_record_text
from bantin.content.checks.people import references_of
from bantin.content.checks.provisions import check_provisions
from bantin.content.checks.repetitions import check_record_repetitions
from bantin.content.checks.summaries import check_summary
from bantin.content.checks.text import read_utf8
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.frontmatter import split
from bantin.content.gone import gone_record
from bantin.content.markdown_file import Draft, DraftReader, MarkdownFile, ReadResult, resolved
from bantin.content.problems import files as problems
from bantin.content.schema.own_fields import record_fields, record_translation_fields
from bantin.content.schema.record import RecordFields
from bantin.content.schema.translation import RecordTranslationFields
from bantin.content.translation import resolve_record_translation
from bantin.content.yaml.parser import locate, parse_yaml, text_in
from bantin.content.yaml.tree import MappingNode, ScalarNode
from bantin.domain.model import RecordFile, Reference, Translation
from bantin.domain.problems import Location, Problem
from bantin.domain.provisions.reading import read_text
from bantin.domain.text.slugs import is_slug, slugify


def read_records(reader: DraftReader, opened: Sequence[MarkdownFile]) -> list[ReadResult[RecordFile]]:
    """Reads a record from each of the ``opened`` files. Its text is not Markdown."""
    drafts = reader.drafts(opened, record_fields(reader.own), is_markdown=False)
    return list(map(_checked, opened, drafts, resolved(opened, drafts, _record, gone_record)))


def read_record_translations(reader: DraftReader, opened: Sequence[MarkdownFile]) -> list[ReadResult[Translation]]:
    """Reads a translation from each of the ``opened`` files, all of them in the language of ``reader``."""
    drafts = reader.drafts(opened, record_translation_fields(reader.own), is_markdown=False)
    results = resolved(opened, drafts, _translation)
    return [
        replace(result, problems=(*result.problems, *check_provisions(result.value.text, file.source.path)))
        if result.value and result.value.text
        else result
        for file, result in zip(opened, results, strict=True)
    ]


def _translation(file: MarkdownFile, draft: Draft[RecordTranslationFields]) -> Translation:
    made = resolve_record_translation(file.source, draft.fields, draft.tree)
    text = read_text(draft.text, draft.text_line) if draft.text.strip() else None
    return replace(made, text=text, digest=file.digest, meta_digest=draft.meta_digest)


def _record(file: MarkdownFile, draft: Draft[RecordFields]) -> RecordFile:
    source, fields = file.source, draft.fields
    return RecordFile(
        path=source.path,
        agreement=agreements.resolve_agreement(fields, source.stem, source.folder, partial(locate, draft.tree)),
        text=read_text(draft.text, draft.text_line) if draft.text.strip() else None,
        summary=fields.summary,
        updated=fields.updated.instant if fields.updated else None,
        aliases=fields.aliases,
        draft=fields.draft,
        lang=fields.lang,
        hide_versions_until=fields.hide_versions_until,
        references=tuple(_references(source, draft)),
        digest=file.digest,
        meta_digest=draft.meta_digest,
        changes=resolve_changes(fields.changes),
        embargo=fields.embargo,
    )


def _references(source: SourceFile, draft: Draft[RecordFields]) -> Iterator[Reference]:
    yield from agreements.references(draft.fields, source.stem, source.folder, partial(locate, draft.tree))
    yield from change_days(draft.fields.changes, partial(locate, draft.tree))
    yield from references_of(draft.fields, draft.tree)


def _checked(
    file: MarkdownFile, draft: ReadResult[Draft[RecordFields]], result: ReadResult[RecordFile]
) -> ReadResult[RecordFile]:
    """Adds the problems between the values of a record."""
    if draft.value is None:
        return result
    found = [*_check_id(file.source, draft.value)]
    found += _check_values(result.value, file.source, draft.value) if result.value else ()
    return replace(result, problems=(*result.problems, *found))


def _check_id(source: SourceFile, draft: Draft[RecordFields]) -> Iterator[Problem]:
    fields, find = draft.fields, partial(locate, draft.tree)
    if not is_slug(source.stem):
        yield problems.RECORD_NAME.at(Location(source.path), name=source.stem, slug=draft.slug or "ten-van-ban")
    elif fields.id and fields.id != source.stem:
        yield problems.RECORD_ID.at(find(("id",)).within(source.path), id=fields.id, stem=source.stem)


def _check_values(record: RecordFile, source: SourceFile, draft: Draft[RecordFields]) -> Iterator[Problem]:
    fields, find = draft.fields, partial(locate, draft.tree)
    yield from agreements.check_agreement(fields, source.stem, source.folder, source.path, find)
    yield from check_dates(record, find)
    yield from check_changes(record, find)
    yield from check_record_repetitions(fields, draft.tree, source.path)
    yield from check_summary(record.summary, source.path, find)
    yield from check_record_text(record, draft.text_line, find)
    if record.text:
        yield from check_provisions(record.text, source.path, clauses=fields.clauses)


def record_paths(root: Path, sources: Sources) -> dict[str, str]:
    """The ids of all records with the path of the file of each, whatever else is wrong in it."""
    inline = {one: source.path for source in sources.of(Role.ARTICLE) for one in _id_in(root, source)}
    return inline | {source.stem: source.path for source in sources.of(Role.RECORD)}


def known_records(root: Path, sources: Sources) -> frozenset[str]:
    """The ids of all records, whatever else is wrong in their files."""
    return frozenset(record_paths(root, sources))


def _id_in(root: Path, source: SourceFile) -> Iterator[str]:
    data = read(root, source.path, LARGEST_TEXT).value
    text = read_utf8(data, source.path).value if data else None
    parts = split(text, source.path).value if text else None
    tree = parse_yaml(parts.yaml, source.path, parts.yaml_line).root if parts else None
    agreement = tree.get("agreement") if isinstance(tree, MappingNode) else None
    if isinstance(agreement, MappingNode):
        own = agreement.get("id")
        yield text_in(own) if isinstance(own, ScalarNode) else slugify(source.stem)
