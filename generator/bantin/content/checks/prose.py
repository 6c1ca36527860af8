"""VALIDATE: what an article tells in prose: its title, its lead and its text, each letter where it is in the file."""

import re

from msgspec import Struct

_TOLD_KEYS = ("title", "lead")
_NEXT_KEY = re.compile(r"\n(?![ \n])")
# Code, comments, notes, tables and the addresses of links say nothing of the agreement.
_UNTOLD = re.compile(
    r"^(```|~~~)[^\n]*\n(?s:.*?)(?:^\1|\Z)|^(?:\[\^|\||>)[^\n]*|`[^`\n]*`|<!--(?s:.*?)-->|\]\([^()\n]*\)", re.MULTILINE
)
_MARKUP = ("*", "_")
_LONGEST_SENTENCE = 400
# A full stop ends a sentence where a capital follows, but not in 'TP. Hồ Chí Minh'. A blank line, and the beginning of
# a heading or an item, end it as well.
_BOUNDARY = re.compile(
    r"[.!?…;\n](?:(?<!\n)(?<!TP.)(?<!Tp.)(?<!GS.)(?<!TS.)(?<!ThS.)[\"”»)]*\s+(?=[\"“«(]?[^\W\d_a-zà-ỹ])"
    r"|(?<=\n)[ \t]*(?:\n|(?:[-+•#]|[0-9]+[.)])\s))"
)


class ArticleProse(Struct, frozen=True):
    """What an article tells. ``prose`` is as long as its file: what tells nothing is blank there.

    Its title and its lead end at ``front_end``; ``opening_end`` is where the first paragraph of its text does.
    """

    prose: str
    front_end: int
    opening_end: int

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """What stands before ``start`` and behind ``end`` in the sentence that they are part of, with single spaces."""
        return self.before(start), self.behind(end)

    def before(self, start: int) -> str:
        """What stands before ``start`` in its sentence."""
        first = max(0, start - _LONGEST_SENTENCE)
        piece = self.prose[first:start]
        begin = 0
        for boundary in _BOUNDARY.finditer(piece):
            begin = boundary.end()
        return " ".join(piece[begin:].split())

    def behind(self, end: int) -> str:
        """What stands behind ``end`` in its sentence."""
        piece = self.prose[end : end + _LONGEST_SENTENCE]
        boundary = _BOUNDARY.search(piece)
        return " ".join((piece[: boundary.start()] if boundary else piece).split())

    def is_chief(self, start: int) -> bool:
        """Whether a place is in the title, the lead or the first paragraph, which tell of the agreement itself."""
        return start < self.opening_end


def tell(text: str, body_start: int) -> ArticleProse:
    """What the article tells whose file holds ``text``, of which the Markdown begins at ``body_start``."""
    opening_end = _opening_end(text, body_start)
    body = _UNTOLD.sub(lambda match: _blank(match[0]), text[body_start:])
    return ArticleProse(_unmarked(_told_in_front(text, body_start) + body), body_start, opening_end)


def tell_opening(text: str, body_start: int) -> ArticleProse:
    """The same of its title, its lead and its first paragraph only, in which most of what contradicts facts stands."""
    end = _opening_end(text, body_start)
    return ArticleProse(_unmarked(_told_in_front(text, body_start) + text[body_start:end]), body_start, end)


def _opening_end(text: str, body_start: int) -> int:
    at = body_start
    while text[at : at + 1].isspace():
        at += 1
    end = text.find("\n\n", at)
    return end if end >= 0 else len(text)


def _told_in_front(text: str, body_start: int) -> str:
    """The front matter, blank but for the title and the lead."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(_spans(text, body_start)):
        pieces += ["\n" * (start - done), text[start:end]]
        done = end
    return "".join([*pieces, "\n" * (body_start - done)])


def _unmarked(prose: str) -> str:
    for sign in _MARKUP:
        if sign in prose:
            prose = prose.replace(sign, " ")
    return prose


def _spans(text: str, front_end: int) -> list[tuple[int, int]]:
    """Where the values of the title and the lead stand."""
    spans = []
    for key in _TOLD_KEYS:
        at = text.find(f"\n{key}:", 0, front_end)
        if at >= 0:
            start = at + len(key) + 2
            end = _NEXT_KEY.search(text, start)
            spans.append((start, end.start() if end else front_end))
    return spans


def _blank(piece: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in piece)
