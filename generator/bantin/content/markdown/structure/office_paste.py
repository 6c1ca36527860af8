"""Text pasted from Word or Excel, where each line was a paragraph, an item or a row.

Provisions keep their numbers and letters as written, since other documents cite them; dashes become lists.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bantin.content.markdown.structure import tables

_LETTER = r"[^\W\d_]"
_GAP = r"[ \t\u00a0]"
_ROMAN = r"[IVXLC]{1,6}|[ivx]{1,5}"
_NAMES = (
    "Điều|ĐIỀU|Khoản|KHOẢN|Điểm|ĐIỂM|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC|Tiểu mục|TIỂU MỤC|"
    "Article|ARTICLE|Chapter|CHAPTER|Section|SECTION|Part|PART|Annex|ANNEX"
)
_PROVISION = rf"(?:{_NAMES}){_GAP}+(?:\d{{1,3}}[a-zđ]?|{_ROMAN}|[A-ZĐ])"
_SIGN = r"(?:\*\*|__|[*_])?"
# Families of lines that begin alike, perhaps in bold.
_FAMILIES = {
    "provision": rf"{_SIGN}{_PROVISION}(?:[.:](?=[\s*_]|\Z|{_LETTER})|(?=[*_]*(?:\n|\Z)))",
    "number": rf"{_SIGN}\d{{1,3}}[.)/](?!\d){_SIGN}(?={_LETTER}|{_GAP}+\S)",
    "letter": rf"{_SIGN}[a-zđ]\){_SIGN}(?={_GAP}|{_LETTER})",
    "named": rf"{_SIGN}{_PROVISION}{_SIGN}(?={_GAP})",
    "numbers": rf"{_SIGN}\d{{1,3}}(?:\.\d{{1,2}}){{1,4}}[.)]?{_SIGN}{_GAP}",
    "bracketed": rf"{_SIGN}\((?:\d{{1,3}}|[a-zđ]|{_ROMAN})\){_SIGN}{_GAP}",
    "part": rf"{_SIGN}[IVXLC]{{2,6}}[.)/]{_SIGN}{_GAP}",
    "roman": rf"{_SIGN}(?:{_ROMAN})[.)/]{_SIGN}{_GAP}",
    "stop": rf"{_SIGN}[a-zđA-ZĐ][./]{_SIGN}{_GAP}",
    "signature": r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.\s",
    "basis": r"(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét đề nghị|Pursuant to|Based on)\s",
    "label": rf"{_SIGN}(?={_LETTER})[^\n:.;,|“\"(]{{2,30}}:{_SIGN}{_GAP}+\S",
    "dash": rf"[–—](?={_GAP}*{_LETTER}|{_GAP}+\S)",
    "hyphen": rf"-(?={_LETTER})",
    "plus": rf"\+(?={_LETTER})",
    "star": rf"\*(?={_LETTER})(?=[^*\n]*(?:\n|\Z))",
}
_BULLETS = frozenset({"dash", "hyphen", "plus", "star"})
# A line of the strong families always begins something; one of the others only under conditions.
_STRONG = frozenset({"provision", "number", "letter", "part", "signature", "hyphen", "plus"})
_NUMBERED = frozenset({"numbers", "bracketed", "roman", "stop"})
_SEVERAL = frozenset({"label"})
MARKS = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _FAMILIES.items())
"""A regular expression for the beginnings of lines that may be more than a continuation of a paragraph."""
_MARK = re.compile(MARKS)
_ENDS = re.compile(r"""[.;:!?…][”’"')\]*_]*$""")
# Words after which a sentence must go on, so that the line was wrapped: above all, before numbers of provisions.
_LEADS_IN = re.compile(
    r"(?:^|[\s(“\"])(?:(?:khoản|điểm|điều|tiết|article|section)(?:\s+(?:\d{1,3}|[a-zđ]))?|"
    r"mục|chương|phần|phụ lục|và|hoặc|hay|tại|theo|của|với|từ|đến|các|những|ở|là|trong|nêu|gồm|trừ|cùng|về|giữa|do|cho|"
    r"bởi|bằng|như|thuộc|chapter|part|of|in|under|and|or|the|to|by|see|is|are|was|were)$|,$",
    re.IGNORECASE,
)
# The same before other numbers, or before a name.
_WANTS_MORE = re.compile(
    r"(?:^|[\s(“\"])(?:(?<!hằng )(?<!hàng )(?<!mỗi )(?:tháng|ngày|quý)|số|thứ|khóa|khoá|tầng|đường|phố|quận|phường|"
    r"có|được|ông|bà|bộ|sở|luật|tỉnh|thành phố)$",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\*\*[^*]+\*\*:?[ \t]*$")
_HARD_SPACES = re.compile(r"^[ \t\u00a0]*\u00a0[ \t\u00a0]*")
_CODE_SIGNS = re.compile(r"[{}<>=\\$`|]|\w\(|^(?:#|//|--)|;$(?<=\);)")
_WORDS = re.compile(rf"{_LETTER}+")
_ASCII = re.compile(r"[\x00-\x7f]*$")
# Wrapped lines are rarely shorter, so the line below a shorter one is a new paragraph.
_SHORT = 60
LONGEST = 120
"""A longer line was certainly not wrapped by hand."""
_LEAST_CAPITALS = 12


class Piece(Struct, frozen=True):
    """An element that some lines of a paragraph become: its ``kind`` (p, ul or table) and its lines or rows."""

    kind: str
    lines: list[str]


def begins_provision(line: str, above: str) -> bool:
    """Whether a line certainly begins a provision (Điều 2. …) or part (II. …), and does not continue the one above."""
    family, above = _family(line), above.rstrip()
    if _leads_in(above):
        return False
    if family == "stop":
        return line.lstrip("*_")[0].isupper() and len(above) < _SHORT
    if family in ("roman", "basis"):
        return bool(_ENDS.search(above))
    return family in ("provision", "part") or (is_in_capitals(line) and not is_in_capitals(above))


def is_in_capitals(line: str) -> bool:
    """Whether a whole line is in capitals, like those at the head of a document."""
    return len(line) >= _LEAST_CAPITALS and line.isupper() and " " in line.strip()


def stands_out(line: str) -> bool:
    """Whether a line is entirely in capitals or in bold, like headings without a sign."""
    return is_in_capitals(line) or bool(_BOLD.match(line))


def is_own_line(line: str, above: str) -> bool:
    """Whether a line below the end of a sentence begins a new one."""
    return line[0].isupper() and bool(_ENDS.search(above.rstrip())) and not _family(line)


def is_no_heading(lines: Sequence[str]) -> bool:
    """Whether lines are too long for a heading, so that hyphens or equals signs below were intended as a rule."""
    return len(lines) > 1 or len(lines[0]) > 200 or lines[0].rstrip().endswith((".", ";", ":", ","))


def is_prose(text: str) -> bool:
    """Whether indented words are a paragraph with Word's indentation rather than code."""
    if _CODE_SIGNS.search(text):
        return False
    words = _WORDS.findall(text)
    if not _ASCII.match(text):
        return bool(words)
    return len(words) > 1 and text.lstrip("-+*•–— \t\"'(")[:1].isupper()


def is_row_below(text: str, above: str) -> bool:
    """Whether a line that begins with a number is another row from a spreadsheet."""
    return text.count("\t") > 1 and text.count("\t") == above.count("\t")


def without_hard_spaces(text: str) -> str:
    """``text`` with the no-break spaces at its beginning replaced by ordinary ones."""
    found = _HARD_SPACES.match(text)
    return found[0].replace("\u00a0", " ") + text[found.end() :] if found else text


def pieces(lines: list[str]) -> list[Piece]:
    """The elements that the lines of a paragraph, which may be indented, become: usually one paragraph."""
    if len(lines) == 1:
        return [Piece("p", [lines[0].strip(" \t")])]
    found: list[Piece] = []
    words: list[str] = []
    for kind, several in _tables(lines):
        if kind == "p":
            words += several
            continue
        found += _paragraphs(words)
        words = []
        found.append(Piece(kind, several))
    return [*found, *_paragraphs(words)]


def _family(line: str) -> str:
    """The name of a line's family, or '' if it belongs to none."""
    found = _MARK.match(line)
    if found is None or (found.lastgroup == "label" and not line.lstrip("*_")[0].isupper()):
        return ""
    return found.lastgroup or ""


def _tables(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Divides the lines into runs: rows of a table, and other lines."""
    kinds = [_row(line) for line in lines]
    at = 0
    while at < len(lines):
        end = at + 1
        while kinds[at] and end < len(lines) and kinds[end] == kinds[at]:
            end += 1
        # Tabs at the ends of lines do not separate cells.
        is_table = end > at + 1 and (kinds[at] != "\t" or any("\t" in line.strip() for line in lines[at:end]))
        yield ("table" if is_table else "p"), lines[at:end]
        at = end


def _row(line: str) -> str:
    """The type of separator between the cells of a line, if it may be the row of a table; else ''."""
    text = line.strip()
    tabs = line.lstrip().count("\t")
    if tabs > 1 or (tabs and not _MARK.match(text)):
        return "\t"
    if tables.is_row(text):
        return "|"
    bars = text.count(" | ")
    return f"{bars} bars" if bars else ""


def _paragraphs(lines: list[str]) -> Iterator[Piece]:
    """Divides lines that are no rows into paragraphs and lists."""
    if not lines:
        return
    stripped = [line.strip(" \t") if at == len(lines) - 1 else line.lstrip(" \t") for at, line in enumerate(lines)]
    families = [_family(line) for line in stripped]
    begins = _beginnings(stripped, families)
    if not any(begins[1:]):
        yield Piece("p", stripped)
        return
    at = 0
    while at < len(stripped):
        family = families[at] if begins[at] else ""
        end = at + 1
        if family in _BULLETS:
            while end < len(stripped) and (not begins[end] or families[end] == family):
                end += 1
            yield Piece("ul", list(_items(stripped[at:end], begins[at:end])))
        else:
            while end < len(stripped) and not begins[end]:
                end += 1
            yield Piece("p", stripped[at:end])
        at = end


def _beginnings(lines: list[str], families: list[str]) -> list[bool]:
    """For each line, whether it begins a paragraph or item of its own."""
    times = Counter(families)
    is_enumeration = sum(line.rstrip().endswith(";") for line in lines) > 1
    begins = [bool(families[0]) and (families[0] not in _BULLETS or times[families[0]] > 1)]
    for at in range(1, len(lines)):
        above, family = lines[at - 1], families[at]
        if above.endswith(("  ", "\\")):
            # A deliberate line break.
            begins.append(False)
        elif is_enumeration and above.endswith((";", ":")):
            begins.append(True)
        else:
            begins.append(
                _changes_style(above, lines[at], families[at - 1])
                or _begins(above.rstrip(), families[at - 1], family, times)
            )
    if any(begins[1:]) or _are_paragraphs(lines):
        # If one line was a paragraph in Word, all were.
        for at in range(1, len(lines)):
            begins[at] = begins[at] or _is_own_paragraph(lines[at], lines[at - 1], families[at - 1])
    return begins


def _are_paragraphs(lines: list[str]) -> bool:
    """Whether no line was wrapped: one is too long for that, and all lines end with a sentence."""
    return max(map(len, lines)) > LONGEST and all(
        is_own_line(line, above) for above, line in pairwise(lines) if not above.endswith(("  ", "\\"))
    )


def _changes_style(above: str, line: str, family_above: str) -> bool:
    """Whether lines in capitals or in bold begin or end here, or a post follows the line of the body signed for."""
    is_post = family_above == "signature" and line.isupper()
    return is_post or (stands_out(above) != stands_out(line) and not _leads_in(above.rstrip()))


def _leads_in(above: str) -> bool:
    """Whether a line ends with words after which a number or anything else must follow."""
    return bool(_LEADS_IN.search(above[-_SHORT:]))


def _is_own_paragraph(line: str, above: str, family_above: str) -> bool:
    if not line[:1].isupper() or is_in_capitals(line) or above.endswith(("  ", "\\")):
        return False
    above = above.rstrip()
    goes_on = _leads_in(above) or bool(_WANTS_MORE.search(above[-_SHORT:]))
    is_short = len(above) < _SHORT and (family_above == "provision" or not goes_on)
    return is_short or bool(_ENDS.search(above))


def _begins(above: str, family_above: str, family: str, times: Counter[str]) -> bool:
    if not family or _leads_in(above):
        return False
    if family in ("number", "numbers") and _WANTS_MORE.search(above[-_SHORT:]):
        return False
    if family in _STRONG or (family not in _SEVERAL and _ENDS.search(above)):
        return True
    if family == "named":
        return family_above in ("named", "provision")
    return times[family] > 1 or (family in _NUMBERED and len(above) < _SHORT)


def _items(lines: list[str], begins: list[bool]) -> Iterator[str]:
    """The items of a list, given by its lines, without their dashes."""
    item: list[str] = []
    for line, is_first in zip(lines, begins, strict=True):
        if is_first and item:
            yield "\n".join(item)
            item = []
        item.append(line[1:].lstrip(" \t\u00a0") if is_first else line)
    yield "\n".join(item)
