"""Publishing: exactly the complete site; other files are kept, and errors leave everything unchanged."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.problems import BulletinError
from bantin.output.publish import Report
from bantin.output.publish.output import MANIFEST, STAGING, read_manifest
from tests.bulletins import files_of, write
from tests.conftest import examples
from tests.output.publish.sites import Site, everything, put, refused, shown


def test_a_new_site_is_exactly_what_was_rendered(tmp_path: Path) -> None:
    write(tmp_path, {"content/media/Ảnh.png": b"\0photo"})
    report = put(
        tmp_path, {"index.html": "one", "a/b/index.html": "two"}, copies={"media/anh.png": "content/media/Ảnh.png"}
    )
    assert report == Report(written=3, unchanged=0, removed=0)
    assert shown(tmp_path) == {"index.html": "one", "a/b/index.html": "two", "media/anh.png": "\0photo"}
    assert read_manifest(tmp_path / "site") == frozenset(shown(tmp_path))


def test_the_staging_folder_is_gone_afterwards(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one"})
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [MANIFEST, "index.html"]


def test_files_that_are_as_they_should_be_are_not_touched(tmp_path: Path) -> None:
    write(tmp_path, {"content/media/a.png": "photo"})
    copies = {"media/a.png": "content/media/a.png"}
    put(tmp_path, {"a.html": "one", "b.html": "one"}, copies=copies)
    before = everything(tmp_path / "site")
    report = put(tmp_path, {"a.html": "one", "b.html": "two"}, copies=copies)
    after = everything(tmp_path / "site")
    assert report == Report(written=1, unchanged=2, removed=0)
    assert {path for path in after if before[path] != after[path]} == {"b.html"}


def test_a_second_build_of_the_same_site_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one", "b/c.html": "two"})
    before = everything(tmp_path / "site")
    assert put(tmp_path, {"a.html": "one", "b/c.html": "two"}) == Report(written=0, unchanged=2, removed=0)
    assert everything(tmp_path / "site") == before


def test_a_file_of_the_same_size_but_other_bytes_is_written(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    put(tmp_path, {"a.html": "two"})
    assert shown(tmp_path) == {"a.html": "two"}


def test_a_content_file_that_has_changed_is_copied_again(tmp_path: Path) -> None:
    for data in ("one", "two"):
        write(tmp_path, {"content/media/a.png": data})
        os.utime(tmp_path / "content/media/a.png", (1, 1))
        put(tmp_path, {}, copies={"a.png": "content/media/a.png"})
        # The same size and time: only the bytes differ.
        os.utime(tmp_path / "site/a.png", (1, 1))
    assert shown(tmp_path) == {"a.png": "two"}


def test_what_the_site_has_no_longer_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one", "a/b/c.html": "one", "a/d.html": "one", "e/f.html": "one"})
    report = put(tmp_path, {"index.html": "one", "a/d.html": "one"})
    assert report == Report(written=0, unchanged=2, removed=2)
    assert sorted(everything(tmp_path / "site")) == [MANIFEST, "a", "a/d.html", "index.html"]


def test_only_what_an_earlier_build_made_is_ever_removed(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one", "a/b.html": "one"})
    write(tmp_path, {"site/CNAME": "mine", "site/a/own.html": "mine", "site/.nojekyll": ""})
    report = put(tmp_path, {"index.html": "one"})
    assert report == Report(written=0, unchanged=1, removed=1)
    assert shown(tmp_path) == {"index.html": "one", "CNAME": "mine", "a/own.html": "mine", ".nojekyll": ""}


def test_a_file_that_somebody_else_put_where_a_page_belongs_stays_and_is_reported(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, {"site/robots.txt": "mine"})
    for _ in range(2):
        report = put(tmp_path, {"index.html": "two", "robots.txt": "ours"})
        assert [(problem.code, str(problem.location)) for problem in report.problems] == [
            ("foreign-file", "site/robots.txt")
        ]
    assert shown(tmp_path) == {"index.html": "two", "robots.txt": "mine"}
    assert report == Report(written=0, unchanged=1, removed=0, problems=report.problems)
    assert put(tmp_path, {"index.html": "two"}).removed == 0
    assert shown(tmp_path) == {"index.html": "two", "robots.txt": "mine"}


def test_adopting_a_folder_keeps_its_files(tmp_path: Path) -> None:
    write(tmp_path, {"site/index.html": "mine", "site/own.html": "mine"})
    report = put(tmp_path, {"index.html": "ours", "a.html": "ours"}, adopt=True)
    assert [problem.code for problem in report.problems] == ["foreign-file"]
    assert shown(tmp_path) == {"index.html": "mine", "own.html": "mine", "a.html": "ours"}


def test_a_file_that_was_lost_is_written_again(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one", "b.html": "one"})
    (tmp_path / "site/a.html").unlink()
    assert put(tmp_path, {"a.html": "one", "b.html": "one"}) == Report(written=1, unchanged=1, removed=0)


def test_a_file_of_ours_that_somebody_changed_is_as_it_should_be_again(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    write(tmp_path, {"site/a.html": "changed"})
    put(tmp_path, {"a.html": "one"})
    assert shown(tmp_path) == {"a.html": "one"}


def test_where_a_file_stood_there_may_be_a_folder(tmp_path: Path) -> None:
    put(tmp_path, {"a": "one", "b/c": "one"})
    assert put(tmp_path, {"a/b/index.html": "two", "b/c/d": "two"}) == Report(written=2, unchanged=0, removed=2)
    assert shown(tmp_path) == {"a/b/index.html": "two", "b/c/d": "two"}


def test_where_a_folder_stood_there_may_be_a_file(tmp_path: Path) -> None:
    put(tmp_path, {"a/b/index.html": "one", "a/c/d": "one", "b/c/d": "one"})
    assert put(tmp_path, {"a": "two", "b/c": "two"}) == Report(written=2, unchanged=0, removed=3)
    assert shown(tmp_path) == {"a": "two", "b/c": "two"}


def test_what_a_broken_off_build_left_does_not_get_into_the_site(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    write(tmp_path, {f"site/{STAGING}/{path}": "half" for path in ("a.html", "b/c.html", "new.html/d")})
    put(tmp_path, {"a.html": "one", "new.html": "two"})
    assert shown(tmp_path) == {"a.html": "one", "new.html": "two"}


def test_nothing_changes_when_a_content_file_has_gone_meanwhile(tmp_path: Path) -> None:
    write(tmp_path, {"content/media/a.png": "photo"})
    put(tmp_path, {"index.html": "one", "old.html": "one"}, copies={"a.png": "content/media/a.png"})
    (tmp_path / "content/media/a.png").unlink()
    before = everything(tmp_path / "site")
    copies = {"a.png": "content/media/a.png"}
    assert refused(tmp_path, {"index.html": "two", "new.html": "two"}, copies=copies) == ("cannot-write", "site/a.png")
    assert everything(tmp_path / "site") == before


def test_nothing_changes_when_a_file_stands_where_the_staging_folder_belongs(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, {f"site/{STAGING}": "mine"})
    before = everything(tmp_path / "site")
    with pytest.raises(BulletinError) as stopped:
        put(tmp_path, {"index.html": "two"})
    assert [(one.code, str(one.location)) for one in stopped.value.problems] == [("cannot-write", f"site/{STAGING}")]
    assert everything(tmp_path / "site") == before


def test_nothing_changes_when_the_staging_folder_is_a_link(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, {"elsewhere/0": "mine", "elsewhere/old-1": "mine"})
    (tmp_path / "site" / STAGING).symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    with pytest.raises(BulletinError) as stopped:
        put(tmp_path, {"index.html": "two"})
    told = [(one.code, str(one.location)) for one in stopped.value.problems]
    assert told == [("symlink-in-output", f"site/{STAGING}")]
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("inside", "page", "place"),
    [
        ({"site/a.html/own.txt": "mine"}, "a.html", "site/a.html"),
        ({"site/a": "mine"}, "a/index.html", "site/a"),
        ({"site/a": "mine"}, "a/b/index.html", "site/a"),
    ],
    ids=["folder", "file", "file-higher-up"],
)
def test_what_stands_in_the_way_stays_and_is_reported(
    tmp_path: Path, inside: dict[str, str], page: str, place: str
) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, inside)
    before = everything(tmp_path / "site")
    for _ in range(2):
        report = put(tmp_path, {"index.html": "one", page: "two"})
        assert report == Report(written=0, unchanged=1, removed=0, problems=report.problems)
        assert [(one.code, str(one.location)) for one in report.problems] == [("foreign-file", place)]
        assert everything(tmp_path / "site") == before


def test_what_stands_in_the_way_of_many_pages_is_reported_once(tmp_path: Path) -> None:
    put(tmp_path, {})
    write(tmp_path, {"site/a": "mine"})
    report = put(tmp_path, {f"a/{number}.html": "one" for number in range(5)})
    assert [str(problem.location) for problem in report.problems] == ["site/a"]
    assert read_manifest(tmp_path / "site") == frozenset()


def test_a_site_cannot_be_put_below_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"site": "mine"})
    with pytest.raises(BulletinError) as stopped:
        put(tmp_path, {"a.html": "one"}, out="site/below")
    assert [(one.code, str(one.location)) for one in stopped.value.problems] == [("cannot-write", "site/below")]
    assert files_of(tmp_path) == {"site": b"mine"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/index.html": "mine"})
    put(tmp_path, {"index.html": "one"})
    (tmp_path / "site/a").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    assert refused(tmp_path, {"index.html": "one", "a/b/index.html": "two"}) == ("symlink-in-output", "site/a")
    assert everything(tmp_path) == before


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one", "a/b/c.html": "one"})
    (tmp_path / "site/a").rename(tmp_path / "elsewhere")
    (tmp_path / "site/a").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    assert refused(tmp_path, {"index.html": "one"}) == ("symlink-in-output", "site/a")
    assert everything(tmp_path) == before


def make_link(place: Path) -> None:
    place.symlink_to(place.parent.parent / "elsewhere.html")


def make_folder(place: Path) -> None:
    write(place, {"own.html": "mine"})


@pytest.mark.parametrize("make", [make_link, make_folder, os.mkfifo, Path.mkdir])
@pytest.mark.parametrize("text", ["mine", "two"])
@pytest.mark.parametrize("wanted", [True, False])
def test_what_somebody_put_in_the_place_of_a_file_of_ours_stays(
    tmp_path: Path, text: str, make: Callable[[Path], None], wanted: bool
) -> None:
    write(tmp_path, {"elsewhere.html": text})
    put(tmp_path, {"a.html": "one", "b.html": "one"})
    (tmp_path / "site/a.html").unlink()
    make(tmp_path / "site/a.html")
    before = everything(tmp_path)
    report = put(tmp_path, {"b.html": "one", **({"a.html": "two"} if wanted else {})})
    told = [(one.code, str(one.location)) for one in report.problems]
    assert told == ([("foreign-file", "site/a.html")] if wanted else [])
    assert (report.written, report.unchanged, report.removed) == (0, 1, 0)
    after = everything(tmp_path)
    assert {path for path in after if before.get(path) != after[path]} == {f"site/{MANIFEST}"}
    assert read_manifest(tmp_path / "site") == frozenset({"b.html"})


def test_a_site_may_be_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    put(tmp_path, {"a/index.html": "one"})
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "disk/a/index.html").read_text() == "one"


def test_a_damaged_list_of_files_deletes_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one", "b.html": "one"})
    write(tmp_path, {f"site/{MANIFEST}": "{"})
    report = put(tmp_path, {"a.html": "one"}, adopt=True)
    assert report.removed == 0
    assert shown(tmp_path) == {"a.html": "one", "b.html": "one"}


# Files and folders have different names here; the tests above cover one becoming the other.
PATHS = st.builds(lambda folder, name: folder + name, st.sampled_from(["", "x/", "x/y/", "z/"]), st.sampled_from("ab"))
SITES = st.dictionaries(PATHS, st.sampled_from(["one", "two"]), max_size=6)


@settings(deadline=None, max_examples=examples(60))
@given(SITES, SITES, SITES)
def test_a_site_holds_what_was_published_and_what_is_foreign_whatever_was_there(
    old: Site, new: Site, others: Site
) -> None:
    foreign = {path: "foreign" for path in others if path not in old}
    with TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, old)
        write(root, {f"site/{path}": text for path, text in foreign.items()})
        report = put(root, new)
        assert shown(root) == {**new, **foreign}
        assert {problem.location.path for problem in report.problems} == {
            f"site/{path}" for path in {*new} & {*foreign}
        }
        assert report.removed == len({*old} - {*new})
        assert report.written + report.unchanged == len({*new} - {*foreign})
        before = everything(root / "site")
        assert put(root, new).written == 0
        assert everything(root / "site") == before
