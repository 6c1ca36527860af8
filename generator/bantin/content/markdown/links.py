"""Inline links and pictures, with brackets around their addresses or without."""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import ImageInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.util import ETX, HTML_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

from bantin.content.markdown.autolinks import read_bare
from bantin.content.markdown.html_tags import name_of
from bantin.content.markdown.link_destination import Destination, read_destination
from bantin.domain.text.urls import SCHEMES

Found = tuple[Element | str | None, int | None, int | None]
"""The replacement for what a pattern has found, and where that begins and ends."""

AUTOLINK = rf"<((?i:{'|'.join(sorted(SCHEMES))}):[^\s<>]*)>"
AUTOMAIL = r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>"
_LINK_WITHIN = re.compile(rf"(?<!!)\[[^\[\]]*\]\(|{AUTOLINK}|{AUTOMAIL}")
_ESCAPED = re.compile(rf"{STX}([0-9]+){ETX}")
_STASHED = re.compile(HTML_PLACEHOLDER % "([0-9]+)")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")
_NOTHING: Found = (None, None, None)
PLACEHOLDER = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}([0-9]+){ETX}")
"""The placeholder that Python-Markdown leaves for what a pattern has found."""


class Link(LinkInlineProcessor):
    """A link; links do not nest."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        """Called by Python-Markdown where the pattern fits."""
        text, found = _read(self, m, data)
        if found is None or _LINK_WITHIN.search(text) or _contains_link(self.md, text):
            return _NOTHING
        element = Element("a", _attributes(self, "href", found))
        element.text = text
        return element, m.start(), found.behind


class Image(ImageInlineProcessor):
    """A picture; its alternative text has no emphasis."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        """Called by Python-Markdown where the pattern fits."""
        text, found = _read(self, m, data)
        if found is None:
            return _NOTHING
        element = Element("img", _attributes(self, "src", found))
        element.set("alt", self.unescape(_EMPHASIS.sub(r"\2", text)))
        return element, m.start(), found.behind


def _read(processor: LinkInlineProcessor, m: re.Match[str], data: str) -> tuple[str, Destination | None]:
    text, index, closed = processor.getText(data, m.end())
    return text, read_destination(data, index) if closed else None


def _attributes(processor: LinkInlineProcessor, name: str, found: Destination) -> dict[str, str]:
    attributes = {name: processor.unescape(found.address).strip()}
    if found.title is not None:
        attributes["title"] = processor.RE_TITLE_CLEAN.sub(" ", processor.unescape(found.title))
    return attributes


class Autolink(InlineProcessor):
    """An address in angle brackets with an allowed scheme; others are text."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        """Called by Python-Markdown where the pattern fits."""
        address = _as_written(self.md, m[1])
        return _link_to(address, address), m.start(), m.end()


class Automail(InlineProcessor):
    """A mail address in angle brackets."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        """Called by Python-Markdown where the pattern fits."""
        return _link_to(f"mailto:{m[1]}", m[1]), m.start(), m.end()


class BareLink(InlineProcessor):
    """An address without any brackets."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._rest = ""
        self._anchors: list[tuple[int, bool]] = []

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        """Called by Python-Markdown where the pattern fits."""
        words, widths = _unescaped(self.md, m[0])
        bare = read_bare(words, 0) if words else None
        if bare is None or self._is_in_anchor(m.start(), data):
            return None, m.start(), m.end()
        return _link_to(bare.address, words[: bare.end]), m.start(), m.start() + sum(widths[: bare.end])

    def _is_in_anchor(self, at: int, data: str) -> bool:
        """Whether an ``<a>`` written in HTML is open at the offset ``at``; tags are located once for each text."""
        stash: list[Any] = self.md.htmlStash.rawHtmlBlocks
        if not stash or STX not in data:
            return False
        rest = data[at:]
        if not self._rest.endswith(rest):
            self._anchors = [
                (len(data) - found.start(), tag.startswith("<a"))
                for found in PLACEHOLDER.finditer(data)
                if (number := _html_number(self.md, found[1])) is not None
                and name_of(tag := str(stash[number]).lower()) == "a"
            ]
        self._rest = rest[1:]
        # Positions are relative to the end, since placeholders change the length of the text before them.
        while self._anchors[1:] and self._anchors[1][0] > len(rest):
            del self._anchors[0]
        return bool(self._anchors) and self._anchors[0][0] > len(rest) and self._anchors[0][1]


def _contains_link(md: Markdown, words: str) -> bool:
    """Whether ``words`` contain a link that has been found already."""
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
    found = (stash.get(one) for one in PLACEHOLDER.findall(words)) if STX in words else ()
    return any(isinstance(one, Element) and one.tag == "a" for one in found)


def _link_to(address: str, words: str) -> Element:
    element = Element("a", {"href": address})
    element.text = AtomicString(words)
    return element


def _html_number(md: Markdown, number: str) -> int | None:
    """The number of the raw HTML behind the placeholder with this ``number``, if it stands for HTML."""
    stashed = md.treeprocessors["inline"].stashed_nodes.get(number)  # type: ignore[attr-defined]
    found = _STASHED.fullmatch(stashed) if isinstance(stashed, str) else None
    return int(found[1]) if found else None


def _unescaped(md: Markdown, words: str) -> tuple[str, list[int]]:
    """``words`` with escaped signs unescaped, up to any other placeholder, and the former width of each character."""
    if STX not in words:
        return words, [1] * len(words)
    shown, widths, at = [], [], 0
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
    while at < len(words):
        found = PLACEHOLDER.match(words, at)
        escaped = _ESCAPED.fullmatch(str(stash.get(found[1]))) if found else None
        if words[at] == STX and escaped is None:
            break
        shown.append(chr(int(escaped[1])) if escaped else words[at])
        widths.append(len(found[0]) if found else 1)
        at += widths[-1]
    return "".join(shown), widths


def _as_written(md: Markdown, words: str) -> str:
    """``words`` with backslash escapes restored, which have no meaning in an address."""
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]

    def written(found: re.Match[str]) -> str:
        escaped = _ESCAPED.fullmatch(str(stash.get(found[1])))
        return f"\\{chr(int(escaped[1]))}" if escaped else found[0]

    return PLACEHOLDER.sub(written, words) if STX in words else words
