"""VALIDATE: the bytes of a Markdown file → :class:`~generator.model.Article`, ``StaticPage`` or ``Translation``.

Reads one file and knows nothing of the others; what it says of them it leaves as references, to be checked when all
are read. So an article can be read in any order and in any process, and remembered by its bytes.
"""

import hashlib
from collections.abc import Iterator
from functools import partial
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from generator.content import agreement as agreements
from generator.content.chronology import check_dates
from generator.content.discover import SourceFile
from generator.content.frontmatter import split
from generator.content.markdown import Converter
from generator.content.nodes import find_below, locate, parse_yaml
from generator.content.paths import resolve
from generator.content.problems import files, markdown, values
from generator.content.prose import check_secrecy, check_spelling, read_text
from generator.content.schema.article import ArticleFields, PageFields
from generator.content.schema.check import check
from generator.content.schema.translation import TranslationFields
from generator.content.schema.values import Fields
from generator.content.translation import resolve_translation
from generator.content.tree import Node
from generator.errors import Checked, Language, Location, Problem
from generator.model import Article, Body, Credit, Photo, Reference, StaticPage, Target, Translation
from generator.text.slugs import slugify

F = TypeVar("F", bound=Fields)
T = TypeVar("T")


class Reading(Struct, Generic[T], frozen=True):
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


class Reader:
    """Reads articles, pages and translations in one language and time zone. Not to be shared between threads.

    Each file is given with its bytes and with their digest, which whoever remembers what was read needs as well.
    """

    def __init__(self, language: Language, zone: ZoneInfo | None) -> None:
        self._converter = Converter(language)
        self._zone = zone

    def article(self, source: SourceFile, data: bytes, digest: str) -> Reading[Article]:
        """The article that the file ``source``, whose bytes are ``data``, holds."""
        draft = self._draft(source, data, digest, ArticleFields)
        if draft.value is None:
            return Reading(None, draft.body, draft.problems)
        article = _resolve(source, draft.value, digest)
        return Reading(article, draft.body, (*draft.problems, *_check(article, source, draft.value)))

    def page(self, source: SourceFile, data: bytes, digest: str) -> Reading[StaticPage]:
        """The static page that the file ``source``, whose bytes are ``data``, holds."""
        draft = self._draft(source, data, digest, PageFields)
        if draft.value is None:
            return Reading(None, draft.body, draft.problems)
        fields = draft.value.fields
        page = StaticPage(
            path=source.path,
            slug=fields.slug or draft.value.slug,
            title=fields.title,
            outline=draft.value.body.outline,
            lead=fields.lead,
            updated=fields.updated.instant if fields.updated else None,
            aliases=fields.aliases,
            draft=fields.draft,
            digest=digest,
        )
        return Reading(page, draft.body, draft.problems)

    def translation(self, source: SourceFile, data: bytes, digest: str) -> Reading[Translation]:
        """The translation in the file ``source``, whose bytes are ``data`` and whose language is that of the reader."""
        draft = self._draft(source, data, digest, TranslationFields)
        found = draft.value
        if found is None:
            return Reading(None, draft.body, draft.problems)
        outline = found.body.outline
        made = resolve_translation(source, found.fields, found.tree, outline, digest=digest, face=found.face)
        return Reading(made, draft.body, draft.problems)

    def _draft(self, source: SourceFile, data: bytes, digest: str, fields: type[F]) -> Reading[Draft[F]]:
        """Front matter and text are both read, whatever is wrong with the other, so that all is reported at once."""
        path = source.path
        text = read_text(data, path)
        if text.value is None:
            return Reading(None, None, text.problems)
        parts = split(text.value, path)
        if parts.value is None:
            return Reading(None, None, parts.problems)
        tree = parse_yaml(parts.value.yaml, path, parts.value.yaml_line)
        checked: Checked[F] = Checked(None)
        if tree.root is not None or not tree.problems:
            checked = check(tree.root, fields, path, {"zone": self._zone}, parts.value.yaml_line)
        body = self._converter.convert(parts.value.markdown, path, parts.value.markdown_line, digest)
        problems = [*tree.problems, *checked.problems, *body.problems]
        problems += [*check_spelling(text.value, path), *check_secrecy(text.value, path)]
        slug = slugify(source.stem)
        if not slug:
            problems.append(files.NO_SLUG.at(Location(path), name=source.stem))
        if not parts.value.markdown.strip():
            problems.append(markdown.EMPTY_BODY.at(Location(path, parts.value.markdown_line - 1, 1, len("---"))))
        if checked.value is None or tree.root is None or body.value is None:
            return Reading(None, body.value, tuple(problems))
        face = digest_of(path, parts.value.yaml.encode())
        return Reading(Draft(checked.value, tree.root, body.value, slug, face), body.value, tuple(problems))


def digest_of(path: str, data: bytes) -> str:
    """What tells this file, with these bytes, from every other."""
    return hashlib.blake2b(path.encode() + b"\0" + data, digest_size=16).hexdigest()


def _resolve(source: SourceFile, draft: Draft[ArticleFields], digest: str) -> Article:
    fields = draft.fields
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
        digest=digest,
        face=draft.face,
    )


def _references(source: SourceFile, draft: Draft[ArticleFields]) -> Iterator[Reference]:
    fields = draft.fields
    if fields.section:
        yield Reference(Target.SECTION, fields.section, locate(draft.tree, ("section",)))
    for index, photo in enumerate(fields.photos):
        path = resolve(photo.src, source.folder)
        if path:
            yield Reference(Target.IMAGE, path, locate(draft.tree, ("photos", index, "src")))
    if fields.agreement:
        find = find_below(draft.tree, "agreement")
        yield from agreements.references(fields.agreement, draft.slug, source.folder, find)


def _check(article: Article, source: SourceFile, draft: Draft[ArticleFields]) -> Iterator[Problem]:
    for index, photo in enumerate(draft.fields.photos):
        if resolve(photo.src, source.folder) is None:
            at = locate(draft.tree, ("photos", index, "src")).within(source.path)
            yield values.BAD_PATH.at(at, value=photo.src)
    if draft.fields.agreement:
        find = find_below(draft.tree, "agreement")
        yield from agreements.check_agreement(draft.fields.agreement, draft.slug, source.folder, source.path, find)
    yield from check_dates(article, partial(locate, draft.tree))
