"""One mistake: how it is made, and what must be told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.bulletins import COMPLETE

ARTICLE_PATH = "content/articles/2020/bai.md"

Change = str | bytes | tuple[str, str]
"""What becomes of a file: its new content, or a piece of it and what to write instead."""


@dataclass(frozen=True)
class Mistake:
    """A mistake in a bulletin that otherwise has no problem.

    ``changes`` are made to files of ``tests.bulletins.COMPLETE``, by path. Exactly one problem must be told: ``code``,
    on ``line`` of ``path``; ``line`` is 0 for a problem of the whole file. Where it can be said what to write instead,
    ``mended`` is that text: the hint shows it in both languages, and once it is typed in the place that is marked, or
    as the whole line when ``whole_line``, nothing is wrong any more. ``others`` are the codes that are told besides,
    for mistakes that cannot be told in one message.
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
        """The files of the bulletin with the mistake in it."""
        return {**COMPLETE, **{path: _changed(path, change) for path, change in self.changes.items()}}


def in_article(old: str, new: str) -> dict[str, Change]:
    """The article with ``new`` in the place of ``old``, which must stand in it."""
    return {ARTICLE_PATH: (old, new)}


def in_text(text: str) -> dict[str, Change]:
    """The article with ``text`` below its front matter; its first line is ``TEXT_LINE``."""
    return in_article("Nội dung.\n", text)


TEXT_LINE = COMPLETE[ARTICLE_PATH].split("\n").index("Nội dung.") + 1
"""The line of the article on which its text begins."""


def line_of(piece: str) -> int:
    """The line of the article, as it is without a mistake, on which ``piece`` stands."""
    lines = COMPLETE[ARTICLE_PATH].split("\n")
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def _changed(path: str, change: Change) -> str | bytes:
    if not isinstance(change, tuple):
        return change
    old, new = change
    text = COMPLETE[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return text.replace(old, new)
