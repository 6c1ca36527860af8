"""Items of a list that only look like duplicates."""

import pytest

from tests.content.readings import SIGNED, file_of, read_article, told


@pytest.mark.parametrize(
    "lines",
    [
        "  signatories: [{name: Lê A, party: co-quan-a}, {name: Lê A, party: co-quan-b}]\n",
        "  signatories: [Lê A]\n  presided_by: [Lê A]\n  attended_by: [Lê A]\n",
        "  events: [{kind: amended, on: 2021}, {kind: amended, on: 2022}, {kind: amended, on: 2022, part: Điều 5}]\n",
        "  relations: [{kind: amends, to: a}, {kind: related, to: a}, {kind: amends, to: b}]\n",
        "  amends: [{to: a, at: dieu-1, do: repeal}, "
        "{to: a, at: dieu-2, do: repeal}, {to: b, at: dieu-1, do: repeal}]\n",
        "  legal_basis: [Luật A, Luật Á]\n",
    ],
)
def test_what_differs_in_one_thing_is_another(lines: str) -> None:
    assert told(read_article(file_of(SIGNED + lines)).problems) == []


def test_the_first_place_is_named() -> None:
    (problem,) = (
        one
        for one in read_article(file_of("title: Bài\ntags:\n  - Biển\n  - Rừng\n  - biển\n")).problems
        if one.code == "said-twice"
    )
    assert (problem.location.line, problem.value("line"), problem.value("key")) == (6, "4", "tags")
