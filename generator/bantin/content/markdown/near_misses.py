"""Near misses: links and footnotes with small mistakes, which Markdown silently takes for text."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bantin.content.markdown.link_destination import read_destination
from bantin.content.markdown.link_places import DEFINITION, USE, label_of, opening_of, read_notes
from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import markdown as problems
from bantin.domain.problems import Location, Problem
from bantin.domain.text.slugs import slugify
from bantin.domain.text.suggestions import nearest
from bantin.domain.text.urls import completed_address, is_address, is_local_file

# Problems of one kind reported for one text; fixing these shows the rest.
_ENOUGH = 10
# Every near miss contains one of these.
_SIGNS = ("](", "][", "[^", ")[", "] ", "]:", "<file:")
_INLINE = re.compile(r"\]\(")
_SWAPPED = re.compile(r"\(([^()\[\]\n]+)\)\[([^\[\]\s]+)\](?![(\[])")
_APART = re.compile(r"(?<!!)\[([^\[\]\n]+)\][ \t]+\(([^()\s]+)\)")
_TASK = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]+\Z")
_LOCAL = re.compile(r"<((?i:file):[^<>\n]*)>")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")
_LABEL = re.compile(r".*\w")
_QUOTED = re.compile(r"(\S+)\s+[“”„‟\"]([^“”„‟\"]*)[“”„‟\"]")
_BEHIND_SCHEME = re.compile(r"(https?://|mailto:|tel:)\s+(\S+)", re.IGNORECASE)
_FILE_NAME = re.compile(r"/|\.[A-Za-z0-9]{2,5}$")


def find_near_misses(source: MarkdownSource) -> Iterator[Problem]:
    """Reports mistakes in the links and footnotes of a text, up to ``_ENOUGH`` of each kind."""
    if not any(sign in source.text for sign in _SIGNS):
        return
    shown = source.shown
    yield from islice(_notes(source, shown), _ENOUGH)
    yield from islice(_references(source, shown), _ENOUGH)
    yield from islice(_links(source, shown), _ENOUGH)
    yield from islice(_brackets(source, shown), _ENOUGH)


def _notes(source: MarkdownSource, shown: str) -> Iterator[Problem]:
    notes, mentions = read_notes(shown)
    defined = _first_of_each(notes)
    used = _first_of_each(mentions)
    for note in notes:
        if note is not defined[note[1]]:
            yield problems.NOTE_TWICE.at(_at(source, note, 1), label=note[1])
    unused = [label for label in defined if label not in used]
    for label, mention in used.items():
        if label in defined or not _LABEL.match(label):
            continue
        meant = unused[0] if len(unused) == 1 else nearest(label, unused)
        if meant is None:
            yield problems.NO_NOTE.at(_at(source, mention), label=label)
        else:
            unused.remove(meant)
            yield problems.OTHER_NOTE.at(_at(source, mention), label=label, mended=f"[^{meant}]")
    for label in unused:
        yield problems.UNUSED_NOTE.at(_at(source, defined[label], 1), label=label)


def _references(source: MarkdownSource, shown: str) -> Iterator[Problem]:
    definitions = list(DEFINITION.finditer(shown)) if "]:" in shown else []
    defined = _first_of_each(definitions)
    for definition in definitions:
        if definition is not defined[label_of(definition[1])]:
            yield problems.REFERENCE_TWICE.at(_at(source, definition, 1), label=definition[1])
    if not defined and "][" not in shown:
        return
    uses = [use for use in USE.finditer(shown) if not use[1].startswith("^") and not (use[2] or "").startswith("^")]
    used = {label_of(use[2] or use[1]) for use in uses}
    unused = [label for label in defined if label not in used]
    reported: set[str] = set()
    for use in uses:
        label = label_of(use[2] or use[1])
        if label in defined or label in reported or not any(letter.isalpha() for letter in label):
            continue
        meant = nearest(label, unused)
        if meant is not None:
            unused.remove(meant)
            group = 2 if use[2] else 1
            mended = defined[meant][1]
            yield problems.OTHER_REFERENCE.at(_at(source, use, group), label=use[group], mended=mended)
        elif use[2] is not None:
            yield problems.NO_REFERENCE.at(_at(source, use), label=use[2] or use[1])
        reported.add(label)
    for label in unused:
        begin = defined[label].start(1) - 1
        yield problems.UNUSED_REFERENCE.at(source.location(begin, 1), label=defined[label][1], mended="\\[")


def _links(source: MarkdownSource, shown: str) -> Iterator[Problem]:
    """Reports mistakes where round brackets follow square ones."""
    text = source.text
    for found in _INLINE.finditer(shown):
        opening = opening_of(shown, found.start())
        if opening < 0:
            continue
        read = read_destination(shown, found.start() + 1)
        if read is None:
            end = _PARAGRAPH_END.search(shown, found.end())
            stop = end.start() if end else len(text)
            yield _unreadable(source, shown, opening, found.end(), stop)
        elif opening + 1 == found.start() and read.begin < read.end and shown[opening - 1 : opening] != "!":
            yield problems.LINK_WITHOUT_WORDS.at(source.location(opening, read.behind - opening))


def _unreadable(source: MarkdownSource, shown: str, opening: int, begin: int, stop: int) -> Problem:
    """Reports a link whose address, from ``begin`` on, cannot be read."""
    text = source.text
    line = shown[begin : min(stop, _or_end(shown.find("\n", begin), stop))]
    closing = line.find(")")
    inner = text[begin : begin + closing] if closing >= 0 else ""
    if closing < 0 or "[" in inner or "(" in inner:
        address = re.match(r"[^\s\[\]]*", line)
        written = (address[0] if address else "").rstrip(".,;:!?") or "("
        return problems.LINK_UNCLOSED.at(source.location(begin, len(written)), mended=f"{written})")
    words, at = inner.strip(), begin + len(inner) - len(inner.lstrip())
    here = source.location(at, len(words))
    label = text[opening + 1 : begin - 2]
    if is_local_file(words):
        return problems.ON_A_COMPUTER.at(here, address=words)
    if is_address(label) and not is_address(words) and "\n" not in label:
        whole = source.location(opening, begin + closing + 1 - opening)
        return problems.LINK_SWAPPED.at(whole, mended=f"[{words}]({completed_address(label) or label})")
    return problems.SPACE_IN_ADDRESS.at(here, mended=_without_spaces(words))


def _without_spaces(words: str) -> str:
    """The most likely correction of an address followed by other words."""
    meant, quoted = completed_address(words), _QUOTED.fullmatch(words)
    behind_scheme = _BEHIND_SCHEME.fullmatch(words)
    if behind_scheme:
        return f"{behind_scheme[1]}{behind_scheme[2]}"
    if meant:
        return meant
    if quoted:
        return f'{quoted[1]} "{quoted[2]}"'
    if words.startswith("#"):
        return f"#{slugify(words)}"
    address, _, behind = words.partition(" ")
    if is_address(address) and not _FILE_NAME.search(behind):
        return f'{address} "{behind.strip()}"'
    return "%20".join(words.split())


def _brackets(source: MarkdownSource, shown: str) -> Iterator[Problem]:
    """Reports links with swapped brackets, or with a space between these."""
    for found in _SWAPPED.finditer(shown) if ")[" in shown else ():
        if is_address(found[2]):
            mended = f"[{found[1]}]({completed_address(found[2]) or found[2]})"
            yield problems.LINK_SWAPPED.at(_at(source, found), mended=mended)
    for found in _APART.finditer(shown) if "]" in shown else ():
        begins_task = found[1] in "xX" and _TASK.search(shown, max(0, found.start() - 20), found.start()) is not None
        if is_address(found[2]) and not found[1].isdigit() and not begins_task:
            mended = f"[{found[1]}]({completed_address(found[2]) or found[2]})"
            yield problems.LINK_APART.at(_at(source, found), mended=mended)
    for found in _LOCAL.finditer(shown) if "<" in shown else ():
        yield problems.ON_A_COMPUTER.at(_at(source, found, 1), address=found[1])


def _first_of_each(found: Iterable[re.Match[str]]) -> dict[str, re.Match[str]]:
    first: dict[str, re.Match[str]] = {}
    for one in found:
        first.setdefault(label_of(one[1]) if one.re is DEFINITION else one[1], one)
    return first


def _at(source: MarkdownSource, found: re.Match[str], group: int = 0) -> Location:
    return source.location(found.start(group), found.end(group) - found.start(group))


def _or_end(at: int, end: int) -> int:
    return at if at >= 0 else end
