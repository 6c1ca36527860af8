"""Pieces of Markdown: those that the fast path converts, those that it must leave alone, and mixtures of both."""

from hypothesis import strategies as st

from tests.content.strategies import HTML, MARKDOWN

# All forms of what the fast path converts.
PLAIN = (
    "Bộ Công an và Bộ Y tế ký Quy chế.",
    "Theo **Bộ Y tế**, lễ ký (khối 2) diễn ra\nngày 20/11/2012; **ba** bên dự.",
    "“Nói”\n12 điều – gạch",
    "Xem [danh mục](/co-quan/) và [văn bản](https://example.com/a_b?c=d#e), [mục](#hai-ba) (*Ảnh*: b.md).",
    "[a](b.md)[a](b.md) [1](../2021/x%20y.md#z)\n*Nghiêng* **đậm.** 20.000 đồng",
    "# Một",
    "## Hai  ba",
    "## 1. Mục **đích**\nLiền ngay dưới.",
    "#### Bốn\n- một;\n- hai.",
    "### **Điều 1.** *Nghiêng*\n> Trích\n",
    "# Ba\n## Ba\n| a | b |\n|---|---|\n| c | d |",
    "* Bộ **Y** tế;\n* (hai) ba",
    "- một\n  hai *ba*;\n- [bốn](bon.md)",
    "1. Điều\n2. **Mục**",
    "12. Điều\n   mười hai\n3. Mục",
    "> Lời *của* “họ”\n> [nói](#mot)",
    "> Một đoạn\n>\n> hai đoạn",
    "| Đơn vị | Số |\n| :-- | --: |\n| *Bộ* | 20 |\n| [Sở](so.md) | |",
    "|a|\n|:-:|\n|b|",
)
# The same for footnotes, if they are in this order.
FOOTNOTES = ("Một[^1].", "Hai[^2] *ba*[^3],\nbốn", "[^1]: Chú thích.\n[^2]: *Hai*", "[^3]: Xem [đây](b.md).")
# Everything else: the rest of Markdown, and near misses.
OTHER = (
    "KT. BỘ\nTHỨ", "a;\nb;\nc;", "A: b\nC: d", "**Điều 1.** a\n**Điều 2.** b", "BỘ CÔNG AN VIỆT NAM\nký", "1.a\n2.b",
    "“Nói”\n12 điều\n– gạch", "- a\n* b", "1) a\n2) b", "1. a\n3. b", "o  a", "a:\n- b", "a\n1. b", "a\n2. b",
    "a.\n2. b", "• a\n• b", "a:\n– b\n– c", "a:\n-b\n-c", "a:\na) b\nb) c", "Điều 1. A\nĐiều 2. B", "1. a\nĐiều 2. B",
    "a\tb\nc\td", "\ta b", "    Một hai", "- a.\nB", "| a | b |\n| c | d |", "a\n| b |\n|---|", "- [ ] a\n- [x] b",
    "- ```\n  a\n  ```", "- a\n  - b\n    - c", "1. a\n   - b", "> a\nb", "<details>\n\na *b*\n\n</details>", "###a",
    "a.\n---", "```\na", "12. x", "1.", "1.  a", "1. a\n\n2. b", "1. a\n   - b", "+ a", "-", "- ", "- - a", "- 1. a",
    "- # a", "- a\n    - b", "    - b", "    a", "   a", "a\n- b", "a\n# b", "# b\n> c", "# a\n===", "#", "# a *b*",
    "# a & b", "## Hai ba {#mot}", "####### a", "#a", "Một\n===", "Một\n---", "---", "* * *", "```\na\n```", "~~~",
    "[r]: u.md", "[^1]: a", "[^1]: a\n\n    b", "a[^1] [b][r]", "[^1]:", "a\n{: #hai-ba }", ">", ">a", "> > a",
    "> 1. a", "> a\nb", "> a\n\n> b", "> - a\n> - b", "> ```\n> a\n> ```", "> [^1]: a", "|", "a | b\n--|--\nc | d",
    "| a |", "| a | b |\n|---|\n| c | d |", "| a\n|---|", "|---|---|", "| a | b |\n|---|---|",
    "| a | b |\n|---|---|\n| c |\n| d | e | f |", "| a | `b|` |\n|---|---|\n| c \\| | d |", "*a*", "**a", "a**",
    "**a*b**", "**a**b", "***a***", "__a__", "_a_", "a*b*", "*a*b", "* a*", "*a\nb*", "*a **b** c*", "`a`", "\\*",
    "1\\. a", "[a](b.md) [a](b.md)", "[a](#mot) [b](#hai-ba)", "[a](javascript:x)", "[a](b.md 'c')", "[a](<b.md>)",
    "[a](https://1.2.3)", "[a](//b.vn)", "[a](b", "[a](b)]", "[[a](b)", "![[a](b)](c)", "[a](b(c))", "[r](u.md)[r]",
    "[a] [r](u.md)", "\\[a](b)", "*[a](b)*", "[*a*](b)", "![](b.jpg)", '![a](b.jpg "c")', "a & b &amp;", "&#7;",
    "<b>a</b>", "<div>", "</div>", "<!--", "-->", "<http://a.vn>", "a  \nb", "a ", "\u00a0", "///Footnotes Go Here///",
    "\x0c", "\x02", "",
)  # fmt: skip
GAPS = ("\n\n", "\n", "\n\n\n", "\n\n\n\n", "\n \n", "\n    \n", "\n\t\n", "  \n", "\r\n\r\n")
_SPANS = (
    "a", "Đ", "1.", " ", "  ", ", ", "!", "(", ")", "“", '"', "'", "*", "**", "_", "|", "[", "]", "](", "\\", "`",
    "&", "\n",
    "*a*", "**b c**", "[a](b.md)", "[a](#mot)", "[a b](https://x.vn/y)", "[a](http://x)", "![a](b)", "[a](b_c)",
)  # fmt: skip
_STARTS = ("", "- ", "* ", "1. ", "2. ", "10. ", "> ", ">", "> - ", "# ", "### ", "  ", "   ", "    ", "+ ")
_RULES = ("-", ":-", "--:", " :-: ", "")

_spans = st.lists(st.sampled_from(_SPANS), max_size=9).map("".join)
_starts = st.sampled_from(_STARTS)
_lines = st.lists(st.tuples(_starts, _spans).map("".join), max_size=4).map("\n".join)
_alike = st.tuples(_starts, st.lists(_spans, min_size=1, max_size=4)).map(
    lambda pair: "\n".join(pair[0] + line for line in pair[1])
)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    width = st.sampled_from((2, 2, 2, 1, 3))
    head = draw(st.lists(_spans, min_size=1, max_size=3))
    rule = draw(st.lists(st.sampled_from(_RULES), min_size=len(head), max_size=len(head)))
    rows = [draw(st.lists(_spans, min_size=one, max_size=one)) for one in draw(st.lists(width, max_size=3))]
    return "\n".join("| " + " | ".join(cells).replace("\n", " ") + " |" for cells in (head, rule, *rows))


_gaps = st.sampled_from(GAPS) | st.just("\n\n")
_blocks = st.one_of(
    st.sampled_from(PLAIN),
    st.sampled_from(OTHER),
    st.text(st.sampled_from("aĐạ,. \n-#*1"), max_size=12),
    _lines,
    _alike,
    _tables(),
)

_footnotes = st.lists(st.sampled_from((*FOOTNOTES, *PLAIN)), max_size=3).map(
    lambda others: "\n\n".join((*FOOTNOTES[:2], *others, *FOOTNOTES[2:]))
)
_blocks |= st.sampled_from(FOOTNOTES) | _footnotes
joined = st.lists(st.tuples(_blocks, _gaps), max_size=9).map(lambda pairs: "".join(block + gap for block, gap in pairs))
"""Blocks of any kind."""


@st.composite
def sprinkled(draw: st.DrawFn) -> str:
    """Blocks of any kind with random signs inserted."""
    text = draw(joined)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(MARKDOWN + HTML)) + text[at + draw(st.integers(0, 1)) :]
    return text
