"""VALIDATE: the prose of an article: its title, its lead and its text, each character at its offset in the file."""

import re

from msgspec import Struct

_PROSE_KEYS = ("title", "lead")
_NEXT_KEY = re.compile(r"\n(?![ \n])")
# Code, comments, footnotes, quotations, tables and the addresses of links state nothing about the agreement.
_NOT_PROSE = re.compile(
    r"^(```|~~~)[^\n]*\n(?s:.*?)(?:^\1|\Z)|^(?:\[\^|\||>)[^\n]*|`[^`\n]*`|<!--(?s:.*?)-->|\]\([^()\n]*\)", re.MULTILINE
)
_EMPHASIS = ("*", "_")
_LONGEST_SENTENCE = 400
# A full stop ends a sentence where a capital follows, but not in 'TP. Hồ Chí Minh'. A blank line, and the beginning of
# a heading or an item, end it as well.
_BOUNDARY = re.compile(
    r"[.!?…;\n](?:(?<!\n)(?<!TP.)(?<!Tp.)(?<!GS.)(?<!TS.)(?<!ThS.)[\"”»)]*\s+(?=[\"“«(]?[^\W\d_a-zà-ỹ])"
    r"|(?<=\n)[ \t]*(?:\n|(?:[-+•#]|[0-9]+[.)])\s))"
)


class ArticleProse(Struct, frozen=True):
    """The prose of an article. ``text`` is as long as the file: everything else in it is blanked out.

    The front matter ends at ``front_end``, the first paragraph of the text at ``opening_end``.
    """

    text: str
    front_end: int
    opening_end: int

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """The parts of a sentence before ``start`` and after ``end``, with single spaces."""
        return self.before(start), self.behind(end)

    def before(self, start: int) -> str:
        """The part before ``start`` of the sentence around it, with single spaces."""
        first = max(0, start - _LONGEST_SENTENCE)
        piece = self.text[first:start]
        begin = 0
        for boundary in _BOUNDARY.finditer(piece):
            begin = boundary.end()
        return " ".join(piece[begin:].split())

    def behind(self, end: int) -> str:
        """The part after ``end`` of the sentence around it, with single spaces."""
        piece = self.text[end : end + _LONGEST_SENTENCE]
        boundary = _BOUNDARY.search(piece)
        return " ".join((piece[: boundary.start()] if boundary else piece).split())

    def is_chief(self, start: int) -> bool:
        """Whether an offset is in the title, the lead or the first paragraph, which are about the agreement itself."""
        return start < self.opening_end


def read_prose(text: str, body_start: int) -> ArticleProse:
    """Reads the prose of an article; ``text`` is its whole file, whose Markdown begins at ``body_start``."""
    opening_end = _opening_end(text, body_start)
    body = _NOT_PROSE.sub(lambda match: _blank(match[0]), text[body_start:])
    return ArticleProse(_without_emphasis(_front_prose(text, body_start) + body), body_start, opening_end)


def read_opening(text: str, body_start: int) -> ArticleProse:
    """Reads only the title, the lead and the first paragraph, where most contradictions occur."""
    end = _opening_end(text, body_start)
    return ArticleProse(_without_emphasis(_front_prose(text, body_start) + text[body_start:end]), body_start, end)


def _opening_end(text: str, body_start: int) -> int:
    at = body_start
    while text[at : at + 1].isspace():
        at += 1
    end = text.find("\n\n", at)
    return end if end >= 0 else len(text)


def _front_prose(text: str, body_start: int) -> str:
    """The front matter, with everything blanked out except the title and the lead."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(_spans(text, body_start)):
        pieces += ["\n" * (start - done), text[start:end]]
        done = end
    return "".join([*pieces, "\n" * (body_start - done)])


def _without_emphasis(prose: str) -> str:
    for sign in _EMPHASIS:
        if sign in prose:
            prose = prose.replace(sign, " ")
    return prose


def _spans(text: str, front_end: int) -> list[tuple[int, int]]:
    """The spans of the values of the title and the lead."""
    spans = []
    for key in _PROSE_KEYS:
        at = text.find(f"\n{key}:", 0, front_end)
        if at >= 0:
            start = at + len(key) + 2
            end = _NEXT_KEY.search(text, start)
            spans.append((start, end.start() if end else front_end))
    return spans


def _blank(piece: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in piece)
