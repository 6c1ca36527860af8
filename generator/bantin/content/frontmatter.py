"""PARSE: splits a Markdown file into its front matter and its text."""

import re

from msgspec import Struct

from bantin.content.problems import frontmatter as problems
from bantin.content.yaml.keys import is_key, is_key_itself
from bantin.domain.problems import Checked, Location, Problem

_FENCE = "---"
_OPENING = re.compile(r"^---[ \t]*$", re.MULTILINE)
# Includes the line end before it, since searching for a literal is faster than for ``^``.
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)
# Word processors' replacements of three hyphens, typing errors, and the end of front matter in other programs.
_NEARLY = r"(?:[-–—―−_=~*]{2,}|[–—―−]|\.{3}|…|-(?: -)+|[-–—―−] [-–—―−])"
_NEARLY_FENCE = re.compile(rf"\n(?!---[ \t]*\n)({_NEARLY})[ \t]*(?=\n|\Z)")
# A cheap test first: few front matters have a line that begins with the first character of any of these.
_NO_KEY = re.compile(r"\n[-–—―−_=~*.…]")
_NEARLY_OPENING = re.compile(rf"[ \t\xa0]*({_NEARLY})[ \t\xa0]*(?=\n|\Z)")
_KEY = re.compile(r"([^\W\d_][\w -]{0,39}?)[ \xa0]*[:\uff1a=]")
_LATER = re.compile(r"^---[ \t]*\n(?:#[^\n]*\n)*([a-z_]+):", re.MULTILINE)
# Words after a blank line that are neither indented nor an item of a list.
_TEXT = re.compile(r"\n\n(?=[\w“(\[!<>*])[^\n]*")


class FrontMatter(Struct, frozen=True):
    """The YAML and the Markdown of a file, and the numbers of the lines on which they begin."""

    yaml: str
    yaml_line: int
    markdown: str
    markdown_line: int


def split(text: str, path: str) -> Checked[FrontMatter]:
    """Splits a file: a line ``---``, YAML, a line ``---``, Markdown. Blank lines may come first."""
    opening = _OPENING.match(text, len(text) - len(text.lstrip()))
    if opening is None:
        return Checked(None, (_no_opening(text, path),))
    closing = _CLOSING.search(text, opening.end())
    end = closing.start() + 1 if closing else len(text)
    yaml = text[opening.end() + 1 : end]
    problem = _no_closing(text, opening, end, path)
    if closing is None or problem:
        return Checked(None, (problem or _unclosed(text, opening, path),))
    first_line = _line_at(text, opening.start())
    closing_line = _line_at(text, end)
    again = _LATER.search(text, closing.end() + 1) if text.rfind("\n---", closing.end()) >= 0 else None
    if again and is_key_itself(again[1]):
        at = Location(path, _line_at(text, again.start()), 1, len(_FENCE))
        return Checked(None, (problems.SECOND_FRONT_MATTER.at(at, line=first_line),))
    return Checked(FrontMatter(yaml, first_line + 1, text[closing.end() + 1 :], closing_line + 1))


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _no_opening(text: str, path: str) -> Problem:
    """Reports anything else in the place of the front matter."""
    begin = len(text) - len(text.lstrip())
    begin = text.rfind("\n", 0, begin) + 1
    line, _, _ = text[begin:].partition("\n")
    at = Location(path, _line_at(text, begin), 1, max(1, len(line.rstrip())))
    nearly = _NEARLY_OPENING.match(text, begin)
    if nearly:
        return problems.NO_FENCE.at(at, mended_line=_FENCE)
    key = _KEY.match(line)
    if key and is_key(key[1]):
        return problems.KEYS_WITHOUT_FENCE.at(at)
    later = _LATER.search(text, begin)
    if later and is_key_itself(later[1]):
        return problems.TEXT_BEFORE.at(at, line=_line_at(text, later.start()))
    return problems.NO_FRONT_MATTER.at(Location(path, 1, 1))


def _no_closing(text: str, opening: re.Match[str], end: int, path: str) -> Problem | None:
    """Reports a probable end of the front matter before the line ``---`` at ``end``, or the end of the file."""
    begin = opening.end()
    nearly = _NEARLY_FENCE.search(text, begin, end) if _NO_KEY.search(text, begin, end) else None
    if nearly:
        at = Location(path, _line_at(text, nearly.start(1)), 1, len(nearly[1]))
        return problems.NO_CLOSING_FENCE.at(at, mended_line=_FENCE)
    if text.find("\n\n", begin, end) < 0:
        return None
    words = next((found for found in _TEXT.finditer(text, begin, end) if not _is_key_line(found[0])), None)
    if words is None:
        return None
    line = words[0].lstrip()
    at = Location(path, _line_at(text, words.end() - len(line)), 1, max(1, len(line)))
    return problems.TEXT_IN_FRONT_MATTER.at(at, line=_line_at(text, opening.start()))


def _is_key_line(found: str) -> bool:
    line = found.lstrip()
    return re.match(r"[^\s:][^:\n]{0,40}:", line) is not None


def _unclosed(text: str, opening: re.Match[str], path: str) -> Problem:
    at = Location(path, _line_at(text, opening.start()), 1, len(_FENCE))
    return problems.UNCLOSED_FRONT_MATTER.at(at)
