"""Finds leftovers: placeholders, notes and samples that should have been replaced before publication."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

PLACEHOLDERS = {
    "vi": "Viết nội dung bài ở đây, thay cho dòng này.",
    "en": "Write the article here, in place of this line.",
}
"""The text of a new article, by language."""
PAGE_PLACEHOLDERS = {
    "vi": "Viết nội dung trang ở đây, thay cho dòng này.",
    "en": "Write the page here, in place of this line.",
}
"""The text of a new static page."""
TRANSLATION_PLACEHOLDERS = {
    "vi": "Viết bản dịch ở đây, thay cho dòng này.",
    "en": "Write the translation here, in place of this line.",
}
"""The text of a new translation."""
SENTENCES = tuple(one for some in (PLACEHOLDERS, PAGE_PLACEHOLDERS, TRANSLATION_PLACEHOLDERS) for one in some.values())
"""The texts of all new files."""

SAMPLES = (
    "Đây là bài mẫu. Hãy sửa lại hoặc xóa đi khi đã có bài thật.",
    "Write the article in Markdown: a blank line between paragraphs, `##` before a heading.",
    "This is a sample. Change it, or remove it when there are real articles.",
    "Viết nội dung bài bằng Markdown: mỗi đoạn văn cách nhau một dòng trống, đề mục bắt đầu bằng `##`.",
    "Hãy cho bạn đọc biết ai thực hiện bản tin này và liên hệ ở đâu.",
    "Hãy cho người đọc biết ai thực hiện bản tin này và liên hệ ở đâu.",
    "Tell readers who publishes this bulletin, and how to reach you.",
)
"""Sentences of new bulletins: of the sample article and the "about" page, as all versions have written them."""


class LeftoverKind(StrEnum):
    """The kind of a leftover: a placeholder, a note to oneself, a sample text, an example address."""

    PLACEHOLDER = "placeholder"
    NOTE = "note"
    SAMPLE = "sample"
    ADDRESS = "address"


class Leftover(Struct, frozen=True):
    """A leftover in a text, from ``start`` to ``end``."""

    kind: LeftoverKind
    start: int
    end: int


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t][^\n]*)?$", re.MULTILINE)
_NOTES = (
    r"(?:nội dung\s+)?(?:đang|cần|sẽ|chờ|phải)\s+(?:được\s+)?(?:cập nhật|bổ sung)(?:\s+(?:sau|thêm|nội dung))*"
    r"|(?:cập nhật|bổ sung)\s+sau|chưa có(?:\s+(?:nội dung|thông tin))?|chưa viết"
)
_WORDS = re.compile(
    r"(?<![\w/@#.=&?-])(?:TODO|FIXME|TBD)(?![\w/@=-])|(?<![\w/])(?i:todo|fixme)\s*:|(?<![\w/])XXX\s*:"
    r"|(?<![\w/.:%-])(?:x{2,4}|XXX)/(?=[\w/])"
)
_FILL = (
    r"(?:điền|nhập|chèn|ghi|viết|thêm|bổ sung)\s+"
    r"(?:vào|tên|số|ngày|nội dung|sau|ở đây|thông tin|chức vụ|họ tên|địa chỉ)|insert\s|fill in"
)
_SAID = rf"\s*(?:(?P<note>(?:{_NOTES}|x{{3,6}})[.…]*)|(?:{_FILL})[^\[\](){{}}<>\n]{{0,60}})\s*"
# Each pattern begins with one fixed character, which is fast to search for; link texts and footnotes do not count.
_IN_BRACKETS = tuple(
    re.compile(rf"{before}{_SAID}{after}(?![(:\[])", re.IGNORECASE)
    for before, after in ((r"\[", r"\]"), (r"\(", r"\)"), ("<", ">"))
)
_LOREM = re.compile(r"[Ll](?i:orem\s+ipsum)")
_ALONE = re.compile(
    rf"^[ \t>*_#|-]*(?:{_NOTES}|x{{3,6}}|TODO|\.{{3,}}|…+)[.…]*[ \t*_|]*$", re.IGNORECASE | re.MULTILINE
)
_NOTHING = r"\.{2,}|…+|\?+|x{3,6}"
# Each pattern begins with what precedes a value in YAML.
_VALUES = tuple(
    re.compile(
        rf"{before}[ \t]*(?P<quote>['\"“]?)(?:(?P<nothing>{_NOTHING})|(?P<note>{_NOTES})[.…]*)"
        r"(?P=quote)[”]?[ \t]*(?=[,\]}]|$|[ \t]#)",
        re.IGNORECASE | re.MULTILINE,
    )
    for before in (": ", ", ", r"\[", "- ")
)
# The beginnings of leftovers: a fast check that rules out nearly all texts.
_BEGINS = (
    r"(?:\.\.|…|XXX(?!X)|xxx|[ĐđCc](?:ang |ần |hờ |hưa (?:có|viết)|ập nhật|iền |hèn )"
    r"|[Nn](?:ội dung (?:đang|cần|sẽ|chờ|phải)|hập )|[Tt](?:odo|hêm )|[Vv]iết (?:sau|vào|tên|nội)|[Ss]ẽ |[Pp]hải "
    r"|[Bb]ổ sung (?:sau|vào|tên|số|ngày|nội|ở|thông|chức|họ|địa)|[Gg]hi |[IiFf](?:nsert |ill in|ixme)|TODO|TBD|FIXME"
    r"|[ĐCBN](?:ANG CẬP|ANG BỔ|IỀN|ẦN BỔ|HƯA CÓ|ẬP NHẬT|Ổ SUNG SAU|ỘI DUNG Đ)|Đây là bài|Hãy cho|Viết bản dịch"
    r"|This is a sample\.|Tell readers|Write the|[Ll]orem)"
)
_ANYWHERE = {
    "F": re.compile(r"F(?=IXME)"),
    "L": re.compile(r"L(?=orem)"),
    "T": re.compile(r"T(?=ODO|odo *:|BD|his is a sample\.|ell readers)"),
    "Đ": re.compile(r"Đ(?=ây là bài mẫu)"),
    "X": re.compile(r"X(?=XX(?!X))(?<!XX)"),
    "x": re.compile(r"x(?=xx|x/|ample\.)"),
    "<": re.compile(rf"<(?=[ \t]*(?:{_BEGINS}|tên|số|ngày))"),
    "(": re.compile(rf"\((?=[ \t]*{_BEGINS})"),
    "[": re.compile(rf"\[(?=[ \t]*{_BEGINS})"),
}
# Single letters first: searching for them is much faster.
_IN_VALUES = ("…", "?", "Ậ", "..", "ập nhật", "ổ sung", "hưa ", "xxx")
_FIRST_LINE = re.compile(rf"[ \t>*_#|-]*+{_BEGINS}")
_IN_LINES = re.compile(rf"\n(?=[ \t>*_#|-]*+{_BEGINS})")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
# The names of RFC 2606, and that of a new bulletin; other names below .example are allowed, for explanations.
_UNREACHABLE = re.compile(
    r"https?://(?:(?:[\w-]+\.)*(?:example\.(?:com|org|net)|test|invalid|localhost)|bulletin\.example|127\.0\.0\.1)(?=[:/]|$)"
)
_ADDRESS = re.compile(r"(?:[\w.+-]+@|https?://(?:www\.)?)example\.(?:com|org|net)\b", re.IGNORECASE)

HINT = (
    r"(?m:^)(?:<{7}|>{7}|\|{7})|TODO|FIXME|TBD|(?i:todo|fixme)\s*:|XXX\s*:|xx/|XXX/|[Ll](?i:orem\s+ipsum)"
    rf"|[\[(<]\s*(?i:{_NOTES}|x{{3,6}}|{_FILL})|(?im:{_ALONE.pattern})"
    rf"|(?im:(?:: |, |\[|- )[ \t]*['\"“]?(?:{_NOTHING}|(?:{_NOTES})[.…]*)['\"“”]*[ \t]*(?:[,\]}}]|$|[ \t]#))"
    rf"|example\.(?i:com|org|net)|{'|'.join(sentence[:10] for sentence in (*SENTENCES, *SAMPLES))}"
)
"""A pattern without lookarounds that matches every text in which a function of this module finds something."""


def find_conflict(text: str) -> re.Match[str] | None:
    """Finds the first conflict marker of Git in ``text``."""
    # A test for a single letter first: it is much faster.
    may_be = ("<" in text and "<<<<<<<" in text) or (">" in text and ">>>>>>>" in text) or "|||||||" in text
    return _CONFLICT.search(text) if may_be else None


def leftovers_in(text: str) -> Iterator[Leftover]:
    """Finds the leftovers in any ``text``, except in HTML comments."""
    if any(sign in text and hint.search(text) for sign, hint in _ANYWHERE.items()):
        yield from _found(text)


def leftovers_in_markdown(markdown: str) -> Iterator[Leftover]:
    """Finds the leftovers in a Markdown text, including lines that consist of a note or a placeholder alone."""
    if _IN_LINES.search(markdown) or _FIRST_LINE.match(markdown):
        yield from _found(markdown)
        for match in _ALONE.finditer(markdown):
            yield Leftover(LeftoverKind.NOTE, match.start(), match.end())
    else:
        yield from leftovers_in(markdown)


def leftovers_in_values(yaml: str) -> Iterator[Leftover]:
    """Finds the values in ``yaml`` that consist of a note or a placeholder alone."""
    if not any(hint in yaml for hint in _IN_VALUES):
        return
    for pattern in _VALUES:
        for match in pattern.finditer(yaml):
            group = "nothing" if match["nothing"] else "note"
            yield Leftover(
                LeftoverKind.PLACEHOLDER if match["nothing"] else LeftoverKind.NOTE,
                match.start(group),
                match.end(group),
            )


def without_comments(yaml: str) -> str:
    """Replaces the comments in ``yaml`` with spaces, so that offsets stay the same."""
    if "#" not in yaml:
        return yaml
    return _COMMENT.sub(lambda match: " " * len(match[0]), yaml)


def is_unreachable(address: str) -> bool:
    """Whether the address of a site is one that no reader can reach, such as ``https://example.com/``."""
    return bool(_UNREACHABLE.match(address))


def _found(text: str) -> Iterator[Leftover]:
    for kind, sentences in ((LeftoverKind.PLACEHOLDER, SENTENCES), (LeftoverKind.SAMPLE, SAMPLES)):
        for sentence in sentences:
            if sentence in text:
                start = text.index(sentence)
                yield Leftover(kind, start, start + len(sentence))
    for kind, pattern in _patterns_for(text):
        for match in pattern.finditer(text):
            if not _is_hidden(text, match.start()):
                note = "note" in pattern.groupindex and match["note"]
                yield Leftover(LeftoverKind.NOTE if note else kind, match.start(), match.end())


def _patterns_for(text: str) -> Iterator[tuple[LeftoverKind, re.Pattern[str]]]:
    """The patterns that may match in ``text``, with the kind of what they find."""
    if any(word in text for word in ("TODO", "FIXME", "TBD", "XXX", "odo", "ixme", "xx/")):
        yield LeftoverKind.NOTE, _WORDS
    for pattern in _IN_BRACKETS:
        yield LeftoverKind.PLACEHOLDER, pattern
    if "orem" in text:
        yield LeftoverKind.PLACEHOLDER, _LOREM
    if "example." in text:
        yield LeftoverKind.ADDRESS, _ADDRESS


def _is_hidden(text: str, start: int) -> bool:
    """Whether the offset ``start`` lies in an HTML comment."""
    opened = text.rfind("<!--", max(0, start - 2_000), start)
    return opened >= 0 and text.find("-->", opened, start) < 0
