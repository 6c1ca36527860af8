"""Writes plain footnotes at the end of a text, each with a link back to its number in the text."""

import re
from collections.abc import Sequence

from bantin.content.markdown.fast.inline import AddressWriter, to_html
from bantin.domain.problems import Language

BACK_TO_TEXT: dict[Language, str] = {
    "vi": "Trở lại chú thích %d trong bài",
    "en": "Back to note %d in the text",
}

_MENTION = re.compile(r"\[\^([0-9]+)\]")


def are_in_order(defined: Sequence[str], text: str) -> bool:
    """Whether the footnotes of ``text`` and the references to them, one for each, are numbered in order from 1.

    ``defined`` are the lines that define the footnotes.
    """
    numbers = [str(number) for number in range(1, len(defined) + 1)]
    are_numbered = all(line.startswith(f"[^{number}]:") for line, number in zip(defined, numbers, strict=True))
    return are_numbered and _MENTION.findall(text) == numbers * 2


def write_footnotes(defined: Sequence[str], language: Language, write_address: AddressWriter) -> str:
    """Writes the footnotes that the plain lines ``defined`` define as HTML."""
    footnotes = enumerate((line.partition(": ")[2] for line in defined), start=1)
    items = "".join(_item(number, words, language, write_address) for number, words in footnotes)
    return f'<div class="footnote">\n<hr>\n<ol>\n{items}</ol>\n</div>'


def _item(number: int, words: str, language: Language, write_address: AddressWriter) -> str:
    written, back = to_html(words, write_address), write_address(f"#fnref:{number}")
    link = f'<a class="footnote-backref" href="{back}" title="{BACK_TO_TEXT[language] % number}">↩</a>'
    return f'<li id="fn:{number}">\n<p>{written}&nbsp;{link}</p>\n</li>\n'
