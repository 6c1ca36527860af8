"""Leftovers of work: what somebody meant to take out of a text, or to fill in, before it was published."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

PLACEHOLDERS = {
    "vi": "Viết nội dung bài ở đây, thay cho dòng này.",
    "en": "Write the article here, in place of this line.",
}
"""The text of a new article, by language."""

SAMPLES = (
    "Đây là bài mẫu. Hãy sửa lại hoặc xóa đi khi đã có bài thật.",
    "This is a sample. Change it, or remove it when there are real articles.",
    "Hãy cho người đọc biết ai thực hiện bản tin này và liên hệ ở đâu.",
    "Tell readers who publishes this bulletin, and how to reach you.",
)
"""Sentences of a new bulletin: of its first article and of its page about itself."""


class Sort(StrEnum):
    """What a leftover is: a text that means nothing yet, a note to oneself, a sample, an address that is nobody's."""

    PLACEHOLDER = "placeholder"
    NOTE = "note"
    SAMPLE = "sample"
    ADDRESS = "address"


class Leftover(Struct, frozen=True):
    """A leftover between two places of a text."""

    sort: Sort
    start: int
    end: int


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t][^\n]*)?$", re.MULTILINE)
_NOTES = (
    r"(?:nội dung\s+)?(?:đang|cần|sẽ|chờ|phải)\s+(?:được\s+)?(?:cập nhật|bổ sung|hoàn thiện|điền)"
    r"(?:\s+(?:sau|thêm|nội dung))*|(?:cập nhật|bổ sung|điền|viết)\s+sau"
    r"|chưa có(?:\s+(?:nội dung|thông tin))?|chưa viết|to be (?:added|done|written)|coming soon"
)
_WORDS = re.compile(
    r"(?<![\w/@#.=&?-])(?:TODO|FIXME|TBD)(?![\w/@=-])|(?<![\w/])(?i:todo|fixme)\s*:|(?<![\w/])XXX\s*:"
    r"|(?<![\w/.:%-])(?:x{2,4}|XXX)/(?=[\w/])"
)
_FILL = (
    r"(?:điền|nhập|chèn|ghi|viết|thêm|bổ sung)\s+"
    r"(?:vào|tên|số|ngày|nội dung|sau|ở đây|thông tin|chức vụ|họ tên|địa chỉ)|insert\s|fill in"
)
_SAID = rf"\s*(?:(?P<note>(?:{_NOTES}|xxx+)[.…]*)|(?:{_FILL})[^\[\](){{}}<>\n]{{0,60}})\s*"
# Each begins with one sign, to which a search leaps; what a link or a note follows is none.
_IN_BRACKETS = tuple(
    re.compile(rf"{before}{_SAID}{after}(?![(:\[])", re.IGNORECASE)
    for before, after in ((r"\[", r"\]"), (r"\(", r"\)"), ("<", ">"))
)
_LOREM = re.compile(r"[Ll](?i:orem\s+ipsum)")
_ALONE = re.compile(
    rf"^[ \t>*_#|-]*(?:{_NOTES}|xxx+|asdf|TODO|\.{{3,}}|…+)[.…]*[ \t*_|]*$", re.IGNORECASE | re.MULTILINE
)
_NOTHING = r"\.{2,}|…+|\?+|xxx+|-{2,}|asdf"
# Without one of these, a text has no such line or value.
_HINTS = (
    "..", "…", "xxx", "XXX", "asdf", "TODO", "TBD", "FIXME", "--", "?", "hật", "ổ sung", "hưa ", "oàn thiện", " sau",
    "iền", "o be ", "oming soon",
)  # fmt: skip
# Each begins with what may stand before a value.
_VALUES = tuple(
    re.compile(
        rf"{before}[ \t]*(?P<quote>['\"“]?)(?:(?P<nothing>{_NOTHING})|(?P<note>TODO|TBD|FIXME|{_NOTES})[.…]*)"
        r"(?P=quote)[”]?[ \t]*(?=[,\]}]|$|[ \t]#)",
        re.IGNORECASE | re.MULTILINE,
    )
    for before in (": ", ", ", r"\[", "- ")
)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
# Of RFC 2606, and the name that a new bulletin has; other names below .example are left to those who explain something.
_NOWHERE = re.compile(
    r"https?://(?:(?:[\w-]+\.)*(?:example\.(?:com|org|net)|test|invalid|localhost)|bulletin\.example|127\.0\.0\.1)(?=[:/]|$)"
)
_ADDRESS = re.compile(r"(?:[\w.+-]+@|https?://(?:www\.)?)example\.(?:com|org|net)\b", re.IGNORECASE)


def find_conflict(text: str) -> re.Match[str] | None:
    """The first line that Git has put into ``text`` where two changes did not fit together."""
    if "<<<<<<<" in text or ">>>>>>>" in text or "|||||||" in text:
        return _CONFLICT.search(text)
    return None


def leftovers_in(text: str) -> Iterator[Leftover]:
    """What is left anywhere in ``text``, but for comments of HTML."""
    for sort, sentences in ((Sort.PLACEHOLDER, PLACEHOLDERS.values()), (Sort.SAMPLE, SAMPLES)):
        for sentence in sentences:
            if sentence in text:
                start = text.index(sentence)
                yield Leftover(sort, start, start + len(sentence))
    for sort, pattern in _sought(text):
        for match in pattern.finditer(text):
            if not _is_hidden(text, match.start()):
                note = "note" in pattern.groupindex and match["note"]
                yield Leftover(Sort.NOTE if note else sort, match.start(), match.end())


def lines_left(markdown: str) -> Iterator[Leftover]:
    """The lines of a text that say nothing but that it is not written yet."""
    for match in _ALONE.finditer(markdown) if _is_suspect(markdown) else ():
        yield Leftover(Sort.NOTE, match.start(), match.end())


def values_left(yaml: str) -> Iterator[Leftover]:
    """The values in ``yaml`` that say nothing but that they are not known yet."""
    for pattern in _VALUES if _is_suspect(yaml) else ():
        for match in pattern.finditer(yaml):
            group = "nothing" if match["nothing"] else "note"
            yield Leftover(Sort.PLACEHOLDER if match["nothing"] else Sort.NOTE, match.start(group), match.end(group))


def without_comments(yaml: str) -> str:
    """``yaml`` with blanks in place of its comments, so that every place stays the same."""
    if "#" not in yaml:
        return yaml
    return _COMMENT.sub(lambda match: " " * len(match[0]), yaml)


def is_nowhere(address: str) -> bool:
    """Whether the address of a site is one that no reader could ever reach."""
    return bool(_NOWHERE.match(address))


def _sought(text: str) -> Iterator[tuple[Sort, re.Pattern[str]]]:
    if any(word in text for word in ("TODO", "FIXME", "TBD", "XXX", "odo", "ixme", "xx/")):
        yield Sort.NOTE, _WORDS
    for pattern in _IN_BRACKETS:
        yield Sort.PLACEHOLDER, pattern
    if "orem" in text:
        yield Sort.PLACEHOLDER, _LOREM
    if "example." in text:
        yield Sort.ADDRESS, _ADDRESS


def _is_suspect(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


def _is_hidden(text: str, start: int) -> bool:
    """Whether a place lies in a comment of HTML."""
    opened = text.rfind("<!--", max(0, start - 2_000), start)
    return opened >= 0 and text.find("-->", opened, start) < 0
