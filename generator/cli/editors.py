"""``bantin editors``."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import click

from generator.cli.bulletin import read_bulletin, unsound
from generator.cli.options import root_argument
from generator.pages.editors import BUNDLES, Bundle
from generator.scaffold import WrongSum, unpack

_PATIENCE = 300


@click.command("editors")
@root_argument
def editors_command(root: Path) -> None:
    """Fetch what the editors' desk of the bulletin in ROOT runs on, once; commit the files with the bulletin.

    They are taken from npm's packages by npm itself, and their sums are checked.
    """
    _, settings = read_bulletin(root)
    if settings.site is None:
        raise unsound(root)
    npm = shutil.which("npm")
    if npm is None:
        raise click.UsageError("npm fetches the files, and it is not on this machine: install Node.js.")
    folder = root / "themes" / settings.site.theme / "static"
    with tempfile.TemporaryDirectory(prefix="bantin-") as temporary:
        packages = cache(lambda name, version: _pack(npm, name, version, Path(temporary)))
        files = [(one, _unpacked(one, packages(one.package, one.version))) for one in BUNDLES]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for bundle, data in files:
            (folder / bundle.name).write_bytes(data)
            click.echo(folder / bundle.name)
    except OSError as error:
        raise click.UsageError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _pack(npm: str, name: str, version: str, folder: Path) -> bytes:
    """The package as npm's registry has it."""
    place = folder / name.replace("/", "+")
    place.mkdir(exist_ok=True)
    command = [npm, "pack", f"{name}@{version}", "--silent", "--pack-destination", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False, text=True)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise click.UsageError(f"npm could not fetch {name} {version}: {error}") from error
    found = next(iter(place.glob("*.tgz")), None)
    if done.returncode or found is None:
        told = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        raise click.UsageError(f"npm could not fetch {name} {version}: {told[0]}")
    return found.read_bytes()


def _unpacked(bundle: Bundle, package: bytes) -> bytes:
    try:
        return unpack(bundle, package)
    except WrongSum as error:
        raise click.UsageError(
            f"What npm fetched as {bundle.package} {bundle.version} is not that package; nothing was written."
        ) from error
