"""PLAN: the former versions of articles and records, with what was changed in each.

A bulletin has them if its settings ask for them, and if the history of its files is known. No link leads from a
former version to another page, nor is any file of it published: these may be gone. Only what differs is shown, word
by word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from msgspec import Struct

from bantin.domain.model import Change, Facts, PublicVersion, RecordHome, Shown, told_changes
from bantin.domain.rules.changed_facts import changed_facts
from bantin.domain.text.word_changes import WordChangeKind, matching, word_changes
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, home_link, instant_view, subject_of
from bantin.site.fact_words import fact_label, fact_lines
from bantin.site.page import Page, PageContent
from bantin.site.page_sources import source_address
from bantin.site.titles import titles_of
from bantin.site.views import (
    ChangedFactView,
    ChangedLine,
    ChangedWordsView,
    FormerVersionsView,
    FormerVersionView,
    LinkView,
)


def versions_address(home: RecordHome, bulletin: Bulletin) -> str:
    """The address of the former versions of ``home``; empty if it has no page for them."""
    site = bulletin.directory.site
    return addresses.former_versions(WORDS[site.language], home) if _shown(home, bulletin) else ""


def former_version_pages(bulletin: Bulletin) -> Iterator[Page]:
    """A page for each article and record that readers could see in several versions."""
    site = bulletin.directory.site
    homes: tuple[RecordHome, ...] = (*bulletin.articles, *bulletin.record_files)
    for home in homes:
        versions = _shown(home, bulletin)
        if versions:
            yield Page(
                versions_address(home, bulletin),
                titles_of(site).former_versions.format(title=home.title),
                "versions.html",
                FormerVersionsPage(
                    item=home_link(home, site),
                    versions=versions,
                    notes=home.changes,
                    titles=tuple(_titles(versions, bulletin)),
                    hidden=len(versions) < len(bulletin.versions[home.path]),
                    uncommitted=home.path not in bulletin.history.commits,
                ),
                source=home.path,
                listed=False,
            )


def _shown(home: RecordHome, bulletin: Bulletin) -> tuple[PublicVersion, ...]:
    """The versions of ``home`` to show; none if there is only the present one, or in another language."""
    site = bulletin.directory.site
    if not site.former_versions or site.below or home.draft:
        return ()
    until, found = home.hide_versions_until, bulletin.versions.get(home.path, ())
    hidden = until.ends(site.timezone) if until else None
    # The days of commits need not be in their order.
    last = max((number for number, one in enumerate(found, 1) if hidden and one.commit.on <= hidden), default=0)
    return found[last:] if len(found) > last + 1 else ()


def _titles(versions: Iterable[PublicVersion], bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """The titles of the records that the facts name, by id."""
    named = {record_id for one in versions if one.facts for record_id in _named(one.facts)}
    known = bulletin.register.by_id
    return ((one, subject_of(known[one].home)) for one in sorted(named & known.keys()))


def _named(facts: Facts) -> Iterator[str]:
    yield from facts.about
    if facts.agreement:
        yield from (one.to for one in facts.agreement.relations if one.to)
        yield from (one.to for one in facts.agreement.amends)


class FormerVersionsPage(PageContent, frozen=True, kw_only=True):
    """The ``versions`` of the page that ``item`` leads to, the earliest first, and the ``notes`` on its changes.

    ``titles`` are those of records, by id. ``hidden`` is true if there were earlier versions,
    ``uncommitted`` if the present one differs from the last of ``versions``.
    """

    item: LinkView
    versions: tuple[PublicVersion, ...]
    notes: tuple[Change, ...]
    titles: tuple[tuple[str, str], ...]
    hidden: bool
    uncommitted: bool

    def view(self, directory: Directory, url: str, title: str) -> FormerVersionsView:
        """See :class:`PageContent`."""
        return FormerVersionsView(
            url=url,
            title=title,
            crumbs=(home_crumb(directory.site), self.item),
            item=self.item,
            before=titles_of(directory.site).former_versions.partition("{")[0],
            versions=tuple(self._views(directory))[::-1],
            hidden=self.hidden,
            uncommitted=self.uncommitted,
        )

    def _views(self, directory: Directory) -> Iterator[FormerVersionView]:
        notes = _by_version(self.notes, self.versions)
        before: PublicVersion | None = None
        for number, version in enumerate(self.versions):
            differences = _Differences(before, version, directory, dict(self.titles))
            yield FormerVersionView(
                since=instant_view(version.since, directory.site.language),
                until=instant_view(version.until, directory.site.language) if version.until else None,
                commit=version.commit.short_id,
                # What is withheld here must not be a click away either.
                url=""
                if version.shown is Shown.WITHHELD
                else source_address(version.path, version.commit, directory.site),
                notes=tuple(one.note for one in notes[number] if one.note),
                shown=version.shown.value,
                first=before is None,
                compared=differences.are_shown,
                facts=tuple(differences.facts()),
                passages=tuple(differences.passages()),
            )
            before = version if version.facts else before


def _by_version(notes: Iterable[Change], versions: Sequence[PublicVersion]) -> list[list[Change]]:
    """The notes that readers are told, by the version that each is about: the nearest made on its day or later."""
    found: list[list[Change]] = [[] for _ in versions]
    readable = [number for number, one in enumerate(versions) if number and one.facts]
    for note in told_changes(notes):
        days = {number: versions[number].commit.on.date() - (note.on.day.exact or date.min) for number in readable}
        # A note may be written on the day after the commit, as the site's time zone has it.
        near = {number: abs(after) for number, after in days.items() if after >= -timedelta(days=1)}
        found[min(near, key=lambda number: near[number], default=len(versions) - 1)].append(note)
    return found


class _Differences(Struct, frozen=True):
    """What differs in the version ``after`` from the one ``before``; nothing if one of them is not to be shown."""

    before: PublicVersion | None
    after: PublicVersion
    directory: Directory
    titles: Mapping[str, str]

    def facts(self) -> Iterator[ChangedFactView]:
        """The facts that differ in words."""
        if self.before is None or not self.are_shown or not self.before.facts or not self.after.facts:
            return
        for key in changed_facts(self.before.facts, self.after.facts):
            old, new = (
                fact_lines(key, one, self.directory, self.titles) for one in (self.before.facts, self.after.facts)
            )
            if old != new:
                yield ChangedFactView(fact_label(key, self.after.facts, self.directory), tuple(_lines(old, new)))

    def passages(self) -> Iterator[tuple[ChangedLine, ...]]:
        """The passages of the text that differ."""
        if self.are_shown:
            yield from (tuple(_compared(old, new)) for old, new in self.after.rewritten)

    @property
    def are_shown(self) -> bool:
        """Whether both versions can be shown."""
        return self.before is not None and self.before.shown is self.after.shown is Shown.YES


def _lines(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    """All lines of a value, with the words that differ."""
    at, other_at = 0, 0
    for same, other_same in [*matching(old, new), (len(old), len(new))]:
        yield from _compared(old[at:same], new[other_at:other_same])
        yield from ((ChangedWordsView(WordChangeKind.SAME, line),) for line in old[same : same + 1])
        at, other_at = same + 1, other_same + 1


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedLine]:
    for before, after in zip_longest(old, new, fillvalue=""):
        yield tuple(ChangedWordsView(one.kind, one.text) for one in word_changes(before, after))
