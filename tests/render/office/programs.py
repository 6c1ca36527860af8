"""Programs that read office files: LibreOffice, and the libraries that Bantin does not write with."""

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from bantin.render.office.workbook import write_workbook
from bantin.site.views import SheetCell, SheetView, WorkbookView
from tests.conftest import missing

# Separator, quotes, UTF-8, from the first line; cells as they are shown, formulas as values, every sheet as a file.
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


def office() -> str:
    """LibreOffice; a test without it is skipped."""
    return shutil.which("soffice") or missing("LibreOffice")


def converted(data: bytes, name: str, to: str, folder: Path) -> dict[str, bytes]:
    """The files that LibreOffice makes of the file ``name``, by their names."""
    (folder / name).write_bytes(data)
    made = folder / "made"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office(), profile, "--headless", "--convert-to", to, "--outdir", str(made), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = {path.name: path.read_bytes() for path in made.iterdir()}
    assert found, "LibreOffice made nothing of it"
    return found


def as_read_by_libreoffice(data: bytes, folder: Path) -> dict[str, list[list[str]]]:
    """The rows of each sheet, as texts."""
    files = converted(data, "x.xlsx", _CSV, folder)
    return {
        name.removeprefix("x-").removesuffix(".csv"): list(csv.reader(io.StringIO(text.decode(), newline="")))
        for name, text in files.items()
    }


def as_read_by_calamine(data: bytes) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}


def as_read_by_openpyxl(data: bytes) -> Any:
    """The workbook; its types allow for charts in place of sheets, and for formulas in cells."""
    return load_workbook(io.BytesIO(data))


def decoded(text: str) -> str:
    """A text with its escaped characters (ECMA-376, part 1, 22.9.2.19), which openpyxl leaves as they are."""
    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)


def workbook(*rows: tuple[SheetCell, ...], **changes: object) -> bytes:
    """A workbook of a single sheet with ``rows``."""
    width = max((len(row) for row in rows), default=1)
    sheet = SheetView(**{"name": "S", "widths": (20,) * width, "rows": rows, **changes})  # type: ignore[arg-type]
    return write_workbook(WorkbookView(url="x.xlsx", title="T", author="A", lang="vi", sheets=(sheet,)))
