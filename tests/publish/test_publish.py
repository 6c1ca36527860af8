"""Publishing: exactly the site, whole; what is foreign stays, and so does everything where something is wrong."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BulletinError
from generator.pages import File
from generator.publish import Report, open_output, publish
from generator.publish.output import MANIFEST, STAGING, read_manifest
from generator.render import Artifact
from tests.bulletins import files_of, write

Site = Mapping[str, str]


def put(root: Path, site: Site, *, copies: Site | None = None, adopt: bool = False) -> Report:
    """Publishes ``site``, and content files by their addresses, into ``root/site``."""
    artifacts = [Artifact(path, text.encode()) for path, text in site.items()]
    files = [File(address, source) for address, source in (copies or {}).items()]
    return publish(artifacts, files, root, open_output(root / "site", root, adopt=adopt))


def shown(root: Path) -> dict[str, str]:
    """The files of ``root/site``, but for the list of them."""
    return {path: data.decode() for path, data in files_of(root / "site").items() if path != MANIFEST}


def everything(folder: Path) -> dict[str, object]:
    """All that is below ``folder``: files with their bytes and times, links with their targets, folders."""
    return {
        path.relative_to(folder).as_posix(): (
            path.readlink()
            if path.is_symlink()
            else (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
            if path.is_file()
            else "folder"
        )
        for path in sorted(folder.rglob("*"))
    }


def refused(root: Path, site: Site, *, copies: Site | None = None) -> tuple[str, str]:
    """The code and the place of the problem that stops the publication of ``site``."""
    with pytest.raises(BulletinError) as stopped:
        put(root, site, copies=copies)
    (problem,) = stopped.value.problems
    assert not (root / "site" / STAGING).exists()
    return problem.code, str(problem.location)


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
        # The same size and the same time: only the bytes tell.
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


def test_a_file_that_somebody_else_put_where_a_page_belongs_stays_and_is_told_of(tmp_path: Path) -> None:
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
    put(tmp_path, {"a/b/index.html": "two", "b/c/d": "two"})
    assert shown(tmp_path) == {"a/b/index.html": "two", "b/c/d": "two"}


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
    assert [problem.code for problem in stopped.value.problems] == ["cannot-write"]
    assert everything(tmp_path / "site") == before


@pytest.mark.parametrize(
    ("inside", "page", "place"),
    [
        ({"site/a.html/own.txt": "mine"}, "a.html", "site/a.html"),
        ({"site/a": "mine"}, "a/index.html", "site/a/index.html"),
        ({"site/a": "mine"}, "a/b/index.html", "site/a/b/index.html"),
    ],
    ids=["folder", "file", "file-higher-up"],
)
def test_what_stands_in_the_way_stays_and_is_a_problem(
    tmp_path: Path, inside: dict[str, str], page: str, place: str
) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, inside)
    before = everything(tmp_path / "site")
    assert refused(tmp_path, {"index.html": "one", page: "two"}) == ("cannot-write", place)
    assert everything(tmp_path / "site") == before


def test_a_site_cannot_be_put_below_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"out": "mine"})
    with pytest.raises(BulletinError) as stopped:
        publish([Artifact("a.html", b"one")], [], tmp_path, open_output(tmp_path / "out/site", tmp_path, adopt=False))
    assert [problem.code for problem in stopped.value.problems] == ["cannot-write"]
    assert files_of(tmp_path) == {"out": b"mine"}


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


@pytest.mark.parametrize("text", ["mine", "two"])
def test_a_link_where_a_file_of_ours_was_is_replaced_and_never_written_through(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"elsewhere.html": text})
    put(tmp_path, {"a.html": "one"})
    (tmp_path / "site/a.html").unlink()
    (tmp_path / "site/a.html").symlink_to(tmp_path / "elsewhere.html")
    put(tmp_path, {"a.html": "two"})
    assert (tmp_path / "elsewhere.html").read_text() == text
    assert not (tmp_path / "site/a.html").is_symlink()
    assert shown(tmp_path) == {"a.html": "two"}


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


# Files and folders have names of their own here: of one becoming the other there are tests above.
PATHS = st.builds(lambda folder, name: folder + name, st.sampled_from(["", "x/", "x/y/", "z/"]), st.sampled_from("ab"))
SITES = st.dictionaries(PATHS, st.sampled_from(["one", "two"]), max_size=6)


@settings(deadline=None, max_examples=60)
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
