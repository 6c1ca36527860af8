"""Reads what is under embargo: only the files that have the key, and of these only what tells them from others.

``bantin deploy`` looks for it in a site that is to become public, so that it depends neither on the build of that site
nor on a cache.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from pathlib import Path

from msgspec import Struct

from bantin.content.checks.text import read_utf8
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.frontmatter import split
from bantin.content.problems import dates
from bantin.content.yaml.parser import parse_yaml, text_in
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode
from bantin.domain.problems import Checked, Location, Problem
from bantin.domain.rules.showing import is_ahead
from bantin.domain.text.dates import Moment

_ROLES = (Role.ARTICLE, Role.RECORD, Role.PAGE, Role.AGENCY)
_KEY = "embargo"
_TEXTS = ("title", "lead", "summary", "number", "name")
_SLUG = "slug"


class Embargoed(Struct, frozen=True):
    """A file under embargo, and its ``texts``, each with its key: titles, leads, summaries, numbers, names, addresses.

    Those of its translations are among them.
    """

    path: str
    until: Moment
    texts: tuple[tuple[str, str], ...]


def read_embargoed(root: Path, sources: Sources, zone: tzinfo, now: datetime) -> Checked[tuple[Embargoed, ...]]:
    """Reads the files below ``root`` that are under embargo at ``now``; days are those of ``zone``.

    A file that may be under embargo but cannot be read is a problem.
    """
    translations: dict[str, list[SourceFile]] = {}
    for source in sources.of(Role.TRANSLATION):
        translations.setdefault(source.original, []).append(source)
    found: list[Embargoed] = []
    problems: list[Problem] = []
    for source in (one for role in _ROLES for one in sources.of(role)):
        data = read(root, source.path, LARGEST_TEXT).value or b""
        if _KEY.encode() not in data:
            continue
        tree = _tree(data, source)
        until = _until(tree, zone) if tree else None
        if tree is None or (until is None and tree.get(_KEY)):
            problems.append(dates.UNREADABLE_EMBARGO.at(Location(source.path)))
        elif until and is_ahead(until, now, zone):
            others = translations.get(source.path, ())
            trees = [(one, _tree(read(root, one.path, LARGEST_TEXT).value or b"", one)) for one in others]
            texts = _texts([(source, tree), *((one, inner) for one, inner in trees if inner)])
            found.append(Embargoed(source.path, until, tuple(dict.fromkeys(texts))))
    return Checked(tuple(found), tuple(problems))


def own_texts(data: bytes, source: SourceFile) -> Mapping[str, str]:
    """The texts of any file of a bulletin by which it can be told from others, each with its key."""
    tree = _tree(data, source)
    return {text: key for key, text in _texts([(source, tree)])} if tree else {}


def _tree(data: bytes, source: SourceFile) -> MappingNode | None:
    text = read_utf8(data, source.path).value
    if text is None:
        return None
    if source.path.endswith(".md"):
        parts = split(text, source.path).value
        text = parts.yaml if parts else ""
    root = parse_yaml(text, source.path).root
    return root if isinstance(root, MappingNode) else None


def _until(tree: MappingNode, zone: tzinfo) -> Moment | None:
    """The end of the embargo; ``None`` if there is none, or if it is no exact moment."""
    value = tree.get(_KEY)
    try:
        moment = Moment.parse(text_in(value), zone) if isinstance(value, ScalarNode) else None
    except ValueError:
        return None
    return moment if moment and moment.day.certain else None


def _texts(trees: Iterable[tuple[SourceFile, MappingNode]]) -> Iterator[tuple[str, str]]:
    for source, tree in trees:
        yield _SLUG, source.stem.rpartition(".")[0] if source.role is Role.TRANSLATION else source.stem
        inner = tree.get("agreement")
        for node in (tree, inner):
            if isinstance(node, MappingNode):
                yield from ((key, text) for key in (*_TEXTS, _SLUG, "id") for text in _scalars(node.get(key)))


def _scalars(node: Node | None) -> Iterator[str]:
    """The text of a value, or those in each language."""
    if isinstance(node, ScalarNode):
        yield text_in(node)
    elif isinstance(node, MappingNode):
        yield from (text_in(inner) for _, inner in node.items if isinstance(inner, ScalarNode))
