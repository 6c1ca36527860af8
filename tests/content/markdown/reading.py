"""Reduces HTML to what matters for comparing two converters."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

_WRITTEN = "blockquote br dd details div dl dt figcaption figure h hr li ol p pre summary table tbody td th thead tr ul"
_BLOCKS = frozenset(_WRITTEN.split())
_EMPTY = frozenset({"br", "hr", "img"})


def read(html: str) -> list[str]:
    """The tags and words of ``html``.

    Levels and anchors of headings are left out, since they are fitted to the page, as are boxes around tables.
    Alignment of cells by a class and by a style are equal. Spaces between blocks do not count.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.done()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._text = ""
        self._boxes: list[bool] = []
        self._in_pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs if name not in ("id", "scope")}
        if tag == "div":
            self._boxes.append(given.get("class") == "table")
            if self._boxes[-1]:
                return
        style = given.pop("style", "")
        if style.startswith("text-align:"):
            given["class"] = f"align-{style.removeprefix('text-align:').strip(' ;')}"
        given.update((name, unquote(given[name])) for name in ("href", "src") if name in given)
        name = _name(tag)
        self._add(name, f"<{name}{''.join(f' {key}={value!r}' for key, value in sorted(given.items()))}>")
        self._in_pre += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._boxes and self._boxes.pop():
            return
        self._in_pre -= tag == "pre"
        if tag not in _EMPTY:
            self._add(_name(tag), f"</{_name(tag)}>")

    def handle_data(self, data: str) -> None:
        self._text += data

    def done(self) -> list[str]:
        self._add("p", "")
        return [piece for piece in self._pieces if piece]

    def _add(self, name: str, tag: str) -> None:
        text, self._text = self._text, ""
        if not self._in_pre:
            text = re.sub(r"[ \t\n]+", " ", text)
            if name in _BLOCKS:
                text = text.rstrip(" ")
            if not self._pieces or self._pieces[-1].strip("</>").split(" ")[0] in _BLOCKS:
                text = text.lstrip(" ")
        elif tag == "</code>":
            text = text.rstrip("\n")
        self._pieces += [text, tag] if text else [tag]


def _name(tag: str) -> str:
    return "h" if re.fullmatch("h[1-6]", tag) else tag
