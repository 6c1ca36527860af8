"""VALIDATE: entries that occur twice in one list of an article."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from bantin.content.problems import repetitions as problems
from bantin.content.schema.agreement import AgreementFields, EventFields, SignatoryFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.change import ChangeFields
from bantin.content.schema.record import RecordFields
from bantin.content.yaml.parser import Step, locate
from bantin.content.yaml.tree import Node
from bantin.domain.problems import Problem
from bantin.domain.text.same_name import same_name


class _List(NamedTuple):
    """Items at ``steps``, the ``key`` of the value that names them, and a ``mark`` that distinguishes them."""

    steps: tuple[Step, ...]
    key: str
    items: Sequence[Any]
    mark: Callable[[Any], object]


def check_repeated_entries(fields: ArticleFields, tree: Node, path: str) -> Iterator[Problem]:
    """Reports items that occur twice in a list of the article in the file ``path``."""
    yield from _check_all(_lists(fields), tree, path)


def check_repeated_record_entries(fields: RecordFields, tree: Node, path: str) -> Iterator[Problem]:
    """Reports items that occur twice in a list of the record in the file ``path``."""
    yield from _check_all((_changes(fields.changes), *_lists_of(fields, ())), tree, path)


def check_repeated_changes(fields: PageFields, tree: Node, path: str) -> Iterator[Problem]:
    """Reports changes that occur twice in the static page in the file ``path``."""
    yield from _check_all((_changes(fields.changes),), tree, path)


def _check_all(lists: Iterable[_List], tree: Node, path: str) -> Iterator[Problem]:
    for one in lists:
        if len(one.items) > 1:
            yield from _check(one, tree, path)


def _check(one: _List, tree: Node, path: str) -> Iterator[Problem]:
    first: dict[object, int] = {}
    for index, item in enumerate(one.items):
        at = first.setdefault(one.mark(item), index)
        if at != index:
            before, here = (locate(tree, (*one.steps, number, *filter(None, (one.key,)))) for number in (at, index))
            name, key = getattr(item, one.key) if one.key else item, ".".join(map(str, one.steps))
            yield problems.TWICE.at(here.within(path), value=name, key=key, line=before.line)


def _lists(fields: ArticleFields) -> Iterator[_List]:
    yield _List(("tags",), "", fields.tags, same_name)
    yield _List(("authors",), "", fields.authors, same_name)
    yield _List(("photos",), "src", fields.photos, lambda photo: photo.src)
    yield _List(("about",), "", fields.about, str)
    yield _changes(fields.changes)
    if fields.agreement:
        yield from _lists_of(fields.agreement, ("agreement",))


def _changes(changes: Sequence[ChangeFields]) -> _List:
    return _List(("changes",), "kind", changes, lambda one: (one.kind, one.on, same_name(one.note)))


def _lists_of(agreement: AgreementFields, above: tuple[Step, ...]) -> Iterator[_List]:
    yield _List((*above, "fields"), "", agreement.fields, str)
    yield _List((*above, "documents"), "file", agreement.documents, lambda one: one.file)
    yield _List((*above, "legal_basis"), "", agreement.legal_basis, same_name)
    yield _List((*above, "contact"), "", agreement.contact, same_name)
    yield _List((*above, "signatories"), "name", agreement.signatories, _signatory)
    yield _List((*above, "presided_by"), "name", agreement.presided_by, lambda one: same_name(one.name))
    yield _List((*above, "attended_by"), "name", agreement.attended_by, lambda one: same_name(one.name))
    yield _List((*above, "events"), "kind", agreement.events, _event)
    yield _List((*above, "relations"), "kind", agreement.relations, lambda one: (one.kind, one.to, one.external))
    yield _List((*above, "amends"), "at", agreement.amends, lambda one: (one.to, one.at, one.do, one.text))


def _event(event: EventFields) -> object:
    return event.kind, event.on, event.part, event.parties, event.by


def _signatory(signatory: SignatoryFields) -> object:
    return same_name(signatory.name), signatory.party
