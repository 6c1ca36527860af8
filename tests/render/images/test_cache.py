"""The album: what is kept is what comes back, or nothing."""

from pathlib import Path

import pytest

from bantin.render.images import ImageCache
from bantin.render.images.cache import FOLDER
from tests.bulletins import memory_in


@pytest.fixture
def album(tmp_path: Path) -> ImageCache:
    return ImageCache(memory_in(tmp_path / "memory"))


def folder_of(album: ImageCache) -> Path:
    assert album.memory
    return album.memory.folder / FOLDER


def test_what_is_kept_comes_back(album: ImageCache) -> None:
    assert album.recall("a") is None
    album.keep("a", b"one")
    assert album.recall("a") == b"one"
    assert album.recall("b") is None


@pytest.mark.parametrize(
    "spoil",
    [lambda _: b"", lambda kept: kept[:-1], lambda kept: kept[:-1] + b"!", lambda kept: b"\0" + kept[1:]],
    ids=["empty", "cut", "changed", "seal"],
)
def test_what_was_spoilt_does_not_count(album: ImageCache, spoil) -> None:  # type: ignore[no-untyped-def]
    album.keep("a", b"one")
    (file,) = folder_of(album).iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert album.recall("a") is None


def test_an_image_does_not_count_under_another_name(album: ImageCache) -> None:
    album.keep("a", b"one")
    (folder_of(album) / "a").rename(folder_of(album) / "b")
    assert album.recall("b") is None


def test_what_is_not_wanted_any_more_is_forgotten(album: ImageCache) -> None:
    for name in "abc":
        album.keep(name, b"x")
    album.forget_others({"b", "d"})
    assert [album.recall(name) for name in "abc"] == [None, b"x", None]


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "a").write_text("mine")
    (tmp_path / "images").symlink_to(mine)
    album = ImageCache(memory_in(tmp_path))
    album.keep("a", b"x")
    album.forget_others(())
    assert ((mine / "a").read_text(), album.recall("a")) == ("mine", None)


def test_an_album_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "images").write_text("a file")
    for album in (ImageCache(memory_in(tmp_path)), ImageCache(None)):
        album.keep("a", b"x")
        album.forget_others(())
        assert album.recall("a") is None
