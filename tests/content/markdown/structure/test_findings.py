"""Findings: the mistakes of the table, and what is none."""

import pytest

from tests.content.markdown.structure.shown import told_of


@pytest.mark.parametrize(
    "text",
    [
        "- một;\n  hai.\n\nBa.",
        "- Một câu dài\nđược ngắt dòng.",
        "- Một câu. Hai\nBa câu.",
        "> Một.\n> Hai.\n\nBa.",
        "Một[^1].\n\n[^1]: Hai.\n\n    Ba.\n\nBốn.",
        "Mục\n===\n\nPhần hai\n---\n\nHết.",
        "Hết.\n\n---\n\nBắt đầu.",
        "#hashtag #hai\n\n#1 trong năm",
        "| a |\n|---|\n| b |\n| c | |",
        "| a | b |\n|---|---|\n| c |",
        "```\n##Mục\n- [] a\n| b |\n```",
        "<div>\n\n**a**\n\n</div>",
        "<details>\n<summary>a</summary>\n\nb\n\n</details>\n\nc",
        "<details>\n\nb</details>\n\nc",
        "<table>\n<tr><td>a - b</td></tr>\n</table>",
        "<!-- ghi chú\n\n- một -->\n\nHết.",
        "- [một](https://a.vn) hai\n- [x][y]\n\n[y]: https://b.vn",
        "1. một\n\n   ```\n   a\n   ```\n2. hai",
    ],
)
def test_what_was_meant_gives_no_alarm(text: str) -> None:
    assert told_of(text) == []


def test_only_so_many_of_a_kind_are_reported() -> None:
    assert told_of("##a\n\n" * 100) == [f"{line}:1+3 heading-needs-space" for line in range(1, 20, 2)]


def test_places_are_right_beside_what_is_plain_and_reads_alike() -> None:
    text = "| a | b |\n|---|---|\n| c | d |\n\nMột\n\n|---|---|\n\n`x`"
    assert told_of(text) == ["7:1+9 row-alone"]
