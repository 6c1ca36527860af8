"""What readers call an agency."""

import re
from collections.abc import Mapping

from bantin.domain.model import Agency

_SHORTER: Mapping[str, re.Pattern[str]] = {
    "UBND": re.compile(r"\b(?:ủy|uỷ) ban nhân dân\b", re.IGNORECASE),
    "HĐND": re.compile(r"\bhội đồng nhân dân\b", re.IGNORECASE),
}


def searched_names(agency: Agency) -> tuple[str, ...]:
    """All names of ``agency``, then those in which everyone shortens words, each once."""
    names = agency.every_name
    shortened = (shape.sub(short, name) for short, shape in _SHORTER.items() for name in names)
    return tuple(dict.fromkeys((*names, *shortened)))
