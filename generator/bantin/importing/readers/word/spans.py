"""Spans: the text of a Word paragraph in pieces of one look, and the lines that they make, as text and as Markdown."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.material import NoticeKind
from bantin.importing.readers.word.fonts import decode, is_legacy, is_unicode

LINE_BREAK = "\n"
_SOFT_HYPHEN = "\xad"
# All blanks but single spaces, which stay as they are.
_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_TAB_WIDTH = 2
_GAP = "    "
_MARKUP = re.compile(r"[\\`*_\[\]<>&~]")
_IN_ADDRESS = {ord(char): f"%{ord(char):02X}" for char in ' "()<>[]\\^`{|}*_'}
_EMPHASISED = re.compile(r"[^\W_](?:.*[^\W_])?")


class Span(Struct, frozen=True):
    """Text of one look. ``font`` is the name of a legacy font that it is still encoded for, empty otherwise.

    ``note`` is the label of a footnote that is referred to. ``fate`` says why the text is not shown, or that it is an
    insertion that nobody has accepted.
    """

    text: str
    bold: bool = False
    italic: bool = False
    font: str = ""
    link: str = ""
    note: str = ""
    fate: NoticeKind | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the text is there once all changes are accepted."""
        return self.fate in (None, NoticeKind.TRACKED_INSERTION)


def decoded(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of a paragraph without legacy encodings, joined where nothing but the text differs.

    A font whose text in the paragraph has letters that it lacks is passed over.
    """
    joined = list(_joined(spans))
    unicode = {span.font for span in joined if span.font and is_unicode(span.text)}
    return tuple(_joined(_read(span, unicode) for span in joined))


def lines_of(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """The spans of each line of a paragraph."""
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split(LINE_BREAK)
        line.append(replace(span, text=first))
        for other in others:
            yield tuple(line)
            line = [replace(span, text=other)]
    yield tuple(line)


def plain(spans: Iterable[Span]) -> str:
    """The text of spans. Blanks are one space each, or four where they are wide enough to part columns."""
    return _BLANKS.sub(_space, "".join(span.text for span in spans)).strip()


def markdown(spans: Sequence[Span]) -> str:
    """The text of a line with its emphasis, links and notes as Markdown; empty if it has none of them.

    Emphasis of the whole line is no part of it.
    """
    words = [span for span in spans if span.text.strip()]
    bold, italic = all(span.bold for span in words), all(span.italic for span in words)
    inline = [replace(span, bold=span.bold and not bold, italic=span.italic and not italic) for span in spans]
    if not any(span.bold or span.italic or span.link or span.note for span in inline):
        return ""
    pieces = (_linked(link, list(group)) for link, group in groupby(inline, key=lambda span: span.link))
    return _BLANKS.sub(" ", "".join(pieces)).strip()


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    for look, group in groupby(spans, key=lambda span: replace(span, text="")):
        text = "".join(span.text for span in group)
        if text or look.note:
            yield replace(look, text=text)


def _read(span: Span, unicode: set[str]) -> Span:
    is_encoded = is_legacy(span.font) and span.font not in unicode
    text = decode(span.text, span.font) if is_encoded else span.text
    # TCVN3 has the letter ư at the place of the soft hyphen; elsewhere it is where a word may break.
    return replace(span, text=unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")), font="")


def _space(blanks: re.Match[str]) -> str:
    width = len(blanks[0]) + blanks[0].count("\t") * (_TAB_WIDTH - 1)
    return _GAP if width >= len(_GAP) else " "


def _linked(link: str, spans: Iterable[Span]) -> str:
    text = "".join(map(_emphasised, spans))
    if not link or not text.strip():
        return text
    return f"[{text}]({link.translate(_IN_ADDRESS)})"


def _emphasised(span: Span) -> str:
    """A span as Markdown. Marks stand next to letters or digits, where every dialect takes them for marks."""
    if span.note:
        return f"[^{span.note}]"
    marks = "*" * (2 * span.bold + span.italic)
    core = _EMPHASISED.search(span.text) if marks else None
    if core is None:
        return _escaped(span.text)
    before, behind = span.text[: core.start()], span.text[core.end() :]
    return f"{_escaped(before)}{marks}{_escaped(core[0])}{marks}{_escaped(behind)}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
