"""In which sizes an image is published, and how pages offer them."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import ImageFacts, ImageForm
from bantin.site.pictures import picture_view, renditions, with_pictures
from bantin.site.views.parts import PictureView, SourceView
from tests.index.contents import SITE

FACTS = ImageFacts("content/articles/2021/x/Ảnh Lễ.JPG", 1600, 900, ImageForm.PHOTO, "mot")
PICTURE = PictureView("a.jpg", 600, 400, (SourceView("image/webp", (("a.1.webp", 480), ("a.2.webp", 600))),))


@pytest.mark.parametrize(
    ("width", "widths"),
    [(20, [20]), (480, [480]), (500, [500]), (600, [480, 600]), (1000, [480, 1000]), (9000, [480, 960, 1600])],
)
def test_no_size_is_larger_than_the_source_or_near_another(width: int, widths: list[int]) -> None:
    made = renditions(replace(FACTS, width=width), SITE)
    assert [one.width for one in made if one.type == "avif"] == widths
    assert [(one.width, one.type) for one in made if one.type == "jpg"] == [(widths[-1], "jpg")]
    assert all(one.height == max(1, round(900 * one.width / width)) for one in made)


def test_an_address_can_be_read_and_lasts_as_long_as_the_image() -> None:
    *_, last = renditions(FACTS, SITE)
    stem, width, digest, suffix = last.address.split(".")
    assert (stem, width, len(digest), suffix) == ("bai-viet/2021/x/anh-le", "1600", 10, "jpg")
    assert renditions(FACTS, SITE)[-1] == last
    assert renditions(replace(FACTS, digest="hai"), SITE)[-1].address != last.address


def test_a_drawing_and_what_moves_keep_their_size() -> None:
    assert [(one.type, one.width) for one in renditions(replace(FACTS, form=ImageForm.DRAWING), SITE)] == [
        ("webp", 1600),
        ("png", 1600),
    ]
    moving = replace(FACTS, form=ImageForm.MOVING)
    (only,) = renditions(moving, SITE)
    assert (only.type, only.width) == ("gif", 1600)
    assert picture_view(moving, SITE) == PictureView(only.address, 1600, 900)
    assert [one.width for one in renditions(replace(moving, width=2000), SITE)] == [2000]


def test_a_page_offers_what_is_published() -> None:
    view = picture_view(FACTS, SITE)
    shown = {view.url, *(url for source in view.sources for url, _ in source.files)}
    assert shown == {one.address for one in renditions(FACTS, SITE)}
    assert [source.type for source in view.sources] == ["image/avif", "image/webp"]


def test_an_image_of_a_text_becomes_a_picture() -> None:
    parts = ('<p>A <img alt="B" src="', '" title="C"> D</p>')
    before, after = with_pictures(parts, [(0, PICTURE)], "../")
    assert before == (
        '<p>A <picture><source type="image/webp" srcset="../a.1.webp 480w, ../a.2.webp 600w"'
        ' sizes="(min-width: 50rem) 45rem, 94vw"><img alt="B" src="'
    )
    assert after == '" title="C" width="600" height="400" loading="lazy" decoding="async"></picture> D</p>'


@pytest.mark.parametrize(
    "before",
    ['<p title="<img x">', '<p title="<img a=" class="b">', '<p title="<img a=" class=" src=">', '<p>&lt;img src="'],
)
def test_what_looks_like_an_image_is_none(before: str) -> None:
    (opened, _) = with_pictures((f'{before}t<img alt="a > <img" src="', '">'), [(0, PICTURE)], "")
    assert opened.startswith(f"{before}t<picture><source ")
    assert opened.endswith('"><img alt="a > <img" src="')
    assert opened.count("<picture>") == 1


def test_two_images_one_after_the_other_are_two_pictures() -> None:
    made = with_pictures(('<img alt="a" src="', '"><img alt="b" src="', '">'), [(0, PICTURE), (1, PICTURE)], "")
    assert ["<picture>" in piece for piece in made] == [True, True, False]
    assert ["</picture>" in piece for piece in made] == [False, True, True]
