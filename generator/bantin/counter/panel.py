"""The figures as an image, for pages that can show nothing else."""

from html import escape

from msgspec import Struct

from bantin.counter.hit import Figures
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer

_ROW, _WIDTH, _LEFT = 22, 220, 8


class PanelWords(Struct, frozen=True):
    """What the figures are called in one language."""

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
    """An SVG image of ``figures``, with all that it shows in its title."""
    words = _WORDS[language]
    rows = [
        (words.online, figures.online or 0),
        (words.today, figures.today),
        (words.week, figures.week),
        (words.total, figures.total),
    ]
    told = [(label, format_integer(number, language)) for label, number in rows]
    title = f"{words.title}: " + " · ".join(f"{label} {number}" for label, number in told)
    lines = "".join(
        f'<text x="{_LEFT}" y="{_ROW * at}">{escape(label)}</text>'
        f'<text x="{_WIDTH - _LEFT}" y="{_ROW * at}" text-anchor="end">{number}</text>'
        for at, (label, number) in enumerate(told, start=1)
    )
    height = _ROW * len(rows) + _LEFT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'role="img" aria-labelledby="t" font-family="sans-serif" font-size="14"><title id="t">{escape(title)}</title>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/><g fill="#222">{lines}</g></svg>\n'
    )
