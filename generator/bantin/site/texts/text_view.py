"""The view of a version of a text: its provisions with their links and histories, and links to other versions."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from msgspec import Struct

from bantin.domain.model import Feature, Provision, ProvisionKind
from bantin.domain.provisions.changes import Change
from bantin.domain.provisions.writing import label_of
from bantin.domain.text.dates import Edtf
from bantin.domain.text.word_changes import word_changes
from bantin.index import Directory
from bantin.site.cards import date_view, foreign
from bantin.site.texts.paragraphs import LinkTargets, linked_paragraph
from bantin.site.texts.provision_labels import full_name
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.titles import titles_of
from bantin.site.views import (
    AlternateView,
    ChangedWordsView,
    ChangeView,
    ContentsView,
    DateView,
    LinkView,
    ProvisionView,
    TextVersionView,
    TextView,
)

_WITHOUT_HEADING = frozenset({ProvisionKind.CLAUSE, ProvisionKind.POINT})
_HIGHEST, _LOWEST = 3, 6
# Shorter texts need no table of contents.
_FEWEST_ENTRIES = 4
AKOMA_NTOSO, JSON_TREE = "toan-van.xml", "toan-van.json"


def text_view(text: RecordText, version: TextVersion, directory: Directory) -> TextView:
    """The view of ``version`` of ``text``."""
    site, wording = directory.site, version.text
    targets = LinkTargets(
        anchors=frozenset(one.anchor for one in wording.walk() if not one.repealed),
        cited=text.record.cited,
        site=site,
    )
    context = _Context(text, directory, targets)
    contents = tuple(_contents(wording.provisions))
    return TextView(
        number=version.number,
        lang=foreign(text.language, site),
        preamble=wording.preamble,
        bases=tuple(linked_paragraph(one, (), targets) for one in wording.bases),
        formula=tuple(linked_paragraph(one, (), targets) for one in wording.formula),
        provisions=tuple(context.provision(one, (), _HIGHEST) for one in wording.provisions),
        closing=wording.closing,
        contents=contents if len(contents) >= _FEWEST_ENTRIES else (),
        versions=tuple(_versions(text, version, directory)),
        signed=version_link(text, text.versions[0], directory) if version.number > 1 else None,
        files=text_files(version, directory),
    )


def current(text: RecordText) -> TextVersion:
    """The version of today or, if that is unknown, the signed text."""
    return text.versions[(text.today or 1) - 1]


def text_files(version: TextVersion, directory: Directory) -> tuple[AlternateView, ...]:
    """The data files of ``version``, if the site has data."""
    site, titles = directory.site, titles_of(directory.site)
    if Feature.DATA in site.off:
        return ()
    return (
        AlternateView(titles.akoma_ntoso, f"{version.data}{AKOMA_NTOSO}", "application/akn+xml"),
        AlternateView(titles.text_as_data, f"{version.data}{JSON_TREE}", "application/json"),
    )


class _Context(Struct, frozen=True):
    """The inputs of the views of provisions."""

    text: RecordText
    directory: Directory
    targets: LinkTargets

    def provision(self, provision: Provision, above: tuple[Provision, ...], level: int) -> ProvisionView:
        """The view of ``provision``, which is contained in those ``above``, the outermost first."""
        path = (*above, provision)
        has_heading = provision.kind not in _WITHOUT_HEADING
        below = min(level + 1, _LOWEST) if has_heading else level
        return ProvisionView(
            kind=provision.kind,
            label=label_of(provision),
            name=full_name(path, self.text.language),
            anchor=provision.anchor,
            level=level if has_heading else 0,
            heading=linked_paragraph(provision.heading, path, self.targets) if provision.heading else (),
            paragraphs=tuple(linked_paragraph(one, path, self.targets) for one in provision.paragraphs),
            children=tuple(self.provision(child, path, below) for child in provision.children),
            repealed=provision.repealed,
            history=tuple(self._change(one) for one in self.text.history.get(provision.anchor, ())),
        )

    def _change(self, change: Change) -> ChangeView:
        kind = "repealed" if change.after is None or change.after.repealed else "replaced"
        return ChangeView(
            kind="inserted" if change.before is None else kind,
            since=_date(change.since, self.directory),
            by=tuple(self.text.documents[one] for one in change.by if one in self.text.documents),
            paragraphs=tuple(_changed(change)),
        )


def _changed(change: Change) -> Iterator[tuple[ChangedWordsView, ...]]:
    before, after = (_words(one) for one in (change.before, change.after))
    for was, now in zip_longest(before, after, fillvalue=""):
        yield tuple(ChangedWordsView(one.kind, one.text) for one in word_changes(was, now))


def _words(provision: Provision | None) -> tuple[str, ...]:
    if provision is None:
        return ()
    return (*([provision.heading] if provision.heading else []), *provision.paragraphs)


def _contents(provisions: Sequence[Provision], depth: int = 1) -> Iterator[ContentsView]:
    for one in provisions:
        if one.kind not in _WITHOUT_HEADING:
            yield ContentsView(depth, one.anchor, label_of(one), one.heading)
            yield from _contents(one.children, depth + 1)


def _versions(text: RecordText, here: TextVersion, directory: Directory) -> Iterator[TextVersionView]:
    """All versions and the unknown periods between them, the latest first."""
    if len(text.versions) == 1 and not text.unknown:
        return
    rows = [(version.first, _version(text, version, here, directory)) for version in text.versions]
    rows += [(first, _unknown(text, first, last, by, directory)) for first, last, by in text.unknown]
    yield from (row for _, row in sorted(rows, key=lambda one: one[0], reverse=True))


def _version(text: RecordText, version: TextVersion, here: TextVersion, directory: Directory) -> TextVersionView:
    return TextVersionView(
        link=version_link(text, version, directory),
        since=date_view(version.since, directory.site.language),
        until=_date(version.last if version.last < date.max else None, directory),
        signed=version.number == 1,
        today=version.number == text.today,
        here=version.number == here.number,
        by=tuple(text.documents[one.id] for one in version.amended_by if one.id in text.documents),
    )


def _unknown(text: RecordText, first: date, last: date, by: tuple[str, ...], directory: Directory) -> TextVersionView:
    return TextVersionView(
        link=None,
        since=_date(first, directory),
        until=_date(last if last < date.max else None, directory),
        signed=False,
        today=first <= directory.as_of <= last,
        here=False,
        by=tuple(text.documents[one] for one in by if one in text.documents),
    )


def version_link(text: RecordText, version: TextVersion, directory: Directory) -> LinkView:
    """The link to the page of ``version``, with the day of its beginning as its label."""
    titles = titles_of(directory.site)
    since, known_on = date_view(version.since, directory.site.language), _date(version.first, directory)
    if version.number == 1 or known_on is None:
        label = titles.signed_text
    elif since:
        label = titles.text_since.format(day=since.long)
    else:
        label = titles.text_known_on.format(day=known_on.long)
    return LinkView(label, version.address or text.address)


def _date(day: date | None, directory: Directory) -> DateView | None:
    return date_view(Edtf.of(day), directory.site.language) if day and day > date.min else None
