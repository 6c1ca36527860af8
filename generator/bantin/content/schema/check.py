"""Checks a YAML tree against the schema: the tree → its fields, or problems, each at its place in the file."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from enum import EnumMeta
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bantin.content.problems import files, translations, values
from bantin.content.problems.files import MissingKey
from bantin.content.problems.yaml import TOO_MANY_ENTRIES
from bantin.content.schema.examples import example_of
from bantin.content.schema.field_marks import Expected, Suggested
from bantin.content.schema.gone import GONE, when_gone
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.unknown_values import Each, Form, Steps, fields_in, form_in, settle
from bantin.content.schema.values import Fields
from bantin.content.yaml.keys import meant_key
from bantin.content.yaml.parser import Plain, is_empty, locate, locate_key, node_at
from bantin.content.yaml.tree import MappingNode, Node
from bantin.domain.model import Position
from bantin.domain.problems import Checked, Location, Problem

F = TypeVar("F", bound=Fields)

_QUOTED = re.compile(r"'([^']*)'")


def check(node: Node | None, fields: type[F], path: str, context: Mapping[str, Any], line: int = 1) -> Checked[F]:
    """Checks the tree of the file ``path`` against ``fields``: returns the fields with their values, or the problems.

    A file that is gone needs little more than its title. ``context`` is for values that depend on the settings of the
    site: ``zone``, its time zone. ``line`` is reported for an empty tree. A suggested field that is absent is a
    warning.
    """
    if not isinstance(node, MappingNode):
        at = Location(path, node.place.line, node.place.column) if node else Location(path, line, 1)
        return Checked(None, (files.NOT_A_MAPPING.at(at),))
    fields = when_gone(fields) if is_gone(node, fields) else fields
    settled = settle(node, fields)
    top = Position(line - 1, 1, len("---")) if line > 1 else node.place
    form = _Form(node, fields, path, top, settled.unknown)
    absent = _absent(form, settled.written, fields, ())
    try:
        found = fields.model_validate(settled.written, context=dict(context))
    except ValidationError as error:
        broken = [_problem(detail, form) for detail in error.errors()]
        return Checked(None, _without_misspelt([*broken, *absent]))
    return Checked(found, tuple(one.problem for one in absent))


def is_gone(node: Node | None, fields: type[Fields]) -> bool:
    """Whether the tree of a file that is read as ``fields`` says that its page is not there any more."""
    written = node.get(GONE) if isinstance(node, MappingNode) and GONE in fields.model_fields else None
    return written is not None and not is_empty(written)


class _Found(Struct, frozen=True):
    """A problem.

    ``lacks`` is the path to a missing key; ``means`` is that of the key which an unknown one was meant for.
    """

    problem: Problem
    lacks: Steps | None = None
    means: Steps | None = None


def _without_misspelt(found: Sequence[_Found]) -> tuple[Problem, ...]:
    """The problems without those that follow from others.

    A missing key is left out if a misspelt one was probably meant for it. Of several keys that belong below the same
    key, only the first is reported.
    """
    meant = {one.means for one in found if one.means}
    higher = [one for one in found if one.problem.kind is files.UNKNOWN_KEY_HIGHER]
    below = {one.problem.value("below"): one for one in reversed(higher)}
    told_once = [one for one in found if one not in higher or one in below.values()]
    return tuple(one.problem for one in told_once if one.lacks not in meant)


class _Form(Struct, frozen=True):
    """A tree and the fields that it is checked against.

    ``top`` is the place to report problems of the whole mapping. ``unknown`` has the paths of values that are declared
    unknown.
    """

    tree: MappingNode
    fields: type[Fields]
    path: str
    top: Position
    unknown: frozenset[Steps]

    def holder(self, steps: Steps) -> Location:
        """The place of the mapping at ``steps``: that of its key, or of its dash in a list."""
        if not steps:
            return self.top.within(self.path)
        find = locate_key if isinstance(steps[-1], str) else locate
        return find(self.tree, steps).within(self.path)

    def lacking(self, steps: Steps, kinds: MissingKey) -> _Found:
        """The problem of a missing value at ``steps``; ``kinds`` are its forms."""
        *above, key = steps
        holder = node_at(self.tree, above)
        written = holder.key(str(key)) if isinstance(holder, MappingNode) else None
        depth = _depth(holder, len(above))
        parent = next((step for step in reversed(above) if isinstance(step, str)), "")
        kind = kinds.empty if written else kinds.below if parent else kinds.missing
        at = written.place.within(self.path) if written else self.holder(tuple(above))
        names = ".".join(step for step in steps if isinstance(step, str))
        line, unknown = example_of(str(key), depth, parent), f"{' ' * depth}{key}: unknown"
        shown = kind.at(at, key=names, name=key, line=line, unknown=unknown, above=parent)
        return _Found(shown, lacks=steps)


def _depth(holder: Node | None, levels: int) -> int:
    """The indentation of the keys of a mapping, in spaces; for mappings in braces and empty ones, the usual one."""
    first = next((key for key, _ in holder.items), None) if isinstance(holder, MappingNode) else None
    in_line = first is None or holder is None or first.place.column != holder.place.column
    return 2 * levels if in_line or first is None else first.column - 1


def _absent(form: _Form, written: Plain | None, fields: type[Fields], above: tuple[str, ...]) -> list[_Found]:
    """The suggested and expected fields that are missing in ``written``, even if other fields are invalid."""
    if not isinstance(written, dict):
        return []
    found: list[_Found] = []
    for name, mark, inner in _keys(fields):
        value = written.get(name)
        if isinstance(mark, Expected):
            if value is None and (*above, name) not in form.unknown:
                found.append(form.lacking((*above, name), files.MISSING))
        elif mark and not value and value != {}:
            if (*above, name) not in form.unknown:
                found.append(form.lacking((*above, name), files.ABSENT))
        elif inner is not None:
            found += _absent(form, value, inner, (*above, name))
    return found


@cache
def _keys(fields: type[Fields]) -> tuple[tuple[str, Suggested | None, type[Fields] | None], ...]:
    """The keys to search for suggested fields: each with its name, its mark if it has one, and the fields below it."""
    keys = (
        (name, next((mark for mark in info.metadata if isinstance(mark, Suggested)), None), fields_in(info.annotation))
        for name, info in fields.model_fields.items()
    )
    return tuple((name, mark, inner) for name, mark, inner in keys if mark or (inner is not None and _keys(inner)))


def _problem(detail: ErrorDetails, form: _Form) -> _Found:
    steps = detail["loc"]
    if detail["type"] == "missing":
        return form.lacking(steps, files.NEEDED if steps in form.unknown else files.MISSING)
    if detail["type"] == "extra_forbidden":
        return _unknown(steps, form)
    return _Found(_bad_value(detail, form))


def _bad_value(detail: ErrorDetails, form: _Form) -> Problem:
    of_key = detail["loc"][-1:] == ("[key]",)
    steps = detail["loc"][:-1] if of_key else detail["loc"]
    here = (locate_key if of_key else locate)(form.tree, steps).within(form.path)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, Invalid):
        index = error.values.get("index")
        item = locate(form.tree, (*steps, index)).within(form.path) if isinstance(index, int) else here
        at = {values.TOO_FEW: form.holder(steps), values.IDS_TOGETHER: item, TOO_MANY_ENTRIES: item}.get(
            error.kind, here
        )
        return error.kind.at(at, **error.values)
    match detail["type"]:
        case "literal_error" if not isinstance(detail["input"], str):
            return values.EXPECTED_TEXT.at(here)
        case "literal_error":
            choices = ", ".join(_QUOTED.findall(str(detail["ctx"]["expected"])))
            return values.BAD_CHOICE.at(here, value=detail["input"], choices=choices)
        case "model_type" | "dict_type":
            return values.EXPECTED_MAPPING.at(here, known=", ".join(_known_keys(form.fields, steps)))
        case "tuple_type":
            return values.EXPECTED_LIST.at(here)
        case other:
            raise AssertionError(f"{other}: {detail['msg']}")


def _unknown(steps: Steps, form: _Form) -> _Found:
    key = str(steps[-1])
    inner = _fields_at(form.fields, steps[:-1])
    known = list(inner.model_fields) if inner else []
    at = locate_key(form.tree, steps).within(form.path)
    if inner and key in inner.of_original:
        return _Found(translations.OF_ORIGINAL.at(at, key=key, known=", ".join(known)))
    holder = node_at(form.tree, steps[:-1])
    written = holder.by_name if isinstance(holder, MappingNode) else {}
    near = meant_key(key, known)
    if near and near not in written:
        found = files.UNKNOWN_KEY_NEAR.at(at, key=key, mended=near, known=", ".join(known))
        return _Found(found, means=(*steps[:-1], near))
    below = next((name for name in known if inner and key in _keys_below(inner, name)), None)
    if below:
        return _Found(files.UNKNOWN_KEY_HIGHER.at(at, key=key, below=below, known=", ".join(known)))
    return _Found(files.UNKNOWN_KEY.at(at, key=key, known=", ".join(known)))


def _keys_below(fields: type[Fields], name: str) -> Container[str]:
    inner = fields_in(fields.model_fields[name].annotation)
    return inner.model_fields if inner else ()


def _known_keys(fields: type[Fields], steps: Steps) -> Iterable[str]:
    """The keys that the mapping at ``steps`` may have; ``id`` stands for any key."""
    inner, holder = _fields_at(fields, steps), _fields_at(fields, steps[:-1])
    if inner or not holder:
        return inner.model_fields if inner else ("id",)
    key: object = next(iter(get_args(holder.model_fields[str(steps[-1])].annotation)), None)
    chosen: object = next(iter(get_args(key)), None)
    return chosen if isinstance(chosen, EnumMeta) else ("id",)


def _fields_at(fields: type[Fields], steps: Steps) -> type[Fields] | None:
    """The fields of a mapping at ``steps``; ``None`` if there is none."""
    inner: Form = fields
    for step in steps:
        if isinstance(step, str):
            inner = _form_at(inner, step)
    return None if isinstance(inner, Each) else inner


def _form_at(form: Form, key: str) -> Form:
    if form is None or isinstance(form, Each):
        return form.form if form else None
    info = form.model_fields.get(key)
    return form_in(info.annotation) if info else None
