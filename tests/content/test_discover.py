"""DISCOVER: what each file is for by its place alone, and what is refused before a byte of it is read."""

import os
import socket
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.content.discover import (
    Role,
    SourceFile,
    discover,
    display_path,
    printable,
    read,
    read_source,
    with_edits,
)
from bantin.domain.problems import Problem
from tests.bulletins import write
from tests.calls import ROOM, few_calls
from tests.conftest import examples

PLACES = {
    "content/site.yml": Role.SITE,
    "content/vocabulary.yml": Role.VOCABULARY,
    "content/agencies/bo-cong-an.yml": Role.AGENCY,
    "content/agencies/Bộ Công an.yml": Role.AGENCY,
    "content/pages/gioi-thieu.md": Role.PAGE,
    "content/pages/anh.jpg": Role.ATTACHMENT,
    "content/root/CNAME": Role.ROOT,
    "content/root/google0123456789.html": Role.ROOT,
    "content/root/.well-known/security.txt": Role.ROOT,
    "content/root/.well-known/acme-challenge/Ab_c": Role.ROOT,
    "content/articles/2012/bai.md": Role.ARTICLE,
    "content/articles/undated/bai.md": Role.ARTICLE,
    "content/articles/2012/bai/index.md": Role.ARTICLE,
    "content/articles/undated/bai/index.md": Role.ARTICLE,
    "content/articles/2012/bai.en.md": Role.TRANSLATION,
    "content/articles/undated/bai.vi.md": Role.TRANSLATION,
    "content/articles/2012/bai/index.en.md": Role.TRANSLATION,
    "content/pages/gioi-thieu.en.md": Role.TRANSLATION,
    "content/agreements/quy-che.en.md": Role.TRANSLATION,
    "content/articles/2012/bai.v2.md": Role.ARTICLE,
    "content/articles/2012/anh.jpg": Role.ATTACHMENT,
    "content/articles/2012/bai/anh.jpg": Role.ATTACHMENT,
    "content/articles/2012/bai/sau/hon/anh.jpg": Role.ATTACHMENT,
    "content/documents/quy-che.pdf": Role.ATTACHMENT,
    "content/documents/2012/quy-che.pdf": Role.ATTACHMENT,
    "content/documents/khong-duoi": Role.ATTACHMENT,
    "content/media/Ảnh lễ ký.JPG": Role.ATTACHMENT,
}
MISPLACED = (
    "content/bai.md",
    "content/anh.jpg",
    "content/articles/bai.md",
    "content/articles/12/bai.md",
    "content/articles/20120/bai.md",
    "content/articles/nam-2012/bai.md",
    "content/articles/Undated/bai.md",
    "content/articles/2012/index.md",
    "content/articles/2012/index.en.md",
    "content/articles/2012/bai/khac.md",
    "content/articles/2012/bai/sau/index.md",
    "content/agencies/bo.md",
    "content/agencies/trung-uong/bo.yml",
    "content/pages/sau/trang.md",
    "content/documents/quy-che.md",
    "content/media/sau/ghi-chu.md",
    "content/khac/anh.jpg",
    "content/root/quy-che.pdf",
    "content/root/bai.md",
    "content/root/cu/trang.html",
    "content/.well-known/security.txt",
    "content/Articles/2012/bai.md",
)
PASSED_OVER = (
    "content/.DS_Store",
    "content/.git/config",
    "content/articles/2012/.bai.md.swp",
    "content/articles/2012/.bai/index.md",
    "content/articles/2012/bai.md~",
    "content/articles/2012/bai.md.swp",
    "content/articles/2012/bai.md.tmp",
    "content/articles/2012/~bai.md",
    "content/articles/2012/~$quy-che.docx",
    "content/articles/2012/#bai.md#",
    "content/articles/2012/bai.md.bak",
    "content/articles/2012/bai.md.orig",
    "content/articles/2012/bai.docx.tmp",
    "content/articles/2012/.~lock.bai.odt#",
    "content/articles/README.md",
    "content/media/Thumbs.db",
    "content/media/desktop.ini",
    "content/README.md",
    "README.md",
    "themes/mine/theme.yml",
)


def paths(root: Path) -> list[str]:
    found = discover(root).value
    assert found is not None
    return [file.path for file in found.files]


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.location.path, problem.code) for problem in problems]


@pytest.mark.parametrize(("path", "role"), PLACES.items())
def test_the_place_of_a_file_says_what_it_is_for(tmp_path: Path, path: str, role: Role) -> None:
    found = discover(write(tmp_path, {path: "x"}))
    assert found.problems == ()
    assert found.value is not None
    assert [(file.path, file.role) for file in found.value.files] == [(path, role)]
    assert found.value.of(role) == found.value.files
    assert [other for other in Role if found.value.of(other)] == [role]


@pytest.mark.parametrize("path", MISPLACED)
def test_a_file_without_a_place_is_reported_rather_than_lost(tmp_path: Path, path: str) -> None:
    found = discover(write(tmp_path, {path: "x"}))
    assert told(found.problems) == [(path, "misplaced-file")]
    assert found.value is not None
    assert found.value.files == ()


@pytest.mark.parametrize("path", PASSED_OVER)
def test_what_no_editor_wrote_is_passed_over_in_silence(tmp_path: Path, path: str) -> None:
    found = discover(write(tmp_path, {path: "x"}))
    assert found.problems == ()
    assert paths(tmp_path) == []


def test_of_two_files_that_are_one_on_many_computers_the_second_is_reported_and_left_out(tmp_path: Path) -> None:
    composed, capital = "content/media/ảnh.jpg", "content/media/Ảnh.jpg"
    decomposed = unicodedata.normalize("NFD", "content/media/bìa.jpg")
    found = discover(write(tmp_path, dict.fromkeys([composed, capital, "content/media/bìa.jpg", decomposed], "x")))
    assert sorted(told(found.problems)) == [("content/media/bìa.jpg", "same-file-name"), (composed, "same-file-name")]
    assert paths(tmp_path) == ["content/media/bìa.jpg", capital]


def test_a_translation_into_a_language_that_there_is_not_is_no_article(tmp_path: Path) -> None:
    found = discover(write(tmp_path, dict.fromkeys(["content/pages/a.md", "content/pages/a.fr.md"], "x")))
    assert told(found.problems) == [("content/pages/a.fr.md", "unknown-translation")]
    assert paths(tmp_path) == ["content/pages/a.md"]


def test_a_file_is_known_by_its_size_and_its_time(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "Đ"})
    file = tmp_path / "content/site.yml"
    os.utime(file, ns=(1, 9_234_567_890_123_456_789))
    found = discover(tmp_path).value
    assert found is not None
    expected = SourceFile("content/site.yml", Role.SITE, 2, 9_234_567_890_123_456_789, file.stat().st_ino)
    assert found.files == (expected,)


def test_a_time_that_is_set_back_does_not_hide_an_edit(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "Đ"})
    file = tmp_path / "content/site.yml"
    before = file.stat()
    first = discover(tmp_path).value
    time.sleep(0.02)  # the clock of the file system passes in steps
    file.write_text("Ð", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_size == before.st_size
    assert discover(tmp_path).value != first


@pytest.mark.parametrize(
    ("path", "stem", "year", "folder"),
    [
        ("content/articles/2012/bai.md", "bai", 2012, "content/articles/2012"),
        ("content/articles/undated/bai.md", "bai", None, "content/articles/undated"),
        ("content/articles/2012/bai/index.md", "bai", 2012, "content/articles/2012/bai"),
        ("content/articles/2012/01.02 bài.md", "01.02 bài", 2012, "content/articles/2012"),
    ],
)
def test_an_article_is_named_by_its_path(path: str, stem: str, year: int | None, folder: str) -> None:
    file = SourceFile(path, Role.ARTICLE, 1, 1)
    assert (file.stem, file.year, file.folder) == (stem, year, folder)


@settings(max_examples=examples(20), deadline=None)
@given(st.permutations([*PLACES, *MISPLACED]))
def test_the_order_in_which_files_were_made_does_not_matter(order: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), dict.fromkeys(order, "x"))
        assert paths(root) == sorted(PLACES)
        assert sorted(told(discover(root).problems)) == sorted((path, "misplaced-file") for path in MISPLACED)


def test_a_link_to_a_file_outside_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"secret.txt": "x", "content/media/anh.jpg": "x"})
    (tmp_path / "content/media/la.jpg").symlink_to("../../secret.txt")
    found = discover(tmp_path)
    assert told(found.problems) == [("content/media/la.jpg", "symlink-outside")]
    assert paths(tmp_path) == ["content/media/anh.jpg"]


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../../content-other/a.jpg", "../../../khong/co.jpg"])
def test_no_link_leads_out_whatever_it_leads_to(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"content/site.yml": "x", "content-other/a.jpg": "x"})
    (tmp_path / "content/media").mkdir()
    (tmp_path / "content/media/la.jpg").symlink_to(target)
    assert told(discover(tmp_path).problems) == [("content/media/la.jpg", "symlink-outside")]


def test_a_link_by_way_of_another_link_does_not_lead_out_either(tmp_path: Path) -> None:
    write(tmp_path, {"secret.txt": "x", "content/media/anh.jpg": "x"})
    (tmp_path / "content/media/1.jpg").symlink_to("2.jpg")
    (tmp_path / "content/media/2.jpg").symlink_to(tmp_path / "secret.txt")
    assert sorted(told(discover(tmp_path).problems)) == [
        ("content/media/1.jpg", "symlink-outside"),
        ("content/media/2.jpg", "symlink-outside"),
    ]


def test_a_link_to_a_file_inside_is_that_file(tmp_path: Path) -> None:
    write(tmp_path, {"content/media/anh.jpg": "ảnh"})
    (tmp_path / "content/media/la.jpg").symlink_to("anh.jpg")
    found = discover(tmp_path)
    assert found.problems == ()
    assert found.value is not None
    assert [(file.path, file.size) for file in found.value.files] == [
        ("content/media/anh.jpg", 5),
        ("content/media/la.jpg", 5),
    ]


@pytest.mark.parametrize("target", ["../../outside", "2012"])
def test_a_linked_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"outside/bai.md": "x", "content/articles/2012/bai.md": "x"})
    (tmp_path / "content/articles/2013").symlink_to(target)
    found = discover(tmp_path)
    assert told(found.problems) == [("content/articles/2013", "symlink-folder")]
    assert paths(tmp_path) == ["content/articles/2012/bai.md"]


def test_the_content_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/site.yml": "x"})
    (tmp_path / "content").symlink_to("elsewhere")
    assert discover(tmp_path).problems == ()
    assert paths(tmp_path) == ["content/site.yml"]


def test_a_link_to_nothing_is_not_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "x"})
    (tmp_path / "content/vocabulary.yml").symlink_to("khong-co.yml")
    assert [path for path, _ in told(discover(tmp_path).problems)] == ["content/vocabulary.yml"]
    assert paths(tmp_path) == ["content/site.yml"]


def test_a_pipe_is_not_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"content/articles/2012/bai.md": "x"})
    os.mkfifo(tmp_path / "content/articles/2012/ong.md")
    assert told(discover(tmp_path).problems) == [("content/articles/2012/ong.md", "misplaced-file")]
    assert paths(tmp_path) == ["content/articles/2012/bai.md"]


def test_a_socket_is_not_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/media/anh.jpg": "x"})
    monkeypatch.chdir(tmp_path / "content/media")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("o.jpg")
        assert told(discover(tmp_path).problems) == [("content/media/o.jpg", "misplaced-file")]
        assert paths(tmp_path) == ["content/media/anh.jpg"]


def test_a_bulletin_without_content_has_no_files(tmp_path: Path) -> None:
    assert discover(tmp_path).problems == ()
    assert paths(tmp_path) == []


def test_empty_folders_are_nothing(tmp_path: Path) -> None:
    (tmp_path / "content/khac/sau").mkdir(parents=True)
    (tmp_path / "content/articles/2012/bai.md").mkdir(parents=True)
    assert discover(tmp_path).problems == ()
    assert paths(tmp_path) == []


def test_folders_may_lie_deeper_than_a_function_can_call_itself(tmp_path: Path) -> None:
    path = f"content/media/{'d/' * ROOM}a.pdf"
    write(tmp_path, {path: "x"})
    with few_calls():
        found = discover(tmp_path).value
    assert found
    assert [file.path for file in found.files] == [path]


def test_a_file_in_place_of_the_content_folder_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"content": "x"})
    assert told(discover(tmp_path).problems) == [("content", "file-unreadable")]


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working folder, for a user whom permissions bind: root, who may read everything, becomes somebody else."""
    monkeypatch.chdir(tmp_path)
    root = os.geteuid() == 0
    yield Path()
    if root:
        os.seteuid(0)


def become_somebody() -> None:
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_folder_that_may_not_be_read_is_reported_and_the_rest_is_read(inside: Path) -> None:
    write(inside, {"content/media/anh.jpg": "x", "content/articles/2012/bai.md": "x"})
    inside.chmod(0o755)
    (inside / "content/media").chmod(0)
    become_somebody()
    found = discover(inside)
    assert told(found.problems) == [("content/media", "file-unreadable")]
    assert paths(inside) == ["content/articles/2012/bai.md"]


def test_a_file_that_may_not_be_read_is_reported(inside: Path) -> None:
    write(inside, {"content/articles/2012/bai.md": "x"})
    inside.chmod(0o755)
    (inside / "content/articles/2012/bai.md").chmod(0)
    become_somebody()
    assert paths(inside) == ["content/articles/2012/bai.md"]
    unreadable = read(inside, "content/articles/2012/bai.md", 100)
    assert unreadable.value is None
    assert told(unreadable.problems) == [("content/articles/2012/bai.md", "file-unreadable")]


def test_a_name_that_is_no_text_is_reported_as_text(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "x"})
    (tmp_path / "content" / os.fsdecode(b"caf\xe9.txt")).touch()
    ((path, code),) = told(discover(tmp_path).problems)
    assert path.encode() == rb"content/caf\udce9.txt"
    assert code == "misplaced-file"


@given(st.binary(max_size=20).map(os.fsdecode))
def test_any_name_can_be_printed(name: str) -> None:
    assert printable(name).encode().decode() == printable(name)


@given(st.text())
def test_a_name_that_is_text_is_printed_as_it_is(name: str) -> None:
    assert printable(name) == name


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/b/content/site.yml", "content/site.yml"),
        ("/b/content/../site", "site"),
        ("/b", "."),
        ("/bc/x", "/bc/x"),
        ("/b/../x", "/x"),
        ("/", "/"),
    ],
)
def test_a_path_is_shown_from_the_root_or_in_full(path: str, told: str) -> None:
    assert display_path(Path(path), Path("/b")) == told


def test_a_path_is_shown_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "la").symlink_to("/etc")
    assert display_path(tmp_path / "la/passwd", tmp_path) == "la/passwd"


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "x" * 10})
    assert read(tmp_path, "content/site.yml", 10).value == b"x" * 10
    over = read(tmp_path, "content/site.yml", 9)
    assert over.value is None
    assert told(over.problems) == [("content/site.yml", "file-too-large")]
    assert over.problems[0].values == (("limit", "9"), ("size", "10"))


def test_a_file_whose_name_is_decomposed_on_the_disk_is_read_by_its_composed_name(tmp_path: Path) -> None:
    write(tmp_path, {unicodedata.normalize("NFD", "content/pages/giới-thiệu.md"): "x"})
    assert read(tmp_path, "content/pages/giới-thiệu.md", 10).value == b"x"
    absent = read(tmp_path, "content/pages/liên-hệ.md", 10)
    assert told(absent.problems) == [("content/pages/liên-hệ.md", "file-unreadable")]


def test_an_empty_file_is_read_too(tmp_path: Path) -> None:
    assert read(write(tmp_path, {"content/site.yml": ""}), "content/site.yml", 0).value == b""


def test_only_the_beginning_of_an_endless_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "zero").symlink_to("/dev/zero")
    over = read(tmp_path, "zero", 100)
    assert over.value is None
    assert over.problems[0].values == (("limit", "100"), ("size", "101"))


@pytest.mark.parametrize("path", ["content", "content/khong-co.md", "content/site.yml/bai.md", f"content/{'x' * 300}"])
def test_what_cannot_be_opened_is_reported(tmp_path: Path, path: str) -> None:
    unreadable = read(write(tmp_path, {"content/site.yml": "x"}), path, 100)
    assert unreadable.value is None
    assert told(unreadable.problems) == [(path, "file-unreadable")]
    assert dict(unreadable.problems[0].values)["reason"]


@pytest.mark.parametrize(
    ("path", "original", "language"),
    [
        ("content/articles/2012/bai.en.md", "content/articles/2012/bai.md", "en"),
        ("content/articles/2012/bai/index.en.md", "content/articles/2012/bai/index.md", "en"),
        ("content/pages/a.b.vi.md", "content/pages/a.b.md", "vi"),
        ("content/agreements/quy-che.en.md", "content/agreements/quy-che.md", "en"),
    ],
)
def test_the_name_of_a_translation_tells_its_original_and_its_language(path: str, original: str, language: str) -> None:
    source = SourceFile(path, Role.TRANSLATION, 1, 1)
    assert (source.original, source.language) == (original, language)
    assert source.is_of_record == original.startswith("content/agreements/")


def test_files_that_are_to_be_changed_stand_for_those_on_the_disk(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "a", "content/agencies/bo-a.yml": "name: A\n"})
    found = discover(tmp_path).value
    assert found is not None
    edited = with_edits(found, {"content/agencies/bo-b.yml": b"name: B\n", "content/agencies/bo-a.yml": b"name: AA\n"})
    assert [(file.path, file.role) for file in edited.files] == [
        ("content/agencies/bo-a.yml", Role.AGENCY),
        ("content/agencies/bo-b.yml", Role.AGENCY),
        ("content/site.yml", Role.SITE),
    ]
    contents = [read_source(tmp_path, file, 1_000).value for file in edited.files]
    assert contents == [b"name: AA\n", b"name: B\n", b"a"]
    assert with_edits(found, {}) == found
