"""VALIDATE: one value where a list is meant: ``tags: thiên tai, cứu hộ``."""

import re
from collections.abc import Iterator

from msgspec import Struct

from bantin.content.problems import repetitions as problems
from bantin.content.yaml.quoting import flow_list, flow_text, quoted_text
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.problems import Problem
from bantin.domain.text.person_names import read_name


class _List(Struct, frozen=True):
    """A key whose value is a list of texts, and the separators that editors write between these."""

    key: str
    separator: re.Pattern[str]
    of_people: bool = False


_COMMAS = re.compile(r"\s*[,;|،、，；]\s*")
_SEMICOLONS = re.compile(r"\s*[;；]\s*")
_HASHES = re.compile(r"\s*(?:[,;|،、，；]\s*|\s(?=#))")
# A cheap test that rules out nearly every value.
_MAY_BE_SEVERAL = re.compile(r"[,;/&#|+،、，；]| (?:và|cùng) ")
_OF_ARTICLE = (_List("authors", _COMMAS, of_people=True), _List("tags", _HASHES))
# Titles of laws and addresses contain commas.
_OF_AGREEMENT = (_List("legal_basis", _SEMICOLONS), _List("contact", _SEMICOLONS))
_OF_AGENCY = (_List("abbreviations", _COMMAS), _List("aliases", _SEMICOLONS))


def check_lists(tree: Node, path: str) -> Iterator[Problem]:
    """Reports lists of the article in the file ``path`` that were written as one value."""
    if isinstance(tree, MappingNode):
        yield from _check(tree, _OF_ARTICLE, path)
        agreement = tree.get("agreement")
        if isinstance(agreement, MappingNode):
            yield from _check(agreement, _OF_AGREEMENT, path)


def check_record_lists(tree: Node, path: str) -> Iterator[Problem]:
    """Reports lists of the record in the file ``path`` that were written as one value."""
    if isinstance(tree, MappingNode):
        yield from _check(tree, _OF_AGREEMENT, path)


def check_agency_lists(tree: Node, path: str) -> Iterator[Problem]:
    """Reports lists of the agency in the file ``path`` that were written as one value."""
    if isinstance(tree, MappingNode):
        yield from _check(tree, _OF_AGENCY, path)


def _check(tree: MappingNode, lists: tuple[_List, ...], path: str) -> Iterator[Problem]:
    for one in lists:
        value = tree.get(one.key)
        if isinstance(value, ScalarNode) and _MAY_BE_SEVERAL.search(value.text):
            yield from _check_value(one, value, path)
        elif isinstance(value, SequenceNode):
            for item in value.items:
                if isinstance(item, ScalarNode) and _MAY_BE_SEVERAL.search(item.text):
                    yield from _check_item(one, item, value, path)


def _check_value(one: _List, value: ScalarNode, path: str) -> Iterator[Problem]:
    """Checks a value in the place of a list; one that contains separators but is a single text needs brackets."""
    parts = _parts(one, value.text)
    if len(parts) > 1 or (parts and value.text.endswith((",", ";"))):
        at, single = value.place.within(path), f"[{quoted_text(value.text)}]"
        if value.width > 1:
            yield problems.SEVERAL_IN_ONE.at(at, key=one.key, value=value.text, mended=flow_list(parts), single=single)
        else:
            items = ", ".join(map(flow_text, parts))
            yield problems.SEVERAL_IN_LINE.at(at, key=one.key, value=value.text, items=items, single=single)
    elif one.key == "tags":
        yield from _check_hash(value, path)


def _check_item(one: _List, item: ScalarNode, items: SequenceNode, path: str) -> Iterator[Problem]:
    """Checks an item of a list; in quotes it counts as one, whatever it contains."""
    is_plain = item.width == len(item.text)
    parts = _parts(one, item.text) if is_plain else []
    if len(parts) > 1:
        at, single = item.place.within(path), quoted_text(item.text)
        separate = ", ".join(map(flow_text, parts))
        if items.is_between_brackets:
            yield problems.SEVERAL_IN_ONE.at(at, key=one.key, value=item.text, mended=separate, single=single)
        else:
            yield problems.SEVERAL_IN_LINE.at(at, key=one.key, value=item.text, items=separate, single=single)
    elif one.key == "tags":
        yield from _check_hash(item, path)


def _check_hash(node: ScalarNode, path: str) -> Iterator[Problem]:
    bare = node.text.lstrip("#").strip()
    if node.text.startswith("#") and bare:
        yield problems.HASH_TAG.at(node.place.within(path), value=node.text, mended=flow_text(bare))


def _parts(one: _List, text: str) -> list[str]:
    """The items that ``text`` seems to list."""
    parts = [part for part in one.separator.split(text) if part]
    if one.key == "tags":
        parts = [bare for part in parts if (bare := part.lstrip("#").strip())]
    if one.of_people:
        parts = [name for part in parts for name in _people(part)]
    return parts


def _people(text: str) -> tuple[str, ...]:
    named = read_name(text) if " " in text or "/" in text else None
    return named.names if named and len(named.names) > 1 else (text,)
