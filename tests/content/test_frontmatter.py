"""PARSE: where front matter ends and the text begins, and at which line of the file each of them stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.frontmatter import FrontMatter, split
from tests.content.readings import ARTICLE, told
from tests.content.strategies import bounded


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nc\n", FrontMatter("a: b\n", 2, "c\n", 4)),
        ("---\na: b\n---\n", FrontMatter("a: b\n", 2, "", 4)),
        ("---\na: b\n---", FrontMatter("a: b\n", 2, "", 4)),
        ("---\n---\nc", FrontMatter("", 2, "c", 3)),
        ("---\na: b\n---\n\n\nc", FrontMatter("a: b\n", 2, "\n\nc", 4)),
        ("\n\n---\na: b\n---\nc", FrontMatter("a: b\n", 4, "c", 6)),
        (" \t\n---\na: b\n---\nc", FrontMatter("a: b\n", 3, "c", 5)),
        ("--- \na: b\n---\t \nc", FrontMatter("a: b\n", 2, "c", 4)),
        ("---\na: b\n ---\n---\nc", FrontMatter("a: b\n ---\n", 2, "c", 5)),
        ("---\na: b\n---\nc\n\n----\n\n—\n", FrontMatter("a: b\n", 2, "c\n\n----\n\n—\n", 4)),
        ("---\na: b\n\nc: d\n\n# e\n---\nf", FrontMatter("a: b\n\nc: d\n\n# e\n", 2, "f", 8)),
        ("---\na: b\n---\nc\n\n---\n\nd", FrontMatter("a: b\n", 2, "c\n\n---\n\nd", 4)),
    ],
)
def test_front_matter_is_what_stands_between_the_first_two_fences(text: str, parts: FrontMatter) -> None:
    assert split(text, ARTICLE).value == parts
    assert split(text, ARTICLE).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# Tiêu đề\n",
        "+++\na = 1\n+++\n",
        "Một đoạn.\n\n---\nHai.\n",
    ],
)
def test_a_text_that_does_not_begin_with_a_fence_has_no_front_matter(text: str) -> None:
    checked = split(text, ARTICLE)
    assert checked.value is None
    assert told(checked.problems) == ["1:1+1 front-matter-missing"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("---", 1), ("---\na: b\n", 1), ("\n\n---\na: b\n  ---\n", 3), ("---\na: b\n--- c\n", 1)],
)
def test_front_matter_without_an_end_is_reported_at_its_beginning(text: str, line: int) -> None:
    checked = split(text, ARTICLE)
    assert checked.value is None
    assert told(checked.problems) == [f"{line}:1+3 front-matter-unclosed"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" ---\na: b\n---\n", "1:1+4 front-matter-missing"),
        ("----\na: b\n----\n", "1:1+4 front-matter-missing"),
        ("\n—\na: b\n---\n", "2:1+1 front-matter-missing"),
        ("--\n", "1:1+2 front-matter-missing"),
        ("- - -\na: b\n", "1:1+5 front-matter-missing"),
        ("---\na: b\n—\nc\n", "3:1+1 front-matter-unclosed"),
        ("---\na: b\n----\n---\nc", "3:1+4 front-matter-unclosed"),
        ("---\na: b\n...\nc", "3:1+3 front-matter-unclosed"),
        ("---\na: b\n--\n", "3:1+2 front-matter-unclosed"),
        ("---\na: b\n–––", "3:1+3 front-matter-unclosed"),
    ],
)
def test_what_is_nearly_a_fence_is_reported_with_what_to_write(text: str, problem: str) -> None:
    checked = split(text, ARTICLE)
    assert checked.value is None
    assert told(checked.problems) == [problem]
    assert [one.value("mended_line") for one in checked.problems] == ["---"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: x\n---\n", "1:1+8 front-matter-missing"),
        ("\nTiêu đề: x\n---\n", "2:1+10 front-matter-missing"),
        ("Mở đầu.\n\n---\ntitle: x\n---\nNội dung.\n", "1:1+7 front-matter-missing"),
        ("---\na: b\n\nNội dung.\n", "4:1+9 front-matter-unclosed"),
        ("---\na: b\n\nNội dung.\n\n---\n\nHai.\n", "4:1+9 front-matter-unclosed"),
        ("---\na: b\n---\n\nNội dung.\n\n---\ntitle: x\n---\n", "7:1+3 front-matter-twice"),
        ("---\na: b\n---\n---\ntitle: x\n---\n", "4:1+3 front-matter-twice"),
    ],
)
def test_front_matter_in_the_wrong_place_is_reported_there(text: str, problem: str) -> None:
    checked = split(text, ARTICLE)
    assert checked.value is None
    assert told(checked.problems) == [problem]


keys = st.lists(st.from_regex(r"(?: {0,2}[a-zđậ]{1,5}: [a-zđậ-]{0,9})?", fullmatch=True))
lines = st.lists(st.from_regex(r"[ a-zđậ:-]{0,9}", fullmatch=True).filter(lambda line: line.rstrip() != "---"))


@bounded
@given(st.integers(0, 3), keys, lines)
def test_both_parts_are_whole_and_stand_at_their_lines(blank: int, yaml: list[str], markdown: list[str]) -> None:
    text = "\n" * blank + "\n".join(["---", *yaml, "---", *markdown])
    parts = split(text, ARTICLE).value
    assert parts is not None
    assert parts.yaml == "".join(f"{line}\n" for line in yaml)
    assert parts.markdown == "\n".join(markdown)
    assert text.split("\n")[parts.yaml_line - 1 :][: len(yaml)] == yaml
    assert text.split("\n")[parts.markdown_line - 1 :] == markdown
