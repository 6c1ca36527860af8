"""PARSE and VALIDATE all files of a bulletin: a folder → :class:`Content`."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.cached_reader import AllFiles, CachedReader, Files
from bantin.content.checks.amendments import check_texts
from bantin.content.checks.attachments import check_sums
from bantin.content.checks.copies import check_copies
from bantin.content.checks.gone import check_gone, check_told
from bantin.content.checks.references import (
    Declarations,
    check_change_days,
    check_drafts,
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
from bantin.content.documents import read_documents, read_roots, with_readings
from bantin.content.files import LARGEST_TEXT, SITE, VOCABULARY, language_of
from bantin.content.git_history import Head, read_history
from bantin.content.gone import with_known_ids
from bantin.content.images import check_images, read_images, with_images
from bantin.content.ledger import read_ledger
from bantin.content.name_lookup import (
    Names,
    agency_key,
    agency_names,
    file_names,
    gone_names,
    named,
    record_key,
    record_names,
)
from bantin.content.problems import files as problems
from bantin.content.public_versions import read_public_versions
from bantin.content.record_cache import DecodedRecords
from bantin.content.resolve import resolve_agency, resolve_article, resolve_gone, resolve_record, resolve_versions
from bantin.content.root_files import check_root_files
from bantin.content.settings import read_site, read_vocabulary
from bantin.content.translation import check_translations
from bantin.domain.model import (
    AddressKind,
    Article,
    Content,
    History,
    Ledger,
    ReferenceTarget,
    Site,
    StaticPage,
    Translation,
    Vocabulary,
)
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.runtime.cache import Store
from bantin.runtime.workers import Workers

T = TypeVar("T")

_WITH_PAGES = (Role.ARTICLE, Role.RECORD, Role.PAGE, Role.AGENCY)
_RECORDS = (ReferenceTarget.RECORD, ReferenceTarget.ABOUT, ReferenceTarget.AMENDED)


class Settings(Struct, frozen=True):
    """The settings in ``site.yml`` and ``vocabulary.yml``; ``None`` for a file that could not be read.

    ``language`` is the one to report problems in, and is always known.
    """

    language: Language
    site: Site | None
    vocabulary: Vocabulary | None


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
    """Reads and checks every file of ``sources``, below ``root``, except unchanged ones that are in ``store``.

    A program that loads the content repeatedly may pass ``decoded`` records. ``head`` is the commit checked out, if the
    history of the files is wanted. ``today`` is the day, in the site's time zone, after which a date is in the future.
    The problems of all files are reported together; there is a value only if the settings could be read.
    """
    zone = settings.site.timezone if settings.site else None
    own = settings.site.own_fields if settings.site else ()
    reader = CachedReader(root, settings.language, zone, workers=workers, store=store, decoded=decoded, own=own)
    ledger = read_ledger(root)
    written = _with_known_ids(reader.read(sources), ledger.value or {})
    files = frozenset(file.path for file in sources.files)
    declared = _declared(settings, sources, written, files, ledger.value or {})
    read = _resolved(written, declared.names)
    reported = [*written.problems, *_check_across(written, read, declared, today)]
    reported += _check_translations(read, settings.site)
    if not read.broken:
        reported += check_unused(sources.files, [*read.homes, *read.pages.values, *read.translations.values])
    roots = read_roots(root, settings.site.trusted_roots if settings.site else (), files)
    documents = read_documents(root, sources, read.homes, roots.value or (), today, workers=workers, store=store)
    scanned = with_readings(root, sources, documents.value or {}, store)
    known = scanned.value or {}
    texts: list[Article | StaticPage | Translation | Site] = [settings.site] if settings.site else []
    texts += [*read.articles.values, *read.pages.values, *read.translations.values]
    found = read_images(root, sources, texts, workers=workers, store=store)
    images = {path: one.facts for path, one in found.items() if one.facts}
    reported += check_images(texts, found)
    reported += check_root_files(root, sources)
    figures = read_figures(root, sources)
    reported += [
        *roots.problems,
        *documents.problems,
        *scanned.problems,
        *check_sums(read.homes, known),
        *figures.problems,
        *ledger.problems,
    ]
    if settings.site is None or settings.vocabulary is None:
        return Checked(None, tuple(reported))
    history = read_history(root, head, settings.site.timezone, store) if head else History()
    versions = read_public_versions(
        root,
        history,
        read.homes,
        language=settings.language,
        zone=settings.site.timezone,
        own=own,
        with_passages=settings.site.former_versions,
        workers=workers,
        store=store,
    )
    content = Content(
        site=settings.site,
        vocabulary=settings.vocabulary,
        agencies=read.agencies.values,
        articles=tuple(with_images(article, images) for article in read.articles.values),
        pages=read.pages.values,
        files=files,
        broken=read.broken,
        orphans=read.orphans,
        documents=known,
        history=history,
        versions={path: kept for path, some in versions.items() if (kept := resolve_versions(some, declared.names))},
        figures=figures.value,
        translations=read.translations.values,
        images=images,
        records=read.records.values,
        ledger=ledger.value,
        gone=read.gone,
    )
    return Checked(content, tuple(reported))


def _with_known_ids(written: AllFiles, ledger: Ledger) -> AllFiles:
    """The content that was ``written``, where files of what is gone have the ids that the ``ledger`` knows."""
    if not written.articles.gone:
        return written
    taken = {home.agreement.id for home in written.homes if home.agreement} | {one.id for one in written.gone}
    gone = with_known_ids(written.articles.gone, ledger, taken)
    return replace(written, articles=replace(written.articles, gone=gone))


def _resolved(written: AllFiles, names: Mapping[ReferenceTarget, Names]) -> AllFiles:
    """The content that was ``written``, with names replaced by ids."""
    return replace(
        written,
        agencies=_with_ids(written.agencies, resolve_agency, names),
        articles=_with_ids(written.articles, resolve_article, names),
        pages=_with_ids(written.pages, lambda page, _names: page, names),
        records=_with_ids(written.records, resolve_record, names),
    )


def _with_ids(
    files: Files[T],
    resolve: Callable[[T, Mapping[ReferenceTarget, Names]], T],
    names: Mapping[ReferenceTarget, Names],
) -> Files[T]:
    return replace(
        files,
        values=tuple(resolve(one, names) for one in files.values),
        gone=tuple(resolve_gone(one, names) for one in files.gone),
    )


def _check_across(written: AllFiles, read: AllFiles, declared: Declarations, today: date) -> Iterator[Problem]:
    """Reports problems between files; ``read`` is the ``written`` content with names replaced by ids."""
    agencies, homes = read.agencies, read.homes
    for agency in agencies.values:
        yield from check_references(agency.path, agency.references, declared)
    for before, home in zip(written.homes, homes, strict=True):
        yield from check_references(home.path, home.references, declared)
        yield from check_named(before, home, declared.names[ReferenceTarget.AGENCY])
        yield from check_today(home, today)
    for one in (*homes, *read.pages.values):
        yield from check_change_days(one, today)
    for gone in written.gone:
        yield from check_references(gone.path, gone.references, declared)
    yield from check_gone(read.gone, today)
    yield from check_told(homes, read.gone, {home.path: home.agreement.id for home in homes if home.agreement})
    yield from check_records((*homes, *read.gone))
    yield from check_parents(agencies.values)
    yield from check_drafts(homes, agencies.values)
    yield from check_spellings(homes)
    yield from check_copies(homes)
    yield from check_namesakes(agencies.values)
    yield from check_relations(homes, None if agencies.broken else agencies.values, today)
    yield from check_texts(homes, today)


def _check_translations(read: AllFiles, site: Site | None) -> Iterator[Problem]:
    languages = [one.language for one in site.others] if site else get_args(Language)
    originals = (*read.homes, *read.pages.values)
    # The translation of a page that is not there any more needs nothing.
    unchecked = read.broken.union(one.path for one in read.gone)
    yield from check_translations(read.translations.values, originals, unchecked, languages)


def _public_ids(ledger: Ledger) -> Mapping[AddressKind, frozenset[str]]:
    """The ids of what was public after the last build, by kind."""
    found: defaultdict[AddressKind, set[str]] = defaultdict(set)
    for one in ledger.values():
        if one.last_seen is None and one.id:
            found[one.kind].add(one.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _declared(
    settings: Settings, sources: Sources, written: AllFiles, files: frozenset[str], ledger: Ledger
) -> Declarations:
    # The id of an agency is the name of its file, and known even if that could not be read.
    gone_agencies = {one.slug: one.path for one in written.agencies.gone}
    agency_ids = frozenset(source.stem for source in sources.of(Role.AGENCY)) - gone_agencies.keys()
    known = Names(agency_ids, lambda: agency_names(written.agencies.values), agency_key)
    names = dict.fromkeys((ReferenceTarget.AGENCY, ReferenceTarget.SIGNING_PARTY, ReferenceTarget.EVENT_PARTY), known)
    homes, gone = written.homes, written.gone
    records = frozenset(home.agreement.id for home in homes if home.agreement)
    records |= frozenset(one.id for one in gone if one.id)
    base_url = settings.site.base_url if settings.site else ""
    of_records = Names(records, lambda: (*record_names(homes), *gone_names(gone)), record_key(base_url))
    names |= dict.fromkeys(_RECORDS, of_records)
    if gone:
        paths = frozenset(source.path for role in _WITH_PAGES for source in sources.of(role))
        of_files = Names(paths, lambda: file_names(homes, written.agencies.values, gone), record_key(base_url))
        names[ReferenceTarget.REPLACEMENT] = of_files
    if settings.vocabulary:
        names[ReferenceTarget.TYPE] = named(settings.vocabulary.types)
        names[ReferenceTarget.FIELD] = named(settings.vocabulary.fields)
    if settings.site:
        names[ReferenceTarget.SECTION] = named(settings.site.sections)
    # An unknown record may be in a file that could not be read.
    broken = {ReferenceTarget.AGENCY: written.agencies.broken, ReferenceTarget.REPLACEMENT: written.broken}
    broken |= dict.fromkeys(_RECORDS, written.articles.broken | written.records.broken)
    incomplete = frozenset(target for target, some in broken.items() if some)
    return Declarations(names, files, incomplete, gone_agencies, _public_ids(ledger))


def _settings_file(root: Path, path: str, found: Sequence[SourceFile]) -> Checked[bytes]:
    place = root / path
    if found or (place.is_dir() and not place.is_symlink()):
        return read(root, path, LARGEST_TEXT)
    # A link or pipe of that name, or a file with another extension, has already been reported.
    is_reported = os.path.lexists(place) or place.with_suffix(".yaml").exists()
    return Checked(None, () if is_reported else (problems.MISSING_SETTINGS.at(Location(path), file=path),))


def _then(data: Checked[bytes], function: Callable[[bytes], Checked[T]]) -> Checked[T]:
    return Checked(None, data.problems) if data.value is None else function(data.value)
