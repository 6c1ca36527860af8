"""Serialises the content of a page for its key: different values never give the same bytes.

Texts, numbers and ``None`` are encoded as MessagePack, which includes types and lengths; everything else begins with a
byte that MessagePack never uses (https://github.com/msgpack/msgpack/blob/master/spec.md).
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from msgspec import Struct
from msgspec.msgpack import Encoder
from msgspec.structs import fields

_encode = Encoder().encode
# For mypy, which does not accept ``type[object]`` as a key of a cache.
_type_of: Callable[[object], type] = type
_ATOMS = frozenset({str, int, bool, NoneType, None})


def described(value: object) -> bytes:
    """Bytes that identify ``value``, the same in every process.

    Structs are identified by their classes and fields, or only by the fields in ``key_fields`` if they have that:
    articles by the digest of their front matter. Raises ``TypeError`` for values that are mutable or have no order.
    """
    return _describer(_type_of(value))(value)


@cache
def _describer(kind: type) -> Callable[[Any], bytes]:
    name = f"{kind.__module__}.{kind.__qualname__}"
    if kind in _ATOMS:
        return _encode
    if issubclass(kind, tuple):
        return _of_tuple
    if issubclass(kind, Struct) and kind.__struct_config__.frozen:
        return _of_struct(kind, b"\xc1s" + _encode(name))
    if issubclass(kind, Enum):
        return lambda one: b"\xc1e" + _encode((name, one.name))
    if issubclass(kind, date):
        return lambda one: b"\xc1d" + _encode(repr(one))
    raise TypeError(f"a page cannot be made of a {kind.__name__}")


def _of_tuple(values: tuple[object, ...]) -> bytes:
    return b"".join([b"\xc1t", _encode(len(values)), *[_describer(_type_of(one))(one) for one in values]])


def _of_struct(kind: type[Struct], name: bytes) -> Callable[[Any], bytes]:
    names: tuple[str, ...] = getattr(kind, "key_fields", kind.__struct_fields__)
    if not names:
        return lambda _one: name
    values_of = attrgetter(*names)
    if all(_is_atom(field.type) for field in fields(kind) if field.name in names):
        # Fast path: most structs are links, whose fields can be encoded in one step.
        return lambda one: name + _encode(values_of(one))
    if len(names) == 1:
        return lambda one: name + described(values_of(one))
    return lambda one: b"".join([name, *[_describer(_type_of(value))(value) for value in values_of(one)]])


def _is_atom(written: object) -> bool:
    """Whether all values of the type ``written`` are texts, numbers or ``None``."""
    return written in _ATOMS or (get_origin(written) in (Union, UnionType) and set(get_args(written)) <= _ATOMS)
