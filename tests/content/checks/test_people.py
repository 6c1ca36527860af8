"""Names of people in an agreement: the places and the hints of their problems."""

import pytest

from bantin.domain.problems import Problem
from tests.content.readings import SIGNED, file_of, read_article, told


def problem_of(lines: str) -> Problem:
    suggested = ("absent",)
    (problem,) = (one for one in read_article(file_of(SIGNED + lines)).problems if one.code not in suggested)
    return problem


@pytest.mark.parametrize(
    "lines",
    [
        "  attended_by: [Lãnh đạo ba văn phòng và Công an tỉnh, Sở Kế hoạch và Đầu tư, Ban Thi đua - Khen thưởng]\n",
        "  attended_by: [Chủ tịch UBND tỉnh, 'Đại diện các bộ, ngành', Hội Nông dân/Hội Phụ nữ]\n",
        "  presided_by: [Lãnh đạo hai bộ]\n",
        "  signatories: [{name: John Smith, rank: General}, {name: Hằng Nga}, {name: A}]\n",
    ],
)
def test_ordinary_names_are_not_reported(lines: str) -> None:
    assert told(read_article(file_of(SIGNED + lines)).problems) == []


@pytest.mark.parametrize(
    ("lines", "moved"),
    [
        ("  signatories: [{name: Đại tá Lê C}]\n", "rank: Đại tá"),
        ("  signatories: [{name: Đại tá Lê C, rank: Đại tá}]\n", ""),
        ("  signatories: [{name: 'KT. Bộ trưởng, Thứ trưởng Lê C'}]\n", "position: Thứ trưởng, on_behalf: KT"),
        ("  signatories:\n    - name: 'Lê C – Giám đốc Sở A, Bộ B'\n", "position: 'Giám đốc Sở A, Bộ B'"),
    ],
)
def test_what_is_taken_out_of_a_name_has_a_place_of_its_own(lines: str, moved: str) -> None:
    problem = problem_of(lines)
    assert (problem.code, problem.value("mended"), problem.value("moved")) == ("title-in-name", "Lê C", moved)


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        ("  presided_by: [Lê A và Trần B]\n", "Lê A, Trần B"),
        ("  presided_by: [Đỗ C, Lê A và Trần B]\n", "Lê A, Trần B"),
        ("  presided_by:\n    - Lê A và Trần B\n", ""),
        ("  presided_by: [{name: Lê A và Trần B}]\n", ""),
    ],
)
def test_two_people_can_be_typed_as_two_only_between_brackets(lines: str, mended: str) -> None:
    problem = problem_of(lines)
    assert (problem.code, problem.value("mended")) == ("two-people-in-one", mended)
    assert "Lê A, Trần B" in problem.hint("vi")
