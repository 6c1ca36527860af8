"""VALIDATE: the bytes of a Markdown file → :class:`~bantin.domain.model.Article`, ``StaticPage`` or ``Translation``."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from bantin.content import agreement as agreements
from bantin.content.changes import (
    change_days,
    check_changes,
    resolve_changes,
)
from bantin.content.checks.dates import check_dates
from bantin.content.checks.full_text import check_full_text, may_be_text
from bantin.content.checks.repeated_entries import check_repeated_changes
from bantin.content.checks.repetitions import check_repetitions, comparison_references
from bantin.content.checks.summaries import check_summary
from bantin.content.discover import SourceFile
from bantin.content.gone import gone_article, gone_page
from bantin.content.markdown_file import Draft, DraftReader, MarkdownFile, ReadResult, resolved
from bantin.content.paths import resolve
from bantin.content.problems import values
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.own_fields import article_fields, translation_fields
from bantin.content.schema.translation import TranslationFields
from bantin.content.translation import resolve_translation
from bantin.content.yaml.parser import find_below, locate
from bantin.domain.model import Article, Credit, Photo, Reference, ReferenceTarget, StaticPage, Translation
from bantin.domain.problems import Problem


def read_articles(reader: DraftReader, files: Sequence[MarkdownFile]) -> list[ReadResult[Article]]:
    """Reads an article from each of ``files``."""
    drafts = reader.drafts(files, article_fields(reader.own))
    return list(map(_checked, files, drafts, resolved(files, drafts, _article, gone_article)))


def read_pages(reader: DraftReader, files: Sequence[MarkdownFile]) -> list[ReadResult[StaticPage]]:
    """Reads a static page from each of ``files``."""
    drafts = reader.drafts(files, PageFields)
    return list(map(_checked_page, files, drafts, resolved(files, drafts, _page, gone_page)))


def read_translations(reader: DraftReader, files: Sequence[MarkdownFile]) -> list[ReadResult[Translation]]:
    """Reads a translation from each of ``files``, all of which are in the language of ``reader``."""
    return resolved(files, reader.drafts(files, translation_fields(reader.own)), _translation)


def _article(file: MarkdownFile, draft: Draft[ArticleFields]) -> Article:
    source, fields = file.source, draft.fields
    return Article(
        path=source.path,
        slug=fields.slug or draft.slug,
        year=source.year,
        title=fields.title,
        outline=draft.body.outline,
        published=fields.published,
        updated=fields.updated.instant if fields.updated else None,
        lead=fields.lead,
        summary=fields.summary,
        authors=fields.authors,
        source=Credit(fields.source.name, fields.source.code, fields.source.url) if fields.source else None,
        section=fields.section,
        tags=fields.tags,
        photos=tuple(
            Photo(path, photo.alt, photo.caption, photo.credit)
            for photo in fields.photos
            if (path := resolve(photo.src, source.folder))
        ),
        aliases=fields.aliases,
        draft=fields.draft,
        expires=fields.expires,
        lang=fields.lang,
        license=fields.license,
        comments=fields.comments,
        hide_versions_until=fields.hide_versions_until,
        agreement=(
            agreements.resolve_agreement(
                fields.agreement, draft.slug, source.folder, find_below(draft.tree, "agreement")
            )
            if fields.agreement
            else None
        ),
        about=tuple(dict.fromkeys(fields.about)),
        has_text=bool(fields.agreement) and may_be_text(draft.body),
        references=tuple(_references(source, draft)),
        digest=file.digest,
        meta_digest=draft.meta_digest,
        changes=resolve_changes(fields.changes),
        embargo=fields.embargo,
    )


def _page(file: MarkdownFile, draft: Draft[PageFields]) -> StaticPage:
    fields = draft.fields
    return StaticPage(
        path=file.source.path,
        slug=fields.slug or draft.slug,
        title=fields.title,
        outline=draft.body.outline,
        lead=fields.lead,
        updated=fields.updated.instant if fields.updated else None,
        aliases=fields.aliases,
        draft=fields.draft,
        digest=file.digest,
        references=tuple(change_days(fields.changes, partial(locate, draft.tree))),
        changes=resolve_changes(fields.changes),
        embargo=fields.embargo,
    )


def _translation(file: MarkdownFile, draft: Draft[TranslationFields]) -> Translation:
    outline = draft.body.outline
    return resolve_translation(
        file.source, draft.fields, draft.tree, outline, digest=file.digest, meta_digest=draft.meta_digest
    )


def _references(source: SourceFile, draft: Draft[ArticleFields]) -> Iterator[Reference]:
    fields = draft.fields
    if fields.section:
        yield Reference(ReferenceTarget.SECTION, fields.section, locate(draft.tree, ("section",)))
    yield from change_days(fields.changes, partial(locate, draft.tree))
    for index, photo in enumerate(fields.photos):
        path = resolve(photo.src, source.folder)
        if path:
            yield Reference(ReferenceTarget.IMAGE, path, locate(draft.tree, ("photos", index, "src")))
    for index, record_id in enumerate(fields.about):
        yield Reference(ReferenceTarget.ABOUT, record_id, locate(draft.tree, ("about", index)))
    if fields.agreement:
        find = find_below(draft.tree, "agreement")
        yield from agreements.references(fields.agreement, draft.slug, source.folder, find)
    yield from comparison_references(fields, draft.tree)


def _checked(
    file: MarkdownFile, draft: ReadResult[Draft[ArticleFields]], result: ReadResult[Article]
) -> ReadResult[Article]:
    """Adds the problems between the values of an article."""
    if result.value is None or draft.value is None:
        return result
    return replace(result, problems=(*result.problems, *_check_values(result.value, file.source, draft.value)))


def _check_values(article: Article, source: SourceFile, draft: Draft[ArticleFields]) -> Iterator[Problem]:
    for index, photo in enumerate(draft.fields.photos):
        if resolve(photo.src, source.folder) is None:
            at = locate(draft.tree, ("photos", index, "src")).within(source.path)
            yield values.BAD_PATH.at(at, value=photo.src)
    if draft.fields.agreement:
        find = find_below(draft.tree, "agreement")
        yield from agreements.check_agreement(draft.fields.agreement, draft.slug, source.folder, source.path, find)
    yield from check_dates(article, partial(locate, draft.tree))
    yield from check_changes(article, partial(locate, draft.tree))
    yield from check_repetitions(draft.fields, draft.tree, source.path)
    yield from check_summary(article.summary, source.path, partial(locate, draft.tree))
    if article.agreement:
        find = find_below(draft.tree, "agreement")
        yield from check_full_text(article.agreement, draft.body, source.path, find)


def _checked_page(
    file: MarkdownFile, draft: ReadResult[Draft[PageFields]], result: ReadResult[StaticPage]
) -> ReadResult[StaticPage]:
    """Adds the problems between the values of a static page."""
    if result.value is None or draft.value is None or not result.value.changes:
        return result
    tree, path = draft.value.tree, file.source.path
    changes = check_changes(result.value, partial(locate, tree))
    return replace(
        result, problems=(*result.problems, *changes, *check_repeated_changes(draft.value.fields, tree, path))
    )
