"""The recognised text of a scanned PDF, in a file beside it: ``x.pdf.txt`` for ``x.pdf``.

People may read and correct it. Its first line names the program and the PDF. Before each page there is a line with its
number and its confidence, or the statement that a person has corrected the page::

    Do máy đọc · tesseract 5.3.0 · vie · SHA-256 9f86d081884c7d65…
    === trang 1 · độ tin cậy 91%
    === trang 2 · đã sửa
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from bantin.content.problems import documents as problems
from bantin.domain.problems import Checked, Location, Problem

SUFFIX = ".txt"
_PDF = ".pdf"
_HEAD = "Do máy đọc"
_RULE = "==="
_ADVICE = "Sửa xong trang nào, hãy thay “độ tin cậy …%” ở đầu trang đó bằng “đã sửa”."
_EXAMPLE = f"{_HEAD} · tesseract 5.3.0 · vie · SHA-256 …"


class SidecarPage(Struct, frozen=True):
    """The lines of a page.

    ``confidence`` is that of the text recognition in percent, ``None`` if a person has corrected the page. A tab
    separates words in adjacent columns.
    """

    number: int
    lines: tuple[str, ...]
    confidence: int | None


class Sidecar(Struct, frozen=True):
    """The text that ``program`` recognised, in ``language``, on some pages of the PDF with this SHA-256."""

    program: str
    language: str
    sha256: str
    pages: tuple[SidecarPage, ...]

    @property
    def confidence(self) -> int | None:
        """The mean confidence in percent, by the length of the pages; ``None`` if people have corrected all."""
        weighed = [(sum(map(len, page.lines)), page.confidence) for page in self.pages if page.confidence is not None]
        total = sum(length for length, _ in weighed)
        if not weighed:
            return None
        return sum(length * confidence for length, confidence in weighed) // total if total else 0


def is_sidecar(path: str) -> bool:
    """Tells the text files of scanned PDFs (sidecars) by their names: ``quy-che.pdf`` has ``quy-che.pdf.txt``."""
    return path.lower().endswith(_PDF + SUFFIX)


def pdf_of(path: str) -> str:
    """The path of the PDF that the sidecar at ``path`` belongs to."""
    return path[: -len(SUFFIX)]


def write_sidecar(sidecar: Sidecar) -> str:
    """Writes ``sidecar`` as text. Parsing it gives the same value, except for blank lines around pages."""
    said = (_HEAD, _plain(sidecar.program), _plain(sidecar.language), f"SHA-256 {sidecar.sha256}")
    lines = [" · ".join(said), _ADVICE]
    for page in sidecar.pages:
        sure = "đã sửa" if page.confidence is None else f"độ tin cậy {page.confidence}%"
        lines += ["", f"{_RULE} trang {page.number} · {sure}", *map(_indented, page.lines)]
    return "\n".join(lines) + "\n"


def _plain(name: str) -> str:
    return " ".join(name.replace("·", " ").split())


def _indented(line: str) -> str:
    """Escapes a line of a page that looks like the beginning of one."""
    return f" {line}" if line.startswith(_RULE) else line


def read_sidecar(text: str, path: str) -> Checked[Sidecar]:
    """Parses the ``text`` of the sidecar at ``path``, in NFC; there is no value if it is malformed."""
    first, *rest = text.split("\n")
    head = _head_form().fullmatch(first.strip())
    if head is None:
        return Checked(None, (problems.SIDECAR_HEAD.at(Location(path, 1), example=_EXAMPLE),))
    wrong = tuple(_check_pages(rest, path))
    pages = () if wrong else tuple(_pages(rest))
    return Checked(None if wrong else Sidecar(head["program"], head["language"], head["sha256"], pages), wrong)


def _check_pages(lines: Iterable[str], path: str) -> Iterator[Problem]:
    last = 0
    for number, line in enumerate(lines, start=2):
        if line.startswith(_RULE):
            page = _page_form().fullmatch(line.strip())
            if page is None or int(page["number"]) <= last:
                yield problems.SIDECAR_PAGE.at(Location(path, number, 1, len(line)), line=line)
            else:
                last = int(page["number"])


def _pages(lines: Iterable[str]) -> Iterator[SidecarPage]:
    """The pages of ``lines``, whose page headings are known to be valid."""
    page: re.Match[str] | None = None
    words: list[str] = []
    for line in lines:
        begun = _page_form().fullmatch(line.strip()) if line.startswith(_RULE) else None
        if begun is None:
            words.append(line)
            continue
        if page:
            yield _page(page, words)
        page, words = begun, []
    if page:
        yield _page(page, words)


def _page(begun: re.Match[str], words: Iterable[str]) -> SidecarPage:
    lines = tuple(line.rstrip(" ") for line in words if line.strip())
    return SidecarPage(int(begun["number"]), lines, int(begun["percent"]) if begun["percent"] else None)


@cache
def _head_form() -> re.Pattern[str]:
    return re.compile(
        rf"{_HEAD} · (?P<program>[^·]+) · (?P<language>[^·]+) · SHA-256 (?P<sha256>[0-9a-f]{{64}})", re.IGNORECASE
    )


@cache
def _page_form() -> re.Pattern[str]:
    sure = r"độ tin cậy (?P<percent>[0-9]|[1-9][0-9]|100)\s?%|đã sửa"
    return re.compile(rf"{_RULE}\s*trang (?P<number>[1-9][0-9]{{0,3}}) · (?:{sure})", re.IGNORECASE)
