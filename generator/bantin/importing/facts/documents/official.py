"""Tells official documents from other texts in files of the same kinds, by their layout."""

import re
from collections.abc import Iterable
from functools import cache

from bantin.domain.model.provision import ProvisionKind
from bantin.importing.facts.documents.lines import label_of, lines_in
from bantin.importing.material import Block

# The lines within which a document has its head.
_HEAD = 30
_LEAST_ARTICLES = 2


def is_official(blocks: Iterable[Block]) -> bool:
    """Whether a document is laid out as a signed one: it has the motto of the state or of the party, or articles.

    News name the state and the party as well. A motto stands in capitals (Decree 30/2020/NĐ-CP, annex I), or alone.
    """
    lines = [line.text for block in blocks for line in lines_in(block)]
    if any(_in_capitals().search(line) or _alone().fullmatch(line) for line in lines[:_HEAD]):
        return True
    labels = [label for line in lines if (label := label_of(line))]
    return sum(label.kind is ProvisionKind.ARTICLE for label in labels) >= _LEAST_ARTICLES


@cache
def _in_capitals() -> re.Pattern[str]:
    return re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|SOCIALIST REPUBLIC OF VI")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(
        r"(?:Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam|Đảng Cộng sản Việt Nam|(?:The )?Socialist Republic of Viet ?Nam)"
        r"\W*",
        re.IGNORECASE,
    )
