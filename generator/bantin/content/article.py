"""VALIDATE: the bytes of a Markdown file → :class:`~bantin.domain.model.Article`, ``StaticPage`` or ``Translation``.

Reads each file by itself and knows nothing of the others; what it says of them it leaves as references, to be checked
when all are read. So articles can be read in any order and in any process, and remembered by their bytes.
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
from bantin.content.schema.translation import TranslationFields
from bantin.content.schema.values import Fields
from bantin.content.translation import resolve_translation
from bantin.content.yaml.parser import Tree, find_below, locate, parse_yaml
from bantin.content.yaml.tree import Node
from bantin.domain.model import Article, Body, Credit, Photo, Reference, ReferenceTarget, StaticPage, Translation
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.domain.text.dates import iso_instant
from bantin.domain.text.slugs import slugify

F = TypeVar("F", bound=Fields)
T = TypeVar("T")


class MarkdownFile(Struct, frozen=True):
    """A Markdown file with its bytes, and the digest that tells it, with these, from every other."""

    source: SourceFile
    data: bytes
    digest: str


class ReadResult(Struct, Generic[T], frozen=True):
    """What reading a Markdown file gave.

    ``value`` is the article or page, ``None`` when its front matter cannot be used; ``body`` is its text even so.
    Either may come with problems that are errors.
    """

    value: T | None
    body: Body | None
    problems: tuple[Problem, ...]


class Draft(Struct, Generic[F], frozen=True):
    """A Markdown file whose parts have been read but not yet made into anything.

    ``slug`` is that of its name, ``face`` a digest of its front matter.
    """

    fields: F
    tree: Node
    body: Body
    slug: str
    face: str


class _Opened(Struct, frozen=True):
    """A file with its text, which can be used, and its parts; suspicious if it may hold what hardly any text has."""

    file: MarkdownFile
    path: str
    text: str
    parts: FrontMatter
    is_suspicious: bool


class ArticleReader:
    """Reads articles, pages and translations in one language and time zone. Not to be shared between threads.

    Files are read together, step by step, each step for all of them: what a processor does many times in a row takes
    it three quarters of the time that it takes in turn with everything else.
    """

    def __init__(self, language: Language, zone: ZoneInfo | None) -> None:
        self._converter = Converter(language)
        self._zone = zone

    def articles(self, files: Sequence[MarkdownFile]) -> list[ReadResult[Article]]:
        """The article that each of ``files`` holds."""
        drafts = self._drafts(files, ArticleFields)
        return list(map(_checked, files, drafts, _made(files, drafts, _article)))

    def pages(self, files: Sequence[MarkdownFile]) -> list[ReadResult[StaticPage]]:
        """The static page that each of ``files`` holds."""
        return _made(files, self._drafts(files, PageFields), _page)

    def translations(self, files: Sequence[MarkdownFile]) -> list[ReadResult[Translation]]:
        """The translation that each of ``files`` holds, all of them in the language of the reader."""
        return _made(files, self._drafts(files, TranslationFields), _translation)

    def _drafts(self, files: Sequence[MarkdownFile], fields: type[F]) -> list[ReadResult[Draft[F]]]:
        """Front matter and text are both read, whatever is wrong with the other, so that all is reported at once."""
        opened = [_open(file) for file in files]
        whole = [one.value for one in opened if one.value]
        trees = [parse_yaml(one.parts.yaml, one.path, one.parts.yaml_line) for one in whole]
        checked = [self._check(one, tree, fields) for one, tree in zip(whole, trees, strict=True)]
        bodies = [self._convert(one) for one in whole]
        letters = map(_odd_letters, whole)
        against = map(_against_facts, whole, trees, checked)
        slips = map(_slips, whole, checked)
        told = [tuple(chain(*several)) for several in zip(slips, letters, against, strict=True)]
        drafts = map(_draft, whole, trees, checked, bodies, told)
        return [next(drafts) if one.value else ReadResult(None, None, one.problems) for one in opened]

    def _check(self, opened: _Opened, tree: Tree, fields: type[F]) -> Checked[F]:
        if tree.root is None and tree.problems:
            return Checked(None)
        return check(tree.root, fields, opened.path, {"zone": self._zone}, opened.parts.yaml_line)

    def _convert(self, opened: _Opened) -> Checked[Body]:
        parts = opened.parts
        return self._converter.convert(parts.markdown, opened.path, parts.markdown_line, opened.file.digest)


def digest_of(path: str, data: bytes) -> str:
    """What tells this file, with these bytes, from every other."""
    return hashlib.blake2b(path.encode() + b"\0" + data, digest_size=16).hexdigest()


def _open(file: MarkdownFile) -> Checked[_Opened]:
    path = file.source.path
    text = read_utf8(file.data, path)
    if text.value is None:
        return Checked(None, text.problems)
    suspicious = is_suspicious(text.value)
    if suspicious:
        wrong = tuple(check_usable(text.value, file.data, path)) or check_conflict(text.value, path)
        if wrong:
            return Checked(None, wrong)
    parts = split(text.value, path)
    if parts.value is None:
        return Checked(None, parts.problems)
    return Checked(_Opened(file, path, text.value, parts.value, suspicious))


def _slips(opened: _Opened, checked: Checked[F]) -> tuple[Problem, ...]:
    """What an eye misses in a file, and what is left in it, unless it is a draft."""
    text, path, fields = opened.text, opened.path, checked.value
    slips = (*check_spelling(text, path), *check_secrecy(text, path))
    if not opened.is_suspicious or getattr(fields, "draft", False):
        return slips
    left = check_leftovers(opened.parts, path, checked.problems)
    return (*slips, *left, *check_personal(text, opened.file.data, path, _public_numbers(fields)))


def _public_numbers(fields: Fields | None) -> tuple[str, ...]:
    """What a file says that may be published, and where whoever wants to know more may ask."""
    agreement = getattr(fields, "agreement", None)
    return (*getattr(fields, "public_numbers", ()), *getattr(agreement, "contact", ()))


def _odd_letters(opened: _Opened) -> Iterator[Problem]:
    if not opened.is_suspicious:
        return iter(())
    front_end = len(opened.text) - len(opened.parts.markdown)
    return check_letters(opened.text, opened.file.data, opened.path, front_end)


def _against_facts(opened: _Opened, tree: Tree, fields: Checked[F]) -> Iterator[Problem]:
    """What the text tells otherwise than the facts of its agreement, if it has one."""
    if tree.root and isinstance(fields.value, ArticleFields) and fields.value.agreement:
        find = find_below(tree.root, "agreement")
        yield from check_contradictions(opened.text, opened.parts, opened.path, fields.value.agreement, find)


def _draft(
    opened: _Opened, tree: Tree, fields: Checked[F], body: Checked[Body], slips: tuple[Problem, ...]
) -> ReadResult[Draft[F]]:
    path, parts, stem = opened.path, opened.parts, opened.file.source.stem
    problems = [*tree.problems, *fields.problems, *body.problems, *slips]
    slug = slugify(stem)
    if not slug:
        problems.append(files.NO_SLUG.at(Location(path), name=stem))
    if not parts.markdown.strip():
        problems.append(markdown.EMPTY_BODY.at(Location(path, parts.markdown_line - 1, 1, len("---"))))
    if fields.value is None or tree.root is None or body.value is None:
        return ReadResult(None, body.value, tuple(problems))
    face = digest_of(path, parts.yaml.encode())
    return ReadResult(Draft(fields.value, tree.root, body.value, slug, face), body.value, tuple(problems))


def _made(
    files: Sequence[MarkdownFile], drafts: Sequence[ReadResult[Draft[F]]], make: Callable[[MarkdownFile, Draft[F]], T]
) -> list[ReadResult[T]]:
    """What ``make`` makes of the drafts that came about."""
    return [
        ReadResult(make(file, draft.value) if draft.value else None, draft.body, draft.problems)
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
        face=draft.face,
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
    return resolve_translation(file.source, draft.fields, draft.tree, outline, digest=file.digest, face=draft.face)


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
    file: MarkdownFile, draft: ReadResult[Draft[ArticleFields]], reading: ReadResult[Article]
) -> ReadResult[Article]:
    """The article with what is wrong between its values."""
    if reading.value is None or draft.value is None:
        return reading
    return replace(reading, problems=(*reading.problems, *_contradictions(reading.value, file.source, draft.value)))


def _contradictions(article: Article, source: SourceFile, draft: Draft[ArticleFields]) -> Iterator[Problem]:
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
