"""The bulletin: everything to be published, indexed by all that readers search by."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import (
    Agency,
    Agreement,
    Article,
    Content,
    DocumentFacts,
    Gone,
    History,
    ImageFacts,
    Ledger,
    PublicVersion,
    RecordFile,
    RecordHome,
    StaticPage,
    VisitorFigures,
)
from bantin.domain.rules.showing import has_expired, is_ahead, is_shown, is_withheld
from bantin.domain.text.collation import sort_key
from bantin.index.archive import Period, periods_of
from bantin.index.directory import Directory, directory
from bantin.index.groups import group
from bantin.index.register import Register, register, signers_of
from bantin.index.texts import TextHistory, text_histories
from bantin.index.translation import translated

C = TypeVar("C", Article, RecordFile, StaticPage)
H = TypeVar("H", Article, RecordFile)


class Bulletin(Struct, frozen=True):
    """Everything that is public at a moment, newest article first in every list.

    ``record_files`` are the records that have files of their own, by path; ``by_period`` has these and all articles,
    ``homes_by_agency`` these and the articles that contain an agreement of the agency. ``texts`` are the texts of
    records, by id. ``hidden`` are the paths of the articles, pages, records and agencies that exist but are not shown:
    drafts, scheduled and expired ones, and those under embargo; ``unshown`` are these items. ``expired`` are the
    articles whose time is over; of one that contains an agreement, the record stays, among ``record_files``. ``gone``
    are those that were public and are not any more, by path; they are in nothing else. ``ledger`` has every address
    that was public in an earlier build; ``None`` without one. ``documents`` are the files that agreements refer to,
    ``images`` those that can be shown, both by path; ``history`` has the commits of all files, ``versions`` the public
    versions of articles and records that have several. ``figures`` are the latest figures of the visitor counter.

    ``others`` are the same bulletin in the other languages. ``originals`` maps the path of a translation to that of its
    original. A bulletin with ``drafts`` is a preview for editors.
    """

    directory: Directory
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    record_files: tuple[RecordFile, ...]
    hidden: frozenset[str]
    by_agency: Mapping[str, tuple[Article, ...]]
    homes_by_agency: Mapping[str, tuple[RecordHome, ...]]
    by_type: Mapping[str, tuple[Article, ...]]
    by_field: Mapping[str, tuple[Article, ...]]
    by_section: Mapping[str, tuple[Article, ...]]
    by_tag: Mapping[str, tuple[Article, ...]]
    by_period: Mapping[Period, tuple[RecordHome, ...]]
    undated: tuple[RecordHome, ...]
    register: Register
    texts: Mapping[str, TextHistory]
    documents: Mapping[str, DocumentFacts]
    history: History
    versions: Mapping[str, tuple[PublicVersion, ...]]
    figures: VisitorFigures | None
    originals: Mapping[str, str] = {}
    others: tuple["Bulletin", ...] = ()
    images: Mapping[str, ImageFacts] = {}
    drafts: bool = False
    unshown: tuple[RecordHome | StaticPage | Agency, ...] = ()
    expired: tuple[Article, ...] = ()
    ledger: Ledger | None = None
    gone: tuple[Gone, ...] = ()

    @property
    def in_all_languages(self) -> tuple["Bulletin", ...]:
        """The bulletin in each of its languages, the main one first."""
        return (self, *self.others)

    def facts_of(self, agreement: Agreement) -> tuple[DocumentFacts, ...]:
        """The facts of the documents of a published agreement, in their order; unreadable ones are left out."""
        found = (self.documents.get(document.file) for document in agreement.documents)
        return tuple(facts for facts in found if facts)


def index(content: Content, now: datetime, *, drafts: bool = False) -> Bulletin:
    """Indexes ``content`` as it is public at the moment ``now``, an aware time, on that day in the site's time zone.

    Hides drafts, everything that is published later or still under embargo, and what has expired; with ``drafts``, only
    the latter. The agreement in an article that has expired stays, since a register loses nothing.
    """
    _, *sites = content.site.in_all_languages
    others = [translated(content, site, now, drafts=drafts) for site in sites]
    return _index(content, now, tuple(_index(other, now, (), drafts=drafts) for other in others), drafts=drafts)


def _index(content: Content, now: datetime, others: tuple[Bulletin, ...], *, drafts: bool) -> Bulletin:
    zone = content.site.timezone
    as_of, showing = now.astimezone(zone).date(), partial(is_shown, now=now, zone=zone, drafts=drafts)
    secret = frozenset() if drafts else withheld_records(content, now)
    written = [_without(secret, _until(article, now, zone)) for article in content.articles if showing(article)]
    over = (one for one in content.articles if has_expired(one, now, zone))
    expired = tuple(sorted(over, key=lambda one: one.path))
    kept = {one.path: _kept_record(one, one.agreement) for one in expired if one.agreement}
    stored = (*(one for one in content.records if showing(one)), *kept.values())
    filed = (_without(secret, _until(one, now, zone)) for one in stored)
    records = tuple(sorted(filed, key=lambda one: one.path))
    homes = tuple(_in_order([*_telling(written, records), *records]))
    articles = tuple(home for home in homes if isinstance(home, Article))
    texts = (_until(page, now, zone) for page in content.pages if showing(page))
    pages = tuple(sorted(texts, key=lambda page: page.path))
    agencies = tuple(filter(showing, content.agencies))
    every: tuple[RecordHome | StaticPage | Agency, ...] = (
        *content.articles,
        *content.pages,
        *content.records,
        *content.agencies,
    )
    gone = tuple(sorted(filter(showing, content.gone), key=lambda one: one.path))
    shown = _paths(homes, pages, agencies)
    unshown = tuple(sorted((one for one in every if one.path not in shown), key=lambda one: one.path))
    names = directory(
        content.site,
        content.vocabulary,
        agencies,
        as_of,
        topics={tag for article in articles for tag in article.tags},
        signers=signers_of(homes),
    )
    return Bulletin(
        directory=names,
        articles=articles,
        pages=pages,
        record_files=records,
        hidden=_paths(unshown) | (_paths(content.gone) - _paths(gone)),
        by_agency=group(
            articles, lambda article: (party.agency for one in article.agreements for party in one.parties)
        ),
        homes_by_agency=group(homes, lambda home: _parties_of([home.agreement] if home.agreement else [])),
        by_type=group(articles, lambda article: (one.type for one in article.agreements)),
        by_field=group(articles, lambda article: (field for one in article.agreements for field in one.fields)),
        by_section=group(articles, lambda article: [article.section] if article.section else []),
        by_tag=group(articles, lambda article: map(names.topic_id, article.tags)),
        by_period=group(homes, periods_of),
        undated=tuple(home for home in homes if not periods_of(home)),
        register=register(homes, as_of, names.signer_id, {one.id: one for one in gone if one.id}),
        texts=text_histories(homes, as_of),
        documents=_documents(homes, content),
        history=content.history,
        versions=_versions_without(secret, {path: one for path, one in content.versions.items() if path not in kept}),
        figures=content.figures,
        originals={one.path: one.original for one in content.translations},
        others=others,
        images=content.images,
        drafts=drafts,
        unshown=unshown,
        expired=expired,
        ledger=content.ledger,
        gone=gone,
    )


def _kept_record(article: Article, agreement: Agreement) -> RecordFile:
    """The record that stays of an article with an ``agreement`` that has expired: its facts, not its text."""
    return RecordFile(
        path=article.path,
        agreement=agreement,
        updated=article.updated,
        lang=article.lang,
        digest=article.digest,
        meta_digest=f"{article.meta_digest}-kept",
        changes=article.changes,
        summary=article.summary,
    )


def _paths(*files: Iterable[RecordHome | StaticPage | Agency | Gone]) -> frozenset[str]:
    return frozenset(one.path for some in files for one in some)


def _telling(articles: Iterable[Article], records: Iterable[RecordFile]) -> Iterator[Article]:
    """The ``articles``, each with the published agreements that it is about, on which it depends."""
    homes: tuple[RecordHome, ...] = (*articles, *records)
    by_id = {home.agreement.id: home.agreement for home in homes if home.agreement}
    for article in articles:
        told = tuple(by_id[one] for one in article.about if one in by_id and by_id[one] is not article.agreement)
        if told:
            said = article.meta_digest.encode() + msgspec.msgpack.encode(told)
            digest = hashlib.blake2b(said, digest_size=16).hexdigest()
            yield replace(article, told=told, meta_digest=digest)
        else:
            yield article


def _documents(homes: Iterable[RecordHome], content: Content) -> Mapping[str, DocumentFacts]:
    """The facts of the files that the agreements of ``homes`` refer to, by path."""
    referred = (home.agreement.documents for home in homes if home.agreement)
    paths = {document.file for documents in referred for document in documents}
    return {path: content.documents[path] for path in sorted(paths & content.documents.keys())}


def withheld_records(content: Content, now: datetime) -> frozenset[str]:
    """The ids of the records that are under embargo at ``now``."""
    homes: tuple[RecordHome, ...] = (*content.articles, *content.records)
    zone = content.site.timezone
    return frozenset(one.agreement.id for one in homes if one.agreement and is_withheld(one, now, zone))


def _without(secret: frozenset[str], home: H) -> H:
    """``home`` without relations to records in ``secret``, not even whose ids may be shown."""
    agreement = home.agreement
    left_out = {one.to for one in agreement.relations if one.to in secret} if agreement and secret else ()
    if agreement is None or not left_out:
        return home
    kept = tuple(one for one in agreement.relations if one.to not in left_out)
    # The digest of the front matter stands for all relations.
    digest = f"{home.meta_digest}-{sorted(filter(None, left_out))}"
    return replace(home, agreement=replace(agreement, relations=kept), meta_digest=digest)


def _versions_without(
    secret: frozenset[str], versions: Mapping[str, tuple[PublicVersion, ...]]
) -> Mapping[str, tuple[PublicVersion, ...]]:
    """``versions`` whose facts name no record in ``secret``."""
    if not secret:
        return versions
    return {path: tuple(_version_without(secret, one) for one in some) for path, some in versions.items()}


def _version_without(secret: frozenset[str], version: PublicVersion) -> PublicVersion:
    facts = version.facts
    if facts is None:
        return version
    agreement = facts.agreement
    if agreement:
        relations = tuple(one for one in agreement.relations if one.to not in secret)
        amends = tuple(one for one in agreement.amends if one.to not in secret)
        agreement = replace(agreement, relations=relations, amends=amends)
    about = tuple(one for one in facts.about if one not in secret)
    return replace(version, facts=replace(facts, about=about, agreement=agreement))


def _until(one: C, now: datetime, zone: tzinfo) -> C:
    """``one`` without changes after ``now``, which have not been made yet."""
    made = tuple(change for change in one.changes if not is_ahead(change.on, now, zone))
    if len(made) == len(one.changes):
        return one
    # The digest of the front matter stands for all changes.
    if isinstance(one, StaticPage):
        return replace(one, changes=made)
    return replace(one, changes=made, meta_digest=f"{one.meta_digest}{len(made)}")


def _in_order(homes: Iterable[RecordHome]) -> Iterator[RecordHome]:
    """Sorts by time, newest first, then by title, so that the order is always the same."""
    keyed = sorted(((_newest_first(home), home) for home in homes), key=itemgetter(0))
    for _, alike in groupby(keyed, key=itemgetter(0)):
        found = [home for _, home in alike]
        # Most times are unique, so that the expensive sort key of the title is not needed.
        yield from found if len(found) == 1 else sorted(found, key=lambda one: (sort_key(one.title), one.path))


def _newest_first(home: RecordHome) -> tuple[float, ...]:
    """A sort key by the time of publication, or else the day of signing; newest first."""
    moment = home.published if isinstance(home, Article) else None
    published = moment.order if moment else (0, 0, 0, float("-inf"))
    agreements = home.agreements
    signed = agreements[0].signed_on.order if agreements and agreements[0].signed_on else (0, 0, 0)
    day, instant = (published[:3], published[3]) if published[0] else (signed, float("-inf"))
    return tuple(-part for part in (*day, instant))


def _parties_of(agreements: Iterable[Agreement]) -> Iterator[str]:
    return (party.agency for agreement in agreements for party in agreement.parties)
