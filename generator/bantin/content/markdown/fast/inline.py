"""Spans: what of a line is certainly plain: words, words in bold or italics, and links with an ordinary address.

Here it is said which words are plain, in pieces of regular expressions, and what HTML they become.
"""

import re
from collections.abc import Callable

from bantin.content.markdown.autolinks import bare_signs, find_bare

LETTERS = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Signs that are nothing but themselves, in Markdown and in HTML, unless they begin a line.
_SIGNS = r""" .,;:?!…()"'“”‘’«»%°²³§•·→×/+=–—@$\-"""
_PLAIN = rf"[{LETTERS}0-9{_SIGNS}]++"
_FIRST = rf"""[{LETTERS}0-9("“‘«]"""
# What a link or bold words hold. With no space at either end, asterisks before them open and the next ones close.
_WITHIN = rf"(?={_FIRST}){_PLAIN}(?<! )"
_BEFORE, _BEHIND = r"""(?<![^\n ("“‘«|])""", rf"(?![{LETTERS}0-9*])"
_EMPHASIS = rf"{_BEFORE}(?:\*\*{_WITHIN}\*\*|\*{_WITHIN}\*){_BEHIND}"
# Cleaning lets such a host stand: it is neither a number nor in Punycode, both of which can be wrong.
_HOST = r"https?://(?:[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+\.)++[A-Za-z]{2,24}"
_ELSEWHERE = rf"{_HOST}(?:[/?#][A-Za-z0-9/?#._~%=+:@-]*+)?"
# No scheme without a colon, no host without two slashes.
_INSIDE = r"(?!//)[A-Za-z0-9/?#._~%=+-]++"
_LINK = rf"(?<!!)\[{_WITHIN}\]\((?:{_INSIDE}|{_ELSEWHERE})\)"

HEADING = rf"(?! )(?:{_PLAIN}|{_EMPHASIS})++(?<! )"
"""The words of a heading."""

CELL = rf"(?:{_PLAIN}|{_EMPHASIS}|{_LINK})*+"
"""The words of a cell, and the spaces around them."""

# A number with a full stop or a bracket begins a list; so do letters that Word's bullets become.
_BEGIN = rf"""(?=[{LETTERS}0-9("'“‘«–—…*\[])(?![0-9]+[.)](?:\s|\Z)|[oØüvq]  )"""
LINE = rf"{_BEGIN}(?:{_PLAIN}|{_EMPHASIS}|{_LINK})++(?<! )"
"""A line that can begin nothing but a paragraph, nor end one before it."""

_REFERENCE = r"(?<![\n!])\[\^[0-9]{1,4}\]"
LINE_WITH_FOOTNOTES = rf"{_BEGIN}(?!\[\^)(?:{_PLAIN}|{_EMPHASIS}|{_LINK}|{_REFERENCE})++(?<! )"
"""The same with references to footnotes, which must be defined."""

_DESTINATION = re.compile(r"\]\([^)\n]*\)")


def are_words(words: str) -> bool:
    """Whether ``words`` hold no address that would become a link by itself, but for what stands in round brackets."""
    if all(_is_destination(words, at) for at in bare_signs(words)):
        return True
    return next(find_bare(_DESTINATION.sub("] ", words)), None) is None


def _is_destination(words: str, at: int) -> bool:
    begin = words.rfind("](", 0, at)
    return begin >= 0 and (found := _DESTINATION.match(words, begin)) is not None and found.end() > at


Note = Callable[[str], str]
"""Takes the address of a link and gives what to write in its place."""


def to_html(words: str, note: Note) -> str:
    """The HTML of plain ``words``.

    Being plain, they have brackets and asterisks only as markup, in pairs of which none stands in another.
    """
    if "[" in words:
        first, *others = words.split("[")
        words = first + "".join([_reference(other, note) for other in others])
    if "*" in words:
        words = _emphasise(_emphasise(words, "**", "strong"), "*", "em")
    return words


def _reference(words: str, note: Note) -> str:
    """The HTML of a link or of a reference to a footnote, behind its first bracket, and the words behind it."""
    label, _, behind = words.partition("]")
    if label.startswith("^"):
        footnote = label[1:]
        href = note(f"#fn:{footnote}")
        return f'<sup id="fnref:{footnote}"><a class="footnote-ref" href="{href}">{footnote}</a></sup>{behind}'
    address, _, behind = behind[1:].partition(")")
    return f'<a href="{note(address)}">{label}</a>{behind}'


def _emphasise(words: str, sign: str, tag: str) -> str:
    pieces = words.split(sign)
    pieces[1::2] = [f"<{tag}>{piece}</{tag}>" for piece in pieces[1::2]]
    return "".join(pieces)


def to_text(words: str) -> str:
    """The words of a heading without markup."""
    return " ".join(words.replace("*", "").split())
