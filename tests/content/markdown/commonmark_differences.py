"""Intended differences between our HTML and that of the examples in CommonMark 0.31.2, by section.

Examples are given by their numbers in the text of CommonMark.
"""

PASTED = "what Word writes: items indented like code, lines that each end with a semicolon"
WORD_IS_NO_ADDRESS = "[note]: word would vanish, since a word alone is taken for an address"
UNKNOWN_HTML = "words in angle brackets that HTML does not know are words"
UNPAIRED = "a tag without its other half is shown as it was typed, and told"
WORD_ELEMENT = "elements of Word's own, such as <o:p>, are taken out, and told"
MARKS_IN_TAGS = "signs within a tag or an address in brackets are read: code and emphasis are found before tags"
BOLD_BESIDE_SIGNS = "asterisks beside quotes or a full stop open and close: officials write **Điều 1.**Phạm vi"
NO_BREAK_SPACE = "a no-break space is no part of an address, so this is no link, and told"
LINK_IN_LINK = "which of two links in each other counts is Python-Markdown's choice; both lead to the same"
CHAINS = "[a] [b] and [a][b][c] are read as Python-Markdown does; which of them is meant is anybody's guess"
CAPTION = "a picture with a title that stands alone is a figure with a caption"
ALT = "the description of a picture is words, not Markdown"
SCHEME = "only addresses that an article may lead to are links; others stay as they were typed"
BARE = "addresses without brackets are links, as on GitHub"
LABELS = "names of links are compared as Python-Markdown does, without escapes in them"

DIFFERENCES: dict[str, dict[str, tuple[int, ...]]] = {
    "Tabs": {},
    "Precedence": {},
    "Thematic breaks": {},
    "ATX headings": {},
    "Setext headings": {},
    "Indented code blocks": {},
    "Fenced code blocks": {},
    "HTML blocks": {UNKNOWN_HTML: (150, 163), UNPAIRED: (187,)},
    "Link reference definitions": {LABELS: (194,), UNKNOWN_HTML: (201,), WORD_IS_NO_ADDRESS: (203, 204)},
    "Backslash escapes": {},
    "Entity and numeric character references": {PASTED: (25, 28)},
    "Inlines": {},
    "Code spans": {MARKS_IN_TAGS: (344, 346)},
    "Emphasis and strong emphasis": {BOLD_BESIDE_SIGNS: (352, 380), MARKS_IN_TAGS: (476, 477)},
    "Links": {
        UNKNOWN_HTML: (491,),
        UNPAIRED: (494,),
        NO_BREAK_SPACE: (507,),
        MARKS_IN_TAGS: (524, 526, 536, 538),
        LINK_IN_LINK: (532, 533),
        LABELS: (540, 549, 550, 559),
        CHAINS: (542, 543, 569, 571),
    },
    "Images": {CAPTION: (572, 584, 586, 588, 591), ALT: (573, 574, 576, 577, 585, 589)},
    "Autolinks": {SCHEME: (596, 598, 599, 601), BARE: (602, 603, 608, 611, 612), WORD_ELEMENT: (609,)},
    "Raw HTML": {UNPAIRED: (613, 614, 615, 616, 623, 630, 631), UNKNOWN_HTML: (617, 628)},
    "Hard line breaks": {UNPAIRED: (642, 643)},
    "Soft line breaks": {},
    "Textual content": {},
    "Paragraphs": {},
    "Blank lines": {},
    "Block quotes": {PASTED: (238,)},
    "List items": {PASTED: (289,)},
    "Lists": {PASTED: (312,)},
}
