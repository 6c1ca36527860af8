"""Loads a theme with the themes that it extends, from a bulletin and from Bantin."""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from bantin.content.discover import display_path, is_hidden, read, status_within, walk
from bantin.content.files import LARGEST_TEXT
from bantin.content.problems import files as file_problems
from bantin.content.schema.values import Fields, Slug, Text
from bantin.content.yaml.file import read_yaml
from bantin.domain.problems import Checked, Location, Problem
from bantin.render import problems
from bantin.render.theme import Layer, Theme
from bantin.runtime.bundled import bundled_themes

_MANIFEST = "theme.yml"


class ThemeFields(Fields):
    """The fields of ``theme.yml``."""

    name: Text
    description: Text = ""
    extends: Slug | None = None


def load_theme(root: Path, name: str, site_path: str, added: Sequence[Layer] = ()) -> Checked[Theme]:
    """Loads the theme ``name``: files in ``root/themes`` override those bundled with Bantin.

    The layers ``added`` by plugins come last. A missing theme is a problem of the file ``site_path``, which names it.
    """
    closed = _closed(root / "themes", root)
    if closed:
        return Checked(None, (closed,))
    last = _all_with_files(added, root)
    if last.value is None:
        return Checked(None, last.problems)
    layers: list[Layer] = []
    chain = [name]
    while True:
        found = list(_layers(root, chain[-1]))
        if not found:
            at = Location(site_path) if len(chain) == 1 else Location(f"themes/{chain[-2]}/{_MANIFEST}")
            return Checked(None, (problems.NO_THEME.at(at, name=chain[-1], known=", ".join(_known(root))),))
        read = _all_with_files(found, root)
        if read.value is None:
            return Checked(None, read.problems)
        layers += read.value
        manifest = _manifest(root, read.value)
        if manifest.value is None:
            return Checked(None, manifest.problems)
        extends = manifest.value.extends
        if extends is None:
            return _theme(root, name, [*layers, *last.value])
        chain.append(extends)
        if extends in chain[:-1]:
            at = Location(f"themes/{chain[-2]}/{_MANIFEST}")
            return Checked(None, (problems.THEME_CYCLE.at(at, chain=" → ".join(chain)),))


def _layers(root: Path, name: str) -> Iterator[Layer]:
    own, bundled = root / "themes" / name, bundled_themes() / name
    if own.is_dir() and own.resolve() != bundled.resolve():
        yield Layer(name, own, bundled=False)
    if bundled.is_dir():
        yield Layer(name, bundled, bundled=True)


def _all_with_files(layers: Sequence[Layer], root: Path) -> Checked[list[Layer]]:
    checked = [_with_files(layer, root) for layer in layers]
    found = tuple(problem for one in checked for problem in one.problems)
    return Checked(None, found) if found else Checked([one.value for one in checked if one.value])


def _with_files(layer: Layer, root: Path) -> Checked[Layer]:
    """``layer`` with its files, in the same order on every machine; hidden ones are skipped.

    Nothing outside the bulletin's own themes is ever read: links that leave them are problems, as are unreadable
    folders and anything that is not a regular file.
    """
    closed = None if layer.bundled else _closed(layer.folder, root)
    if closed:
        return Checked(None, (closed,))
    met: list[Problem] = []
    # Bundled themes may be links: some installers put links in place of files.
    themes = os.path.realpath("/" if layer.bundled else layer.folder.parent)
    files = []
    for path, entry in walk(str(layer.folder), display_path(layer.folder, root), is_hidden, met):
        try:
            status = status_within(entry, themes)
        except OSError as error:
            met.append(file_problems.UNREADABLE.at(Location(path), reason=error.strerror or error))
            continue
        if status is None:
            met.append(problems.THEME_LEAVES.at(Location(path)))
        elif not stat.S_ISREG(status.st_mode):
            met.append(problems.NO_FILE.at(Location(path)))
        else:
            files.append(Path(entry.path).relative_to(layer.folder).as_posix())
    return Checked(None, tuple(met)) if met else Checked(replace(layer, files=tuple(sorted(files))))


def _closed(folder: Path, root: Path) -> Problem | None:
    """The problem of a folder that must not or cannot be read: it is a symbolic link, or access is denied."""
    at = Location(display_path(folder, root))
    if folder.is_symlink():
        return file_problems.LINKED_FOLDER.at(at)
    try:
        os.stat(f"{folder}/.")  # noqa: PTH116 - a path would lose the dot, which asks to look into the folder
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return file_problems.UNREADABLE.at(at, reason=error.strerror or error)
    return None


def _known(root: Path) -> list[str]:
    folders = [
        folder for parent in (root / "themes", bundled_themes()) if parent.is_dir() for folder in parent.iterdir()
    ]
    return sorted({folder.name for folder in folders if folder.is_dir()})


def _manifest(root: Path, layers: list[Layer]) -> Checked[ThemeFields]:
    """The first ``theme.yml`` of the layers; a folder that only overrides files of a bundled theme needs none."""
    folder = next((layer.folder for layer in layers if _MANIFEST in layer.files), layers[0].folder)
    path = display_path(folder / _MANIFEST, root)
    data = read(root, path, LARGEST_TEXT)
    if data.value is None:
        return Checked(None, data.problems)
    written = read_yaml(data.value, path, ThemeFields)
    return Checked(written.value.fields if written.value else None, written.problems)


def _theme(root: Path, name: str, layers: list[Layer]) -> Checked[Theme]:
    try:
        return Checked(Theme(name, tuple(layers), _digest(layers)))
    except OSError as error:
        at = Location(display_path(Path(error.filename), root))
        return Checked(None, (file_problems.UNREADABLE.at(at, reason=error.strerror or error),))


def _digest(layers: list[Layer]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for layer in layers:
        for path in layer.files:
            data = (layer.folder / path).read_bytes()
            digest.update(f"{layer.theme}/{path}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()
