"""The relations of an agreement to other documents, in both directions (lược đồ)."""

from collections import defaultdict

from bantin.domain.model import Article, External, RelationKind
from bantin.index import Directory, Other, Record, related
from bantin.site import labels
from bantin.site.cards import date_view, subject_link, subject_of
from bantin.site.views import LinkView, RelationGroupView, RelationView, VersionView


def relation_groups(record: Record, directory: Directory) -> tuple[RelationGroupView, ...]:
    """The documents related to ``record``, grouped by relation; those that it acts on come before those that act on it.

    A record without a page is shown by its id alone.
    """
    language = directory.site.language
    groups: defaultdict[tuple[RelationKind, bool], list[RelationView]] = defaultdict(list)
    for kind, inverse, other in related(record.agreement, record.ties):
        groups[kind, inverse].append(_relation(other, directory))
    return tuple(
        RelationGroupView(kind, inverse, names[kind].text(language), tuple(groups[kind, inverse]))
        for inverse, names in ((False, labels.RELATIONS), (True, labels.INVERSES))
        for kind in RelationKind
        if (kind, inverse) in groups
    )


def versions(record: Record, lineage: tuple[Article, ...], directory: Directory) -> tuple[VersionView, ...]:
    """The agreements of ``lineage``, which replaced or changed each other; empty if ``record`` is the only one."""
    if len(lineage) < 2:
        return ()
    language = directory.site.language
    return tuple(
        VersionView(
            subject_link(article, directory.site),
            date_view(article.agreement.signed_on if article.agreement else None, language),
            here=article.path == record.article.path,
        )
        for article in lineage
    )


def _relation(other: Other, directory: Directory) -> RelationView:
    match other:
        case Article():
            return _record(other, directory)
        case External():
            return _external(other, directory)
    return RelationView(other, "", None, None)


def _record(article: Article, directory: Directory) -> RelationView:
    language = directory.site.language
    agreement = article.agreement
    return RelationView(
        title=subject_of(article),
        number=agreement.number if agreement else "",
        date=date_view(agreement.signed_on if agreement else None, language),
        link=subject_link(article, directory.site),
    )


def _external(external: External, directory: Directory) -> RelationView:
    link = LinkView(external.title, external.url, external=True) if external.url else None
    return RelationView(external.title, external.number, date_view(external.date, directory.site.language), link)
