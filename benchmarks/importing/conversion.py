"""Word files in the formats of other word processors, converted by LibreOffice."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from benchmarks.importing.facts import Source


def has_office() -> bool:
    """Whether LibreOffice is there."""
    return shutil.which("soffice") is not None


def converted(documents: Sequence[Source], form: str) -> Iterator[Source]:
    """Yields the documents in another format: ``odt``, ``doc``, ``rtf`` or ``pdf``."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for one in documents:
            (place / one.name).write_bytes(one.data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        files = [str(place / one.name) for one in documents]
        command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", str(place / form), *files]
        subprocess.run(command, check=True, capture_output=True)
        for one in documents:
            path = (place / form / one.name).with_suffix(f".{form}")
            yield replace(one, kind=form, name=path.name, data=path.read_bytes())
