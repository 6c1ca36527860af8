"""The text of an agreement, provision by provision."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class ProvisionKind(StrEnum):
    """A level of the text of an agreement, from the outermost to the innermost.

    The levels are those of Vietnamese legal documents: *phần, chương, mục, tiểu mục, điều, khoản, điểm* (Decree
    34/2016/NĐ-CP, article 68, as amended). An annex (*phụ lục*) stands beside the parts and has provisions of its own.
    """

    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"


class Provision(Struct, frozen=True, array_like=True):
    """A provision with all provisions that it contains.

    ``number`` is as written, without its word and punctuation (``5``, ``5a``, ``IV``, ``đ``); ``anchor`` is its address
    within the text (``dieu-5-khoan-2-diem-dd``), which is unique and depends on nothing but the numbers on the way to
    it. ``heading`` is what stands beside or below the number of a part, chapter, section or article; ``paragraphs`` are
    the provision's own words, before its ``children``. ``line`` is the line of its number in the source file, 0 where
    it does not come from one. What is ``repealed`` keeps its place and number, but has no words. ``bare`` tells of a
    part or section whose number stands without its word, as in a text that has no articles (``I. MỤC ĐÍCH``).
    """

    kind: ProvisionKind
    number: str
    anchor: str
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    children: tuple["Provision", ...] = ()
    line: int = 0
    repealed: bool = False
    bare: bool = False

    def walk(self) -> Iterator["Provision"]:
        """The provision and all that it contains, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class AgreementText(Struct, frozen=True, array_like=True):
    """The full text of an agreement, each paragraph as plain text.

    ``preamble`` is what stands before the legal basis and the provisions, ``bases`` are the paragraphs of the legal
    basis (*Căn cứ …*), ``formula`` is what leads from there to the provisions (*Hai bên thống nhất …*). ``closing`` is
    what follows the last provision: the signatures. Annexes come after all other provisions, whatever stands first in
    the source: the signatures or they.
    """

    preamble: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    closing: tuple[str, ...] = ()
    formula: tuple[str, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """All provisions at every level, in the order of the text."""
        for provision in self.provisions:
            yield from provision.walk()
