"""Writing the files that an editor begins with."""

from pathlib import Path

import click


def write_file(path: Path, text: str) -> None:
    """Writes a new file and the folders above it; what stands in the way ends the command as wrong use."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{path} cannot be written: {error.strerror or error}.") from error
