"""Themes: the folders in which templates, static files and catalogues are looked up, nearest first."""

from pathlib import Path

from msgspec import Struct


class Layer(Struct, frozen=True):
    """One folder of a theme: in the bulletin, or ``bundled`` with Bantin or a plugin.

    ``files`` are its files, as sorted paths within it; nothing else in the folder is ever read.
    """

    theme: str
    folder: Path
    bundled: bool
    files: tuple[str, ...] = ()

    def within(self, name: str) -> dict[str, Path]:
        """The files in its folder ``name``, by their paths there."""
        inside = (file for file in self.files if file.startswith(f"{name}/"))
        return {file.removeprefix(f"{name}/"): self.folder / file for file in inside}


class Theme(Struct, frozen=True):
    """A theme with the themes that it extends. ``digest`` changes if any of their files changes."""

    name: str
    layers: tuple[Layer, ...]
    digest: str

    def within(self, name: str) -> dict[str, Path]:
        """The files in the folders ``name`` of all layers, by their paths there; files of nearer layers win."""
        return {path: file for layer in reversed(self.layers) for path, file in layer.within(name).items()}
