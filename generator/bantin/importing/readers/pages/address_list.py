"""Lists of old addresses: text files with the name of a saved page and its address on each line."""

import re
from collections.abc import Mapping

from bantin.content.checks.text import read_text
from bantin.domain.problems import Checked, Location, Problem
from bantin.importing.readers.pages import problems
from bantin.importing.readers.pages.html.addresses import path_of

# A tab parts the two if the line has one, so that names may have commas in them.
_TAB, _COMMA = re.compile(r"\t+"), re.compile(r"[,;]\s*(?=/|https?://)")
_QUOTED = re.compile(r'"([^"]*)"')
_HEADER = re.compile(r"(?:tệp|tên tệp|file|filename|name)\s*[\t,;].*", re.IGNORECASE)


def read_addresses(data: bytes, path: str) -> Checked[Mapping[str, str]]:
    """The old addresses in the list ``path``, by the names of saved pages; all problems of its lines are told.

    ``tin1.html``, a tab or a comma, ``/Pages/tin-tuc.aspx?ItemID=18746``. The address may be a full one. Empty lines,
    those that begin with ``#`` and a header are passed over.
    """
    text = read_text(data, path)
    if text.value is None:
        return Checked(None, text.problems)
    found: dict[str, tuple[str, int]] = {}
    wrong: list[Problem] = []
    for number, line in enumerate(text.value.split("\n"), 1):
        if not line.strip() or line.startswith("#") or (number == 1 and _HEADER.fullmatch(line.strip())):
            continue
        problem = _read_line(line, number, Location(path, number, 1, len(line)), found)
        wrong += [problem] if problem else []
    return Checked({name: address for name, (address, _) in found.items()} if not wrong else None, tuple(wrong))


def _read_line(line: str, number: int, at: Location, found: dict[str, tuple[str, int]]) -> Problem | None:
    """Adds the line to ``found``, or returns what is wrong with it."""
    name, address = _parts(line)
    if not name or not address:
        return problems.NOT_TWO_PARTS.at(at)
    path = path_of(address)
    if not path:
        return problems.BAD_OLD_ADDRESS.at(at, value=address)
    if name in found and found[name][0] != path:
        return problems.LISTED_TWICE.at(at, value=name, line=found[name][1])
    found[name] = (path, number)
    return None


def _parts(line: str) -> tuple[str, str]:
    plain = _QUOTED.sub(r"\1", line.strip())
    between = _TAB.search(plain) or _COMMA.search(plain)
    if between is None:
        return plain, ""
    return plain[: between.start()].strip().replace("\\", "/"), plain[between.end() :].strip()
