"""Tags: distinguishes HTML from words in angle brackets, such as ``<BỘ CÔNG AN>``."""

import re
from collections.abc import Iterator

_VOID = "area base br col embed hr img input link meta param source track wbr"
_OTHERS = (
    "a abbr acronym address applet article aside audio b bdi bdo bgsound big blink blockquote body button "
    "canvas caption center cite code colgroup data datalist dd del details dfn dialog dir div dl dt em "
    "fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup html i "
    "iframe ins kbd label legend li listing main map mark marquee math menu meter nav nobr noembed noframes "
    "noscript object ol optgroup option output p picture plaintext pre progress q rb rp rt rtc ruby s samp "
    "script search section select slot small span strike strong style sub summary sup svg table tbody td "
    "template textarea tfoot th thead time title tr tt u ul var video xmp"
)
_FLAGS = (
    "async autofocus autoplay checked controls default defer disabled hidden inert ismap itemscope loop "
    "multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected"
)
VOID = frozenset(_VOID.split())
"""Elements that have no end tag."""

_ELEMENTS = VOID | frozenset(_OTHERS.split())
# Elements of Word's own in copied HTML: <o:p>, <w:sdt>, <v:shape>, <st1:place>.
_WORD = re.compile(r"(?:[movw]|st1):[a-z][a-z0-9]*")
_VALUELESS = frozenset(_FLAGS.split())
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>\"'=<]*)")
_ATTRIBUTE = re.compile(r"""\s+([^\s"'=<>/]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?""")


def name_of(raw: str) -> str:
    """The name, in lower case, of the HTML element that the tag ``raw`` (``<…>``) begins or ends; empty if none."""
    found = _NAME.match(raw)
    name = found[2].lower() if found else ""
    return name if _is_element(name) and not _has_words(raw) else ""


def keep_words(html: str) -> str:
    """Escapes words in angle brackets that are not elements of HTML: their author meant them as text."""
    return _NAME.sub(lambda tag: tag[0] if _is_element(tag[2].lower()) else f"&lt;{tag[0][1:]}", html)


def paired(tags: list[tuple[int, str]]) -> Iterator[int]:
    """The keys of the tags that open or close a pair; ``tags`` are keys and tags (``<…>``) in the order of the text."""
    opened: dict[str, list[int]] = {}
    for key, raw in tags:
        name = name_of(raw)
        if raw[1] != "/":
            opened.setdefault(name, []).append(key)
        elif opened.get(name):
            yield opened[name].pop()
            yield key


def _is_element(name: str) -> bool:
    return name in _ELEMENTS or _WORD.fullmatch(name) is not None


def _has_words(raw: str) -> bool:
    """Whether a start tag has only words where attributes should be, as in ``<a b>``."""
    found = _NAME.match(raw)
    attributes = _ATTRIBUTE.findall(raw, found.end()) if found else []
    return bool(attributes) and all(not value and name.lower() not in _VALUELESS for name, value in attributes)
