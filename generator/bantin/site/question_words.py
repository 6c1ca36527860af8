"""The words in which questions to the search ask for statuses, events, years, or nothing in particular."""

from collections.abc import Mapping

from bantin.domain.model import EventKind, Status
from bantin.domain.problems import Language

Words = Mapping[Language, tuple[str, ...]]

STATUSES: Mapping[Status, Words] = {
    Status.IN_FORCE: {
        "vi": ("đang còn hiệu lực", "vẫn còn hiệu lực", "đang có hiệu lực", "có hiệu lực", "đang hiệu lực"),
        "en": ("still in force", "currently in force", "in effect"),
    },
    Status.ENDED: {
        "vi": ("hết hiệu lực", "đã hết hiệu lực", "không còn hiệu lực", "hết hạn", "đã hết hạn"),
        "en": ("not in force", "ended", "expired", "out of force"),
    },
    Status.NOT_YET: {"vi": ("chưa hiệu lực",), "en": ("not yet in effect",)},
    Status.PARTLY: {"vi": ("hết hiệu lực một phần",), "en": ("partly ended",)},
    Status.SUSPENDED: {
        "vi": ("tạm ngưng hiệu lực", "bị ngưng hiệu lực", "đang ngưng hiệu lực", "đình chỉ", "bị đình chỉ"),
        "en": ("on hold",),
    },
    Status.UNKNOWN: {"vi": ("chưa rõ hiệu lực",), "en": ("unknown whether in force",)},
}
"""The words for statuses, besides their labels."""

HAPPENED: Mapping[EventKind, Words] = {
    EventKind.REPLACED: {"vi": ("bị thay thế", "đã bị thay thế", "được thay thế", "đã thay thế"), "en": ("replaced",)},
    EventKind.AMENDED: {
        "vi": (
            "được sửa đổi",
            "bị sửa đổi",
            "đã sửa đổi",
            "đã được sửa đổi",
            "được sửa đổi bổ sung",
            "sửa đổi bổ sung",
        ),
        "en": ("amended",),
    },
    EventKind.EXTENDED: {"vi": ("được gia hạn", "đã gia hạn", "đã được gia hạn"), "en": ("extended", "renewed")},
    EventKind.TERMINATED: {"vi": ("chấm dứt", "bị chấm dứt", "đã chấm dứt"), "en": ("terminated",)},
}
"""The events that results can be narrowed by, and the words for what has happened."""

ENDING: Words = {
    "vi": ("sắp hết hạn", "sắp hết hiệu lực", "sắp đến hạn", "sắp hết thời hạn"),
    "en": ("ending soon", "expiring soon", "about to expire", "soon to expire", "expiring", "ends soon"),
}
"""The words for agreements whose term is about to end."""

YEARS: Words = {
    "vi": ("năm", "trong năm", "ký năm", "ký trong năm", "vào năm"),
    "en": ("in", "of", "year", "signed in"),
}
"""The words before a year."""

LINKS: Words = {
    "vi": (
        *(
            "với",
            "và",
            "giữa",
            "cùng",
            "ký",
            "kết",
            "của",
            "do",
            "về",
            "cho",
            "trong",
            "là",
            "gì",
            "nào",
            "ai",
            "ở đâu",
        ),
        *("các", "những", "mọi", "tất cả", "có", "được", "bị", "đã", "đang", "hiện", "hiện nay", "bao nhiêu", "thuộc"),
        *("phối hợp với", "liên quan", "liên quan đến", "ban hành", "tìm", "xem", "văn bản", "danh sách", "danh mục"),
        *("tài liệu", "thông tin", "nội dung", "trang", "gồm", "số", "số hiệu"),
    ),
    "en": (
        *("and", "with", "between", "signed", "sign", "by", "of", "the", "a", "an", "about", "on", "for", "in", "from"),
        *("to", "what", "which", "who", "that", "is", "are", "was", "were", "has", "have", "did", "does", "all", "any"),
        *("find", "show", "list", "page", "agreement", "agreements", "document", "documents", "number", "no"),
    ),
}
"""Words that only link others: they are not looked for where they begin or end what is left of a question."""
