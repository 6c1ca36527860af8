"""Writes the YAML of drafts: keys on lines of their own, each guess with a comment that says what it rests on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from textwrap import shorten

from msgspec import Struct

from bantin.content.yaml.parser import parse_yaml, plain
from bantin.content.yaml.quoting import flow_text, quoted_text
from bantin.domain.text.guesses import MARK, guess_comment
from bantin.domain.text.one_line import one_line
from bantin.scaffold.article import yaml_scalar

_INDENT = "  "
_SHORT_QUOTE = 30


class Scalar(Struct, frozen=True):
    """A value on one line. ``evidence`` marks it as a guess; empty for what is no guess."""

    text: str
    evidence: str = ""


class Section(Struct, frozen=True):
    """Keys below one another, with their values; a guess as a whole if it has ``evidence``."""

    items: "tuple[tuple[str, Node], ...]"
    evidence: str = ""


class Items(Struct, frozen=True):
    """A list, an item a line or more."""

    items: "tuple[Node, ...]"


Node = Scalar | Section | Items


def section(items: Mapping[str, "Node | None"], evidence: str = "") -> Section:
    """The keys of ``items`` that have a value."""
    return Section(tuple((key, node) for key, node in items.items() if node is not None), evidence)


def front_matter(items: Section) -> str:
    """Writes the keys as YAML, each line with its end. Words that were quoted before are quoted by their beginning."""
    return "".join(f"{line}\n" for line in _quoted_once(_lines(items)))


def commented_out(items: Section) -> str:
    """Writes the keys as comments, to be used by taking ``# `` away."""
    return "".join(f"# {line}\n" for line in _quoted_once(_lines(items)))


def _quoted_once(lines: Iterable[str]) -> Iterator[str]:
    quoted: set[str] = set()
    for line in lines:
        match = _quotation().search(line)
        if match and match["words"] in quoted:
            beginning = shorten(match["words"], _SHORT_QUOTE, placeholder=" …")
            yield f"{line[: match.start('words')]}{beginning}{line[match.end('words') :]}"
        else:
            yield line
        if match:
            quoted.add(match["words"])


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(rf"{re.escape(MARK)} “(?P<words>[^\n]+)” \([^()]*\)$")


def scalar(text: str) -> str:
    """Writes ``text`` as a value on one line, quoted only if it must be."""
    line = one_line(text)
    # Days and digits stand without quotes: the reader of front matter takes every value as text.
    if _sentence().fullmatch(line) or flow_text(line) == line:
        return line
    # Our reader also asks what editors meant by a bullet, a hashtag or typographic quotes at the beginning.
    written = yaml_scalar(line)
    return written if _reads_as(written, line) else quoted_text(line)


def _reads_as(written: str, text: str) -> bool:
    tree = parse_yaml(f"key: {written}", "")
    return not tree.problems and tree.root is not None and plain(tree.root, []) == {"key": text}


@cache
def _sentence() -> re.Pattern[str]:
    """Texts that mean themselves: they begin with a letter, and have no colon and nothing that begins a comment."""
    return re.compile(r"(?!(?i:null)\Z)[^\W\d_](?:[\w ,.;()/%+“”’–—!?-]*[\w.)”!?%])?")


def _lines(node: Section) -> Iterator[str]:
    for key, value in node.items:
        yield from _value(f"{key}:", value)


def _value(head: str, value: Node) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield _marked(f"{head} {scalar(value.text)}", value.evidence)
    elif isinstance(value, Section):
        yield _marked(head, value.evidence)
        yield from _indented(_lines(value))
    elif value.items:
        yield head
        yield from _indented(_items(value.items))
    else:
        yield f"{head} []"


def _items(items: Sequence[Node]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Scalar):
            yield _marked(f"- {scalar(item.text)}", item.evidence)
        elif isinstance(item, Section):
            yield from _item_of(item)


def _item_of(item: Section) -> Iterator[str]:
    """A mapping as an item: its evidence stands on the line of its first key."""
    first, *others = _lines(item)
    yield _marked(f"- {first}", item.evidence)
    yield from _indented(others)


def _marked(line: str, evidence: str) -> str:
    return f"{line}  {guess_comment(evidence)}" if evidence else line


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_INDENT}{line}" for line in lines)
