"""Inline text: words in bold, in italics or linked, as plain text and as Markdown."""

import re
from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.readers.pages.html.tree import cleaned

_SPECIAL = re.compile(r"[\\`*_\[\]<>]")
_NOT_IN_DESTINATION = re.compile(r"[\s<>()]")


class Run(Struct, frozen=True):
    """Words of one form; ``href`` is the address that they link to."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""

    @property
    def form(self) -> tuple[bool, bool, str]:
        """What two runs have in common that are one."""
        return self.bold, self.italic, self.href


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with single spaces, none at the ends, and those of one form as one. Empty if they have no words."""
    found: list[Run] = []
    for (bold, italic, href), group in groupby(runs, key=lambda run: run.form):
        text = _single_spaced("".join(run.text for run in group))
        before = found[-1].text if found else " "
        text = text.lstrip(" ") if before.endswith(" ") else text
        if text:
            found.append(Run(text, bold, italic, href))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(run for run in found if run.text)


def _single_spaced(text: str) -> str:
    inner = cleaned(text)
    if not inner:
        return " " if any(char.isspace() for char in text) else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def plain_of(runs: Iterable[Run]) -> str:
    """The words of ``runs``."""
    return "".join(run.text for run in runs).strip()


def markdown_of(runs: tuple[Run, ...]) -> str:
    """``runs`` as Markdown; empty if they have no markup."""
    if not any(run.bold or run.italic or run.href for run in runs):
        return ""
    written = ""
    for run, after in zip(runs, (*(run.text for run in runs[1:]), ""), strict=True):
        written += _marked(run, written[-1:], after[:1])
    return written


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is, within a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _marked(run: Run, before: str, after: str) -> str:
    words = run.text.strip(" ")
    if not words:
        return run.text
    head, tail = run.text[: len(run.text) - len(run.text.lstrip(" "))], run.text[len(run.text.rstrip(" ")) :]
    inner = f"[{escaped(words)}]({_destination(run.href)})" if run.href else escaped(words)
    signs = ("**" if run.bold else "") + ("*" if run.italic else "")
    signs = signs if _can_be_marked(inner, head or before, tail or after) else ""
    return f"{head}{signs}{inner}{signs[::-1]}{tail}"


def _can_be_marked(words: str, before: str, after: str) -> bool:
    """Whether Markdown takes asterisks around ``words`` for markup (CommonMark 0.31, section 6.2).

    Between a letter and a punctuation character they are none, as in ``a**(b)**``; next to others they may be theirs.
    """
    opens = before != "*" and (words[0].isalnum() or not before.isalnum())
    return opens and (words[-1].isalnum() or not after.isalnum())


def _destination(href: str) -> str:
    return f"<{href.replace('<', '%3C').replace('>', '%3E')}>" if _NOT_IN_DESTINATION.search(href) else href
