"""New problems of successive builds."""

from msgspec.structs import replace

from bantin.domain.problems import Location, Problem
from bantin.report import changes
from tests.report.samples import LATE, PROBLEMS, TYPO


def moved(problem: Problem, lines: int) -> Problem:
    return replace(problem, location=replace(problem.location, line=problem.location.line + lines))


def test_at_first_all_is_new() -> None:
    found = changes((), PROBLEMS)
    assert (found.new, found.remaining, found.gone) == (PROBLEMS, (), 0)
    assert found.known == PROBLEMS
    assert found.sentence("vi") == ""


def test_what_was_told_is_not_reported_again_though_its_line_has_moved() -> None:
    found = changes(PROBLEMS, (moved(PROBLEMS[0], 3), PROBLEMS[1]))
    assert (found.new, found.gone) == ((), 0)
    assert found.sentence("vi") == "Như lần trước: 1 lỗi, 1 cảnh báo."
    assert found.sentence("en") == "As before: 1 error, 1 warning."


def test_what_is_new_and_what_is_gone_is_reported() -> None:
    other = TYPO.at(Location("content/a.md", 3), one="bna", near="ban")
    found = changes(PROBLEMS, (other,))
    assert (found.new, found.remaining, found.gone) == ((other,), (), 2)
    assert found.sentence("vi") == "Như lần trước: 0 lỗi, 0 cảnh báo. Đã hết: 2."


def test_a_mistake_that_is_made_once_more_is_new() -> None:
    found = changes(PROBLEMS[:1], (PROBLEMS[0], moved(PROBLEMS[0], 5)))
    assert found.new == (moved(PROBLEMS[0], 5),)
    assert changes(found.known, PROBLEMS[:1]).gone == 1


def test_warnings_that_a_failed_build_did_not_come_to_stand() -> None:
    late = [LATE.at(Location(f"{number}.md")) for number in range(3)]
    broken = changes(late, PROBLEMS[:1], partial=True)
    assert (broken.new, broken.remaining, broken.gone) == (PROBLEMS[:1], tuple(late), 0)
    mended = changes(broken.known, late)
    assert (mended.new, mended.remaining, mended.gone) == ((), tuple(late), 1)
