"""Where our HTML differs on purpose from what CommonMark 0.31.2 says of its examples, section by section.

A section that is not named here is not compared yet. Numbers are those of the examples in the text of CommonMark.
"""

PASTED = "items that are indented like code, or would run on with the words above: Word writes them so"
CODE_SPACES = "a code span of nothing but space is empty"
WORD_IS_NO_ADDRESS = "[note]: word would vanish, since a word alone is taken for an address"
UNKNOWN_HTML = "words in angle brackets that HTML does not know are no block of HTML"
LABELS = "names of links are compared as Python-Markdown does, without escapes in them"

DIFFERENCES: dict[str, dict[str, tuple[int, ...]]] = {
    "Tabs": {},
    "Precedence": {},
    "Thematic breaks": {},
    "ATX headings": {},
    "Setext headings": {},
    "Indented code blocks": {},
    "Fenced code blocks": {CODE_SPACES: (138,)},
    "HTML blocks": {UNKNOWN_HTML: (163,)},
    "Link reference definitions": {LABELS: (194,), WORD_IS_NO_ADDRESS: (203, 204)},
    "Paragraphs": {},
    "Blank lines": {},
    "Block quotes": {PASTED: (238,)},
    "List items": {PASTED: (289,)},
    "Lists": {PASTED: (312,)},
}
