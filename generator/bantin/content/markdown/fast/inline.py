"""Plain inline content: words, words in bold or italics, and links with an ordinary address.

Defines which words are plain, as parts of regular expressions, and converts them to HTML.
"""

import re
from collections.abc import Callable

from bantin.content.markdown.autolinks import bare_signs, find_bare

LETTERS = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Signs without special meaning in Markdown and HTML unless they begin a line.
_SIGNS = r""" .,;:?!…()"'“”‘’«»%°²³§•·→×/+=–—@$\-"""
_PLAIN = rf"[{LETTERS}0-9{_SIGNS}]++"
_FIRST = rf"""[{LETTERS}0-9("“‘«]"""
# The words of a link or in bold. Without a space at either end, asterisks before them open and the next ones close.
_WITHIN = rf"(?={_FIRST}){_PLAIN}(?<! )"
_BEFORE, _BEHIND = r"""(?<![^\n ("“‘«|])""", rf"(?![{LETTERS}0-9*])"
_EMPHASIS = rf"{_BEFORE}(?:\*\*{_WITHIN}\*\*|\*{_WITHIN}\*){_BEHIND}"
# The sanitiser keeps such a host: it is neither a number nor Punycode, both of which can be invalid.
_HOST = r"https?://(?:[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+\.)++[A-Za-z]{2,24}"
_ELSEWHERE = rf"{_HOST}(?:[/?#][A-Za-z0-9/?#._~%=+:@-]*+)?"
# No scheme without a colon, no host without two slashes.
_INSIDE = r"(?!//)[A-Za-z0-9/?#._~%=+-]++"
_LINK = rf"(?<!!)\[{_WITHIN}\]\((?:{_INSIDE}|{_ELSEWHERE})\)"

HEADING = rf"(?! )(?:{_PLAIN}|{_EMPHASIS})++(?<! )"
"""The words of a heading."""

CELL = rf"(?:{_PLAIN}|{_EMPHASIS}|{_LINK})*+"
"""The words of a cell, and the spaces around them."""

# A number with a full stop or a bracket begins a list, and so do the letters that stand for Word's bullets.
_BEGIN = rf"""(?=[{LETTERS}0-9("'“‘«–—…*\[])(?![0-9]+[.)](?:\s|\Z)|[oØüvq]  )"""
LINE = rf"{_BEGIN}(?:{_PLAIN}|{_EMPHASIS}|{_LINK})++(?<! )"
"""A line that can only begin or continue a paragraph."""

_REFERENCE = r"(?<![\n!])\[\^[0-9]{1,4}\]"
LINE_WITH_FOOTNOTES = rf"{_BEGIN}(?!\[\^)(?:{_PLAIN}|{_EMPHASIS}|{_LINK}|{_REFERENCE})++(?<! )"
"""The same, with references to footnotes, which must be defined."""

_DESTINATION = re.compile(r"\]\([^)\n]*\)")


def are_words(words: str) -> bool:
    """Whether ``words`` contain no bare address that would become a link, other than the destinations of links."""
    if all(_is_destination(words, at) for at in bare_signs(words)):
        return True
    return next(find_bare(_DESTINATION.sub("] ", words)), None) is None


def _is_destination(words: str, at: int) -> bool:
    begin = words.rfind("](", 0, at)
    return begin >= 0 and (found := _DESTINATION.match(words, begin)) is not None and found.end() > at


AddressWriter = Callable[[str], str]
"""Returns what to write for the address of a link."""


def to_html(words: str, write_address: AddressWriter) -> str:
    """Converts plain ``words`` to HTML.

    In plain words, brackets and asterisks occur only as markup, in pairs that are not nested.
    """
    if "[" in words:
        first, *others = words.split("[")
        words = first + "".join([_reference(other, write_address) for other in others])
    if "*" in words:
        words = _emphasise(_emphasise(words, "**", "strong"), "*", "em")
    return words


def _reference(words: str, write_address: AddressWriter) -> str:
    """Converts a link or a reference to a footnote, given without its first bracket, and keeps the words after it."""
    label, _, behind = words.partition("]")
    if label.startswith("^"):
        footnote = label[1:]
        href = write_address(f"#fn:{footnote}")
        return f'<sup id="fnref:{footnote}"><a class="footnote-ref" href="{href}">{footnote}</a></sup>{behind}'
    address, _, behind = behind[1:].partition(")")
    return f'<a href="{write_address(address)}">{label}</a>{behind}'


def _emphasise(words: str, sign: str, tag: str) -> str:
    pieces = words.split(sign)
    pieces[1::2] = [f"<{tag}>{piece}</{tag}>" for piece in pieces[1::2]]
    return "".join(pieces)


def to_text(words: str) -> str:
    """Removes the markup from the words of a heading."""
    return " ".join(words.replace("*", "").split())
