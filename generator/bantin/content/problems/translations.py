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
