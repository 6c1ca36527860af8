"""What every place that a site is deployed to can do."""

from collections.abc import Callable, Sequence
from typing import Protocol

from bantin.content.files import SITE
from bantin.deploy import problems
from bantin.deploy.changes import Changes
from bantin.deploy.release import Release
from bantin.domain.model import DeployTarget
from bantin.domain.problems import BulletinError, Kind, Location, Problem

Sent = Callable[[int, int], None]
"""Is told how many files have been sent, and of how many."""

_LISTED = 50


class Target(Protocol):
    """A place to deploy to. Whatever a method raises, what is public is as it was, but for :class:`Store`'s files."""

    def changes(self, parcel: Release) -> Changes:
        """What deploying ``parcel`` would change; nothing is written. Raises ``BulletinError``."""
        ...

    def deploy(self, parcel: Release, sent: Sent) -> Changes:
        """Makes ``parcel`` public; what that changed. Raises ``BulletinError``, also while another deployment is on."""
        ...

    def roll_back(self, release: str | None) -> str:
        """Makes an earlier ``release`` public again, the one before by default; its name. Raises ``BulletinError``.

        A release is named by as much of its name as tells it from the others. The one that is public stays so.
        """
        ...


class ErrorReporter:
    """Tells of what goes wrong at a target."""

    def __init__(self, target: DeployTarget) -> None:
        self.target = target

    def problem(self, kind: Kind, **values: object) -> Problem:
        """A problem at the place of the target in ``site.yml``."""
        at = self.target.place.within(SITE)
        return kind.at(Location(at.path, at.line, at.column), name=self.target.name, **values)

    def error(self, kind: Kind, **values: object) -> BulletinError:
        """The same, to be raised."""
        return BulletinError([self.problem(kind, **values)])

    def release(self, wanted: str | None, known: Sequence[str], live: str) -> str:
        """Which of the releases ``known``, newest first, is ``wanted``; by default, the one before that which is live.

        Raises ``BulletinError``, with those that there are, if it is none of them or could be several.
        """
        older = known[known.index(live) + 1 :] if live in known else ()
        found = [one for one in known if one.startswith(wanted)] if wanted else older[:1]
        if len(found) != 1:
            names = ", ".join((*known[:_LISTED], *(("…",) if known[_LISTED:] else ())))
            raise self.error(problems.NO_RELEASE, releases=names or "–", live=live or "–")
        return found[0]
