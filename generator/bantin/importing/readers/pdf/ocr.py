"""Reads scanned pages by OCR: Poppler draws them, Tesseract reads them, each in a process with limited time and memory.

Both are programs of the machine, which the packages :data:`PACKAGES` of Debian install. A build never runs them.
"""

import io
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median

from msgspec import Struct
from PIL import Image

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.pdf.columns import Piece, Row, lines_of
from bantin.importing.readers.programs import run_program
from bantin.runtime.confined.process import Limits

PACKAGES = ("poppler-utils", "tesseract-ocr", "tesseract-ocr-vie")
"""The packages of Debian with the programs that OCR takes."""
LANGUAGE = "vie"

_PROGRAMS = ("pdfinfo", "pdftoppm", "tesseract")
_DPI, _POINTS = 300, 72
_LONGEST_SIDE = 5_000
"""The most pixels along a page, which is 42 cm at 300 dpi: A3. Larger pages are drawn coarser."""
# Tesseract's own threads slow it down: on two cores, a page takes 2 s with one thread and 6 s with four.
_TESSERACT = ("env", "OMP_THREAD_LIMIT=1", "tesseract")
# Tesseract finds the blocks of a page itself. Told that there is a single column (4), it gets lines askew out of order;
# told that there is a single block (6), it reads specks as words.
_LAYOUT = "3"
# The level of words in the table that Tesseract writes.
_WORD = "5\t"
# Of a page that lies on its side or upside down, Tesseract is about 50% sure; of others, more than 80%.
_UPRIGHT = 70
# A wide gap between words, in heights of a line.
_GAP = 1.5
# Letters and digits; a circumflex by itself (ˆ) is a letter to Unicode, but none of Vietnamese.
_LETTERS = frozenset(("Lu", "Ll", "Nd"))
# Other signs alone, or these if the machine is less sure of them, are what it sees in seals, stamps and specks of dust.
_SIGNS, _SURE = frozenset("-–—+*•&%/()[]:;,.…“”\"'"), 60


LIMITS = Limits()
"""The limits of each process for one page."""


class PageText(Struct, frozen=True):
    """What was read on a page: its lines, with a tab between columns, and the mean confidence in percent.

    ``refusal`` is the reason why it could not be read, if it could not.
    """

    number: int
    lines: tuple[str, ...] = ()
    confidence: int = 0
    refusal: Refusal | None = None


class _Image(Struct, frozen=True):
    """A greyscale image (PGM) and its resolution in dots per inch."""

    data: bytes
    dpi: int


class Word(Struct, frozen=True):
    """A word that Tesseract has read: its ``line``, its box in pixels and its confidence in percent."""

    line: tuple[str, ...]
    left: int
    right: int
    height: int
    confidence: float
    text: str


def find_program() -> str:
    """The name and version of the program that reads (``tesseract 5.3.0``).

    Raises ``Unreadable`` if a program or its data for Vietnamese is missing; its detail are the packages to install.
    """
    missing = Unreadable(Refusal.TOOL_MISSING, " ".join(PACKAGES))
    if not all(map(shutil.which, _PROGRAMS)):
        raise missing
    try:
        languages, version = (
            run_program(("tesseract", option), LIMITS).decode() for option in ("--list-langs", "--version")
        )
    except Unreadable as error:
        raise missing from error
    if LANGUAGE not in languages.split():
        raise missing
    return version.partition("\n")[0].strip()


def ocr_pdf(path: Path, pages: Iterable[int], limits: Limits = LIMITS) -> Iterator[PageText]:
    """Yields what is read on these ``pages`` of the PDF at ``path``, which are counted from 1.

    Raises ``Unreadable`` if the programs are missing. A page that cannot be drawn, or takes more than ``limits``, is
    yielded with the reason.
    """
    find_program()
    for number in pages:
        try:
            yield _read_upright(number, _draw(path.absolute(), number, limits), limits)
        except Unreadable as error:
            yield PageText(number, refusal=error.refusal)


def _read_upright(number: int, image: _Image, limits: Limits) -> PageText:
    read = _read(number, image, limits)
    if not read.lines or read.confidence >= _UPRIGHT:
        return read
    return max(read, _read(number, _upright(image, limits), limits), key=lambda one: one.confidence)


def _read(number: int, image: _Image, limits: Limits) -> PageText:
    command = (*_TESSERACT, "-", "-", "-l", LANGUAGE, "--psm", _LAYOUT, "--dpi", f"{image.dpi}", "tsv")
    return page_text(number, run_program(command, limits, image.data).decode(errors="replace"))


def _upright(image: _Image, limits: Limits) -> _Image:
    """``image`` as people hold it: a sheet may have been scanned upside down. As it is if Tesseract cannot tell."""
    try:
        said = run_program((*_TESSERACT, "-", "-", "--psm", "0", "--dpi", f"{image.dpi}"), limits, image.data).decode()
    except Unreadable:
        return image
    found = re.search(r"^Rotate: (90|180|270)$", said, re.MULTILINE)
    if found is None:
        return image
    out = io.BytesIO()
    Image.open(io.BytesIO(image.data)).rotate(-int(found[1]), expand=True).save(out, "PPM")
    return _Image(out.getvalue(), image.dpi)


def _draw(path: Path, number: int, limits: Limits) -> _Image:
    """Draws a page in shades of grey."""
    one_page = ("-f", str(number), "-l", str(number))
    size = _size().search(run_program(("pdfinfo", *one_page, str(path)), limits).decode(errors="replace"))
    if size is None:
        raise Unreadable(Refusal.DAMAGED, path.name)
    longest = max(float(size[1]), float(size[2]), 1.0) / _POINTS
    pixels = max(1, min(_LONGEST_SIDE, round(longest * _DPI)))
    data = run_program(("pdftoppm", *one_page, "-gray", "-scale-to", str(pixels), str(path)), limits)
    return _Image(data, max(1, round(pixels / longest)))


@cache
def _size() -> re.Pattern[str]:
    return re.compile(r"^Page +\d+ size: +([0-9.]+) x ([0-9.]+) pts", re.MULTILINE)


def page_text(number: int, table: str) -> PageText:
    """What stands on the page ``number``, from the ``table`` of words that Tesseract writes (TSV)."""
    words = [word for word in _words(table) if _is_written(word)]
    if not words:
        return PageText(number)
    height = median(word.height for word in words)
    lines = groupby(words, key=lambda word: word.line)
    rows = [_row(tuple(line), _GAP * height) for _, line in lines]
    letters = sum(len(word.text) for word in words)
    confidence = sum(len(word.text) * word.confidence for word in words) / letters
    return PageText(number, tuple(lines_of(rows)), round(confidence))


def _is_written(word: Word) -> bool:
    letters = any(unicodedata.category(letter) in _LETTERS for letter in word.text)
    return letters or (word.confidence >= _SURE and _SIGNS.issuperset(word.text))


def _words(table: str) -> Iterator[Word]:
    """The words of ``table``; the columns are: level, page, block, paragraph, line, word, box, confidence, text."""
    for line in table.split("\n"):
        if line.startswith(_WORD):
            _, _, *place, _, left, _, width, height, confidence, text = line.split("\t")
            start, words = int(left), unicodedata.normalize("NFC", text.strip())
            if words:
                yield Word(tuple(place), start, start + int(width), int(height), float(confidence), words)


def _row(words: Sequence[Word], gap: float) -> Row:
    """The words of a line in pieces, which wide gaps separate."""
    pieces = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > gap:
            pieces.append([])
        pieces[-1].append(word)
    return tuple(Piece(one[0].left, one[-1].right, " ".join(word.text for word in one)) for one in pieces)
