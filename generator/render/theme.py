"""Themes: which folders templates, static files and catalogues are looked for in, nearest first."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.bundled import bundled_themes
from generator.content.discover import read, told_path
from generator.content.files import LARGEST_TEXT
from generator.content.problems import files as file_problems
from generator.content.schema.values import Fields, Slug, Text
from generator.content.yamlfile import read_yaml
from generator.errors import Checked, Location
from generator.render import problems

_MANIFEST = "theme.yml"


class ThemeFields(Fields):
    """``theme.yml``."""

    name: Text
    description: Text = ""
    extends: Slug | None = None


class Layer(Struct, frozen=True):
    """One folder of a theme: the site's own, or the one that came with Bantin (``bundled``)."""

    theme: str
    folder: Path
    bundled: bool


class Theme(Struct, frozen=True):
    """A theme with all that it extends. ``digest`` tells whether any file of it has changed."""

    name: str
    layers: tuple[Layer, ...]
    digest: str

    def folders(self, name: str) -> list[Path]:
        """The folders called ``name`` of all layers, nearest first."""
        return [layer.folder / name for layer in self.layers]


def load_theme(root: Path, name: str, site_path: str) -> Checked[Theme]:
    """The theme ``name``: the site's own files in ``root/themes`` before those that came with Bantin.

    A missing theme is a problem of the file ``site_path`` that names it.
    """
    layers: list[Layer] = []
    chain = [name]
    while True:
        found = list(_layers(root, chain[-1]))
        if not found:
            at = Location(site_path) if len(chain) == 1 else Location(f"themes/{chain[-2]}/{_MANIFEST}")
            return Checked(None, (problems.NO_THEME.at(at, name=chain[-1], known=", ".join(_known(root))),))
        layers += found
        manifest = _manifest(root, found)
        if manifest.value is None:
            return Checked(None, manifest.problems)
        extends = manifest.value.extends
        if extends is None:
            return _theme(root, name, layers)
        chain.append(extends)
        if extends in chain[:-1]:
            at = Location(f"themes/{chain[-2]}/{_MANIFEST}")
            return Checked(None, (problems.THEME_CYCLE.at(at, chain=" → ".join(chain)),))


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder of a theme, in the same order on every machine; hidden ones are passed over."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def _layers(root: Path, name: str) -> Iterator[Layer]:
    own, bundled = root / "themes" / name, bundled_themes() / name
    if own.is_dir() and own.resolve() != bundled.resolve():
        yield Layer(name, own, bundled=False)
    if bundled.is_dir():
        yield Layer(name, bundled, bundled=True)


def _known(root: Path) -> list[str]:
    folders = [
        folder for parent in (root / "themes", bundled_themes()) if parent.is_dir() for folder in parent.iterdir()
    ]
    return sorted({folder.name for folder in folders if folder.is_dir()})


def _manifest(root: Path, layers: list[Layer]) -> Checked[ThemeFields]:
    """The first ``theme.yml`` of the layers; a folder that only overrides files of a bundled theme needs none."""
    folder = next((layer.folder for layer in layers if (layer.folder / _MANIFEST).exists()), layers[0].folder)
    path = told_path(folder / _MANIFEST, root)
    data = read(root, path, LARGEST_TEXT)
    if data.value is None:
        return Checked(None, data.problems)
    written = read_yaml(data.value, path, ThemeFields)
    return Checked(written.value.fields if written.value else None, written.problems)


def _theme(root: Path, name: str, layers: list[Layer]) -> Checked[Theme]:
    try:
        return Checked(Theme(name, tuple(layers), _digest(layers)))
    except OSError as error:
        at = Location(told_path(Path(error.filename), root))
        return Checked(None, (file_problems.UNREADABLE.at(at, reason=error.strerror or error),))


def _digest(layers: list[Layer]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for layer in layers:
        for path in files_in(layer.folder):
            data = path.read_bytes()
            digest.update(f"{layer.theme}/{path.relative_to(layer.folder).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()
