"""What the next build does with what a broken-off one left."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.output.publish.commit import Commit, remove_emptied
from bantin.output.publish.directory_scan import DirectoryScan, EntryType
from bantin.output.publish.errors import FileErrors
from bantin.output.publish.journal import JOURNAL, Journal, read_journal
from bantin.output.publish.output import STAGING, read_manifest
from bantin.output.publish.staging import clear


class _Rest(Struct, frozen=True):
    """What is still to be moved, what is to be put aside for it, and which paths are barred by what is foreign."""

    moves: Mapping[str, str]
    aside: frozenset[str]
    barred: frozenset[str]


def recover(teller: FileErrors) -> None:
    """Ends what a build was broken off at while it published, as its journal says.

    Without a sound journal no file of the site had moved yet. Whatever the journal says, nothing changes outside of the
    folder, nor any file in it that is not listed as ours. Raises ``BulletinError`` when something cannot be written.
    """
    staging = teller.folder / STAGING
    journal, made = read_journal(staging), read_manifest(teller.folder)
    if journal is None or made is None:
        return
    with teller.telling(STAGING):
        clear(staging, keep={JOURNAL, *(name.partition("/")[0] for name in journal.moves)})
        rest = _rest(journal, teller, made)
    commit = Commit(teller)
    commit.carry_out(Journal(rest.moves, journal.gone), rest.aside, made)
    commit.list_files(made - {*journal.gone, *rest.barred})
    remove_emptied(teller.folder, journal.gone)


def _rest(journal: Journal, teller: FileErrors, made: frozenset[str]) -> _Rest:
    ground, staged = DirectoryScan(teller.folder, made), DirectoryScan(teller.folder / STAGING)
    pending = {
        name: path for name, path in journal.moves.items() if path in made and staged.at(name).stands is EntryType.FILE
    }
    found = {path: ground.at(path) for path in pending.values()}
    barred = {path for path, one in found.items() if one.stands is not EntryType.NOTHING and not ground.is_ours(one)}
    aside = {
        one.at
        for path, one in found.items()
        if path not in barred and (one.stands is EntryType.FOLDER or (one.stands is EntryType.FILE and one.at != path))
    }
    moves = {name: path for name, path in pending.items() if path not in barred}
    return _Rest(moves, frozenset(aside), frozenset(barred))
