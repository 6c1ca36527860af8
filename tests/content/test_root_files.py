"""Files for the root of the site: they are published as they are, so nothing secret may stand in them."""

from pathlib import Path

import pytest

from bantin.content.files import LARGEST_TEXT
from tests.bulletins import COMPLETE, problems_of, write


@pytest.mark.parametrize("name", ["cu.html", "thu.txt", ".well-known/security.txt"])
def test_a_stamp_is_reported_at_its_place(name: str, tmp_path: Path) -> None:
    path = f"content/root/{name}"
    (problem,) = problems_of(write(tmp_path, COMPLETE, {path: "<p>Công văn</p>\n<p>TỐI MẬT</p>\n"}))
    assert (problem.code, problem.location.path, problem.location.line) == ("secrecy-stamp", path, 2)


def test_what_is_no_text_is_published_as_it_is(tmp_path: Path) -> None:
    assert problems_of(write(tmp_path, COMPLETE, {"content/root/favicon.ico": bytes(range(256))})) == ()


def test_what_is_too_large_is_reported(tmp_path: Path) -> None:
    large = "x" * (LARGEST_TEXT + 1)
    assert [one.code for one in problems_of(write(tmp_path, COMPLETE, {"content/root/a.txt": large}))] == [
        "file-too-large"
    ]
