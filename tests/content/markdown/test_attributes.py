"""Attribute lists: what an editor writes in braces may lack a value, and must not stop the build."""

import pytest

from bantin.content.markdown import Converter
from tests.content.readings import ARTICLE, MARK, told


@pytest.mark.parametrize(
    ("text", "html", "problems"),
    [
        ("x\n{: class }", '<p class="">x</p>', []),
        ("x\n{: wide }", "<p>x</p>", ["1:1+1 html-removed"]),
        ("x\n{: id }", "<p>x</p>", []),
        ("# x {id}", '<h2 id="x">x</h2>', []),
        ("# x {#}", '<h2 id="x">x</h2>', []),
        ("*x*{: title }", '<p><em title="">x</em></p>', []),
        ("a | b\n--|--\nc {: style } | d", None, []),
    ],
)
def test_an_attribute_needs_no_value(text: str, html: str | None, problems: list[str]) -> None:
    checked = Converter("vi").convert(text, ARTICLE, 1, MARK)
    assert checked.value is not None
    assert html is None or checked.value.html(()) == html
    assert told(checked.problems) == problems
