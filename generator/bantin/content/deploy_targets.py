"""Reads the deploy targets in ``site.yml``. No page depends on them, so they are not part of :class:`Site`."""

from pathlib import Path

from msgspec import Struct

from bantin.content.discover import read
from bantin.content.files import LARGEST_TEXT, SITE
from bantin.content.schema.site import SiteFields
from bantin.content.schema.target import TargetFields
from bantin.content.yaml.file import read_yaml
from bantin.content.yaml.parser import locate
from bantin.domain.model import DeployTarget, Position
from bantin.domain.problems import Checked


class Deployment(Struct, frozen=True):
    """The targets that a bulletin is deployed to, and the WebSub hubs that are notified then."""

    targets: tuple[DeployTarget, ...]
    hubs: tuple[str, ...] = ()


def read_deployment(root: Path) -> Checked[Deployment]:
    """Reads the deploy settings of the bulletin in ``root``; there is no value if they cannot be read."""
    data = read(root, SITE, LARGEST_TEXT)
    if data.value is None:
        return Checked(None, data.problems)
    written = read_yaml(data.value, SITE, SiteFields)
    if written.value is None:
        return Checked(None, written.problems)
    fields, tree = written.value.fields, written.value.tree
    found = (_target(name, one, locate(tree, ("deploy", name))) for name, one in fields.deploy.items())
    return Checked(Deployment(tuple(found), fields.hubs), written.problems)


def _target(name: str, fields: TargetFields, place: Position) -> DeployTarget:
    return DeployTarget(
        name=name,
        kind=fields.kind,
        to=fields.to,
        place=place,
        keep=fields.keep,
        precompress=fields.precompress,
        port=fields.port,
        endpoint=fields.endpoint,
        region=fields.region,
        branch=fields.branch,
    )
