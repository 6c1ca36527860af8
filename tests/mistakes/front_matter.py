"""Mistakes in front matter: text that YAML drops or changes, and text that it does not understand."""

from tests.bulletins import ARTICLE, SITE, VOCABULARY
from tests.mistakes.mistake import ARTICLE_PATH, Mistake, in_article, line_of

_TITLE = "title: Hai cơ quan ký quy chế"
_LEAD = "lead: Sa-pô."
_AUTHORS = "authors: [Người viết]"
_PARTIES = "  parties: [co-quan-a, co-quan-b]"
_SIGNATORIES = "  signatories: [{name: Nguyễn Văn A, party: co-quan-a}]"
_SIGNED = "  signed_on: 2020-05-05"
_SCOPE = "  scope: central"
_AGENCY = "content/agencies/co-quan-a.yml"
_VOCABULARY = "content/vocabulary.yml"
_SITE = "content/site.yml"
_TITLE_LINE, _LEAD_LINE, _AUTHORS_LINE = line_of(_TITLE), line_of(_LEAD), line_of(_AUTHORS)
_PARTIES_LINE, _SIGNATORIES_LINE = line_of(_PARTIES), line_of(_SIGNATORIES)
_SIGNED_LINE, _SCOPE_LINE = line_of(_SIGNED), line_of(_SCOPE)


def _title(name: str, written: str, code: str, mended: str = "", *, whole_line: bool = False) -> Mistake:
    """A mistake in the line of the title, which is ``written`` like this."""
    return Mistake(name, in_article(_TITLE, written), code, _TITLE_LINE, mended, whole_line=whole_line)


def _agency(
    name: str, written: str, code: str, mended: str = "", *, line: int = 1, whole_line: bool = False
) -> Mistake:
    """A mistake in the file of an agency, which is ``written`` like this."""
    return Mistake(name, {_AGENCY: written}, code, line, mended, whole_line=whole_line, path=_AGENCY)


_COMMAS = (
    _agency(
        "a comma within the name of a ministry, in braces",
        "name: {vi: Bộ Văn hóa, Thể thao và Du lịch, en: Ministry of Culture}\n",
        "yaml-comma",
        "'Bộ Văn hóa, Thể thao và Du lịch'",
    ),
    _agency(
        "two commas within a name, in braces",
        "name: {vi: Sở Văn hóa, Thể thao, Du lịch}\n",
        "yaml-comma",
        "'Sở Văn hóa, Thể thao, Du lịch'",
    ),
    _agency(
        "half of a name in quotes, in braces",
        "name: {vi: 'Bộ Văn hóa', Thể thao và Du lịch}\n",
        "yaml-comma",
        "'Bộ Văn hóa, Thể thao và Du lịch'",
    ),
    Mistake(
        "a comma within the name of a field, in braces",
        {_VOCABULARY: ("an-ninh: {vi: An ninh, en: Security}", "an-ninh: {vi: An ninh, trật tự, en: Security}")},
        "yaml-comma",
        4,
        "'An ninh, trật tự'",
        path=_VOCABULARY,
    ),
    Mistake(
        "a post behind a comma, in braces",
        in_article(_SIGNATORIES, "  signatories:\n    - {name: Nguyễn Văn A, position: Bộ trưởng, Trưởng ban}"),
        "yaml-comma",
        _SIGNATORIES_LINE + 1,
        "'Bộ trưởng, Trưởng ban'",
    ),
    Mistake(
        "a reason with a comma, in braces",
        in_article("{no: Nội bộ}", "{no: Theo thỏa thuận, chưa công bố}"),
        "yaml-comma",
        14,
        "'Theo thỏa thuận, chưa công bố'",
    ),
    Mistake(
        "a place with a comma, in braces",
        in_article(_SCOPE, f"{_SCOPE}\n  signed_at: {{venue: Số 1, phố Hoàng Diệu, place: Hà Nội}}"),
        "yaml-comma",
        _SCOPE_LINE + 1,
        "'Số 1, phố Hoàng Diệu'",
    ),
    Mistake(
        "a list in braces",
        in_article("  parties: [co-quan-a, co-quan-b]", "  parties: {co-quan-a, co-quan-b}"),
        "yaml-braces",
        9,
        "[co-quan-a, co-quan-b]",
    ),
    _title("a title in braces", "title: {Hai cơ quan ký quy chế}", "yaml-braces"),
)
_COMMENTS = (
    _title(
        "a number sign within a title",
        "title: Hội nghị số #1 giữa A và B",
        "yaml-comment",
        "'Hội nghị số #1 giữa A và B'",
    ),
    _title("a number sign and a space", "title: Căn hộ # 12 bàn giao", "yaml-comment", "'Căn hộ # 12 bàn giao'"),
    _title("a title that begins with a number sign", "title: #1 về an ninh", "yaml-comment", "'#1 về an ninh'"),
    Mistake(
        "a number sign in a list on one line",
        in_article(_AUTHORS, f"{_AUTHORS}\ntags: [an ninh, #quocphong]"),
        "yaml-comment",
        _AUTHORS_LINE + 1,
        "[an ninh, quocphong]",
    ),
    Mistake(
        "a hashtag alone in a list on one line",
        in_article(_AUTHORS, f"{_AUTHORS}\ntags: [#anninh]"),
        "yaml-comment",
        _AUTHORS_LINE + 1,
        "[anninh]",
    ),
    Mistake(
        "a hashtag as an item of a list",
        in_article(_AUTHORS, f"{_AUTHORS}\ntags:\n  - an ninh\n  - #anninh"),
        "yaml-comment",
        _AUTHORS_LINE + 3,
        "anninh",
    ),
    Mistake(
        "a number with a number sign",
        in_article(_SCOPE, f"{_SCOPE}\n  number: 01/QCPH #2"),
        "yaml-comment",
        _SCOPE_LINE + 1,
        "'01/QCPH #2'",
    ),
    Mistake(
        "a number sign on the second line of a lead",
        in_article(_LEAD, "lead: Hai bên ký\n  quy chế số #2 về an ninh"),
        "yaml-comment",
        _LEAD_LINE + 1,
    ),
    Mistake(
        "a line of a lead that begins with a hashtag",
        in_article(_LEAD, "lead: Hai bên ký quy chế\n  #anninh"),
        "yaml-comment",
        _LEAD_LINE + 1,
    ),
    Mistake(
        "a hashtag behind a key whose text stands on the next line",
        in_article(_LEAD, "lead: #anninh\n  Hai bên ký quy chế"),
        "yaml-comment",
        _LEAD_LINE,
    ),
)
_QUOTES = (
    _title("a typographic quote that is not closed", "title: “Hai cơ quan", "typographic-quotes", "Hai cơ quan"),
    _title("typographic quotes round a title", "title: “Hai cơ quan ký”", "typographic-quotes", "Hai cơ quan ký"),
    _title(
        "typographic quotes round a title with a colon",
        "title: “Lễ ký: hai cơ quan”",
        "typographic-quotes",
        "'Lễ ký: hai cơ quan'",
    ),
    Mistake(
        "typographic quotes round a type",
        in_article("  type: quy-che", "  type: “quy-che”"),
        "typographic-quotes",
        7,
        "quy-che",
    ),
    Mistake(
        "typographic quotes round a day",
        in_article(_SIGNED, "  signed_on: ‘2020-05-05’"),
        "typographic-quotes",
        _SIGNED_LINE,
        "2020-05-05",
    ),
    Mistake(
        "typographic quotes in a list",
        in_article(_AUTHORS, "authors: [“Người viết”]"),
        "typographic-quotes",
        _AUTHORS_LINE,
        "Người viết",
    ),
    Mistake("guillemets round a lead", in_article(_LEAD, "lead: «Sa-pô.»"), "typographic-quotes", _LEAD_LINE, "Sa-pô."),
    Mistake(
        "quotes that both close, round a place",
        in_article(_SCOPE, f"{_SCOPE}\n  signed_at: ”Hà Nội”"),
        "typographic-quotes",
        _SCOPE_LINE + 1,
        "Hà Nội",
    ),
    _title("a quote that is not closed", 'title: "Hai cơ quan ký quy chế', "yaml-quote", '"Hai cơ quan ký quy chế"'),
    Mistake(
        "a quote that the next quote closes",
        in_article(f"{_TITLE}\n", 'title: "Hai cơ quan\nsection: "\n'),
        "yaml-quote",
        _TITLE_LINE,
        others=(),
    ),
    _title("words behind a quote", 'title: "Hai cơ quan" ký quy chế', "yaml-quote", "'\"Hai cơ quan\" ký quy chế'"),
    _title("quotes within quotes", 'title: "Lễ ký "Quy chế" mới"', "yaml-quote", "'Lễ ký \"Quy chế\" mới'"),
    _title("an apostrophe in single quotes", "title: 'Lễ ký ở Cư M'gar'", "yaml-quote", '"Lễ ký ở Cư M\'gar"'),
    _title("a path in double quotes", r'title: "Lưu ở D:\Quy che"', "yaml-escape", r"'Lưu ở D:\Quy che'"),
)
_COLONS = (
    _title(
        "stars of Markdown round a key",
        "**title:** Hai cơ quan",
        "yaml-no-colon",
        "title: Hai cơ quan",
        whole_line=True,
    ),
    _title("a bullet before a key", "• title: Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title("no space behind a colon", "title:Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title("a fullwidth colon", "title：Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title("a no-break space behind a colon", "title:\xa0Hai", "yaml-no-colon", "title: Hai", whole_line=True),
    _title("a wide space behind a colon", "title:\u3000Hai", "yaml-no-colon", "title: Hai", whole_line=True),
    _title("a colon that stands at the value", "title :Hai", "yaml-no-colon", "title: Hai", whole_line=True),
    _title("an equals sign for a colon", "title = Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title("no colon at all", "title Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title("a dash for a colon", "title – Hai cơ quan", "yaml-no-colon", "title: Hai cơ quan", whole_line=True),
    _title(
        "no space behind the first of two colons",
        "title:Lễ ký: hai cơ quan",
        "yaml-no-colon",
        "title: 'Lễ ký: hai cơ quan'",
        whole_line=True,
    ),
    Mistake(
        "no space behind a colon further in",
        in_article(_SCOPE, "  scope:central"),
        "yaml-no-colon",
        _SCOPE_LINE,
        "  scope: central",
        whole_line=True,
    ),
    Mistake(
        "no space behind a colon in braces",
        in_article(_SIGNATORIES, "  signatories: [{name:Nguyễn Văn A, party:co-quan-a}]"),
        "yaml-no-colon",
        _SIGNATORIES_LINE,
        "  signatories: [{name: Nguyễn Văn A, party: co-quan-a}]",
        whole_line=True,
    ),
    _title("a second colon", "title: Lễ ký: hai cơ quan", "yaml-colon", "'Lễ ký: hai cơ quan'"),
    _title("a colon at the end", "title: Hai cơ quan ký:", "yaml-colon", "'Hai cơ quan ký:'"),
    _title("a title in brackets and more", "title: [Ảnh] Lễ ký", "yaml-reserved", "'[Ảnh] Lễ ký'"),
    _title("a title that begins with an at sign", "title: @bantin đưa tin", "yaml-reserved", "'@bantin đưa tin'"),
    _title("a title that begins with a percent sign", "title: % tăng", "yaml-reserved", "'% tăng'"),
    _title("Markdown's stars round a title", "title: *Hai cơ quan* ký", "yaml-alias", "'*Hai cơ quan* ký'"),
    _title("Markdown's double stars round a title", "title: **Hai cơ quan**", "yaml-alias", "'**Hai cơ quan**'"),
    _title("a title that begins with an ampersand", "title: &A và B ký", "yaml-alias", "'&A và B ký'"),
    _title("a title that begins with an exclamation mark", "title: !Khẩn", "yaml-tag", "'!Khẩn'"),
    _title("a title that begins with a dash", "title: - Hai cơ quan", "yaml-dash", "'- Hai cơ quan'"),
)
_LINES = (
    _title("the first line is indented", " title: Hai cơ quan", "yaml-indent", "title: Hai cơ quan", whole_line=True),
    _title("a dash before the first key", "- title: Hai cơ quan", "yaml-indent", "title: Hai cơ quan", whole_line=True),
    Mistake(
        "a key of an item that is not below the first one",
        in_article(_SIGNATORIES, "  signatories:\n    - name: Nguyễn Văn A\n     party: co-quan-a"),
        "yaml-indent",
        _SIGNATORIES_LINE + 2,
        "      party: co-quan-a",
        whole_line=True,
    ),
    Mistake(
        "a list that is not closed",
        in_article(_AUTHORS, "authors: [Người viết"),
        "yaml-bracket",
        _AUTHORS_LINE,
        "[Người viết]",
    ),
    Mistake(
        "a line that is indented too much",
        in_article(_SCOPE, f"    {_SCOPE.strip()}"),
        "yaml-indent",
        _SCOPE_LINE,
        _SCOPE,
        whole_line=True,
    ),
    Mistake(
        "a line that is indented as a part of the value above it",
        in_article("  text_public: {no: Nội bộ}", "    text_public: {no: Nội bộ}"),
        "yaml-swallowed",
        14,
        "  text_public: {no: Nội bộ}",
        whole_line=True,
    ),
    Mistake(
        "a key that is indented and has no space behind its colon",
        in_article(_AUTHORS, "  authors:Người viết"),
        "yaml-swallowed",
        _AUTHORS_LINE,
        "authors: Người viết",
        whole_line=True,
    ),
    Mistake(
        "a key that is indented below a folded text",
        in_article(f"{_LEAD}\n{_AUTHORS}", "lead: >-\n  Sa-pô.\n  authors: [Người viết]"),
        "yaml-swallowed",
        _LEAD_LINE + 2,
        "authors: [Người viết]",
        whole_line=True,
    ),
    Mistake(
        "a line that is indented too little",
        in_article(_SCOPE, " scope: central"),
        "yaml-indent",
        _SCOPE_LINE,
        _SCOPE,
        whole_line=True,
    ),
    Mistake(
        "a lead that goes on at the margin",
        in_article(_LEAD, "lead: Sa-pô dài\nxuống dòng."),
        "yaml-no-colon",
        _LEAD_LINE + 1,
        "  xuống dòng.",
        whole_line=True,
    ),
    Mistake(
        "a tab for an indentation",
        in_article(_SCOPE, "\tscope: central"),
        "yaml-tab",
        _SCOPE_LINE,
        _SCOPE,
        whole_line=True,
    ),
    Mistake(
        "a tab behind a dash",
        in_article(_PARTIES, "  parties:\n    -\tco-quan-a\n    - co-quan-b"),
        "yaml-tab",
        _PARTIES_LINE + 1,
        "    - co-quan-a",
        whole_line=True,
    ),
    Mistake(
        "no-break spaces for an indentation",
        in_article(_SCOPE, "\xa0\xa0scope: central"),
        "yaml-indent",
        _SCOPE_LINE,
        _SCOPE,
        whole_line=True,
    ),
    Mistake(
        "a bullet among dashes",
        in_article(_PARTIES, "  parties:\n    - co-quan-a\n    • co-quan-b"),
        "yaml-bullet",
        _PARTIES_LINE + 2,
        "    - co-quan-b",
        whole_line=True,
    ),
    Mistake(
        "bullets for dashes", in_article(_PARTIES, "  parties:\n    • co-quan-a\n    • co-quan-b"), "yaml-bullet", 10
    ),
    Mistake(
        "items that are numbered",
        in_article(_AUTHORS, "authors:\n  1. Nguyễn Văn A\n  2. Trần Thị B"),
        "yaml-bullet",
        _AUTHORS_LINE + 1,
    ),
    Mistake(
        "a long dash for a dash",
        in_article(_AUTHORS, "authors:\n  – Người viết"),
        "yaml-bullet",
        _AUTHORS_LINE + 1,
        "  - Người viết",
        whole_line=True,
    ),
    Mistake(
        "dashes without a space",
        in_article(_AUTHORS, "authors:\n  -Nguyễn Văn A\n  -Trần Thị B"),
        "yaml-bullet",
        _AUTHORS_LINE + 1,
    ),
    Mistake(
        "a dash without a space before a brace",
        in_article(_SIGNATORIES, "  signatories:\n    -{name: Nguyễn Văn A, party: co-quan-a}"),
        "yaml-bullet",
        _SIGNATORIES_LINE + 1,
        "    - {name: Nguyễn Văn A, party: co-quan-a}",
        whole_line=True,
    ),
    Mistake(
        "an item that is indented too much",
        in_article(_AUTHORS, "authors:\n  - Nguyễn Văn A\n    - Trần Thị B"),
        "yaml-swallowed",
        _AUTHORS_LINE + 2,
        "  - Trần Thị B",
        whole_line=True,
    ),
    Mistake(
        "a list that begins behind its key",
        in_article(_AUTHORS, "authors: Nguyễn Văn A\n  - Trần Thị B"),
        "yaml-dash",
        _AUTHORS_LINE + 1,
    ),
)
_KEYS = (
    _title("a key in Vietnamese", "tiêu đề: Hai cơ quan", "unknown-key", "title"),
    _title("a key in capitals", "TITLE: Hai cơ quan", "unknown-key", "title"),
    Mistake(
        "a day's key in Vietnamese",
        in_article(_SIGNED, "  Ngày ký: 2020-05-05"),
        "unknown-key",
        _SIGNED_LINE,
        "signed_on",
    ),
    Mistake(
        "a key in Vietnamese without marks",
        in_article(_PARTIES, "  cac ben ky ket: [co-quan-a, co-quan-b]"),
        "unknown-key",
        _PARTIES_LINE,
        "parties",
    ),
    Mistake(
        "a key in Vietnamese without a space behind its colon",
        in_article(_AUTHORS, "tác giả:Người viết"),
        "yaml-no-colon",
        _AUTHORS_LINE,
        "authors: Người viết",
        whole_line=True,
    ),
    Mistake(
        "an unknown key with no value", in_article(_SCOPE, f"{_SCOPE}\n  ghi chú:"), "unknown-key", _SCOPE_LINE + 1
    ),
    Mistake(
        "a key that is nearly right, with no value",
        in_article(_SCOPE, f"{_SCOPE}\n  expire_on:"),
        "unknown-key",
        _SCOPE_LINE + 1,
        "expires_on",
    ),
    Mistake(
        "a fact of the agreement above it",
        in_article("agreement:\n", "clauses: 9\nagreement:\n"),
        "unknown-key",
        6,
    ),
    Mistake("a key twice", in_article(_LEAD, f"{_LEAD}\nlead: Khác."), "duplicate-key", _LEAD_LINE + 1),
    _title("an empty title", "title:", "missing-key"),
    _title("a title in empty quotes", "title: ''", "missing-key"),
    Mistake("no title", in_article(f"{_TITLE}\n", ""), "missing-key", 1),
    _title("a title that is said to be unknown", "title: chưa rõ", "missing-key"),
    Mistake(
        "a field without a name", {_VOCABULARY: f"{VOCABULARY}  giao-thong:\n"}, "expected-text", 5, path=_VOCABULARY
    ),
    Mistake("no day of signing", in_article(f"{_SIGNED}\n", ""), "absent", 6),
    Mistake("a day of signing that was left empty", in_article(_SIGNED, "  signed_on:"), "absent", _SIGNED_LINE),
    _agency("an agency's key without a space", "name:Cơ quan A\n", "yaml-no-colon", "name: Cơ quan A", whole_line=True),
    _agency("an agency's key in Vietnamese", "tên cơ quan: Cơ quan A\n", "unknown-key", "name"),
    Mistake("a setting in Vietnamese", {_SITE: f"{SITE}mô tả: Bản tin\n"}, "unknown-key", 5, "description", path=_SITE),
)
_LISTS = (
    Mistake(
        "parties in round brackets",
        in_article(_PARTIES, "  parties: (co-quan-a, co-quan-b)"),
        "ids-together",
        _PARTIES_LINE,
        "[co-quan-a, co-quan-b]",
    ),
    Mistake(
        "a comma behind a list",
        in_article(_PARTIES, f"{_PARTIES},"),
        "yaml-bracket",
        _PARTIES_LINE,
        "[co-quan-a, co-quan-b]",
    ),
    Mistake(
        "an item at the depth of its key",
        in_article(_PARTIES, "  parties:\n  co-quan-a\n  - co-quan-b"),
        "yaml-bullet",
        _PARTIES_LINE + 1,
        "  - co-quan-a",
        whole_line=True,
    ),
    Mistake(
        "parties with a semicolon, in brackets",
        in_article(_PARTIES, "  parties: [co-quan-a; co-quan-b]"),
        "ids-together",
        _PARTIES_LINE,
        "co-quan-a, co-quan-b",
    ),
    Mistake(
        "parties with a semicolon",
        in_article(_PARTIES, "  parties: co-quan-a; co-quan-b"),
        "ids-together",
        _PARTIES_LINE,
        "[co-quan-a, co-quan-b]",
    ),
    Mistake(
        "parties with a comma and no brackets",
        in_article(_PARTIES, "  parties: co-quan-a, co-quan-b"),
        "ids-together",
        _PARTIES_LINE,
        "[co-quan-a, co-quan-b]",
    ),
    Mistake(
        "parties with a word between them",
        in_article(_PARTIES, "  parties: co-quan-a và co-quan-b"),
        "ids-together",
        _PARTIES_LINE,
        "[co-quan-a, co-quan-b]",
    ),
    Mistake(
        "authors on lines without dashes",
        in_article(_AUTHORS, "authors:\n  Nguyễn Văn A\n  Trần Thị B"),
        "yaml-bullet",
        _AUTHORS_LINE + 1,
    ),
    Mistake("three dots for a lead", in_article(_LEAD, "lead: ..."), "no-words", _LEAD_LINE),
    Mistake("a dash for a number", in_article(_SCOPE, f"{_SCOPE}\n  number: –"), "no-words", _SCOPE_LINE + 1),
    Mistake("a sign for a block of text", in_article(_LEAD, "lead: |"), "yaml-reserved", _LEAD_LINE),
)
_FENCES = (
    Mistake("no fence above", {ARTICLE_PATH: ARTICLE.removeprefix("---\n")}, "front-matter-missing", 1),
    Mistake(
        "a long dash for the first fence",
        {ARTICLE_PATH: f"—{ARTICLE.removeprefix('---')}"},
        "front-matter-missing",
        1,
        "---",
        whole_line=True,
    ),
    Mistake(
        "four hyphens for the first fence",
        {ARTICLE_PATH: f"-{ARTICLE}"},
        "front-matter-missing",
        1,
        "---",
        whole_line=True,
    ),
    Mistake(
        "a long dash for the second fence",
        in_article("bộ}\n---\n", "bộ}\n—\n"),
        "front-matter-unclosed",
        15,
        "---",
        whole_line=True,
    ),
    Mistake(
        "three dots for the second fence",
        in_article("bộ}\n---\n", "bộ}\n...\n"),
        "front-matter-unclosed",
        15,
        "---",
        whole_line=True,
    ),
    Mistake("no fence below", in_article("bộ}\n---\n", "bộ}\n"), "front-matter-unclosed", 16),
    Mistake("text above", {ARTICLE_PATH: f"Tin trong ngày.\n\n{ARTICLE}"}, "front-matter-missing", 1),
    Mistake(
        "a second front matter",
        {ARTICLE_PATH: f"{ARTICLE}\n---\nsection: tin\n---\n\nNội dung.\n"},
        "front-matter-twice",
        19,
    ),
)
MISTAKES = (
    Mistake(
        "no year, no month",
        in_article("signed_on: 2020-05-05", "signed_on: 2020-13-05"),
        "impossible-date",
        line_of("signed_on"),
    ),
    *_COMMAS,
    *_COMMENTS,
    *_QUOTES,
    *_COLONS,
    *_LINES,
    *_KEYS,
    *_LISTS,
    *_FENCES,
)
