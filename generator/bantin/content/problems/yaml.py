"""Problems with YAML: text that cannot be parsed, and values that YAML would silently change or drop."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

YAML_SYNTAX = Kind(
    "yaml-syntax",
    _E,
    Wording("The YAML cannot be read here: {reason}.", "Check the indentation, the quotes and the brackets above."),
    Wording("Không đọc được YAML ở đây: {reason}.", "Hãy kiểm tra thụt lề, dấu nháy và dấu ngoặc phía trên."),
)
YAML_COLON = Kind(
    "yaml-colon",
    _E,
    Wording("A value with “: ” in it must stand in quotes.", "Write it as 'value: with a colon', in single quotes."),
    Wording("Giá trị có dấu “: ” phải đặt trong dấu nháy.", "Hãy viết 'giá trị: có dấu hai chấm', trong nháy đơn."),
)
YAML_NO_COLON = Kind(
    "yaml-no-colon",
    _E,
    Wording("This line is not “key: value”.", "Put “: ” behind the key, or indent the line if it goes on a text."),
    Wording("Dòng này không có dạng “khóa: giá trị”.", "Hãy thêm “: ” sau khóa, hoặc thụt lề nếu là đoạn tiếp theo."),
)
YAML_INDENT = Kind(
    "yaml-indent",
    _E,
    Wording("This line is indented unlike its neighbours.", "Begin keys that belong together in the same column."),
    Wording("Dòng này thụt lề khác với các dòng cùng cấp.", "Hãy để các khóa cùng cấp bắt đầu ở cùng một cột."),
)
YAML_TAB = Kind(
    "yaml-tab",
    _E,
    Wording("There is a tab here; YAML is indented with spaces.", "Replace the tab by two spaces."),
    Wording("Ở đây có phím Tab; YAML chỉ thụt lề bằng dấu cách.", "Hãy thay Tab bằng hai dấu cách."),
)
YAML_QUOTE = Kind(
    "yaml-quote",
    _E,
    Wording("The quotes of this value do not match.", "In '…' write a single quote twice: 'it''s'."),
    Wording("Dấu nháy của giá trị này không khớp nhau.", "Trong '…', dấu nháy đơn phải viết hai lần: ''."),
)
YAML_BRACKET = Kind(
    "yaml-bracket",
    _E,
    Wording("The bracket that opens here is not closed.", "Close it, or put the value in quotes if it is a text."),
    Wording("Dấu ngoặc mở ở đây chưa được đóng.", "Hãy đóng ngoặc, hoặc đặt giá trị trong dấu nháy nếu là văn bản."),
)
YAML_DASH = Kind(
    "yaml-dash",
    _E,
    Wording(
        "A list begins on a line of its own.", "Put each “- …” on its own line, or quote the value if it is a text."
    ),
    Wording("Danh sách phải bắt đầu ở dòng riêng.", "Hãy viết mỗi “- …” một dòng; nếu là văn bản, hãy đặt trong nháy."),
)
YAML_ESCAPE = Kind(
    "yaml-escape",
    _E,
    Wording("In double quotes, “\\” has a meaning of its own.", "Use single quotes: 'C:\\documents'."),
    Wording("Trong nháy kép, dấu “\\” có nghĩa riêng.", "Hãy dùng nháy đơn: 'C:\\tai-lieu'."),
)
YAML_RESERVED = Kind(
    "yaml-reserved",
    _E,
    Wording("A value cannot begin with “{char}”.", "Put it in quotes."),
    Wording("Giá trị không được bắt đầu bằng “{char}”.", "Hãy đặt trong dấu nháy."),
)
YAML_ALIAS = Kind(
    "yaml-alias",
    _E,
    Wording("Anchors and aliases (“&name”, “*name”) are not read here.", "Write the value out; quote text."),
    Wording(
        "Không dùng được neo và bí danh YAML (“&tên”, “*tên”).",
        "Hãy viết đầy đủ giá trị; nếu là văn bản, hãy đặt trong dấu nháy.",
    ),
)
YAML_TAG = Kind(
    "yaml-tag",
    _E,
    Wording("Tags (“{tag}”) are not read here.", "Remove it; put the value in quotes if it begins with “!”."),
    Wording("Không dùng được thẻ YAML (“{tag}”).", "Hãy bỏ đi; nếu giá trị bắt đầu bằng “!”, hãy đặt trong dấu nháy."),
)
YAML_TOO_DEEP = Kind(
    "yaml-too-deep",
    _E,
    Wording("The lists and mappings are nested too deeply.", "No field needs more than a few levels."),
    Wording("Danh sách lồng nhau quá sâu.", "Không mục nào cần quá vài cấp."),
)
YAML_TOO_LONG = Kind(
    "yaml-too-long",
    _E,
    Wording("There are more than {limit} letters of YAML here.", "Put what is to be read below the line “---”."),
    Wording("Phần YAML ở đây dài quá {limit} ký tự.", "Hãy đặt nội dung để đọc ở dưới dòng “---”."),
)
TOO_MANY_ENTRIES = Kind(
    "too-many-entries",
    _E,
    Wording("There are more than {limit} entries here.", "Leave some out, or write them in the text."),
    Wording("Ở đây có hơn {limit} mục.", "Hãy bỏ bớt, hoặc viết trong nội dung bài."),
)
VALUE_TOO_LONG = Kind(
    "value-too-long",
    _E,
    Wording("This value has more than {limit} letters.", "Make it shorter, or write it in the text."),
    Wording("Giá trị này dài quá {limit} ký tự.", "Hãy rút ngắn, hoặc viết trong nội dung bài."),
)
YAML_SECOND_DOCUMENT = Kind(
    "yaml-second-document",
    _E,
    Wording("A second YAML document begins here.", "Keep one document in a file: remove this “---”."),
    Wording("Ở đây bắt đầu một tài liệu YAML thứ hai.", "Mỗi tệp chỉ có một tài liệu: hãy bỏ dòng “---” này."),
)
DUPLICATE_KEY = Kind(
    "duplicate-key",
    _E,
    Wording("“{key}” stands here a second time; the first is on line {line}.", "Keep one of the two."),
    Wording("Khóa “{key}” bị lặp; lần đầu ở dòng {line}.", "Hãy giữ lại một trong hai."),
)
BAD_KEY = Kind(
    "bad-key",
    _E,
    Wording("A key must be a word, not a list or a mapping.", "Write “key: value”."),
    Wording("Khóa phải là một từ, không phải danh sách.", "Hãy viết “khóa: giá trị”."),
)
NO_SPACE = Kind(
    "yaml-no-colon",
    _E,
    Wording("Between a key and its value must stand a colon and a space.", "Write the line like this: “{mended_line}”"),
    Wording("Giữa khóa và giá trị phải có dấu hai chấm và một dấu cách.", "Hãy viết cả dòng là: “{mended_line}”"),
)
GOES_ON = Kind(
    "yaml-no-colon",
    _E,
    Wording("This line is not “key: value”.", "If it goes on with the value above, indent it: “{mended_line}”"),
    Wording("Dòng này không có dạng “khóa: giá trị”.", "Nếu nối tiếp giá trị ở trên, hãy thụt lề: “{mended_line}”"),
)
INDENT_MENDED = Kind(
    "yaml-indent",
    _E,
    Wording("This line is indented unlike its neighbours.", "Write the line like this: “{mended_line}”"),
    Wording("Dòng này thụt lề khác với các dòng cùng cấp.", "Hãy viết cả dòng là: “{mended_line}”"),
)
TAB_MENDED = Kind(
    "yaml-tab",
    _E,
    Wording("There is a tab here; YAML is indented with spaces.", "Write the line like this: “{mended_line}”"),
    Wording("Ở đây có phím Tab; YAML chỉ thụt lề bằng dấu cách.", "Hãy viết cả dòng là: “{mended_line}”"),
)
BULLET = Kind(
    "yaml-bullet",
    _E,
    Wording("“{sign}” does not begin an item of a list; “- ” does.", "Write the line like this: “{mended_line}”"),
    Wording("“{sign}” không mở đầu một mục của danh sách; phải là “- ”.", "Hãy viết cả dòng là: “{mended_line}”"),
)
LINES_ARE_NO_LIST = Kind(
    "yaml-bullet",
    _E,
    Wording("These lines are one text, not the items of “{key}”.", "Begin each item with “- ”."),
    Wording("Các dòng này bị nối thành một, không phải các mục của “{key}”.", "Hãy mở đầu mỗi mục bằng “- ”."),
)
BEHIND_BRACKET = Kind(
    "yaml-bracket",
    _E,
    Wording("“{lost}” must not stand behind the bracket.", "Write it without: {mended}"),
    Wording("Sau dấu ngoặc không được có “{lost}”.", "Hãy bỏ đi: {mended}"),
)
SWALLOWED = Kind(
    "yaml-swallowed",
    _E,
    Wording(
        "This line has become part of the value on line {line}, and “{key}” no key.",
        "Write the line like this: “{mended_line}”",
    ),
    Wording(
        "Dòng này bị nối vào giá trị ở dòng {line}, “{key}” không còn là khóa.", "Hãy viết cả dòng là: “{mended_line}”"
    ),
)
SWALLOWED_ITEM = Kind(
    "yaml-swallowed",
    _E,
    Wording("This item has become part of the value on line {line}.", "Write the line like this: “{mended_line}”"),
    Wording("Mục này bị nối vào giá trị ở dòng {line}.", "Hãy viết cả dòng là: “{mended_line}”"),
)
COMMENT_CUTS = Kind(
    "yaml-comment",
    _E,
    Wording(
        "YAML leaves out “{lost}” as a comment.",
        "Put the value in quotes: {mended} – or, if it is a comment, two spaces before “#” and one behind it.",
    ),
    Wording(
        "YAML bỏ đi “{lost}” vì coi là ghi chú.",
        "Hãy đặt giá trị trong dấu nháy: {mended} – nếu đúng là ghi chú, hãy viết hai dấu cách trước “#” và một dấu "
        "cách sau.",
    ),
)
COMMENT_IN_TEXT = Kind(
    "yaml-comment",
    _E,
    Wording(
        "YAML leaves out “{lost}” as a comment.",
        "Write the whole value on one line, in quotes – or, if it is a comment, on a line of its own behind “# ”.",
    ),
    Wording(
        "YAML bỏ đi “{lost}” vì coi là ghi chú.",
        "Hãy viết cả giá trị trên một dòng, trong dấu nháy – nếu đúng là ghi chú, hãy viết ở dòng riêng sau “# ”.",
    ),
)
COMMA_CUTS = Kind(
    "yaml-comma",
    _E,
    Wording(
        "In {{…}}, the comma before “{lost}” ends the value, which would be cut there.",
        "Put the value in quotes: {mended}",
    ),
    Wording(
        "Trong {{…}}, dấu phẩy trước “{lost}” kết thúc giá trị, nên giá trị bị cắt ở đó.",
        "Hãy đặt giá trị trong dấu nháy: {mended}",
    ),
)
NOT_PAIRS = Kind(
    "yaml-braces",
    _E,
    Wording(
        "In {{…}}, “{lost}” is not “key: value”.",
        "Put a text in quotes; write a list in […]; or write each “key: value” on a line of its own, without braces.",
    ),
    Wording(
        "Trong {{…}}, “{lost}” không có dạng “khóa: giá trị”.",
        "Hãy đặt văn bản trong dấu nháy; danh sách thì dùng […]; hoặc viết mỗi “khóa: giá trị” một dòng, bỏ ngoặc.",
    ),
)
NOT_A_LIST = Kind(
    "yaml-braces",
    _E,
    Wording("In {{…}}, “{lost}” is not “key: value”.", "Write a list in square brackets: {mended}"),
    Wording("Trong {{…}}, “{lost}” không có dạng “khóa: giá trị”.", "Danh sách dùng ngoặc vuông: {mended}"),
)
TYPOGRAPHIC_QUOTES = Kind(
    "typographic-quotes",
    _E,
    Wording(
        "These quotes are letters to YAML, and would be published with the value.",
        "Write it without them: {mended} – or, if they belong to the text, put straight quotes round them: '{quoted}'.",
    ),
    Wording(
        "Dấu nháy này đối với YAML là chữ, nên sẽ hiện ra cùng giá trị.",
        "Hãy bỏ đi: {mended} – nếu là dấu của chính văn bản, hãy thêm nháy thẳng ở ngoài: '{quoted}'.",
    ),
)
UNCLOSED_QUOTE = Kind(
    "yaml-quote",
    _E,
    Wording("The quote {sign} that opens here is not closed on this line.", "Close it: {mended}"),
    Wording("Dấu nháy {sign} mở ở đây chưa được đóng trên dòng này.", "Hãy đóng lại: {mended}"),
)
BEHIND_QUOTE = Kind(
    "yaml-quote",
    _E,
    Wording(
        "The quote {sign} that opens here closes before the end of the line.",
        "Put the whole value in other quotes: {mended}",
    ),
    Wording(
        "Dấu nháy {sign} mở ở đây đã đóng trước khi hết dòng.",
        "Hãy đặt cả giá trị trong dấu nháy khác: {mended}",
    ),
)
COLON_MENDED = Kind(
    "yaml-colon",
    _E,
    Wording("A value with “: ” in it must stand in quotes.", "Put it in quotes: {mended}"),
    Wording("Giá trị có dấu “: ” phải đặt trong dấu nháy.", "Hãy đặt trong dấu nháy: {mended}"),
)
RESERVED_MENDED = Kind(
    "yaml-reserved",
    _E,
    Wording("A value cannot begin with “{char}”.", "Put it in quotes: {mended}"),
    Wording("Giá trị không được bắt đầu bằng “{char}”.", "Hãy đặt trong dấu nháy: {mended}"),
)
ALIAS_MENDED = Kind(
    "yaml-alias",
    _E,
    Wording("Anchors and aliases (“&name”, “*name”) are not read here.", "Put the value in quotes: {mended}"),
    Wording("Không dùng được neo và bí danh YAML (“&tên”, “*tên”).", "Hãy đặt giá trị trong dấu nháy: {mended}"),
)
TAG_MENDED = Kind(
    "yaml-tag",
    _E,
    Wording("Tags (“{tag}”) are not read here.", "Put the value in quotes: {mended}"),
    Wording("Không dùng được thẻ YAML (“{tag}”).", "Hãy đặt giá trị trong dấu nháy: {mended}"),
)
DASH_MENDED = Kind(
    "yaml-dash",
    _E,
    Wording(
        "A list begins on a line of its own.", "Put each “- …” on its own line; if it is a text, in quotes: {mended}"
    ),
    Wording(
        "Danh sách phải bắt đầu ở dòng riêng.",
        "Hãy viết mỗi “- …” một dòng; nếu là văn bản, đặt trong dấu nháy: {mended}",
    ),
)
BRACKET_MENDED = Kind(
    "yaml-bracket",
    _E,
    Wording("The bracket that opens here is not closed.", "Close it: {mended}"),
    Wording("Dấu ngoặc mở ở đây chưa được đóng.", "Hãy đóng lại: {mended}"),
)
ESCAPE_MENDED = Kind(
    "yaml-escape",
    _E,
    Wording("In double quotes, “\\” has a meaning of its own.", "Use single quotes: {mended}"),
    Wording("Trong nháy kép, dấu “\\” có nghĩa riêng.", "Hãy dùng nháy đơn: {mended}"),
)
