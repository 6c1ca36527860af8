"""Leads: the sentences before a text that sum it up."""

import re
from collections.abc import Iterable

from bantin.importing.facts.news.headlines import is_item
from bantin.importing.facts.news.phrases import line_key
from bantin.importing.material import Block, Paragraph

_LONGEST, _SHORTEST_CUT, _FEWEST_SHARED = 800, 40, 0.6
_END_OF_SENTENCE = re.compile(r"(?<=[^\W\d_A-Z]{2}[.!?…])\s+(?=[^\W\d_])")
_WORD = re.compile(r"\w+")


def is_set_apart(first: Paragraph) -> bool:
    """Whether the first paragraph of a text may be its lead, and is no heading, item or beginning of a list."""
    return not (first.level or is_item(first.text) or first.text.endswith(":") or len(first.text) > _LONGEST)


def is_cut(stated: str, paragraph: str) -> bool:
    """Whether ``stated`` is the beginning of ``paragraph``, as descriptions for search engines are."""
    begin = line_key(stated.rstrip(" .…"))
    return len(begin) >= _SHORTEST_CUT and line_key(paragraph).startswith(begin)


def is_about(stated: str, body: Iterable[Block]) -> bool:
    """Whether ``stated`` has most of its words from the text; otherwise it may be about the whole portal."""
    words = set(_WORD.findall(line_key(stated)))
    said = {word for block in body if isinstance(block, Paragraph) for word in _WORD.findall(line_key(block.text))}
    return len(words & said) >= _FEWEST_SHARED * len(words)


def first_sentence(text: str) -> str:
    """The first sentence of ``text``."""
    return _END_OF_SENTENCE.split(text, maxsplit=1)[0]
