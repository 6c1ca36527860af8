"""PARSE: a Markdown file as its front matter and its text."""

import re

from msgspec import Struct

from generator.content.problems import files as problems
from generator.errors import Checked, Location

_OPENING = re.compile(r"^---[ \t]*$", re.MULTILINE)
# With the line end before it, to which a search leaps; for the beginning of a line it would try every place.
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)


class FrontMatter(Struct, frozen=True):
    """The YAML and the Markdown of a file, and the lines of the file at which they begin."""

    yaml: str
    yaml_line: int
    markdown: str
    markdown_line: int


def split(text: str, path: str) -> Checked[FrontMatter]:
    """The parts of an article: a line ``---``, YAML, a line ``---``, Markdown. Blank lines may come first."""
    opening = _OPENING.match(text, len(text) - len(text.lstrip()))
    if opening is None:
        return Checked(None, (problems.NO_FRONT_MATTER.at(Location(path, 1, 1)),))
    first_line = text.count("\n", 0, opening.start()) + 1
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Checked(None, (problems.UNCLOSED_FRONT_MATTER.at(Location(path, first_line, 1, len("---"))),))
    end = closing.start() + 1
    yaml = text[opening.end() + 1 : end]
    closing_line = text.count("\n", 0, end) + 1
    return Checked(FrontMatter(yaml, first_line + 1, text[closing.end() + 1 :], closing_line + 1))
