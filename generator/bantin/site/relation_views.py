"""The relations of an agreement to other documents, in both directions (lược đồ)."""

from collections import defaultdict

from bantin.domain.model import Article, External, Gone, RecordFile, RecordHome, RelationKind
from bantin.index import Directory, Other, Record, related
from bantin.site import labels
from bantin.site.cards import agreement_status, date_view, subject_link, subject_of
from bantin.site.citation_links import number_link
from bantin.site.gone import marked_link
from bantin.site.views import LinkView, RelationGroupView, RelationView, VersionView


def relation_groups(record: Record, directory: Directory) -> tuple[RelationGroupView, ...]:
    """The documents related to ``record``, grouped by relation; those that it acts on come before those that act on it.

    Only the id is shown of a record without a page.
    """
    language = directory.site.language
    groups: defaultdict[tuple[RelationKind, bool], list[RelationView]] = defaultdict(list)
    for kind, inverse, other in related(record.agreement, record.ties, record.gone):
        groups[kind, inverse].append(relation_view(other, record, directory))
    return tuple(
        RelationGroupView(kind, inverse, names[kind].text(language), tuple(groups[kind, inverse]))
        for inverse, names in ((False, labels.RELATIONS), (True, labels.INVERSES))
        for kind in RelationKind
        if (kind, inverse) in groups
    )


def citing_records(record: Record, directory: Directory) -> tuple[RelationView, ...]:
    """The records that cite ``record`` by its number, without those that it is related to."""
    tied = {tie.other.path for tie in record.ties}
    return tuple(_record(home, directory) for home in record.cited_by if home.path not in tied)


def versions(record: Record, lineage: tuple[RecordHome, ...], directory: Directory) -> tuple[VersionView, ...]:
    """The agreements of ``lineage``, which replaced or changed each other; empty if ``record`` is the only one."""
    if len(lineage) < 2:
        return ()
    language = directory.site.language
    return tuple(
        VersionView(
            subject_link(home, directory.site),
            date_view(home.agreement.signed_on if home.agreement else None, language),
            here=home.path == record.home.path,
            status=agreement_status(home.agreement, directory) if home.agreement else None,
        )
        for home in lineage
    )


def relation_view(other: Other, record: Record, directory: Directory) -> RelationView:
    """The view of a document that ``record`` is related to; only its id is shown of a record without a page."""
    match other:
        case Article() | RecordFile():
            return _record(other, directory)
        case Gone():
            return RelationView(other.title, other.number, None, marked_link(other, directory))
        case External():
            return _external(other, record, directory)
    return RelationView(other, "", None, None)


def _record(home: RecordHome, directory: Directory) -> RelationView:
    language = directory.site.language
    agreement = home.agreement
    return RelationView(
        title=subject_of(home),
        number=agreement.number if agreement else "",
        date=date_view(agreement.signed_on if agreement else None, language),
        link=subject_link(home, directory.site),
        status=agreement_status(agreement, directory) if agreement else None,
    )


def _external(external: External, record: Record, directory: Directory) -> RelationView:
    if external.url:
        link: LinkView | None = LinkView(external.title, external.url, external=True)
    else:
        link = number_link(external.title, external.number, record.cited, directory.site)
    return RelationView(external.title, external.number, date_view(external.date, directory.site.language), link)
