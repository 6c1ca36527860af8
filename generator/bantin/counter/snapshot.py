"""The snapshot: the figures as a file, which a web server gives to readers without asking the service."""

import os
import secrets
from pathlib import Path


def write_snapshot(file: Path, data: bytes) -> None:
    """Puts ``data`` into ``file``; whoever reads it finds the old figures or the new ones, always whole.

    Raises ``OSError``.
    """
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as written:
            written.write(data)
        # A web server runs as another user.
        draft.chmod(0o644)
        os.replace(draft, file)  # noqa: PTH105 - the same call, without a detour
    finally:
        draft.unlink(missing_ok=True)
