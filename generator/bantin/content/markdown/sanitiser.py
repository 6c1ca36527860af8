"""Cleans HTML by an allowlist (nh3, the Rust library ammonia), and reports what would be lost."""

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser

import nh3
from msgspec import Struct

from bantin.content.problems import markdown as problems
from bantin.domain.problems import Kind
from bantin.domain.text.urls import SCHEMES, completed_address, is_local_file, scheme_of

_EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
_PLAIN_TAGS = (
    "abbr address b blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i "
    "ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul"
)
_ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN_TAGS.split(), frozenset[str]()),
    "a": frozenset({"href"}),
    "img": frozenset({"alt", "src"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
ALLOWED = frozenset(_ATTRIBUTES)
"""The elements that articles may contain."""

# Attributes that only the converter writes.
_OURS = {"div": frozenset({"tabindex"})}
# Elements that are removed with all that follows, up to an end tag that may be missing.
_SWALLOWING = frozenset(
    {"iframe", "math", "noembed", "noframes", "noscript", "plaintext", "script", "select", "style", "svg", "template"}
    | {"textarea", "title", "xmp"}
)

_FULL = re.compile(r"(?i:https?:)?//[^/\\]")

AttributeFilter = Callable[[str, str, str], str | None]


def cleaner(attribute_filter: AttributeFilter) -> nh3.Cleaner:
    """Creates a cleaner for articles; ``attribute_filter`` receives each attribute that is kept, and may change it."""
    return nh3.Cleaner(
        tags=set(_ATTRIBUTES),
        attributes={**_ATTRIBUTES, "*": _EVERYWHERE},
        tag_attribute_values={"div": {"tabindex": {"0"}}},
        attribute_filter=attribute_filter,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


class Finding(Struct, frozen=True):
    """A rule that a piece of HTML breaks, the words to locate in the source, and the values for the rule's message."""

    kind: Kind
    words: str
    values: tuple[tuple[str, str], ...] = ()


def inspect_html(raw: str) -> Iterator[Finding]:
    """Reports problems of a piece of raw HTML, above all what cleaning would remove; comments are removed silently."""
    scanner = _Scanner()
    # Marked sections have no meaning in HTML, and the standard library's parser stops at one.
    scanner.feed(raw.replace("<![", "&lt;!["))
    scanner.close()
    yield from scanner.found


def inspect_attributes(tag: str, attributes: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Reports problems of the attributes of one allowed element."""
    given: dict[str, str] = {}
    for name, value in attributes:
        # Of two attributes of one name, browsers take the first.
        given.setdefault(name, value)
    for name, value in given.items():
        scheme = scheme_of(value) if name in ("href", "src") else ""
        if name not in _ATTRIBUTES.get(tag, frozenset()) | _EVERYWHERE | _OURS.get(tag, frozenset()):
            yield Finding(problems.HTML_REMOVED, f"{name}=", (("what", f"{name}="),))
        elif name in ("href", "src") and not value.strip():
            yield Finding(problems.LINK_NOWHERE, "")
        elif scheme and is_local_file(value):
            yield Finding(problems.ON_A_COMPUTER, value, (("address", value),))
        elif scheme and (scheme not in SCHEMES):
            yield Finding(problems.DANGEROUS_URL, value, (("scheme", scheme),))
        elif scheme in ("http", "https") and not _FULL.match(value) and completed_address(value):
            yield Finding(problems.BAD_ADDRESS, value, (("mended", completed_address(value)),))
        elif scheme and tag == "img":
            yield Finding(problems.EXTERNAL_IMAGE, value)
    if tag == "img" and not given.get("alt", "").strip():
        yield Finding(problems.NO_ALT, given.get("src", ""))


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Finding] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ATTRIBUTES:
            self.found += inspect_attributes(tag, ((name, value or "") for name, value in attrs))
        else:
            kind = problems.HTML_SWALLOWS if tag in _SWALLOWING else problems.HTML_REMOVED
            self.found.append(Finding(kind, f"<{tag}", (("what", f"<{tag}>"),)))
