"""PLAN: pages without their texts, as a build remembers them for the next one to put an edited text into."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec
from markupsafe import Markup
from msgspec import Struct

from bantin.site.bodies import TextPart
from bantin.site.views import ArticleView, FeedView, JsonFeedView, StaticView, View

V = TypeVar("V", bound=View)


class Skeleton(Struct, Generic[V], frozen=True):
    """A page that lacks nothing but its texts: ``view`` is without them.

    ``address`` is the one from the root of all, ``prefix`` that of the site of its language.
    """

    address: str
    prefix: str
    template: str
    texts: tuple[TextPart, ...]
    view: V


class _Row(Struct, array_like=True, frozen=True):
    """A blank as it is remembered, and the name of the class of its view."""

    kind: str
    blank: msgspec.Raw


def _without_text(_kind: type, _said: object) -> Markup:
    """The texts of a view are what a blank lacks; whatever a row says of them is not taken for HTML."""
    return Markup()


_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)
_ROWS = msgspec.msgpack.Decoder(_Row)
_DECODERS: Mapping[str, msgspec.msgpack.Decoder[Skeleton[Any]]] = {
    kind.__name__: msgspec.msgpack.Decoder(Skeleton[kind], dec_hook=_without_text)  # type: ignore[valid-type]
    for kind in (ArticleView, StaticView, FeedView, JsonFeedView)
}


def encode_blank(blank: Skeleton[Any]) -> bytes:
    """The bytes to remember."""
    return _ENCODER.encode(_Row(type(blank.view).__name__, msgspec.Raw(_ENCODER.encode(blank))))


def decode_blank(data: bytes) -> Skeleton[Any]:
    """The blank that ``data`` holds. Raises ``ValueError`` for bytes that hold none."""
    row = _ROWS.decode(data)
    if row.kind not in _DECODERS:
        raise ValueError(row.kind)
    return _DECODERS[row.kind].decode(row.blank)
