"""Reads single values and mappings through the schema."""

from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from bantin.content.schema.check import check
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import Fields
from bantin.content.yaml.parser import parse_yaml
from bantin.domain.problems import Checked
from tests.content.readings import codes

F = TypeVar("F", bound=Fields)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FILE = "content/tep.yml"


def read(kind: Any, value: object) -> Any:
    """The result of reading ``value`` as the type ``kind``."""
    return TypeAdapter(kind).validate_python(value, context={"zone": ZONE})


def refusal(kind: Any, value: object) -> Invalid:
    """The error of reading ``value`` as the type ``kind``."""
    try:
        found = read(kind, value)
    except ValidationError as error:
        (detail,) = error.errors()
        invalid = detail["ctx"]["error"]
        assert isinstance(invalid, Invalid)
        return invalid
    raise AssertionError(found)


def form(fields: type[F], text: str) -> Checked[F]:
    """The fields in a YAML text, or its problems."""
    tree = parse_yaml(text, FILE)
    assert tree.problems == ()
    return check(tree.root, fields, FILE, {"zone": ZONE})


def fields_of(fields: type[F], text: str) -> F:
    """The fields in a valid YAML text."""
    checked = form(fields, text)
    assert codes(checked.problems) == []
    assert checked.value is not None
    return checked.value
