"""VALIDATE: removes empty and unknown values. Only the empty ones are then reported as missing."""

from typing import Any, get_args, get_origin

from msgspec import Struct

from bantin.content.schema.field_marks import Fact, Suggested
from bantin.content.schema.values import Fields
from bantin.content.yaml.keys import UNKNOWN
from bantin.content.yaml.parser import Plain, Step, is_empty, plain, text_in
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode

# Keys that may be empty in values that are not forms: names by language, and the reason why a text is not public.
_MAY_BE_EMPTY = frozenset({"vi", "en", "no"})

Steps = tuple[Step, ...]


_NONE: frozenset[Steps] = frozenset()


class Settled(Struct, frozen=True):
    """``written`` are the values without empty and unknown ones; ``unknown`` are the paths of the unknown ones."""

    written: Plain
    unknown: frozenset[Steps]


class Each(Struct, frozen=True):
    """A mapping with arbitrary keys, whose values all have the same form."""

    form: "Form"


Form = type[Fields] | Each | None
"""A mapping of the schema, one with keys of any name, or neither."""


def settle(tree: MappingNode, fields: type[Fields]) -> Settled:
    """Removes empty and unknown values from ``tree``; keys that are not among ``fields`` stay even if empty."""
    odd: list[ScalarNode] = []
    written = plain(tree, odd)
    if not odd:
        return Settled(written, _NONE)
    unknown: set[Steps] = set()
    return Settled(_given(tree, fields, (), unknown), frozenset(unknown))


def fields_in(annotation: Any) -> type[Fields] | None:  # noqa: ANN401 - an annotation can be anything
    """The ``Fields`` class within a type annotation, such as that of the items of a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next((found for part in get_args(annotation) if (found := fields_in(part))), None)


def form_in(annotation: Any) -> Form:  # noqa: ANN401 - an annotation can be anything
    """The form of a value of this type if it is a mapping, or a list of mappings; ``None`` if it is neither."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    if get_origin(annotation) is dict:
        return Each(form_in(get_args(annotation)[1]))
    return next((found for part in get_args(annotation) if (found := form_in(part)) is not None), None)


def _given(node: Node, form: Form, steps: Steps, unknown: set[Steps]) -> Plain:
    if isinstance(node, ScalarNode):
        return text_in(node)
    if isinstance(node, SequenceNode):
        return [_given(item, form, (*steps, number), unknown) for number, item in enumerate(node.items)]
    given: dict[str, Plain] = {}
    for name, (_, value) in node.by_name.items():
        inner, is_left_out = _inner(form, name, value)
        here = (*steps, name)
        if is_left_out:
            if not is_empty(value):
                unknown.add(here)
            continue
        given[name] = _given(value, inner, here, unknown)
    return given


def _inner(form: Form, name: str, value: Node) -> tuple[Form, bool]:
    """The form of the value of the key ``name``, and whether it is treated as missing."""
    if form is None:
        return None, name in _MAY_BE_EMPTY and is_empty(value)
    if isinstance(form, Each):
        return form.form, False
    info = form.model_fields.get(name)
    if info is None:
        return None, False
    may_be_unknown = info.is_required() or any(isinstance(mark, Fact | Suggested) for mark in info.metadata)
    return form_in(info.annotation), is_empty(value) or (may_be_unknown and _is_unknown(value))


def _is_unknown(node: Node) -> bool:
    """Whether a value, or the only item of a list, is a word for "unknown"."""
    if isinstance(node, SequenceNode) and len(node.items) == 1:
        node = node.items[0]
    return isinstance(node, ScalarNode) and text_in(node) in UNKNOWN
