"""What a deployment would change: what there is, beside what there is to be."""

from collections.abc import Mapping

from msgspec import Struct

_MOST_REMOVED = 1 / 3
_FEW = 10


class Changes(Struct, frozen=True):
    """The paths that are new, other or gone, in order; ``size`` is how many bytes the first two have.

    ``there`` is how many files are public now.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    size: int
    there: int

    @property
    def sent(self) -> tuple[str, ...]:
        """What has to be sent."""
        return (*self.added, *self.changed)

    @property
    def none(self) -> bool:
        """Whether the public site is as it is to be."""
        return not (self.added or self.changed or self.removed)

    @property
    def removes_much(self) -> bool:
        """Whether more goes than an editor is likely to mean: more than a third of a site that is not tiny."""
        return len(self.removed) > _FEW and len(self.removed) > self.there * _MOST_REMOVED


def changes(wanted: Mapping[str, str], there: Mapping[str, str], sizes: Mapping[str, int]) -> Changes:
    """What makes the files ``there`` into those ``wanted``, both digests by path; ``sizes`` are those of the latter."""
    added = tuple(sorted(wanted.keys() - there.keys()))
    changed = tuple(sorted(path for path in wanted.keys() & there.keys() if wanted[path] != there[path]))
    removed = tuple(sorted(there.keys() - wanted.keys()))
    return Changes(added, changed, removed, sum(sizes[path] for path in (*added, *changed)), len(there))
