"""The files that tell web servers of a site. They go where the site goes, so that they always speak of this one."""

from collections.abc import Iterator

from bantin.index import Bulletin
from bantin.output.serving.caddy import caddy
from bantin.output.serving.needs import Needs, needs_of
from bantin.output.serving.nginx import nginx
from bantin.output.serving.rules import FOLDER, FOR_EVER, HEADERS
from bantin.render import Artifact


def serving_files(bulletin: Bulletin) -> Iterator[Artifact]:
    """What servers are told of the site of ``bulletin``."""
    needs = needs_of(bulletin)
    yield Artifact(f"{FOLDER}nginx.conf", nginx(needs).encode())
    yield Artifact(f"{FOLDER}caddy.conf", caddy(needs).encode())
    yield Artifact(HEADERS, _headers(needs).encode())


def _headers(needs: Needs) -> str:
    # Such hosts have browsers ask for everything each time, unless they are told otherwise.
    lines = [f"{needs.base}*", *(f"  {name}: {value}" for name, value in needs.headers)]
    for area in needs.areas:
        # Taken off first: such hosts would send both.
        taken = [f"  ! {name}" for name, _ in area.headers]
        lines += [f"{area.path}*", *taken, *(f"  {name}: {value}" for name, value in area.headers)]
    for folder in needs.lasting_folders:
        lines += [f"{folder}*", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"
