"""The address of a page as a code: drawn as a dashed line, and read back."""

from itertools import cycle

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from bantin.domain.model import Feature
from bantin.site.address_code import address_code
from bantin.site.views import ArticleView, CodeView
from tests.index.contents import SITE, article, bulletin
from tests.site.plans import view_at

_MARGIN = 4


def drawn(code: CodeView) -> Image.Image:
    """The code as its line draws it: a module for each step, from left to right and back."""
    width = code.size + 2
    image = Image.new("L", (code.size + 2 * _MARGIN,) * 2, 255)
    steps = [black for black, length in zip(cycle((True, False)), map(int, code.dashes.split())) for _ in range(length)]
    at = 0
    for row in range(code.size):
        for column in range(width)[:: -1 if row % 2 else 1]:
            if steps[at]:
                image.putpixel((column - 1 + _MARGIN, row + _MARGIN), 0)
            at += 1
        # The step down to the next row.
        assert row == code.size - 1 or not steps[at]
        at += 1
    return image.resize((image.width * 4,) * 2, Image.Resampling.NEAREST)


@pytest.mark.parametrize("url", ["", "bai-viet/2020/bai/", f"bai-viet/2020/{'quy-che-' * 18}x/"])
def test_a_reader_of_codes_reads_the_address(url: str) -> None:
    code = address_code(url, SITE)
    assert code is not None
    assert [found.text for found in zxingcpp.read_barcodes(drawn(code))] == [f"{SITE.base_url}{url}"]
    assert code.line.count("v1") == code.size - 1


def test_an_address_that_is_too_long_has_no_code() -> None:
    assert address_code("x" * 200, SITE) is None


def test_an_article_has_a_code_unless_the_settings_turn_codes_off() -> None:
    url = "bai-viet/2020/bai/"
    assert view_at(bulletin(article()), url, ArticleView).code == address_code(url, SITE)
    off = replace(SITE, off=(Feature.CODES,))
    assert view_at(bulletin(article(), site=off), url, ArticleView).code is None
