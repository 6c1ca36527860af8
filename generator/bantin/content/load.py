"""PARSE and VALIDATE all files of a bulletin: a folder → :class:`Content`."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar, get_args
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.agency import read_agency
from bantin.content.article import MarkdownFile, ReadResult, digest_of
from bantin.content.batch_reader import CacheRow, read_articles, read_files, read_pages, read_translations
from bantin.content.checks.attachments import check_sums
from bantin.content.checks.copies import check_copies
from bantin.content.checks.references import (
    Declarations,
    check_named,
    check_parents,
    check_records,
    check_references,
    check_today,
)
from bantin.content.checks.relations import check_relations
from bantin.content.checks.same_names import check_namesakes
from bantin.content.checks.spellings import check_spellings
from bantin.content.checks.unused_files import check_unused
from bantin.content.counter_figures import read_figures
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.documents import read_documents, read_roots
from bantin.content.files import LARGEST_TEXT, SITE, VOCABULARY, language_of
from bantin.content.git_history import Head, read_history
from bantin.content.images import check_images, read_images, with_images
from bantin.content.name_lookup import Names, agency_key, agency_names, named, record_key, record_names
from bantin.content.problems import files as problems
from bantin.content.record_cache import Codec, DecodedRecords, FileRecord
from bantin.content.reread import context_of, remember
from bantin.content.resolve import resolve_agency, resolve_article
from bantin.content.root_files import check_root_files
from bantin.content.settings import read_site, read_vocabulary
from bantin.content.translation import check_translations
from bantin.domain.model import (
    Agency,
    Article,
    DocumentFacts,
    History,
    ImageFacts,
    Outline,
    OwnField,
    ReferenceTarget,
    Site,
    StaticPage,
    Translation,
    VisitorFigures,
    Vocabulary,
)
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.runtime.cache import CachedSource, Store
from bantin.runtime.workers import Workers

T = TypeVar("T")


class Settings(Struct, frozen=True):
    """The settings in ``site.yml`` and ``vocabulary.yml``; ``None`` for a file that could not be read.

    ``language`` is the one to report problems in, and is always known.
    """

    language: Language
    site: Site | None
    vocabulary: Vocabulary | None


class Content(Struct, frozen=True):
    """All content of a bulletin, parsed and checked.

    ``files`` are the paths of all files of the content folder; ``broken`` those of articles, pages and agencies that
    could not be used, and ``orphans`` the texts of such articles and pages, if readable. ``documents`` are the facts of
    PDFs and other files that agreements refer to, by path. ``history`` has the last commits of the files. ``figures``
    are those of the visitor counter. ``translations`` are of articles and pages; ``images`` are the facts of those that
    these show or link to, by path.
    """

    site: Site
    vocabulary: Vocabulary
    agencies: tuple[Agency, ...]
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    files: frozenset[str]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Outline], ...]
    documents: Mapping[str, DocumentFacts] = {}
    history: History = History()
    figures: VisitorFigures | None = None
    translations: tuple[Translation, ...] = ()
    images: Mapping[str, ImageFacts] = {}


def load_settings(root: Path, sources: Sources) -> Checked[Settings]:
    """Reads the settings of the bulletin in ``root``, whose files are ``sources``."""
    site_data = _settings_file(root, SITE, sources.of(Role.SITE))
    site = _then(site_data, read_site)
    vocabulary = _then(_settings_file(root, VOCABULARY, sources.of(Role.VOCABULARY)), read_vocabulary)
    language = site.value.language if site.value else language_of(site_data.value or b"")
    return Checked(Settings(language, site.value, vocabulary.value), (*site.problems, *vocabulary.problems))


def load(
    root: Path,
    sources: Sources,
    settings: Settings,
    today: date,
    *,
    workers: Workers,
    store: Store,
    decoded: DecodedRecords | None = None,
    head: Head | None = None,
) -> Checked[Content]:
    """Reads and checks every file of ``sources``, below ``root``, but for unchanged ones that are in ``store``.

    A program that loads the content repeatedly may pass ``decoded`` records. ``head`` is the commit checked out, if the
    history of the files is wanted. ``today`` is the day, in the site's time zone, after which a date is in the future.
    The problems of all files are reported together; there is a value only if the settings could be read.
    """
    reader = _CachedReader(root, settings, workers, store, decoded)
    agencies = reader.read_all(sources.of(Role.AGENCY), Agency, _read_agencies)
    articles = reader.read_all(sources.of(Role.ARTICLE), Article, read_articles)
    pages = reader.read_all(sources.of(Role.PAGE), StaticPage, read_pages)
    translations = reader.read_all(sources.of(Role.TRANSLATION), Translation, read_translations)
    reader.forget_others(sources)
    files = frozenset(file.path for file in sources.files)
    reported = [*agencies.problems, *articles.problems, *pages.problems, *translations.problems]
    declared = _declared(settings, sources, agencies, articles, files)
    agencies = replace(agencies, values=tuple(resolve_agency(one, declared.names) for one in agencies.values))
    for agency in agencies.values:
        reported += check_references(agency.path, agency.references, declared)
    written, articles = articles.values, _resolved(articles, declared)
    for before, article in zip(written, articles.values, strict=True):
        reported += check_references(article.path, article.references, declared)
        reported += check_named(before, article, declared.names[ReferenceTarget.AGENCY])
        reported += check_today(article, today)
    reported += [*check_records(articles.values), *check_parents(agencies.values)]
    reported += [*check_spellings(articles.values), *check_copies(articles.values)]
    reported += check_namesakes(agencies.values)
    reported += check_relations(articles.values, None if agencies.broken else agencies.values, today)
    languages = [one.language for one in settings.site.others] if settings.site else get_args(Language)
    unread = agencies.broken | articles.broken | pages.broken | translations.broken
    reported += check_translations(translations.values, articles.values, pages.values, unread, languages)
    if not unread:
        reported += check_unused(sources.files, [*articles.values, *pages.values, *translations.values])
    roots = read_roots(root, settings.site.trusted_roots if settings.site else (), files)
    documents = read_documents(root, sources, articles.values, roots.value or (), today, workers=workers, store=store)
    known = documents.value or {}
    texts: list[Article | StaticPage | Translation | Site] = [settings.site] if settings.site else []
    texts += [*articles.values, *pages.values, *translations.values]
    found = read_images(root, sources, texts, workers=workers, store=store)
    images = {path: one.facts for path, one in found.items() if one.facts}
    reported += check_images(texts, found)
    reported += check_root_files(root, sources)
    figures = read_figures(root, sources)
    reported += [*roots.problems, *documents.problems, *check_sums(articles.values, known), *figures.problems]
    if settings.site is None or settings.vocabulary is None:
        return Checked(None, tuple(reported))
    content = Content(
        site=settings.site,
        vocabulary=settings.vocabulary,
        agencies=agencies.values,
        articles=tuple(with_images(article, images) for article in articles.values),
        pages=pages.values,
        files=files,
        broken=unread,
        orphans=articles.orphans + pages.orphans + translations.orphans,
        documents=known,
        history=read_history(root, head, settings.site.timezone, store) if head else History(),
        figures=figures.value,
        translations=translations.values,
        images=images,
    )
    return Checked(content, tuple(reported))


class _Files(Struct, Generic[T], frozen=True):
    """The content of the files with one role; ``broken`` and ``orphans`` are as in ``Content``."""

    values: tuple[T, ...]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Outline], ...]
    problems: tuple[Problem, ...]


# Files written to the cache at once: enough to be fast, few enough for memory.
_AT_ONCE = 1_000
_ReadPiece = Callable[..., list[CacheRow]]


class _CachedReader:
    """Reads files, or takes them from the cache if they are unchanged, and updates the cache."""

    def __init__(
        self, root: Path, settings: Settings, workers: Workers, store: Store, decoded: DecodedRecords | None
    ) -> None:
        self._root = root
        self._language = settings.language
        self._zone = settings.site.timezone if settings.site else None
        self._workers = workers
        self._store = store
        self._own = settings.site.own_fields if settings.site else ()
        self._context = context_of(self._language, self._zone, self._own)
        self._known = store.sources(self._context)
        self._decoded = decoded
        if decoded:
            decoded.begin()

    def read_all(self, sources: Sequence[SourceFile], kind: type[T], read_piece: _ReadPiece) -> _Files[T]:
        codec = Codec(kind, self._zone)
        records, touched = self._cached(sources, codec)
        self._store.put(self._context, touched, ())
        unread = [source for source in sources if source.path not in records]
        function = partial(read_piece, self._root, self._language, self._zone, own=self._own)
        fresh: list[CacheRow] = []
        for piece in self._workers.each(function, unread):
            records |= {row.path: codec.decode(row.record) for row, _ in piece}
            fresh += piece
            if len(fresh) >= _AT_ONCE:
                remember(fresh, self._context, self._store)
                fresh = []
        remember(fresh, self._context, self._store)
        return _gather([(source.path, records[source.path]) for source in sources])

    def forget_others(self, sources: Sources) -> None:
        gone = self._known.keys() - {source.path for source in sources.files}
        if gone:
            self._store.remove(gone)

    def _cached(
        self, sources: Sequence[SourceFile], codec: Codec[T]
    ) -> tuple[dict[str, FileRecord[T]], list[CachedSource]]:
        """The cached records of unchanged files, and updates for those of which only the time has changed."""
        records: dict[str, FileRecord[T]] = {}
        touched: list[CachedSource] = []
        for source in sources:
            known = self._known.get(source.path)
            if known is None:
                continue
            if (known.size, known.modified, known.inode) != (source.size, source.modified, source.inode):
                data = read(self._root, source.path, LARGEST_TEXT).value
                if data is None or digest_of(source.path, data) != known.digest:
                    continue
                stamp = self._store.stamp(source.modified)
                touched.append(replace(known, size=source.size, modified=stamp, inode=source.inode))
            records[source.path] = self._decode(known.record, codec)
        return records, touched

    def _decode(self, data: bytes, codec: Codec[T]) -> FileRecord[T]:
        return self._decoded.record(codec, data) if self._decoded else codec.decode(data)


def _gather(records: Sequence[tuple[str, FileRecord[T]]]) -> _Files[T]:
    broken = [(path, record) for path, record in records if record.value is None]
    return _Files(
        values=tuple(record.value for _, record in records if record.value is not None),
        broken=frozenset(path for path, _ in broken),
        orphans=tuple((path, record.orphan) for path, record in broken if record.orphan is not None),
        problems=tuple(problem for _, record in records for problem in record.problems),
    )


def _declared(
    settings: Settings, sources: Sources, agencies: _Files[Agency], articles: _Files[Article], files: frozenset[str]
) -> Declarations:
    # The id of an agency is the name of its file, and known even if that could not be read.
    agency_ids = frozenset(source.stem for source in sources.of(Role.AGENCY))
    known = Names(agency_ids, lambda: agency_names(agencies.values), agency_key)
    names = dict.fromkeys((ReferenceTarget.AGENCY, ReferenceTarget.SIGNING_PARTY, ReferenceTarget.EVENT_PARTY), known)
    records = frozenset(article.agreement.id for article in articles.values if article.agreement)
    base_url = settings.site.base_url if settings.site else ""
    names[ReferenceTarget.RECORD] = Names(records, lambda: record_names(articles.values), record_key(base_url))
    if settings.vocabulary:
        names[ReferenceTarget.TYPE] = named(settings.vocabulary.types)
        names[ReferenceTarget.FIELD] = named(settings.vocabulary.fields)
    if settings.site:
        names[ReferenceTarget.SECTION] = named(settings.site.sections)
    # An unknown record may be that of an article that could not be read.
    broken = {ReferenceTarget.AGENCY: agencies.broken, ReferenceTarget.RECORD: articles.broken}
    return Declarations(names, files, frozenset(target for target, some in broken.items() if some))


def _resolved(articles: _Files[Article], declared: Declarations) -> _Files[Article]:
    return replace(articles, values=tuple(resolve_article(one, declared.names) for one in articles.values))


def _settings_file(root: Path, path: str, found: Sequence[SourceFile]) -> Checked[bytes]:
    place = root / path
    if found or (place.is_dir() and not place.is_symlink()):
        return read(root, path, LARGEST_TEXT)
    # A link or pipe of that name, or a file with another extension, has already been reported.
    is_reported = os.path.lexists(place) or place.with_suffix(".yaml").exists()
    return Checked(None, () if is_reported else (problems.MISSING_SETTINGS.at(Location(path), file=path),))


def _read_agencies(
    root: Path,
    _language: Language,
    zone: ZoneInfo | None,
    sources: Sequence[SourceFile],
    own: tuple[OwnField, ...],  # noqa: ARG001 - agencies have none, and are read as articles are
) -> list[CacheRow]:
    def agencies(files: Sequence[MarkdownFile]) -> list[ReadResult[Agency]]:
        checked = [read_agency(file.source, file.data) for file in files]
        return [ReadResult(one.value, None, one.problems) for one in checked]

    return read_files(root, sources, Codec(Agency, zone), agencies)


def _then(data: Checked[bytes], function: Callable[[bytes], Checked[T]]) -> Checked[T]:
    return Checked(None, data.problems) if data.value is None else function(data.value)
