"""DISCOVER, PARSE and VALIDATE, as one: a folder → :class:`Content`."""

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
from bantin.content.batch_reader import Fresh, read_articles, read_files, read_pages, read_translations
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
from bantin.content.reread import context_of, note
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
    """What ``site.yml`` and ``vocabulary.yml`` hold; a part that could not be read is ``None``.

    ``language`` is the one to tell problems in, known even so.
    """

    language: Language
    site: Site | None
    vocabulary: Vocabulary | None


class Content(Struct, frozen=True):
    """Everything that the content folder holds, read and checked.

    ``files`` are the paths of all its files; ``broken`` those of the articles, pages and agencies that could not be
    used, and ``orphans`` the texts of such articles and pages, where they could be read. ``documents`` is what was
    found of PDFs, and of other files that agreements refer to, by path. ``history`` is what is known of the commits
    that the files were last changed in. ``figures`` are those that the visitor counter has left. ``translations`` are
    of articles and pages, ``images`` what is known of those that these show or link to.
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
    """The settings of the bulletin in ``root``, whose files are ``sources``."""
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
    recollection: DecodedRecords | None = None,
    head: Head | None = None,
) -> Checked[Content]:
    """Reads and checks every file of ``sources``, below ``root``; files that ``store`` remembers are not read again.

    A program that loads the content again and again may keep a ``recollection`` of it. ``head`` is what is checked out
    of its repository, where the history of the files is asked for. ``today`` is the day, in the site's time zone, after
    which a date lies in the future. All problems of all files are reported, whichever files have them; there is a value
    only when the settings could be read.
    """
    desk = _Desk(root, settings, workers, store, recollection)
    agencies = desk.read_all(sources.of(Role.AGENCY), Agency, _read_agencies)
    articles = desk.read_all(sources.of(Role.ARTICLE), Article, read_articles)
    pages = desk.read_all(sources.of(Role.PAGE), StaticPage, read_pages)
    translations = desk.read_all(sources.of(Role.TRANSLATION), Translation, read_translations)
    desk.forget_others(sources)
    files = frozenset(file.path for file in sources.files)
    met = [*agencies.problems, *articles.problems, *pages.problems, *translations.problems]
    declared = _declared(settings, sources, agencies, articles, files)
    agencies = replace(agencies, values=tuple(resolve_agency(one, declared.names) for one in agencies.values))
    for agency in agencies.values:
        met += check_references(agency.path, agency.references, declared)
    written, articles = articles.values, _resolved(articles, declared)
    for before, article in zip(written, articles.values, strict=True):
        met += check_references(article.path, article.references, declared)
        met += check_named(before, article, declared.names[ReferenceTarget.AGENCY])
        met += check_today(article, today)
    met += [*check_records(articles.values), *check_parents(agencies.values)]
    met += [*check_spellings(articles.values), *check_copies(articles.values)]
    met += check_namesakes(agencies.values)
    met += check_relations(articles.values, None if agencies.broken else agencies.values, today)
    languages = [one.language for one in settings.site.others] if settings.site else get_args(Language)
    unread = agencies.broken | articles.broken | pages.broken | translations.broken
    met += check_translations(translations.values, articles.values, pages.values, unread, languages)
    if not unread:
        met += check_unused(sources.files, [*articles.values, *pages.values, *translations.values])
    roots = read_roots(root, settings.site.trusted_roots if settings.site else (), files)
    documents = read_documents(root, sources, articles.values, roots.value or (), today, workers=workers, store=store)
    known = documents.value or {}
    texts: list[Article | StaticPage | Translation | Site] = [settings.site] if settings.site else []
    texts += [*articles.values, *pages.values, *translations.values]
    found = read_images(root, sources, texts, workers=workers, store=store)
    images = {path: one.facts for path, one in found.items() if one.facts}
    met += check_images(texts, found)
    met += check_root_files(root, sources)
    figures = read_figures(root, sources)
    met += [*roots.problems, *documents.problems, *check_sums(articles.values, known), *figures.problems]
    if settings.site is None or settings.vocabulary is None:
        return Checked(None, tuple(met))
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
    return Checked(content, tuple(met))


class _Files(Struct, Generic[T], frozen=True):
    """What the files with one role held; ``broken`` and ``orphans`` are as in ``Content``."""

    values: tuple[T, ...]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Outline], ...]
    problems: tuple[Problem, ...]


# Files noted in one go: enough for it to cost little, few enough not to fill the memory.
_AT_ONCE = 1_000
_ReadPiece = Callable[[Path, Language, ZoneInfo | None, Sequence[SourceFile]], list[Fresh]]


class _Desk:
    """Where files are read, or recalled, and what was read is noted down."""

    def __init__(
        self, root: Path, settings: Settings, workers: Workers, store: Store, recollection: DecodedRecords | None
    ) -> None:
        self._root = root
        self._language = settings.language
        self._zone = settings.site.timezone if settings.site else None
        self._workers = workers
        self._store = store
        self._context = context_of(self._language, self._zone)
        self._known = store.sources(self._context)
        self._recollection = recollection
        if recollection:
            recollection.begin()

    def read_all(self, sources: Sequence[SourceFile], kind: type[T], read_piece: _ReadPiece) -> _Files[T]:
        codec = Codec(kind, self._zone)
        records, moved = self._recall_all(sources, codec)
        self._store.remember(self._context, moved, ())
        unread = [source for source in sources if source.path not in records]
        function = partial(read_piece, self._root, self._language, self._zone)
        fresh: list[Fresh] = []
        for piece in self._workers.each(function, unread):
            records |= {row.path: codec.decode(row.record) for row, _ in piece}
            fresh += piece
            if len(fresh) >= _AT_ONCE:
                note(fresh, self._context, self._store)
                fresh = []
        note(fresh, self._context, self._store)
        return _gather([(source.path, records[source.path]) for source in sources])

    def forget_others(self, sources: Sources) -> None:
        gone = self._known.keys() - {source.path for source in sources.files}
        if gone:
            self._store.forget(gone)

    def _recall_all(
        self, sources: Sequence[SourceFile], codec: Codec[T]
    ) -> tuple[dict[str, FileRecord[T]], list[CachedSource]]:
        """The records that are remembered, and what is to be noted of files whose times alone have changed."""
        records: dict[str, FileRecord[T]] = {}
        moved: list[CachedSource] = []
        for source in sources:
            known = self._known.get(source.path)
            if known is None:
                continue
            if (known.size, known.modified, known.inode) != (source.size, source.modified, source.inode):
                data = read(self._root, source.path, LARGEST_TEXT).value
                if data is None or digest_of(source.path, data) != known.digest:
                    continue
                stamp = self._store.stamp(source.modified)
                moved.append(replace(known, size=source.size, modified=stamp, inode=source.inode))
            records[source.path] = self._decode(known.record, codec)
        return records, moved

    def _decode(self, data: bytes, codec: Codec[T]) -> FileRecord[T]:
        return self._recollection.record(codec, data) if self._recollection else codec.decode(data)


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
    # An agency whose file could not be read has its id in the name of that.
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
    # An article that could not be read may be the one that another refers to, whatever its record is called.
    broken = {ReferenceTarget.AGENCY: agencies.broken, ReferenceTarget.RECORD: articles.broken}
    return Declarations(names, files, frozenset(target for target, some in broken.items() if some))


def _resolved(articles: _Files[Article], declared: Declarations) -> _Files[Article]:
    return replace(articles, values=tuple(resolve_article(one, declared.names) for one in articles.values))


def _settings_file(root: Path, path: str, found: Sequence[SourceFile]) -> Checked[bytes]:
    place = root / path
    if found or (place.is_dir() and not place.is_symlink()):
        return read(root, path, LARGEST_TEXT)
    # A link or a pipe of that name, or what has the name but for its ending, has been refused, and told of, already.
    there = os.path.lexists(place) or place.with_suffix(".yaml").exists()
    return Checked(None, () if there else (problems.MISSING_SETTINGS.at(Location(path), file=path),))


def _read_agencies(
    root: Path, _language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]
) -> list[Fresh]:
    def agencies(files: Sequence[MarkdownFile]) -> list[ReadResult[Agency]]:
        checked = [read_agency(file.source, file.data) for file in files]
        return [ReadResult(one.value, None, one.problems) for one in checked]

    return read_files(root, sources, Codec(Agency, zone), agencies)


def _then(data: Checked[bytes], function: Callable[[bytes], Checked[T]]) -> Checked[T]:
    return Checked(None, data.problems) if data.value is None else function(data.value)
