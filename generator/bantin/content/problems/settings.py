"""Problems with the values of ``site.yml``: addresses, services, the editors' desk, deploy targets."""

from bantin.content.problems.values import meant
from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

BAD_COUNTER_BASE = Kind(
    "bad-counter-base",
    _E,
    Wording("“{value}” cannot be the address of the counter.", "Write a path whose last part begins with “_”: /_c."),
    Wording("“{value}” không dùng làm địa chỉ bộ đếm được.", "Hãy ghi đường dẫn có phần cuối bắt đầu bằng “_”: /_c."),
)
BAD_FIELD_KEY = Kind(
    "bad-field-key",
    _E,
    Wording(
        "“{value}” cannot be the key of a field.",
        "Write a word in lower-case letters without marks, digits and “_”, such as budget_source.",
    ),
    Wording(
        "“{value}” không dùng làm khóa của trường thông tin được.",
        "Hãy dùng chữ thường không dấu, chữ số và dấu “_”, ví dụ kinh_phi.",
    ),
)
FIELD_KEY_TAKEN = Kind(
    "field-key-taken",
    _E,
    Wording(
        "“{value}” is taken: it is a key of every agreement, or a word that the program needs.",
        "Give the field another key, such as {value}_2.",
    ),
    Wording(
        "“{value}” đã có nghĩa khác: là khóa có sẵn của văn bản hoặc từ dành riêng cho chương trình.",
        "Hãy đặt khóa khác cho trường thông tin này, ví dụ {value}_2.",
    ),
)
NO_CHOICES = Kind(
    "choices-of-choice",
    _E,
    Wording("There is nothing to choose from.", "Write below “choices:” an id and a name for each value: an-ninh: …"),
    Wording("Chưa có giá trị nào để chọn.", "Hãy ghi dưới “choices:” mã và tên của từng giá trị: an-ninh: …"),
)
CHOICES_OF_OTHER = Kind(
    "choices-of-choice",
    _E,
    Wording("A field of the kind “{value}” has no choices.", "Write “kind: choice”, or remove “choices:”."),
    Wording("Trường loại “{value}” không có các lựa chọn.", "Hãy ghi “kind: choice”, hoặc bỏ “choices:”."),
)
BAD_SERVICE = Kind(
    "bad-service",
    _E,
    Wording(
        "“{value}” cannot be the address of a service.",
        "Write a path whose last part begins with “_”, such as /_comments, or an address that begins with https://.",
    ),
    Wording(
        "“{value}” không dùng làm địa chỉ dịch vụ được.",
        "Hãy ghi đường dẫn có phần cuối bắt đầu bằng “_”, ví dụ /_binh-luan, hoặc địa chỉ bắt đầu bằng https://.",
    ),
)
BAD_GISCUS = Kind(
    "bad-giscus",
    _E,
    Wording("“{value}” cannot stand here.", "Copy it from giscus.app, where it looks like {example}."),
    Wording("“{value}” không dùng được ở đây.", "Hãy chép lại từ giscus.app, có dạng như {example}."),
)
BAD_DESK = Kind(
    "bad-desk",
    _E,
    Wording(
        "The backend {backend} cannot work with the repository “{value}”.",
        "Write repository: owner/name; the backends desk and test-repo have none.",
    ),
    Wording(
        "{backend} không dùng được với kho “{value}”.",
        "Hãy ghi repository: chủ/tên-kho; desk và test-repo thì không có.",
    ),
)
ONE_ENGINE = Kind(
    "one-engine",
    _E,
    Wording("Comments go into one place.", "Write either isso or giscus."),
    Wording("Bình luận chỉ dùng một nơi lưu.", "Hãy ghi isso hoặc giscus."),
)
BAD_TIMEZONE = Kind(
    "bad-timezone",
    _E,
    Wording("There is no time zone “{value}”.", "Write its IANA name, such as Asia/Ho_Chi_Minh."),
    Wording("Không có múi giờ “{value}”.", "Hãy ghi tên IANA, ví dụ Asia/Ho_Chi_Minh."),
)
BAD_TIMEZONE_MEANT = meant(BAD_TIMEZONE)
BAD_BASE_URL = Kind(
    "bad-base-url",
    _E,
    Wording(
        "“{value}” is not the address of a site.",
        "Write it like https://bantin.example.vn/ or https://example.vn/ban-tin/: only letters, digits, “-._~”.",
    ),
    Wording(
        "“{value}” không phải là địa chỉ của trang.",
        "Hãy ghi như https://bantin.example.vn/ hoặc https://example.vn/ban-tin/: đường dẫn gồm chữ, số và “-._~”.",
    ),
)
BAD_BASE_URL_MEANT = meant(BAD_BASE_URL)
BAD_REPOSITORY = Kind(
    "bad-repository",
    _E,
    Wording(
        "“{value}” does not tell where a file of a commit is found.",
        "Write it like https://git.example.vn/bulletin/blob/{{commit}}/{{path}}.",
    ),
    Wording(
        "“{value}” không cho biết nơi xem một tệp ở một commit.",
        "Hãy ghi như https://git.example.vn/ban-tin/blob/{{commit}}/{{path}}.",
    ),
)
BAD_LEGAL_DOCUMENTS = Kind(
    "bad-legal-documents",
    _E,
    Wording(
        "“{value}” does not tell where a legal document is found by its number.",
        "Write it like https://laws.example.vn/{{slug}}: https, and {{number}} or {{slug}} where the number stands.",
    ),
    Wording(
        "“{value}” không cho biết nơi xem một văn bản pháp luật theo số, ký hiệu.",
        "Hãy ghi như https://vanban.example.vn/{{slug}}: có https, và {{number}} hoặc {{slug}} ở chỗ của số, ký hiệu.",
    ),
)
BAD_TARGET = Kind(
    "bad-deploy-target",
    _E,
    Wording("“{value}” is not a place of the kind “{sort}”.", "Write it like this: {example}."),
    Wording("“{value}” không phải là nơi thuộc loại “{sort}”.", "Hãy ghi theo mẫu: {example}."),
)
SECRET_IN_TARGET = Kind(
    "secret-in-settings",
    _E,
    Wording(
        "A password does not belong in a file that everybody who works on the bulletin can read.",
        "Take it out, change it where it is used, and give it to the program as docs/publishing.md says.",
    ),
    Wording(
        "Không được ghi mật khẩu vào tệp mà ai làm bản tin cũng đọc được.",
        "Hãy xóa đi, đổi mật khẩu ở nơi đang dùng, rồi cung cấp cho chương trình theo docs/publishing.vi.md.",
    ),
)
NOT_OF_THIS_KIND = Kind(
    "not-of-this-kind",
    _E,
    Wording("“{key}” has no meaning for the kind “{sort}”.", "Remove it."),
    Wording("“{key}” không dùng được với loại “{sort}”.", "Hãy bỏ dòng này."),
)
