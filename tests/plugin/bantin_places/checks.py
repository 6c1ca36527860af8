"""A check: an agreement should say where it was signed."""

from collections.abc import Iterator

from bantin.plugin import Bulletin, Kind, Location, Problem, Severity, Wording

NO_PLACE = Kind(
    "no-place",
    Severity.WARNING,
    Wording("It is not told where “{title}” was signed.", "Add “signed_at:”."),
    Wording("Chưa ghi nơi ký “{title}”.", "Hãy ghi thêm “signed_at:”."),
)


def find_unplaced(bulletin: Bulletin) -> Iterator[Problem]:
    """The agreements that do not say where they were signed."""
    for record in bulletin.register.records:
        if not record.agreement.signed_at.place:
            yield NO_PLACE.at(Location(record.home.path), title=record.home.title)
