"""Problems with references from one file to another."""

from msgspec import Struct

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

_IN_VOCABULARY = (
    "Declare it in vocabulary.yml as “{slug}: …”, or write one that is declared: {known}.",
    "Hãy khai báo “{slug}: …” trong vocabulary.yml, hoặc ghi một mục đã khai báo: {known}.",
)


class UnknownId(Struct, frozen=True):
    """The problems of an id or name that is not declared.

    ``near``: a declared one is similar. ``several``: several have this name. ``joined``: several ids are in one item.
    ``none``: nothing similar is declared.
    """

    near: Kind
    several: Kind
    joined: Kind
    none: Kind


def _unknown(what: str, en: str, vi: str, declare: tuple[str, str]) -> UnknownId:
    """The problems of an undeclared id; ``en`` and ``vi`` name it in messages, ``declare`` says how to declare it."""
    messages = f"There is no {en} with the id or name “{{id}}”.", f"Không có {vi} nào mang mã hoặc tên “{{id}}”."
    near = "Did you mean {mended} ({name})?", "Có phải ý bạn là {mended} ({name})?"
    several = f"“{{id}}” may mean more than one {en}: {{known}}.", f"“{{id}}” có thể là nhiều {vi}: {{known}}."
    one_each = "Make each an item of its own: {ids}.", "Hãy ghi mỗi mã thành một mục riêng: {ids}."
    with_near, joined, without = (
        Kind(f"unknown-{what}", _E, *map(Wording, messages, hints)) for hints in (near, one_each, declare)
    )
    one_of = "Write the id that is meant: {ids}.", "Hãy ghi đúng mã: {ids}."
    return UnknownId(with_near, Kind("ambiguous-name", _E, *map(Wording, several, one_of)), joined, without)


UNKNOWN_AGENCY = _unknown(
    "agency",
    "agency",
    "cơ quan",
    (
        "Declare it: make a file content/agencies/{slug}.yml with a line “name: {name}”. If an agency that is declared "
        "is called so too, add this to “aliases” or “abbreviations” in its file.",
        "Hãy khai báo: tạo tệp content/agencies/{slug}.yml có dòng “name: {name}”. Nếu đây là tên khác của cơ quan đã "
        "khai báo, hãy thêm vào “aliases” hoặc “abbreviations” trong tệp của cơ quan đó.",
    ),
)
UNKNOWN_ABBREVIATION = Kind(
    "unknown-agency",
    _E,
    Wording(
        "No agency that is declared is called “{id}”, in short or in full.",
        "Add a line “abbreviations: [{id}]” to the file of the agency in content/agencies/, or make that file first if "
        "there is none, with a line “name: …”.",
    ),
    Wording(
        "Chưa có cơ quan nào được khai báo với tên hoặc tên viết tắt “{id}”.",
        "Hãy thêm dòng “abbreviations: [{id}]” vào tệp của cơ quan ấy trong content/agencies/; nếu chưa có tệp thì tạo "
        "tệp có dòng “name: …”.",
    ),
)
AGENCY_FILE_RENAMED = Kind(
    "unknown-agency",
    _E,
    Wording(
        "The agency “{id}” is public, and its file content/agencies/{id}.yml is not there any more.",
        "Give the file its old name again: ids never change. If the agency got another name, write that in the file.",
    ),
    Wording(
        "Cơ quan “{id}” đã công khai, nay không còn tệp content/agencies/{id}.yml.",
        "Hãy đặt lại tên tệp như cũ: mã không được thay đổi. Nếu cơ quan đổi tên, hãy ghi tên mới vào trong tệp.",
    ),
)
RECORD_RENAMED = Kind(
    "unknown-record",
    _E,
    Wording(
        "The record “{id}” is public, and no file has this id any more.",
        "Ids never change: name its file {id}.md again; if it is in an article, write “id: {id}” under “agreement:”.",
    ),
    Wording(
        "Văn bản “{id}” đã công khai, nay không tệp nào mang mã này nữa.",
        "Mã không được thay đổi: hãy đặt lại tên tệp là {id}.md; nếu văn bản ở trong bài, ghi “id: {id}” dưới "
        "“agreement:”.",
    ),
)
UNKNOWN_TYPE = _unknown("type", "type of document", "loại văn bản", _IN_VOCABULARY)
UNKNOWN_FIELD = _unknown("field", "field", "lĩnh vực", _IN_VOCABULARY)
UNKNOWN_SECTION = _unknown(
    "section",
    "section",
    "chuyên mục",
    (
        "Declare it under “sections:” in site.yml as “{slug}: …”, or write one that is declared: {known}.",
        "Hãy khai báo “{slug}: …” dưới “sections:” trong site.yml, hoặc ghi một mục đã khai báo: {known}.",
    ),
)
UNKNOWN_REPLACEMENT = _unknown(
    "replacement",
    "file of the bulletin",
    "tệp của bản tin",
    (
        "Write the id of a record, the path of a file (/articles/2026/….md) or a web address (https://…), or leave the "
        "line out.",
        "Hãy ghi mã bản ghi, đường dẫn tệp (/articles/2026/….md) hoặc địa chỉ web (https://…), hoặc xóa dòng này.",
    ),
)
UNKNOWN_RECORD = _unknown(
    "record",
    "record",
    "bản ghi",
    (
        "Name a record by its id (“id:” below “agreement:”, or its article's file name), its number or its file; for "
        "other documents use “external:”.",
        "Hãy ghi mã bản ghi (“id:” dưới “agreement:”, hoặc tên tệp bài viết), số ký hiệu hoặc tên tệp; văn bản bên "
        "ngoài thì dùng “external:”.",
    ),
)
DUPLICATE_RECORD = Kind(
    "duplicate-record",
    _E,
    Wording(
        "The record id “{id}” is already taken by {other}.", "Give one of the two its own “id: …” below “agreement:”."
    ),
    Wording(
        "Mã bản ghi “{id}” đã được dùng trong {other}.", "Hãy đặt “id: …” khác dưới “agreement:” cho một trong hai."
    ),
)
AGENCY_CYCLE = Kind(
    "agency-cycle",
    _E,
    Wording("The agency stands above itself: {chain}.", "Correct one “parent”."),
    Wording("Cơ quan nằm trên chính nó: {chain}.", "Hãy sửa lại một mục “parent”."),
)
DRAFT_AGENCY = Kind(
    "draft-agency",
    _E,
    Wording(
        "The agency “{id}” is a draft that nobody has confirmed yet.",
        "Check its name in {file}, and remove the line “draft: true” there; or keep this file a draft, too.",
    ),
    Wording(
        "Cơ quan “{id}” còn là bản nháp, chưa có người xác nhận.",
        "Hãy xem lại tên trong {file} rồi xóa dòng “draft: true” ở tệp đó; hoặc để tệp này cũng là bản nháp.",
    ),
)
EMBARGOED_AGENCY = Kind(
    "embargoed-agency",
    _E,
    Wording(
        "This is public before the embargo on the agency “{id}” ends.",
        "Give this file an “embargo” that does not end before; or change the one in {file}.",
    ),
    Wording(
        "Tệp này được công khai trước khi cơ quan “{id}” hết thời hạn giữ kín.",
        "Hãy ghi “embargo” cho tệp này đến cùng lúc hoặc muộn hơn; hoặc sửa “embargo” trong {file}.",
    ),
)
AGENCY_OF_EMBARGOED = Kind(
    "agency-of-embargoed",
    _W,
    Wording(
        "Only files under embargo name the agency “{id}”, but its own page is public.",
        "If its name would give something away, write the same “embargo” into {file}.",
    ),
    Wording(
        "Chỉ những tệp đang giữ kín nhắc đến cơ quan “{id}”, nhưng trang của cơ quan này vẫn công khai.",
        "Nếu tên cơ quan cũng phải giữ kín, hãy ghi “embargo” như vậy vào {file}.",
    ),
)
NO_SUCH_FILE = Kind(
    "no-such-file",
    _E,
    Wording("There is no file {path}.", "Put it there, or correct the name; capital letters count."),
    Wording("Không có tệp {path}.", "Hãy đặt tệp vào đó hoặc sửa lại tên; chữ hoa khác chữ thường."),
)
OLD_OFFICE_FILE = Kind(
    "old-office-file",
    _E,
    Wording(
        "A file {suffix}, of Office 97–2003, cannot be looked into before it is published.",
        "Open it, save it as {better} or PDF, and name that file here.",
    ),
    Wording(
        "Tệp {suffix} (Office 97–2003) không kiểm tra được bên trong trước khi đăng.",
        "Hãy mở ra, lưu lại thành {better} hoặc PDF, rồi ghi tên tệp mới ở đây.",
    ),
)
BAD_FILE_TYPE = Kind(
    "bad-file-type",
    _E,
    Wording("A file “{suffix}” cannot be published here.", "Use one of: {allowed}."),
    Wording("Không đăng được tệp “{suffix}” ở đây.", "Hãy dùng một trong: {allowed}."),
)
WRONG_SUM = Kind(
    "checksum-mismatch",
    _E,
    Wording("The file's SHA-256 is {actual}, not the one stated.", "Check that this is the signed file."),
    Wording("Mã SHA-256 của tệp là {actual}, khác với mã đã ghi.", "Hãy kiểm tra đây có đúng là bản đã ký."),
)
