"""The interface of deploy targets, and their errors."""

from collections.abc import Callable, Sequence
from typing import Protocol

from bantin.content.files import SITE
from bantin.deploy import problems
from bantin.deploy.changes import Changes
from bantin.deploy.release import Release
from bantin.domain.model import DeployTarget
from bantin.domain.problems import BulletinError, Kind, Location, Problem

Progress = Callable[[int, int], None]
"""Called with the number of files sent so far and the total."""

_LISTED = 50


class Target(Protocol):
    """A deploy target. If a method raises, the public site is as it was, except in an S3 store."""

    def changes(self, release: Release) -> Changes:
        """Returns what deploying ``release`` would change. Writes nothing. Raises ``BulletinError``."""
        ...

    def deploy(self, release: Release, progress: Progress) -> Changes:
        """Makes ``release`` public and returns what that changed.

        Raises ``BulletinError``, also while another deployment is running.
        """
        ...

    def roll_back(self, release: str | None) -> str:
        """Makes an earlier ``release`` public again, by default the one before, and returns its name.

        A release may be given by an unambiguous prefix of its name. Naming the one that is public changes nothing.
        Raises ``BulletinError``.
        """
        ...

    def remove(self) -> bool:
        """Removes the preview that this is the place of; whether there was one. Raises ``BulletinError``.

        Called for places of previews only.
        """
        ...


class ErrorReporter:
    """Builds problems and errors about a target."""

    def __init__(self, target: DeployTarget) -> None:
        self.target = target

    def problem(self, kind: Kind, **values: object) -> Problem:
        """Returns a problem located at the target's entry in ``site.yml``."""
        at = self.target.place.within(SITE)
        return kind.at(Location(at.path, at.line, at.column), name=self.target.name, **values)

    def error(self, kind: Kind, **values: object) -> BulletinError:
        """Returns the same as an exception."""
        return BulletinError([self.problem(kind, **values)])

    def release(self, wanted: str | None, known: Sequence[str], live: str) -> str:
        """Finds the ``wanted`` one among the releases ``known``, newest first; by default, the one before ``live``.

        Raises ``BulletinError``, which lists the releases, if none or several of them match.
        """
        older = known[known.index(live) + 1 :] if live in known else ()
        found = [one for one in known if one.startswith(wanted)] if wanted else older[:1]
        if len(found) != 1:
            names = ", ".join((*known[:_LISTED], *(("…",) if known[_LISTED:] else ())))
            raise self.error(problems.NO_RELEASE, releases=names or "–", live=live or "–")
        return found[0]
