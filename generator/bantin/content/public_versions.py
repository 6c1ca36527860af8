"""VALIDATE: the versions of articles and records that readers could see, from the history of their files.

They are read as files of today are, with the keys that there are today. A version was public from the commit that made
it, or from its moment of publication, until the next commit. Versions that read the same are one.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.article import read_articles
from bantin.content.discover import Role, SourceFile, role_of
from bantin.content.git_history import read_blobs
from bantin.content.markdown_file import DraftReader, MarkdownFile, ReadResult, digest_of
from bantin.content.problems import documents, leftovers
from bantin.content.record import read_records
from bantin.content.reread import context_of
from bantin.content.resolve import RESOLVED
from bantin.domain.model import (
    Agreement,
    AgreementText,
    Article,
    Body,
    Facts,
    FileVersion,
    History,
    OwnField,
    Position,
    PublicVersion,
    RecordFile,
    RecordHome,
    Reference,
    Shown,
)
from bantin.domain.problems import Language
from bantin.domain.provisions.writing import label_of
from bantin.domain.rules.showing import public_since
from bantin.domain.text.dates import Moment
from bantin.domain.text.html_entities import unescape
from bantin.domain.text.word_changes import matching
from bantin.runtime.cache import DamagedCache, Store
from bantin.runtime.workers import Workers, batches

# Files whose versions are read at once: enough to keep all workers busy, few enough for memory.
_AT_ONCE = 1_000
_WITHHELD = frozenset((documents.STAMPED_TEXT, leftovers.PERSONAL_NUMBER))
_IMAGE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_BLOCK = re.compile(
    r"</?(?:address|blockquote|br|caption|d[dlt]|details|div|fig\w+|h[1-6]|hr|li|[ou]l|p|pre|summary)\b"
)
_CELL = re.compile(r"</?(?:table|tbody|td|tfoot|th|thead|tr)\b")
_TAG = re.compile(r"<[^>]*>")

_MISSING: ReadResult[Article] = ReadResult(None, None, ())


class _Examined(Struct, frozen=True, array_like=True):
    """The public versions of a file whose last version was made by the commit ``last``, if more than one."""

    last: str
    public: tuple[PublicVersion, ...]


class _Versions(Struct, frozen=True):
    """A file with all its versions, and their bytes as far as the repository has them."""

    path: str
    versions: tuple[FileVersion, ...]
    data: tuple[bytes | None, ...]


def read_public_versions(
    root: Path,
    history: History,
    homes: Sequence[RecordHome],
    *,
    language: Language,
    zone: ZoneInfo,
    own: tuple[OwnField, ...],
    with_passages: bool,
    workers: Workers,
    store: Store,
) -> Mapping[str, tuple[PublicVersion, ...]]:
    """The public versions of those of ``homes`` that have more than one, by path, the earliest first.

    ``homes`` are public today. The last version is that of the commit checked out. Passages that were rewritten are
    found only ``with_passages``: it takes time, and only pages of former versions show them. ``store`` caches what was
    read: the id of a commit stands for all that came before.
    """
    subject = f"versions {os.path.realpath(root)} {context_of(language, zone, own)} {with_passages}"
    known = _decoded(store.noted(subject))
    wanted = {home.path: history.versions[home.path] for home in homes if home.path in history.versions}
    examined = {path: one for path, one in known.items() if path in wanted and one.last == wanted[path][-1].commit.id}
    unknown = [path for path in wanted if path not in examined]
    function = partial(_examine, language, zone, own, with_passages=with_passages)
    for some in batches(unknown, _AT_ONCE):
        blobs = read_blobs(root, [one.blob for path in some for one in wanted[path]])
        files = [_Versions(path, wanted[path], tuple(blobs.get(one.blob) for one in wanted[path])) for path in some]
        for made in workers.each(function, files):
            examined.update(made)
    if unknown or examined.keys() != known.keys():
        store.note(subject, msgspec.msgpack.encode(examined))
    return {
        path: tuple(_in_zone(one, zone) for one in found.public) for path, found in examined.items() if found.public
    }


def _decoded(record: bytes | None) -> dict[str, _Examined]:
    try:
        return {} if record is None else msgspec.msgpack.decode(record, type=dict[str, _Examined])
    except ValueError as error:
        raise DamagedCache from error


def _in_zone(version: PublicVersion, zone: ZoneInfo) -> PublicVersion:
    """The version with its instants in ``zone``, which MessagePack does not keep."""
    facts, until = version.facts, version.until and version.until.astimezone(zone)
    if facts and facts.published and facts.published.instant:
        published = Moment(facts.published.day, facts.published.instant.astimezone(zone))
        facts = replace(facts, published=published)
    commit = replace(version.commit, on=version.commit.on.astimezone(zone))
    return replace(version, commit=commit, since=version.since.astimezone(zone), until=until, facts=facts)


def _examine(
    language: Language, zone: ZoneInfo, own: tuple[OwnField, ...], files: Sequence[_Versions], *, with_passages: bool
) -> list[tuple[str, _Examined]]:
    """The public versions of ``files``, in any process."""
    reader = DraftReader(language, zone, own)
    found = []
    for file in files:
        public = _public(file.versions, _read(reader, file), zone)
        seen = tuple(_distinct(public, own, with_passages=with_passages))
        found.append((file.path, _Examined(file.versions[-1].commit.id, seen if len(seen) > 1 else ())))
    return found


_Read = ReadResult[Article] | ReadResult[RecordFile]


def _read(reader: DraftReader, file: _Versions) -> list[_Read]:
    """Reads every version of a file as if it were at its present path."""
    role = Role.RECORD if role_of(file.path) is Role.RECORD else Role.ARTICLE
    source = SourceFile(file.path, role, 0, 0)
    opened = [MarkdownFile(source, data, digest_of(file.path, data)) for data in file.data if data is not None]
    found: Sequence[_Read] = read_records(reader, opened) if role is Role.RECORD else read_articles(reader, opened)
    in_order = iter(found)
    return [_MISSING if data is None else next(in_order) for data in file.data]


def _public(
    versions: Sequence[FileVersion], read: Sequence[_Read], zone: ZoneInfo
) -> Iterator[tuple[_Read, PublicVersion]]:
    """The versions that were public, without their content.

    One that cannot be read counts as public if one before it was. What came before the page was gone was taken down.
    """
    begun = False
    ends = [*(later.commit.on for _, later in pairwise(versions)), None]
    start = max((number for number, one in enumerate(read, start=1) if one.gone), default=0)
    for version, one, end in islice(zip(versions, read, ends, strict=True), start, None):
        commit, since = version.commit, version.commit.on
        if one.value is not None:
            opens = public_since(one.value, zone) or since
            if one.value.draft or (end and opens > max(since, end)):
                continue
            since = max(since, opens)
        elif not begun:
            continue
        begun = True
        yield one, PublicVersion(commit, version.path, since, end, Shown.UNREADABLE, None)


def _distinct(
    public: Iterator[tuple[_Read, PublicVersion]], own: tuple[OwnField, ...], *, with_passages: bool
) -> list[PublicVersion]:
    """The versions that differ from the one before them or came after a gap; ``with_passages`` that were rewritten."""
    found: list[PublicVersion] = []
    last: PublicVersion | None = None
    before: tuple[str, ...] = ()
    for read, version in public:
        if read.value is None:
            found.append(version)
            continue
        facts, after = _facts(read.value, own), _paragraphs(read)
        text = _digest(after)
        if last and (facts, text) == (last.facts, last.text) and found[-1].until == version.commit.on:
            found[-1] = replace(found[-1], until=version.until)
            continue
        shown = Shown.WITHHELD if any(one.kind in _WITHHELD for one in read.problems) else Shown.YES
        rewritten = tuple(_rewritten(before, after)) if last and with_passages else ()
        last = replace(version, shown=shown, facts=facts, text=text, rewritten=rewritten)
        before = after
        found.append(last)
    return found


def _digest(paragraphs: tuple[str, ...]) -> str:
    return hashlib.blake2b("\n".join(paragraphs).encode(), digest_size=8).hexdigest()


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The passages that differ: the paragraphs that were there before, and those in their place."""
    at, other_at = 0, 0
    for same, other_same in [*matching(before, after), (len(before), len(after))]:
        if at < same or other_at < other_same:
            yield tuple(before[at:same]), tuple(after[other_at:other_same])
        at, other_at = same + 1, other_same + 1


def _facts(item: RecordHome, own: tuple[OwnField, ...]) -> Facts:
    agreement = _as_shown(item.agreement, own) if item.agreement else None
    named = {(one.target, one.id) for one in item.references if one.target in RESOLVED}
    references = tuple(Reference(target, name, Position(0, 0)) for target, name in sorted(named))
    if isinstance(item, RecordFile):
        return Facts(agreement=agreement, references=references, summary=item.summary)
    return Facts(
        title=item.title,
        lead=item.lead,
        summary=item.summary,
        published=item.published,
        authors=item.authors,
        source=item.source,
        photos=item.photos,
        about=item.about,
        agreement=agreement,
        references=references,
    )


def _as_shown(agreement: Agreement, own: tuple[OwnField, ...]) -> Agreement:
    """``agreement`` without its places in the file, and without own fields that are shown nowhere."""
    shown = {one.key for one in own if one.shown}
    return replace(
        agreement,
        amends=tuple(replace(one, place=Position(0, 0)) for one in agreement.amends),
        own=tuple((key, value) for key, value in agreement.own if key in shown),
    )


def _paragraphs(read: _Read) -> tuple[str, ...]:
    """The paragraphs of the text, without markup."""
    if isinstance(read.value, RecordFile):
        return tuple(_of_agreement(read.value.text)) if read.value.text else ()
    return tuple(_of_html(read.body)) if read.body else ()


def _of_html(body: Body) -> Iterator[str]:
    html = _IMAGE.sub(r"<p>\1<p>", "".join(body.parts))
    for part in _TAG.sub("", _CELL.sub("\n<", _BLOCK.sub("\n<", html.replace("\n", " ")))).split("\n"):
        words = " ".join(unescape(part).split())
        if words:
            yield words


def _of_agreement(text: AgreementText) -> Iterator[str]:
    yield from (*text.preamble, *text.bases, *text.formula)
    for one in text.walk():
        first, *more = (one.heading, *one.paragraphs) if one.heading or not one.paragraphs else one.paragraphs
        yield from (f"{label_of(one)} {first}".strip(), *more)
    yield from text.closing
