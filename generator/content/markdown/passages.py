"""Passages: what of a text is certainly plain: paragraphs, headings and lists of words, in bold at most.

They are most of most articles, and to find no markup in one takes Python-Markdown twenty times as long as it takes here
to write its HTML. So they are taken out before the rest is converted and cleaned, each leaving a paragraph of one word
in its place, and their HTML is put back where that paragraph comes out. What is not certain stays in the rest.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.content.markdown.elements import fit_levels
from generator.content.prose import find_control
from generator.model import Heading

_LETTERS = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Signs that are nothing but themselves, in Markdown and in HTML, unless they begin a line.
_SIGNS = r""" .,;:?!…()"'“”‘’%°²³/+=–—-"""
# Between a space and a letter, two asterisks can only open; behind a letter, with none to follow, only close.
_BOLD = rf"(?<![^\n ])\*\*(?=[{_LETTERS}0-9])[{_LETTERS}0-9{_SIGNS}]++(?<=[{_LETTERS}0-9])\*\*(?![{_LETTERS}0-9*])"
_WORDS = rf"(?:[{_LETTERS}0-9{_SIGNS}]++|{_BOLD})++(?<! )"
# Such a line can begin nothing but a paragraph, nor end one before it. (A number with a full stop begins a list.)
_LINE = rf"""(?=[{_LETTERS}0-9("“‘–—…*])(?![0-9]+\.){_WORDS}"""
_END = r"(?=\n\n|\n?\Z)"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+{_END}"
# Another list behind it would continue the list, and an indented paragraph would belong to it.
_LIST = rf"[-*] {_LINE}(?:\n[-*] {_LINE})*+(?=\n\n+[#{_LETTERS}]|\n*\Z)"
_HEADING = rf"#{{1,6}} (?! ){_WORDS}"
_BLOCK = rf"(?:{_PARAGRAPH}|{_HEADING}(?:{_END}|\n(?:{_PARAGRAPH}|{_LIST})))"
# No passage begins with a list, since that might continue one in the rest.
_PASSAGE = re.compile(rf"\n\n({_BLOCK}(?:\n\n+(?:{_BLOCK}|{_LIST}))*+)")
# Raw HTML may hold paragraphs that look plain; and the words that footnotes are put in the place of begin like this.
_DOUBTFUL = re.compile(r"<|///")


class Doubt(Exception):
    """What looked plain may not be: the text has to be converted as a whole."""


@dataclass(frozen=True)
class Passages:
    """A text without its plain passages: the ``rest`` of it, and the HTML and the headings of what was taken out."""

    rest: str
    html: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    mark: str = ""

    def put_back(self, clean: str, headings: Collection[Heading], anchors: Collection[str]) -> str:
        """The HTML of the whole text, given the ``clean`` HTML of the rest, with its ``headings`` and ``anchors``.

        Raises ``Doubt`` where a passage was no paragraph to Markdown, as in a block of code; where the level or the
        anchor of a heading depends on the rest; and where Python-Markdown, tangled in asterisks, lets a mark of its own
        through with a number that depends on all the bold words before it.
        """
        if not self.html:
            return clean
        if self.headings and (headings or not self._anchors.isdisjoint(anchors)):
            raise Doubt
        if find_control(clean):
            raise Doubt
        first, *others = clean.split(f"<p>{self.mark}p")
        if len(others) != len(self.html):
            raise Doubt
        return first + "".join(map(_instead, others, range(len(others)), self.html))

    @property
    def _anchors(self) -> frozenset[str]:
        return frozenset(heading.anchor for heading in self.headings)


def take_out(text: str, mark: str, anchor: Callable[[str], str]) -> Passages:
    """What is plain in ``text``, apart from the rest of it.

    ``mark`` is a word of letters and figures that the text does not hold; ``anchor`` makes one of a heading's words.
    """
    if _DOUBTFUL.search(text):
        return Passages(text)
    passages: list[list[str]] = []

    def stand_in(found: re.Match[str]) -> str:
        passages.append(list(_pieces(found[1])))
        return f"\n\n{mark}p{len(passages) - 1}"

    rest = _PASSAGE.sub(stand_in, f"\n\n{text}").removeprefix("\n\n")
    written = (piece for pieces in passages for piece in pieces if piece.startswith("#"))
    headings = tuple(_headings(written, anchor))
    left = iter(headings)
    html = tuple("\n".join(_html(piece, left) for piece in pieces) for pieces in passages)
    return Passages(rest, html, headings, mark)


def _instead(behind: str, number: int, html: str) -> str:
    """``html`` in the place of the rest of the paragraph with its number; ``behind`` begins with that rest."""
    rest = f"{number}</p>"
    if not behind.startswith(rest):
        raise Doubt
    return html + behind.removeprefix(rest)


def _pieces(passage: str) -> Iterator[str]:
    """The headings, paragraphs and lists of a passage. A heading needs no empty line below it."""
    for block in passage.split("\n\n"):
        piece = block.lstrip("\n")
        if piece.startswith("#"):
            heading, _, piece = piece.partition("\n")
            yield heading
        if piece:
            yield piece


def _headings(pieces: Iterable[str], anchor: Callable[[str], str]) -> Iterator[Heading]:
    parts = [piece.partition(" ") for piece in pieces]
    times = Counter[str]()
    for level, (_, _, words) in zip(fit_levels(len(marks) for marks, _, _ in parts), parts, strict=True):
        text = " ".join(words.replace("**", "").split())
        slug = anchor(text)
        # No slug has an underscore, so no other heading can have come by this anchor.
        yield Heading(level, f"{slug}_{times[slug]}" if times[slug] else slug, text)
        times[slug] += 1


def _html(piece: str, headings: Iterator[Heading]) -> str:
    """The HTML of a piece; if it is a heading, it is the next of ``headings``."""
    if piece.startswith("#"):
        heading = next(headings)
        return f'<h{heading.level} id="{heading.anchor}">{_bold(piece.partition(" ")[2])}</h{heading.level}>'
    if piece.startswith(("- ", "* ")):
        items = "".join(f"<li>{_bold(line[2:])}</li>\n" for line in piece.split("\n"))
        return f"<ul>\n{items}</ul>"
    return f"<p>{_bold(piece)}</p>"


def _bold(words: str) -> str:
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", words) if "*" in words else words
