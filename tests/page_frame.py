"""Golden pages without their common parts: each part of the frame is stored once for each site and language.

The frame is everything around the content: the lines of the head that all pages have, the header with the menu, the
display options, and the footer. ``fold`` removes a part from each page on which it looks like on most pages of the
language, and leaves a mark with the values that differ: the current entry of the menu, the address for the counter.
``unfold`` restores it. Nothing is lost, ``unfold(*fold(site)) == site``: two sites are equal byte for byte if their
folded forms are. Pages on which a part looks different keep it.
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
        "links": r'<meta name="generator".*?/disk\.[^\n]*\n(?:<script src="[^"]*/(?:report|counter)\.[^\n]*\n)*',
        "masthead": r'<body>\n.*?</header>\n<div class="wrap">\n<div class="bar">\n',
        "display": r'<section class="display".*?<main [^\n]*\n',
        "footer": r"</main>\n</div>\n<footer.*</html>\n",
    }.items()
}
_OWN = re.compile(r'(?<=<li><a href=")(?P<menu>[^"]*)" aria-current="page(?=">)|(?<=/p\.svg\?p=)(?P<counted>[^"]*)')
_HERE = re.compile(r'<span class="menu-here">: [^<]*</span>(?=</summary>)')
_LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
_MARK = re.compile(r"<!-- frame: (\w+)(?: (\S+))? -->\n")


class _Piece(NamedTuple):
    """A part of a page's frame, with placeholders, and the values for them."""

    shared: str
    own: str


def fold(pages: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Folds ``pages``, which are by path; returns the pages, and the common parts by names like ``footer.vi``."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path, text in pages.items():
        for name, match in _matches(text):
            found[f"{name}.{_language(text)}"][_piece(path, text, match[0]).shared] += 1
    # The most frequent one; of several, the alphabetically first, which is the same in every run.
    frame = {name: max(sorted(counts), key=counts.__getitem__) for name, counts in found.items()}
    return {path: _fold(path, text, frame) for path, text in pages.items()}, frame


def unfold(pages: Mapping[str, str], frame: Mapping[str, str]) -> dict[str, str]:
    """Restores the pages that ``fold`` was given."""
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
            entry = f'<li><a href="{own}">'
            label = piece.partition(entry)[2].partition("</a>")[0]
            piece = piece.replace("</summary>", f'<span class="menu-here">: {label}</span></summary>', 1)
            piece = piece.replace(entry, f'{entry[:-1]} aria-current="page">', 1)
        return piece.replace("{counted}", own).replace("{root}", _root(path, text))

    return _MARK.sub(whole, text)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _PIECES.items():
        match = pattern.search(text)
        if match:
            yield name, match


def _piece(path: str, text: str, found: str) -> _Piece:
    found = _HERE.sub("", found.replace(f'="{_root(path, text)}', '="{root}'))
    own = _OWN.search(found)
    if not own:
        return _Piece(found, "")
    shared = own["menu"] if own["menu"] is not None else "{counted}"
    return _Piece(f"{found[: own.start()]}{shared}{found[own.end() :]}", own[0].split('"')[0])


def _language(text: str) -> str:
    match = _LANGUAGE.search(text)
    return match[1] if match else ""


def _root(path: str, text: str) -> str:
    """The relative path from a page to the root of the pages in its language, which may be a folder of the site."""
    return "../" * (path.count("/") - path.startswith(f"{_language(text)}/")) or "./"
