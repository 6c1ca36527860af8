"""Decides where drafts go in a bulletin, and which files may be written: never one that an editor has changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import CONTENT
from bantin.domain.text.one_line import one_line
from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.ids import free_id
from bantin.importing.drafts.imported import Imported

_AGENCIES = f"{CONTENT}/agencies/"


class State(StrEnum):
    """What becomes of a draft: a new file, one written anew, one that stays as it is, and why."""

    NEW = "new"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    REMOVED = "removed"

    @property
    def is_written(self) -> bool:
        """Whether the file is to be written."""
        return self in (State.NEW, State.RENEWED)


class Bulletin(Struct, frozen=True):
    """The files of a bulletin that matter to an import.

    ``paths`` are those of all content files, ``digests`` the SHA-256 of articles, records and agencies by path,
    ``imported`` what earlier imports wrote.
    """

    paths: frozenset[str]
    digests: Mapping[str, str]
    imported: Mapping[str, Imported]


class PlacedDraft(Struct, frozen=True):
    """A draft with its path in the bulletin, and what becomes of it; ``attached`` is written with it."""

    draft: Draft
    path: str
    state: State
    attached: tuple[Attached, ...] = ()


def place(drafts: Iterable[Draft], bulletin: Bulletin) -> tuple[PlacedDraft, ...]:
    """Places ``drafts`` in their order. A source that was imported before keeps its path; others get a free one."""
    known = {one.source: one.path for one in bulletin.imported.values()}
    taken = {_claim(path) for path in (*bulletin.paths, *bulletin.imported)}
    placed: list[PlacedDraft] = []
    for draft in drafts:
        path = known.get(one_line(draft.key)) or _path_of_same(draft, bulletin) or _free_path(draft, taken)
        taken.add(_claim(path))
        placed.append(_placed(draft, path, bulletin))
    return tuple(placed)


def remembered(placed: Iterable[PlacedDraft], bulletin: Bulletin) -> Mapping[str, Imported]:
    """What has been imported, with what is written now."""
    told = (one for one in placed if one.state.is_written or one.path not in bulletin.imported)
    new = [Imported(one.path, digest_of(one.draft.text.encode()), one.draft.key) for one in told]
    return {**bulletin.imported, **{one.path: one for one in new}}


def digest_of(data: bytes) -> str:
    """The SHA-256 of ``data``, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _path_of_same(draft: Draft, bulletin: Bulletin) -> str:
    """The path at which this very draft lies already: of an import that was ended before it was remembered."""
    alone, with_others = _paths(draft, f"{draft.folder}/{free_id(draft.slug, ())}")
    path = with_others if draft.attached else alone
    is_there = path not in bulletin.imported and bulletin.digests.get(path) == digest_of(draft.text.encode())
    return path if is_there else ""


def _free_path(draft: Draft, taken: set[str]) -> str:
    folder = f"{draft.folder}/"
    claimed = _Claimed(_AGENCIES if draft.kind is DraftKind.AGENCY else "", taken)
    alone, with_others = _paths(draft, f"{folder}{free_id(draft.slug, claimed)}")
    return with_others if draft.attached else alone


def _paths(draft: Draft, stem: str) -> tuple[str, str]:
    """The path of the file of a draft alone, and where others are to lie beside it."""
    if draft.kind is DraftKind.ARTICLE:
        return f"{stem}.md", f"{stem}/index.md"
    path = f"{stem}.yml" if draft.kind is DraftKind.AGENCY else f"{stem}.md"
    return path, path


class _Claimed(Struct, frozen=True):
    """The ids that are taken; those of agencies begin with their folder."""

    folder: str
    taken: set[str]

    def __contains__(self, slug: object) -> bool:
        return f"{self.folder}{slug}" in self.taken


def _claim(path: str) -> str:
    """What no other file may claim: the id of an agency, or that of a record, which is the name of an article, too.

    Articles of two years with one name would be one record.
    """
    stem = path.removesuffix("/index.md").removesuffix(".md").removesuffix(".yml")
    return stem if stem.startswith(_AGENCIES) else stem.rpartition("/")[2]


def _placed(draft: Draft, path: str, bulletin: Bulletin) -> PlacedDraft:
    attached = tuple(_beside(path, draft, bulletin))
    before, there = bulletin.imported.get(path), bulletin.digests.get(path)
    digest = digest_of(draft.text.encode())
    if before is None:
        return PlacedDraft(draft, path, State.NEW if there != digest else State.UNCHANGED, attached)
    if there is None:
        return PlacedDraft(draft, path, State.REMOVED)
    if there != before.digest:
        return PlacedDraft(draft, path, State.EDITED)
    if there == digest:
        return PlacedDraft(draft, path, State.UNCHANGED)
    return PlacedDraft(draft, path, State.RENEWED, attached)


def _beside(path: str, draft: Draft, bulletin: Bulletin) -> Iterator[Attached]:
    """The files to lie beside the draft. They are only ever added: one that is there may be an editor's."""
    folder = path.rpartition("/")[0]
    for one in draft.attached:
        whole = one.path if one.path.startswith(f"{CONTENT}/") else f"{folder}/{one.path}"
        if whole not in bulletin.paths:
            yield replace(one, path=whole)


def files_of(placed: Iterable[PlacedDraft]) -> Iterator[tuple[str, bytes]]:
    """The files to be written: what lies beside a draft before the draft itself."""
    for one in placed:
        if one.state.is_written:
            yield from ((beside.path, beside.data) for beside in one.attached)
            yield one.path, one.draft.text.encode()
