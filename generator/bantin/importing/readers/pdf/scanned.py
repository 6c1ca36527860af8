"""Scanned pages that a machine has read: as part of the material of their PDF, and as the sidecar beside it."""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from bantin.content.documents.sidecar import Sidecar, SidecarPage
from bantin.importing.material import Block, Material, Notice, NoticeKind
from bantin.importing.readers.pdf.columns import page_blocks
from bantin.importing.readers.pdf.ocr import LANGUAGE, PageText


def with_scanned(material: Material, pages: Iterable[PageText]) -> Material:
    """The ``material`` of a PDF with what was read on its scanned ``pages``, all in the order of the pages.

    In the place of the notice that a page has no text, there is one with the confidence (``91%``), or with the reason
    why it could not be read.
    """
    read = {page.number: page for page in pages}
    scanned = (block for page in read.values() for block in page_blocks(page.number, page.lines))
    blocks = sorted((*material.blocks, *scanned), key=_page_of)
    return replace(material, blocks=tuple(blocks), notices=tuple(_noted(one, read) for one in material.notices))


def _page_of(block: Block) -> int:
    return block.place.number


def _noted(notice: Notice, read: dict[int, PageText]) -> Notice:
    page = read.get(notice.place.number) if notice.kind is NoticeKind.NO_TEXT else None
    if page and page.refusal:
        return Notice(NoticeKind.UNREADABLE, page.refusal, notice.place)
    return Notice(NoticeKind.READ_BY_MACHINE, f"{page.confidence}%", notice.place) if page and page.lines else notice


def sidecar_of(pdf: bytes, program: str, pages: Sequence[PageText]) -> Sidecar:
    """What ``program`` has read on ``pages`` of the file ``pdf``; pages on which it found no words are left out."""
    read = (SidecarPage(page.number, page.lines, page.confidence) for page in pages if page.lines)
    return Sidecar(program, LANGUAGE, hashlib.sha256(pdf).hexdigest(), tuple(read))
