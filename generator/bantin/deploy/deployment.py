"""The operations of the command: choosing a target, looking ahead, deploying, removing a preview, rolling back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import CONTENT
from bantin.content.files import SITE
from bantin.deploy import problems
from bantin.deploy.changes import Changes
from bantin.deploy.git_branch import GitBranch
from bantin.deploy.release import Release
from bantin.deploy.releases import Releases
from bantin.deploy.s3 import S3Store, connect
from bantin.deploy.target import ErrorReporter, Progress, Target
from bantin.deploy.transport import Local, Ssh
from bantin.domain.model import DeployTarget, TargetKind
from bantin.domain.problems import BulletinError, Location
from bantin.domain.text.previews import preview_path
from bantin.domain.text.suggestions import nearest


class DeployContext(Struct, frozen=True):
    """The surroundings of a deployment: the bulletin in ``root``, the time in UTC, and the ``environment``.

    ``remote_shell`` is the command that connects to hosts.
    """

    root: Path
    now: datetime
    environment: Mapping[str, str]
    remote_shell: Sequence[str] = ("ssh",)


def choose(targets: Iterable[DeployTarget], name: str) -> DeployTarget:
    """Returns the target called ``name``. Raises ``BulletinError`` if there is none."""
    known = {target.name: target for target in targets}
    if name in known:
        return known[name]
    if not known:
        raise BulletinError([problems.NO_TARGETS.at(Location(SITE))])
    near = nearest(name, known)
    others = ", ".join(dict.fromkeys((*((near,) if near else ()), *known)))
    raise BulletinError([problems.UNKNOWN_TARGET.at(Location(SITE), name=name, known=others)])


def preview_place(target: DeployTarget, preview_id: str) -> DeployTarget:
    """Returns the place of a preview beside the public site at ``target``. Raises ``BulletinError`` if it has none.

    Raises ``ValueError`` if ``preview_id`` is none.
    """
    path = preview_path(preview_id)
    if target.kind is TargetKind.S3:
        raise ErrorReporter(target).error(problems.NO_PREVIEWS)
    to = target.to if target.kind is TargetKind.BRANCH else f"{target.to.rstrip('/')}/{path.rstrip('/')}"
    return replace(target, to=to, keep=1, preview=preview_id)


def remove_preview(place: DeployTarget, context: DeployContext) -> bool:
    """Removes the preview at ``place``, and nothing else; whether there was one. Raises ``BulletinError``."""
    if not place.preview:
        raise ValueError(place.name)
    return _open_target(place, context).remove()


def preview(release: Release, target: DeployTarget, context: DeployContext, *, thorough: bool = False) -> Changes:
    """Returns what deploying ``release`` to ``target`` would change. Writes nothing. Raises ``BulletinError``.

    ``thorough``: files there are read even if their size and time have not changed.
    """
    return _open_target(target, context, release, thorough=thorough).changes(release)


def deploy(
    release: Release,
    target: DeployTarget,
    context: DeployContext,
    progress: Progress,
    *,
    allow_removals: bool,
    thorough: bool = False,
) -> Changes:
    """Makes ``release`` public at ``target`` and returns what that changed; ``thorough`` as in :func:`preview`.

    Raises ``BulletinError`` with what went wrong, or, unless ``allow_removals`` is set, when much would be removed;
    then the public site stays.
    """
    opened = _open_target(target, context, release, thorough=thorough)
    if not allow_removals:
        found = opened.changes(release)
        if found.removes_much:
            values = {"removed": len(found.removed), "there": found.there}
            raise ErrorReporter(target).error(problems.TOO_MANY_REMOVALS, **values)
    return opened.deploy(release, progress)


def roll_back(target: DeployTarget, context: DeployContext, release: str | None) -> str:
    """Makes an earlier release public again and returns its name. Raises ``BulletinError``."""
    return _open_target(target, context).roll_back(release)


def _open_target(
    target: DeployTarget, context: DeployContext, release: Release | None = None, *, thorough: bool = False
) -> Target:
    errors = ErrorReporter(target)
    if target.kind is TargetKind.FOLDER:
        folder = (context.root / target.to).absolute()
        _refuse_inside(folder, (context.root / CONTENT, *((release.folder,) if release else ())), errors)
        return Releases(errors, Local(folder), context.now, thorough=thorough)
    if target.kind is TargetKind.SSH:
        transport = Ssh(target.to, target.port, context.remote_shell)
        return Releases(errors, transport, context.now, thorough=thorough)
    if target.kind is TargetKind.BRANCH:
        return GitBranch(errors, context.root, context.environment)
    try:
        return S3Store(errors, connect(target.endpoint, target.region))
    except ImportError as error:
        raise errors.error(problems.NO_PROGRAM, program="boto3", how="pip install boto3") from error


def _refuse_inside(folder: Path, ours: Iterable[Path], errors: ErrorReporter) -> None:
    if any(folder.resolve().is_relative_to(one.resolve()) for one in ours):
        raise errors.error(problems.INSIDE_SITE)
