"""Problems with the names of people."""

from bantin.domain.problems import Kind, Severity, Wording

_W = Severity.WARNING

_TITLE = (
    "“{value}” is more than a name: the register would take “{value}” and “{name}” for two people.",
    "“{value}” không chỉ có họ tên: trang web sẽ coi “{value}” và “{name}” là hai người.",
)
TITLE_IN_NAME = Kind(
    "title-in-name",
    _W,
    Wording(_TITLE[0], "Write {mended} here."),
    Wording(_TITLE[1], "Hãy chỉ ghi {mended}."),
)
TITLE_TO_MOVE = Kind(
    "title-in-name",
    _W,
    Wording(_TITLE[0], "Write {mended} here, and beside it: {moved}."),
    Wording(_TITLE[1], "Hãy chỉ ghi {mended}, và ghi thêm bên cạnh: {moved}."),
)
CAPITALS = Kind(
    "name-in-capitals",
    _W,
    Wording("The capitals of “{value}” are not those of a name.", "Write {mended}."),
    Wording("“{value}” viết hoa, viết thường không đúng kiểu họ tên.", "Hãy viết {mended}."),
)
_TWO = (
    "“{value}” is several people; the register would take them for one.",
    "“{value}” là nhiều người; trang web sẽ coi là một người.",
)
TWO_IN_ONE = Kind(
    "two-people-in-one",
    _W,
    Wording(_TWO[0], "Make an item of its own for each: {names}."),
    Wording(_TWO[1], "Hãy ghi mỗi người thành một mục riêng: {names}."),
)
TWO_IN_LIST = Kind(
    "two-people-in-one",
    _W,
    Wording(_TWO[0], "Write {mended}."),
    Wording(_TWO[1], "Hãy viết {mended}."),
)
SPELT_OTHERWISE = Kind(
    "name-spelt-otherwise",
    _W,
    Wording("“{value}” is “{other}” in {place}.", "Keep to one spelling; if it should be that one, write {mended}."),
    Wording(
        "“{value}” ở {place} viết là “{other}”.",
        "Hãy thống nhất một cách viết; nếu theo cách kia, hãy viết {mended}.",
    ),
)
MARKS_MISSING = Kind(
    "marks-missing",
    _W,
    Wording(
        "“{value}” has no marks, and is another name than “{other}” in {place}.",
        "If they are the same, write {mended}.",
    ),
    Wording(
        "“{value}” không có dấu nên thành tên khác với “{other}” ở {place}.",
        "Nếu là một, hãy viết {mended}.",
    ),
)
