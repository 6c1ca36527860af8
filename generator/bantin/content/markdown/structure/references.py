"""Link reference definitions: lines like ``[name]: address "title"`` at the beginning of a paragraph."""

import re

from bantin.content.markdown.structure.markers import ESCAPED

_BLANK = r"[ \t]*"
_GAP = rf"{_BLANK}(?:\n{_BLANK})?"
_LABEL = re.compile(rf"{_BLANK}\[((?:[^\[\]\\]|\\.){{1,999}})\]:{_GAP}", re.DOTALL)
# A single word is not taken for an address: "[Ghi chú]: không" would vanish.
_SIGN_OF_ADDRESS = re.compile(r"[/.#:@?%&()\\_-]")
_ADDRESS = re.compile(r"<((?:[^<>\n\\]|\\.)*)>|(?!<)([^\s\x00-\x1f\x7f]+)")
_TITLE = re.compile(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))[ \t]*(?:\n|\Z)""", re.DOTALL)
_REST_OF_LINE = re.compile(rf"{_BLANK}(?:\n|\Z)")
_GAP_BEFORE_TITLE = re.compile(rf"[ \t]+(?:\n{_BLANK})?|\n{_BLANK}")

Definitions = dict[str, tuple[str, str | None]]
"""Addresses and titles by label, in lower case."""


def take_definitions(lines: list[str], definitions: Definitions) -> list[str]:
    """Adds the definitions at the beginning of ``lines`` to ``definitions``, and returns the other lines.

    Of several with one label, the first counts.
    """
    text = "\n".join(lines)
    at = 0
    while at < len(text):
        end = _take_one(text, at, definitions)
        if end is None:
            break
        at = end
    return text[at:].split("\n") if at < len(text) else []


def _take_one(text: str, begin: int, definitions: Definitions) -> int | None:
    label = _LABEL.match(text, begin)
    if label is None or not label[1].strip() or label[1].startswith("^"):
        return None
    address = _ADDRESS.match(text, label.end())
    if address is None or (address[1] is None and not _may_be_address(address[2])):
        return None
    end = _REST_OF_LINE.match(text, address.end())
    title = _title(text, address.end())
    if title is None and end is None:
        return None
    name = " ".join(label[1].split()).lower()
    destination = ESCAPED.sub(r"\1", address[2] if address[1] is None else address[1])
    written = ESCAPED.sub(r"\1", title[0]) if title else None
    definitions.setdefault(name, (destination, written))
    return title[1] if title else end.end() if end else None


def _title(text: str, begin: int) -> tuple[str, int] | None:
    """The title that follows an address, and the end of the definition."""
    gap = _GAP_BEFORE_TITLE.match(text, begin)
    found = _TITLE.match(text, gap.end()) if gap else None
    if found is None:
        return None
    return next(group for group in found.groups() if group is not None), found.end()


def _may_be_address(written: str) -> bool:
    bare = ESCAPED.sub("", written)
    return bare.count("(") == bare.count(")") and bool(_SIGN_OF_ADDRESS.search(written))
