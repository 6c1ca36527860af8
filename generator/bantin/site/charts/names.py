"""Names in charts, where there is little room."""

from textwrap import wrap


def fold(name: str, longest: int) -> tuple[str, ...]:
    """``name`` in two lines at most, each of about ``longest`` characters.

    What is left out comes from the middle: agencies of one kind begin alike, and what tells them apart comes last.
    """
    lines = wrap(name, longest, break_long_words=False, break_on_hyphens=False)
    if len(lines) <= 2:
        return tuple(lines)
    kept: list[str] = []
    for word in reversed(name.split()):
        if kept and len(" ".join(("…", word, *kept))) > longest:
            break
        kept.insert(0, word)
    return lines[0], " ".join(("…", *kept))
