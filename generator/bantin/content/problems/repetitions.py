"""Problems with one thing that was taken for two, and with two things that were taken for one."""

from bantin.domain.problems import Kind, Severity, Wording

_W = Severity.WARNING

_SEVERAL = (
    "“{key}” is a list; “{value}” is taken for one item.",
    "“{key}” là danh sách; “{value}” đang được coi là một mục.",
)
SEVERAL_IN_ONE = Kind(
    "list-in-one-value",
    _W,
    Wording(_SEVERAL[0], "Write {mended}; if it is one indeed, {single}."),
    Wording(_SEVERAL[1], "Hãy viết {mended}; nếu đúng là một mục, hãy viết {single}."),
)
SEVERAL_IN_LINE = Kind(
    "list-in-one-value",
    _W,
    Wording(_SEVERAL[0], "Put each on a line of its own behind “- ”: {items}; if it is one indeed, write {single}."),
    Wording(_SEVERAL[1], "Hãy ghi mỗi mục một dòng sau “- ”: {items}; nếu đúng là một mục, hãy viết {single}."),
)
HASH_TAG = Kind(
    "hash-tag",
    _W,
    Wording("A topic is written without “#”: “{value}”.", "Write {mended}."),
    Wording("Chủ đề không viết kèm “#”: “{value}”.", "Hãy viết {mended}."),
)
TWICE = Kind(
    "said-twice",
    _W,
    Wording("“{value}” stands in “{key}” twice; the first is on line {line}.", "Keep one of the two."),
    Wording("“{value}” có hai lần trong “{key}”; lần đầu ở dòng {line}.", "Hãy giữ lại một."),
)
SAME_AGENCY_NAME = Kind(
    "same-agency-name",
    _W,
    Wording(
        "“{value}” is also a name of the agency {other}.",
        "Keep one file; if they are two, give each its full name, or write “successors” in the older one.",
    ),
    Wording(
        "“{value}” cũng là tên của cơ quan {other}.",
        "Hãy giữ một tệp; nếu là hai cơ quan, hãy ghi đủ tên từng cơ quan, hoặc ghi “successors” ở cơ quan cũ.",
    ),
)
SAME_WEBSITE = Kind(
    "same-website",
    _W,
    Wording("{value} is also the website of the agency {other}.", "Correct one; leave it out if there is none."),
    Wording("{value} cũng là trang web của cơ quan {other}.", "Hãy sửa lại một nơi; không có thì bỏ dòng này."),
)
_COPY = (
    "This tells of the same as {other}: {facts}.",
    "Bài này cùng nội dung với {other}: {facts}.",
)
# An address that was public must not be lost, so that a file is only deleted if it has none.
_TAKE_OUT_EN = "delete one if it never was public, else write “gone:” in it with the other one as “replaced_by”"
_TAKE_OUT_VI = "hãy xóa một bài nếu chưa từng công khai, còn không thì ghi “gone:” vào đó với “replaced_by” là bài kia"
COPIED_RECORD = Kind(
    "copied-record",
    _W,
    Wording(
        _COPY[0],
        f"Correct what was copied; if it is the same agreement twice, {_TAKE_OUT_EN}; if they are two agreements, "
        "write both numbers, or in one of them “relations: [{{kind: related, to: {id}}}]”.",
    ),
    Wording(
        _COPY[1],
        f"Hãy sửa những gì còn sót khi chép bài; nếu là một văn bản ghi hai lần, {_TAKE_OUT_VI}; nếu là hai văn bản, "
        "hãy ghi số của từng văn bản, hoặc ghi ở một bài “relations: [{{kind: related, to: {id}}}]”.",
    ),
)
COPIED_ARTICLE = Kind(
    "copied-article",
    _W,
    Wording(_COPY[0], f"Correct what was copied; if it is the same news twice, {_TAKE_OUT_EN}."),
    Wording(_COPY[1], f"Hãy sửa những gì còn sót khi chép bài; nếu là một tin đăng hai lần, {_TAKE_OUT_VI}."),
)
NUMBER_TAKEN = Kind(
    "number-taken",
    _W,
    Wording(
        "The number {number} of {year} is also that of {other}, whose “{what}” is another.",
        "Correct one; if both are right, write in one of them “relations: [{{kind: related, to: {id}}}]”.",
    ),
    Wording(
        "Số {number} của năm {year} cũng là số của {other}, nơi “{what}” lại khác.",
        "Hãy sửa lại một nơi; nếu cả hai đều đúng, hãy ghi ở một bài “relations: [{{kind: related, to: {id}}}]”.",
    ),
)
NOTHING_TO_READ = Kind(
    "no-full-text",
    _W,
    Wording(
        "“text_public: yes” says that all can read the full text, but there is none: no document, no text, no link.",
        "Add “documents: [/documents/file.pdf]” or put the text into the file; else “text_public: {{no: the reason}}”.",
    ),
    Wording(
        "“text_public: yes” nghĩa là ai cũng đọc được toàn văn, nhưng bài không có tài liệu, văn bản hay liên kết nào.",
        "Hãy thêm “documents: [/documents/tep.pdf]” hoặc đưa toàn văn vào; nếu không, “text_public: {{no: lý do}}”.",
    ),
)
TEXT_BUT_CLOSED = Kind(
    "text-of-closed-text",
    Severity.ERROR,
    Wording(
        "The full text is said not to be public, but it stands in this file, from line {line} on.",
        "Take the text out of the file, or write “text_public: yes”.",
    ),
    Wording(
        "Ghi là không công bố toàn văn, nhưng toàn văn lại có trong tệp này, từ dòng {line}.",
        "Hãy bỏ phần văn bản khỏi tệp, hoặc ghi “text_public: yes”.",
    ),
)
SIGNED_BUT_CLOSED = Kind(
    "signed-copy-of-closed-text",
    _W,
    Wording(
        "The text is said not to be public, but its signed copy is: {file}.",
        "Take the document out, or write “text_public: yes”; if it shows a part only, give it “kind: other”.",
    ),
    Wording(
        "Bài ghi không công bố toàn văn, nhưng lại đăng bản ký: {file}.",
        "Hãy bỏ tài liệu này, hoặc ghi “text_public: yes”; nếu chỉ là một phần, hãy ghi “kind: other”.",
    ),
)
