"""What stands within a line, where CommonMark and GitHub differ from Python-Markdown.

Every sign can be escaped, and so can the end of a line; addresses are links with brackets around them or without;
``~~two tildes~~`` strike through; words in angle brackets stay words.
"""

import re
from string import punctuation
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    BACKTICK_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
)
from markdown.util import ETX, HTML_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString, code_escape

from generator.content.markdown.bare import BARE, read_bare
from generator.content.markdown.destination import Destination, read_destination
from generator.content.markdown.emphasis import PART, WHOLE, Emphasised, find_emphasis
from generator.content.markdown.sanitiser import ALLOWED
from generator.content.markdown.tags import VOID, name_of, paired
from generator.text.urls import SCHEMES

_Found = tuple[Element | str | None, int | None, int | None]
_NOTHING: _Found = (None, None, None)
_AUTOLINK = rf"<((?i:{'|'.join(sorted(SCHEMES))}):[^\s<>]*)>"
_AUTOMAIL = r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>"
_LINK_WITHIN = re.compile(rf"(?<!!)\[[^\[\]]*\]\(|{_AUTOLINK}|{_AUTOMAIL}")
_TICKS = re.compile("`+")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")
# What a placeholder (from \x02 to \x03) stands for may begin and end with either.
# Two tildes that open do not stand between a letter and a sign, and those that close not between a sign and a letter.
_SIGNS = re.compile("[*_]")
_STRIKING = r"(?<!~)~~(?=[^\s~])(?:(?=[\w\x02])|(?<!\w~~))"
_STRUCK = re.compile(rf"(?P<closing>(?<=[^\s~])~~(?!~)(?:(?<=[\w\x03]~~)|(?!\w)))|{_STRIKING}")
_HTML = re.compile(HTML_RE, re.DOTALL)
_PLACEHOLDER = re.compile(rf"{INLINE_PLACEHOLDER_PREFIX}([0-9]+){ETX}")
_ESCAPED = re.compile(rf"{STX}([0-9]+){ETX}")
_STASHED = re.compile(HTML_PLACEHOLDER % "([0-9]+)")


class InlineExtension(Extension):
    """What stands within a line. ``unclosed`` are the tags of the text last converted that have no partner."""

    def __init__(self) -> None:
        super().__init__()
        self.unclosed: list[str] = []

    def reset(self) -> None:
        """Forgets the text before: Python-Markdown calls it by this name."""
        self.unclosed.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers in the place of what is there under the same name, or where it belongs in the order."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = [*punctuation]
        patterns = md.inlinePatterns
        patterns.register(_Code(BACKTICK_RE), "backtick", 190)
        patterns.register(_Escape(r"\\(.)", md), "escape", 180)
        patterns.register(_Link(LINK_RE, md), "link", 160)
        patterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
        patterns.register(_Autolink(_AUTOLINK, md), "autolink", 120)
        patterns.register(_Automail(_AUTOMAIL, md), "automail", 110)
        patterns.register(_Html(HTML_RE, md, self.unclosed), "html", 90)
        patterns.register(_Bare(BARE, md), "bantin-bare", 85)
        patterns.register(_Strike(_STRIKING, md), "bantin-strike", 65)
        patterns.register(_Emphasis("[*_]", md), "em_strong", 60)
        # Where Python-Markdown has a pattern of its own for underscores.
        patterns.deregister("em_strong2", strict=False)


class _Code(BacktickInlineProcessor):
    """Code between as many backticks before as behind, without the one space at either end that sets it apart."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        if m[1]:
            return super().handleMatch(m, data)
        begin = m.start()
        opening = len(_TICKS.match(data, begin)[0])  # type: ignore[index]
        closing = next((one for one in _TICKS.finditer(data, begin + opening) if len(one[0]) == opening), None)
        if closing is None:
            return None, begin, begin + opening
        words = data[begin + opening : closing.start()].replace("\n", " ")
        if words.strip() and words[0] == words[-1] == " ":
            words = words[1:-1]
        element = Element("code")
        element.text = AtomicString(code_escape(words))
        return element, begin, closing.end()


class _Escape(EscapeInlineProcessor):
    """A backslash at the end of a line breaks it; an escaped ampersand begins no entity, not even in HTML."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        if m[1] == "\n":
            return Element("br"), m.start(), m.end()
        return ("&amp;", m.start(), m.end()) if m[1] == "&" else super().handleMatch(m, data)


class _Link(LinkInlineProcessor):
    """A link; none stands in another."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        text, found = _read(self, m, data)
        if found is None or _LINK_WITHIN.search(text) or _holds_link(self.md, text):
            return _NOTHING
        element = Element("a", _attributes(self, "href", found))
        element.text = text
        return element, m.start(), found.behind


class _Image(ImageInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
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


class _Autolink(InlineProcessor):
    """An address in angle brackets with a scheme that a page may link to; all others are words."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: ARG002, N802
        address = _as_written(self.md, m[1])
        return _link_to(address, address), m.start(), m.end()


class _Automail(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: ARG002, N802
        return _link_to(f"mailto:{m[1]}", m[1]), m.start(), m.end()


class _Bare(InlineProcessor):
    """An address without any brackets."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._rest = ""
        self._anchors: list[tuple[int, bool]] = []

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        words, widths = _unescaped(self.md, m[0])
        bare = read_bare(words, 0) if words else None
        if bare is None or self._is_in_anchor(m.start(), data):
            return None, m.start(), m.end()
        return _link_to(bare.address, words[: bare.end]), m.start(), m.start() + sum(widths[: bare.end])

    def _is_in_anchor(self, at: int, data: str) -> bool:
        """Whether an ``<a>`` written in HTML is open at a position. Where they are is found out once for a text."""
        stash: list[Any] = self.md.htmlStash.rawHtmlBlocks
        if not stash or STX not in data:
            return False
        rest = data[at:]
        if not self._rest.endswith(rest):
            self._anchors = [
                (len(data) - found.start(), tag.startswith("<a"))
                for found in _PLACEHOLDER.finditer(data)
                if (number := _html_number(self.md, found[1])) is not None
                and name_of(tag := str(stash[number]).lower()) == "a"
            ]
        self._rest = rest[1:]
        # Places are counted from the end, which stays where it is while placeholders come into the text before it.
        while self._anchors[1:] and self._anchors[1][0] > len(rest):
            del self._anchors[0]
        return bool(self._anchors) and self._anchors[0][0] > len(rest) and self._anchors[0][1]


class _Strike(InlineProcessor):
    """Two tildes on either side strike words through.

    One does not, though GitHub takes it for the same: ``2012~2015``, ``~500 triệu`` and ``H~2~O`` mean what they show.
    """

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        opening = m
        for tildes in _STRUCK.finditer(data, m.end()):
            if tildes["closing"]:
                break
            opening = tildes
        else:
            # Nor will another one be closed further on.
            return None, m.start(), len(data)
        if opening is not m:
            return None, m.start(), opening.start()
        element = Element("del")
        element.text = data[m.end() : tildes.start()]
        return element, m.start(), tildes.end()


class _Emphasis(InlineProcessor):
    """Slanted and bold words."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._rest = ""
        self._found: list[Emphasised] = []
        self._length = 0

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        begin = m.start()
        rest = data[begin:]
        if not self._rest.endswith(rest):
            # Found out once for a text; places are counted from its end.
            self._found, self._length = find_emphasis(self._flat(data)), len(data)
            self._found.reverse()
        moved = len(data) - self._length
        while self._found and self._found[-1].begin + moved < begin:
            self._found.pop()
        if not self._found or self._found[-1].begin + moved != begin:
            self._rest = rest[1:]
            return None, begin, begin + 1
        end = self._found[-1].end + moved
        self._rest = data[end:]
        return self._element(data, moved), begin, end

    def _flat(self, data: str) -> str:
        """``data`` with placeholders made of one character each, which tells what they stand for."""
        stash = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]

        def sign(found: re.Match[str]) -> str:
            stashed = stash.get(found[1])
            if not isinstance(stashed, Element):
                return PART * len(found[0])
            return (" " if stashed.tag == "br" else WHOLE) * len(found[0])

        return _PLACEHOLDER.sub(sign, data) if STX in data else data

    def _element(self, data: str, moved: int) -> Element:
        """The last of those found, with those within it."""
        outer = self._found.pop()
        element = Element(outer.tag)
        at, inner = outer.first, None
        while self._found and self._found[-1].end <= outer.last:
            begin, end = self._found[-1].begin, self._found[-1].end
            _add(element, inner, data[at + moved : begin + moved])
            inner, at = self._element(data, moved), end
            element.append(inner)
        _add(element, inner, data[at + moved : outer.last + moved])
        return element


def _add(element: Element, inner: Element | None, words: str) -> None:
    """Adds words to an element, behind the last one in it; signs that are left in them mean nothing any more."""
    words = _SIGNS.sub(lambda sign: f"{STX}{ord(sign[0])}{ETX}", words)
    if inner is None:
        element.text = words
    else:
        inner.tail = words


class _Html(HtmlInlineProcessor):
    """A tag is one if its name is one in HTML, and if its partner, which it must have to be allowed, is there."""

    def __init__(self, pattern: str, md: Markdown, unclosed: list[str]) -> None:
        super().__init__(pattern, md)
        self._unclosed = unclosed
        self._rest = ""
        self._paired: frozenset[int] = frozenset()

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        raw = m[1]
        if raw[1] in "!?":
            return super().handleMatch(m, data)
        name = name_of(raw)
        if name and (name not in ALLOWED or name in VOID or self._has_partner(m, data)):
            return super().handleMatch(m, data)
        if name:
            self._unclosed.append(raw)
        return None, m.start(), m.start() + 1

    def _has_partner(self, m: re.Match[str], data: str) -> bool:
        """Whether the tag is one of a pair. Which are is found out once for a text; places are counted from its end."""
        rest = data[m.start() :]
        if not self._rest.endswith(rest):
            tags = [(len(rest) - found.start(), found[1]) for found in _HTML.finditer(rest)]
            self._paired = frozenset(paired(tags))
        self._rest = rest[1:]
        return len(rest) in self._paired


def _holds_link(md: Markdown, words: str) -> bool:
    """Whether a link stands in ``words`` that has been found already."""
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
    found = (stash.get(one) for one in _PLACEHOLDER.findall(words)) if STX in words else ()
    return any(isinstance(one, Element) and one.tag == "a" for one in found)


def _link_to(address: str, words: str) -> Element:
    element = Element("a", {"href": address})
    element.text = AtomicString(words)
    return element


def _html_number(md: Markdown, number: str) -> int | None:
    """The number of the raw HTML that the placeholder with this ``number`` stands for, if it stands for some."""
    stashed = md.treeprocessors["inline"].stashed_nodes.get(number)  # type: ignore[attr-defined]
    found = _STASHED.fullmatch(stashed) if isinstance(stashed, str) else None
    return int(found[1]) if found else None


def _unescaped(md: Markdown, words: str) -> tuple[str, list[int]]:
    """``words`` up to what is no escaped sign, with these as they are shown; and how wide each character was."""
    if STX not in words:
        return words, [1] * len(words)
    shown, widths, at = [], [], 0
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
    while at < len(words):
        found = _PLACEHOLDER.match(words, at)
        escaped = _ESCAPED.fullmatch(str(stash.get(found[1]))) if found else None
        if words[at] == STX and escaped is None:
            break
        shown.append(chr(int(escaped[1])) if escaped else words[at])
        widths.append(len(found[0]) if found else 1)
        at += widths[-1]
    return "".join(shown), widths


def _as_written(md: Markdown, words: str) -> str:
    """``words`` with the escapes that are none in an address put back."""
    stash = md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]

    def written(found: re.Match[str]) -> str:
        escaped = _ESCAPED.fullmatch(str(stash.get(found[1])))
        return f"\\{chr(int(escaped[1]))}" if escaped else found[0]

    return _PLACEHOLDER.sub(written, words) if STX in words else words
