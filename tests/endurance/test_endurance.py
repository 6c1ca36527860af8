"""The long walks take a few steps each here, so that they work when somebody takes them to their end."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.endurance import fuzz, mutations
from tests.endurance.full import refused
from tests.endurance.imports import try_all as try_imports
from tests.endurance.kill import walk as walk_kill
from tests.endurance.warm import walk as walk_warm

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


def test_each_kind_of_input_is_damaged_the_same_for_the_same_seed() -> None:
    good = mutations.bulletin()
    for change in mutations.KINDS.values():
        made = [change(Random(f"1/{number}"), good) for number in range(20)]
        assert made == [change(Random(f"1/{number}"), good) for number in range(20)]
        assert any(files and not files.items() <= good.items() for files in made)


def test_damaged_inputs_leave_the_bulletin_as_it_was(tmp_path: Path) -> None:
    bench = fuzz.Bench(tmp_path)
    ways = {bench.try_one(kind, Random("7/1")) for kind in ("settings", "Markdown", "names", "caches", "journals")}
    assert ways <= {"built", "refused", "no such file"}
    assert bench.rebuilt() == "built"


def test_a_site_that_a_failing_build_has_changed_is_found(tmp_path: Path) -> None:
    bench = fuzz.Bench(tmp_path)
    (tmp_path / "bulletin/content/site.yml").write_text("title: [")
    (tmp_path / "bulletin/site/index.html").write_text("changed")
    with pytest.raises(fuzz.Fault, match="changed sites"):
        bench.rebuilt()


def test_kills_leave_whole_files_and_whole_builds_behind_them(tmp_path: Path) -> None:
    steps = list(walk_kill(tmp_path, step=250, most=3))
    assert [number for number, _, _ in steps] == [0, 250, 500]
    assert all(not torn and not amiss for _, torn, amiss in steps)


def test_full_disks_leave_what_was_published(tmp_path: Path) -> None:
    assert list(refused(tmp_path, step=250, most=2)) == [("write 0", ""), ("write 250", "")]


def test_warm_builds_are_cold_ones(tmp_path: Path) -> None:
    assert walk_warm(tmp_path, edits=2, seed=1) == []


def test_damaged_sources_are_refused_or_become_drafts_that_build(tmp_path: Path) -> None:
    found = {what: told for _, _, what, told in try_imports(tmp_path, inputs=4, seed=3)}
    assert set(found) <= {"imported", "refused"}, found
