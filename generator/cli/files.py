"""Writing the files that an editor begins with."""

from pathlib import Path

from generator.cli.words import Bilingual, WrongUse

CANNOT_WRITE = Bilingual("Không ghi được {path}: {reason}.", "{path} cannot be written: {reason}.")


def write_file(path: Path, text: str) -> None:
    """Writes a new file and the folders above it; what stands in the way ends the command as wrong use."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongUse(CANNOT_WRITE, path=path, reason=error) from error
