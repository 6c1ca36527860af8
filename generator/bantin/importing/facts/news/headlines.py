"""Headlines and prose: what lines of a page look like that are a title or running text."""

import re

from bantin.importing.facts.news.bylines import is_office
from bantin.importing.facts.news.phrases import any_of, line_key

_FEWEST, _MOST, _LONGEST, _ENOUGH = 5, 45, 260, 8
_SENTENCE, _LEAD_LIKE, _LONG = 5, 18, 28
_DEEDS = (
    "ký", "ký kết", "phối hợp", "lễ", "hội nghị", "quy chế", "thỏa thuận", "hợp tác", "kế hoạch", "chương trình",
    "liên tịch", "giao ước", "tổ chức", "triển khai", "tăng cường", "nâng cao", "đẩy mạnh", "bàn giao", "trao",
    "sơ kết", "tổng kết", "ban hành", "công bố", "ra mắt", "giữa", "thống nhất", "tiếp", "thăm", "làm việc",
    "biên bản", "ghi nhớ", "cam kết", "nghị quyết", "hiệp đồng", "sửa đổi", "bổ sung", "gia hạn",
)  # fmt: skip
_SHOWN = (
    "quang cảnh", "toàn cảnh", "chụp ảnh", "lưu niệm", "các đại biểu", "đại biểu", "đại diện", "phát biểu tại",
    "phát biểu chỉ đạo", "tại buổi lễ", "tại lễ ký", "tại hội nghị", "bắt tay", "ảnh minh họa",
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…;:][\"”’»)\]]*$")
_ITEM = re.compile(r"[-+•*–]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")


def is_headline(text: str) -> bool:
    """Whether a line may be a headline: a few words on what was done, without the end of a sentence."""
    words = len(text.split())
    if not _FEWEST <= words <= _MOST or len(text) > _LONGEST or _SENTENCE_END.search(text) or _ITEM.match(text):
        return False
    if text.startswith("(") or re.match(r"(?:sáng|chiều|tối|ngày)\s(?:ngày\s)?\d", text, re.I) or is_office(text):
        return False
    return words >= _ENOUGH or tells_a_deed(text)


def names_a_picture(text: str) -> bool:
    """Whether a line names what is seen in words that few headlines have: ``Quang cảnh buổi lễ``."""
    return any_of(_SHOWN).search(line_key(text)) is not None


def tells_a_deed(text: str) -> bool:
    """Whether a line has words that headlines of this field have: ``ký kết``, ``phối hợp``, ``hội nghị``."""
    return any_of(_DEEDS).search(line_key(text)) is not None


def is_lead_like(text: str) -> bool:
    """Whether a line without the end of a sentence is as long as a lead."""
    return len(text.split()) >= _LEAD_LIKE


def may_be_lead(text: str) -> bool:
    """Whether a line without the end of a sentence may be a lead, where no headline can stand."""
    return len(text.split()) >= _ENOUGH


def is_prose(text: str) -> bool:
    """Whether a line is running text: a sentence, or as long as only paragraphs are."""
    words = len(text.split())
    return words >= _LONG or (words >= _SENTENCE and _SENTENCE_END.search(text) is not None)


def is_item(text: str) -> bool:
    """Whether a line begins with the sign or number of a list."""
    return _ITEM.match(text) is not None
