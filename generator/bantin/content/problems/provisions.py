"""Problems with the text of an agreement: its numbers, its references, and its size.

The signed text may contain the mistakes itself, so doubtful places are warnings.
"""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

PROVISION_MISSING = Kind(
    "provision-missing",
    _W,
    Wording(
        "“{found}” stands where “{expected}” would come next.",
        "Add what is missing, or correct the number if it is wrong here but not in the signed document.",
    ),
    Wording(
        "Đến “{found}”, trong khi tiếp theo phải là “{expected}”.",
        "Hãy bổ sung phần còn thiếu; nếu số thứ tự ở đây khác văn bản đã ký thì sửa lại cho đúng.",
    ),
)
PROVISION_TWICE = Kind(
    "provision-twice",
    _W,
    Wording(
        "“{found}” occurs twice; the first one is in line {first}. Links lead here by “{anchor}”.",
        "Correct the number unless the signed document has it so. What is attached to the text begins with “Phụ lục”; "
        "what it quotes stands in quotation marks.",
    ),
    Wording(
        "“{found}” bị lặp lại; lần đầu ở dòng {first}. Liên kết đến đây ghi là “{anchor}”.",
        "Hãy sửa số thứ tự nếu văn bản đã ký không ghi như vậy. Phần kèm theo phải mở đầu bằng “Phụ lục”; phần trích "
        "dẫn phải đặt trong dấu ngoặc kép.",
    ),
)
PROVISION_OUT_OF_ORDER = Kind(
    "provision-out-of-order",
    _W,
    Wording("“{found}” comes after “{previous}”.", "Put both in order, or correct the numbers."),
    Wording("“{found}” đứng sau “{previous}”.", "Hãy xếp lại cho đúng thứ tự hoặc sửa số thứ tự."),
)
UNUSUAL_POINT_LETTER = Kind(
    "unusual-point-letter",
    _W,
    Wording(
        "Vietnamese documents have no point “{found}”: their letters are a, b, c, d, đ, e, g, h, i, k and so on.",
        "Check the letter in the signed document; leave it if it stands there.",
    ),
    Wording(
        "Văn bản tiếng Việt không có điểm “{found}”: điểm xếp theo a, b, c, d, đ, e, g, h, i, k …",
        "Hãy đối chiếu với văn bản đã ký; nếu bản ký ghi như vậy thì giữ nguyên.",
    ),
)
REFERENCE_TO_NO_PROVISION = Kind(
    "reference-to-no-provision",
    _W,
    Wording(
        "“{text}” refers to “{anchor}”, which this text does not have.",
        "Correct the reference, or add the provision; if another document is meant, name it after the provision.",
    ),
    Wording(
        "“{text}” dẫn đến “{anchor}”, nhưng văn bản này không có.",
        "Hãy sửa chỗ dẫn chiếu hoặc bổ sung phần được dẫn; nếu dẫn văn bản khác, hãy ghi tên văn bản ngay sau đó.",
    ),
)
ARTICLES_COUNTED = Kind(
    "articles-counted",
    _W,
    Wording(
        "The text has {count} articles, but “{key}” is {stated}.",
        "If the text is whole, write {count}; else add what it lacks.",
    ),
    Wording(
        "Văn bản có {count} điều, nhưng “{key}” ghi {stated}.",
        "Nếu văn bản đã đủ, hãy ghi {count}; nếu chưa, hãy bổ sung phần còn thiếu.",
    ),
)
TOO_MANY_PROVISIONS = Kind(
    "too-many-provisions",
    _E,
    Wording(
        "The text has {count} provisions; at most {most} are accepted.",
        "Publish tables and lists of this size as a document or as data.",
    ),
    Wording(
        "Văn bản có {count} điều, khoản, điểm; chỉ nhận tối đa {most}.",
        "Bảng biểu, danh mục lớn như vậy nên đăng thành tệp kèm theo hoặc dữ liệu.",
    ),
)
PROVISION_TOO_LONG = Kind(
    "provision-too-long",
    _E,
    Wording(
        "“{found}” has {length} characters of its own; at most {most} are accepted.",
        "Check whether the file is whole, and whether the provisions below have their numbers.",
    ),
    Wording(
        "Riêng “{found}” dài {length} ký tự; chỉ nhận tối đa {most}.",
        "Hãy kiểm tra tệp có nguyên vẹn không và các điều, khoản, điểm bên dưới có số thứ tự không.",
    ),
)
