"""DISCOVER, PARSE and VALIDATE, as one: a folder → :class:`Content`."""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from generator.content.agency import read_agency
from generator.content.article import Reader, Reading
from generator.content.attachments import check_sums
from generator.content.crosscheck import Declared, check_parents, check_records, check_references, check_today
from generator.content.discover import Role, SourceFile, Sources, read
from generator.content.problems import files as problems
from generator.content.settings import LARGEST_TEXT, SITE, VOCABULARY, language_of, read_site, read_vocabulary
from generator.errors import Checked, Language, Location, Problem
from generator.executors import chunks
from generator.model import Agency, Article, Body, Site, StaticPage, Target, Term, Vocabulary

T = TypeVar("T")


@dataclass(frozen=True)
class Settings:
    """What ``site.yml`` and ``vocabulary.yml`` hold; a part that could not be read is ``None``.

    ``language`` is the one to tell problems in, known even so.
    """

    language: Language
    site: Site | None
    vocabulary: Vocabulary | None


@dataclass(frozen=True)
class Content:
    """Everything that the content folder holds, read and checked.

    ``files`` are the paths of all its files; ``broken`` those of the articles, pages and agencies that could not be
    used, and ``orphans`` the texts of such articles and pages, where they could be read.
    """

    site: Site
    vocabulary: Vocabulary
    agencies: tuple[Agency, ...]
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    files: frozenset[str]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Body], ...]


def load_settings(root: Path, sources: Sources) -> Checked[Settings]:
    """The settings of the bulletin in ``root``, whose files are ``sources``."""
    site_data = _settings_file(root, SITE, sources.of(Role.SITE))
    site = _then(site_data, read_site)
    vocabulary = _then(_settings_file(root, VOCABULARY, sources.of(Role.VOCABULARY)), read_vocabulary)
    language = site.value.language if site.value else language_of(site_data.value or b"")
    return Checked(Settings(language, site.value, vocabulary.value), (*site.problems, *vocabulary.problems))


def load(root: Path, sources: Sources, settings: Settings, today: date, executor: Executor) -> Checked[Content]:
    """Reads and checks every file of ``sources``, below ``root``.

    ``today`` is the day, in the site's time zone, after which a date lies in the future. All problems of all files are
    reported, whichever files have them; there is a value only when the settings could be read.
    """
    zone = settings.site.timezone if settings.site else None
    agencies = _read_all(executor, partial(_read_agencies, root), sources.of(Role.AGENCY))
    articles = _read_all(executor, partial(_read_articles, root, settings.language, zone), sources.of(Role.ARTICLE))
    pages = _read_all(executor, partial(_read_pages, root, settings.language, zone), sources.of(Role.PAGE))
    files = frozenset(file.path for file in sources.files)
    declared = _declared(settings, sources, articles, files)
    met = [*agencies.problems, *articles.problems, *pages.problems]
    for agency in agencies.values:
        met += check_references(agency.path, agency.references, declared)
    for article in articles.values:
        met += check_references(article.path, article.references, declared)
        met += check_today(article, today)
    met += [*check_records(articles.values), *check_parents(agencies.values)]
    met += check_sums(root, articles.values, files)
    if settings.site is None or settings.vocabulary is None:
        return Checked(None, tuple(met))
    content = Content(
        site=settings.site,
        vocabulary=settings.vocabulary,
        agencies=agencies.values,
        articles=articles.values,
        pages=pages.values,
        files=files,
        broken=agencies.broken | articles.broken | pages.broken,
        orphans=articles.orphans + pages.orphans,
    )
    return Checked(content, tuple(met))


@dataclass(frozen=True)
class _Files(Generic[T]):
    """What the files with one role held; ``broken`` and ``orphans`` are as in ``Content``."""

    values: tuple[T, ...]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Body], ...]
    problems: tuple[Problem, ...]


def _declared(settings: Settings, sources: Sources, articles: _Files[Article], files: frozenset[str]) -> Declared:
    ids = {
        Target.AGENCY: frozenset(source.stem for source in sources.of(Role.AGENCY)),
    }
    # An article that could not be read may be the one that another refers to, whatever its record is called.
    if not articles.broken:
        ids[Target.RECORD] = frozenset(article.agreement.id for article in articles.values if article.agreement)
    if settings.vocabulary:
        ids[Target.TYPE] = _ids(settings.vocabulary.types)
        ids[Target.FIELD] = _ids(settings.vocabulary.fields)
    if settings.site:
        ids[Target.SECTION] = _ids(settings.site.sections)
    return Declared(ids, files)


def _settings_file(root: Path, path: str, found: Sequence[SourceFile]) -> Checked[bytes]:
    place = root / path
    if found or (place.is_dir() and not place.is_symlink()):
        return read(root, path, LARGEST_TEXT)
    # A link or a pipe of that name has been refused, and told of, already; it is never read.
    there = os.path.lexists(place)
    return Checked(None, () if there else (problems.MISSING_SETTINGS.at(Location(path), file=path),))


def _read_all(
    executor: Executor,
    function: Callable[[Sequence[SourceFile]], list[Reading[T]]],
    sources: Sequence[SourceFile],
) -> _Files[T]:
    readings = [reading for chunk in executor.map(function, chunks(sources)) for reading in chunk]
    broken = [(source.path, one.body) for source, one in zip(sources, readings, strict=True) if one.value is None]
    return _Files(
        values=tuple(one.value for one in readings if one.value is not None),
        broken=frozenset(path for path, _ in broken),
        orphans=tuple((path, body) for path, body in broken if body is not None),
        problems=tuple(problem for one in readings for problem in one.problems),
    )


def _read_articles(
    root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]
) -> list[Reading[Article]]:
    reader = Reader(language, zone)
    return [_read(root, source, reader.article) for source in sources]


def _read_pages(
    root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]
) -> list[Reading[StaticPage]]:
    reader = Reader(language, zone)
    return [_read(root, source, reader.page) for source in sources]


def _read_agencies(root: Path, sources: Sequence[SourceFile]) -> list[Reading[Agency]]:
    def agency(source: SourceFile, data: bytes) -> Reading[Agency]:
        checked = read_agency(source, data)
        return Reading(checked.value, None, checked.problems)

    return [_read(root, source, agency) for source in sources]


def _read(root: Path, source: SourceFile, function: Callable[[SourceFile, bytes], Reading[T]]) -> Reading[T]:
    data = read(root, source.path, LARGEST_TEXT)
    return Reading(None, None, data.problems) if data.value is None else function(source, data.value)


def _then(data: Checked[bytes], function: Callable[[bytes], Checked[T]]) -> Checked[T]:
    return Checked(None, data.problems) if data.value is None else function(data.value)


def _ids(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(term.id for term in terms)
