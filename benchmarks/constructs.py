"""Constructs that a content file may repeat: YAML, Markdown, and the words that checks look for.

Each generates a small bulletin with one file of a given size. Each repeats only one thing, so that its name identifies
the slow construct.
"""

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from benchmarks.corpus import File

Make = Callable[[int], str]
"""Makes a text of about so many bytes."""

ARTICLE = "content/articles/2020/bai.md"
AGENCY = "content/agencies/co-quan-a.yml"
SITE = "content/site.yml"
VOCABULARY = "content/vocabulary.yml"
TRANSLATION = "content/articles/2020/bai.en.md"

_SITE = "title: Bản tin\nbase_url: https://bantin.example/\nlanguage: vi\ntimezone: Asia/Ho_Chi_Minh\n"
_VOCABULARY = "types:\n  quy-che: {vi: Quy chế, en: Regulation}\nfields:\n  an-ninh: {vi: An ninh, en: Security}\n"
_TOP = "title: Hai cơ quan ký quy chế\npublished: 2020-05-06\nlead: Sa-pô.\n"
_SIGNED = "  type: quy-che\n  title: Quy chế\n  signed_on: 2020-05-05\n  scope: central\n  text_public: {no: Nội bộ}\n"
_PARTIES = "  parties: [co-quan-a, co-quan-b]\n"
_FIELDS = "  fields: [an-ninh]\n"
_BODY = "\n---\n\nNội dung.\n"
# Bytes of words between marks, which keep a megabyte below the limits on marks, the lowest of which is 5,000.
_APART = 200


@dataclass(frozen=True)
class Construct:
    """A construct that is repeated, and the file that holds it."""

    name: str
    path: str
    make: Make

    def files(self, size: int) -> Iterator[File]:
        """Yields a bulletin whose file ``path`` has about ``size`` bytes."""
        yield from {**_REST, self.path: self.make(size)}.items()


def _article(before: str, after: str = _BODY) -> str:
    return f"---\n{before}{after}"


_AGREEMENT = f"{_TOP}agreement:\n{_SIGNED}{_PARTIES}{_FIELDS}"
_REST: Mapping[str, str] = {
    SITE: _SITE,
    VOCABULARY: _VOCABULARY,
    AGENCY: "name: Cơ quan A\n",
    "content/agencies/co-quan-b.yml": "name: Cơ quan B\n",
    ARTICLE: _article(_AGREEMENT),
}


def repeated(unit: str) -> Make:
    """Repeats ``unit``; ``§`` in it stands for a different number each time."""

    def make(size: int) -> str:
        if "§" not in unit:
            return unit * (size // len(unit.encode()))
        parts, length = [], 0
        for number in count():
            parts.append(unit.replace("§", str(number)))
            length += len(parts[-1].encode())
            if length >= size:
                return "".join(parts)
        raise AssertionError

    return make


def _nested(opening: str, closing: str, middle: str = "a") -> Make:
    def make(size: int) -> str:
        times = size // len((opening + closing).encode())
        return opening * times + middle + closing * times

    return make


def _body(make: Make) -> Make:
    def whole(size: int) -> str:
        before = _article(_AGREEMENT, "---\n\nNội dung.\n\n")
        return before + make(size - len(before.encode())) + "\n"

    return whole


def _matter(before: str, make: Make, after: str = "") -> Make:
    """Returns front matter with a large text between ``before`` and ``after``."""

    def whole(size: int) -> str:
        rest = len(_article(before + after).encode())
        return _article(before + make(size - rest) + after)

    return whole


def _spread(unit: str) -> Make:
    """Repeats ``unit`` in paragraphs of a kilobyte, with enough words between to stay below the limits on marks."""
    words = "chữ " * (-(-_APART // len("chữ ".encode())))

    def make(size: int) -> str:
        times = size // len(f"{words}{unit.replace('§', str(size))}\n\n".encode())
        return "".join(
            words + unit.replace("§", str(number)) + ("\n\n" if number % 5 == 0 else " ") for number in range(times)
        )

    return make


def constructs() -> Iterator[Construct]:
    """Yields all constructs of the tables below."""
    found = chain(_front_matter(), _yaml(), _others(), _files(), _words(), _markdown())
    yield from {one.name: one for one in found}.values()


def _markdown() -> Iterator[Construct]:
    for unit in INLINE:
        for way, end in (("on a line", ""), ("in paragraphs", "\n\n")):
            yield Construct(f"Markdown: {unit!r} {way}", ARTICLE, _body(repeated(unit + end)))
    for unit in BLOCKS:
        yield Construct(f"Markdown: {unit!r}", ARTICLE, _body(repeated(unit)))
    for name, make in SHAPES.items():
        yield Construct(f"Markdown: {name}", ARTICLE, _body(make))
    for unit in SPREAD:
        yield Construct(f"Markdown: {unit!r} between words", ARTICLE, _body(_spread(unit)))


def _words() -> Iterator[Construct]:
    for unit in WORDS:
        for way, end in (("in a paragraph", " "), ("in paragraphs", "\n\n")):
            yield Construct(f"words: {unit!r} {way}", ARTICLE, _body(repeated(unit + end)))


def _front_matter() -> Iterator[Construct]:
    for name, (before, unit, after) in LISTS.items():
        yield Construct(f"front matter: {name}", ARTICLE, _matter(before, repeated(unit), after))


def _yaml() -> Iterator[Construct]:
    for name, make in YAML.items():
        yield Construct(f"YAML: {name}", ARTICLE, _matter(_TOP, make))


def _others() -> Iterator[Construct]:
    for path, before, units in OTHERS:
        for unit in units:
            yield Construct(f"{path}: {before.splitlines()[-1]} {unit!r}", path, _after(before, repeated(unit)))
    for unit in ("a", "\n", "*a ", "[", "|a|b\n", "- a\n"):
        head = "---\ntitle: Two agencies\n---\n\n"
        yield Construct(f"translation: {unit!r}", TRANSLATION, _after(head, repeated(unit)))


def _files() -> Iterator[Construct]:
    for name, text in WHOLE.items():
        yield Construct(f"file: {name}", ARTICLE, text)


def _after(before: str, make: Make) -> Make:
    return lambda size: before + make(size - len(before.encode()))


# Marks of emphasis, code and links, opened, closed or neither; contents of brackets, tags and references; escapes.
INLINE = (
    *("*a ", "**a ", "***a ", "*a* ", "**a** ", "***a*** ", "*a **b ", "*a _b ", "a*b", "a**b", "* ", "*", "** a"),
    *("_a ", "__a ", "___a ", "_a_ ", "__a__ ", "a_b", "_", "*_", "**_", "_ ", "*a_ ", "**a* ", "*a** ", "***a** "),
    *("~~a ", "~~a~~ ", "~a~ ", "~", "==a== ", "^a^ ", "++a++ ", "$a$ ", "$$", ":a: "),
    *("`a ", "``a ", "`a` ", "``a`` ", "`", "`` ` ", "```a", "`§` ", "`*a` "),
    *("[", "]", "[]", "[a", "[a ", "a] ", "[a](", "[a](b ", "[a](b) ", "[a§](b§) ", "[a](<b> ", '[a](b "c ', "[a](b"),
    *("[a] ", "[a][b] ", "[a][", "[a§] ", "[a]: b ", "[[a]] ", "[a]{", "[a] (b) ", "](", "](b) ", "[a](#b§) "),
    *("[a](bai-§.md) ", "[a](https://a.vn/§) ", "[a](javascript:b) ", "[a](/b§) ", "[a](b\\", "[a](b(", "[a]((b)) "),
    *("!", "![", "![a](b.png) ", "![a§](b§.png) ", "![a", "![a](", "![a][b] ", "[![a](b.png)](c) ", "![](b.png) "),
    *("[^", "[^1] ", "[^§] ", "[^a", "^[a] ", "[^1]: a "),
    *("(", ")", "()", "(a", "{", "}", "{}", "{a", "{: .a} ", "{#a} ", "{: #a§} ", "{{a}} ", "{% a %} ", "{{", "{%"),
    *("<", ">", "<a", "<a ", "<a>", "</a>", "<b>a</b> ", "<b>", "</b>", "<a href=b>c</a> ", '<a href="', "<a b=c ", "a<b "),
    *("<br>", "<i>", "<span>a</span>", "<script>", "<style>", "<p>", "<div>", "<img src=a>", "<details>", "<summary>"),
    *("<!--", "<!-- a -->", "-->", "<?", "<?a?>", "<!", "<!A>", "<![CDATA[", "<![CDATA[a]]>", "]]>", "</", "< a>"),
    *("<https://a.vn> ", "<a@b.vn> ", "<https:", "https://a.vn ", "https://a.vn/§ ", "https://", "http://a", "www.a.vn "),
    *("www.", "a@b.vn ", "a@", "@", "a.vn/", "https://a.vn/(", "https://a.vn).", "https://a.vn/a&b;", "mailto:a@b.vn "),
    *("&", "&amp;", "&#97;", "&#x61;", "&#", "&#x", "&a", "&a;", "&nbsp;", "& ", "&amp ", "&lt;b&gt; "),
    *("\\", "\\*", "\\\\", "\\[", "\\<", "\\a", "\\`", "*a\\* "),
    *("|", "| a ", "a|b", "\\|", "|-", "|:-:"),
    *("#", "# ", "-", "- ", "+ ", "1. ", "1) ", "> ", ">", "=", "--", "---", "...", "•", "• a ", "– ", "―"),
    *('"a" ', "'a' ", "“a” ", "“", "‘a’ ", "«a» ", "'", '"'),
    *("a", "a ", "ấ", "ấ ", "a-", "a/", "a.", "a,", "0", "0 ", "0.", "1,", "§ ", "a§ ", "A", "A. ", "Đ", "中", "😀", "¼"),
    *("\t", " ", "\u00a0", "\u200b", "\u2028", "e\u0301", "\u0301", "\u202e", "\ufeff", "  a", "a\ta", " \t", "a\u00ad"),
)  # fmt: skip

BLOCKS = (
    *("\n", " \n", "\t\n", "  \n", "a\n", "a  \n", "a\\\n", " a\n", "    a\n", "\ta\n", "    \n", "a\n\n\n", "\r\n", "\r"),
    *("# a\n", "# a§\n", "# a\n\n", "# a§\n\n", "###### a\n", "#\n", "#a\n", "# a #\n", "# *a*\n\n", "## [a](b)\n"),
    *("# a\n## b\n### c\n", "# a {#b}\n\n", "# a {#b§}\n\n", "# a {\n", "a\n===\n\n", "a\n---\n\n", "a§\n===\n", "===\n"),
    *("---\n", "***\n", "* * *\n\n", "___\n\n", "- - -\n", "--\n", "-- \n", "---a\n", "---\na: b\n", "---\ntitle: a\n"),
    *("- a\n", "- a\n\n", "- a§\n", "* a\n", "+ a\n", "-a\n", "- \n", "-\n", "- a\n+ b\n", "- *a\n", "- a\nb\n"),
    *("- a\n  - b\n", "- a\n\n  b\n", "- a\n    - b\n        - c\n", "- [ ] a\n", "- [x] a\n", "-   a\n", "- - a\n"),
    *("1. a\n", "1. a\n\n", "1) a\n", "§. a\n", "1. a\n   - b\n", "a. b\n", "a) b\n", "1.a\n", "i. a\n", "1\\. a\n"),
    *("• a\n", "– a\n", "· a\n", "§) a\n", "Điều §. a\n", "Điều §. a\n\n", "Khoản §. a\n", "\u00b7\u00a0a\n", "o a\n"),
    *("> a\n", "> a\n\n", ">\n", "> > a\n", ">a\n", "> - a\n", "> ```\n", "> a\nb\n", "> [^1]: a\n", "> # a\n"),
    *("```\n", "```\na\n```\n", "```a\n", "~~~\n", "~~~\na\n~~~\n\n", "````\n```\n", "``` a\n", "    ```\n", "`a\n"),
    *("[a]: b\n", "[a§]: b\n", "[a§]: b\n\n", "[a]:\n", "[a]: <b>\n", '[a]: b "c\n', "[a\n", "[a§]: b\n\n[a§]\n\n"),
    *("[^1]: a\n", "[^1]: a\n\n", "[^§]: a\n", "[^§]: a\n\n", "a[^§]\n\n[^§]: b\n\n", "a[^1]\n\n", "[^§]: a\n    b\n\n"),
    *("[^§]: [^§]\n\n", "[^a\n", "[^]: a\n"),
    *("a | b\n- | -\nc | d\n\n", "| a | b |\n", "|a|\n|-|\n", "|a|\n|-|\n\n", "|\n", "|-|\n", "a|b\n", "| a\n| b\n", "\ta\tb\n"),
    *("a  b  c\n", "+---+\n", "+---+\n| a |\n", "a\n-|-\n", "| *a | b |\n", "| `a | b |\n", "|:-|\n", "a\tb\n"),
    *("*[a]: b\n", "*[a§]: b\n\n", "a\n: b\n", ":   b\n", "[TOC]\n", "[TOC]\n\n", "[toc]\n\n", "/// a\n", "///\n", "::: a\n"),
    *("!!! note\n    a\n\n", "??? a\n", "{: .a}\n", "{: #a§}\n\n", "a\n{: .b}\n\n", "{{a}}\n", "{% a %}\n", "<!-- a\n"),
    *("<div>\n", "<div>\n\n", "<div>a</div>\n\n", "</div>\n", "<p>a</p>\n", "<p>a\n\n", "<pre>\n", "<pre>a</pre>\n\n"),
    *("<details>\n", "<details><summary>a</summary>\n\nb\n\n</details>\n\n", "<details markdown>\n\n", "<table>\n", "<tr>\n"),
    *("<script>\n", "<script>a</script>\n\n", "<style>\n", "<!--\n", "<!-- a -->\n\n", "<?a\n", "<!A\n", "<![CDATA[\n"),
    *("<a\n", "<a b\n", "<a b='c\n", "<hr>\n", "<br>\n", "<li>a\n", "<b>a\n\n", "<b>\n\na\n\n</b>\n\n", "<x>a</x>\n\n"),
    *("a\n<div>\n", "- <div>\n", "> <div>\n", "<<<<<<< a\n", "=======\n", ">>>>>>> a\n", "![a](b§.png)\n\n", "[a](b§)\n\n"),
    *("*a\n", "**a\n", "`a\n\n", "[a](\n", "[a](b\n", "<a href=\n", "*a\n\n", "a§\n\n", "https://a.vn\n", "a\n *b*\n"),
)  # fmt: skip

# Things that a text may have thousands of, and that may be searched for in all of it.
SPREAD = (
    *("[a](b§)", "[a](#b§)", "[a](http://a.vn/§)", "[a](javascript:b§)", "[a](bai.md)", "![](b§.png)", "[a§]", "[^§]"),
    *("<img alt=a src=b§>", "<br onclick=a§>", "<b§>", "<a§@b.vn>", "a§@b.vn", "http://a.vn/§", "www.a§.vn", "&#97;"),
    *("*a*", "**a", "_a_", "`a`", "`", "~~a~~", "\\*", "!", "==a==", "{: #a§}", "5/5/20§", "Mật", "TODO", "Điều §"),
)


def _row(cell: str, cells: int) -> str:
    return "|" + f"{cell}|" * cells + "\n"


def _square(size: int) -> str:
    side = int((size // 2) ** 0.5) - 2
    return _row("a", side) + _row("-", side) + _row("b", side) * (side - 2)


SHAPES: Mapping[str, Make] = {
    "brackets nested": _nested("[", "]"),
    "brackets nested, with addresses": _nested("[", "](b)"),
    "pictures nested": _nested("![", "](b)"),
    "references nested": _nested("[", "][b]"),
    "brackets opened, then closed with addresses": lambda size: "[" * (size // 2) + "](b)" * (size // 8),
    "parentheses nested": _nested("(", ")"),
    "an address with nested parentheses": lambda size: "[a](" + _nested("(", ")")(size),
    "emphasis nested": _nested("*a ", " b*"),
    "strong nested": _nested("**a ", " b**"),
    "emphasis and strong nested": _nested("*a **b ", " c** d*"),
    "underscores nested": _nested("_a ", " b_"),
    "strikes nested": _nested("~~a ", " b~~"),
    "stars, then words, then stars": lambda size: "*" * (size // 3) + "a" * (size // 3) + "*" * (size // 3),
    "emphasis opened, then closed": lambda size: "*a " * (size // 6) + "a* " * (size // 6),
    "emphasis closed, then opened": lambda size: "a* " * (size // 6) + "*a " * (size // 6),
    "strong opened, then closed": lambda size: "**a " * (size // 8) + "a** " * (size // 8),
    "backticks of each length": lambda size: "".join("`" * n + " " for n in range(int((2 * size) ** 0.5) - 2)),
    "backticks of each length, in paragraphs": lambda size: "".join("`" * n + "a\n\n" for n in range(int((2 * size) ** 0.5) - 4)),
    "fences of each length": lambda size: "".join("`" * n + "\n" for n in range(3, int((2 * size) ** 0.5) - 2)),
    "stars of each length": lambda size: "".join("*" * n + "a " for n in range(int((2 * size) ** 0.5) - 4)),
    "quotations nested": lambda size: ">" * (size - 2) + " a",
    "quotations nested, with spaces": lambda size: "> " * (size // 2) + "a",
    "quotations ever deeper": lambda size: "".join("> " * (n % 40) + "a\n" for n in range(size // 42)),
    "lists nested on a line": lambda size: "- " * (size // 2) + "a",
    "numbers nested on a line": lambda size: "1. " * (size // 3) + "a",
    "lists nested": lambda size: "".join("  " * n + "- a\n" for n in range(int(size**0.5) - 2)),
    "lists nested ten deep": lambda size: "".join("  " * (n % 10) + "- a\n" for n in range(size // 14)),
    "lists nested thirty deep": lambda size: "".join("  " * (n % 30) + "- a\n" for n in range(size // 35)),
    "lists and quotations nested": lambda size: "> - " * (size // 4) + "a",
    "an item of many paragraphs": lambda size: "- a\n\n" + "  b\n\n" * (size // 5),
    "an item of many lines": lambda size: "- a\n" + "  b\n" * (size // 4),
    "an item of many lazy lines": lambda size: "- a\n" + "b\n" * (size // 2),
    "a quotation of many lazy lines": lambda size: "> a\n" + "b\n" * (size // 2),
    "indentation ever deeper": lambda size: "".join(" " * n + "a\n" for n in range(int((2 * size) ** 0.5) - 2)),
    "tags nested": _nested("<div>", "</div>"),
    "tags nested, in lines": _nested("<div>\n", "</div>\n"),
    "inline tags nested": _nested("<b>", "</b>"),
    "inline tags nested, with emphasis": _nested("*<b>", "</b>*"),
    "details nested": _nested("<details><summary>a</summary>\n\n", "</details>\n\n"),
    "comments nested": _nested("<!-- ", " -->"),
    "a tag of many attributes": lambda size: "<div" + repeated(" a§=b")(size) + ">a</div>",
    "a tag of one attribute, many times": lambda size: "<div" + repeated(" a=b")(size) + ">a</div>",
    "an attribute that is long": lambda size: '<div title="' + "a" * size + '">a</div>',
    "an attribute that never ends": lambda size: '<div title="' + "a\n" * (size // 2),
    "a heading with many attributes": lambda size: "# a {" + repeated(" .a§")(size) + " }\n",
    "a table of many cells in a row": lambda size: _row("a", size // 6) + _row("-", size // 6) + _row("b", size // 6),
    "a table of many rows": lambda size: "|a|b|\n|-|-|\n" + "|c|d|\n" * (size // 6),
    "a table of as many rows as cells": _square,
    "a wide table of short rows": lambda size: _row("a", size // 8) + _row("-", size // 8) + "a|\n" * (size // 6),
    "a table of emphasis": lambda size: "|a|b|\n|-|-|\n" + "|*c|d*|\n" * (size // 8),
    "a table of code": lambda size: "|a|b|\n|-|-|\n" + "|`c`|`d|\n" * (size // 9),
    "a table of escaped bars": lambda size: "|a|b|\n|-|-|\n|" + "\\|" * (size // 2) + "|\n",
    "a table without an end": lambda size: "|a|b|\n|-|-|\n" + "c\n" * (size // 2),
    "references, then definitions": lambda size: _both("[a][r§] ", "[r§]: b\n", size),
    "shortcuts, then definitions": lambda size: _both("[r§] ", "[r§]: b\n", size),
    "notes, then definitions": lambda size: _both("a[^§]\n\n", "[^§]: b\n\n", size),
    "one definition, many references": lambda size: "[r]: b\n\n" + "[r] " * (size // 4),
    "one note, many references": lambda size: "[^r]: b\n\n" + "a[^r]\n\n" * (size // 7),
    "a definition with a long title": lambda size: "[r]: b '" + "a\n" * (size // 2) + "'\n\n[r]\n",
    "a link with a long text": lambda size: "[" + "a " * (size // 2) + "](b)",
    "a link with a long address": lambda size: "[a](" + "b" * size + ")",
    "a link with a long title": lambda size: '[a](b "' + "c " * (size // 2) + '")',
    "a label that is long": lambda size: "[" + "a" * size + "]: b\n",
    "an address that is long": lambda size: "https://a.vn/" + "b" * size,
    "an address of many points": lambda size: "https://a.vn/" + "." * size + " a",
    "an address of many brackets": lambda size: "https://a.vn/" + ")" * size,
    "an address of many names": lambda size: "https://" + "a." * (size // 2) + "vn",
    "mail to a long name": lambda size: "a" * size + "@b.vn",
    "code that is long": lambda size: "`" + "a " * (size // 2) + "`",
    "a fence that is long": lambda size: "```\n" + "a\n" * (size // 2) + "```\n",
    "a fence around a long line": lambda size: "```\n" + "a" * size + "\n```\n",
    "a fence that never ends": lambda size: "```\n" + "a\n\n" * (size // 3),
    "a comment that never ends": lambda size: "<!-- " + "a\n" * (size // 2),
    "a comment that is long": lambda size: "<!-- " + "a\n" * (size // 2) + "-->\n",
    "a heading that is long": lambda size: "# " + "a " * (size // 2) + "\n",
    "a heading of lines that is long": lambda size: "a\n" * (size // 2) + "===\n",
    "signs behind a heading": lambda size: "# a " + "#" * size + "\n",
    "blanks between words": lambda size: "a" + " " * size + "b",
    "blanks at the end of a line": lambda size: "a" + " " * size,
    "tabs between words": lambda size: "a" + "\t" * size + "b",
    "no-break spaces between words": lambda size: "a" + "\u00a0" * (size // 2) + "b",
    "blanks, then a sign": lambda size: " " * size + "*",
    "lines of blanks": lambda size: (" " * 1000 + "\n") * (size // 1001),
    "lines of blanks, then words": lambda size: (" " * 1000 + "\n") * (size // 1001) + "a",
    "blanks, then a bar": lambda size: "|" + " " * size + "|\n|" + "-" * 3 + "|\n",
    "a rule that is long": lambda size: "-" * size + "\n",
    "a rule of blanks": lambda size: "- " * (size // 2) + "\n",
    "a rule that is none": lambda size: "- " * (size // 2) + "-a\n",
    "a delimiter that is none": lambda size: "a|b\n" + "-|" * (size // 2) + "a\n",
    "a delimiter of blanks": lambda size: "a|b\n|" + " " * size + "-a\n",
    "a delimiter of dashes": lambda size: "a|b\n|" + "-" * size + "a\n",
    "a number that is long": lambda size: "9" * size + ". a\n",
    "a word that is long": lambda size: "a" * size,
    "a word of syllables": lambda size: "ngh" * (size // 3),
    "capital letters": lambda size: "A" * size,
    "a sentence without an end": lambda size: "hai cơ quan ký " * (size // 20),
    "entities that never end": lambda size: "&" + "a" * size,
    "a number that is an entity": lambda size: "&#" + "9" * size + ";",
    "every printable sign": lambda size: string.printable[:95] * (size // 95),
}  # fmt: skip


def _both(use: str, definition: str, size: int) -> str:
    times = size // (len(f"{use}{definition}".encode()) + 8)
    uses = "".join(use.replace("§", str(number)) for number in range(times))
    return uses + "\n\n" + "".join(definition.replace("§", str(number)) for number in range(times))


# Things that checks search for in plain text.
WORDS = (
    *("ngày 5/5/2020", "ngày 5 tháng 5 năm 2020", "ngày 6/5/2020", "Thứ Hai, ngày 05/05/2020", "thứ Ba 31/02/2020"),
    *("ký ngày 6/5/2020", "Ngày 6/5/2020, hai bên ký Quy chế.", "Lễ ký diễn ra ngày 6/5/2020.", "năm 2020", "5/5"),
    *("có hiệu lực từ ngày 6/5/2020.", "có hiệu lực trong 5 năm.", "hết hiệu lực ngày 6/5/2021.", "có hiệu lực kể từ ngày ký"),
    *("có hiệu lực", "hiệu lực thi hành", "thời hạn", "đến hết ngày", "hai bên ký", "ký kết", "Quy chế phối hợp"),
    *("Hai bên", "ba cơ quan", "hai người", "12 người", "hai mươi mốt điều", "gồm 5 chương, 21 điều", "5 bên", "21 Điều"),
    *("Cơ quan A", "Cơ quan B", "Cơ quan C", "co-quan-a", "Cơ quan A và Cơ quan B", "Cơ quan A ký với Cơ quan C.", "CQA"),
    *("Ông Nguyễn Văn A", "đồng chí Nguyễn Văn B", "Nguyễn Văn A, Bộ trưởng", "KT. BỘ TRƯỞNG", "Thủ trưởng", "ông", "bà"),
    *("MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "Mật", "Độ mật: Mật", "bí mật nhà nước", "LƯU HÀNH NỘI BỘ", "KHÔNG PHỔ BIẾN"),
    *("TODO", "XXX", "???", "...", "Lorem ipsum", "[điền tên]", "<tên>", "(xem sau)", "DỰ THẢO", "bản nháp", "______", "…………"),
    *("0912345678", "0912 345 678", "024 3733 6213", "001087012345", "012345678", "a@b.vn", "CCCD: 001087012345", "số 12/3"),
    *("Số 01/QCPH-A-B", "01/QCPH-A-B", "Luật số 11/2017/QH14", "Điều 5 khoản 2", "căn cứ", "Phụ lục 1", "100.000 đồng"),
    *("hoà hòa", "thuỷ thủy", "Hòa", "Hoà", "qui quy", "Công an", "cong an", "Ðồng", "Ɖồng", "đuợc", "nguời", "ngừoi"),
    *("а", "аbc", "Вộ", "Ԁ", "ﬁ", "Ⅳ", "１２", "x²", "½", "№", "™", "o\u0323\u0302", "a\u0300\u0301", "\u00c3\u00a1", "Ã¡"),
    *("Cé quy chÕ phèi hîp", "Coäng hoøa", "C«ng an", "thÞ", "Bé C«ng an", "Quoác hoäi", "Ä\u0091á»\u0093ng", "&#7897;"),
    *("hai bên hai bên", "của của", "và và", "tháng 13", "25 giờ", "09h30", "22:26", "thứ Tám", "quý 5", "thế kỷ", "khoảng 2012"),
    *("một hai ba", "mười", "trăm", "nghìn", "XII", "Chương IV", "I.", "(1)", "[1]", "{1}", "1.1.1", "a)", "- ", "i)"),
    *("năm năm", "ngày ngày ngày", "tháng năm", "từ ngày đến ngày", "kể từ ngày ký", "gia hạn", "sửa đổi", "thay thế Quy chế"),
)  # fmt: skip

_OPEN = f"{_TOP}agreement:\n{_SIGNED}"
_OTHER_AGREEMENT = f"{_OPEN}{_PARTIES}{_FIELDS}"
LISTS: Mapping[str, tuple[str, str, str]] = {
    **{
        f"{key}: {way}": (f"{_TOP}{before}", unit, after)
        for key, items in {
            "tags": ("tag §", "tag", "-", "Tag §!", "2020-05-05"),
            "authors": ("Người §", "Người"),
            "aliases": ("/tin/§.html", "/tin.html", "tin ?§"),
            "public_numbers": ("09123§", "0912345678"),
        }.items()
        for item in items
        for way, before, unit, after in (
            (f"{item!r} each on its line", f"{key}:\n", f"  - {item}\n", ""),
            (f"{item!r} in brackets", f"{key}: [", f"{item}, ", "a]\n"),
            (f"{item!r} in quotes", f"{key}:\n", f'  - "{item}"\n', ""),
        )
    },
    **{
        f"agreement.{key}: {way}": (f"{_OPEN}{rest}  {key}:{before}", unit, after)
        for key, rest, items in (
            ("parties", _FIELDS, ("co-quan-a", "co-quan-§", "Cơ quan §", "CQ§", "Cơ quan A và cơ quan §")),
            ("fields", _PARTIES, ("an-ninh", "an-ninh-§", "An ninh §")),
            ("legal_basis", _PARTIES + _FIELDS, ("Luật §", "Luật")),
            ("contact", _PARTIES + _FIELDS, ("0912345678", "Văn phòng §")),
            ("signatories", _PARTIES + _FIELDS, ("Nguyễn Văn §", "Nguyễn Văn A")),
            ("presided_by", _PARTIES + _FIELDS, ("Nguyễn Văn §",)),
            ("attended_by", _PARTIES + _FIELDS, ("Nguyễn Văn §", "Ông Nguyễn Văn §")),
            ("documents", _PARTIES + _FIELDS, ("a§.pdf", "a.pdf", "../../../a§.pdf")),
        )
        for item in items
        for way, before, unit, after in (
            (f"{item!r} each on its line", "\n", f"    - {item}\n", ""),
            (f"{item!r} in brackets", " [", f"{item}, ", f"{items[0]}]\n"),
        )
    },
    **{
        f"{key.strip()} {item}": (f"{before}{key}", f"{indent}- {item}\n", "")
        for key, before, indent, items in (
            ("photos:\n", _TOP, "  ", ("{src: a§.png, alt: b}", "{src: a.png, alt: b}", "{src: a§.png}", "{a§: b}")),
            ("  parties:\n", _OPEN + _FIELDS, "    ", ("{agency: co-quan-§}", "{agency: co-quan-§, signed_on: 5/5/2020}", "{lead: yes}")),
            (
                "  signatories:\n",
                _OTHER_AGREEMENT,
                "    ",
                (
                    "{name: Nguyễn §, party: co-quan-a}",
                    "{name: Nguyễn §, party: co-quan-§}",
                    "{name: Nguyễn, party: co-quan-b}",
                    "{name: Nguyễn §, on_behalf: KT}",
                    "{name: Nguyễn §, also: [Bộ trưởng §]}",
                    "{name: Nguyễn A, position: Bộ trưởng §}",
                    "{nam: Nguyễn}",
                ),
            ),
            ("  attended_by:\n", _OTHER_AGREEMENT, "    ", ("{name: Nguyễn §, position: Bộ trưởng}", "{position: a}")),
            (
                "  events:\n",
                _OTHER_AGREEMENT,
                "    ",
                (
                    "{kind: amended, on: 2021-01-01}",
                    "{kind: extended, on: 2021-01-01, until: 2030}",
                    "{kind: reviewed, on: 20§}",
                    "{kind: suspended, on: 2021-05}",
                    "{kind: terminated, on: 2021, parties: [co-quan-a, co-quan-b]}",
                    "{kind: terminated, on: 2021, parties: [co-quan-§]}",
                    "{kind: khai trương}",
                    "{kind: signed, on: 2020-05-05}",
                ),
            ),
            (
                "  relations:\n",
                _OTHER_AGREEMENT,
                "    ",
                (
                    "{kind: amends, to: bai-§}",
                    "{kind: amends, to: bai}",
                    "{kind: related, external: Luật §}",
                    "{kind: based_on, external: {title: Luật §, number: 1/2020}}",
                    "{kind: replaces, to: 0§/QC}",
                    "{kind: a§, to: b}",
                ),
            ),
            ("  documents:\n", _OTHER_AGREEMENT, "    ", ("{file: a§.pdf, kind: annex}", "{file: a§.pdf, sha256: a}", "{kind: x}")),
        )
        for item in items
    },
    "events of many parties": (f"{_OTHER_AGREEMENT}  events:\n    - {{kind: terminated, on: 2021, parties: [", "co-quan-§, ", "a]}\n"),
    "a signatory of many posts": (f"{_OTHER_AGREEMENT}  signatories:\n    - {{name: A, also: [", "Bộ trưởng §, ", "a]}\n"),
    "lists in lists": (f"{_TOP}tags: ", "- ", "a\n"),
    "brackets nested": (f"{_TOP}tags: ", "[", "\n"),
    "braces nested": (f"{_TOP}tags: ", "{a: ", "\n"),
    "a list of empty items": (f"{_TOP}tags:\n", "  -\n", ""),
    "a list of lists": (f"{_TOP}tags:\n", "  - [a, b]\n", ""),
    "a list of mappings": (f"{_TOP}tags:\n", "  - {a: b}\n", ""),
    "commas in brackets": (f"{_TOP}tags: [", ",", "a]\n"),
    "pairs in brackets": (f"{_TOP}tags: [", "a: b, ", "a]\n"),
    "values cut off in braces": (f"{_TOP}source: {{name: ", "Bộ A, ", "code: b}\n"),
    "brackets over lines": (f"{_TOP}tags: [\n", "  tag §,\n", "]\n"),
    "braces over lines": (f"{_TOP}source: {{\n", "  name§: a,\n", "}\n"),
}  # fmt: skip

_VALUES: Mapping[str, Make] = {
    "a long word": lambda size: "a" * size,
    "words": lambda size: "a " * (size // 2) + "a",
    "folded lines": lambda size: ">\n" + "  a\n" * (size // 4),
    "folded lines, chomped": lambda size: ">-\n" + "  a\n" * (size // 4),
    "folded blank lines": lambda size: ">-\n" + "  a\n\n" * (size // 5) + "  a",
    "literal lines": lambda size: "|\n" + "  a\n" * (size // 4),
    "literal lines like keys": lambda size: "|\n" + "  title: a\n" * (size // 11),
    "literal blank lines": lambda size: "|\n" + "\n" * size + "  a",
    "lines ever deeper": lambda size: "|\n" + "".join(" " * (2 + n) + "a\n" for n in range(int((2 * size) ** 0.5) - 4)),
    "plain lines": lambda size: "a\n" + "  a\n" * (size // 4),
    "plain lines like keys": lambda size: "a\n" + "  title:a\n" * (size // 10),
    "plain lines like items": lambda size: "a\n" + "  • a\n" * (size // 8),
    "plain lines behind its key": lambda size: "\n" + "  a\n" * (size // 4),
    "plain lines of comments": lambda size: "a\n" + "  #a\n" * (size // 5),
    "plain blank lines": lambda size: "a\n" + "\n" * size + "  b",
    "quoted lines": lambda size: '"a\n' + "  a\n" * (size // 4) + '"',
    "quoted lines like keys": lambda size: "'a\n" + "  title: a\n" * (size // 11) + "'",
    "quoted blank lines": lambda size: "'a\n" + "\n" * size + "'",
    "a quote that never ends": lambda size: '"a\n' + "  a\n" * (size // 4),
    "quotes": lambda size: "'" * (size // 2 * 2),
    "double quotes": lambda size: '"' + '\\"' * (size // 2) + '"',
    "escapes": lambda size: '"' + "\\n" * (size // 2) + '"',
    "backslashes": lambda size: '"' + "\\\\" * (size // 2) + '"',
    "backslashes at the ends of lines": lambda size: '"' + "a\\\n" * (size // 3) + '"',
    "typographic quotes": lambda size: "“a” " * (size // 8),
    "typographic quotes opened": lambda size: "“" * (size // 3),
    "blanks": lambda size: "a" + " " * size + "b",
    "blanks at its end": lambda size: "a" + " " * size,
    "tabs": lambda size: "a" + "\t" * size + "b",
    "colons": lambda size: "a:" * (size // 2) + "a",
    "colons with spaces": lambda size: "a: " * (size // 3) + "a",
    "hashes": lambda size: "a#" * (size // 2),
    "hashes with spaces": lambda size: "a #" * (size // 3),
    "hashes with two spaces": lambda size: "a  #" * (size // 4),
    "commas": lambda size: "a, " * (size // 3),
    "dashes": lambda size: "- " * (size // 2) + "a",
    "question marks": lambda size: "? " * (size // 2) + "a",
    "dates": lambda size: "5/5/2020 " * (size // 9),
    "digits": lambda size: "9" * size,
    "a comment behind it": lambda size: "a # " + "b" * size,
    "blanks before a comment": lambda size: "a" + " " * size + "# b",
    "a bracket, then blanks": lambda size: "[" + " " * size + "a]",
    "a bracket, then blank lines": lambda size: "[" + "\n" * size + "  a]",
    "anchors": lambda size: "&a " * (size // 3) + "b",
    "a long anchor": lambda size: "&" + "a" * size + " b",
    "a long alias": lambda size: "*" + "a" * size,
    "a long tag": lambda size: "!" + "a" * size + " b",
    "exclamation marks": lambda size: "!" * size,
    "percent signs": lambda size: "!<" + "%41" * (size // 3) + "> b",
}  # fmt: skip


def _around(before: str, make: Make, after: str = "\n") -> Make:
    return lambda size: before + make(size) + after


YAML: Mapping[str, Make] = {
    **{
        f"{unit!r}": repeated(unit)
        for unit in (
            *("a§: b\n", "a: b\n", "title: a\n", "titel§: a\n", "tag§: [a]\n", "a§:\n", "a§: {b: c}\n", "a§:\n  b: c\n", "tags: a\n"),
            *("# a\n", "#\n", "#a\n", "a§: b # c\n", "a§: b #c\n", "a§: #b\n", "\n", " \n", "  \n", "\t\n", "\ta: b\n", " a§: b\n"),
            *("- a\n", "-\n", "- a: b\n", "-a\n", "---\n", "...\n", "--- a\n", "--\n", "%a\n", "? a\n", "? a\n: b\n", ": a\n", "?\n"),
            *("a§: &b c\n", "a§: *b\n", "&a ", "*a ", "&a§ ", "a§: !b c\n", "! ", "!!str a\n", "<<: *a\n", "a§: @b\n", "a§: `b\n"),
            *("a§: 'b'\n", 'a§: "b"\n', "a§: 'b\n", 'a§: "b\n', "a§: ''\n", "a§: 'b''c'\n", 'a§: "\\n"\n', 'a§: "\\u00e1"\n'),
            *("a§: |\n  b\n", "a§: >\n  b\n", "a§: >-\n  b\n", "a§: |+\n\n", "a§: |2\n  b\n", "a§: |\n", "a§: >b\n"),
            *("a§: b: c\n", "a§ : b\n", "a§:b\n", "a§：b\n", "a b: c\n", "a§= b\n", "“a§”: b\n", "a§: “b”\n", "a§: • b\n"),
            *("a§: [\n", "a§: {\n", "a§: ]\n", "a§: [b\n", "a§: {b\n", "a§: [b]c\n", "a§: {b: c, d}\n", "a§: b, c\n"),
            *("lead: a\n", "  a\n", "a\n", "a§: b\n  c\n", "a§: b\nc\n", "a§: b\n    c: d\n", "a§: b\n  - c\n", "a§: ~\n", "a§: null\n"),
            *("published: 2020-05-05\n", "agreement:\n", "  type: a\n", "a.b§: c\n", "1: 2\n", "'a§': b\n", '"a§": b\n', "a§: -\n"),
            *("a§:\tb\n", "a§:  b\n", "a§: b \n", "\u00a0a§: b\n", "a§:\u00a0b\n", "a§: b\u200b\n", "a§: \u2028b\n", "\ufeff", "\\"),
        )
    },
    **{
        f"license that is {name}": _around("license: ", make)
        for name, make in _VALUES.items()
    },
    "a long key": lambda size: "a" * size + ": b\n",
    "a long key of words": lambda size: "a " * (size // 2) + ": b\n",
    "a long key of points": lambda size: "a." * (size // 2) + ": b\n",
    "a long quoted key": lambda size: "'" + "a" * size + "': b\n",
    "indentation ever deeper": lambda size: "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5) - 3)),
    "indentation ever less deep": lambda size: "".join(" " * n + "a:\n" for n in reversed(range(int((2 * size) ** 0.5) - 3))),
    "keys ten deep": lambda size: "".join("  " * (n % 10) + f"a{n}:\n" for n in range(size // 18)),
    **{
        f"{key} that is {name}": _around(f"{key}: ", repeated(text))
        for key in ("updated", "slug", "section", "lang", "license", "expires", "comments", "clearance", "source", "draft")
        for name, text in {"long": "a", "of words": "ab cd ", "of digits": "1", "of dates": "5/5/2020 ", "of hyphens": "a-"}.items()
    },
    **{
        f"agreement.{key} that is {name}": _around(f"agreement:\n{_PARTIES}{_FIELDS}  {key}: ", repeated(text))
        for key in ("type", "title", "number", "signed_on", "signed_at", "scope", "effective_on", "expires_on", "clauses",
                    "effective_method", "text_public", "id", "review")
        for name, text in {"long": "a", "of words": "ngày ký ", "of digits": "1", "of dates": "5/5/2020 ", "of signs": "/"}.items()
    },
    **{
        f"agreement.{key} of one that is {name}": _around(
            f"agreement:\n{_SIGNED}{_PARTIES}{_FIELDS}".replace(f"  {key}:", f"  x{key}:") + f"  {key}: [",
            repeated(text),
            ", co-quan-b]\n",
        )
        for key in ("parties", "fields", "signatories", "documents", "attended_by", "legal_basis")
        for name, text in {"long": "a", "of words": "Bộ Công an ", "of hyphens": "co-quan-", "of points": "../", "of capitals": "AB"}.items()
    },
}  # fmt: skip

OTHERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (AGENCY, "name: A\n", ("a§: b\n", "# a\n", "\n", " \n", "a\n", "name: b\n", "- a\n", "&a ", "*a ", "[", "'")),
    (AGENCY, "name: A\naliases:\n", ("  - Tên §\n", "  - Tên\n", "  - {a: b}\n")),
    (AGENCY, "name: A\nabbreviations:\n", ("  - CQ§\n", "  - CQ\n")),
    (AGENCY, "name: A\naliases: [", ("Tên §, ", "Tên, ", "[", "{a: b}, ")),
    (AGENCY, "name: A\nnames:\n", ("  - {name: Tên §, until: 2010}\n", "  - {name: Tên, from: 2010}\n")),
    (AGENCY, "name: A\npredecessors:\n", ("  - co-quan-§\n", "  - co-quan-b\n")),
    (AGENCY, "name: A\nsuccessors:\n", ("  - co-quan-§\n", "  - {agency: co-quan-b, on: 2021}\n")),
    (AGENCY, "name: ", ("a", "Bộ ", "1", "“")),
    (SITE, _SITE, ("a§: b\n", "# a\n", "\n", " \n", "title: a\n", "&a ", "[", "'")),
    (SITE, f"{_SITE}links:\n", ("  - https://a.vn/§\n", "  - https://a.vn/\n", "  - {a: b}\n", "  - {label: a§, url: https://a.vn}\n")),
    (SITE, f"{_SITE}menu:\n", ("  - https://a.vn/§\n", "  - {label: a§, url: /b}\n", "  - /b§\n")),
    (SITE, f"{_SITE}sections:\n", ("  muc-§: {vi: Mục §, en: Section §}\n", "  muc-§: Mục\n", "  muc: Mục\n")),
    (SITE, f"{_SITE}languages:\n", ("  - vi\n", "  - en\n", "  - a§\n")),
    (SITE, f"{_SITE}trusted_roots:\n", ("  - a§.pem\n", "  - a.pem\n")),
    (SITE, f"{_SITE}description: ", ("a", "Bộ ", "1")),
    (VOCABULARY, _VOCABULARY, ("  a-§: {vi: Loại §, en: Type §}\n", "  a-§: Loại\n", "a§: b\n", "  an-ninh: a\n", "\n", "  [")),
    (VOCABULARY, "fields:\n  an-ninh: An ninh\ntypes:\n  quy-che: Quy chế\n", ("  a-§: {vi: Loại §, en: Type §}\n", "  a-§: a\n")),
)  # fmt: skip

WHOLE: Mapping[str, Make] = {
    **{
        f"nothing but {unit!r}": repeated(unit)
        for unit in (
            *("a", "\n", " ", "---\n", "-", "---\na: b\n", "a: b\n", "\0", "\ufeff", "\t", "#", "\r", "ấ", "Ã¡", "“", "title: a\n"),
            *("--- ", "---\n\n", "—\n", "- - ", "=== ", "***\n", "~~~\n", "...\n", "\u00a0", "<<<<<<< a\n", "\x80", "TODO "),
        )
    },
    "front matter that never ends": lambda size: _article(_TOP, "") + repeated("a§: b\n")(size - 200),
    "front matter that never ends, with words": lambda size: _article(_TOP, "") + "\nA b c.\n" * (size // 9),
    "front matter with almost an end": lambda size: _article(_TOP, "--- -\n") + "\nA b c.\n" * (size // 9),
    "front matter with many blank lines": lambda size: _article(_TOP + "\n" * (size - 300)),
    "a beginning of blanks": lambda size: " " * (size - 300) + _article(_TOP),
    "a beginning of blank lines": lambda size: "\n" * (size - 300) + _article(_TOP),
    "fences with blanks": lambda size: "---" + " " * (size // 2) + f"\n{_TOP}---" + " " * (size // 2 - 300) + "\n\nA.\n",
    "fences that are none": lambda size: f"---\n{_TOP}" + ("---" + " " * 1000 + "a\n") * (size // 1005),
    "a beginning of comments": lambda size: "---\n" + "#\n" * (size // 2 - 200) + f"{_TOP}---\n\nA.\n",
    "fences with comments": lambda size: f"---\n{_TOP}---\n\n" + ("---\n" + "# a\n" * 250) * (size // 1005),
}  # fmt: skip
