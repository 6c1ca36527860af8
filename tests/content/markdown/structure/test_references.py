"""Link reference definitions: what is one, and what stays text."""

import pytest

from bantin.content.markdown.structure.references import Definitions, take_definitions


@pytest.mark.parametrize(
    ("lines", "definitions"),
    [
        (["[a]: b.md"], {"a": ("b.md", None)}),
        (['[A  b]: /c "d"'], {"a b": ("/c", "d")}),
        (["[a]:", "  /b", "  'c", "d'"], {"a": ("/b", "c\nd")}),
        (["[a]: <b c> (d)"], {"a": ("b c", "d")}),
        (["[a]: /b\\*c"], {"a": ("/b*c", None)}),
        (["[a]: /b", "[a]: /c", "[d]: /e"], {"a": ("/b", None), "d": ("/e", None)}),
    ],
)
def test_definitions_are_taken_out(lines: list[str], definitions: Definitions) -> None:
    found: Definitions = {}
    assert take_definitions(lines, found) == []
    assert found == definitions


@pytest.mark.parametrize(
    "line",
    ["[Ghi chú]: không", "[a]: xem thêm ở đây", "[a]:", "[ ]: /b", "[^1]: /b", "[a] /b", "[a]: /b)c", '[a]: /b "c" d'],
)
def test_what_is_no_definition_stays(line: str) -> None:
    found: Definitions = {}
    assert take_definitions([line, "hết"], found) == [line, "hết"]
    assert found == {}


def test_lines_behind_definitions_stay() -> None:
    found: Definitions = {}
    assert take_definitions(["[a]: /b", '"c" d', "e"], found) == ['"c" d', "e"]
