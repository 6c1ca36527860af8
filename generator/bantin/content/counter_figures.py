"""PARSE: ``counter.json`` → :class:`~bantin.domain.model.VisitorFigures`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from bantin.content.discover import Role, Sources, read
from bantin.content.files import COUNTER, LARGEST_FIGURES
from bantin.content.problems import files as problems
from bantin.domain.model import VisitorFigures
from bantin.domain.problems import Checked, Location

_Number = Annotated[int, Meta(ge=0, le=10**15)]


class _Snapshot(Struct, frozen=True):
    """The format of the counter's figures (docs/counter.md)."""

    v: Literal[1]
    at: Annotated[datetime, Meta(tz=True)]
    today: _Number
    week: _Number
    month: _Number
    total: _Number


def read_figures(root: Path, sources: Sources) -> Checked[VisitorFigures]:
    """Reads the figures that the counter left for the build, if any.

    Any problem of the file is only a warning: the site is built without them.
    """
    if not sources.of(Role.COUNTER):
        return Checked(None)
    data = read(root, COUNTER, LARGEST_FIGURES)
    try:
        return Checked(parse_figures(data.value or b""))
    except ValueError as error:
        return Checked(None, (problems.BAD_FIGURES.at(Location(COUNTER), reason=error),))


def parse_figures(data: bytes) -> VisitorFigures:
    """Parses figures from JSON. Raises ``ValueError``."""
    found = msgspec.json.decode(data, type=_Snapshot)
    return VisitorFigures(found.at, found.today, found.week, found.month, found.total)
