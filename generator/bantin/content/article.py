"""VALIDATE: the bytes of a Markdown file → :class:`~bantin.domain.model.Article`, ``StaticPage`` or ``Translation``.

Each file is read independently; its mentions of others become references, which are checked when all files are read.
So articles can be read in any order and in any process, and cached by their bytes.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.content import agreement as agreements
from bantin.content.checks.contradictions import check_contradictions
from bantin.content.checks.dates import check_dates
from bantin.content.checks.full_text import check_full_text
from bantin.content.checks.leftovers import check_conflict, check_leftovers, check_personal
from bantin.content.checks.letters import check_letters
from bantin.content.checks.repetitions import check_repetitions, comparison_references
from bantin.content.checks.suspicion import is_suspicious
from bantin.content.checks.text import check_secrecy, check_spelling, check_usable, read_utf8
from bantin.content.discover import SourceFile
from bantin.content.frontmatter import FrontMatter, split
from bantin.content.markdown import Converter
from bantin.content.paths import resolve
from bantin.content.problems import files, markdown, values
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.check import check
from bantin.content.schema.own_fields import article_fields, translation_fields
from bantin.content.schema.translation import TranslationFields
from bantin.content.schema.values import Fields
from bantin.content.translation import resolve_translation
from bantin.content.yaml.parser import Tree, find_below, locate, parse_yaml
from bantin.content.yaml.tree import Node
from bantin.domain.model import (
    Article,
    Body,
    Credit,
    OwnField,
    Photo,
    Reference,
    ReferenceTarget,
    StaticPage,
    Translation,
)
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.domain.text.dates import iso_instant
from bantin.domain.text.slugs import slugify

F = TypeVar("F", bound=Fields)
T = TypeVar("T")


class MarkdownFile(Struct, frozen=True):
    """A Markdown file with its bytes, and the digest of its path and bytes."""

    source: SourceFile
    data: bytes
    digest: str


class ReadResult(Struct, Generic[T], frozen=True):
    """The result of reading a Markdown file.

    ``value`` is the article or page, or ``None`` if its front matter cannot be used; ``body`` is its text even then.
    Both may come with problems that are errors.
    """

    value: T | None
    body: Body | None
    problems: tuple[Problem, ...]


class Draft(Struct, Generic[F], frozen=True):
    """The parsed parts of a Markdown file, before it becomes an article, a page or a translation.

    ``slug`` is that of the file's name, ``meta_digest`` a digest of its front matter.
    """

    fields: F
    tree: Node
    body: Body
    slug: str
    meta_digest: str


class _DecodedFile(Struct, frozen=True):
    """A file with its usable text and the parts of it; ``is_suspicious`` as :func:`.suspicion.is_suspicious`."""

    file: MarkdownFile
    path: str
    text: str
    parts: FrontMatter
    is_suspicious: bool


class ArticleReader:
    """Reads articles, pages and translations in one language and time zone, with own fields. Not thread-safe.

    Files are read in batches, each step for all of them: this takes three quarters of the time of reading one file
    after the other, since processors are faster at repeating one step.
    """

    def __init__(self, language: Language, zone: ZoneInfo | None, own: tuple[OwnField, ...] = ()) -> None:
        self._converter = Converter(language)
        self._zone = zone
        self._own = own

    def articles(self, files: Sequence[MarkdownFile]) -> list[ReadResult[Article]]:
        """Reads an article from each of ``files``."""
        drafts = self._drafts(files, article_fields(self._own))
        return list(map(_checked, files, drafts, _results(files, drafts, _article)))

    def pages(self, files: Sequence[MarkdownFile]) -> list[ReadResult[StaticPage]]:
        """Reads a static page from each of ``files``."""
        return _results(files, self._drafts(files, PageFields), _page)

    def translations(self, files: Sequence[MarkdownFile]) -> list[ReadResult[Translation]]:
        """Reads a translation from each of ``files``, all of them in the language of the reader."""
        return _results(files, self._drafts(files, translation_fields(self._own)), _translation)

    def _drafts(self, files: Sequence[MarkdownFile], fields: type[F]) -> list[ReadResult[Draft[F]]]:
        """Reads both front matter and text, even if one of them is wrong, so that all problems are reported at once."""
        decoded = [_decode(file) for file in files]
        whole = [one.value for one in decoded if one.value]
        trees = [parse_yaml(one.parts.yaml, one.path, one.parts.yaml_line) for one in whole]
        checked = [self._check(one, tree, fields) for one, tree in zip(whole, trees, strict=True)]
        bodies = [self._convert(one) for one in whole]
        letters = map(_odd_letters, whole)
        contradictions = map(_contradictions, whole, trees, checked)
        mistakes = map(_mistakes, whole, checked)
        of_text = [tuple(chain(*several)) for several in zip(mistakes, letters, contradictions, strict=True)]
        drafts = map(_draft, whole, trees, checked, bodies, of_text)
        return [next(drafts) if one.value else ReadResult(None, None, one.problems) for one in decoded]

    def _check(self, decoded: _DecodedFile, tree: Tree, fields: type[F]) -> Checked[F]:
        if tree.root is None and tree.problems:
            return Checked(None)
        return check(tree.root, fields, decoded.path, {"zone": self._zone}, decoded.parts.yaml_line)

    def _convert(self, decoded: _DecodedFile) -> Checked[Body]:
        parts = decoded.parts
        return self._converter.convert(parts.markdown, decoded.path, parts.markdown_line, decoded.file.digest)


def digest_of(path: str, data: bytes) -> str:
    """The digest of a path and the bytes of its file."""
    return hashlib.blake2b(path.encode() + b"\0" + data, digest_size=16).hexdigest()


def _decode(file: MarkdownFile) -> Checked[_DecodedFile]:
    path = file.source.path
    text = read_utf8(file.data, path)
    if text.value is None:
        return Checked(None, text.problems)
    suspicious = is_suspicious(text.value)
    if suspicious:
        unusable = tuple(check_usable(text.value, file.data, path)) or check_conflict(text.value, path)
        if unusable:
            return Checked(None, unusable)
    parts = split(text.value, path)
    if parts.value is None:
        return Checked(None, parts.problems)
    return Checked(_DecodedFile(file, path, text.value, parts.value, suspicious))


def _mistakes(decoded: _DecodedFile, checked: Checked[F]) -> tuple[Problem, ...]:
    """Reports what proofreaders overlook in a file and, unless it is a draft, what was left in it."""
    text, path, fields = decoded.text, decoded.path, checked.value
    mistakes = (*check_spelling(text, path), *check_secrecy(text, path))
    if not decoded.is_suspicious or getattr(fields, "draft", False):
        return mistakes
    leftovers = check_leftovers(decoded.parts, path, checked.problems)
    return (*mistakes, *leftovers, *check_personal(text, decoded.file.data, path, _public_numbers(fields)))


def _public_numbers(fields: Fields | None) -> tuple[str, ...]:
    """The values of a file that may contain phone numbers: those declared public, and the contacts."""
    agreement = getattr(fields, "agreement", None)
    return (*getattr(fields, "public_numbers", ()), *getattr(agreement, "contact", ()))


def _odd_letters(decoded: _DecodedFile) -> Iterator[Problem]:
    if not decoded.is_suspicious:
        return iter(())
    front_end = len(decoded.text) - len(decoded.parts.markdown)
    return check_letters(decoded.text, decoded.file.data, decoded.path, front_end)


def _contradictions(decoded: _DecodedFile, tree: Tree, fields: Checked[F]) -> Iterator[Problem]:
    """Reports where the text contradicts the facts of its agreement, if it has one."""
    if tree.root and isinstance(fields.value, ArticleFields) and fields.value.agreement:
        find = find_below(tree.root, "agreement")
        yield from check_contradictions(decoded.text, decoded.parts, decoded.path, fields.value.agreement, find)


def _draft(
    decoded: _DecodedFile, tree: Tree, fields: Checked[F], body: Checked[Body], of_text: tuple[Problem, ...]
) -> ReadResult[Draft[F]]:
    path, parts, stem = decoded.path, decoded.parts, decoded.file.source.stem
    problems = [*tree.problems, *fields.problems, *body.problems, *of_text]
    slug = slugify(stem)
    if not slug:
        problems.append(files.NO_SLUG.at(Location(path), name=stem))
    if not parts.markdown.strip():
        problems.append(markdown.EMPTY_BODY.at(Location(path, parts.markdown_line - 1, 1, len("---"))))
    if fields.value is None or tree.root is None or body.value is None:
        return ReadResult(None, body.value, tuple(problems))
    meta_digest = digest_of(path, parts.yaml.encode())
    return ReadResult(Draft(fields.value, tree.root, body.value, slug, meta_digest), body.value, tuple(problems))


def _results(
    files: Sequence[MarkdownFile], drafts: Sequence[ReadResult[Draft[F]]], build: Callable[[MarkdownFile, Draft[F]], T]
) -> list[ReadResult[T]]:
    """Applies ``build`` to the drafts that could be read."""
    return [
        ReadResult(build(file, draft.value) if draft.value else None, draft.body, draft.problems)
        for file, draft in zip(files, drafts, strict=True)
    ]


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
        agreement=(
            agreements.resolve_agreement(fields.agreement, draft.slug, source.folder) if fields.agreement else None
        ),
        references=tuple(_references(source, draft)),
        digest=file.digest,
        meta_digest=draft.meta_digest,
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
    if fields.published and fields.published.instant and not fields.draft:
        at = locate(draft.tree, ("published",))
        yield Reference(ReferenceTarget.PUBLISHING_HOUR, iso_instant(fields.published.instant), at)
    for index, photo in enumerate(fields.photos):
        path = resolve(photo.src, source.folder)
        if path:
            yield Reference(ReferenceTarget.IMAGE, path, locate(draft.tree, ("photos", index, "src")))
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
    yield from check_repetitions(draft.fields, draft.tree, source.path)
    if article.agreement:
        find = find_below(draft.tree, "agreement")
        yield from check_full_text(article.agreement, draft.body, source.path, find)
