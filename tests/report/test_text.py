"""Problems for a terminal: warnings first, a line each, and errors last and whole."""

from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from bantin.domain.problems import Kind, Language, Location, Problem, Severity, Wording
from bantin.report import Excerpt, as_text, excerpts_below
from tests.bulletins import write
from tests.report.samples import LATE, PROBLEMS, TYPO, no_excerpt

ABSENT = Kind(
    "absent",
    Severity.WARNING,
    Wording("There is no “{key}”.", "Add “{key}: …”."),
    Wording("Chưa có “{key}”.", "Hãy thêm “{key}: …”."),
)


def brief(problems: Sequence[Problem], language: Language = "vi") -> str:
    return as_text(problems, language, no_excerpt, brief=True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "content/b.md: warning: Too late. [late]\n"
            "\n"
            "content/a.md:2:8: error: There is no hia. [typo]\n"
            "  2 | số: là hia\n"
            "    |        ^^^\n"
            "  → Write hai.\n"
            "\n",
        ),
        (
            "vi",
            "content/b.md: cảnh báo: Quá muộn. [late]\n"
            "\n"
            "content/a.md:2:8: lỗi: Không có hia. [typo]\n"
            "  2 | số: là hia\n"
            "    |        ^^^\n"
            "  → Hãy viết hai.\n"
            "\n",
        ),
    ],
)
@pytest.mark.parametrize("briefly", [True, False])
def test_text_tells_the_place_the_line_and_what_to_do(
    tmp_path: Path, language: Language, text: str, briefly: bool
) -> None:
    write(tmp_path, {"content/a.md": "tên: a\nsố: là hia\n"})
    assert as_text(PROBLEMS, language, excerpts_below(tmp_path), brief=briefly) == text


def test_no_problems_are_no_text() -> None:
    assert as_text((), "en", no_excerpt) == ""
    assert brief(()) == ""


def test_the_caret_stands_below_what_is_meant_whatever_the_number_of_the_line() -> None:
    problem = TYPO.at(Location("a", 12345, 3), one="x", near="y")
    lines = as_text((problem,), "en", lambda _: Excerpt("abcdef", 2, 3)).split("\n")
    assert lines[1:3] == ["  12345 | abcdef", "        |   ^^^"]


@pytest.mark.parametrize("briefly", [True, False])
def test_colours_are_all_that_coloured_text_adds(briefly: bool) -> None:
    problems = (*PROBLEMS, LATE.at(Location("content/c.md")))
    coloured = as_text(problems, "en", no_excerpt, coloured=True, brief=briefly)
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == as_text(problems, "en", no_excerpt, brief=briefly)


@pytest.mark.parametrize("briefly", [True, False])
def test_text_holds_nothing_that_a_terminal_would_obey(briefly: bool) -> None:
    at = Location("content/\x1b[2J.md")
    told = [kind.at(at, one="\x1b]0;x\x07", near="\u202eb", key=key) for kind in (TYPO, ABSENT) for key in "ab\x1b"]
    assert not {"\x1b", "\x07", "\u202e"} & set(as_text(told, "en", no_excerpt, brief=briefly))


def test_warnings_of_a_rule_stand_together_with_a_hint_that_they_share_once() -> None:
    old = [ABSENT.at(Location(f"content/articles/{year}/a.md", 1), key="lead") for year in range(2010, 2013)]
    assert brief(old) == (
        "cảnh báo: 3 chỗ trong 3 tệp [absent]\n"
        "  content/articles/2010/a.md:1: Chưa có “lead”.\n"
        "  content/articles/2011/a.md:1: Chưa có “lead”.\n"
        "  content/articles/2012/a.md:1: Chưa có “lead”.\n"
        "  → Hãy thêm “lead: …”.\n"
        "\n"
    )
    other = ABSENT.at(old[0].location, key="source")
    assert brief([old[0], other], "en") == (
        "warning: 2 places in 1 file [absent]\n"
        "  content/articles/2010/a.md:1: There is no “lead”.\n"
        "  → Add “lead: …”.\n"
        "  content/articles/2010/a.md:1: There is no “source”.\n"
        "  → Add “source: …”.\n"
        "\n"
    )


def test_of_many_warnings_those_of_the_newest_articles_are_named() -> None:
    paths = ["agencies/a.yml", *(f"articles/{year}/a.md" for year in range(1827, 2027)), "articles/undated/a.md"]
    told = brief([ABSENT.at(Location(f"content/{path}", 1), key="lead") for path in paths])
    assert told.startswith("cảnh báo: 202 chỗ trong 202 tệp [absent]\n")
    assert [line.split("/")[2] for line in told.splitlines() if "articles" in line] == [
        "2022", "2023", "2024", "2025", "2026"
    ]  # fmt: skip
    assert told.endswith("  … và 197 chỗ khác; xem đủ: --verbose\n\n")


def test_what_is_frequent_comes_first_and_errors_come_last() -> None:
    late = [LATE.at(Location(f"{number}.md")) for number in range(9)]
    told = brief([PROBLEMS[0], ABSENT.at(Location("a.md"), key="lead"), *late])
    assert told.index("[late]") < told.index("[absent]") < told.index("[typo]")


def test_in_full_each_warning_has_its_own_hint() -> None:
    told = as_text([ABSENT.at(Location(f"{number}.md"), key="lead") for number in range(200)], "vi", no_excerpt)
    assert told.count("[absent]") == told.count("→ Hãy thêm") == 200
