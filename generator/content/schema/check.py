"""From a YAML tree to the fields that it holds, with every problem at its place."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.nodes import Plain, Step, locate, locate_key, plain
from generator.content.problems import files, translations, values
from generator.content.schema.invalid import Invalid
from generator.content.schema.values import Fields, Suggested
from generator.content.tree import MappingNode, Node
from generator.errors import Checked, Kind, Location, Problem
from generator.model import Place
from generator.text.suggestions import nearest

F = TypeVar("F", bound=Fields)

_QUOTED = re.compile(r"'([^']*)'")


def check(node: Node | None, fields: type[F], path: str, context: Mapping[str, Any], line: int = 1) -> Checked[F]:
    """The ``fields`` that the tree of the file ``path`` holds, or the problems that stand in their way.

    ``context`` is for values whose reading depends on the site: ``zone``, its time zone. ``line`` is where an empty
    tree should have begun. Fields that are suggested but absent are warnings.
    """
    if not isinstance(node, MappingNode):
        at = Location(path, node.place.line, node.place.column) if node else Location(path, line, 1)
        return Checked(None, (files.NOT_A_MAPPING.at(at),))
    form = _Form(node, fields, path, Place(line - 1, 1, len("---")) if line > 1 else node.place)
    written = plain(node)
    absent = tuple(_absent(form, written, fields, ()))
    try:
        found = fields.model_validate(written, context=dict(context))
    except ValidationError as error:
        broken = tuple(_problem(detail, form) for detail in error.errors())
        return Checked(None, broken + absent)
    return Checked(found, absent)


class _Form(Struct, frozen=True):
    """A tree that is checked against its fields; ``top`` is where to tell of what should stand in no inner mapping."""

    tree: MappingNode
    fields: type[Fields]
    path: str
    top: Place

    def holder(self, steps: tuple[Step, ...]) -> Location:
        """The place of the mapping at ``steps``: the key or the dash that it stands behind."""
        if not steps:
            return self.top.within(self.path)
        find = locate_key if isinstance(steps[-1], str) else locate
        return find(self.tree, steps).within(self.path)


def _absent(form: _Form, written: Plain | None, fields: type[Fields], above: tuple[str, ...]) -> Iterator[Problem]:
    """The suggested fields that what is ``written`` lacks, whether or not the rest of it is valid."""
    if not isinstance(written, dict):
        return
    for name, is_suggested, inner in _keys(fields):
        value = written.get(name)
        if is_suggested and not value:
            yield files.ABSENT.at(form.holder(above), key=".".join((*above, name)))
        elif inner is not None:
            yield from _absent(form, value, inner, (*above, name))


@cache
def _keys(fields: type[Fields]) -> tuple[tuple[str, bool, type[Fields] | None], ...]:
    """The keys that are suggested or hold fields that are: whether the one, and which for the other."""
    keys = (
        (name, any(isinstance(mark, Suggested) for mark in info.metadata), _fields_in(info.annotation))
        for name, info in fields.model_fields.items()
    )
    return tuple(
        (name, suggested, inner) for name, suggested, inner in keys if suggested or (inner is not None and _keys(inner))
    )


def _problem(detail: ErrorDetails, form: _Form) -> Problem:
    of_key = detail["loc"][-1:] == ("[key]",) and detail["type"] != "extra_forbidden"
    steps = detail["loc"][:-1] if of_key else detail["loc"]
    here = (locate_key if of_key else locate)(form.tree, steps).within(form.path)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, Invalid):
        at = form.holder(steps) if error.kind is values.TOO_FEW else here
        return error.kind.at(at, **error.values)
    match detail["type"]:
        case "missing":
            return files.MISSING_KEY.at(form.holder(steps[:-1]), key=steps[-1])
        case "extra_forbidden":
            return _unknown(steps, form)
        case "literal_error" if not isinstance(detail["input"], str):
            return values.EXPECTED_TEXT.at(here)
        case "literal_error":
            choices = ", ".join(_QUOTED.findall(str(detail["ctx"]["expected"])))
            return values.BAD_CHOICE.at(here, value=detail["input"], choices=choices)
        case "model_type" | "dict_type":
            inner = _fields_at(form.fields, steps)
            return values.EXPECTED_MAPPING.at(here, known=", ".join(inner.model_fields) if inner else "id")
        case "tuple_type":
            return values.EXPECTED_LIST.at(here)
        case other:
            raise AssertionError(f"{other}: {detail['msg']}")


def _unknown(steps: tuple[Step, ...], form: _Form) -> Problem:
    key = str(steps[-1])
    inner = _fields_at(form.fields, steps[:-1])
    known = list(inner.model_fields) if inner else []
    at = locate_key(form.tree, steps).within(form.path)
    if inner and key in inner.of_original:
        return translations.OF_ORIGINAL.at(at, key=key, known=", ".join(known))
    near = nearest(key, known)
    kind: Kind = files.UNKNOWN_KEY_NEAR if near else files.UNKNOWN_KEY
    return kind.at(at, key=key, near=near, known=", ".join(known))


def _fields_at(fields: type[Fields], steps: tuple[Step, ...]) -> type[Fields] | None:
    """The fields that a mapping at ``steps`` may have."""
    inner: type[Fields] | None = fields
    for step in steps:
        if isinstance(step, str) and inner is not None:
            info = inner.model_fields.get(step)
            inner = _fields_in(info.annotation) if info else None
    return inner


def _fields_in(annotation: Any) -> type[Fields] | None:  # noqa: ANN401 - an annotation can be anything
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next((found for part in get_args(annotation) if (found := _fields_in(part))), None)
