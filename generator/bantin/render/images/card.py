"""Drawing social cards: the name of the bulletin, the title of the article, who signed and when."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bantin.site.social import HEIGHT, WIDTH, SocialCard

_FONTS = Path(__file__).resolve().parent / "fonts"
_SERIF, _SANS = _FONTS / "NotoSerif-Bold.ttf", _FONTS / "NotoSans-Regular.ttf"

# The colours of the theme in light mode.
_BACKGROUND, _INK, _ACCENT = (0xFD, 0xFC, 0xFA), (0x1D, 0x1B, 0x19), (0x8F, 0x1D, 0x1D)
_MARGIN, _BAR, _HEAD = 80, 16, 150
# Font sizes with the most lines: a title that does not fit is set smaller, and finally shortened.
_SIZES = ((58, 4), (50, 5), (42, 6))
_LINE = 1.28
_SMALL = 32
_MUTED = 176
# A palette of 16, a few shades of two colours, still gives smooth letters at half the time and size of a larger one.
_SHADES = 8
_STEPS = [shade * (_SHADES - 1) // 255 for shade in range(256)]


def draw_card(card: SocialCard) -> bytes:
    """Draws the card as PNG."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    room = WIDTH - 2 * _MARGIN
    small = _font(_SANS, _SMALL)
    draw.rectangle((0, 0, WIDTH, _BAR), 255)
    draw.text((_MARGIN, 70), _cut(card.name, small, room), 255, small)
    font, lines = _title(card.title, room)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, _HEAD + 8 + round(number * font.size * _LINE)), line, 255, font)
    feet = [text for text in (card.parties, card.day) if text]
    for number, text in enumerate(reversed(feet)):
        draw.text((_MARGIN, HEIGHT - 85 - number * 46), _cut(text, small, room), _MUTED, small)
    return _as_png(image)


def _title(title: str, room: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size, most in _SIZES:
        font = _font(_SERIF, size)
        lines = list(_wrapped(title, font, room))
        if len(lines) <= most:
            return font, lines
    *kept, last = lines[:most]
    return font, [*kept, _cut(f"{last} …", font, room)]


def _wrapped(text: str, font: ImageFont.FreeTypeFont, room: int) -> Iterator[str]:
    space = font.getlength(" ")
    line, length = "", 0.0
    for word in text.split():
        width = font.getlength(word)
        if line and length + space + width > room:
            yield _cut(line, font, room)
            line, length = word, width
        else:
            line, length = (f"{line} {word}", length + space + width) if line else (word, width)
    yield _cut(line, font, room)


def _cut(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    """Shortens ``text`` to ``room`` pixels."""
    while font.getlength(text) > room:
        text = f"{text.rstrip('…')[:-1].rstrip()}…"
    return text


def _as_png(image: Image.Image) -> bytes:
    head = image.crop((0, 0, WIDTH, _HEAD)).point([step + _SHADES for step in _STEPS])
    image = image.point(_STEPS)
    image.paste(head)
    image.putpalette([part for colour in (_INK, _ACCENT) for part in _shades(colour)])
    file = io.BytesIO()
    image.save(file, "PNG", bits=4, compress_level=3)
    return file.getvalue()


def _shades(colour: tuple[int, int, int]) -> Iterator[int]:
    """Yields palette values from the background to ``colour``."""
    for step in range(_SHADES):
        for background, full in zip(_BACKGROUND, colour, strict=True):
            yield background + (full - background) * step // (_SHADES - 1)


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no optional library, and is enough for Vietnamese.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
