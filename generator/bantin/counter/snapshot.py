"""The snapshot: the figures in a file, which a web server can deliver without the service."""

import os
import secrets
from pathlib import Path


def write_snapshot(file: Path, data: bytes) -> None:
    """Writes ``data`` to ``file`` atomically: readers find the old or the new figures. Raises ``OSError``."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as written:
            written.write(data)
        # Readable for the web server, which runs as another user.
        draft.chmod(0o644)
        os.replace(draft, file)  # noqa: PTH105 - the same call, without a detour
    finally:
        draft.unlink(missing_ok=True)
