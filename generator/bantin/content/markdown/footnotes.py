"""Footnotes: in their order at the end of the text, each with a link back to its number in the text."""

import re
from collections.abc import Sequence

from bantin.content.markdown.fast.inline import Note, to_html
from bantin.domain.problems import Language

BACK_TO_TEXT: dict[Language, str] = {
    "vi": "Trở lại chú thích %d trong bài",
    "en": "Back to note %d in the text",
}

_MENTION = re.compile(r"\[\^([0-9]+)\]")


def are_in_order(defined: Sequence[str], text: str) -> bool:
    """Whether the lines that define the footnotes of ``text`` are numbered from 1, as is what refers to each, once."""
    numbers = [str(number) for number in range(1, len(defined) + 1)]
    begin_so = all(line.startswith(f"[^{number}]:") for line, number in zip(defined, numbers, strict=True))
    return begin_so and _MENTION.findall(text) == numbers * 2


def write_footnotes(defined: Sequence[str], language: Language, note: Note) -> str:
    """The HTML of the footnotes that these lines define, which are plain."""
    footnotes = enumerate((line.partition(": ")[2] for line in defined), start=1)
    items = "".join(_item(number, words, language, note) for number, words in footnotes)
    return f'<div class="footnote">\n<hr>\n<ol>\n{items}</ol>\n</div>'


def _item(number: int, words: str, language: Language, note: Note) -> str:
    written, back = to_html(words, note), note(f"#fnref:{number}")
    link = f'<a class="footnote-backref" href="{back}" title="{BACK_TO_TEXT[language] % number}">↩</a>'
    return f'<li id="fn:{number}">\n<p>{written}&nbsp;{link}</p>\n</li>\n'
