"""The configuration files for web servers. They are published with the site, so that they always match it."""

from collections.abc import Iterable, Iterator

from bantin.index import Bulletin
from bantin.output.serving.caddy import caddy
from bantin.output.serving.needs import Needs, needs_of
from bantin.output.serving.nginx import nginx
from bantin.output.serving.rules import FOLDER, FOR_EVER, HEADERS
from bantin.render import Artifact

_NGINX, _CADDY = f"{FOLDER}nginx.conf", f"{FOLDER}caddy.conf"
SERVING = (_NGINX, _CADDY, HEADERS)
"""The paths of the configuration files."""


def serving_files(bulletin: Bulletin, moved: Iterable[tuple[str, str]]) -> Iterator[Artifact]:
    """Writes the configuration files for the site of ``bulletin``; ``moved`` are former and present addresses."""
    needs = needs_of(bulletin, moved)
    yield Artifact(_NGINX, nginx(needs).encode())
    yield Artifact(_CADDY, caddy(needs).encode())
    yield Artifact(HEADERS, _headers(needs).encode())


def _headers(needs: Needs) -> str:
    # By default, such hosts make browsers revalidate everything, so only immutable files need a rule.
    lines = [f"{needs.base}*", *(f"  {name}: {value}" for name, value in needs.headers)]
    for area in needs.areas:
        # Removed first: otherwise such hosts would send both values.
        taken = [f"  ! {name}" for name, _ in area.headers]
        lines += [f"{area.path}*", *taken, *(f"  {name}: {value}" for name, value in area.headers)]
    for folder in needs.lasting_folders:
        lines += [f"{folder}*", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"
