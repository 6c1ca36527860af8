"""Inline markup where CommonMark and GitHub differ from Python-Markdown.

Every punctuation character and the end of a line can be escaped; addresses are links with angle brackets or without;
``~~two tildes~~`` strike through; words in angle brackets stay words.
"""

import re
from string import punctuation
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
    InlineProcessor,
)
from markdown.util import ETX, STX, AtomicString, code_escape

from bantin.content.markdown.autolinks import BARE
from bantin.content.markdown.emphasis import PART, WHOLE, EmphasisSpan, find_emphasis
from bantin.content.markdown.html_tags import VOID, name_of, paired
from bantin.content.markdown.links import (
    AUTOLINK,
    AUTOMAIL,
    PLACEHOLDER,
    Autolink,
    Automail,
    BareLink,
    Found,
    Image,
    Link,
)
from bantin.content.markdown.sanitiser import ALLOWED

_TICKS = re.compile("`+")
_SIGNS = re.compile("[*_]")
# Opening tildes are not between a letter and a punctuation character, closing ones not the other way round. A
# placeholder (from \x02 to \x03) counts as either.
_STRIKING = r"(?<!~)~~(?=[^\s~])(?:(?=[\w\x02])|(?<!\w~~))"
_STRUCK = re.compile(rf"(?P<closing>(?<=[^\s~])~~(?!~)(?:(?<=[\w\x03]~~)|(?!\w)))|{_STRIKING}")
_HTML = re.compile(HTML_RE, re.DOTALL)


class InlineExtension(Extension):
    """The inline patterns. ``unclosed`` lists the tags without a partner in the text last converted."""

    def __init__(self) -> None:
        super().__init__()
        self.unclosed: list[str] = []

    def reset(self) -> None:
        """Clears the state of the previous text; called by Python-Markdown."""
        self.unclosed.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Replaces the patterns of the same names, and registers others between them."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = [*punctuation]
        patterns = md.inlinePatterns
        patterns.register(_Code(BACKTICK_RE), "backtick", 190)
        patterns.register(_Escape(r"\\(.)", md), "escape", 180)
        patterns.register(Link(LINK_RE, md), "link", 160)
        patterns.register(Image(IMAGE_LINK_RE, md), "image_link", 150)
        patterns.register(Autolink(AUTOLINK, md), "autolink", 120)
        patterns.register(Automail(AUTOMAIL, md), "automail", 110)
        patterns.register(_Html(HTML_RE, md, self.unclosed), "html", 90)
        patterns.register(BareLink(BARE, md), "bantin-bare", 85)
        patterns.register(_Strike(_STRIKING, md), "bantin-strike", 65)
        patterns.register(_Emphasis("[*_]", md), "em_strong", 60)
        # Python-Markdown's own pattern for underscores, which older versions do not have.
        patterns.deregister("em_strong2", strict=False)


class _Code(BacktickInlineProcessor):
    """Code between two runs of backticks of equal length, without one space at either end if there are two."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
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
    """A backslash at the end of a line is a line break; an escaped ampersand begins no entity, not even in HTML."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        if m[1] == "\n":
            return Element("br"), m.start(), m.end()
        return ("&amp;", m.start(), m.end()) if m[1] == "&" else super().handleMatch(m, data)


class _Strike(InlineProcessor):
    """Words between two pairs of tildes are struck through.

    Single tildes are not markup, unlike on GitHub: ``2012~2015``, ``~500 triệu`` and ``H~2~O`` are meant literally.
    """

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        opening = m
        for tildes in _STRUCK.finditer(data, m.end()):
            if tildes["closing"]:
                break
            opening = tildes
        else:
            # No later one in this text is closed either.
            return None, m.start(), len(data)
        if opening is not m:
            return None, m.start(), opening.start()
        element = Element("del")
        element.text = data[m.end() : tildes.start()]
        return element, m.start(), tildes.end()


class _Emphasis(InlineProcessor):
    """Italic and bold words."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._rest = ""
        self._found: list[EmphasisSpan] = []
        self._length = 0

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        begin = m.start()
        rest = data[begin:]
        if not self._rest.endswith(rest):
            # Computed once for each text; positions are relative to its end.
            self._found, self._length = find_emphasis(self._flat(data)), len(data)
            self._found.reverse()
        moved = len(data) - self._length
        while self._found and self._found[-1].begin + moved < begin:
            self._found.pop()
        following = self._found[-1].begin + moved if self._found else len(data)
        if following != begin:
            # Not asked again for each sign before the next emphasis: a run of them may be long.
            self._rest = data[following:]
            return None, begin, following
        end = self._found[-1].end + moved
        self._rest = data[end:]
        return self._element(data, moved), begin, end

    def _flat(self, data: str) -> str:
        """``data`` with each placeholder overwritten by a character for the type of markup that it stands for."""
        stash = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]

        def sign(found: re.Match[str]) -> str:
            stashed = stash.get(found[1])
            if not isinstance(stashed, Element):
                return PART * len(found[0])
            return (" " if stashed.tag == "br" else WHOLE) * len(found[0])

        return PLACEHOLDER.sub(sign, data) if STX in data else data

    def _element(self, data: str, moved: int) -> Element:
        """The element of the next span, with the spans within it."""
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
    """Adds words to an element, after its last child ``inner``; unmatched signs in them are escaped."""
    words = _SIGNS.sub(lambda sign: f"{STX}{ord(sign[0])}{ETX}", words)
    if inner is None:
        element.text = words
    else:
        inner.tail = words


class _Html(HtmlInlineProcessor):
    """A tag is HTML if its name is an HTML element's and, for an allowed element that needs one, its partner exists."""

    def __init__(self, pattern: str, md: Markdown, unclosed: list[str]) -> None:
        super().__init__(pattern, md)
        self._unclosed = unclosed
        self._rest = ""
        self._paired: frozenset[int] = frozenset()

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        raw = m[1]
        if raw[1] in "!?":
            return super().handleMatch(m, data)
        name = name_of(raw)
        if name and (name not in ALLOWED or name in VOID or self._has_partner(m, data) or self._is_in_block(raw, name)):
            return super().handleMatch(m, data)
        if name:
            self._unclosed.append(raw)
        return None, m.start(), m.start() + 1

    def _has_partner(self, m: re.Match[str], data: str) -> bool:
        """Whether the tag is one of a pair: computed once for each text, with positions relative to its end."""
        rest = data[m.start() :]
        if not self._rest.endswith(rest):
            tags = [(len(rest) - found.start(), found[1]) for found in _HTML.finditer(rest)]
            self._paired = frozenset(paired(tags))
        self._rest = rest[1:]
        return len(rest) in self._paired

    def _is_in_block(self, raw: str, name: str) -> bool:
        """Whether the partner is in a block of HTML, as ``<details>`` may be whose end tag closes a paragraph."""
        partner = re.compile(rf"<{name}\b" if raw.startswith("</") else rf"</{name}\b", re.IGNORECASE)
        blocks = self.md.htmlStash.rawHtmlBlocks
        return any(isinstance(block, str) and block != raw and partner.search(block) for block in blocks)
