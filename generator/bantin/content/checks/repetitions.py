"""VALIDATE: values of one article that repeat each other, or that are several values in one."""

from collections.abc import Iterator

from bantin.content.checks.list_values import check_lists, check_record_lists
from bantin.content.checks.people import check_names, references_of
from bantin.content.checks.repeated_entries import check_repeated_entries, check_repeated_record_entries
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.record import RecordFields
from bantin.content.yaml.parser import locate
from bantin.content.yaml.tree import MappingNode, Node
from bantin.domain.model import Reference, ReferenceTarget
from bantin.domain.problems import Problem


def check_repetitions(fields: ArticleFields, tree: Node, path: str) -> Iterator[Problem]:
    """Reports names of two people in one, lists written as one value and repeated entries in the file ``path``."""
    yield from check_lists(tree, path)
    yield from check_repeated_entries(fields, tree, path)
    if fields.agreement:
        yield from check_names(fields.agreement, _agreement(tree), path)


def check_record_repetitions(fields: RecordFields, tree: Node, path: str) -> Iterator[Problem]:
    """Like :func:`check_repetitions`, in the file ``path`` of a record."""
    yield from check_record_lists(tree, path)
    yield from check_repeated_record_entries(fields, tree, path)
    yield from check_names(fields, tree, path)


def comparison_references(fields: ArticleFields, tree: Node) -> Iterator[Reference]:
    """The names to compare with those of other articles: topics, people, and the title if there is no agreement."""
    for index, tag in enumerate(fields.tags):
        yield Reference(ReferenceTarget.TOPIC, tag, locate(tree, ("tags", index)))
    if fields.agreement:
        yield from references_of(fields.agreement, _agreement(tree))
    else:
        yield Reference(ReferenceTarget.KEY, "title", locate(tree, ("title",)))


def _agreement(tree: Node) -> Node | None:
    return tree.get("agreement") if isinstance(tree, MappingNode) else None
