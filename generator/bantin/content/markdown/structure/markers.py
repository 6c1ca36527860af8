"""Markers: the signs at the beginning of a line that determine its block."""

import re

from msgspec import Struct

TAB = 4
"""Columns from one tab stop to the next; an indentation of as many makes a line code where that is possible."""
TOO_MANY_SPACES = " " * 50
"""As many in a row are replaced by one."""

RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")

# Bullets of word processors, and letters that stand for those of Wingdings, which need a gap after them.
_BULLETS = "•‣▪▫●○◦■□◆◇➢➤❖✓✔\uf000-\uf0ff"
_GAP = r"[ \t\u00a0]"
_PASTED = rf"[{_BULLETS}](?={_GAP}|\w|$)|·(?={_GAP})|[oØüvq§](?=\t|{_GAP}{{2}})"
_ITEM = re.compile(rf"([-+](?={_GAP}|$)|\*(?=[ \t]|$))|(\d{{1,9}})([.)])(?={_GAP}|$)|({_PASTED})")

# An item without the space after its marker.
_WITHOUT_SPACE = re.compile(r"(?:([-+])|(\*)(?=[^*]*$)|(\d{1,9})([.)]))(?=[^\W\d_])")

_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_VALUE = r"""(?:[^\s"'=<>`]+|'[^']*'|"[^"]*")"""
_WHOLE_TAG = re.compile(
    rf"<(?:({_NAME})(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*{_VALUE})?)*\s*/?|/({_NAME})\s*)>[ \t]*$", re.ASCII
)
_LITERAL = re.compile(r"<(script|pre|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?({_NAME})(?:[\s>]|/>|$)")
_BLOCK_NAMES_WRITTEN = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li "
    "link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th "
    "thead title tr track ul"
)
_BLOCK_NAMES = frozenset(_BLOCK_NAMES_WRITTEN.split())
# Any other word in angle brackets is not HTML, but a gap to fill in.
_OTHER_NAMES_WRITTEN = (
    "a abbr acronym applet area audio b bdi bdo big blink br button canvas cite code data datalist del dfn em embed "
    "font i img input ins kbd label map mark marquee math meter nobr noembed noscript object output picture plaintext "
    "progress q rp rt ruby s samp select slot small source span strike strong sub sup svg template time tt u var "
    "video wbr xmp"
)
_OTHER_NAMES = frozenset(_OTHER_NAMES_WRITTEN.split())


class Marker(Struct, frozen=True):
    """The marker of an item: its width, the sign of the list, and the number if there is one."""

    width: int
    sign: str
    number: int | None = None
    is_pasted: bool = False


def words_of_heading(text: str) -> str:
    """The words of a heading without its closing signs; ``text`` is the line without the opening ones."""
    words = text.strip(" \t")
    without = words.rstrip("#")
    return without.rstrip(" \t") if not without or without[-1] in " \t" else words


def marker(rest: str) -> Marker | None:
    """The marker at the beginning of ``rest``, a line without its indentation; ``None`` if there is none."""
    found = _ITEM.match(rest)
    if found is None:
        return None
    bullet, digits, behind, pasted = found.groups()
    if digits:
        return Marker(len(digits) + 1, behind, int(digits))
    return Marker(1, bullet or pasted, is_pasted=not bullet)


def marker_without_space(rest: str, sign: str) -> Marker | None:
    """The marker at the beginning of ``rest`` without a space after it, if the list above has the same ``sign``."""
    found = _WITHOUT_SPACE.match(rest)
    if found is None or sign not in found.groups():
        return None
    return Marker(found.end(), sign, int(found[3]) if found[3] else None)


def end_of_html(rest: str, *, in_paragraph: bool) -> str | None:
    """The words that end the HTML that ``rest`` begins, '' for a blank line; ``None`` if it begins no HTML."""
    if rest.startswith("<!--"):
        return "-->"
    if rest.startswith("<?"):
        return "?>"
    if rest.startswith("<![CDATA["):
        return "]]>"
    if rest.startswith("<!") and rest[2:3].isascii() and rest[2:3].isalpha():
        return ">"
    literal = _LITERAL.match(rest)
    if literal:
        return f"</{literal[1].lower()}>"
    block = _BLOCK_TAG.match(rest)
    if block and block[1].lower() in _BLOCK_NAMES:
        return ""
    whole = None if in_paragraph else _WHOLE_TAG.match(rest)
    return "" if whole and (whole[1] or whole[2]).lower() in _OTHER_NAMES else None


def ends_html(line: str, end: str) -> bool:
    """Whether HTML that goes on up to ``end`` ends with this line."""
    if end.startswith("</"):
        # As in CommonMark, any of these end tags ends any of the elements.
        return any(f"</{name}>" in line.lower() for name in ("script", "pre", "style", "textarea"))
    return end in line
