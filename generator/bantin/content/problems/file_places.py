"""Problems with the place and the name of a file."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING


def _misplaced(en: str, en_hint: str, vi: str, vi_hint: str) -> Kind:
    return Kind("misplaced-file", _E, Wording(en, en_hint), Wording(vi, vi_hint))


NOWHERE = _misplaced(
    "Bantin does not know what this file is for.",
    "Articles lie in articles/<year>/ or articles/undated/, agencies in agencies/, agreements in agreements/, pages in "
    "pages/, files in "
    "documents/ or media/, or in the folder of the article that shows them.",
    "Bantin không biết tệp này dùng để làm gì.",
    "Bài viết nằm trong articles/<năm>/ hoặc articles/undated/, cơ quan trong agencies/, văn bản trong agreements/, "
    "trang trong pages/, tài "
    "liệu và ảnh trong documents/, media/ hoặc thư mục của chính bài viết.",
)
WRONG_SUFFIX = _misplaced(
    "This file is not read: its name does not end in “{suffix}”.",
    "Rename it to “{name}”.",
    "Tệp này không được đọc vì tên không kết thúc bằng “{suffix}”.",
    "Hãy đổi tên thành “{name}”.",
)
ELSEWHERE = _misplaced(
    "This file is not read where it lies.",
    "Move it to {path}.",
    "Tệp nằm sai chỗ nên không được đọc.",
    "Hãy chuyển đến {path}.",
)
NO_YEAR = _misplaced(
    "This article lies in no folder of a year.",
    "Move it to content/articles/<year>/{name}, or to content/articles/undated/{name} if the date is not known.",
    "Bài viết không nằm trong thư mục của năm nào.",
    "Hãy chuyển đến content/articles/<năm>/{name}, hoặc content/articles/undated/{name} nếu chưa rõ ngày.",
)
NOT_A_YEAR = _misplaced(
    "“{folder}” is no year, so this file is not read.",
    "Call the folder by the year alone, such as “{year}”, or “undated”.",
    "“{folder}” không phải là năm nên tệp này không được đọc.",
    "Hãy đặt tên thư mục đúng bằng năm, ví dụ “{year}”, hoặc “undated”.",
)
TOO_DEEP = _misplaced(
    "This article lies too deep, and is not read.",
    "Move it to {path}; the folder of one article holds its text as “index.md”.",
    "Bài viết nằm quá sâu nên không được đọc.",
    "Hãy chuyển đến {path}; thư mục riêng của một bài thì bài đó tên là “index.md”.",
)
NO_TEXT_HERE = _misplaced(
    "A text in Markdown is not published from here.",
    "Move it to content/articles/<year>/ or content/pages/; if it is an attachment, save it as PDF.",
    "Văn bản Markdown ở đây không được đăng.",
    "Hãy chuyển vào content/articles/<năm>/ hoặc content/pages/; nếu là tài liệu đính kèm, hãy lưu thành PDF.",
)
NOT_FOR_ROOT = _misplaced(
    "A file of this kind is not published from root/.",
    "It is for what other services ask for at the root of the site: CNAME, files in .txt, .html, .xml or .json, and "
    "those of .well-known/. Documents lie in documents/, pictures in media/.",
    "Loại tệp này không được đăng từ thư mục root/.",
    "Thư mục root/ dành cho tệp mà dịch vụ khác đòi hỏi ở gốc trang: CNAME, tệp .txt, .html, .xml, .json và tệp trong "
    ".well-known/. Tài liệu để trong documents/, ảnh để trong media/.",
)
OTHER_LANGUAGE = Kind(
    "unknown-translation",
    _E,
    Wording(
        "By its name this is a translation of {original} into “{language}”, which Bantin does not have.",
        "Name it “{stem}.vi.md” or “{stem}.en.md”; an article of its own needs a name without “.{language}”.",
    ),
    Wording(
        "Theo tên, tệp này là bản dịch của {original} sang “{language}”, ngôn ngữ mà Bantin không có.",
        "Bản dịch có tên “{stem}.vi.md” hoặc “{stem}.en.md”; nếu là bài riêng, hãy đặt tên không có “.{language}”.",
    ),
)
TWIN = Kind(
    "same-file-name",
    _E,
    Wording(
        "On many computers this is the same file as “{other}”: the names differ in capitals or in how marks are coded.",
        "Rename one of the two, or delete it.",
    ),
    Wording(
        "Trên nhiều máy, tệp này trùng với “{other}”: tên chỉ khác chữ hoa, chữ thường hoặc cách mã hóa dấu.",
        "Hãy đổi tên hoặc xóa một trong hai.",
    ),
)
UNUSED = Kind(
    "unused-file",
    _W,
    Wording(
        "Nothing refers to this file, so it is not published.",
        "Name it in the article (“photos”, “documents” or a link), or delete it.",
    ),
    Wording(
        "Không bài nào dùng tệp này nên tệp không được đăng.",
        "Hãy ghi tệp vào bài viết (“photos”, “documents” hoặc một liên kết), hoặc xóa đi.",
    ),
)
NOT_AN_ARTICLE = Kind(
    "unused-file",
    _W,
    Wording(
        "This file is no article and nothing refers to it, so it is not published.",
        "Put the text of an article into {name}; name a document under “documents:”; else delete it.",
    ),
    Wording(
        "Tệp này không phải bài viết và không bài nào dùng đến, nên không được đăng.",
        "Nếu là bài viết, hãy chép nội dung sang {name}; nếu là tài liệu, hãy ghi vào “documents:”; nếu thừa, hãy xóa.",
    ),
)
