"""VALIDATE: what one article says twice in one list."""

from collections.abc import Iterable, Iterator

from generator.content.nodes import Step, locate
from generator.content.problems import likeness as problems
from generator.content.schema.article import AgreementFields, ArticleFields
from generator.content.tree import Node
from generator.errors import Problem
from generator.text.likeness import same_name

_Said = Iterable[tuple[object, str]]
"""What tells the items of a list apart, and what to call each of them."""


def check_twice(fields: ArticleFields, tree: Node, path: str) -> Iterator[Problem]:
    """Items that stand twice in a list of the article in the file ``path``."""
    lists: list[tuple[tuple[Step, ...], str, _Said]] = [
        (("tags",), "", [(same_name(tag), tag) for tag in fields.tags]),
        (("authors",), "", [(same_name(author), author) for author in fields.authors]),
        (("photos",), "src", [(photo.src, photo.src) for photo in fields.photos]),
    ]
    if fields.agreement:
        lists += _of_agreement(fields.agreement)
    for steps, key, said in lists:
        first: dict[object, int] = {}
        for index, (mark, name) in enumerate(said):
            at = first.setdefault(mark, index)
            if at != index:
                one, other = (locate(tree, (*steps, number, *filter(None, (key,)))) for number in (at, index))
                where = ".".join(map(str, steps))
                yield problems.TWICE.at(other.within(path), value=name, key=where, line=one.line)


def _of_agreement(fields: AgreementFields) -> Iterator[tuple[tuple[Step, ...], str, _Said]]:
    def inner(key: str) -> tuple[Step, ...]:
        return "agreement", key

    yield inner("fields"), "", [(field, field) for field in fields.fields]
    yield inner("documents"), "file", [(document.file, document.file) for document in fields.documents]
    yield inner("legal_basis"), "", [(same_name(text), text) for text in fields.legal_basis]
    yield inner("contact"), "", [(same_name(text), text) for text in fields.contact]
    signatories = [((same_name(one.name), one.party), one.name) for one in fields.signatories]
    yield inner("signatories"), "name", signatories
    yield inner("presided_by"), "name", [(same_name(one.name), one.name) for one in fields.presided_by]
    yield inner("attended_by"), "name", [(same_name(one.name), one.name) for one in fields.attended_by]
    events = [((one.kind, one.on, one.part, one.parties, one.by), str(one.kind)) for one in fields.events]
    yield inner("events"), "kind", events
    relations = [((one.kind, one.to, one.external), str(one.kind)) for one in fields.relations]
    yield inner("relations"), "kind", relations
