"""Every mistake is reported once, at its place, and its hint suggests the right correction."""

from pathlib import Path

import pytest

from bantin.domain.problems import Language, Problem
from tests.bulletins import COMPLETE, problems_of, write
from tests.mistakes import (
    blocks,
    contradictions,
    front_matter,
    inline,
    letters,
    same_or_other,
    secrets,
    words,
)
from tests.mistakes.mistake import Mistake

TABLES = (front_matter, words, blocks, inline, secrets, same_or_other, letters, contradictions)
MISTAKES = tuple(mistake for table in TABLES for mistake in table.MISTAKES)
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def name_of(mistake: Mistake) -> str:
    return mistake.name


def test_the_bulletin_without_a_mistake_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(write(tmp_path, COMPLETE)) == ()


def test_the_table_stays_as_long_as_was_promised() -> None:
    assert len(MISTAKES) >= 300


def test_each_mistake_has_a_name_of_its_own() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=name_of)
def test_a_mistake_is_reported_once_where_it_stands_and_its_hint_works_when_it_is_typed(
    mistake: Mistake, tmp_path: Path
) -> None:
    root = write(tmp_path, mistake.files)
    problems = problems_of(root)
    assert_told(mistake, problems)
    if mistake.mended:
        assert_mended(mistake, problems, root)


def assert_told(mistake: Mistake, problems: tuple[Problem, ...]) -> None:
    told = {(problem.code, problem.location.path, problem.location.line) for problem in problems}
    assert (mistake.code, mistake.path, mistake.line) in told
    assert sorted(problem.code for problem in problems) == sorted((mistake.code, *mistake.others))
    for problem in problems:
        for language in LANGUAGES:
            assert problem.message(language)
            assert problem.hint(language)


def assert_mended(mistake: Mistake, problems: tuple[Problem, ...], root: Path) -> None:
    """Makes the correction that the hint suggests, and checks that only the ``others`` remain."""
    problem = next(one for one in problems if one.code == mistake.code)
    assert problem.value("mended_line" if mistake.whole_line else "mended") == mistake.mended
    for language in LANGUAGES:
        assert mistake.mended in problem.hint(language)
    retype(root, problem)
    left = [one.code for one in problems_of(root)]
    assert set(left) <= set(mistake.others)


def retype(root: Path, problem: Problem) -> None:
    """Types the correction of ``problem`` in place of the marked text."""
    at = problem.location
    path = root / at.path
    lines = path.read_text(encoding="utf-8").split("\n")
    line = lines[at.line - 1]
    begin, end = at.column - 1, at.column - 1 + at.width
    mended = problem.value("mended")
    lines[at.line - 1] = f"{line[:begin]}{mended}{line[end:]}" if mended else problem.value("mended_line")
    path.write_text("\n".join(lines), encoding="utf-8")
