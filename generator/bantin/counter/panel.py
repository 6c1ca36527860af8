"""Draws the figures as an SVG image, for pages that cannot run the widget."""

from html import escape

from msgspec import Struct

from bantin.counter.hit import Figures
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer

_ROW, _WIDTH, _LEFT = 22, 220, 8


class PanelWords(Struct, frozen=True):
    """The labels of the figures in one language."""

    title: str
    online: str
    today: str
    week: str
    total: str


_WORDS: dict[Language, PanelWords] = {
    "vi": PanelWords("Thống kê truy cập", "Đang online", "Hôm nay", "Trong tuần", "Tất cả"),
    "en": PanelWords("Visitors", "Online", "Today", "This week", "All time"),
}


def panel(figures: Figures, language: Language) -> str:
    """An SVG image of ``figures``, with all of its content in its title for screen readers."""
    words = _WORDS[language]
    rows = [
        (words.online, figures.online or 0),
        (words.today, figures.today),
        (words.week, figures.week),
        (words.total, figures.total),
    ]
    cells = [(label, format_integer(number, language)) for label, number in rows]
    title = f"{words.title}: " + " · ".join(f"{label} {number}" for label, number in cells)
    lines = "".join(
        f'<text x="{_LEFT}" y="{_ROW * at}">{escape(label)}</text>'
        f'<text x="{_WIDTH - _LEFT}" y="{_ROW * at}" text-anchor="end">{number}</text>'
        for at, (label, number) in enumerate(cells, start=1)
    )
    height = _ROW * len(rows) + _LEFT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-labelledby="t" font-family="sans-serif" font-size="14"><title id="t">{escape(title)}</title>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/><g fill="#222">{lines}</g></svg>\n'
    )
