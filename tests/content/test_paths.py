"""Paths as editors write them: relative to their file or from the content folder, and never out of it."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.paths import resolve
from tests.content.strategies import bounded

FOLDER = "content/articles/2012"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("anh.jpg", "content/articles/2012/anh.jpg"),
        ("./anh.jpg", "content/articles/2012/anh.jpg"),
        ("bai/anh.jpg", "content/articles/2012/bai/anh.jpg"),
        ("../2011/bai.md", "content/articles/2011/bai.md"),
        ("../../media/lễ ký.jpg", "content/media/lễ ký.jpg"),
        ("/media/anh.jpg", "content/media/anh.jpg"),
        ("//media//anh.jpg", "content/media/anh.jpg"),
        ("/articles/2012/../2011/bai.md", "content/articles/2011/bai.md"),
        ("a/../../b.md", "content/articles/b.md"),
        ("...", "content/articles/2012/..."),
        ("%2e%2e/x", "content/articles/2012/%2e%2e/x"),
        ("/content/x", "content/content/x"),
        ("/", "content"),
        ("../..", "content"),
    ],
)
def test_a_path_is_relative_to_its_file_or_to_the_content(written: str, path: str) -> None:
    assert resolve(written, FOLDER) == path


@pytest.mark.parametrize(
    "written",
    [
        "../../../site/index.html",
        "../../../content-other/x",
        "../../../../../../etc/passwd",
        "/..",
        "/../etc/passwd",
        "/../../content",
        "//..//x",
        "media/../../../../x",
        "..\\..\\x",
        "\\\\server\\x",
        "C:\\x",
        "anh.jpg\x00.md",
    ],
)
def test_no_path_leads_out_of_the_content(written: str) -> None:
    assert resolve(written, FOLDER) is None


@bounded
@given(st.lists(st.sampled_from(["..", ".", "/", "//", "a", "content", "\\", "\x00", "đ"]) | st.text(max_size=3)))
def test_whatever_is_written_stays_inside(pieces: list[str]) -> None:
    path = resolve("/".join(pieces), FOLDER)
    if path is not None:
        assert f"{path}/".startswith("content/")
        assert ".." not in path.split("/")
        assert posixpath.normpath(path) == path
        assert not {"\\", "\x00"} & set(path)


@bounded
@given(st.lists(st.from_regex(r"[a-zđ0-9. -]*[a-zđ0-9]", fullmatch=True), min_size=1, max_size=4).map("/".join))
def test_every_file_of_the_content_can_be_named_both_ways(inside: str) -> None:
    path = f"content/{inside}"
    assert resolve(f"/{inside}", FOLDER) == path
    assert resolve(posixpath.relpath(path, FOLDER), FOLDER) == path
