"""Merges agencies into one: an administrative reform in one step, written into the files of agencies alone.

What they have signed keeps naming them: pages find the heirs of an agency by its successors.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from msgspec import Struct

from bantin.content.checks.cycles import shortest_cycle
from bantin.content.yaml.parser import Step, locate
from bantin.domain.model import Agency, Label
from bantin.domain.problems import Checked, Location, Problem
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.migration import problems
from bantin.migration.agency_lines import successor_item, with_day, with_parent, with_successor
from bantin.migration.file_change import FileChange
from bantin.migration.front_lines import read_lines
from bantin.scaffold import NewAgency, agency_path, agency_text


class Merger(Struct, frozen=True):
    """The agencies ``old`` became part of ``new`` on the day ``on``; agencies by id.

    ``name`` is that of an agency ``new`` that is to be made; ``None`` if there is one.
    """

    old: tuple[str, ...]
    new: str
    on: date
    name: Label | None = None


class _Bulletin(Struct, frozen=True):
    """The agencies of a bulletin, the contents of their files by path, and all successions that are written in them."""

    directory: Directory
    files: Mapping[str, bytes]
    declared: tuple["_Declared", ...]

    def place(self, agency: Agency, steps: tuple[Step, ...]) -> Location:
        """The place of the value at ``steps`` in the file of ``agency``."""
        return locate(read_lines(self.files[agency.path], agency.path).tree, steps).within(agency.path)


class _Declared(Struct, frozen=True):
    """A succession as the item ``index`` of the list ``key`` in the file of the agency ``of``."""

    of: Agency
    key: str
    index: int
    old: str
    new: str
    on: Edtf | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps to its day, or to the agency that it names if it has none."""
        return (self.key, self.index, "on" if self.on else "agency")

    def may_be_on(self, day: date) -> bool:
        """Whether it may have been on ``day``, as far as its own day is known."""
        if self.on is None or self.on.earliest is None or self.on.latest is None:
            return True
        return self.on.earliest <= day <= self.on.latest


class _Edit(Struct, frozen=True):
    """An edit of the file ``path``: a function of its content, which returns ``None`` if its lines do not allow it.

    ``line`` is what somebody would write by hand, at ``place``.
    """

    path: str
    edited: Callable[[bytes], bytes | None]
    place: Location
    line: str


def merge(merger: Merger, directory: Directory, files: Mapping[str, bytes]) -> Checked[tuple[FileChange, ...]]:
    """The changes that a merger takes, none if it is written already; there is a value only if it can be true.

    ``directory`` has all agencies of the bulletin, ``files`` the contents of their files by path.
    """
    bulletin = _Bulletin(directory, files, tuple(_declared(directory)))
    found = [*_contradictions(merger, bulletin)]
    if found:
        return Checked(None, tuple(found))
    now = dict(files)
    for edit in (*_successions(merger, bulletin), *_units(merger, bulletin)):
        made = edit.edited(now[edit.path])
        if made is None:
            found.append(problems.AGENCY_NOT_IN_LINES.at(edit.place, line=edit.line))
        else:
            now[edit.path] = made
    if found:
        return Checked(None, tuple(found))
    if merger.name:
        path = agency_path(merger.new)
        now[path] = _new_file(merger, merger.name, directory).encode()
    changed = [FileChange(path, files.get(path), data) for path, data in sorted(now.items()) if files.get(path) != data]
    return Checked(tuple(sorted(changed, key=lambda one: one.before is not None)))


def units_below(merger: Merger, directory: Directory) -> tuple[Agency, ...]:
    """The agencies below the merged ones that go on after that day: not merged themselves, and with no successor."""
    below = (unit for old in merger.old for unit in directory.children.get(old, ()))
    others = (unit for unit in below if unit.id not in (*merger.old, merger.new))
    return tuple(unit for unit in others if not directory.successors.get(unit.id))


def is_divided(agency_id: str, new: str, directory: Directory) -> bool:
    """Whether an agency has successors besides ``new``, so that nobody can know which of them got its units."""
    return any(one.agency != new for one in directory.successors.get(agency_id, ()))


def _declared(directory: Directory) -> Iterator[_Declared]:
    for agency in directory.agencies:
        for index, one in enumerate(agency.predecessors):
            yield _Declared(agency, "predecessors", index, one.agency, agency.id, one.on)
        for index, one in enumerate(agency.successors):
            yield _Declared(agency, "successors", index, agency.id, one.agency, one.on)


def _contradictions(merger: Merger, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports what is known of the agencies and cannot be true together with the merger."""
    circles = [problem for old in merger.old for problem in _circle(old, merger.new, bulletin)]
    yield from circles
    for old in merger.old:
        yield from _ended_otherwise(old, merger, bulletin)
        yield from _not_begun(old, merger.on, bulletin)
    if not circles:
        yield from _new_one_ended(merger, bulletin)
    yield from _new_one_not_begun(merger, bulletin)


def _circle(old: str, new: str, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports an agency that would succeed itself."""
    after = bulletin.directory.successors
    graph: dict[str, Mapping[str, object]] = {one: {later.agency: later for later in after[one]} for one in after}
    graph[old] = {new: None}
    chain = shortest_cycle(old, graph)
    if chain:
        one = next(one for one in bulletin.declared if [one.old, one.new] == chain[1:3])
        place = bulletin.place(one.of, (one.key, one.index, "agency"))
        yield problems.SUCCESSION_CYCLE.at(place, chain=" → ".join(chain))


def _ended_otherwise(old: str, merger: Merger, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports a successor of ``old`` at another time; several on the same day may have divided it."""
    for one in bulletin.declared:
        if one.old != old:
            continue
        place = bulletin.place(one.of, one.steps)
        if not one.may_be_on(merger.on):
            yield problems.ENDED_ON_ANOTHER_DAY.at(place, old=old, new=one.new, day=one.on, other=merger.on)
        elif one.new != merger.new and (one.on is None or one.on.exact is None):
            yield problems.ENDED_ON_UNKNOWN_DAY.at(place, old=old, new=one.new)


def _not_begun(old: str, day: date, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports something that happened to ``old`` after ``day``; only the last of all."""
    agency = bulletin.directory.agency[old]
    known = [(one.on, bulletin.place(one.of, one.steps)) for one in bulletin.declared if one.new == old and one.on]
    for index, name in enumerate(agency.former_names):
        days = {"since": name.since, "until": name.until}
        known += [(on, bulletin.place(agency, ("former_names", index, key))) for key, on in days.items() if on]
    later = [(on, place) for on, place in known if on.earliest and on.earliest > day]
    if later:
        last, place = max(later, key=lambda one: one[0].order)
        yield problems.ENDED_BEFORE_ITS_TIME.at(place, old=old, day=last, other=day)


def _new_one_ended(merger: Merger, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports that the new agency itself had been succeeded by the day of the merger."""
    for one in bulletin.declared:
        latest = one.on.latest if one.on else None
        if one.old == merger.new and latest and latest <= merger.on:
            place = bulletin.place(one.of, one.steps)
            yield problems.NEW_ONE_ENDED.at(place, old=merger.new, new=one.new, day=one.on, other=merger.on)
            return


def _new_one_not_begun(merger: Merger, bulletin: _Bulletin) -> Iterator[Problem]:
    """Reports that the first name of the new agency, where all are known, is later than the merger."""
    agency = bulletin.directory.agency.get(merger.new)
    since = [name.since for name in agency.former_names] if agency else []
    known = [(on, index) for index, on in enumerate(since) if on and on.earliest]
    if not agency or not known or len(known) < len(since):
        return
    first, index = min(known, key=lambda one: one[0].order)
    if first.earliest and first.earliest > merger.on:
        place = bulletin.place(agency, ("former_names", index, "since"))
        yield problems.NOT_YET_THERE.at(place, new=agency.id, day=first, other=merger.on)


def _successions(merger: Merger, bulletin: _Bulletin) -> Iterator[_Edit]:
    """The edits that write the successor of each old agency, or its day where that is not written exactly."""
    for old in merger.old:
        agency = bulletin.directory.agency[old]
        written = [one for one in bulletin.declared if (one.old, one.new) == (old, merger.new)]
        if not written:
            edit = partial(with_successor, path=agency.path, successor=merger.new, day=merger.on)
            line = f"successors: [{successor_item(merger.new, merger.on)}]"
            yield _Edit(agency.path, edit, bulletin.place(agency, ("successors",)), line)
        for one in written:
            if one.on is None or one.on.certain != merger.on:
                edit = partial(with_day, path=one.of.path, steps=(one.key, one.index), day=merger.on)
                yield _Edit(one.of.path, edit, bulletin.place(one.of, one.steps), f"on: {merger.on}")


def _units(merger: Merger, bulletin: _Bulletin) -> Iterator[_Edit]:
    """The edits that put the units of the old agencies below the new one; before that day, they stay where they are."""
    if merger.on > bulletin.directory.as_of:
        return
    for unit in units_below(merger, bulletin.directory):
        if is_divided(unit.parent or "", merger.new, bulletin.directory):
            continue
        edit = partial(with_parent, path=unit.path, parent=merger.new)
        yield _Edit(unit.path, edit, bulletin.place(unit, ("parent",)), f"parent: {merger.new}")


def _new_file(merger: Merger, name: Label, directory: Directory) -> str:
    """The file of an agency with this name, and with the level and the agency above that all the old ones share."""
    old = [directory.agency[one] for one in merger.old]
    levels, above = {one.level for one in old}, {one.parent for one in old}
    level = next(iter(levels)) if len(levels) == 1 else None
    parent = next(iter(above)) if len(above) == 1 else None
    agency = NewAgency(
        name=name.vi or name.en,
        english=name.en if name.vi else "",
        level=level or "",
        parent=parent if parent and parent not in (*merger.old, merger.new) else "",
    )
    return agency_text(agency, directory.site.language)
