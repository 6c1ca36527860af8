"""What comes with the program beside its code."""

from pathlib import Path


def bundled_themes() -> Path:
    """The folder of the themes that come with Bantin: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parents[1] / "themes"
