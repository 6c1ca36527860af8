"""How often the parties review the agreement by its own text (sơ kết, tổng kết), and who chairs."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bantin.domain.text.capital_names import expanded
from bantin.domain.text.durations import Duration
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.documents.terms import Sentence
from bantin.importing.facts.model import AgencyName, Found, ReviewFacts

_COUNT = r"(?:[0-9]{1,2}(?: ?\([^()]{1,20}\))?|một|hai|ba|bốn|năm|sáu|chín|mười)"

# How far from the word a period may stand, in characters.
_BEFORE, _BEHIND = 80, 40


def read_review(sentences: Iterable[Sentence], parties: Sequence[AgencyName]) -> Found[ReviewFacts] | None:
    """What the first sentence about reviews with a period says; ``None`` if there is none."""
    about = [one for one in sentences if _review().search(one.text)]
    found = next((one for one in about if _shortest(one.text)), None)
    turns = next((one for one in about if _turns().search(one.text)), None)
    chairs = [agency for one in about for agency in parties if _chairs(one.text, agency)]
    chair = chairs[0] if len({agency.name for agency in chairs}) == 1 and not turns else None
    if found is None and turns is None:
        return None
    every = str(_shortest(found.text)) if found else ""
    evidence = (found or turns or about[0]).evidence
    return Found(ReviewFacts(every, rotating=turns is not None, chair=chair), evidence)


@cache
def _review() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:sơ kết|tổng kết)(?!\w)", re.IGNORECASE)


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(r"luân phiên", re.IGNORECASE)


def _shortest(text: str) -> Duration | None:
    """The shortest period that stands near the word: where reviews of two kinds differ, they meet that often."""
    reviews = [found.start() for found in _review().finditer(text)]
    periods = [
        length
        for found in _period().finditer(text)
        if any(-_BEHIND <= at - found.start() <= _BEFORE for at in reviews)
        and (length := Duration.parse_words(found[0]))
    ]
    return min(periods, key=lambda one: (one.years * 12 + one.months, one.weeks, one.days), default=None)


@cache
def _period() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?:định kỳ|hằng|hàng|mỗi|cứ)(?: (?:hằng|hàng|mỗi))? (?:{_COUNT} )?(?:năm|quý|tháng)(?! [0-9]{{4}})"
        rf"(?:/lần| một lần)?|{_COUNT} (?:năm|tháng) ?(?:/|một|01|1) ?lần|thường niên)(?!\w)",
        re.IGNORECASE,
    )


def _chairs(text: str, agency: AgencyName) -> bool:
    """Whether a sentence says that ``agency`` chairs: ``do Bộ Công an chủ trì``."""
    return name_key(f"do {expanded(agency.name)} chủ trì") in name_key(expanded(text))
