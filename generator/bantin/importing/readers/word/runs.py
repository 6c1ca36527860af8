"""The content of a Word paragraph as a reader of the file would see it: spans of text, and what is set into them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.urls import SCHEMES, scheme_of
from bantin.importing.material import NoticeKind
from bantin.importing.readers.word.fields import Fields
from bantin.importing.readers.word.fonts import is_legacy
from bantin.importing.readers.word.package import Relation
from bantin.importing.readers.word.spans import LINE_BREAK, Span
from bantin.importing.readers.word.styles import Look, Styles
from bantin.importing.readers.word.symbols import is_private, symbol
from bantin.importing.readers.word.xml import Element, child, children, is_on, name_of, shown_alternative, value

_CHARACTERS = {
    "w:br": LINE_BREAK,
    "w:cr": LINE_BREAK,
    "w:noBreakHyphen": "-",
    "w:ptab": "\t",
    "w:softHyphen": "\xad",
    "w:tab": "\t",
}
_TEXTS = frozenset({"w:t", "w:delText"})
_CONTAINERS = frozenset({"w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:sdtContent", "w:rubyBase"})
_FATES = {
    "w:ins": NoticeKind.TRACKED_INSERTION,
    "w:moveTo": NoticeKind.TRACKED_INSERTION,
    "w:del": NoticeKind.TRACKED_DELETION,
    "w:moveFrom": NoticeKind.TRACKED_DELETION,
}
_FORMULAS = frozenset({"m:oMath", "m:oMathPara"})


class InsetKind(StrEnum):
    """What is set into a paragraph and is no text of it."""

    DRAWING = "drawing"
    NOTE = "note"
    COMMENT = "comment"


_INSETS = {
    "w:commentReference": InsetKind.COMMENT,
    "w:drawing": InsetKind.DRAWING,
    "w:endnoteReference": InsetKind.NOTE,
    "w:footnoteReference": InsetKind.NOTE,
    "w:object": InsetKind.DRAWING,
    "w:pict": InsetKind.DRAWING,
}


class Inset(Struct, frozen=True):
    """Something set into a paragraph, by its element. ``is_shown`` as for spans."""

    kind: InsetKind
    element: Element
    is_shown: bool = True


class Told(Struct, frozen=True):
    """Something that is only told of."""

    kind: NoticeKind
    words: str


Piece = Span | Inset | Told


class _Around(Struct, frozen=True):
    """What surrounds a run: the look of its paragraph's style, the link and the fate that it is part of."""

    look: Look
    link: str = ""
    fate: NoticeKind | None = None


class RunReader:
    """Reads paragraphs in the order of the document; fields that are open go on in the next one."""

    def __init__(self, styles: Styles, relations: Mapping[str, Relation]) -> None:
        self._styles, self._relations = styles, relations
        self._fields = Fields()

    def pieces(self, paragraph: Element) -> Iterator[Piece]:
        """The pieces of a ``w:p``, in their order."""
        self._fields.begin_paragraph()
        return self._inner(paragraph, _Around(self._styles.of_paragraph(paragraph).look))

    def _inner(self, element: Element, around: _Around) -> Iterator[Piece]:
        for one in element.iterchildren():
            name = name_of(one)
            if name == "w:r":
                yield from self._run(one, around)
            elif name == "w:hyperlink":
                yield from self._inner(one, replace(around, link=self._address(one)))
            elif name in _FATES:
                yield from self._inner(one, _with_fate(around, _FATES[name]))
            elif name == "w:sdt":
                yield from self._form(one, around)
            elif name in _CONTAINERS:
                yield from self._inner(one, around)
            elif name == "mc:AlternateContent":
                shown = shown_alternative(one)
                yield from () if shown is None else self._inner(shown, around)
            elif name in _FORMULAS:
                yield Told(NoticeKind.FORMULA, "".join(text.text or "" for text in children(one, ".//m:t")))

    def _form(self, element: Element, around: _Around) -> Iterator[Piece]:
        """The content of a control, unless it is a prompt to enter something, which is told."""
        content = child(element, "w:sdtContent")
        if content is None:
            return
        yield from self._inner(content, _with_fate(around, NoticeKind.WIDGET) if is_prompt(element) else around)

    def _run(self, run: Element, around: _Around) -> Iterator[Piece]:
        look = self._styles.look(child(run, "w:rPr"), around.look)
        around = _with_fate(around, NoticeKind.HIDDEN_TEXT) if look.hidden else around
        for one in run.iterchildren():
            yield from self._content(one, look, around)

    def _content(self, element: Element, look: Look, around: _Around) -> Iterator[Piece]:
        name = name_of(element)
        if name == "w:fldChar":
            self._fields.change(value(element, "w:fldCharType"))
        elif name == "w:instrText":
            self._fields.instruct(element.text or "")
        elif self._fields.shows:
            yield from self._shown(name, element, look, around)

    def _shown(self, name: str, element: Element, look: Look, around: _Around) -> Iterator[Piece]:
        if name in _TEXTS:
            yield from self._text(" ".join((element.text or "").split(LINE_BREAK)), look, around)
        elif name in _CHARACTERS:
            yield self._span(_CHARACTERS[name], look, around)
        elif name == "w:sym":
            yield from self._symbol(value(element, "w:font"), value(element, "w:char"), look, around)
        elif name in _INSETS:
            yield Inset(_INSETS[name], element, self._span("", look, around).is_shown)
        elif name == "mc:AlternateContent":
            shown = shown_alternative(element)
            for one in () if shown is None else shown.iterchildren():
                yield from self._content(one, look, around)
        elif name == "w:ruby":
            yield from self._inner(element, around)

    def _text(self, text: str, look: Look, around: _Around) -> Iterator[Piece]:
        if not any(map(is_private, text)):
            yield self._span(text, look, around)
            return
        for char in text:
            if is_private(char):
                yield from self._symbol(look.font, f"{ord(char):X}", look, around)
            else:
                yield self._span(char, look, around)

    def _symbol(self, font: str, code: str, look: Look, around: _Around) -> Iterator[Piece]:
        known = symbol(font, int(code, 16)) if _is_code(code) else ""
        if known:
            yield replace(self._span(known, look, around), font="")
        elif self._span("", look, around).is_shown:
            yield Told(NoticeKind.UNREADABLE, f"{font} {code}".strip())

    def _span(self, text: str, look: Look, around: _Around) -> Span:
        font = look.font if is_legacy(look.font) else ""
        fate = NoticeKind.WIDGET if self._fields.is_contents else around.fate
        # What is encoded for a legacy font would become other letters.
        shown = text.upper() if look.capitals and not font else text
        link = around.link or self._fields.link
        is_safe = scheme_of(link) in SCHEMES
        return Span(shown, look.bold or False, look.italic or False, font, link if is_safe else "", "", fate)

    def _address(self, link: Element) -> str:
        relation = self._relations.get(value(link, "r:id"))
        return relation.target if relation is not None and relation.is_external else ""


def is_prompt(control: Element) -> bool:
    """Whether a ``w:sdt`` shows no more than a prompt to enter something."""
    return is_on(child(control, "w:sdtPr/w:showingPlcHdr")) or False


def _with_fate(around: _Around, fate: NoticeKind) -> _Around:
    """``around`` with one fate more: what is not shown stays so."""
    is_out = around.fate is not None and around.fate is not NoticeKind.TRACKED_INSERTION
    return around if is_out else replace(around, fate=fate)


def _is_code(text: str) -> bool:
    return len(text) <= 4 and text != "" and all(char in "0123456789abcdefABCDEF" for char in text)
