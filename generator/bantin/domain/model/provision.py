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
    within the text (``dieu-5-khoan-2-diem-dd``), which is unique and depends only on its number and those of the
    provisions around it. ``heading`` is the text beside or below the number of a part, chapter, section or article;
    ``paragraphs`` are the provision's own words, before its ``children``. ``line`` is the line of its number in the
    source file, 0 if it does not come from one. A ``repealed`` provision keeps its place and number, but has no words.
    ``bare`` is true for a part or section whose number has no word before it, as in texts without articles (``I. MỤC
    ĐÍCH``).
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
        """The provision and all provisions that it contains, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class AgreementText(Struct, frozen=True, array_like=True):
    """The full text of an agreement, each paragraph as plain text.

    ``preamble`` comes before the legal basis and the provisions, ``bases`` are the paragraphs of the legal basis (*Căn
    cứ …*), ``formula`` connects these with the provisions (*Hai bên thống nhất …*). ``closing`` are the signatures
    after the last provision. Annexes come after all other provisions, even if the signatures come first in the source.
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
