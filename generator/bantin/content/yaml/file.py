"""PARSE and VALIDATE: a whole YAML file, read as typed fields."""

from typing import Generic, TypeVar

from msgspec import Struct

from bantin.content.checks.guesses import check_guesses
from bantin.content.checks.leftovers import check_conflict, check_values
from bantin.content.checks.letters import check_letters
from bantin.content.checks.text import check_secrecy, check_spelling, read_text
from bantin.content.schema.check import check
from bantin.content.schema.values import Fields
from bantin.content.yaml.parser import parse_yaml
from bantin.content.yaml.tree import Node
from bantin.domain.problems import Checked, has_errors

F = TypeVar("F", bound=Fields)


class ParsedFile(Struct, Generic[F], frozen=True):
    """The fields of a file, and the tree with their places."""

    fields: F
    tree: Node


def read_yaml(data: bytes, path: str, fields: type[F]) -> Checked[ParsedFile[F]]:
    """Reads the bytes of the file ``path`` as ``fields``, with all problems found in them."""
    text = read_text(data, path)
    if text.value is None:
        return Checked(None, text.problems)
    conflict = check_conflict(text.value, path)
    if conflict:
        return Checked(None, conflict)
    tree = parse_yaml(text.value, path)
    problems = [*tree.problems, *check_spelling(text.value, path), *check_secrecy(text.value, path)]
    problems += check_guesses(text.value, path)
    problems += check_letters(text.value, data, path, len(text.value))
    if tree.root is None and tree.problems:
        return Checked(None, tuple(problems))
    checked = check(tree.root, fields, path, {})
    problems += [*checked.problems, *check_values(text.value, path, checked.problems)]
    if checked.value is None or tree.root is None or has_errors(problems):
        return Checked(None, tuple(problems))
    return Checked(ParsedFile(checked.value, tree.root), tuple(problems))
