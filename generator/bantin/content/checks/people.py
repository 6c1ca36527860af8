"""VALIDATE: names of people: one person each, without rank, title and post, which have keys of their own."""

from collections.abc import Iterator

from bantin.content.problems import people as problems
from bantin.content.problems.values import LONG_FOR_ADDRESS
from bantin.content.schema.agreement import AgreementFields, PersonFields
from bantin.content.yaml.quoting import flow_keys, flow_text
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.model import Reference, ReferenceTarget
from bantin.domain.problems import Location, Problem
from bantin.domain.text.person_names import NameParts, is_surname, read_name
from bantin.domain.text.same_name import fits_address

_PEOPLE_KEYS = ("signatories", "presided_by")
_MIXED_KEY = "attended_by"


class _WrittenName:
    """The node of a name: an item of a list itself, or the value of its key ``name``."""

    def __init__(self, items: Node | None, index: int, path: str) -> None:
        self.items = items if isinstance(items, SequenceNode) else None
        item = self.items.items[index] if self.items else None
        self.is_short = isinstance(item, ScalarNode)
        self.node = item.get("name") if isinstance(item, MappingNode) else item
        self.path = path

    @property
    def location(self) -> Location | None:
        """The place of the name in the file."""
        return self.node.place.within(self.path) if self.node else None

    @property
    def is_between_brackets(self) -> bool:
        """Whether the entry stands in a YAML list in brackets (``[a, b]``), where a new item goes on the same line."""
        return self.items is not None and self.items.is_between_brackets


def names_of(fields: AgreementFields) -> Iterator[tuple[str, int, PersonFields]]:
    """The entries that are certainly people, with the key and the index of each; those who attend may be agencies."""
    for key in _PEOPLE_KEYS:
        for index, person in enumerate(getattr(fields, key)):
            yield key, index, person
    for index, person in enumerate(fields.attended_by):
        named = read_name(person.name)
        if is_surname((named.names[0] if named else person.name).split()[0]):
            yield _MIXED_KEY, index, person


def check_names(fields: AgreementFields, agreement: Node | None, path: str) -> Iterator[Problem]:
    """Reports names that contain more than one person's name, or are too long.

    ``fields`` was read from the tree ``agreement`` of the file ``path``.
    """
    yield from _too_long(fields, agreement, path)
    for key, index, person in names_of(fields):
        named = read_name(person.name)
        if named and isinstance(agreement, MappingNode):
            yield from _name_problems(person, named, _WrittenName(agreement.get(key), index, path))


def _too_long(fields: AgreementFields, agreement: Node | None, path: str) -> Iterator[Problem]:
    """Reports names of signatories that are too long for the address of a page."""
    for index, person in enumerate(fields.signatories):
        if not fits_address(person.name) and isinstance(agreement, MappingNode):
            at = _WrittenName(agreement.get("signatories"), index, path).location
            if at:
                yield LONG_FOR_ADDRESS.at(at, value=person.name)


def references_of(fields: AgreementFields, agreement: Node | None) -> Iterator[Reference]:
    """The names in ``fields`` to compare with those of other articles, except those reported by ``check_names``."""
    for key, index, person in names_of(fields):
        if read_name(person.name) is None and isinstance(agreement, MappingNode):
            node = _WrittenName(agreement.get(key), index, "").node
            if node:
                yield Reference(ReferenceTarget.PERSON, person.name, node.place)


def _name_problems(person: PersonFields, named: NameParts, written: _WrittenName) -> Iterator[Problem]:
    at = written.location
    if at is None:
        return
    if len(named.names) > 1:
        names = ", ".join(map(flow_text, named.names))
        if written.is_short and written.is_between_brackets:
            yield problems.TWO_IN_LIST.at(at, value=person.name, mended=names)
        else:
            yield problems.TWO_IN_ONE.at(at, value=person.name, names=names)
        return
    (name,) = named.names
    if named.spelt:
        yield problems.CAPITALS.at(at, value=person.name, mended=flow_text(name))
        return
    around = {"rank": named.rank, "position": named.position, "on_behalf": named.capacity}
    moved = flow_keys({key: text for key, text in around.items() if not getattr(person, key, "")})
    if written.is_short:
        mended = f"{{name: {flow_text(name)}, {moved}}}" if moved else flow_text(name)
        yield problems.TITLE_IN_NAME.at(at, value=person.name, name=name, mended=mended)
    elif moved:
        yield problems.TITLE_TO_MOVE.at(at, value=person.name, name=name, mended=flow_text(name), moved=moved)
    else:
        yield problems.TITLE_IN_NAME.at(at, value=person.name, name=name, mended=flow_text(name))
