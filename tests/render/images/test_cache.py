"""The image cache returns what was stored, or nothing."""

from pathlib import Path

import pytest

from bantin.render.images import ImageCache
from bantin.render.images.cache import FOLDER
from tests.bulletins import memory_in


@pytest.fixture
def image_cache(tmp_path: Path) -> ImageCache:
    return ImageCache(memory_in(tmp_path / "memory"))


def folder_of(image_cache: ImageCache) -> Path:
    assert image_cache.cache_location
    return image_cache.cache_location.folder / FOLDER


def test_what_is_kept_comes_back(image_cache: ImageCache) -> None:
    assert image_cache.get("a") is None
    image_cache.put("a", b"one")
    assert image_cache.get("a") == b"one"
    assert image_cache.get("b") is None


@pytest.mark.parametrize(
    "spoil",
    [lambda _: b"", lambda kept: kept[:-1], lambda kept: kept[:-1] + b"!", lambda kept: b"\0" + kept[1:]],
    ids=["empty", "cut", "changed", "seal"],
)
def test_what_was_spoilt_does_not_count(image_cache: ImageCache, spoil) -> None:  # type: ignore[no-untyped-def]
    image_cache.put("a", b"one")
    (file,) = folder_of(image_cache).iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert image_cache.get("a") is None


def test_an_image_does_not_count_under_another_name(image_cache: ImageCache) -> None:
    image_cache.put("a", b"one")
    (folder_of(image_cache) / "a").rename(folder_of(image_cache) / "b")
    assert image_cache.get("b") is None


def test_what_is_not_wanted_any_more_is_forgotten(image_cache: ImageCache) -> None:
    for name in "abc":
        image_cache.put(name, b"x")
    image_cache.remove_others({"b", "d"})
    assert [image_cache.get(name) for name in "abc"] == [None, b"x", None]


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "a").write_text("mine")
    (tmp_path / "images").symlink_to(mine)
    image_cache = ImageCache(memory_in(tmp_path))
    image_cache.put("a", b"x")
    image_cache.remove_others(())
    assert ((mine / "a").read_text(), image_cache.get("a")) == ("mine", None)


def test_an_album_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "images").write_text("a file")
    for image_cache in (ImageCache(memory_in(tmp_path)), ImageCache(None)):
        image_cache.put("a", b"x")
        image_cache.remove_others(())
        assert image_cache.get("a") is None
