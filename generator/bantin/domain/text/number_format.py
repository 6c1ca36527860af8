"""Formats numbers for readers. Data files have plain integers instead."""

from bantin.domain.problems import Language

_UNITS = ("kB", "MB", "GB", "TB")


def format_integer(number: int, language: Language) -> str:
    """Groups thousands: ``5.851`` in Vietnamese, ``5,851`` in English."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "vi" else grouped


def format_size(size: int, language: Language) -> str:
    """Formats a number of bytes in decimal units (IEC 80000-13): ``1,2 MB`` in Vietnamese, ``1.2 MB`` in English."""
    if size < 1000:
        return f"{size} byte" if language == "vi" or size == 1 else f"{size} bytes"
    value, unit = size / 1000, 0
    while round(value, 1) >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    shown = f"{value:.0f}" if value >= 9.95 else f"{value:.1f}".removesuffix(".0")
    return f"{shown.replace('.', ',') if language == 'vi' else shown} {_UNITS[unit]}"
