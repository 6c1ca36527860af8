"""The targets of ``site.yml``, for the commands that deploy: no page depends on them, so they are no part of a site."""

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
    """Where a bulletin is deployed to, and which hubs are told of it then."""

    targets: tuple[DeployTarget, ...]
    hubs: tuple[str, ...] = ()


def read_deployment(root: Path) -> Checked[Deployment]:
    """What the settings of the bulletin in ``root`` say of deploying it; no value when they cannot be read."""
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
