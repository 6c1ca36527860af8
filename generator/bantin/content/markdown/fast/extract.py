"""Plain passages: runs of plain blocks, converted without Python-Markdown.

Most articles consist mainly of them, and Python-Markdown takes twenty times as long to find no markup in one as it
takes here to write its HTML. So they are extracted before the rest is converted and cleaned, each leaving a paragraph
of one word as a placeholder, which is replaced by their HTML afterwards. Anything uncertain stays in the rest.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import dropwhile

from msgspec import Struct

from bantin.content.checks.text import find_control
from bantin.content.markdown.fast.blocks import FOOTNOTES, Block, recognise, stands_alone, write
from bantin.content.markdown.fast.inline import AddressWriter, are_words, to_text
from bantin.content.markdown.footnotes import are_in_order, write_footnotes
from bantin.content.markdown.headings import anchor_of, fit_levels
from bantin.domain.model import Heading
from bantin.domain.problems import Language

# Marks the place of footnotes in Python-Markdown.
_PLACE_OF_FOOTNOTES = "///"


class NotPlain(Exception):
    """A passage may not be plain after all: the text has to be converted as a whole."""


class PlainPassages(Struct, frozen=True):
    """The HTML and the headings of the plain passages of a text, and the text ``left`` before and after each."""

    left: tuple[str, ...]
    html: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    footnotes: int = 0

    @property
    def is_all(self) -> bool:
        """Whether the whole text is one plain passage."""
        return len(self.html) == 1 and not any(left.strip("\n") for left in self.left)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of the headings, of the footnotes and of the references to them."""
        notes = range(1, self.footnotes + 1)
        footnotes = (f"{place}:{number}" for place in ("fn", "fnref") for number in notes)
        return frozenset((*(heading.anchor for heading in self.headings), *footnotes))

    def rest(self, mark: str) -> str:
        """The text with a placeholder for each passage; it must not contain the word ``mark``."""
        first, *others = self.left
        behind = (f"\n\n{mark}p{number}\n\n{other}" for number, other in enumerate(others))
        return first + "".join(behind)

    def put_back(self, clean: str, mark: str, headings: Collection[Heading], anchors: Collection[str]) -> str:
        """The HTML of the whole text, given the ``clean`` HTML of the rest, with its ``headings`` and ``anchors``.

        Raises ``NotPlain`` if a placeholder did not become a paragraph, as in a block of code; if the level or
        the anchor of a heading depends on the rest; and if Python-Markdown, confused by asterisks, left a placeholder
        of its own in the HTML, whose number depends on the bold words before it.
        """
        if not self.html:
            return clean
        if self.headings and (headings or not self.anchors.isdisjoint(anchors)):
            raise NotPlain
        if find_control(clean):
            raise NotPlain
        first, *others = clean.split(f"<p>{mark}p")
        if len(others) != len(self.html):
            raise NotPlain
        return first + "".join(map(_with_html, others, range(len(others)), self.html))


def extract(text: str, language: Language, write_address: AddressWriter) -> PlainPassages:
    """Separates the plain passages of ``text`` from the rest; ``write_address`` is called for each link."""
    # Raw HTML may contain paragraphs that look plain.
    if "<" in text or (_may_have_footnotes(text) and _PLACE_OF_FOOTNOTES in text):
        return PlainPassages((text,))
    blocks = _blocks(text)
    plain = [block for block in blocks if not isinstance(block, str)]
    headings = tuple(_headings(plain, language))
    footnotes = _footnotes(plain)
    ahead = iter(headings)
    left: list[str] = []
    html: list[str] = []
    for before, passage in _runs(blocks):
        left.append("\n\n".join(before))
        if passage:
            html.append("\n".join(write(block, ahead, write_address) for block in passage if block.kind != FOOTNOTES))
    if footnotes:
        html[-1] += "\n" + write_footnotes(footnotes, language, write_address)
    if len(left) == len(html):
        left.append("")
    return PlainPassages(tuple(left), tuple(html), headings, len(footnotes))


def _blocks(text: str) -> list[Block | str]:
    """The blocks of a text: parsed if they are certainly plain, else as text."""
    texts = text.rstrip("\n").split("\n\n")
    perhaps = [recognise(one.lstrip("\n")) or one for one in texts]
    if not are_words(text):
        perhaps = [block if are_words(one) else one for block, one in zip(perhaps, texts, strict=True)]
    blocks = _alone(perhaps, texts)
    if not _may_have_footnotes(text) or _end_with_footnotes(blocks, text):
        return blocks
    return _alone([one if "[^" in one else block for block, one in zip(perhaps, texts, strict=True)], texts)


def _alone(blocks: list[Block | str], texts: list[str]) -> list[Block | str]:
    """``blocks``, with those that may merge with their neighbours as text again."""
    # Blank lines at the beginning are no neighbour.
    first = blocks[0] or None
    neighbours = zip([None, first, *blocks[1:]], blocks, [*blocks[1:], None], texts, strict=False)
    return [
        block if not isinstance(block, str) and stands_alone(block, before, behind) else text
        for before, block, behind, text in neighbours
    ]


def _may_have_footnotes(text: str) -> bool:
    # Searching for one character is much faster than for two.
    return "^" in text and "[^" in text


def _end_with_footnotes(blocks: list[Block | str], text: str) -> bool:
    """Whether all ``blocks`` are plain, with all footnotes of ``text`` in order at the end."""
    plain = [block for block in blocks if not isinstance(block, str)]
    end = list(dropwhile(lambda block: block.kind != FOOTNOTES, plain))
    if plain != blocks or any(block.kind != FOOTNOTES or block.headings for block in end):
        return False
    return are_in_order(_footnotes(end), text)


def _footnotes(blocks: Iterable[Block]) -> list[str]:
    """The lines of the footnotes that ``blocks`` define."""
    return [line for block in blocks if block.kind == FOOTNOTES for line in block.words.splitlines()]


def _runs(blocks: list[Block | str]) -> Iterator[tuple[list[str], list[Block]]]:
    """The text before each passage, with the blocks of the passage; last, the text after it, without blocks."""
    left: list[str] = []
    passage: list[Block] = []
    for block in blocks:
        if not isinstance(block, str):
            passage.append(block)
            continue
        if passage:
            yield left, passage
            left, passage = [], []
        left.append(block)
    yield left, passage


def _headings(blocks: Iterable[Block], language: Language) -> Iterator[Heading]:
    parts = [line.partition(" ") for block in blocks for line in block.headings]
    times: dict[str, int] = {}
    for level, (_, _, words) in zip(fit_levels(len(marks) for marks, _, _ in parts), parts, strict=True):
        text = to_text(words)
        slug = anchor_of(text, language)
        earlier = times.get(slug, 0)
        # No slug has an underscore, so no other heading can have this anchor.
        yield Heading(level, f"{slug}_{earlier}" if earlier else slug, text)
        times[slug] = earlier + 1


def _with_html(behind: str, number: int, html: str) -> str:
    """Replaces the end of the placeholder with this ``number``, with which ``behind`` begins, by ``html``."""
    rest = f"{number}</p>"
    if not behind.startswith(rest):
        raise NotPlain
    return html + behind.removeprefix(rest)
