"""PLAN: skeletons: pages without their texts, and pages that say the day of the build.

They are cached so that a later build can put an edited text, or another day, into them.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec
from markupsafe import Markup
from msgspec import Struct

from bantin.site.bodies import TextPart
from bantin.site.views import ArticleView, FeedView, HomeView, JsonFeedView, StaticView, View

V = TypeVar("V", bound=View)


class Skeleton(Struct, Generic[V], frozen=True):
    """A page whose ``view`` lacks only its texts. A ``dated`` page says the day of the build.

    ``address`` is relative to the root of all languages, ``prefix`` is that of the site in its language.
    """

    address: str
    prefix: str
    template: str
    texts: tuple[TextPart, ...]
    view: V
    dated: bool = False


class _Row(Struct, array_like=True, frozen=True):
    """A skeleton in the cache, with the name of the class of its view."""

    kind: str
    skeleton: msgspec.Raw


def _without_text(_kind: type, _said: object) -> Markup:
    """The empty text that replaces all HTML in a cached view, so that nothing from the cache is trusted as HTML."""
    return Markup()


_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)
_ROWS = msgspec.msgpack.Decoder(_Row)
_DECODERS: Mapping[str, msgspec.msgpack.Decoder[Skeleton[Any]]] = {
    kind.__name__: msgspec.msgpack.Decoder(Skeleton[kind], dec_hook=_without_text)  # type: ignore[valid-type]
    for kind in (ArticleView, StaticView, FeedView, JsonFeedView, HomeView)
}


def encode_skeleton(skeleton: Skeleton[Any]) -> bytes:
    """Encodes a skeleton for the cache."""
    return _ENCODER.encode(_Row(type(skeleton.view).__name__, msgspec.Raw(_ENCODER.encode(skeleton))))


def decode_skeleton(data: bytes) -> Skeleton[Any]:
    """Decodes a skeleton from the cache. Raises ``ValueError`` if ``data`` is damaged."""
    row = _ROWS.decode(data)
    if row.kind not in _DECODERS:
        raise ValueError(row.kind)
    return _DECODERS[row.kind].decode(row.skeleton)
