"""Passages: plain blocks in a row.

They are most of most articles, and to find no markup in one takes Python-Markdown twenty times as long as it takes here
to write its HTML. So they are taken out before the rest is converted and cleaned, each leaving a paragraph of one word
in its place, and their HTML is put back where that paragraph comes out. What is not certain stays in the rest.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import dropwhile

from msgspec import Struct

from bantin.content.checks.text import find_control
from bantin.content.markdown.fast.blocks import FOOTNOTES, Block, recognise, stands_alone, write
from bantin.content.markdown.fast.inline import Note, are_words, to_text
from bantin.content.markdown.footnotes import are_in_order, write_footnotes
from bantin.content.markdown.headings import anchor_of, fit_levels
from bantin.domain.model import Heading
from bantin.domain.problems import Language

# What the words that footnotes are put in the place of begin with.
_PLACE_OF_FOOTNOTES = "///"


class NotPlain(Exception):
    """What looked plain may not be: the text has to be converted as a whole."""


class PlainPassages(Struct, frozen=True):
    """A text taken apart: the HTML and the headings of its plain passages, and what is ``left`` around each."""

    left: tuple[str, ...]
    html: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    footnotes: int = 0

    @property
    def is_all(self) -> bool:
        """Whether there is nothing else in the text."""
        return len(self.html) == 1 and not any(left.strip("\n") for left in self.left)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of the headings, of the footnotes, and of what refers to those."""
        notes = range(1, self.footnotes + 1)
        footnotes = (f"{place}:{number}" for place in ("fn", "fnref") for number in notes)
        return frozenset((*(heading.anchor for heading in self.headings), *footnotes))

    def rest(self, mark: str) -> str:
        """What is left, with a paragraph in the place of each passage; the text must not hold the word ``mark``."""
        first, *others = self.left
        behind = (f"\n\n{mark}p{number}\n\n{other}" for number, other in enumerate(others))
        return first + "".join(behind)

    def put_back(self, clean: str, mark: str, headings: Collection[Heading], anchors: Collection[str]) -> str:
        """The HTML of the whole text, given the ``clean`` HTML of the rest, with its ``headings`` and ``anchors``.

        Raises ``NotPlain`` where a passage was no paragraph to Markdown, as in a block of code; where the level or the
        anchor of a heading depends on the rest; and where Python-Markdown, tangled in asterisks, lets a mark of its own
        through with a number that depends on all the bold words before it.
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
        return first + "".join(map(_instead, others, range(len(others)), self.html))


def take_out(text: str, language: Language, note: Note) -> PlainPassages:
    """What is plain in ``text``, apart from the rest of it; ``note`` takes the addresses of links."""
    # Raw HTML may hold paragraphs that look plain.
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
            html.append("\n".join(write(block, ahead, note) for block in passage if block.kind != FOOTNOTES))
    if footnotes:
        html[-1] += "\n" + write_footnotes(footnotes, language, note)
    if len(left) == len(html):
        left.append("")
    return PlainPassages(tuple(left), tuple(html), headings, len(footnotes))


def _blocks(text: str) -> list[Block | str]:
    """The plain blocks of a text, and what is not certainly plain as it is."""
    texts = text.rstrip("\n").split("\n\n")
    perhaps = [recognise(one.lstrip("\n")) or one for one in texts]
    if not are_words(text):
        perhaps = [block if are_words(one) else one for block, one in zip(perhaps, texts, strict=True)]
    blocks = _alone(perhaps, texts)
    if not _may_have_footnotes(text) or _end_with_footnotes(blocks, text):
        return blocks
    return _alone([one if "[^" in one else block for block, one in zip(perhaps, texts, strict=True)], texts)


def _alone(blocks: list[Block | str], texts: list[str]) -> list[Block | str]:
    """Those of ``blocks`` that stand alone, in the place of their ``texts``."""
    # Empty lines at the beginning are no neighbour.
    first = blocks[0] or None
    neighbours = zip([None, first, *blocks[1:]], blocks, [*blocks[1:], None], texts, strict=False)
    return [
        block if not isinstance(block, str) and stands_alone(block, before, behind) else text
        for before, block, behind, text in neighbours
    ]


def _may_have_footnotes(text: str) -> bool:
    # One letter is sought much faster than two.
    return "^" in text and "[^" in text


def _end_with_footnotes(blocks: list[Block | str], text: str) -> bool:
    """Whether all ``blocks`` are plain, with all footnotes of the ``text`` in their order at the end."""
    plain = [block for block in blocks if not isinstance(block, str)]
    end = list(dropwhile(lambda block: block.kind != FOOTNOTES, plain))
    if plain != blocks or any(block.kind != FOOTNOTES or block.headings for block in end):
        return False
    return are_in_order(_footnotes(end), text)


def _footnotes(blocks: Iterable[Block]) -> list[str]:
    """The lines of the footnotes that ``blocks`` define."""
    return [line for block in blocks if block.kind == FOOTNOTES for line in block.words.splitlines()]


def _runs(blocks: list[Block | str]) -> Iterator[tuple[list[str], list[Block]]]:
    """What is left before each passage, and the blocks of the passage; behind the last passage, what is left alone."""
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
        # No slug has an underscore, so no other heading can have come by this anchor.
        yield Heading(level, f"{slug}_{earlier}" if earlier else slug, text)
        times[slug] = earlier + 1


def _instead(behind: str, number: int, html: str) -> str:
    """``html`` in the place of the rest of the paragraph with its number; ``behind`` begins with that rest."""
    rest = f"{number}</p>"
    if not behind.startswith(rest):
        raise NotPlain
    return html + behind.removeprefix(rest)
