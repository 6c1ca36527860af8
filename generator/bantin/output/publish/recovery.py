"""Completion of what an interrupted build began to publish."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.output.publish.commit import Commit, remove_emptied
from bantin.output.publish.directory_scan import DirectoryScan, EntryType
from bantin.output.publish.errors import FileErrors
from bantin.output.publish.journal import JOURNAL, Journal, read_journal
from bantin.output.publish.output import STAGING, read_manifest
from bantin.output.publish.staging_folder import clear


class _PendingWork(Struct, frozen=True):
    """The files still to be moved, what has to make way for them, and the paths that files of others block."""

    moves: Mapping[str, str]
    aside: frozenset[str]
    blocked: frozenset[str]


def recover(errors: FileErrors) -> None:
    """Completes the publishing of an interrupted build from its journal.

    Without a valid journal no file of the site had moved yet. Whatever the journal says, nothing changes outside the
    folder, nor any file in it that is not listed as ours. Raises ``BulletinError`` when something cannot be written.
    """
    staging = errors.folder / STAGING
    journal, published = read_journal(staging), read_manifest(errors.folder)
    if journal is None or published is None:
        return
    with errors.reporting(STAGING):
        clear(staging, keep={JOURNAL, *(name.partition("/")[0] for name in journal.moves)})
        work = _pending_work(journal, errors, published)
    commit = Commit(errors)
    commit.carry_out(Journal(work.moves, journal.gone), work.aside, published)
    commit.list_files(published - {*journal.gone, *work.blocked})
    remove_emptied(errors.folder, journal.gone)


def _pending_work(journal: Journal, errors: FileErrors, published: frozenset[str]) -> _PendingWork:
    scan, staged = DirectoryScan(errors.folder, published), DirectoryScan(errors.folder / STAGING)
    pending = {
        name: path
        for name, path in journal.moves.items()
        if path in published and staged.at(name).type is EntryType.FILE
    }
    found = {path: scan.at(path) for path in pending.values()}
    blocked = {path for path, one in found.items() if one.type is not EntryType.NOTHING and not scan.is_ours(one)}
    aside = {
        one.path
        for path, one in found.items()
        if path not in blocked and (one.type is EntryType.FOLDER or (one.type is EntryType.FILE and one.path != path))
    }
    moves = {name: path for name, path in pending.items() if path not in blocked}
    return _PendingWork(moves, frozenset(aside), frozenset(blocked))
