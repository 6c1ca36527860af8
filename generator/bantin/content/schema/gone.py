"""``gone``: the key of a file whose page was public and is not any more."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

from pydantic import PlainValidator, create_model
from pydantic.fields import FieldInfo

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.field_marks import FACT, LONG, Explained, Labelled, Suggested
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import EdtfDate, Fields, Text, url_of
from bantin.domain.text.urls import scheme_of

F = TypeVar("F", bound=Fields)

GONE = "gone"
"""The name of the key."""
_TITLES = ("title", "name")


def _replacement(value: object) -> str:
    """An id, a name or a path, which RESOLVE looks up once all files are read, or else an address on the web."""
    text = text_of(value)
    return url_of(text) if scheme_of(text) else text


Replacement = Annotated[str, PlainValidator(_replacement)]


class GoneFields(Fields):
    """``gone``: why a page is not there any more."""

    on: Annotated[EdtfDate, Labelled("Gỡ ngày", "Gone since")]
    reason: Annotated[Text, LONG, Labelled("Lý do gỡ", "Why it is gone")]
    replaced_by: Annotated[Replacement | None, FACT, Labelled("Thay bằng", "Replaced by")] = None


GoneKey = Annotated[
    GoneFields | None,
    Labelled("Đã gỡ khỏi trang", "Gone"),
    Explained(
        "đã đăng, nay gỡ khỏi trang: `on` (ngày gỡ), `reason` (lý do), `replaced_by` (mã hoặc tệp thay thế, hoặc địa "
        "chỉ web); ngoài ra chỉ cần `title`",
        "it was public and is not any more: `on` (since when), `reason` (why), `replaced_by` (an id or a file in its "
        "place, or a web address); besides, only `title` is needed",
    ),
]
"""The key in files that have pages."""


@cache
def when_gone(fields: type[F]) -> type[F]:
    """The form of a file with :data:`GONE`: its title is needed, any other of ``fields`` may be missing or unknown.

    What is given has the same form as in a file without the key.
    """
    title = next(key for key in _TITLES if key in fields.model_fields)
    keys = {key: _needed(info) for key, info in fields.model_fields.items() if key in (title, GONE)}
    keys |= {key: _optional(info) for key, info in fields.model_fields.items() if key not in keys}
    return cast("type[F]", _made(fields, keys))


def _needed(info: FieldInfo) -> tuple[Any, object]:
    return Annotated[(info.annotation, *_unasked(info))], ...


def _optional(info: FieldInfo) -> tuple[Any, object]:
    default = (() if get_origin(info.annotation) is tuple else "") if info.is_required() else info.default
    return Annotated[(_with_optional_facts(info.annotation), *_unasked(info), FACT)], default


def _unasked(info: FieldInfo) -> Iterator[object]:
    """The rules and marks of a key, without those that report that it is missing."""
    return (one for one in info.metadata if not isinstance(one, Suggested))


def _with_optional_facts(annotation: Any) -> Any:  # noqa: ANN401 - an annotation can be anything
    """``annotation``; if it is that of an agreement, all of its keys may be missing, too."""
    kinds = (one for one in get_args(annotation) if isinstance(one, type) and issubclass(one, AgreementFields))
    agreement = next(kinds, None)
    if agreement is None:
        return annotation
    return _made(agreement, {key: _optional(info) for key, info in agreement.model_fields.items()}) | None


def _made(fields: type[Fields], keys: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what pydantic makes
    return create_model(fields.__name__, __base__=fields, __doc__=fields.__doc__, **cast("dict[str, Any]", keys))
