"""PARSE: possible corrections of a line that YAML cannot read; each is tried before it is suggested."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bantin.content.problems import yaml as problems
from bantin.content.yaml.keys import LISTS, is_key, is_key_itself, key_of
from bantin.domain.problems import Kind

_LINE = re.compile(r"( *(?:- +)*[^\s:#\"'\[\]{},&*!|>%@`-][^:#\[\]{}\"'\n]*? *:[ \t]+)(\S.*?)\s*$")
_ITEM = re.compile(r"( *(?:- +)+)(\S.*?)\s*$")
# A key, and something other than a colon and a space after it.
_NEARLY = re.compile(
    r"([ \t\xa0]*(?:- *)*)([^\W\d_][\w -]{0,38}?)\s*([:\uff1a\ufe55;=]|\s[-–—>]+\s|\u3000)([\s\xa0]*)(.*?)\s*$"
)
BULLETS = "•–—―·●○▪■◦‣∙➢➤✓*+-"
"""The signs that word processors and editors put before an item of a list."""
BULLET = rf"[{re.escape(BULLETS)}]|(?:[0-9]{{1,2}}|[a-zđ])[.)](?=\s)"
"""A regular expression for the bullet of an item: a sign, ``1.`` or ``a)``."""
_BULLET = re.compile(rf"( *)(?:{BULLET})[ \t\xa0]*(\S.*?)\s*$")
_FLOW_PAIR = re.compile(r"([{,] *[a-z_]+)[:\uff1a]\xa0?(?=[^\s/},\]])")
# A key, a space and no colon.
_NO_COLON = re.compile(r"([ \xa0]*(?:- *)*)([a-z_]+)[ \xa0]+([^\s:=>–—-].*?)\s*$")
# A key at the margin after a bullet, or between asterisks as in Markdown.
_MARKED = re.compile(r"(?:[*_]{1,2}|[*+•–—] +)([^\W\d_][\w -]{0,38}?)(?::[*_]{0,2}|[*_]{1,2}:)[ \xa0]+(.*?)\s*$")
_INDICATORS = "@`%&*!|>[]{},?-#"
_HASHTAG = re.compile(r"#[^\W\d_]\w*")
_DEPTHS = 4


class SuggestedFix(Struct, frozen=True):
    """The rule that may have been broken, and the ``mended`` text for a part of a line or for the whole line."""

    kind: Kind
    line: int
    column: int
    width: int
    mended: str
    values: dict[str, object] = {}
    is_whole: bool = False

    def typed(self, lines: Sequence[str]) -> list[str]:
        """``lines`` with the fix applied."""
        line = lines[self.line]
        new = self.mended if self.is_whole else line[: self.column] + self.mended + line[self.column + self.width :]
        return [*lines[: self.line], new, *lines[self.line + 1 :]]


def quoted(text: str) -> str:
    """Quotes ``text`` for YAML, in the kind of quotes that changes it least."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def is_hashtag(text: str) -> bool:
    """Whether ``text`` is a number sign and a word: a topic, which must be written without the sign."""
    return _HASHTAG.fullmatch(text) is not None


def as_value(text: str) -> str:
    """Writes ``text`` as a value: unchanged where YAML reads it so, quoted where it does not."""
    if text and text[0] in "“‘«„" and text[-1] in "”’»“":
        text = text[1:-1].strip()
    if not text or text[0] in "'\"[{":
        return text
    is_read = text[0] not in _INDICATORS and ": " not in text and " #" not in text and not text.endswith(":")
    return text if is_read else quoted(text)


def guesses(lines: Sequence[str], number: int) -> Iterator[SuggestedFix]:
    """The fixes for a line that cannot be read, the likeliest first."""
    line = lines[number]
    yield from _tabs(lines, number)
    yield from _keys(line, number)
    yield from _values(line, number)
    yield from _items(line, number)


def is_not_quite_key(line: str) -> bool:
    """Whether a line begins with a key that is not followed by a colon and a space."""
    return any(True for _ in _keys(line, 0))


def _whole(kind: Kind, line: str, number: int, mended: str, **values: object) -> SuggestedFix:
    begin = len(line) - len(line.lstrip())
    return SuggestedFix(kind, number, begin, max(1, len(line.strip())), mended, values, is_whole=True)


def _tabs(lines: Sequence[str], number: int) -> Iterator[SuggestedFix]:
    line = lines[number]
    begin = re.match(r"[ \t\xa0]*(?:-[ \t\xa0]*)*", line)
    before = begin[0] if begin else ""
    if "\t" in before or "\xa0" in before:
        kind = problems.TAB_MENDED if "\t" in before else problems.INDENT_MENDED
        rest = line[len(before) :]
        dashes = re.sub(r"-[ \t\xa0]*", "- ", before.lstrip(" \t\xa0"))
        for depth in (_width(before), *_depths_above(lines, number)):
            yield _whole(kind, line, number, f"{' ' * depth}{dashes}{rest}")


def _width(before: str) -> int:
    """The depth of indentation ``before`` a line, with each tab counted as two spaces."""
    spaces = before[: len(before) - len(before.lstrip(" \t\xa0"))]
    return len(spaces.replace("\t", "  "))


def _keys(line: str, number: int) -> Iterator[SuggestedFix]:
    if "{" in line and _FLOW_PAIR.search(line):
        yield _whole(problems.NO_SPACE, line, number, _FLOW_PAIR.sub(r"\1: ", line))
    marked = _MARKED.match(line)
    if marked and is_key(marked[1]):
        yield _whole(problems.NO_SPACE, line, number, f"{key_of(marked[1])}: {as_value(marked[2])}".rstrip())
    bare = _NO_COLON.match(line)
    if bare and ":" not in line and is_key_itself(bare[2]):
        yield _whole(problems.NO_SPACE, line, number, f"{bare[1]}{bare[2]}: {as_value(bare[3])}")
    found = _NEARLY.match(line)
    if found is None or not is_key(found[2]):
        return
    if found[3] == ":" and (not found[5] or found[4].startswith((" ", "\t"))):
        return
    before, key, value = found[1].replace("\xa0", " "), key_of(found[2]), found[5]
    yield _whole(problems.NO_SPACE, line, number, f"{before}{key}: {as_value(value)}".rstrip())


def _values(line: str, number: int) -> Iterator[SuggestedFix]:
    """Quotes a value that YAML does not read as it is typed."""
    pair = _LINE.match(line) or _ITEM.match(line)
    if pair is None:
        return
    value, column = pair[2], pair.start(2)
    for kind, mended, values in _quoted_values(value):
        yield SuggestedFix(kind, number, column, len(value), mended, values)


def _quoted_values(value: str) -> Iterator[tuple[Kind, str, dict[str, object]]]:
    first = value[0]
    if first in "'\"":
        yield from _quotes(value, first)
    elif first in "“‘«„”’" and value[-1] in "”’»“":
        yield problems.TYPOGRAPHIC_QUOTES, quoted(value[1:-1].strip()), {"quoted": value}
    elif first in "[{":
        yield from _brackets(value, first)
    elif first == "-" and value[1:2] in ("", " "):
        yield problems.DASH_MENDED, quoted(value), {}
    elif first in "&*" and " " in value and "[" not in value and "{" not in value:
        yield problems.ALIAS_MENDED, quoted(value), {}
    elif first == "!" and value[1:2] not in ("!", "<"):
        yield problems.TAG_MENDED, quoted(value), {"tag": value.split(" ", maxsplit=1)[0]}
    elif first in _INDICATORS and first not in "&*!":
        yield problems.RESERVED_MENDED, quoted(value), {"char": first}
    elif ":" in value:
        yield problems.COLON_MENDED, quoted(value), {}


def _brackets(value: str, sign: str) -> Iterator[tuple[Kind, str, dict[str, object]]]:
    if "#" in value:
        yield problems.COMMENT_CUTS, _with_items_quoted(value), {"lost": value[value.index("#") :]}
    bare = value.rstrip(" ,;.")
    if bare != value and bare[-1] in "]}":
        yield problems.BEHIND_BRACKET, bare, {"lost": value[len(bare) :].strip()}
    yield problems.BRACKET_MENDED, value + ("]" if sign == "[" else "}"), {}
    yield problems.RESERVED_MENDED, quoted(value), {"char": sign}


def _quotes(value: str, sign: str) -> Iterator[tuple[Kind, str, dict[str, object]]]:
    inner, closing = value[1:], value.find(sign, 1)
    if closing < 0:
        yield problems.UNCLOSED_QUOTE, value + sign, {"sign": sign}
        yield problems.UNCLOSED_QUOTE, quoted(inner), {"sign": sign}
    elif closing < len(value) - 1:
        # Either quotes around the whole value, which contains others, or quotes around its first words only.
        is_outer = value.endswith(sign) and (value.count(sign) % 2 or value[closing - 1] == " ")
        whole = inner[:-1] if is_outer else value
        yield problems.BEHIND_QUOTE, quoted(whole), {"sign": sign}
    elif "\\" in value:
        yield problems.ESCAPE_MENDED, quoted(inner[:-1]), {}


def _with_items_quoted(value: str) -> str:
    """Quotes each text that begins with ``#`` in a list or mapping on one line; hashtags lose the sign instead."""

    def mended(found: re.Match[str]) -> str:
        return found[0][1:] if is_hashtag(found[0]) else quoted(found[0])

    return re.sub(r"#[^,\]}]*(?<! )", mended, value)


def _items(line: str, number: int) -> Iterator[SuggestedFix]:
    found = _BULLET.match(line)
    if found:
        yield _whole(problems.BULLET, line, number, f"{found[1]}- {found[2]}", sign=line.strip()[0])


def depths(lines: Sequence[str], number: int) -> Iterator[SuggestedFix]:
    """The line at the depth of those above it, or as an item or a continuation of the entry above it."""
    line = lines[number]
    words = line.strip()
    if not words:
        return
    depth_here = len(line) - len(line.lstrip())
    is_pair = re.match(r"(?:- +)*[\w -]+:(?: |$)|- ", words) is not None
    if is_pair and not number:
        yield _whole(problems.INDENT_MENDED, line, number, words.removeprefix("- ").lstrip())
    for depth in _depths_above(lines, number):
        if is_pair and depth != depth_here:
            yield _whole(problems.INDENT_MENDED, line, number, " " * depth + words)
    if not is_pair and number:
        above = lines[number - 1]
        if above.rstrip().endswith(":") and above.strip(" -:") in LISTS:
            yield _whole(problems.BULLET, line, number, f"{' ' * depth_here}- {words}", sign=words)
        depth = len(above) - len(above.lstrip()) + 2
        yield _whole(problems.GOES_ON, line, number, " " * depth + words)


def _depths_above(lines: Sequence[str], number: int) -> list[int]:
    """The depths of keys and items above a line, the nearest to its own first; of two equally near, the deeper."""
    depth_here = len(lines[number]) - len(lines[number].lstrip())
    above = [line for line in reversed(lines[:number]) if line.strip()]
    found = {len(line) - len(line.lstrip(signs)) for line in above for signs in (" ", " -")}
    return sorted(found, key=lambda depth: (abs(depth - depth_here), -depth))[:_DEPTHS]


def line_with_open_quote(lines: Sequence[str]) -> int | None:
    """The number of the first line with a value whose quote is not closed on that line."""
    for number, line in enumerate(lines):
        pair = _LINE.match(line) or _ITEM.match(line)
        if pair and pair[2][0] in "'\"" and pair[2].find(pair[2][0], 1) < 0:
            return number
    return None
