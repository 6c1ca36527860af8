"""How long ``bantin import`` takes: for a thousand saved pages, and for a scanned page that a machine reads."""

import re
import resource
import shutil
from pathlib import Path

from benchmarks.bantin import program
from benchmarks.corpus import write_files
from benchmarks.importing.pages import PICTURE, pages, picture
from benchmarks.importing.signings import bulletin
from benchmarks.measure import seconds
from tests.importing.readers.pdf.scans import scan

_PAGES = 1_000
_LINKS = "".join(f'<li><a href="/muc-{number}.html">Chuyên mục số {number}</a></li>' for number in range(200))
_AROUND = f"<script>{'var muc = 1; ' * 2_000}</script><div class='menu'><ul>{_LINKS}</ul></div>".encode()
"""What portals have around an article: some 40 kB of menus and scripts."""
_SCANNED = (
    "QUY CHẾ PHỐI HỢP", "Giữa Bộ Công an và Văn phòng Quốc hội", "Điều 1. Phạm vi điều chỉnh",
    *("1. Quy chế này quy định nguyên tắc, nội dung, phương thức phối hợp giữa hai cơ quan.",) * 24,
)  # fmt: skip


def thousand_pages(place: Path) -> str:
    """Imports a thousand pages of five portals from one folder; says the time on the clock and that of processors."""
    folder = place / "thousand"
    for one in pages(_PAGES // 5, seed=7):
        _write(folder / "cu" / one.name, re.sub(rb"(?i)(<body[^>]*>)", rb"\1" + _AROUND, one.data))
    _write(folder / "cu" / PICTURE, picture())
    took, worked = _timed(folder)
    return f"{_PAGES} saved pages: {took:.1f} s on the clock, {worked:.1f} s of processors"


def page_of_ocr(place: Path) -> str:
    """Imports a scanned page, if the programs that read one are there."""
    if not (shutil.which("tesseract") and shutil.which("pdftoppm")):
        return "a page of OCR: not measured without Tesseract and Poppler"
    folder = place / "scanned"
    _write(folder / "cu/quet.pdf", scan(_SCANNED))
    took, worked = _timed(folder)
    return f"a page of OCR: {took:.1f} s on the clock, {worked:.1f} s of processors"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _timed(folder: Path) -> tuple[float, float]:
    write_files(folder / "ban-tin", bulletin())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = seconds([program(), "import", str(folder / "cu"), "--into", str(folder / "ban-tin")])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
