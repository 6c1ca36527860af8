"""From a target's name to what is done there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from bantin.content.discover import CONTENT
from bantin.content.files import SITE
from bantin.deploy import problems
from bantin.deploy.changes import Changes
from bantin.deploy.git_branch import GitBranch
from bantin.deploy.release import Release
from bantin.deploy.releases import Releases
from bantin.deploy.s3 import S3Store, connect
from bantin.deploy.target import ErrorReporter, Sent, Target
from bantin.deploy.transport import Local, Ssh
from bantin.domain.model import DeployTarget, TargetKind
from bantin.domain.problems import BulletinError, Location
from bantin.domain.text.suggestions import nearest


class DeployContext(Struct, frozen=True):
    """What a deployment finds around it: the bulletin in ``root``, the time in UTC, and the ``environment``.

    ``remote_shell`` is the command that reaches hosts.
    """

    root: Path
    now: datetime
    environment: Mapping[str, str]
    remote_shell: Sequence[str] = ("ssh",)


def choose(targets: Iterable[DeployTarget], name: str) -> DeployTarget:
    """The target called ``name``. Raises ``BulletinError`` if there is none."""
    known = {target.name: target for target in targets}
    if name in known:
        return known[name]
    if not known:
        raise BulletinError([problems.NO_TARGETS.at(Location(SITE))])
    near = nearest(name, known)
    others = ", ".join(dict.fromkeys((*((near,) if near else ()), *known)))
    raise BulletinError([problems.UNKNOWN_TARGET.at(Location(SITE), name=name, known=others)])


def preview(parcel: Release, target: DeployTarget, around: DeployContext, *, thorough: bool = False) -> Changes:
    """What deploying ``parcel`` to ``target`` would change. Nothing is written. Raises ``BulletinError``.

    ``thorough``: files there are read even if size and time say that they are as they were left.
    """
    return _place(target, around, parcel, thorough=thorough).changes(parcel)


def deploy(
    parcel: Release,
    target: DeployTarget,
    around: DeployContext,
    sent: Sent,
    *,
    allow_removals: bool,
    thorough: bool = False,
) -> Changes:
    """Makes ``parcel`` public at ``target``, ``thorough`` as in :func:`preview`; what that changed.

    Raises ``BulletinError`` with what went wrong, or, unless it is to ``allow_removals``, when much would be removed;
    then what is public stays.
    """
    place = _place(target, around, parcel, thorough=thorough)
    if not allow_removals:
        found = place.changes(parcel)
        if found.removes_much:
            values = {"removed": len(found.removed), "there": found.there}
            raise ErrorReporter(target).error(problems.TOO_MANY_REMOVALS, **values)
    return place.deploy(parcel, sent)


def roll_back(target: DeployTarget, around: DeployContext, release: str | None) -> str:
    """Makes an earlier release public again; its name. Raises ``BulletinError``."""
    return _place(target, around).roll_back(release)


def _place(
    target: DeployTarget, around: DeployContext, parcel: Release | None = None, *, thorough: bool = False
) -> Target:
    telling = ErrorReporter(target)
    if target.kind is TargetKind.FOLDER:
        folder = (around.root / target.to).absolute()
        _refuse_inside(folder, (around.root / CONTENT, *((parcel.folder,) if parcel else ())), telling)
        return Releases(telling, Local(folder), around.now, thorough=thorough)
    if target.kind is TargetKind.SSH:
        reach = Ssh(target.to, target.port, around.remote_shell)
        return Releases(telling, reach, around.now, thorough=thorough)
    if target.kind is TargetKind.BRANCH:
        return GitBranch(telling, around.root, around.environment)
    try:
        return S3Store(telling, connect(target.endpoint, target.region))
    except ImportError as error:
        raise telling.error(problems.NO_PROGRAM, program="boto3", how="pip install boto3") from error


def _refuse_inside(folder: Path, ours: Iterable[Path], telling: ErrorReporter) -> None:
    if any(folder.resolve().is_relative_to(one.resolve()) for one in ours):
        raise telling.error(problems.INSIDE_SITE)
