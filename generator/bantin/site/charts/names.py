"""Shortens names for charts."""

from textwrap import wrap


def fold(name: str, longest: int) -> tuple[str, ...]:
    """``name`` in at most two lines, each of about ``longest`` characters.

    Words are left out in the middle: similar agencies have names that begin alike and differ at the end.
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
