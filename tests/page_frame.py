"""Golden pages without what they share: a piece of the frame is kept once for a site and language.

The frame is what stands around the content: the lines of the head that every page has, the masthead with its menu, the
ways to display a page, and the footer. ``fold`` takes a piece out of each page that has it as most pages of its
language do, and leaves a mark with what is the page's own in it: its place in the menu, its address for the counter.
``unfold`` puts it back. Nothing is lost, ``unfold(*fold(site)) == site``: sites whose folded forms are equal are equal
byte for byte. A page that has a piece otherwise keeps it whole.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_PIECES = {
    name: re.compile(pattern, re.DOTALL)
    for name, pattern in {
        "policy": r"<head>\n.*?(?=<title>)",
        "metadata": r'<meta property="og:site_name".*?(?=<meta property="og:type")',
        "links": r'<meta name="generator".*?/disk\.[^"]*" defer></script>\n(?:<script src="[^"]*/counter\.[^\n]*\n)?',
        "masthead": r'<body>\n.*?</header>\n<div class="wrap">\n<div class="bar">\n',
        "display": r'<section class="display".*?<main [^\n]*\n',
        "footer": r"</main>\n</div>\n<footer.*</html>\n",
    }.items()
}
_OWN = re.compile(r'(?<=<li><a href=")(?P<menu>[^"]*)" aria-current="page(?=">)|(?<=/p\.svg\?p=)(?P<counted>[^"]*)')
_LANGUAGE = re.compile(r'<html lang="([\w-]+)">')
_MARK = re.compile(r"<!-- frame: (\w+)(?: (\S+))? -->\n")


class _Piece(NamedTuple):
    """A piece of the frame of a page, with places for what differs from page to page, and what stands there."""

    shared: str
    own: str


def fold(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The ``pages``, by path, without what they share; and that, by names like ``footer.vi``."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path, text in pages.items():
        for name, match in _matches(text):
            found[f"{name}.{_language(text)}"][_piece(path, text, match[0]).shared] += 1
    # The most frequent; of several that are, the first in the alphabet: the same in every run.
    frame = {name: max(sorted(counts), key=counts.__getitem__) for name, counts in found.items()}
    return {path: _fold(path, text, frame) for path, text in pages.items()}, frame


def unfold(pages: Mapping[str, str], frame: Mapping[str, str]) -> dict[str, str]:
    """The pages that ``fold`` was given."""
    return {path: _unfold(path, text, frame) for path, text in pages.items()}


def _fold(path: str, text: str, frame: Mapping[str, str]) -> str:
    folded = text
    for name, match in _matches(text):
        piece = _piece(path, text, match[0])
        if piece.shared == frame[f"{name}.{_language(text)}"]:
            mark = " ".join(filter(None, ["<!-- frame:", name, piece.own, "-->"]))
            folded = folded.replace(match[0], f"{mark}\n", 1)
    return folded


def _unfold(path: str, text: str, frame: Mapping[str, str]) -> str:
    def whole(mark: re.Match[str]) -> str:
        piece = frame[f"{mark[1]}.{_language(text)}"]
        own = mark[2] or ""
        if own and "{counted}" not in piece:
            piece = piece.replace(f'<li><a href="{own}">', f'<li><a href="{own}" aria-current="page">', 1)
        return piece.replace("{counted}", own).replace("{root}", _root(path, text))

    return _MARK.sub(whole, text)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _PIECES.items():
        match = pattern.search(text)
        if match:
            yield name, match


def _piece(path: str, text: str, found: str) -> _Piece:
    found = found.replace(f'="{_root(path, text)}', '="{root}')
    own = _OWN.search(found)
    if not own:
        return _Piece(found, "")
    shared = own["menu"] if own["menu"] is not None else "{counted}"
    return _Piece(f"{found[: own.start()]}{shared}{found[own.end() :]}", own[0].split('"')[0])


def _language(text: str) -> str:
    match = _LANGUAGE.search(text)
    return match[1] if match else ""


def _root(path: str, text: str) -> str:
    """The way from a page to the root of the pages of its language, which may be a folder of the site."""
    return "../" * (path.count("/") - path.startswith(f"{_language(text)}/")) or "./"
