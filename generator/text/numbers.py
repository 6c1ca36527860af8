"""Numbers as readers expect them; data keep integers, this is for what people see."""

from generator.errors import Language


def format_integer(number: int, language: Language) -> str:
    """``5851`` as ``5.851`` in Vietnamese and ``5,851`` in English."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "vi" else grouped
