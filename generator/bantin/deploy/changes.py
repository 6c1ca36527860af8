"""What a deployment would change: what there is, beside what there is to be."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from bantin.domain.problems import Problem

_MOST_REMOVED = 1 / 3
_FEW = 10


class Changes(Struct, frozen=True):
    """The paths that are new, other or gone, in order; ``size`` is how many bytes the first two have.

    ``there`` is how many files of the bulletin are public now; those that are ``damaged`` are not as they were left
    there: changed, emptied or gone. ``problems`` are warnings about the deployment itself.
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


def changes(
    wanted: Mapping[str, str],
    there: Mapping[str, str],
    sizes: Mapping[str, int],
    *,
    ours: Collection[str] | None = None,
    stale: Collection[str] = (),
) -> Changes:
    """What makes the files ``there`` into those ``wanted``, both digests by path; ``sizes`` are those of the latter.

    ``ours`` are the files there that deployments have made (all of them by default): no others are removed. Those that
    are ``stale`` are sent again even if their bytes are right.
    """
    known = there.keys() if ours is None else there.keys() & set(ours)
    added = tuple(sorted(wanted.keys() - there.keys()))
    differ = (path for path in wanted.keys() & there.keys() if wanted[path] != there[path] or path in stale)
    changed = tuple(sorted(differ))
    removed = tuple(sorted(known - wanted.keys()))
    return Changes(added, changed, removed, sum(sizes[path] for path in (*added, *changed)), len(known))


def above(path: str) -> Iterator[str]:
    """The folders that the file at ``path`` lies in."""
    return (path[:end] for end, letter in enumerate(path) if letter == "/")
