"""Captions: short lines between paragraphs that name what a picture shows."""

import re

from bantin.importing.facts.bylines import is_credit
from bantin.importing.facts.phrases import any_of, line_key

_LONGEST, _MOST_WORDS, _FEW_WORDS = 240, 40, 26
_OPENERS = (
    "quang cảnh", "toàn cảnh", "khung cảnh", "các đại biểu", "đại biểu", "các đồng chí lãnh đạo", "đại diện",
    "lãnh đạo", "hai bên", "các bên", "hai đồng chí", "đồng chí", "đ/c", "ông", "bà", "thượng tướng", "đại tướng",
    "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "bộ trưởng", "hai bộ trưởng",
    "thứ trưởng", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "chủ nhiệm", "viện trưởng", "cục trưởng",
    "chánh văn phòng", "bí thư", "phó bí thư", "tham dự", "một số", "buổi lễ", "lễ ký", "nghi thức", "ký kết", "trao",
    "chụp ảnh", "thủ trưởng", "trưởng", "phó trưởng", "phó thủ tướng", "thủ tướng", "tổng bí thư", "phó viện trưởng",
    "phó cục trưởng", "phó chủ nhiệm", "phó chánh văn phòng", "bốn bên", "ba bên", "bốn cơ quan",
)  # fmt: skip
_SIGHTS = (
    "quang cảnh", "toàn cảnh", "chụp ảnh", "lưu niệm", "ký kết", "ký", "ký quy chế", "trao", "tặng", "phát biểu",
    "bắt tay", "tặng hoa", "chứng kiến", "chủ trì", "điều hành", "tham dự buổi lễ", "tham dự lễ", "dự buổi lễ",
    "dự lễ", "dự hội nghị", "tham dự hội nghị", "tại buổi lễ", "tại lễ ký", "tại hội nghị", "công bố", "đọc",
    "trình bày",
)  # fmt: skip
# What running text says and captions do not: what has been done, is planned or follows.
_TOLD = (
    "đã", "sẽ", "cũng", "nhằm", "theo đó", "quy định", "trên cơ sở", "tiếp đó", "sau đó", "cùng dự", "tuy nhiên",
    "vì vậy", "do đó", "đồng thời", "cho biết", "khẳng định", "nhấn mạnh", "đề nghị", "yêu cầu", "cho rằng",
    "góp phần", "bao gồm", "trong đó", "qua đó", "do", "gồm",
)  # fmt: skip


def is_caption(text: str, neighbour: int) -> bool:
    """Whether ``text`` is certainly a caption; ``neighbour`` is the length of the longer paragraph next to it.

    A short paragraph and a caption can be alike; then it is a paragraph.
    """
    if is_credit(text) or _ends_in_credit(text) or (len(text) <= _LONGEST and _OF_GALLERY.match(text)):
        return True
    if (
        len(text) > _LONGEST
        or _MORE_SENTENCES.search(text)
        or any(char in text for char in ":;?!|")
        or _DATED.search(text)
    ):
        return False
    key, words = line_key(text), len(text.split())
    ends_open = text[-1] not in ".…"
    if (
        words > (_MOST_WORDS if ends_open else _FEW_WORDS)
        or any_of(_TOLD).search(key)
        or not any_of(_OPENERS).match(key)
    ):
        return False
    return any_of(_SIGHTS).search(key) is not None and (ends_open or neighbour >= 2 * len(text))


_MORE_SENTENCES = re.compile(r"[^\W\d_]{2}[.…]\s")
_DATED = re.compile(r"\d/\d|\btháng \d", re.IGNORECASE)
_OF_GALLERY = re.compile(
    r"\(?(?:ảnh|hình)(?:\s\d{1,2})?\s?[:.]\s|\(?(?:một\s(?:số|vài)\s)?(?:hình\s)?ảnh\s(?:tại|trong|buổi|lễ|minh)(?!\w)",
    re.IGNORECASE,
)
_CREDIT_BEHIND = re.compile(r"(?:[.)\s–-]|^)[(\[]?\s?ảnh\s?:\s?[^:]{2,40}[)\]]?\.?$", re.IGNORECASE)


def _ends_in_credit(text: str) -> bool:
    return len(text) <= _LONGEST and _CREDIT_BEHIND.search(text) is not None
