"""The figures as an image."""

from xml.etree import ElementTree

import pytest

from bantin.counter.hit import Figures
from bantin.counter.panel import panel
from bantin.domain.problems import Language

FIGURES = Figures(5, 103, 5_851, 20_411, 264_994)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("vi", "Thống kê truy cập: Đang online 5 · Hôm nay 103 · Trong tuần 5.851 · Tất cả 264.994"),
        ("en", "Visitors: Online 5 · Today 103 · This week 5,851 · All time 264,994"),
    ],
)
def test_an_image_says_what_it_shows(language: Language, title: str) -> None:
    image = ElementTree.fromstring(panel(FIGURES, language))
    texts = [element.text or "" for element in image.iter() if element.tag.endswith("text")]
    rows = [" ".join(pair) for pair in zip(texts[::2], texts[1::2], strict=True)]
    assert next(element.text for element in image.iter() if element.tag.endswith("title")) == title
    assert rows == title.partition(": ")[2].split(" · ")
    assert image.get("aria-labelledby") == "t"
