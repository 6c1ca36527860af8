"""Writing files into a bulletin."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from bantin.cli.words import Bilingual, WrongUse
from bantin.runtime.drafts import write_draft

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


def write_files(root: Path, files: Mapping[Path, bytes]) -> None:
    """Writes all of ``files`` into the bulletin in ``root``, or none of them, in their order.

    Each file is written under a temporary name and then moved into place, so none is ever incomplete. Raises
    ``WrongUse`` if that fails, after undoing all moves.
    """
    undo: list[Callable[[], object]] = []
    drafts: dict[Path, Path] = {}
    path = root
    try:
        for path, data in files.items():
            require_inside(path, root)
            target = Path(os.path.realpath(path))
            target.parent.mkdir(parents=True, exist_ok=True)
            drafts[path] = write_draft(target, data)
        for path, draft in drafts.items():
            target = Path(os.path.realpath(path))
            undo.append(partial(target.write_bytes, target.read_bytes()) if target.exists() else target.unlink)
            os.replace(draft, target)  # noqa: PTH105
    except (OSError, WrongUse) as error:
        for put_back in reversed(undo):
            with suppress(OSError):
                put_back()
        raise error if isinstance(error, WrongUse) else WrongUse(CANNOT_WRITE, path=path, reason=error) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
