"""The images that are read, their cached properties, and the places of their problems."""

import os
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.content.images import examining, with_images
from bantin.domain.model import ImageFacts, ImageForm, Photo
from bantin.domain.problems import Checked
from bantin.runtime.cache import store
from tests.bulletins import ARTICLE, COMPLETE, SITE, codes_of, problems_of, request, tools, write
from tests.index.contents import article
from tests.pictures import drawing, photo, saved

BAI = "content/articles/2020/bai.md"
IMAGE = "content/articles/2020/a.png"
SHOWING = ARTICLE.replace("agreement:", "photos: [{src: a.png, alt: Ảnh}]\nagreement:")
WITH_PHOTO: dict[str, str | bytes] = {BAI: SHOWING, IMAGE: drawing()}


def test_a_problem_is_reported_once_where_the_image_is_first_shown(tmp_path: Path) -> None:
    text = SHOWING + "\n![Ảnh](a.png) và [ảnh](/articles/2020/a.png)\n"
    root = write(tmp_path, COMPLETE, WITH_PHOTO, {BAI: text, IMAGE: b"x"})
    places = [(one.code, one.location.path, one.location.line) for one in problems_of(root)]
    assert places == [("not-an-image", BAI, 6)]


def test_a_name_that_does_not_fit_is_reported_wherever_it_has_to_be_changed(tmp_path: Path) -> None:
    text = SHOWING + "\n![Ảnh](a.png)\n"
    root = write(tmp_path, COMPLETE, WITH_PHOTO, {BAI: text, IMAGE: saved(photo(1600, 900), "JPEG")})
    assert [(one.code, one.location.line) for one in problems_of(root)] == [
        ("wrong-image-suffix", 6),
        ("wrong-image-suffix", 20),
    ]


def test_a_problem_of_a_static_page_is_reported_there(tmp_path: Path) -> None:
    page: dict[str, str | bytes] = {
        "content/pages/a.md": "---\ntitle: A\n---\n\n![Ảnh](/media/a.jpg)\n",
        "content/media/a.jpg": drawing(),
    }
    assert [one.location.path for one in problems_of(write(tmp_path, COMPLETE, page))] == ["content/pages/a.md"]


@pytest.mark.parametrize("line", ["emblem: media/a.png", "menu: [{to: media/a.png}]", "links: [{to: /media/a.png}]"])
def test_a_problem_of_what_every_page_shows_is_shown_in_the_settings(tmp_path: Path, line: str) -> None:
    root = write(tmp_path, COMPLETE, {"content/site.yml": f"{SITE}{line}\n", "content/media/a.png": b"x"})
    assert [(one.code, one.location.path, one.location.line) for one in problems_of(root)] == [
        ("not-an-image", "content/site.yml", 5)
    ]


def test_an_image_that_nobody_shows_is_not_read(tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, COMPLETE, {"content/media/a.png": b"x"})) == []


def test_a_file_that_is_too_large_to_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.content.images.reading.LARGEST_IMAGE", 10)
    assert codes_of(write(tmp_path, COMPLETE, WITH_PHOTO)) == ["image-too-large"]


@pytest.mark.parametrize(("width", "told"), [(479, ["small-photo"]), (480, [])])
def test_a_photo_that_will_be_blurred_is_reported(tmp_path: Path, width: int, told: list[str]) -> None:
    assert codes_of(write(tmp_path, COMPLETE, WITH_PHOTO, {IMAGE: drawing(0, width)})) == told


def test_a_small_image_in_a_text_is_fine(tmp_path: Path) -> None:
    text: dict[str, str | bytes] = {BAI: f"{ARTICLE}\n![Ảnh](a.png)\n", IMAGE: drawing(0, 20)}
    assert codes_of(write(tmp_path, COMPLETE, text)) == []


def test_an_image_is_examined_again_only_if_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_STEP", -(10**18))
    examined: list[str] = []
    examine = examining.examine

    def watched(path: str, data: bytes) -> Checked[ImageFacts]:
        examined.append(path)
        return examine(path, data)

    monkeypatch.setattr(examining, "examine", watched)
    root = write(tmp_path, COMPLETE, WITH_PHOTO)

    def read_again() -> int:
        examined.clear()
        build(request(root), root / "site", tools(memory=root / MEMORY))
        return len(examined)

    assert read_again() == 1
    write(root, {"content/pages/a.md": "---\ntitle: A\n---\n\nA.\n"})
    assert read_again() == 0
    os.utime(root / IMAGE, (1, 1))
    assert read_again() == 0
    write(root, {IMAGE: drawing(1)})
    assert read_again() == 1


def test_a_photo_is_a_part_of_what_an_article_shows() -> None:
    shown = article(photos=(Photo("a.jpg", "A"),), meta_digest="mot")
    known, others = (ImageFacts("a.jpg", 600, 400, ImageForm.PHOTO, digest) for digest in ("1", "2"))
    assert with_images(shown, {"a.jpg": known}).photos == (Photo("a.jpg", "A", facts=known),)
    assert with_images(shown, {"a.jpg": known}).meta_digest not in (
        "mot",
        with_images(shown, {"a.jpg": others}).meta_digest,
    )
    assert with_images(shown, {}) is shown
    without = article()
    assert with_images(without, {"a.jpg": known}) is without


def test_a_jpeg_of_a_phone_is_fine(tmp_path: Path) -> None:
    text = {BAI: ARTICLE.replace("agreement:", "photos: [{src: a.jpg, alt: Ảnh}]\nagreement:")}
    several = saved(photo(), "MPO", save_all=True, append_images=[photo(300, 200)])
    assert codes_of(write(tmp_path, COMPLETE, text, {"content/articles/2020/a.jpg": several})) == []
