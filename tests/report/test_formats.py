"""Problems as JSON for programs, as annotations for GitHub, as a report for GitLab."""

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import Location, Problem
from bantin.domain.text.number_format import format_integer
from bantin.report import Excerpt, Summary, as_github, as_gitlab, as_json, as_markdown
from tests.report.samples import HERE, LATE, PASSED, PROBLEMS, TYPO, no_excerpt


def test_no_problems_are_no_annotations() -> None:
    assert as_github((), "en") == ""


def test_json_tells_all_that_is_known() -> None:
    told = json.loads(as_json(PROBLEMS, "en", lambda at: Excerpt("là hia", 3, 3) if at.line else None, PASSED))
    assert told == {
        "version": 1,
        "ok": True,
        "problems": [
            {
                "code": "typo",
                "severity": "error",
                "path": "content/a.md",
                "line": 2,
                "column": 8,
                "width": 3,
                "message": "There is no hia.",
                "hint": "Write hai.",
                "excerpt": "là hia",
            },
            {
                "code": "late",
                "severity": "warning",
                "path": "content/b.md",
                "line": None,
                "column": None,
                "width": None,
                "message": "Too late.",
                "hint": "",
                "excerpt": None,
            },
        ],
        "summary": {
            "articles": 2,
            "written": 0,
            "unchanged": 0,
            "removed": 0,
            "errors": 0,
            "warnings": 0,
            "seconds": 0.5,
            "published": False,
        },
    }


def test_json_keeps_vietnamese_letters_as_they_are() -> None:
    assert "Không có hia." in as_json(PROBLEMS, "vi", no_excerpt, PASSED)


def test_json_ends_with_a_line_feed() -> None:
    assert as_json((), "vi", no_excerpt, PASSED).endswith("}\n")


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            PROBLEMS[0],
            "::error file=content/a.md,title=typo,line=2,col=8,endColumn=11::There is no hia. Write hai.\n",
        ),
        (PROBLEMS[1], "::warning file=content/b.md,title=late::Too late.\n"),
        (LATE.at(Location("a.md", 7)), "::warning file=a.md,title=late,line=7::Too late.\n"),
        (LATE.at(Location("a:b, 100%.md")), "::warning file=a%3Ab%2C 100%25.md,title=late::Too late.\n"),
        (
            TYPO.at(Location("a.md"), one="100%: a, b\nc\r", near="::error::x"),
            "::error file=a.md,title=typo::There is no 100%25: a, b%0Ac%0D. Write ::error::x.\n",
        ),
    ],
)
def test_an_annotation_has_its_signs_escaped(problem: Problem, line: str) -> None:
    assert as_github((problem,), "en") == line


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
def test_nothing_in_a_problem_breaks_out_of_its_annotation(path: str, value: str) -> None:
    told = as_github((TYPO.at(Location(path), one=value, near="y"),), "en")
    assert told.endswith("\n")
    assert not {"\n", "\r"} & set(told[:-1])
    head, message = told[:-1].removeprefix("::error ").split("::", 1)
    file, title = head.split(",")
    assert unquote(file) == f"file={path}"
    assert title == "title=typo"
    assert unquote(message) == f"There is no {value}. Write y."


def test_a_problem_is_told_with_the_field_of_the_form() -> None:
    shown = as_markdown([TYPO.at(HERE, one="hia", near="hai")], "vi", PASSED, lambda _at: "Ngày ký")
    assert "| Mục | Vấn đề | Cách sửa | Tệp |\n|---|---|---|---|\n| Ngày ký | Không có hia. |" in shown
    (told,) = json.loads(as_gitlab([TYPO.at(HERE, one="hia", near="hai")], "vi", lambda _at: "Ngày ký"))
    assert told["description"] == "Ngày ký: Không có hia. Hãy viết hai."


def test_github_gets_errors_first() -> None:
    told = as_github(PROBLEMS[::-1], "en")
    assert told.index("There is no hia.") < told.index("Too late.")


def test_gitlab_gets_each_problem_once_and_for_all() -> None:
    told = json.loads(as_gitlab(PROBLEMS, "vi"))
    assert [one["description"] for one in told] == ["Không có hia. Hãy viết hai.", "Quá muộn."]
    assert [one["severity"] for one in told] == ["major", "minor"]
    assert [one["location"] for one in told] == [
        {"path": "content/a.md", "lines": {"begin": 2}},
        {"path": "content/b.md", "lines": {"begin": 1}},
    ]
    moved = TYPO.at(Location("content/a.md", 9, 1, 3), one="hia", near="hai")
    assert json.loads(as_gitlab([moved], "en"))[0]["fingerprint"] == told[0]["fingerprint"] != told[1]["fingerprint"]


def test_the_page_of_a_run_shows_what_was_written_and_nothing_else() -> None:
    shown = as_markdown([TYPO.at(HERE, one="<b>|[x](y)", near="_")], "vi", Summary.failed(PROBLEMS, 0.5))
    assert shown.startswith("### ❌ Chưa đạt: 1 lỗi, 1 cảnh báo")
    assert r"Không có \<b\>\|\[x\]\(y\)." in shown
    assert as_markdown([], "en", PASSED).count("|") == 0


def test_the_page_of_a_run_shows_errors_first_and_no_more_than_github_takes() -> None:
    late = [LATE.at(Location(f"{'x' * 100}{number}.md")) for number in range(9000)]
    shown = as_markdown([*late, PROBLEMS[0]], "vi", PASSED)
    rows = [line for line in shown.splitlines() if line.startswith("| ")][1:]
    assert "hia" in rows[0]
    assert len(shown.encode()) < 600_000
    assert f"… và {format_integer(9001 - len(rows), 'vi')} vấn đề khác." in shown
