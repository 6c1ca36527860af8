"""Hides code and comments in a text, so that the rest can be searched for links and footnotes."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_INDENTED = re.compile(r" {4}|\t| {1,3}\t")
_ITEM = re.compile(r" {0,3}(?:[-*+]|[0-9]{1,9}[.)]|\[\^[^\]]*\]:)(?:[ \t]|$)")
_BY_LINES = ("```", "~~~", "    ", "\t")
_TICKS = re.compile("`+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")


def hide_code(text: str) -> str:
    """Overwrites code, comments and escaped signs in ``text``; all offsets stay the same."""
    if any(sign in text for sign in _BY_LINES):
        text = "".join(_lines(text.splitlines(keepends=True)))
    if "`" in text:
        text = _hide_spans(text)
    if "<!--" in text:
        text = _COMMENT.sub(_hidden, text)
    return _ESCAPED.sub("xx", text) if "\\" in text else text


def _lines(lines: list[str]) -> Iterator[str]:
    """The lines, with those of fenced and indented code blanked out."""
    at, may_be_code, in_item = 0, True, False
    # By sign, the length from which on a fence is known to be never closed.
    unclosed_from: dict[str, int] = {}
    while at < len(lines):
        line = lines[at]
        fence = _FENCE.match(line)
        end = _end_of_fence(lines, at + 1, fence[1], unclosed_from) if fence else 0
        if end:
            yield from (" " * (len(one) - 1) + "\n" for one in lines[at:end])
            at, may_be_code = end, True
            continue
        at += 1
        if not line.strip():
            yield line
            may_be_code = True
        elif may_be_code and not in_item and _INDENTED.match(line):
            yield " " * (len(line.rstrip("\n"))) + line[len(line.rstrip("\n")) :]
        else:
            yield line
            may_be_code = False
            in_item = _ITEM.match(line) is not None or (in_item and line[0] in " \t")


def _end_of_fence(lines: list[str], begin: int, fence: str, unclosed_from: dict[str, int]) -> int:
    """The number of the line after a fenced block; 0 if the fence is never closed, which ``unclosed_from`` records."""
    if len(fence) >= unclosed_from.get(fence[0], len(fence) + 1):
        return 0
    for number, line in enumerate(lines[begin:], begin):
        mark = line.strip(" \t\n>")
        if mark.startswith(fence) and not mark.strip(fence[0]):
            return number + 1
    unclosed_from[fence[0]] = len(fence)
    return 0


def _hide_spans(text: str) -> str:
    """Overwrites code spans: from a run of backticks to the next one of equal length in the same paragraph."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    closing: dict[int, list[int]] = {}
    for begin, end in runs:
        closing.setdefault(end - begin, []).append(begin)
    breaks = [found.start() for found in _BLANK.finditer(text)]
    parts, done = [], 0
    for start, end in runs:
        if start < done:
            continue
        # A backslash escapes a backtick before code, but has no meaning within it.
        begin = start + _is_escaped(text, start)
        last = bisect_right(breaks, begin)
        stop = breaks[last] if last < len(breaks) else len(text)
        ends = closing.get(end - begin, [])
        number = bisect_right(ends, begin)
        if number < len(ends) and ends[number] < stop:
            behind = ends[number] + end - begin
            parts += [text[done:begin], _covered(text[begin:behind], "x")]
            done = behind
    return "".join([*parts, text[done:]])


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 100) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _hidden(found: re.Match[str]) -> str:
    return _covered(found[0], " ")


def _covered(text: str, sign: str) -> str:
    return re.sub(r"[^\n]", sign, text)
