"""Mistakes in the blocks of a text: lists, tables, code, text pasted from Word or Excel."""

from tests.mistakes.mistake import TEXT_LINE, Mistake, in_text


def row(name: str, text: str, code: str, line: int = 1, *, mended_line: str = "") -> Mistake:
    """A mistake in the text of the article, on line ``line`` of the text, counted from 1."""
    return Mistake(name, in_text(text), code, TEXT_LINE + line - 1, mended=mended_line, whole_line=bool(mended_line))


TABLE = "| Bên | Số |\n|---|---|\n| A | 1 |\n"
DEAD = "[bài](../2019/khong-co.md)"

LISTS = (
    row(
        "a paragraph right below a list",
        "Hai bên:\n\n- trao đổi thông tin;\n- phối hợp kiểm tra.\nHội nghị kết thúc lúc 11 giờ.\n",
        "line-joins-item",
        5,
    ),
    row(
        "a paragraph right below a numbered list",
        "1. Lập kế hoạch.\n2. Thực hiện.\nHai bên cam kết.\n",
        "line-joins-item",
        3,
    ),
    row("a paragraph right below an inner list", "- cấp một\n  - cấp hai.\nHai bên cam kết.\n", "line-joins-item", 3),
    row("a paragraph right below bullets of Word", "• Một.\n• Hai.\nHai bên cam kết.\n", "line-joins-item", 3),
    row("a sentence right below a list", "- Một;\n- Hai!\nNguyễn Văn A phát biểu\n", "line-joins-item", 3),
    row("a bullet without words at the end", "- trao đổi;\n- phối hợp.\n-\n", "empty-item", 3),
    row("a number without words", "1. Lập kế hoạch\n2.\n3. Thực hiện\n", "empty-item", 2),
    row("a task without words", "- [x] Họp\n- [ ]\n", "empty-item", 2),
    row("a bullet of Word without words", "• Một\n•\n", "empty-item", 2),
    row("a task without a space in its brackets", "- [] Ký quy chế\n", "task-sign", mended_line="- [ ] Ký quy chế"),
    row("a task ticked with a v", "- [x] Họp\n- [v] Ký quy chế\n", "task-sign", 2, mended_line="- [x] Ký quy chế"),
    row("a task without a space behind its brackets", "* [x]Ký quy chế\n", "task-sign", mended_line="* [x] Ký quy chế"),
    row("a task without a space before its brackets", "-[ ] Ký quy chế\n", "task-sign", mended_line="- [ ] Ký quy chế"),
    row("a task in a list of tasks", "- [ ] Chung\n  - [ x ] Riêng\n", "task-sign", 2, mended_line="  - [x] Riêng"),
    row("a task ticked with a sign", "1. [✓] Ký quy chế\n", "task-sign", mended_line="1. [x] Ký quy chế"),
)
HEADINGS = (
    row("a heading without a space", "##Nội dung\n\nHai bên ký.\n", "heading-needs-space", mended_line="## Nội dung"),
    row("a numbered heading without a space", "###1. Phạm vi\n", "heading-needs-space", mended_line="### 1. Phạm vi"),
    row(
        "a heading with a space that does not break",
        "##\u00a0Nội dung\n",
        "heading-needs-space",
        mended_line="## Nội dung",
    ),
    row("a heading without a space in a list", "- ##Mục\n", "heading-needs-space", mended_line="- ## Mục"),
    row(
        "a heading without a space below words", "Hai bên ký.\n##Mục\n", "heading-needs-space", 2, mended_line="## Mục"
    ),
    row("a heading without words", "Hai bên ký.\n\n##\n\nHết.\n", "empty-heading", 3),
    row("hyphens right below a sentence", "Hội nghị kết thúc lúc 11 giờ.\n---\n", "became-heading", 2),
    row("hyphens right below several lines", "Hội nghị kết thúc\nlúc 11 giờ\n-----\nHết\n", "became-heading", 3),
    row("equals signs right below a sentence", "Hai bên thống nhất:\n====\n", "became-heading", 2),
    row("hyphens below a sentence in a quotation", "> Hai bên thống nhất.\n> ---\n", "became-heading", 2),
)
TABLES = (
    row("a bar in the words of a cell", "| Bên | Số |\n|---|---|\n| A|B | 1 |\n", "cells-lost", 3),
    row("a row with a cell too many", f"{TABLE}| B | 2 | ghi chú |\n", "cells-lost", 4),
    row("a row too long in a list", "- Bảng:\n\n  | Bên | Số |\n  |---|---|\n  | A | 1 | x |\n", "cells-lost", 5),
    row("rows with empty lines between them", "| Bên | Số |\n\n|---|---|\n\n| A | 1 |\n", "row-alone", 1),
    row("a row below an empty line", f"{TABLE}\n| B | 2 |\n", "row-alone", 5),
    row("a paragraph right below a table", f"{TABLE}Nguồn: Bộ Công an.\n", "line-joins-table", 4),
    row("a row that lacks its bars", f"{TABLE}B 2\n", "line-joins-table", 4),
)
QUOTES_AND_NOTES = (
    row("a paragraph right below a quotation", "> Hợp tác là chìa khóa.\nÔng A nói thêm.\n", "line-joins-quote", 2),
    row("a paragraph right below an inner quotation", "> > Đồng ý.\nÔng A nói thêm.\n", "line-joins-quote", 2),
    row("a paragraph right below a footnote", "Ký[^1].\n\n[^1]: Theo Bộ Công an.\nHết.\n", "line-joins-note", 4),
)
CODE = (
    row("code that is not closed", "Gõ lệnh:\n\n```\nls\n\nHết.\n", "code-not-closed", 3),
    row("code closed with other signs", "~~~\nls\n```\n\nHết.\n", "code-not-closed", 1),
    row("code closed with too few signs", "````\nls\n```\n", "code-not-closed", 1),
    row("code closed with words behind", "```\nls\n``` hết\n", "code-not-closed", 1),
    row("code in a list that is not closed", "- Gõ:\n\n  ```\n  ls\n\nHết.\n", "code-not-closed", 3),
    row("code in a quotation that is not closed", "> ```\n> ls\n\nHết.\n", "code-not-closed", 1),
)
HTML = (
    row("a comment that is not closed", "Hai bên ký.\n\n<!-- sửa sau\n\nHết.\n", "html-not-closed", 3),
    row("a comment closed with one hyphen", "<!-- sửa sau ->\n\nHết.\n", "html-not-closed", 1),
    row("a box that is not closed", "<details>\n<summary>Xem</summary>\n\nNội dung\n", "html-not-closed", 1),
    row(
        "the head of a box that is not closed",
        "<details>\n<summary>Xem\n\nNội dung\n\n</details>\n",
        "html-not-closed",
        2,
    ),
    row("a table in HTML that is not closed", "<table>\n<tr><td>A</td></tr>\n\nNội dung\n", "html-not-closed", 1),
    row("text as it was typed that is not closed", "<pre>\nNội dung\n\nHết.\n", "html-not-closed", 1),
    row(
        "bold words right below a tag",
        "<details>\n<summary>X</summary>\n**Đậm** và\n</details>\n",
        "markdown-in-html",
        3,
    ),
    row("a list right below a tag", "<div>\n- một\n- hai\n</div>\n", "markdown-in-html", 2),
    row("a link right below a tag", "<div>\n[Bộ Công an](https://bocongan.gov.vn)\n</div>\n", "markdown-in-html", 2),
    row("a heading right below a tag", "<div>\n## Mục\n</div>\n", "markdown-in-html", 2),
    row("a table right below a tag", f"<div>\n{TABLE}</div>\n", "markdown-in-html", 2),
)
SEEN_IN_BLOCKS = (
    row("a dead link in a box", f"<details>\n<summary>X</summary>\n\nXem {DEAD}.\n\n</details>\n", "broken-link", 4),
    row("a dead link in a list right below words", f"Xem:\n- {DEAD}\n- hết\n", "broken-link", 2),
    row("a dead link in an inner list", f"1. một\n   - hai\n     - {DEAD}\n", "broken-link", 3),
    row("a dead link in a table right below words", f"Xem:\n| A |\n|---|\n| {DEAD} |\n", "broken-link", 4),
    row("a dead link in a task", f"- [ ] Xem {DEAD}\n", "broken-link", 1),
    row("a dead link in a later paragraph of a note", f"Ký[^1].\n\n[^1]: Một.\n\n    Xem {DEAD}.\n", "broken-link", 5),
    row("a dead link in an indented paragraph", f"\tTheo {DEAD} của Bộ Công an.\n", "broken-link", 1),
    row("a dead link in what was pasted", f"Điều 1. Phạm vi\nĐiều 2. Xem {DEAD}\n", "broken-link", 2),
    row("a picture of another site in a list", "Ảnh:\n- ![Lễ ký](https://x.vn/a.jpg)\n", "external-image", 2),
    row("a dangerous address in a box", "<details>\n\n[x](javascript:alert)\n\n</details>\n", "dangerous-url", 3),
    row("a dangerous address in a list in a quotation", "> - một\n>   - [x](data:x)\n", "dangerous-url", 2),
)

MISTAKES: tuple[Mistake, ...] = (*LISTS, *HEADINGS, *TABLES, *QUOTES_AND_NOTES, *CODE, *HTML, *SEEN_IN_BLOCKS)
