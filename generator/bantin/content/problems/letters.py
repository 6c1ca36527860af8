"""Problems with single characters: invisible, lost, or from another alphabet."""

from bantin.content.problems.values import LOOK_ALIKE
from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

INVISIBLE = Kind(
    "invisible-character",
    _W,
    Wording(
        "There is an invisible character in “{word}” ({code}), for which no search will find it.",
        "Delete this and type “{mended}”.",
    ),
    Wording(
        "Trong “{word}” có ký tự vô hình ({code}), khiến tìm kiếm không ra.",
        "Hãy xóa chỗ này và gõ lại “{mended}”.",
    ),
)
LOST = Kind(
    "lost-character",
    _E,
    Wording(
        "A letter was lost here when the text was converted ({code}): “{word}”.",
        "Look into the original and type the word again.",
    ),
    Wording(
        "Ở đây có chữ bị mất khi chuyển mã ({code}): “{word}”.",
        "Hãy xem bản gốc và gõ lại từ này.",
    ),
)
BROKEN = Kind(
    LOST.code,
    _E,
    Wording(
        "Readers would see an empty box here: “{word}” has a sign of Wingdings, or a lost picture ({code}).",
        "Write “{mended}” instead.",
    ),
    Wording(
        "Bạn đọc sẽ thấy ô trống ở đây: “{word}” có ký hiệu của phông Wingdings hoặc hình bị mất ({code}).",
        "Hãy ghi “{mended}”.",
    ),
)
SPACE = Kind(
    "odd-space",
    _W,
    Wording("The space in “{word}” is no ordinary one ({code}).", "Type “{mended}” with the space bar."),
    Wording("Dấu cách trong “{word}” không phải dấu cách thường ({code}).", "Hãy gõ lại “{mended}” bằng phím cách."),
)
MARK = Kind(
    "stray-mark",
    _W,
    Wording("There is a mark too many in “{word}” ({code}).", "Type “{mended}” instead."),
    Wording("Trong “{word}” có dấu thừa ({code}).", "Hãy gõ lại “{mended}”."),
)
LOOK_ALIKE_WORD = Kind(
    LOOK_ALIKE.code,
    _W,
    Wording("“{typed}” in “{word}” is not “{meant}”, only looks like it ({code}).", "Type “{mended}” instead."),
    Wording("“{typed}” trong “{word}” không phải là “{meant}”, chỉ trông giống ({code}).", "Hãy gõ lại “{mended}”."),
)
DASH = Kind(
    "odd-dash",
    _W,
    Wording("The number “{word}” has a dash ({code}) where a hyphen belongs.", "Type “{mended}” instead."),
    Wording("Trong số, ký hiệu “{word}” có dấu gạch khác ({code}) thay cho dấu gạch nối.", "Hãy gõ lại “{mended}”."),
)
