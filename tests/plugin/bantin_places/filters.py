"""A filter for templates."""


def in_capitals(text: str) -> str:
    """``text`` in capital letters."""
    return text.upper()
