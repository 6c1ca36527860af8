"""Mistakes about identity: people, topics, copied articles, files."""

from tests.bulletins import ARTICLE
from tests.content.documents.offices import docx, xlsx
from tests.mistakes.mistake import ARTICLE_PATH, Change, Mistake, in_article, line_of

NAMES = line_of("signatories:")
AUTHORS = line_of("authors:")
_AUTHORS = "authors: [Người viết]"
_SIGNATORIES = "signatories: [{name: Nguyễn Văn A, party: co-quan-a}]"
_EARLIER = "content/articles/2020/a.md"
_ANNEX = "{file: /documents/a.txt, kind: annex}"
_SIGNED_COPY = ("text_public: {no: Nội bộ}", "text_public: yes\n  documents: [/documents/a.txt]")
_AGENCY_B = "content/agencies/co-quan-b.yml"


def signed_by(name: str) -> dict[str, Change]:
    """The article with another name for its signatory."""
    return in_article("name: Nguyễn Văn A", f"name: {name}")


def with_fact(line: str) -> dict[str, Change]:
    """The article with an additional line in its agreement, before the last one."""
    return in_article("  scope: central\n", f"  scope: central\n  {line}\n")


FACT = line_of("scope:") + 1
"""The line number of the line that ``with_fact`` adds."""


def with_line(line: str) -> dict[str, Change]:
    """The article with an additional line after the authors."""
    return in_article(_AUTHORS, f"{_AUTHORS}\n{line}")


def beside(article: str, **more: str) -> dict[str, Change]:
    """The article, and another one that sorts before it."""
    return {_EARLIER: article, **more}


def other(*changes: tuple[str, str]) -> str:
    """Another article, which differs from the first only by ``changes``."""
    text = ARTICLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def listed(name: str, changes: dict[str, Change], line: int, mended: str = "") -> Mistake:
    """A single value where a list is required."""
    return Mistake(name, changes, "list-in-one-value", line, mended)


# An agreement that differs in all facts.
_NEWS = ("title: Hai cơ quan ký quy chế", "title: Hai cơ quan ký kế hoạch năm")
_SUBJECT = ("title: Quy chế phối hợp", "title: Kế hoạch phối hợp")
_DAY = ("signed_on: 2020-05-05", "signed_on: 2020-04-04")
_FACTS = (_NEWS, _SUBJECT, _DAY, ("lead: Sa-pô.", "lead: Tóm tắt."))
_NEWS_ONLY = "---\ntitle: {title}\npublished: {day}\nlead: {lead}\nauthors: [Người viết]\n---\n\nTin.\n"


def news(title: str = "Hai đơn vị họp bàn việc mới", day: str = "2020-03-03", lead: str = "Cuộc họp mở màn.") -> str:
    """An article without an agreement."""
    return _NEWS_ONLY.format(title=title, day=day, lead=lead)


_TITLES = (
    Mistake("a rank in a name", signed_by("Đại tướng Nguyễn Văn A"), "title-in-name", NAMES, "Nguyễn Văn A"),
    Mistake("a rank in capitals", signed_by("ĐẠI TƯỚNG NGUYỄN VĂN A"), "title-in-name", NAMES, "Nguyễn Văn A"),
    Mistake("Bà before a name", signed_by("Bà Trần Thị B"), "title-in-name", NAMES, "Trần Thị B"),
    Mistake("Ông before a name", signed_by("Ông Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("Đ/c before a name", signed_by("Đ/c Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("đồng chí before a name", signed_by("đồng chí Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a degree before a name", signed_by("TS. Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("two degrees before a name", signed_by("GS.TS. Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake(
        "a rank and a degree", signed_by("'Thượng tướng, PGS.TS Trần Văn B'"), "title-in-name", NAMES, "Trần Văn B"
    ),
    Mistake("a degree in words", signed_by("Tiến sĩ Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("Mr. before a name", signed_by("Mr. John Smith"), "title-in-name", NAMES, "John Smith"),
    Mistake("a post behind a dash", signed_by("Trần Văn B – Chủ nhiệm"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a post behind a hyphen", signed_by("Trần Văn B - Cục trưởng"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a post behind a comma", signed_by("'Trần Văn B, Phó Chủ tịch'"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a post in round brackets", signed_by("Trần Văn B (Giám đốc)"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a post before a name", signed_by("Chủ tịch Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake(
        "a post with its office",
        signed_by("Bộ trưởng Bộ Công an Lương Văn Quang"),
        "title-in-name",
        NAMES,
        "Lương Văn Quang",
    ),
    Mistake("in whose place", signed_by("'KT. Bộ trưởng, Thứ trưởng Lê C'"), "title-in-name", NAMES, "Lê C"),
    Mistake("a comma behind a name", signed_by("'Trần Văn B,'"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("(đã ký) behind a name", signed_by("Trần Văn B (đã ký)"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("(đã ký) before a name", signed_by("(Đã ký) Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake(
        "a rank in a short name",
        in_article(_SIGNATORIES, "signatories: [Đại tá Lê Văn C]"),
        "title-in-name",
        NAMES,
        "{name: Lê Văn C, rank: Đại tá}",
    ),
    Mistake(
        "a rank of who presides",
        with_fact("presided_by: ['Trung tướng Lê C, Cục trưởng']"),
        "title-in-name",
        FACT,
        "{name: Lê C, rank: Trung tướng, position: Cục trưởng}",
    ),
    Mistake("a rank of who attends", with_fact("attended_by: [Bà Lê Thị C]"), "title-in-name", FACT, "Lê Thị C"),
    Mistake("a name in capitals", signed_by("TRẦN VĂN B"), "name-in-capitals", NAMES, "Trần Văn B"),
    Mistake("a name without capitals", signed_by("trần văn bình"), "name-in-capitals", NAMES, "Trần Văn Bình"),
    Mistake("a given name in capitals", signed_by("Trần Văn BÌNH"), "name-in-capitals", NAMES, "Trần Văn Bình"),
)
_TWO = (
    Mistake("two with và", signed_by("Nguyễn A và Trần B"), "two-people-in-one", NAMES),
    Mistake("two with a semicolon", signed_by("Nguyễn A; Trần B"), "two-people-in-one", NAMES),
    Mistake("two with a comma", signed_by("'Nguyễn A, Trần B'"), "two-people-in-one", NAMES),
    Mistake("two with a slash", signed_by("Nguyễn A/Trần B"), "two-people-in-one", NAMES),
    Mistake("two with ranks", signed_by("Đại tá Nguyễn A và Thượng tá Trần B"), "two-people-in-one", NAMES),
    Mistake(
        "two short names in one",
        with_fact("presided_by: [Nguyễn A và Trần B]"),
        "two-people-in-one",
        FACT,
        "Nguyễn A, Trần B",
    ),
)
_SPELLINGS = (
    Mistake(
        "a tone in another place",
        in_article(_SIGNATORIES, "signatories: [Lê Hòa, Đỗ A]\n  presided_by: [Lê Hoà]"),
        "name-spelt-otherwise",
        NAMES + 1,
        "Lê Hòa",
        others=("mixed-tones",),
    ),
    Mistake(
        "another capital letter",
        beside(other(*_FACTS, ("Nguyễn Văn A", "Nguyễn văn A"))),
        "name-spelt-otherwise",
        NAMES,
        "Nguyễn văn A",
    ),
    Mistake(
        "a name without marks",
        in_article(_SIGNATORIES, f"{_SIGNATORIES}\n  presided_by: [Nguyen Van A]"),
        "marks-missing",
        NAMES + 1,
        "Nguyễn Văn A",
    ),
    Mistake(
        "a topic without marks",
        {**with_line("tags: [cuu ho]"), _EARLIER: news().replace("authors:", "tags: [cứu hộ]\nauthors:")},
        "marks-missing",
        AUTHORS + 1,
        "cứu hộ",
    ),
)
_LISTS = (
    Mistake(
        "topics with a comma",
        with_line("tags: thiên tai, cứu hộ"),
        "list-in-one-value",
        AUTHORS + 1,
        "[thiên tai, cứu hộ]",
    ),
    Mistake(
        "topics with a semicolon",
        with_line("tags: thiên tai; cứu hộ"),
        "list-in-one-value",
        AUTHORS + 1,
        "[thiên tai, cứu hộ]",
    ),
    Mistake(
        "topics in quotes",
        with_line("tags: 'thiên tai; cứu hộ'"),
        "list-in-one-value",
        AUTHORS + 1,
        "[thiên tai, cứu hộ]",
    ),
    Mistake(
        "topics with hashes",
        with_line("tags: '#thiên tai #cứu hộ'"),
        "list-in-one-value",
        AUTHORS + 1,
        "[thiên tai, cứu hộ]",
    ),
    Mistake(
        "topics with odd characters",
        with_line('tags: "hỏi: đáp, it\'s"'),
        "list-in-one-value",
        AUTHORS + 1,
        "['hỏi: đáp', 'it''s']",
    ),
    Mistake(
        "topics on one line of a list", with_line("tags:\n  - thiên tai, cứu hộ"), "list-in-one-value", AUTHORS + 2
    ),
    Mistake("a topic with a hash", with_line("tags: ['#thiên tai']"), "hash-tag", AUTHORS + 1, "thiên tai"),
    Mistake(
        "authors with a comma",
        in_article(_AUTHORS, "authors: Anh Hiếu, Vũ Linh"),
        "list-in-one-value",
        AUTHORS,
        "[Anh Hiếu, Vũ Linh]",
    ),
    Mistake(
        "authors with và",
        in_article(_AUTHORS, "authors: Anh Hiếu và Vũ Linh"),
        "list-in-one-value",
        AUTHORS,
        "[Anh Hiếu, Vũ Linh]",
    ),
    Mistake(
        "authors with both",
        in_article(_AUTHORS, "authors: Lê A, Anh Hiếu và Vũ Linh"),
        "list-in-one-value",
        AUTHORS,
        "[Lê A, Anh Hiếu, Vũ Linh]",
    ),
    Mistake(
        "authors with và in a list",
        in_article(_AUTHORS, "authors: [Lê A, Anh Hiếu và Vũ Linh]"),
        "list-in-one-value",
        AUTHORS,
        "Anh Hiếu, Vũ Linh",
    ),
    Mistake(
        "authors with a slash",
        in_article(_AUTHORS, "authors: Lê A/Vũ Linh"),
        "list-in-one-value",
        AUTHORS,
        "[Lê A, Vũ Linh]",
    ),
    Mistake(
        "laws with a semicolon",
        with_fact("legal_basis: Luật An ninh; Luật Biển"),
        "list-in-one-value",
        FACT,
        "[Luật An ninh, Luật Biển]",
    ),
    Mistake(
        "contacts with a semicolon",
        with_fact("contact: Phòng A; Phòng B"),
        "list-in-one-value",
        FACT,
        "[Phòng A, Phòng B]",
    ),
    Mistake(
        "abbreviations with a comma",
        {_AGENCY_B: "name: Cơ quan B\nabbreviations: CQB, BB\n"},
        "list-in-one-value",
        2,
        "[CQB, BB]",
        path=_AGENCY_B,
    ),
)
_SEPARATORS = (
    listed("a comma behind one topic", with_line("tags: thiên tai,"), AUTHORS + 1, "[thiên tai]"),
    listed("topics with a bar", with_line("tags: thiên tai | cứu hộ"), AUTHORS + 1, "[thiên tai, cứu hộ]"),
    Mistake("a post right behind a name", signed_by("Trần Văn B Giám đốc"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("a number before a name", signed_by("1. Trần Văn B"), "title-in-name", NAMES, "Trần Văn B"),
    Mistake("two with a plus", signed_by("Trần Văn B + Lê C"), "two-people-in-one", NAMES),
)
_COPIES = (
    Mistake("a copied article", beside(ARTICLE), "copied-record", line_of("agreement:")),
    Mistake("a copied article with another headline", beside(other(_NEWS)), "copied-record", line_of("agreement:")),
    Mistake(
        "a copied article with another subject",
        {
            _EARLIER: other(_NEWS, _SUBJECT, ("scope:", "number: 01/QCPH\n  scope:")),
            **with_fact("number: 01/QCPH"),
        },
        "copied-record",
        line_of("agreement:"),
    ),
    Mistake(
        "an article copied with its id",
        {_EARLIER: other(("scope:", "id: mot\n  scope:")), **with_fact("id: mot")},
        "duplicate-record",
        FACT,
    ),
    Mistake(
        "an article copied into the folder of another year",
        {"content/articles/2019/bai.md": other(("published: 2020", "published: 2019"), ("2020-05-05", "2019"))},
        "duplicate-record",
        line_of("agreement:"),
    ),
    Mistake(
        "parties in another order",
        beside(other(_NEWS, ("[co-quan-a, co-quan-b]", "[co-quan-b, co-quan-a]"))),
        "copied-record",
        line_of("agreement:"),
    ),
    Mistake(
        "one signed copy in two",
        {
            _EARLIER: other(*_FACTS, _SIGNED_COPY),
            ARTICLE_PATH: other(_SIGNED_COPY),
            "content/documents/a.txt": "Quy chế.\n",
        },
        "copied-record",
        line_of("agreement:"),
    ),
    Mistake(
        "a number on another day",
        {
            _EARLIER: other(*_FACTS, ("scope:", "number: 01/QCPH-CQA-CQB\n  scope:")),
            **with_fact("number: 01/QCPH-CQA-CQB"),
        },
        "number-taken",
        line_of("agreement:"),
    ),
    Mistake(
        "a number of other parties",
        {
            _EARLIER: other(*_FACTS, ("co-quan-b]", "co-quan-c]"), ("scope:", "number: 01/QCPH-CQA-CQB\n  scope:")),
            "content/agencies/co-quan-c.yml": "name: Cơ quan C\n",
            **with_fact("number: 01/QCPH-CQA-CQB"),
        },
        "number-taken",
        line_of("agreement:"),
    ),
    Mistake(
        "copied news",
        {_EARLIER: news(), "content/articles/2020/b.md": news()},
        "copied-article",
        2,
        path="content/articles/2020/b.md",
    ),
    Mistake(
        "copied news in another folder",
        {"content/articles/undated/b.md": news(day="2020-03"), "content/articles/2020/b.md": news(day="2020-03")},
        "copied-article",
        2,
        path="content/articles/undated/b.md",
        others=("other-year",),
    ),
)
_TWICE = (
    Mistake("a topic twice", with_line("tags: [Biển, biển]"), "said-twice", AUTHORS + 1),
    Mistake("an author twice", in_article(_AUTHORS, "authors: [Lê A, Lê A]"), "said-twice", AUTHORS),
    Mistake("a signatory twice", in_article(_SIGNATORIES, "signatories: [Lê A, Lê A]"), "said-twice", NAMES),
    Mistake("a guest twice", with_fact("attended_by: [Sở A, Sở A]"), "said-twice", FACT),
    Mistake("a field twice", in_article("[an-ninh]", "[an-ninh, an-ninh]"), "said-twice", line_of("fields:")),
    Mistake("a law twice", with_fact("legal_basis: [Luật Biển, Luật Biển]"), "said-twice", FACT),
    Mistake(
        "a document twice",
        {**with_fact(f"documents: [{_ANNEX}, {_ANNEX}]"), "content/documents/a.txt": "Quy chế.\n"},
        "said-twice",
        FACT,
    ),
    Mistake(
        "an event twice",
        with_fact("events: [{kind: amended, on: 2021}, {kind: amended, on: 2021}]"),
        "said-twice",
        FACT,
    ),
    Mistake(
        "a relation twice",
        with_fact("relations: [{kind: related, external: Luật}, {kind: related, external: Luật}]"),
        "said-twice",
        FACT,
    ),
)
_AGENCIES = (
    Mistake("one name for two agencies", {_AGENCY_B: "name: Cơ quan A\n"}, "same-agency-name", 1, path=_AGENCY_B),
    Mistake(
        "the name of an agency without marks", {_AGENCY_B: "name: Co quan A\n"}, "same-agency-name", 1, path=_AGENCY_B
    ),
    Mistake(
        "an alias that is another's name",
        {_AGENCY_B: "name: Cơ quan B\naliases: [cơ quan a]\n"},
        "same-agency-name",
        1,
        path=_AGENCY_B,
    ),
    Mistake(
        "one website for two agencies",
        {
            "content/agencies/co-quan-a.yml": "name: Cơ quan A\nwebsite: https://a.example/\n",
            _AGENCY_B: "name: Cơ quan B\nwebsite: https://a.example\n",
        },
        "same-website",
        2,
        path=_AGENCY_B,
    ),
)
_REPORT = "Hai cơ quan đã ký quy chế phối hợp trong buổi lễ sáng nay, trước sự chứng kiến của đông đảo khách mời. " * 3
_PUBLIC = ARTICLE.replace("text_public: {no: Nội bộ}", "text_public: yes")
_FULL_TEXT = (
    *(
        Mistake(f"a public text that is nowhere: {name}", {ARTICLE_PATH: text}, "no-full-text", line_of("text_public:"))
        for name, text in (
            ("a few words", _PUBLIC),
            ("a report", _PUBLIC.replace("Nội dung.\n", f"{_REPORT}\n")),
            ("one clause", _PUBLIC.replace("Nội dung.\n", "Theo Điều 5, hai bên họp hằng năm.\n")),
        )
    ),
    Mistake(
        "a closed text whose signed copy is public",
        {
            **in_article(
                "  text_public: {no: Nội bộ}\n", "  text_public: {no: Nội bộ}\n  documents: [/documents/a.txt]\n"
            ),
            "content/documents/a.txt": "Quy chế.\n",
        },
        "signed-copy-of-closed-text",
        line_of("text_public:") + 1,
    ),
)


def misplaced(name: str, path: str, code: str = "misplaced-file", text: str | bytes = ARTICLE) -> Mistake:
    """A file that is not read because of its place or its name."""
    return Mistake(name, {f"content/{path}": text}, code, 0, path=f"content/{path}")


_FILES = (
    misplaced("an article without a year", "articles/bai-hai.md"),
    misplaced("an article at the top", "bai-hai.md"),
    misplaced("a year with a space", "articles/20 20/bai-hai.md"),
    misplaced("a year with a word", "articles/nam-2020/bai-hai.md"),
    misplaced("a folder of months", "articles/2020/thang-5/bai-hai.md"),
    misplaced("a folder without index.md", "articles/2020/le-ky/bai-hai.md"),
    misplaced("index.md with a capital", "articles/2020/le-ky/Index.md"),
    misplaced("index.md of a year", "articles/2020/index.md"),
    misplaced("a suffix in capitals", "articles/2020/bai-hai.MD"),
    misplaced("a long suffix", "articles/2020/bai-hai.markdown"),
    misplaced("a hidden second suffix", "articles/2020/bai-hai.md.txt"),
    misplaced("a misspelt folder", "article/2020/bai-hai.md"),
    misplaced("a folder with a capital", "Articles/2020/bai-hai.md"),
    misplaced("an agency in .yaml", "agencies/co-quan-c.yaml", text="name: C\n"),
    misplaced("an agency in .yml.txt", "agencies/co-quan-c.yml.txt", text="name: C\n"),
    misplaced("an agency in .md", "agencies/co-quan-c.md", text="name: C\n"),
    misplaced("an agency without a suffix", "agencies/co-quan-c", text="name: C\n"),
    misplaced("an agency in a folder", "agencies/trung-uong/co-quan-c.yml", text="name: C\n"),
    misplaced("a page in a folder", "pages/gioi-thieu/trang.md"),
    misplaced("a page in .markdown", "pages/trang.markdown"),
    misplaced("a Markdown text among the documents", "documents/quy-che.md"),
    misplaced("a note at the top", "ghi-chu.txt", text="Nhớ.\n"),
    misplaced("settings in .yaml", "site.yaml", text="title: x\n"),
    misplaced("a French translation", "articles/2020/bai.fr.md", "unknown-translation"),
    misplaced("a translation with capitals", "articles/2020/bai.EN.md", "unknown-translation"),
    misplaced("a Word file in the folder of a year", "articles/2020/bai-hai.docx", "unused-file", docx("Quy chế")),
    misplaced("a text file in the folder of a year", "articles/2020/bai-hai.txt", "unused-file"),
    misplaced("an article without a suffix", "articles/2020/bai-hai", "unused-file"),
    misplaced("an HTML file among the pages", "pages/trang.html", "unused-file"),
    misplaced("a photo that is not shown", "articles/2020/anh.jpg", "unused-file"),
    misplaced("a document that is not named", "articles/2020/quy-che.xlsx", "unused-file", xlsx("Quy chế")),
    Mistake("two files that differ in capitals", {"content/articles/2020/Bai.md": ARTICLE}, "same-file-name", 0),
)
MISTAKES: tuple[Mistake, ...] = (
    *_FILES,
    *_FULL_TEXT,
    *_TITLES,
    *_TWO,
    *_SPELLINGS,
    *_LISTS,
    *_SEPARATORS,
    *_COPIES,
    *_TWICE,
    *_AGENCIES,
)
