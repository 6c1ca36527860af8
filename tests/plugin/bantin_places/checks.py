"""A check: an agreement should have its place of signing."""

from collections.abc import Iterator

from bantin.plugin import Bulletin, Kind, Location, Problem, Severity, Wording

NO_PLACE = Kind(
    "no-place",
    Severity.WARNING,
    Wording("It is not told where “{title}” was signed.", "Add “signed_at:”."),
    Wording("Chưa ghi nơi ký “{title}”.", "Hãy ghi thêm “signed_at:”."),
)


def find_unplaced(bulletin: Bulletin) -> Iterator[Problem]:
    """Reports agreements without a place of signing."""
    for record in bulletin.register.records:
        if not record.agreement.signed_at.place:
            yield NO_PLACE.at(Location(record.home.path), title=record.home.title)
