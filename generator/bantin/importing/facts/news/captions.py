"""Captions: short lines between paragraphs that name what a picture shows."""

import re

from bantin.domain.text.person_names import post_at, rank_at
from bantin.importing.facts.news.bylines import is_credit
from bantin.importing.facts.news.headlines import names_a_picture
from bantin.importing.facts.news.phrases import any_of, line_key

_LONGEST, _MOST_WORDS, _FEW_WORDS, _ENOUGH = 240, 40, 24, 7
_OPENERS = (
    "quang cảnh", "toàn cảnh", "khung cảnh", "các đại biểu", "đại biểu", "các đồng chí lãnh đạo", "đại diện",
    "lãnh đạo", "hai bên", "các bên", "hai đồng chí", "đồng chí", "đ/c", "ông", "bà", "thượng tướng", "đại tướng",
    "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "bộ trưởng", "hai bộ trưởng",
    "thứ trưởng", "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "chủ nhiệm", "viện trưởng", "cục trưởng",
    "chánh văn phòng", "bí thư", "phó bí thư", "tham dự", "một số", "buổi lễ", "lễ ký", "nghi thức", "ký kết", "trao",
    "chụp ảnh", "thủ trưởng", "trưởng", "phó trưởng", "phó thủ tướng", "thủ tướng", "tổng bí thư", "phó viện trưởng",
    "phó cục trưởng", "phó chủ nhiệm", "phó chánh văn phòng", "bốn bên", "ba bên", "bốn cơ quan",
    "hai thứ trưởng", "hai cục trưởng", "hai giám đốc", "hai chủ tịch", "hai viện trưởng", "thầy", "cô",
)  # fmt: skip
_SCENES = ("quang cảnh", "toàn cảnh", "khung cảnh", "chụp ảnh", "lưu niệm")
_ALSO_TOLD = ("dự và", "chủ trì", "điều hành", "công bố", "đọc", "trình bày")
_SIGHTS = (
    "quang cảnh", "toàn cảnh", "chụp ảnh", "lưu niệm", "ký kết", "ký", "ký quy chế", "trao", "tặng", "phát biểu",
    "bắt tay", "tặng hoa", "chứng kiến", "chủ trì", "điều hành", "tham dự buổi lễ", "tham dự lễ", "dự buổi lễ",
    "dự lễ", "dự hội nghị", "tham dự hội nghị", "tại buổi", "tại cuộc", "tại lễ ký", "tại hội nghị", "công bố", "đọc",
    "trình bày",
)  # fmt: skip
# What running text says and captions do not: what has been done, is planned or follows.
_TOLD = (
    "đã", "sẽ", "cũng", "nhằm", "theo đó", "quy định", "trên cơ sở", "tiếp đó", "sau đó", "cùng dự", "tuy nhiên",
    "vì vậy", "do đó", "đồng thời", "cho biết", "khẳng định", "nhấn mạnh", "đề nghị", "yêu cầu", "cho rằng",
    "góp phần", "bao gồm", "có", "tham gia", "trong đó", "qua đó", "do", "gồm",
)  # fmt: skip


def is_caption(text: str, neighbour: int) -> bool:
    """Whether ``text`` is certainly a caption; ``neighbour`` is the length of the longest paragraph next to it.

    A short paragraph and a caption can be alike; then it is a paragraph.
    """
    if len(text) > _LONGEST:
        return False
    if is_credit(text) or _LABELLED.match(text) or _CREDITED.search(text):
        return True
    if _TOLD_OTHERWISE.search(text) or not _names_what_is_seen(text):
        return False
    words = len(text.split())
    if text[-1] not in ".…":
        return words <= _MOST_WORDS
    return words <= _FEW_WORDS and _is_caption_with_point(text, neighbour)


def _is_caption_with_point(text: str, neighbour: int) -> bool:
    """Whether a short sentence is a caption. One with posts between commas is rather one of the text."""
    key = line_key(text)
    if any_of(_SCENES).search(key):
        return neighbour >= len(text)
    if "," in text or len(text.split()) < _ENOUGH or any_of(_ALSO_TOLD).search(key):
        return False
    return neighbour >= (len(text) if names_a_picture(text) else 2 * len(text))


def _names_what_is_seen(text: str) -> bool:
    """Whether a line begins with people or a scene and has them do what a picture shows, without telling more."""
    key = line_key(text)
    titled = text[-1] not in ".…" and (post_at(text, 0) or rank_at(text, 0))
    return bool(
        (titled or any_of(_OPENERS).match(key)) and any_of(_SIGHTS).search(key) and not any_of(_TOLD).search(key)
    )


# Several sentences, lists, questions, dates.
_TOLD_OTHERWISE = re.compile(r"[^\W\d_]{2}[.…]\s|[:;?!|]|\d/\d|\btháng \d", re.IGNORECASE)
_LABELLED = re.compile(
    r"\(?(?:ảnh|hình)(?:\s\d{1,2})?\s?[:.]\s"
    r"|\(?(?:một\s(?:số|vài)\s)?(?:hình\s)?ảnh\s(?:tại|trong|buổi|lễ|minh)(?!\w)",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"(?:[.)\s–-]|^)[(\[]?\s?ảnh\s?:\s?[^:]{2,40}[)\]]?\.?$", re.IGNORECASE)
