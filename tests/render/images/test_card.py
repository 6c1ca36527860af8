"""Social cards: small, and every letter of Vietnamese is on them."""

import io

import pytest
from PIL import Image

from bantin.render.images.card import _SANS, _SERIF, _font, draw_card
from bantin.site.social import HEIGHT, WIDTH, SocialCard

LETTERS = "aăâdđeêoôơuưyAĂÂDĐEÊOÔƠUƯY áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ –“”‘’…"
CARD = SocialCard("a", "a.md", "Bản tin", "Hai cơ quan ký quy chế", "Bộ A – Bộ B", "ngày 5 tháng 5 năm 2020")


def card(title: str = CARD.title, **changes: str) -> Image.Image:
    fields = {name: getattr(CARD, name) for name in CARD.__struct_fields__} | {"title": title} | changes
    return Image.open(io.BytesIO(draw_card(SocialCard(**fields)))).convert("RGB")


def test_a_card_is_of_the_size_that_is_asked_for_and_light() -> None:
    data = draw_card(SocialCard("a", "a", "Bản tin " * 20, "Nghiêng " * 60, "Bộ A – Bộ B " * 10, "ngày"))
    assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(data) <= 60_000


@pytest.mark.parametrize("path", [_SERIF, _SANS], ids=lambda path: path.name)
def test_the_fonts_have_every_letter(path) -> None:  # type: ignore[no-untyped-def]
    font = _font(path, 40)
    missing = bytes(font.getmask("\uffff"))
    assert [letter for letter in LETTERS if letter != " " and bytes(font.getmask(letter)) == missing] == []


@pytest.mark.parametrize("title", ["", "x", "Ký " * 100, "k" * 300, "Hai\ncơ\tquan", "日本 \u202e \0"])
def test_whatever_the_title_nothing_runs_over_the_edge(title: str) -> None:
    shown = card(title)
    ground = shown.getpixel((0, HEIGHT - 1))
    for edge in ((0, 20, 70, HEIGHT), (WIDTH - 70, 20, WIDTH, HEIGHT), (0, HEIGHT - 30, WIDTH, HEIGHT)):
        assert shown.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), ground)]


@pytest.mark.parametrize("part", ["name", "title", "parties", "day"])
def test_every_part_is_shown(part: str) -> None:
    assert card().tobytes() == card().tobytes() != card(**{part: "Khác"}).tobytes()
