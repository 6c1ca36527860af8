"""Problems with remains in a text that were not meant to be published: notes, gaps, sample text, personal numbers."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

CONFLICT = Kind(
    "conflict-marker",
    _E,
    Wording(
        "Git left two versions here that it could not put together.",
        "Keep one of the two, and remove the lines that begin with <<<<<<<, ||||||| , ======= and >>>>>>>.",
    ),
    Wording(
        "Git để lại ở đây hai bản chưa gộp được.",
        "Hãy giữ một trong hai bản và xóa các dòng bắt đầu bằng <<<<<<<, |||||||, ======= và >>>>>>>.",
    ),
)
PLACEHOLDER = Kind(
    "placeholder",
    _E,
    Wording(
        "“{text}” only holds a place: nothing has been written here.",
        "Write what belongs here, or remove it; an article that is not finished has the line “draft: true”.",
    ),
    Wording(
        "“{text}” chỉ là chỗ để trống, chưa có nội dung.",
        "Hãy viết nội dung, hoặc xóa đi; bài chưa viết xong thì ghi thêm dòng “draft: true”.",
    ),
)
UNFINISHED = Kind(
    "unfinished",
    _W,
    Wording(
        "“{text}” is a note to those who work on this, and would be published.",
        "Write what is missing, or remove the note; an article that is not finished has the line “draft: true”.",
    ),
    Wording(
        "“{text}” là ghi chú của người soạn mà sẽ bị đăng lên.",
        "Hãy viết phần còn thiếu, hoặc xóa ghi chú; bài chưa viết xong thì ghi thêm dòng “draft: true”.",
    ),
)
SAMPLE_TEXT = Kind(
    "sample-text",
    _W,
    Wording(
        "This is a sentence of the sample that a new bulletin comes with: “{text}”",
        "Write your own. A file that never was public may be deleted; in another one, write “gone:”.",
    ),
    Wording(
        "Đây là câu mẫu có sẵn trong bản tin mới: “{text}”",
        "Hãy viết nội dung của mình. Tệp chưa từng công khai thì xóa được; đã công khai thì ghi “gone:” vào tệp.",
    ),
)
SAMPLE_ADDRESS = Kind(
    "sample-address",
    _W,
    Wording(
        "“{text}” is an address for examples, which leads nowhere.",
        "Write the real address, or remove it.",
    ),
    Wording(
        "“{text}” là địa chỉ ví dụ, không dẫn tới đâu.",
        "Hãy ghi địa chỉ thật, hoặc xóa đi.",
    ),
)
SAMPLE_SITE = Kind(
    "sample-address",
    _W,
    Wording(
        "“{text}” is an address for examples: feeds, cards and search engines would send readers there.",
        "Write the address that the site will have, such as https://bantin.co-quan.gov.vn/",
    ),
    Wording(
        "“{text}” là địa chỉ ví dụ: kênh tin, thẻ chia sẻ và máy tìm kiếm sẽ dẫn bạn đọc tới đó.",
        "Hãy ghi địa chỉ thật của trang, ví dụ https://bantin.co-quan.gov.vn/",
    ),
)
PERSONAL_NUMBER = Kind(
    "personal-number",
    _W,
    Wording(
        "“{number}” seems to be the {en} of a person, which everybody could read.",
        "Remove it; if it may be public, say so in the front matter: public_numbers: [{number}]",
    ),
    Wording(
        "“{number}” có vẻ là {vi} của một người, ai cũng sẽ đọc được.",
        "Hãy xóa đi; nếu được phép công khai, hãy ghi ở phần đầu tệp: public_numbers: [{number}]",
    ),
)
OPEN_GUESSES = Kind(
    "open-guesses",
    _W,
    Wording(
        "Guesses of an import that nobody has confirmed yet: {count}.",
        "Compare each with the words behind “#?”; if it is right, remove “#?” and what follows. "
        "To see all: bantin import review",
    ),
    Wording(
        "Còn {count} chỗ máy đoán khi nhập, chưa có người xác nhận.",
        "Hãy so với lời của nguồn sau dấu “#?”; đúng thì xóa từ “#?” đến hết dòng. Xem tất cả: bantin import review",
    ),
)
