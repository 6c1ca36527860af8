"""Agencies are merged into one: which files change, and what cannot be true."""

from collections.abc import Mapping
from datetime import date

import pytest

from bantin.content.agency import read_agency
from bantin.content.discover import Role, SourceFile
from bantin.domain.model import Label, Vocabulary
from bantin.domain.problems import Checked
from bantin.index import Directory
from bantin.index.directory import directory
from bantin.migration import FileChange, Merger, is_divided, merge, units_below
from bantin.scaffold import NewAgency, agency_text
from tests.index.contents import SITE

TODAY, DAY = date(2026, 1, 1), date(2025, 3, 1)
NEW = "{agency: bo-c, on: 2025-03-01}"
Files = Mapping[str, str]
THREE: Files = {"bo-a": "name: Bộ A\n", "bo-b": "name: Bộ B\n", "bo-c": "name: Bộ C\n"}


def path_of(agency: str) -> str:
    return f"content/agencies/{agency}.yml"


def read(files: Files) -> tuple[Directory, dict[str, bytes]]:
    """The directory of agencies that are written with ids, and their files by path."""
    data = {path_of(name): text.encode() for name, text in files.items()}
    agencies = [read_agency(SourceFile(path, Role.AGENCY, 0, 0), data[path]).value for path in data]
    return directory(SITE, Vocabulary(), [one for one in agencies if one], TODAY), data


def merged(
    files: Files, *old: str, into: str = "bo-c", on: date = DAY, name: Label | None = None
) -> Checked[tuple[FileChange, ...]]:
    return merge(Merger(old or ("bo-a", "bo-b"), into, on, name), *read({**THREE, **files}))


def written(changes: Checked[tuple[FileChange, ...]]) -> dict[str, str]:
    """The changed files, by id."""
    assert changes.value is not None, changes.problems
    return {one.path.split("/")[-1].removesuffix(".yml"): one.after.decode() for one in changes.value}


def told(changes: Checked[tuple[FileChange, ...]]) -> list[tuple[str, str]]:
    """The codes and places of the problems."""
    assert changes.value is None
    return [(one.code, str(one.location)) for one in changes.problems]


def test_each_agency_gets_its_successor_and_only_that() -> None:
    found = written(merged({"bo-b": "# Bộ\nname: Bộ B\nwebsite: https://b.example/\n"}))
    assert found == {
        "bo-a": f"name: Bộ A\nsuccessors:\n  - {NEW}\n",
        "bo-b": f"# Bộ\nname: Bộ B\nwebsite: https://b.example/\nsuccessors:\n  - {NEW}\n",
    }


def test_a_merger_that_is_written_already_changes_nothing() -> None:
    before = {
        "bo-a": f"name: Bộ A\nsuccessors: [{NEW}]\n",
        "bo-c": "name: Bộ C\npredecessors: [{agency: bo-b, on: 2025-03-01}]\n",
    }
    assert written(merged(before)) == {}


def test_a_day_that_is_known_in_part_becomes_exact_where_it_is_written() -> None:
    before = {
        "bo-a": "name: Bộ A\nsuccessors: [{agency: bo-c, on: 2025}]\n",
        "bo-c": "name: Bộ C\npredecessors: [bo-a, {agency: bo-b, on: 2025-03~}]\n",
    }
    assert written(merged(before)) == {
        "bo-a": f"name: Bộ A\nsuccessors: [{NEW}]\n",
        "bo-c": "name: Bộ C\npredecessors: [{agency: bo-a, on: 2025-03-01}, {agency: bo-b, on: 2025-03-01}]\n",
    }


def test_a_new_agency_is_made_with_what_the_old_ones_share() -> None:
    facts = "level: central\nparent: chinh-phu\n"
    before = {"bo-a": f"name: Bộ A\n{facts}", "bo-b": f"name: Bộ B\n{facts}", "chinh-phu": "name: Chính phủ\n"}
    found = merged(before, into="bo-d", name=Label("Bộ D: hai bộ", "Ministry D"))
    assert found.value is not None
    assert [(one.path, one.before is None) for one in found.value] == [
        (path_of("bo-d"), True),
        (path_of("bo-a"), False),
        (path_of("bo-b"), False),
    ]
    new = NewAgency("Bộ D: hai bộ", "Ministry D", level="central", parent="chinh-phu")
    assert written(found)["bo-d"] == agency_text(new, "vi")


def test_a_new_agency_is_not_below_one_that_ends_nor_of_a_level_that_they_do_not_share() -> None:
    before = {"bo-a": "name: Bộ A\nlevel: central\n", "bo-b": "name: Bộ B\nlevel: provincial\nparent: bo-a\n"}
    assert written(merged(before, into="bo-d", name=Label("Bộ D")))["bo-d"] == agency_text(NewAgency("Bộ D"), "vi")
    new = NewAgency("Bộ D", level="provincial", parent="bo-a")
    assert written(merged(before, "bo-b", into="bo-d", name=Label("Bộ D")))["bo-d"] == agency_text(new, "vi")


UNITS: Files = {
    "cuc-x": "name: Cục X\nparent: bo-a  # trực thuộc\n",
    "cuc-y": "name: Cục Y\nparent: bo-b\nsuccessors: [{agency: bo-c, on: 2020-01-01}]\n",
    "bo-b": "name: Bộ B\nparent: bo-a\n",
}


def test_units_pass_to_the_new_agency_but_those_that_ended_stay() -> None:
    found = written(merged(UNITS))
    assert found["cuc-x"] == "name: Cục X\nparent: bo-c  # trực thuộc\n"
    assert set(found) == {"bo-a", "bo-b", "cuc-x"}
    assert "parent: bo-a" in found["bo-b"]


def test_units_stay_until_the_day_of_the_merger() -> None:
    assert set(written(merged(UNITS, on=date(2026, 1, 2)))) == {"bo-a", "bo-b"}
    assert set(written(merged(UNITS, on=TODAY))) == {"bo-a", "bo-b", "cuc-x"}


def test_units_of_an_agency_that_was_divided_are_left_to_editors() -> None:
    before = {**UNITS, "bo-a": "name: Bộ A\nsuccessors: [{agency: bo-d, on: 2025-03-01}]\n", "bo-d": "name: Bộ D\n"}
    assert set(written(merged(before, "bo-a"))) == {"bo-a"}
    agencies, _ = read({**THREE, **before})
    assert [unit.id for unit in units_below(Merger(("bo-a",), "bo-c", DAY), agencies)] == ["bo-b", "cuc-x"]
    assert is_divided("bo-a", "bo-c", agencies)
    assert not is_divided("bo-b", "bo-c", agencies)


A = path_of("bo-a")
C = path_of("bo-c")
IMPOSSIBLE: dict[str, tuple[Files, list[tuple[str, str]]]] = {
    "another day": (
        {"bo-a": "name: Bộ A\nsuccessors: [{agency: bo-c, on: 2024}]\n"},
        [("agency-ended-on-another-day", f"{A}:2:33")],
    ),
    "another day, written in the new agency": (
        {"bo-c": "name: Bộ C\npredecessors:\n  - agency: bo-a\n    on: 2025-03-02\n"},
        [("agency-ended-on-another-day", f"{C}:4:9")],
    ),
    "another agency on another day": (
        {"bo-a": "name: Bộ A\nsuccessors: [{agency: bo-d, on: 2025-02-28}]\n", "bo-d": "name: Bộ D\n"},
        [("agency-ended-on-another-day", f"{A}:2:33")],
    ),
    "another agency on an unknown day": (
        {"bo-a": "name: Bộ A\nsuccessors: [bo-d]\n", "bo-d": "name: Bộ D\n"},
        [("agency-ended-on-unknown-day", f"{A}:2:14")],
    ),
    "another agency in that year": (
        {"bo-a": "name: Bộ A\nsuccessors: [{agency: bo-d, on: 2025}]\n", "bo-d": "name: Bộ D\n"},
        [("agency-ended-on-unknown-day", f"{A}:2:33")],
    ),
    "before it took over from another": (
        {"bo-d": "name: Bộ D\nsuccessors: [{agency: bo-a, on: 2025-04-01}]\n"},
        [("agency-ended-before-its-time", f"{path_of('bo-d')}:2:33")],
    ),
    "before it got its name": (
        {
            "bo-a": "name: Bộ A\nformer_names:\n"
            "  - {name: Cục A, since: 2001, until: 2025-03-01}\n  - {name: A, since: 2026}\n"
        },
        [("agency-ended-before-its-time", f"{A}:4:22")],
    ),
    "into one that has ended": (
        {"bo-c": "name: Bộ C\nsuccessors: [{agency: bo-d, on: 2024}]\n", "bo-d": "name: Bộ D\n"},
        [("new-agency-ended", f"{C}:2:33")],
    ),
    "into one that is not there yet": (
        {"bo-c": "name: Bộ C\nformer_names: [{name: Cục C, since: 2025-03-02}]\n"},
        [("new-agency-not-yet-there", f"{C}:2:37")],
    ),
    "in a circle": (
        {"bo-c": "name: Bộ C\nsuccessors: [bo-d]\n", "bo-d": "name: Bộ D\nsuccessors: [bo-a]\n"},
        [("succession-cycle", f"{C}:2:14")],
    ),
    "lines in another form": (
        {"bo-a": "{name: Bộ A, level: central}\n"},
        [("agency-not-in-lines", f"{A}:1:1")],
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_true_is_refused_at_its_place(name: str) -> None:
    files, expected = IMPOSSIBLE[name]
    assert told(merged(files)) == expected


@pytest.mark.parametrize(
    "files",
    [
        # A merger on the day on which it got its name, or of an agency whose beginning is not known.
        {"bo-a": "name: Bộ A\nformer_names: [{name: Cục A, until: 2025-03-01}]\n"},
        {"bo-c": "name: Bộ C\nformer_names: [{name: Cục C, until: 2025-03-02}]\n"},
        # The new agency ends later, or took over from others later.
        {"bo-c": "name: Bộ C\nsuccessors: [{agency: bo-d, on: 2025-03-02}]\n", "bo-d": "name: Bộ D\n"},
        {"bo-d": "name: Bộ D\nsuccessors: [{agency: bo-c, on: 2026-01-01}]\n"},
    ],
)
def test_what_can_be_true_is_written(files: Files) -> None:
    assert set(written(merged(files))) == {"bo-a", "bo-b"}


def test_the_circle_is_told_by_its_agencies() -> None:
    found = merged({"bo-c": "name: Bộ C\nsuccessors: [bo-a]\n"})
    assert found.problems[0].message("vi") == ("Sáp nhập như vậy thì một cơ quan kế thừa chính nó: bo-a → bo-c → bo-a.")
