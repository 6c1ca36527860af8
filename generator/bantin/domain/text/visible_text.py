"""The visible text of a line of Markdown or HTML: without tags, with entities decoded."""

import re

from bantin.domain.text.html_entities import unescape

# Tags that do not begin a new line.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "wbr",
    ]
)
_TAG = re.compile(r"<!--[^<>]*-->|</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])([^<>]*)>|<(https?://|mailto:)[^<>\s]*>")
_TEXT_ATTRIBUTE = re.compile(r"\b(?:alt|title|label|caption|aria-label)\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
# The address of a link with its optional title, and attributes in braces.
_ADDRESS = re.compile(r"\]\(\s*<?[^()\s\"]*>?([^()]*)\)")
_ATTRIBUTES = re.compile(r"\{[.#:][^{}]*\}")
_LOOK_ALIKES = str.maketrans(
    {
        **dict(zip("АВЕКМНОРСТУХІаеорсухі", "ABEKMHOPCTYXIaeopcyxi", strict=True)),
        **dict(zip("ＭＴＵＹＯＩｍｔｕｙｏｉᴍᴛᴜʏᴏɪ", "MTUYOImtuyoiMTUYOI", strict=True)),
        "м": "m", "т": "t", "Ａ": "A", "ａ": "a",
    }
)  # fmt: skip
_MARKS = ("\u0302\u0323", "\u0323\u0302")


def plain(line: str) -> str:
    """The visible text of ``line``; contents of block tags and titles of links and images are on lines of their own.

    Letters of other alphabets that look like Latin ones are replaced with these.
    """
    if "&" in line:
        line = unescape(line)
    if "<" in line:
        line = _TAG.sub(_shown, line)
    if "](" in line:
        line = _ADDRESS.sub(lambda match: f"\n{match[1]}\n" if match[1].strip() else "", line)
    if "{" in line:
        line = _ATTRIBUTES.sub("", line)
    if not line.isascii():
        line = line.translate(_LOOK_ALIKES)
        for marks in _MARKS:
            line = line.replace(f"A{marks}", "Ậ").replace(f"a{marks}", "ậ")
    return line


def _shown(tag: re.Match[str]) -> str:
    name, attributes = tag[1] or "", tag[2] or ""
    texts = "\n".join(one[1:-1] for one in _TEXT_ATTRIBUTE.findall(attributes))
    if texts:
        return f"\n{texts}\n"
    return "" if name.lower() in _INLINE or not name else "\n"
