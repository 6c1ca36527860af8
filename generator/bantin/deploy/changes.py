"""The differences between the public site and the one to be deployed."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from bantin.domain.problems import Problem

_MOST_REMOVED = 1 / 3
_FEW = 10


class Changes(Struct, frozen=True):
    """The paths to be added, changed and removed, sorted; ``size`` is that of the first two together, in bytes.

    ``there`` is the number of files of the bulletin that are public now. The files ``damaged`` are not as the last
    deployment left them: changed, emptied or gone. ``problems`` are warnings about the deployment itself.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    size: int
    there: int
    damaged: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sent(self) -> tuple[str, ...]:
        """The paths of the files to send."""
        return (*self.added, *self.changed)

    @property
    def none(self) -> bool:
        """Whether the public site is up to date."""
        return not (self.added or self.changed or self.removed)

    @property
    def removes_much(self) -> bool:
        """Whether more would be removed than an editor is likely to mean: over a third of a site that is not tiny."""
        return len(self.removed) > _FEW and len(self.removed) > self.there * _MOST_REMOVED


def changes(
    wanted: Mapping[str, str],
    there: Mapping[str, str],
    sizes: Mapping[str, int],
    *,
    ours: Collection[str] | None = None,
    stale: Collection[str] = (),
) -> Changes:
    """Compares the files ``there`` with those ``wanted``, both digests by path; ``sizes`` are those of the latter.

    ``ours`` are the files there that deployments have put there (by default all): no others are removed. The files
    ``stale`` are sent again even if their bytes are right.
    """
    known = there.keys() if ours is None else there.keys() & set(ours)
    added = tuple(sorted(wanted.keys() - there.keys()))
    differ = (path for path in wanted.keys() & there.keys() if wanted[path] != there[path] or path in stale)
    changed = tuple(sorted(differ))
    removed = tuple(sorted(known - wanted.keys()))
    return Changes(added, changed, removed, sum(sizes[path] for path in (*added, *changed)), len(known))


def above(path: str) -> Iterator[str]:
    """Yields the parent folders of the file at ``path``, outermost first."""
    return (path[:end] for end, letter in enumerate(path) if letter == "/")
