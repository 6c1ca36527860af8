"""Scans for tests: PDFs whose pages are pictures of Vietnamese text, a little dirty and a little askew."""

import io
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageDraw, ImageFont

from tests.conftest import REPOSITORY

FONT = REPOSITORY / "generator/bantin/render/images/fonts/NotoSans-Regular.ttf"
_DPI = 150
# A4, in pixels.
_WIDTH, _HEIGHT = 1240, 1754
_LEFT, _RIGHT, _LINE = 130, 690, 46


def scan(*pages: Sequence[str], specks: int = 300, askew: float = 0.3) -> bytes:
    """A PDF of ``pages``, which have lines; a tab leads to the right half. ``askew`` is in degrees."""
    pictures = [_page(lines, specks, askew) for lines in pages]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=_DPI)
    return out.getvalue()


def _page(lines: Sequence[str], specks: int, askew: float) -> Image.Image:
    picture = Image.new("L", (_WIDTH, _HEIGHT), 250)
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 27)
    for number, line in enumerate(lines):
        for left, words in zip((_LEFT, _RIGHT), line.split("\t"), strict=False):
            pen.text((left, 150 + number * _LINE), words, fill=30, font=font)
    dice = Random(0)
    for _ in range(specks):
        pen.point((dice.randrange(_WIDTH), dice.randrange(_HEIGHT)), fill=90)
    return picture.rotate(askew, fillcolor=250, resample=Image.Resampling.BICUBIC)
