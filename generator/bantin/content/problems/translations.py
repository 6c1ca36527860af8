"""Problems with the languages of a bulletin, and with translations."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

MAIN_LANGUAGE_MISSING = Kind(
    "main-language-missing",
    _E,
    Wording("“languages” lacks the main language, {language}.", "Add it: the main language is always published."),
    Wording("“languages” thiếu ngôn ngữ chính, {language}.", "Hãy thêm vào: ngôn ngữ chính luôn được xuất bản."),
)
NO_ORIGINAL = Kind(
    "translation-without-original",
    _E,
    Wording("There is nothing that this translates: there is no {original}.", "Rename it after the original’s file."),
    Wording("Bản dịch này không có bản gốc: không có {original}.", "Hãy đặt tên bản dịch theo tên tệp của bản gốc."),
)
NOT_PUBLISHED = Kind(
    "translation-not-published",
    _W,
    Wording(
        "This translation ({language}) is shown nowhere.",
        "Add the language to “languages” in site.yml; the main language needs no translation.",
    ),
    Wording(
        "Bản dịch này ({language}) không hiện ở trang nào.",
        "Hãy thêm ngôn ngữ vào “languages” trong site.yml; ngôn ngữ chính thì không cần bản dịch.",
    ),
)
INCOMPLETE = Kind(
    "translation-incomplete",
    _W,
    Wording("“{key}” is not translated; readers see that of the original.", "Add “{key}: …”."),
    Wording("Chưa dịch “{key}”; bạn đọc sẽ thấy phần này như trong bản gốc.", "Hãy thêm “{key}: …”."),
)
OF_ORIGINAL = Kind(
    "fact-in-translation",
    _E,
    Wording("“{key}” belongs to the original; a translation gives words only.", "Remove it here. Known here: {known}."),
    Wording("“{key}” chỉ ghi ở bản gốc; bản dịch chỉ có phần lời.", "Hãy bỏ ở đây. Các khóa dùng được: {known}."),
)
NOT_IN_ORIGINAL = Kind(
    "not-in-original",
    _E,
    Wording("The original, {original}, has no “{id}”.", "Write it as the original does, or remove it."),
    Wording("Bản gốc {original} không có “{id}”.", "Hãy viết đúng như trong bản gốc, hoặc bỏ đi."),
)
TEXT_WITHOUT_ORIGINAL = Kind(
    "translated-text-without-original",
    _E,
    Wording(
        "This translates a text that {original} does not have.",
        "Put the text into the original if it is public; otherwise remove it here.",
    ),
    Wording(
        "Tệp này dịch một toàn văn mà {original} không có.",
        "Nếu văn bản được công khai, hãy đưa toàn văn vào bản gốc; nếu không, hãy bỏ ở đây.",
    ),
)
PROVISION_NOT_IN_ORIGINAL = Kind(
    "provision-not-in-original",
    _W,
    Wording(
        "The original, {original}, has no provision “{provision}”.",
        "Number the provisions as in the original, so that readers find the same ones.",
    ),
    Wording(
        "Bản gốc {original} không có “{provision}”.",
        "Hãy đánh số các điều, khoản, điểm như bản gốc để bạn đọc đối chiếu được.",
    ),
)
PROVISION_NOT_TRANSLATED = Kind(
    "provision-not-translated",
    _W,
    Wording("The translation lacks “{provision}”, which is on line {line} of {original}.", "Translate it as well."),
    Wording("Bản dịch thiếu “{provision}”, ở dòng {line} của {original}.", "Hãy dịch cả phần này."),
)
TRANSLATED_TEXT_AMENDED = Kind(
    "translated-text-amended",
    _W,
    Wording(
        "The text of {original} was amended, so that this translation of the signed text is not shown.",
        "Remove the text here; readers see the versions in the original language.",
    ),
    Wording(
        "Toàn văn của {original} đã được sửa đổi, nên bản dịch của bản đã ký ở đây không được hiển thị.",
        "Hãy bỏ phần toàn văn ở đây; bạn đọc xem các phiên bản bằng ngôn ngữ gốc.",
    ),
)
