"""Writing files into a bulletin."""

import os
from pathlib import Path

from bantin.cli.words import Bilingual, WrongUse

CANNOT_WRITE = Bilingual("Không ghi được {path}: {reason}.", "{path} cannot be written: {reason}.")


_OUTSIDE = Bilingual(
    "{path}: ở đây có liên kết tượng trưng dẫn ra ngoài bản tin; hãy xóa liên kết đó.",
    "{path}: a symbolic link leads out of the bulletin here; remove it.",
)


def require_inside(path: Path, root: Path) -> None:
    """Raises ``WrongUse`` if a symbolic link on ``path`` leads out of the bulletin in ``root``."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise WrongUse(_OUTSIDE, path=path)


def write_file(path: Path, text: str, root: Path) -> None:
    """Writes a file of the bulletin in ``root``, and creates its folders. Raises ``WrongUse`` if that fails."""
    require_inside(path, root)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongUse(CANNOT_WRITE, path=path, reason=error) from error
