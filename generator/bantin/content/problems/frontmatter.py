"""Problems with the lines that begin and end front matter."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

NO_FRONT_MATTER = Kind(
    "front-matter-missing",
    _E,
    Wording(
        "The article does not begin with front matter.",
        "Its first line must be “---”, then lines such as “title: Quy chế phối hợp”, then another “---”.",
    ),
    Wording(
        "Bài viết không bắt đầu bằng phần khai báo.",
        "Dòng đầu phải là “---”, tiếp theo là các dòng như “title: Quy chế phối hợp”, rồi một dòng “---” nữa.",
    ),
)
UNCLOSED_FRONT_MATTER = Kind(
    "front-matter-unclosed",
    _E,
    Wording("The front matter that begins here has no end.", "Put a line “---” between it and the text."),
    Wording("Phần khai báo bắt đầu ở đây không có dòng kết thúc.", "Hãy thêm dòng “---” giữa khai báo và nội dung."),
)
NO_FENCE = Kind(
    "front-matter-missing",
    _E,
    Wording(
        "This is not the line that begins front matter.", "It must be three hyphens, nothing else: “{mended_line}”"
    ),
    Wording("Dòng mở đầu phần khai báo không đúng.", "Dòng này phải gồm đúng ba dấu gạch nối: “{mended_line}”"),
)
KEYS_WITHOUT_FENCE = Kind(
    "front-matter-missing",
    _E,
    Wording("The front matter has no line “---” above it.", "Put a line “---” above this one."),
    Wording("Phía trên phần khai báo thiếu dòng “---”.", "Hãy thêm một dòng “---” ngay trên dòng này."),
)
TEXT_BEFORE = Kind(
    "front-matter-missing",
    _E,
    Wording(
        "There is text above the front matter, which begins on line {line}.",
        "The first line of the file must be “---”: move this text below the front matter.",
    ),
    Wording(
        "Có chữ đứng trước phần khai báo, phần này bắt đầu ở dòng {line}.",
        "Dòng đầu của tệp phải là “---”: hãy chuyển đoạn này xuống dưới phần khai báo.",
    ),
)
NO_CLOSING_FENCE = Kind(
    "front-matter-unclosed",
    _E,
    Wording("This is not the line that ends front matter.", "It must be three hyphens, nothing else: “{mended_line}”"),
    Wording("Dòng kết thúc phần khai báo không đúng.", "Dòng này phải gồm đúng ba dấu gạch nối: “{mended_line}”"),
)
TEXT_IN_FRONT_MATTER = Kind(
    "front-matter-unclosed",
    _E,
    Wording(
        "The text seems to begin here, but the front matter that begins on line {line} has not ended.",
        "Put a line “---” above this one.",
    ),
    Wording(
        "Nội dung bài có vẻ bắt đầu từ đây, nhưng phần khai báo mở ở dòng {line} chưa kết thúc.",
        "Hãy thêm một dòng “---” phía trên dòng này.",
    ),
)
SECOND_FRONT_MATTER = Kind(
    "front-matter-twice",
    _E,
    Wording(
        "A second front matter begins here; the first is on line {line}.",
        "Move its lines into the first one, and remove both lines “---”.",
    ),
    Wording(
        "Ở đây bắt đầu phần khai báo thứ hai; phần thứ nhất ở dòng {line}.",
        "Hãy chuyển các dòng này lên phần thứ nhất và bỏ hai dòng “---”.",
    ),
)
