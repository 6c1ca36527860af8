"""The formats of a list of tasks."""

import json
from datetime import UTC, date, datetime

import icalendar
import pytest

from bantin.todo import formats
from bantin.todo.tasks import Task, TaskKind
from bantin.todo.words import WORDS
from tests.index.contents import SITE, on

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
TASKS = [
    Task(TaskKind.OVERDUE, "content/articles/2020/a.md", "Quy chế <A> & B", on("2025-06-07"), ("a",), ("Bộ A", "Bộ C")),
    Task(TaskKind.TERM, "content/articles/2020/b.md", "Quy chế B", on("2026-03")),
    Task(TaskKind.GUESSES, "content/articles/2020/c.md", "2020-05", detail="3"),
]


def test_people_read_what_to_do_below_each_heading() -> None:
    assert formats.as_text(TASKS[:2], "en") == (
        "Reviews overdue (1)\n"
        "  → If it was held, write {kind: reviewed, on: …} under “events”; if not, mend “review: next”.\n"
        "  content/articles/2020/a.md: Quy chế <A> & B\n"
        "      7 June 2025 · turn of: Bộ A (now Bộ C)\n"
        "\n"
        "Terms that end soon (1)\n"
        "  → Ask the parties; if they extend it, write {kind: extended, on: …, until: …} under “events”.\n"
        "  content/articles/2020/b.md: Quy chế B\n"
        "      March 2026\n"
    )


def test_nothing_is_said_too() -> None:
    assert formats.as_text([], "vi") == "Không có việc nào.\n"
    assert "<p>Không có việc nào.</p>" in formats.as_html([], SITE)


def test_programs_read_days_as_edtf_and_nothing_as_null() -> None:
    found = json.loads(formats.as_json(TASKS, "vi"))
    assert found["version"] == 1
    assert [(one["kind"], one["on"], one["turn"], one["detail"]) for one in found["tasks"]] == [
        ("overdue_review", "2025-06-07", ["Bộ A", "Bộ C"], None),
        ("term_ends", "2026-03", [], None),
        ("guesses", None, [], "3"),
    ]


def test_a_page_for_a_mail_is_escaped() -> None:
    page = formats.as_html(TASKS, SITE)
    assert "Quy chế &lt;A&gt; &amp; B" in page
    assert "<script" not in page
    assert page.count("<li>") == 3


def test_an_issue_has_a_line_for_each_task_and_no_more_than_it_can_hold() -> None:
    text = formats.as_markdown(TASKS, SITE)
    assert text.startswith(f"# Việc cần làm – {SITE.title}\n\n## ")
    items = [line for line in text.splitlines() if line.startswith("- ")]
    assert items[0] == (
        r"- Quy chế \<A\> & B (content/articles/2020/a.md) · 07/06/2025 · đến lượt: Bộ A \(nay là Bộ C\)"
    )
    assert len(items) == 3
    many = [Task(TaskKind.TERM, f"content/articles/2020/{one}.md", "Quy chế B" * 9) for one in range(2_000)]
    shown = formats.as_markdown(many, SITE)
    kept = sum(line.startswith("- ") for line in shown.splitlines())
    assert 60_000 - 200 < len(shown) < 60_100
    assert shown.endswith(f"\n… và {2_000 - kept:,} việc nữa.\n".replace(",", "."))
    assert formats.as_markdown([], SITE).endswith("\n\nKhông có việc nào.\n")


def test_a_calendar_has_the_days_that_are_known() -> None:
    calendar = icalendar.Calendar.from_ical(formats.as_calendar(TASKS, SITE, MOMENT))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == date(2025, 6, 7)
    assert event["SUMMARY"] == "Đã quá ngày sơ kết, tổng kết: Quy chế <A> & B"


def test_events_keep_their_names_when_the_day_moves() -> None:
    first = formats.as_calendar([TASKS[0]], SITE, MOMENT)
    moved = formats.as_calendar([Task(TaskKind.OVERDUE, TASKS[0].path, "", on("2025-08-09"))], SITE, MOMENT)
    uid = [[line for line in text.splitlines() if line.startswith("UID:")] for text in (first, moved)]
    assert uid[0] == uid[1]


@pytest.mark.parametrize("kind", TaskKind)
def test_every_kind_has_words_in_both_languages(kind: TaskKind) -> None:
    words = WORDS[kind]
    assert all((words.heading.vi, words.heading.en, words.advice.vi, words.advice.en))
