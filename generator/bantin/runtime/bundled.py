"""Data files that are shipped with the program."""

from pathlib import Path


def bundled_themes() -> Path:
    """The folder of the bundled themes: in the installed package, or at the root of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parents[1] / "themes"
