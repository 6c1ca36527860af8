"""The HTML of a text, on one line, and the problems in it."""

import html

from bantin.content.markdown import Converter
from tests.content.readings import ARTICLE, MARK, told


def html_of(text: str) -> str:
    """The HTML of a text without problems, which must be the same on both paths of conversion."""
    checked = Converter("vi", shortcuts=False).convert(text, ARTICLE, 1, MARK)
    assert Converter("vi").convert(text, ARTICLE, 1, MARK) == checked
    assert checked.problems == ()
    assert checked.value is not None
    shown = checked.value.html(tuple(html.escape(link.target) for link in checked.value.outline.links))
    return shown.replace("\n", "")


def told_of(text: str) -> list[str]:
    return told(Converter("vi").convert(text, ARTICLE, 1, MARK).problems)
