"""Mistakes within the lines of a text: links, notes, signs, angle brackets."""

from tests.mistakes.mistake import TEXT_LINE, Change, Mistake, in_text
from tests.pictures import drawing

_DOCUMENT = "content/documents/Quy chế phối hợp.csv"
_OTHER = "content/articles/2020/bai-hai.md"
_TRANSLATION = "content/articles/2020/bai.en.md"
_TRANSLATED = "---\ntitle: Signed\nlead: Lead.\nagreement:\n  title: Rules\n---\n"
_OTHER_TEXT = """\
---
title: Bài thứ hai
published: 2020-05-07
lead: Sa-pô.
authors: [Người viết]
---

Mở đầu.

## Nội dung chính

Chữ.
"""


def _mistake(
    name: str,
    text: str,
    code: str,
    line: int = 1,
    *,
    mended: str = "",
    files: dict[str, Change] | None = None,
    others: tuple[str, ...] = (),
) -> Mistake:
    """A mistake in the text of the article, on line ``line`` of the text, counted from 1."""
    return Mistake(name, {**in_text(text), **(files or {})}, code, TEXT_LINE + line - 1, mended=mended, others=others)


def _with_other(name: str, text: str, code: str, line: int = 1, *, mended: str = "") -> Mistake:
    """A mistake in a link to another article, which has the heading “Nội dung chính”."""
    return _mistake(name, text, code, line, mended=mended, files={_OTHER: _OTHER_TEXT})


_PICTURE: dict[str, Change] = {"content/articles/2020/anh.png": drawing()}
_BILINGUAL: dict[str, Change] = {"content/site.yml": ("language: vi\n", "language: vi\nlanguages: [vi, en]\n")}
_SYNTAX = "link-syntax"
MISTAKES: tuple[Mistake, ...] = (
    # Brackets
    _mistake(
        "round and square brackets the wrong way round",
        "Một.\n\nXem (Cổng thông tin)[https://bocongan.gov.vn] nhé.\n",
        _SYNTAX,
        3,
        mended="[Cổng thông tin](https://bocongan.gov.vn)",
    ),
    _mistake(
        "brackets the wrong way round, no scheme",
        "Xem (Cổng thông tin)[www.bocongan.gov.vn].\n",
        _SYNTAX,
        mended="[Cổng thông tin](https://www.bocongan.gov.vn)",
    ),
    _mistake(
        "a space between the words and the address",
        "Xem [Cổng thông tin] (https://bocongan.gov.vn).\n",
        _SYNTAX,
        mended="[Cổng thông tin](https://bocongan.gov.vn)",
    ),
    _mistake(
        "a space between the words and the name of a file",
        "Xem [bài này] (bai.md).\n",
        _SYNTAX,
        mended="[bài này](bai.md)",
    ),
    _mistake(
        "words in the place of the address, and the address in theirs",
        "Xem [https://bocongan.gov.vn](Cổng thông tin Bộ).\n",
        _SYNTAX,
        mended="[Cổng thông tin Bộ](https://bocongan.gov.vn)",
    ),
    _mistake(
        "the closing bracket is missing at the end of a line",
        "Một.\nXem [Cổng](https://bocongan.gov.vn/tin\nrồi đọc tiếp.\n",
        _SYNTAX,
        2,
        mended="https://bocongan.gov.vn/tin)",
    ),
    _mistake(
        "the closing bracket is missing and words follow",
        "Xem [Cổng](https://bocongan.gov.vn và trao đổi.\n",
        _SYNTAX,
        mended="https://bocongan.gov.vn)",
    ),
    _mistake(
        "the closing bracket is missing before another link",
        "Xem [Cổng](https://bocongan.gov.vn, [bài](bai.md).\n",
        _SYNTAX,
        mended="https://bocongan.gov.vn)",
    ),
    _mistake("the brackets of the address are empty", "Xem [Quy chế]().\n", _SYNTAX),
    _mistake("the brackets of the words are empty", "Xem [](bai.md).\n", _SYNTAX),
    # Spaces in addresses
    _mistake(
        "a space in the path of a full address",
        "Xem [Cổng](https://bocongan.gov.vn/van ban.pdf).\n",
        _SYNTAX,
        mended="https://bocongan.gov.vn/van%20ban.pdf",
    ),
    _mistake(
        "the name of a site without quotation marks behind its address",
        "Xem [Cổng](https://bocongan.gov.vn Trang chủ).\n",
        _SYNTAX,
        mended='https://bocongan.gov.vn "Trang chủ"',
    ),
    _mistake(
        "Word's quotation marks around the title of a link",
        "Xem [Cổng](https://bocongan.gov.vn “Trang chủ”).\n",
        _SYNTAX,
        mended='https://bocongan.gov.vn "Trang chủ"',
    ),
    _mistake(
        "a document whose name has spaces",
        "Tải [Quy chế](/documents/Quy chế phối hợp.csv).\n",
        _SYNTAX,
        mended="/documents/Quy%20chế%20phối%20hợp.csv",
        files={_DOCUMENT: b"a,b\n1,2\n"},
    ),
    _mistake(
        "a heading by its words",
        "Xem [mục](#Nội dung chính).\n\n## Nội dung chính\n\nChữ.\n",
        _SYNTAX,
        mended="#noi-dung-chinh",
    ),
    _mistake(
        "a telephone number with spaces",
        "Gọi [Văn phòng](024 3936 1234).\n",
        _SYNTAX,
        mended="tel:+842439361234",
    ),
    # Addresses without a scheme
    _mistake(
        "www. without https://",
        "Một.\n\nXem [Cổng](www.bocongan.gov.vn).\n",
        "broken-link",
        3,
        mended="https://www.bocongan.gov.vn",
    ),
    _mistake(
        "a site without https:// or www.",
        "Xem [Cổng](bocongan.gov.vn/tin-tuc).\n",
        "broken-link",
        mended="https://bocongan.gov.vn/tin-tuc",
    ),
    _mistake(
        "a mail address without mailto:",
        "Viết cho [Văn phòng](van-phong@bca.gov.vn).\n",
        "broken-link",
        mended="mailto:van-phong@bca.gov.vn",
    ),
    _mistake(
        "a telephone number without tel:", "Gọi [số này](02439361234).\n", "broken-link", mended="tel:+842439361234"
    ),
    _mistake(
        "an international number without tel:", "Gọi [số](+842439360000).\n", "broken-link", mended="tel:+842439360000"
    ),
    _mistake(
        "www. in a link written in HTML",
        'Xem <a href="www.bocongan.gov.vn">Cổng</a>.\n',
        "broken-link",
        mended="https://www.bocongan.gov.vn",
    ),
    _mistake(
        "www. in a definition",
        "Xem [Cổng][bca].\n\nHai.\n\n[bca]: www.bocongan.gov.vn\n",
        "broken-link",
        5,
        mended="https://www.bocongan.gov.vn",
    ),
    # Files and pages
    _with_other("an article in capitals", "Xem [bài](Bai-Hai.md).\n", "broken-link", mended="bai-hai.md"),
    _with_other("an article without .md", "Xem [bài](bai-hai).\n", "broken-link", mended="bai-hai.md"),
    _with_other(
        "an article with the wrong year", "Xem [bài](../2021/bai-hai.md).\n", "broken-link", mended="bai-hai.md"
    ),
    _with_other("an article with a letter missing", "Xem [bài](bai-ha.md).\n", "broken-link", mended="bai-hai.md"),
    _with_other(
        "an article with marks in its name",
        "Xem [bài](bài-hai.md).\n",
        "broken-link",
        mended="bai-hai.md",
    ),
    _with_other("an underscore for a hyphen", "Xem [bài](bai_hai.md).\n", "broken-link", mended="bai-hai.md"),
    _with_other("a backslash in the path", "Xem [bài](..\\2020\\bai-hai.md).\n", "bad-path", mended="bai-hai.md"),
    _mistake(
        "a document by its path from the root of the bulletin",
        "Tải [Quy chế](content/documents/quy-che.csv).\n",
        "broken-link",
        mended="/documents/quy-che.csv",
        files={"content/documents/quy-che.csv": b"a,b\n1,2\n"},
    ),
    _mistake(
        "a document with %20 in the wrong folder",
        "Tải [Quy chế](Quy%20chế%20phối%20hợp.csv).\n",
        "broken-link",
        mended="/documents/Quy%20chế%20phối%20hợp.csv",
        files={_DOCUMENT: b"a,b\n1,2\n"},
    ),
    _mistake(
        "a document with capitals in its ending",
        "Tải [Quy chế](/documents/quy-che.CSV).\n",
        "broken-link",
        mended="/documents/quy-che.csv",
        files={"content/documents/quy-che.csv": b"a,b\n1,2\n"},
    ),
    _mistake("an article that is not there", "Xem [bài](khong-he-co-tep-nay.md).\n", "broken-link"),
    _mistake("a page that is not there", "Xem [trang](/khong-he-co/).\n", "broken-link"),
    _mistake("a page in capitals", "Xem [cơ quan](/Co-Quan/).\n", "broken-link", mended="/co-quan/"),
    _mistake(
        "an agency's page with a letter missing",
        "Xem [A](/co-quan/co-qan-a/).\n",
        "broken-link",
        mended="/co-quan/co-quan-a/",
    ),
    _mistake(
        "a dead page of the bulletin by its full address",
        "Một.\n\nXem [trang](https://bantin.example/khong-he-co/).\n",
        "broken-link",
        3,
    ),
    _mistake(
        "a dead page of the bulletin by its bare address",
        "Một.\n\nXem https://bantin.example/khong-he-co/ nhé.\n",
        "broken-link",
        3,
    ),
    _mistake(
        "a dead anchor of the bulletin by its full address",
        "Xem [mục](https://bantin.example/bai-viet/2020/bai/#khong-he-co).\n",
        "no-such-anchor",
    ),
    _mistake("a path on Windows", "Tải [tệp](C:\\Users\\an\\quy-che.pdf).\n", "dangerous-url"),
    _mistake("a path on Windows with spaces", "Tải [tệp](D:\\Văn bản\\quy chế.pdf).\n", "dangerous-url"),
    _mistake("a file:/// address", "Tải [tệp](file:///C:/Users/an/quy-che.pdf).\n", "dangerous-url"),
    _mistake("a file:/// address in angle brackets", "Tải <file:///C:/Users/an/quy-che.pdf>.\n", "dangerous-url"),
    _mistake("a file:/// address in HTML", 'Tải <a href="file:///C:/quy-che.pdf">tệp</a>.\n', "dangerous-url"),
    _mistake("a shared folder", "Tải [tệp](\\\\\\\\maychu\\chung\\quy-che.pdf).\n", "dangerous-url"),
    # Anchors
    _mistake(
        "an anchor in capitals",
        "Xem [mục](#Noi-Dung).\n\n## Nội dung\n\nChữ.\n",
        "no-such-anchor",
        mended="#noi-dung",
    ),
    _mistake(
        "an anchor with marks",
        "Xem [mục](#nội-dung).\n\n## Nội dung\n\nChữ.\n",
        "no-such-anchor",
        mended="#noi-dung",
    ),
    _with_other(
        "an anchor of another article with a letter missing",
        "Xem [mục](bai-hai.md#noi-dung-chin).\n",
        "no-such-anchor",
        mended="bai-hai.md#noi-dung-chinh",
    ),
    _with_other(
        "an anchor of another article that it does not have", "Xem [m](bai-hai.md#ket-luan).\n", "no-such-anchor"
    ),
    # Notes
    _mistake("a note that is not written", "Một[^1] và hai[^2].\n\n[^1]: Chú thích.\n", "undefined-footnote"),
    _mistake(
        "a note with another number",
        "Một[^1] và hai[^3].\n\n[^1]: Chú thích.\n[^2]: Hai.\n",
        "undefined-footnote",
        mended="[^2]",
    ),
    _mistake(
        "a note that nothing refers to",
        "Một[^1].\n\n[^1]: Chú thích.\n[^2]: Hai.\n",
        "unused-footnote",
        4,
    ),
    _mistake("two notes of one number", "Một[^1].\n\n[^1]: Chú thích.\n[^1]: Hai.\n", "footnote-twice", 4),
    _mistake("a note in a table that is not written", "| a | b |\n|---|---|\n| c | d[^1] |\n", "undefined-footnote", 3),
    # References
    _mistake(
        "the name of a reference with a letter missing",
        "Xem [Quy chế][qc].\n\n[qcc]: /co-quan/\n",
        "undefined-reference",
        mended="qcc",
    ),
    _mistake(
        "a reference alone with a letter missing",
        "Xem [qc].\n\n[qcc]: /co-quan/\n",
        "undefined-reference",
        mended="qcc",
    ),
    _mistake("a reference that is not defined", "Xem [Quy chế][quy-che].\n", "undefined-reference"),
    _mistake("a reference with empty brackets", "Xem [Quy chế][].\n", "undefined-reference"),
    _mistake(
        "a reference defined twice",
        "Xem [Quy chế][qc].\n\n[qc]: /co-quan/\n[qc]: /van-ban/\n",
        "reference-twice",
        4,
    ),
    _mistake(
        "a line that is taken for a definition",
        "Một.\n\n[Lưu ý]: 2020\n",
        "unused-reference",
        3,
        mended="\\[",
    ),
    # Angle brackets
    _mistake("a tag that is not closed", "Đoạn <u>gạch chân ở đây.\n", "unclosed-tag", mended="\\<u>"),
    _mistake("a closing tag without an opening one", "Đoạn đậm</b> ở đây.\n", "unclosed-tag", mended="\\</b>"),
    _mistake(
        "a letter in angle brackets that is a tag",
        "Một.\nBên <B> chịu trách nhiệm.\n",
        "unclosed-tag",
        2,
        mended="\\<B>",
    ),
    _mistake("what Word leaves in HTML", "Một.\n\nHai<o:p></o:p>.\n", "html-removed", 3),
    _mistake("an attribute that is not allowed", 'Một.\n\nHai <b style="color:red">ba</b>.\n', "html-removed", 3),
    _mistake(
        "an attribute in the way of an event",
        'Một.\n\nXem <a href="bai.md" onclick="mo()">bài</a>.\n',
        "html-removed",
        3,
    ),
    _mistake("a script", "Một.\n\n<script>alert(1)</script>\n", "html-forbidden", 3),
    _mistake("coloured words from Word", 'Một <font color="red">đỏ</font>.\n', "html-removed"),
    _mistake("a picture without a description", "Một.\n\n![](anh.jpg)\n", "missing-alt", 3, others=("no-such-file",)),
    _mistake("a picture of another site", "Một.\n\n![ảnh](https://x.gov.vn/a.jpg)\n", "external-image", 3),
    _mistake("an address of another kind", "Tải [tệp](ftp://x.gov.vn/a.zip).\n", "dangerous-url"),
    _mistake(
        "a mail address with a space behind mailto:",
        "Viết cho [chúng tôi](mailto: a@bca.gov.vn).\n",
        _SYNTAX,
        mended="mailto:a@bca.gov.vn",
    ),
    _mistake(
        "a space behind https://",
        "Xem [Cổng](https:// bocongan.gov.vn).\n",
        _SYNTAX,
        mended="https://bocongan.gov.vn",
    ),
    _mistake(
        "two slashes that lean backwards",
        "Xem [Cổng](https:\\\\bocongan.gov.vn).\n",
        "broken-link",
        mended="https://bocongan.gov.vn",
    ),
    _mistake(
        "one slash behind https:",
        "Xem [Cổng](https:/bocongan.gov.vn/a).\n",
        "broken-link",
        mended="https://bocongan.gov.vn/a",
    ),
    _mistake(
        "a scheme without its colon",
        "Xem [Cổng](https//bocongan.gov.vn).\n",
        "broken-link",
        mended="https://bocongan.gov.vn",
    ),
    _mistake("a picture in capitals", "Một.\n\n![ảnh](ANH.PNG)\n", "no-such-file", 3, mended="anh.png", files=_PICTURE),
    _mistake("a picture that is not there", "Một.\n\n![ảnh](khong-he-co.png)\n", "no-such-file", 3),
    # The problem is reported at the link itself.
    _mistake(
        "an address that stands in words and in code before its link",
        "Tệp khong-co-no.md, `[a](khong-co-no.md)`.\n\n```\n[a](khong-co-no.md)\n```\n\nXem [bài](khong-co-no.md).\n",
        "broken-link",
        7,
    ),
    _mistake(
        "an address with an escaped sign",
        "Tệp a_khong-he-co.md.\n\nXem [bài](a\\_khong-he-co.md).\n",
        "broken-link",
        3,
    ),
    _mistake(
        "an attribute that stands in an address before",
        "Xem https://x.gov.vn/?style=1 trước.\n\nHai <b style='x'>ba</b>.\n",
        "html-removed",
        3,
    ),
    _mistake(
        "a dangerous address that stands in code before",
        "Không viết `javascript:x`.\n\nXem [bài](javascript:x).\n",
        "dangerous-url",
        3,
    ),
    _mistake(
        "a definition far from where it is used",
        "Xem [bài][b] và tệp khong-he-co-day.md.\n\nHai.\n\n[b]: khong-he-co-day.md\n",
        "broken-link",
        5,
    ),
    Mistake(
        "an anchor of the original that a translation with other headings cannot have",
        {
            **_BILINGUAL,
            **in_text("Mở.\n\n## Nội dung chính\n\nChữ.\n"),
            _TRANSLATION: f"{_TRANSLATED}\n[x](bai.md#noi-dung-chinh)\n",
        },
        "anchor-not-translated",
        8,
        path=_TRANSLATION,
    ),
    Mistake(
        "an anchor that neither the original nor the translation has",
        {
            **_BILINGUAL,
            **in_text("Mở.\n\n## Nội dung chính\n\nChữ.\n"),
            _TRANSLATION: f"{_TRANSLATED}\n[x](bai.md#ket-luan)\n\n## Main\n",
        },
        "no-such-anchor",
        8,
        path=_TRANSLATION,
    ),
)
