"""A mistake: the change that makes it, and the problem that must be reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.bulletins import COMPLETE

ARTICLE_PATH = "content/articles/2020/bai.md"

Change = str | bytes | tuple[str, str]
"""The new content of a file, or a piece of it with its replacement."""


@dataclass(frozen=True)
class Mistake:
    """A mistake in a bulletin that otherwise has no problems.

    ``changes`` are made to files of ``tests.bulletins.COMPLETE``, by path. Exactly one problem must be reported:
    ``code``, on ``line`` of ``path``; ``line`` is 0 for a problem of the whole file. If there is a correction, the hint
    must show ``mended`` in both languages. When it replaces the marked text, or the whole line if ``whole_line`` is
    true, no problem must remain. ``others`` are the codes of further problems, for mistakes that need several messages.
    """

    name: str
    changes: Mapping[str, Change]
    code: str
    line: int
    mended: str = ""
    whole_line: bool = False
    path: str = ARTICLE_PATH
    others: tuple[str, ...] = field(default=())

    @property
    def files(self) -> dict[str, str | bytes]:
        """The files of the bulletin with the mistake."""
        return {**COMPLETE, **{path: _changed(path, change) for path, change in self.changes.items()}}


def in_article(old: str, new: str) -> dict[str, Change]:
    """The article with ``old``, which it must contain, replaced by ``new``."""
    return {ARTICLE_PATH: (old, new)}


def in_text(text: str) -> dict[str, Change]:
    """The article with ``text`` below its front matter, beginning on line ``TEXT_LINE``."""
    return in_article("Nội dung.\n", text)


TEXT_LINE = COMPLETE[ARTICLE_PATH].split("\n").index("Nội dung.") + 1
"""The line of the article on which its text begins."""


def line_of(piece: str) -> int:
    """The line of the unchanged article that contains ``piece``."""
    lines = COMPLETE[ARTICLE_PATH].split("\n")
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def _changed(path: str, change: Change) -> str | bytes:
    if not isinstance(change, tuple):
        return change
    old, new = change
    text = COMPLETE[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return text.replace(old, new)
