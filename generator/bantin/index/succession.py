"""Succession: the agencies that hold the duties of a former agency today."""

from datetime import date

from bantin.domain.model import Succession
from bantin.domain.text.dates import Edtf
from bantin.index.directory import Directory


def current_successors(agency_id: str, since: Edtf | None, directory: Directory) -> tuple[Succession, ...]:
    """The agencies that hold today a duty that ``agency_id`` took on at ``since``, and from when they do.

    Empty if ``agency_id`` itself still holds it. Successors of successors are followed to the last ones. A succession
    that was certainly before ``since``, or is certainly in the future, does not count. The result is empty as well if
    agencies succeed one another in a circle and no date shows which was the last.
    """
    found: dict[str, Succession] = {}
    seen: set[tuple[str, Edtf | None]] = set()
    ahead = [(Succession(agency_id), since)]
    while ahead:
        holder, held = ahead.pop(0)
        later = [one for one in directory.successors.get(holder.agency, ()) if _passes(one.on, held, directory.as_of)]
        if not later and holder.agency != agency_id:
            found.setdefault(holder.agency, holder)
        for one in later:
            # A succession at an unknown time comes after the one before it.
            step = (one.agency, one.on or held)
            if step not in seen:
                seen.add(step)
                ahead.append((one, step[1]))
    return tuple(found.values())


def _passes(on: Edtf | None, held: Edtf | None, as_of: date) -> bool:
    """Whether a succession at ``on`` may have passed on, by ``as_of``, a duty taken on at ``held``."""
    if on is None or on.earliest is None or on.latest is None:
        return True
    began = held.earliest if held else None
    return on.earliest <= as_of and (began is None or on.latest >= began)
