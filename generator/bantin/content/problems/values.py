"""Problems with the values of a file, alone and together."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING


def meant(kind: Kind) -> Kind:
    """The same problem as ``kind`` for values whose meaning is clear: the hint gives the correct value to copy."""
    en, vi = Wording(kind.en.message, "Write: {mended}"), Wording(kind.vi.message, "Hãy ghi: {mended}")
    return Kind(kind.code, kind.severity, en, vi)


EXPECTED_TEXT = Kind(
    "expected-text",
    _E,
    Wording("Here must be a text.", "Write it on one line, in quotes if it has “: ” or “#” in it."),
    Wording("Ở đây phải là một đoạn văn bản.", "Hãy viết trên một dòng, đặt trong nháy nếu có “: ” hoặc “#”."),
)
NO_WORDS = Kind(
    "no-words",
    _E,
    Wording("“{value}” says nothing.", "Write the value; if it is not known, “unknown”; or remove the line."),
    Wording("“{value}” không cho biết gì.", "Hãy ghi giá trị; nếu không rõ, hãy ghi “unknown”, hoặc bỏ dòng này."),
)
IDS_TOGETHER = Kind(
    "ids-together",
    _E,
    Wording("These ids stand in one item of the list.", "Separate them by commas in brackets: {mended}"),
    Wording("Các mã này nằm chung trong một mục của danh sách.", "Hãy ngăn cách bằng dấu phẩy, trong ngoặc: {mended}"),
)
EXPECTED_LIST = Kind(
    "expected-list",
    _E,
    Wording("Here must be a list.", "Put each item on a line of its own, after “- ”."),
    Wording("Ở đây phải là một danh sách.", "Hãy viết mỗi mục một dòng, sau dấu “- ”."),
)
NAMED_TWICE = Kind(
    "duplicate-key",
    _E,
    Wording("“{name}” and “{other}” are names for the same thing.", "Keep one of the two."),
    Wording("“{name}” và “{other}” là hai tên của cùng một mục.", "Hãy giữ lại một trong hai."),
)
EXPECTED_MAPPING = Kind(
    "expected-mapping",
    _E,
    Wording("Here must be lines of the form “key: value”.", "Keys that can stand here: {known}."),
    Wording("Ở đây phải là các dòng dạng “khóa: giá trị”.", "Các khóa dùng được: {known}."),
)
BAD_CHOICE = Kind(
    "bad-choice",
    _E,
    Wording("“{value}” is not one of the values that can stand here.", "Write one of: {choices}."),
    Wording("“{value}” không phải là giá trị dùng được ở đây.", "Hãy chọn một trong: {choices}."),
)
BAD_CHOICE_MEANT = Kind(
    "bad-choice",
    _E,
    Wording(BAD_CHOICE.en.message, "Write: {mended}. What can stand here: {choices}."),
    Wording(BAD_CHOICE.vi.message, "Hãy ghi: {mended}. Các giá trị dùng được: {choices}."),
)
TWO_CHOICES = Kind(
    "bad-choice",
    _E,
    Wording("“{value}” may mean two things here.", "Write one of: {choices}."),
    Wording("“{value}” ở đây có thể hiểu theo hai nghĩa.", "Hãy ghi một trong: {choices}."),
)
INVERSE_RELATION = Kind(
    "inverse-relation",
    _E,
    Wording(
        "“{value}” is told from the wrong side: only the later agreement names the earlier one.",
        "Put “kind: {relation}” into the article of the later agreement; this page will show “{value}” by itself.",
    ),
    Wording(
        "“{value}” là ghi ngược chiều: chỉ văn bản sau nêu văn bản trước.",
        "Hãy ghi “kind: {relation}” trong bài của văn bản sau; trang này sẽ tự hiện “{value}”.",
    ),
)
BAD_NUMBER = Kind(
    "bad-number",
    _E,
    Wording("“{value}” is not a whole number from {least} to {most}.", "Write digits only."),
    Wording("“{value}” không phải số nguyên từ {least} đến {most}.", "Hãy chỉ dùng chữ số."),
)
BAD_NUMBER_MEANT = meant(BAD_NUMBER)
BAD_YES_NO = Kind(
    "bad-yes-no",
    _E,
    Wording("“{value}” is neither yes nor no.", "Write true or false."),
    Wording("“{value}” không phải là có hoặc không.", "Hãy ghi true hoặc false."),
)
BAD_YES_NO_MEANT = meant(BAD_YES_NO)
BAD_SLUG = Kind(
    "bad-slug",
    _E,
    Wording("“{value}” cannot stand in an address.", "Use lower-case letters a–z, digits and single “-”."),
    Wording("“{value}” không dùng được trong địa chỉ.", "Hãy dùng chữ thường a–z, chữ số và dấu “-”."),
)
BAD_SLUG_MEANT = Kind(
    "bad-slug",
    _E,
    Wording(BAD_SLUG.en.message, "Use lower-case letters a–z, digits and single “-”: {mended}"),
    Wording(BAD_SLUG.vi.message, "Hãy dùng chữ thường a–z, chữ số và dấu “-”: {mended}"),
)
LONG_FOR_ADDRESS = Kind(
    "too-long-for-address",
    _E,
    Wording("“{value}” is too long for the name of a file, which its address becomes.", "Shorten it to 80 letters."),
    Wording("“{value}” quá dài: địa chỉ tạo từ đó không đặt được làm tên tệp.", "Hãy rút gọn còn 80 chữ cái."),
)
BAD_TAG = Kind(
    "bad-tag",
    _E,
    Wording("No address can be made of the topic “{value}”.", "Use words with letters or digits."),
    Wording("Không tạo được địa chỉ từ chủ đề “{value}”.", "Hãy dùng từ có chữ cái hoặc chữ số."),
)
BAD_URL = Kind(
    "bad-url",
    _E,
    Wording("“{value}” is not a web address.", "Write it in full, beginning with https://."),
    Wording("“{value}” không phải là địa chỉ trang web.", "Hãy ghi đầy đủ, bắt đầu bằng https://."),
)
BAD_URL_MEANT = meant(BAD_URL)
BAD_ALIAS = Kind(
    "bad-alias",
    _E,
    Wording("“{value}” is not an old address of this site.", "Write its path, such as /tin-tuc/123.html or /cu/bai/."),
    Wording("“{value}” không phải là địa chỉ cũ của trang này.", "Hãy ghi như /tin-tuc/123.html hoặc /cu/bai/."),
)
BAD_ALIAS_MEANT = meant(BAD_ALIAS)
BAD_ALIAS_QUERY = Kind(
    "bad-alias",
    _E,
    Wording(
        "“{value}” is not an old address of this site.",
        "Write /path?name=value, such as /tin.aspx?id=17&p=2, with nothing but what tells the page from others: "
        "each name once, 300 characters at most.",
    ),
    Wording(
        "“{value}” không phải là địa chỉ cũ của trang này.",
        "Hãy ghi như /tin.aspx?id=17&p=2, chỉ giữ những gì phân biệt trang này với trang khác: mỗi tên một lần, "
        "không quá 300 ký tự.",
    ),
)
BAD_PATH = Kind(
    "bad-path",
    _E,
    Wording("“{value}” leads out of the content folder.", "Name a file beside the article, in media/ or documents/."),
    Wording("“{value}” dẫn ra ngoài thư mục nội dung.", "Hãy ghi tên tệp cạnh bài viết, trong media/ hoặc documents/."),
)
BAD_SHA256 = Kind(
    "bad-sha256",
    _E,
    Wording("“{value}” is not a SHA-256 sum.", "It has 64 digits 0–9 and a–f; `sha256sum FILE` prints it."),
    Wording("“{value}” không phải là mã SHA-256.", "Mã gồm 64 ký tự 0–9, a–f; lệnh `sha256sum TỆP` in ra mã này."),
)
BAD_SHA256_MEANT = meant(BAD_SHA256)
TOO_FEW = Kind(
    "too-few",
    _E,
    Wording("“{key}” needs at least {least}.", "An agreement has at least two parties and one field."),
    Wording("“{key}” cần ít nhất {least} mục.", "Văn bản có ít nhất hai bên ký kết và một lĩnh vực."),
)
NEEDS_REASON = Kind(
    "needs-reason",
    _E,
    Wording("If the full text is not public, say why.", "Write “text_public:” and below it “    no: the reason”."),
    Wording(
        "Nếu không công bố toàn văn, hãy nêu lý do.", "Hãy viết “text_public:” và dưới đó một dòng “    no: lý do”."
    ),
)
CLEARANCE = Kind(
    "clearance",
    _E,
    Wording("Only “cong-khai” articles can be published; this one says “{value}”.", "Take it out of the content."),
    Wording("Chỉ đăng bài có chế độ “cong-khai”; bài này ghi “{value}”.", "Hãy đưa tệp ra khỏi thư mục nội dung."),
)
CLEARANCE_MEANT = meant(CLEARANCE)
SIGNATORY_NOT_PARTY = Kind(
    "signatory-not-party",
    _E,
    Wording("“{party}” is not one of the parties.", "The parties of this agreement are: {parties}."),
    Wording("“{party}” không phải là một bên ký kết.", "Các bên của văn bản này: {parties}."),
)
SIGNATORY_NEARLY_PARTY = Kind(
    "signatory-not-party",
    _E,
    Wording(SIGNATORY_NOT_PARTY.en.message, "Did you mean {mended}? The parties of this agreement are: {parties}."),
    Wording(SIGNATORY_NOT_PARTY.vi.message, "Có phải ý bạn là {mended}? Các bên của văn bản này: {parties}."),
)
PARTY_TWICE = Kind(
    "party-twice",
    _E,
    Wording("“{party}” is already a party.", "Name each party once."),
    Wording("“{party}” đã có trong danh sách các bên.", "Mỗi bên chỉ ghi một lần."),
)
PARTY_BY_TWO_NAMES = Kind(
    "party-twice",
    _E,
    Wording("“{party}” and “{other}” are one agency: {id}.", "Name each party once."),
    Wording("“{party}” và “{other}” là một cơ quan: {id}.", "Mỗi bên chỉ ghi một lần."),
)
TO_OR_EXTERNAL = Kind(
    "to-or-external",
    _E,
    Wording("A relation leads to one document.", "Give either “to: record-id” or “external: {{title: '…'}}”."),
    Wording("Mỗi quan hệ dẫn đến một văn bản.", "Hãy ghi “to: mã-bản-ghi” hoặc “external: {{title: '…'}}”."),
)
RELATED_TO_ITSELF = Kind(
    "related-to-itself",
    _E,
    Wording("The agreement is related to itself.", "Name another record."),
    Wording("Văn bản có quan hệ với chính nó.", "Hãy ghi mã của bản ghi khác."),
)
LOOK_ALIKE = Kind(
    "look-alike-letter",
    _W,
    Wording("“{typed}” is not the Vietnamese “{meant}”, only looks like it ({code}).", "Type “{mended}” instead."),
    Wording("“{typed}” không phải chữ “{meant}” tiếng Việt, chỉ trông giống ({code}).", "Hãy gõ lại “{mended}”."),
)
MIXED_TONES = Kind(
    "mixed-tones",
    _W,
    Wording("“{word}” and “{other}” place their tones differently.", "Keep to one way throughout a text."),
    Wording("“{word}” và “{other}” đặt dấu thanh theo hai kiểu khác nhau.", "Trong một văn bản nên dùng một kiểu."),
)
LONG_SUMMARY = Kind(
    "long-summary",
    _W,
    Wording(
        "The summary has {length} characters; who is in a hurry reads {most} at most.",
        "Leave only what the reader has to know.",
    ),
    Wording(
        "Phần tóm tắt dài {length} ký tự; bạn đọc vội chỉ đọc được {most} ký tự.",
        "Hãy rút gọn, chỉ giữ điều bạn đọc cần biết.",
    ),
)
