"""Patterns that tell the old address of a page from the name of its saved file."""

import re

from msgspec import Struct

_PART = re.compile(r"\{([a-z][a-z0-9_]{0,30})\}")


class AddressPattern(Struct, frozen=True):
    """``file`` is the name of saved files, with named parts in braces; ``address`` the address, with the same parts.

    ``tin-tuc.aspx_ItemID={id}.html`` and ``/Pages/tin-tuc.aspx?ItemID={id}``. A part reaches to the first place where
    the text behind it occurs, so that no name takes long to compare.
    """

    file: str
    address: str

    def address_of(self, name: str) -> str:
        """The old address of the file ``name``; empty if the pattern does not fit it."""
        values = _values(self.file, name)
        return _PART.sub(lambda part: values[part[1]], self.address) if values is not None else ""


def names_in(pattern: str) -> tuple[str, ...]:
    """The names of the parts in braces, in their order."""
    return tuple(_PART.findall(pattern))


def is_file_pattern(pattern: str) -> bool:
    """Whether each part has a name of its own, other characters around it, and all braces belong to parts."""
    names, between = names_in(pattern), _PART.split(pattern)[::2]
    separate = all(between[1:-1]) and len(set(names)) == len(names)
    return separate and not any("{" in text or "}" in text for text in between)


def _values(pattern: str, name: str) -> dict[str, str] | None:
    """The values of the parts in ``name``; ``None`` if it does not fit."""
    texts, names = _PART.split(pattern)[::2], names_in(pattern)
    if not names:
        return {} if name == pattern else None
    if not name.startswith(texts[0]) or not name.endswith(texts[-1]):
        return None
    at, end, values = len(texts[0]), len(name) - len(texts[-1]), list[str]()
    for text in texts[1:-1]:
        found = name.find(text, at + 1, end)
        if found < 0:
            return None
        values.append(name[at:found])
        at = found + len(text)
    values.append(name[at:end])
    return dict(zip(names, values, strict=True)) if values[-1] else None
