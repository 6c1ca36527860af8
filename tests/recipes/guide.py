"""Recipes in guides: the code blocks of a section, in their order. Tests must use each of them."""

import re
from collections import Counter
from typing import NamedTuple

from tests.conftest import REPOSITORY

SECTION = re.compile(r"^## ", re.MULTILINE)
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_PROMPT = re.compile(r"[$#] (?=\S)")


class Block(NamedTuple):
    """A code block of a guide: its language and its text."""

    language: str
    text: str


class Section:
    """A section of the guide ``file`` in ``docs/``, which records the blocks that were used."""

    def __init__(self, file: str, heading: str) -> None:
        parts = SECTION.split((REPOSITORY / "docs" / file).read_text(encoding="utf-8"))
        [self.text] = [part for part in parts if part.startswith(f"{heading}\n")]
        self._left = [
            Block(language, re.sub(rf"^{indent}", "", text, flags=re.MULTILINE))
            for indent, language, text in BLOCK.findall(self.text)
        ]

    def take(self, language: str, beginning: str = "") -> str:
        """The next unused block of a language that begins with ``beginning``; fails if there is none."""
        for block in self._left:
            if block.language == language and block.text.startswith(beginning):
                self._left.remove(block)
                return block.text
        raise AssertionError(f"no {language} that begins with {beginning!r} among {self._left}")

    def inline(self) -> list[str]:
        """The commands in the running text."""
        return re.findall(r"`(bantin [^`]+)`", BLOCK.sub("", self.text))

    def followed(self, *but: str) -> None:
        """Fails if any block was not used, except for one of each language of ``but``."""
        assert Counter(block.language for block in self._left) == Counter(but), self._left


def commands(console: str) -> list[str]:
    """The commands in a console block, each after the prompt of a user or of root; fails if there is anything else."""
    lines = console.replace("\\\n", "").splitlines()
    assert all(_PROMPT.match(line) for line in lines), console
    return [_PROMPT.sub("", line, count=1) for line in lines]


def cron_commands(table: str) -> list[str]:
    """The commands in a crontab: five fields of time, a user, and the command (crontab(5))."""
    lines = [line.split(None, 6) for line in table.splitlines()]
    assert all(len(line) == 7 and re.fullmatch(r"[\d*/ ]+", " ".join(line[:5])) for line in lines), table
    return [line[6] for line in lines]
