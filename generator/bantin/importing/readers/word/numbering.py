"""The numbers that Word counts itself: the lists of its numbering part, and their labels as paragraphs go by.

The rules are those of ECMA-376 part 1, 17.9, and where it is silent those of Word: all lists (``w:num``) of one
abstract list count on together, and a level without a paragraph counts as begun once a deeper one has a number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from bantin.importing.readers.word.fonts import decode, is_legacy
from bantin.importing.readers.word.number_formats import numeral
from bantin.importing.readers.word.styles import Layout, Styles
from bantin.importing.readers.word.xml import Element, child, children, is_on, number, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST_TEXT = 100
_DASHES = frozenset("-–—+*")


class Level(Struct, frozen=True):
    """A level of a list. ``text`` has a placeholder for the number of each level: ``Điều %1.``

    ``restart`` is the level, from 1, from which a number begins this level anew; 0 for none, ``None`` for any above.
    """

    start: int
    form: str
    text: str
    restart: int | None = None
    in_digits: bool = False
    style: str = ""


class WordList(Struct, frozen=True):
    """A list: its levels, those that begin anew with it, and the abstract list whose count it shares."""

    abstract: str
    levels: Mapping[int, Level]
    begins: Mapping[int, int]

    def level_of(self, layout: Layout, style: str) -> int:
        """The level of a paragraph with this ``layout`` and style: the one of its style, or the one given."""
        by_style = {level.style: key for key, level in self.levels.items() if level.style}
        if layout.list_style:
            for name in (style, layout.list_style):
                if name in by_style:
                    return by_style[name]
        return layout.list_level or 0

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.begins.get(level, self.levels[level].start if level in self.levels else 1)


def read_lists(numbering: Element | None, styles: Styles) -> Mapping[int, WordList]:
    """The lists of the numbering part by their ids."""
    abstracts = {value(one, "w:abstractNumId"): one for one in children(numbering, "w:abstractNum")}
    levels = {key: _levels(children(one, "w:lvl"), styles) for key, one in abstracts.items()}
    lists = {number(one, "w:numId"): _list(one, levels, styles) for one in children(numbering, "w:num")}
    known = {key: one for key, one in lists.items() if key is not None}
    linked = {key: value(child(one, "w:numStyleLink")) for key, one in abstracts.items()}
    return {key: _with_levels_of_style(one, linked.get(one.abstract, ""), known, styles) for key, one in known.items()}


class Counter:
    """Counts the paragraphs of lists in the order of the document."""

    def __init__(self, lists: Mapping[int, WordList]) -> None:
        self._lists = lists
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[int, int]] = set()

    def label(self, layout: Layout, style: str) -> str | None:
        """The label of the next paragraph; empty if it has none, and ``None`` if it has one that cannot be told."""
        found = self._lists.get(layout.list_id) if layout.list_id else None
        if found is None or layout.list_id is None:
            return ""
        key = found.level_of(layout, style)
        level = found.levels.get(key)
        if level is None:
            return ""
        if level.form == "bullet":
            return level.text if level.text in _DASHES or not level.text else "-"
        counts = self._counts[found.abstract]
        self._count(counts, found, layout.list_id, key)
        return _label(level, key, counts, found.levels)

    def _count(self, counts: dict[int, int], found: WordList, list_id: int, key: int) -> None:
        begins = key in found.begins and (list_id, key) not in self._begun
        self._begun.add((list_id, key))
        counts[key] = found.start(key) if begins or key not in counts else counts[key] + 1
        for above in range(key):
            counts.setdefault(above, found.start(above))
        for below in [other for other in counts if other > key and _restarts(found.levels.get(other), other, key)]:
            del counts[below]


def _restarts(level: Level | None, key: int, counted: int) -> bool:
    """Whether ``level`` begins anew when the one at ``counted`` has had a number."""
    if level is None or level.restart is None or level.restart > key:
        return True
    return counted < level.restart


def _label(level: Level, key: int, counts: Mapping[int, int], levels: Mapping[int, Level]) -> str | None:
    numerals = {
        str(place + 1): numeral(count, "decimal" if level.in_digits else levels[place].form if place in levels else "")
        for place, count in counts.items()
        if place <= key
    }
    wanted = _PLACEHOLDER.findall(level.text)
    if len(level.text) > _LONGEST_TEXT or any(numerals.get(place, "") is None for place in wanted):
        return None
    return _PLACEHOLDER.sub(lambda match: numerals.get(match[1]) or "", level.text).strip()


def _levels(elements: Iterable[Element], styles: Styles) -> Mapping[int, Level]:
    return {number(one, "w:ilvl") or 0: _level(one, styles) for one in elements}


def _level(element: Element, styles: Styles) -> Level:
    start = number(child(element, "w:start"))
    restart = number(child(element, "w:lvlRestart"))
    style = value(child(element, "w:pStyle"))
    return Level(
        0 if start is None else start,
        _form(element),
        _shown(value(child(element, "w:lvlText")), styles, element, style),
        restart,
        is_on(child(element, "w:isLgl")) or False,
        style,
    )


def _form(element: Element) -> str:
    """The format of a level's number. Formats of Word 2010 stand in an alternative, with a pattern of their own."""
    custom = child(element, "mc:AlternateContent/mc:Choice/w:numFmt")
    if custom is not None:
        return value(custom, "w:format") or value(custom)
    return value(child(element, "w:numFmt")) or "decimal"


def _shown(text: str, styles: Styles, element: Element, style: str) -> str:
    """The text of a level as its font shows it: ``§iÒu %1.`` in a font of TCVN3."""
    font = styles.look(child(element, "w:rPr"), styles.style(style).look).font
    return decode(text, font) if is_legacy(font) and len(text) <= _LONGEST_TEXT else text


def _list(element: Element, levels: Mapping[str, Mapping[int, Level]], styles: Styles) -> WordList:
    abstract = value(child(element, "w:abstractNumId"))
    overrides = list(children(element, "w:lvlOverride"))
    own = {number(one, "w:ilvl") or 0: _level(level, styles) for one in overrides for level in children(one, "w:lvl")}
    starts = {number(one, "w:ilvl") or 0: number(child(one, "w:startOverride")) for one in overrides}
    begins = {key: start for key, start in starts.items() if start is not None}
    return WordList(abstract, {**levels.get(abstract, {}), **own}, begins)


def _with_levels_of_style(one: WordList, link: str, lists: Mapping[int, WordList], styles: Styles) -> WordList:
    """A list whose levels are those of a style of lists: ``link`` names it, and its own list has the levels."""
    holder = lists.get(styles.style(link).layout.list_id or 0) if link and not one.levels else None
    return one if holder is None else WordList(holder.abstract, holder.levels, one.begins)
