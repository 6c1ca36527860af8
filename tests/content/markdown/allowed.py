"""The HTML that articles may contain, defined independently of the program: to allow more, change it here too."""

import re
from html.parser import HTMLParser

EVERYWHERE = {"class", "dir", "id", "lang", "title"}
TAGS: dict[str, set[str]] = {
    **{tag: set() for tag in ("abbr", "address", "cite", "code", "dd", "del", "dl", "dt", "em", "ins", "kbd", "mark")},
    **{
        tag: set() for tag in ("b", "br", "hr", "i", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "u")
    },
    **{tag: set() for tag in ("blockquote", "details", "summary", "figure", "figcaption", "ul", "caption", "table")},
    **{tag: set() for tag in ("tbody", "tfoot", "thead", "tr", "h2", "h3", "h4", "h5", "h6")},
    "a": {"href"},
    "div": {"tabindex"},
    "img": {"alt", "src"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = {"", "http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class Page(HTMLParser):
    """The elements, attributes and addresses in a piece of HTML; ``foreign`` are those that are not allowed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in TAGS:
            self.foreign.append(tag)
        for name, value in attrs:
            if name not in TAGS.get(tag, set()) | EVERYWHERE or (name == "tabindex" and value != "0"):
                self.foreign.append(f"{tag} {name}")
            if name in ("href", "src") and scheme(value or "") not in SCHEMES:
                self.foreign.append(f"{name}={value}")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.foreign.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.foreign.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.foreign.append(f"<?{data}")

    def unknown_decl(self, data: str) -> None:
        self.foreign.append(f"<![{data}")


def scheme(url: str) -> str:
    """The scheme of an address, parsed as the URL Standard does."""
    seen = re.sub("[\t\n\r]", "", url.strip("".join(map(chr, range(0x21)))))
    found = _SCHEME.match(seen)
    return found[1].lower() if found else ""
