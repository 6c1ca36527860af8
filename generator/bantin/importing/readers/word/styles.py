"""The styles of a Word file: what text and paragraphs look like, directly and by what their styles inherit."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from bantin.importing.material import Align
from bantin.importing.readers.word.xml import Element, child, children, is_on, number, value

_ALIGNS = {"center": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT}
_BODY_LEVEL = 9


class Look(Struct, frozen=True):
    """Properties of text. ``None`` and an empty ``font``: not given, so that those below hold."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str = ""

    def over(self, below: "Look") -> "Look":
        """These properties, and those of ``below`` that are not given here."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.capitals if self.capitals is None else self.capitals,
            below.hidden if self.hidden is None else self.hidden,
            self.font or below.font,
        )

    def toggled(self, other: "Look") -> "Look":
        """These properties of a paragraph's style with those of the style of its characters: on twice is off
        (ECMA-376 part 1, 17.7.3).
        """
        return Look(
            _either(self.bold, other.bold),
            _either(self.italic, other.italic),
            _either(self.capitals, other.capitals),
            _either(self.hidden, other.hidden),
            other.font or self.font,
        )


class Layout(Struct, frozen=True):
    """Properties of a paragraph. ``None``: not given. ``outline`` is the level of a heading, from 0; 9 is plain text.

    ``list_id`` (0 for none) and ``list_level`` are of the list that counts it; ``list_style`` is the style that says
    so, empty if the paragraph does.
    """

    align: Align | None = None
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    list_style: str = ""

    def over(self, below: "Layout") -> "Layout":
        """These properties, and those of ``below`` that are not given here."""
        return Layout(
            below.align if self.align is None else self.align,
            below.outline if self.outline is None else self.outline,
            below.list_id if self.list_id is None else self.list_id,
            below.list_level if self.list_level is None else self.list_level,
            below.list_style if self.list_id is None and self.list_level is None else self.list_style,
        )

    @property
    def heading(self) -> int:
        """The level of a heading from 1; 0 if it is none."""
        return 0 if self.outline is None or not 0 <= self.outline < _BODY_LEVEL else self.outline + 1


class Style(Struct, frozen=True):
    """A style with all that it inherits."""

    name: str = ""
    look: Look = Look()
    layout: Layout = Layout()


_PLAIN = Style()


class Styles:
    """The styles of a file, from its parts ``styles`` and ``theme``; immutable once made."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._defaults = self._own_look(child(styles, "w:docDefaults/w:rPrDefault/w:rPr"))
        elements = {value(one, "w:styleId"): one for one in children(styles, "w:style")}
        self._styles = self._inherited(elements)
        self._default = next((key for key, one in elements.items() if _is_default_of_paragraphs(one)), "")

    def of_paragraph(self, paragraph: Element) -> Style:
        """The style of a ``w:p``."""
        key = value(child(paragraph, "w:pPr/w:pStyle")) or self._default
        return self._styles.get(key, _PLAIN)

    def style(self, key: str) -> Style:
        """The style with this id; a plain one if there is none."""
        return self._styles.get(key, _PLAIN)

    def look(self, properties: Element | None, paragraph: Look) -> Look:
        """The look of text with the ``w:rPr`` ``properties``, in a paragraph whose style has the look ``paragraph``."""
        character = self.style(value(child(properties, "w:rStyle"))).look
        return self._own_look(properties).over(paragraph.toggled(character)).over(self._defaults)

    def _inherited(self, elements: Mapping[str, Element]) -> Mapping[str, Style]:
        """Every style with what it inherits, each made once; one that is based on itself inherits nothing of that."""
        made: dict[str, Style] = {}
        for key in elements:
            chain: dict[str, None] = {}
            while key in elements and key not in made and key not in chain:
                chain[key] = None
                key = value(child(elements[key], "w:basedOn"))  # noqa: PLW2901 - walks up
            below = made.get(key, _PLAIN)
            for own in reversed(chain):
                below = made[own] = self._own(own, elements[own], below)
        return made

    def _own(self, key: str, element: Element, below: Style) -> Style:
        look = self._own_look(child(element, "w:rPr")).over(below.look)
        layout = replace(layout_of(child(element, "w:pPr")), list_style=key).over(below.layout)
        return Style(value(child(element, "w:name")).lower(), look, layout)

    def _own_look(self, properties: Element | None) -> Look:
        if properties is None:
            return Look()
        given = (is_on(child(properties, f"w:{name}")) for name in ("b", "i", "caps", "smallCaps", "vanish"))
        bold, italic, capitals, small, hidden = given
        return Look(bold, italic, capitals or small if capitals is not None else small, hidden, self._font(properties))

    def _font(self, properties: Element) -> str:
        """The font of the letters beyond ASCII, by which legacy fonts differ from others; else that of ASCII."""
        fonts = child(properties, "w:rFonts")
        names = (
            self._theme.get(value(fonts, "w:hAnsiTheme"), ""),
            value(fonts, "w:hAnsi"),
            self._theme.get(value(fonts, "w:asciiTheme"), ""),
            value(fonts, "w:ascii"),
        )
        return next(filter(None, names), "")


def layout_of(properties: Element | None) -> Layout:
    """The properties that a ``w:pPr`` gives itself."""
    align = value(child(properties, "w:jc"))
    return Layout(
        _ALIGNS.get(align, Align.LEFT) if align else None,
        number(child(properties, "w:outlineLvl")),
        number(child(properties, "w:numPr/w:numId")),
        number(child(properties, "w:numPr/w:ilvl")),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - values, no switches
    return one if other is None else other != bool(one)


def _is_default_of_paragraphs(style: Element) -> bool:
    return value(style, "w:type") == "paragraph" and value(style, "w:default") in ("1", "true", "on")


def _theme_fonts(theme: Element | None) -> Mapping[str, str]:
    """The fonts that ``w:rFonts`` names by their role in the theme."""
    faces = {role: value(child(theme, f".//a:{role}Font/a:latin"), "typeface") for role in ("major", "minor")}
    return {f"{role}{script}": face for role, face in faces.items() for script in ("Ascii", "HAnsi")}
