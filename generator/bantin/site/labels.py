"""Labels of the values of front matter on pages and in data; themes may change those on pages."""

from bantin.domain.model import ChangeKind, EventKind, GoneKind, Level, OnBehalf, RelationKind, Scope, Status, Trust
from bantin.site.message import Message

SCOPES: dict[Scope, Message] = {
    Scope.CENTRAL: Message("Trung ương", "Central", "scope"),
    Scope.PROVINCIAL: Message("Cấp tỉnh", "Provincial", "scope"),
    Scope.INTERNAL: Message("Nội bộ ngành", "Internal", "scope"),
}
LEVELS: dict[Level, Message] = {
    Level.CENTRAL: Message("Trung ương", "Central", "level"),
    Level.PROVINCIAL: Message("Cấp tỉnh", "Provincial", "level"),
    Level.DISTRICT: Message("Cấp huyện", "District", "level"),
    Level.COMMUNE: Message("Cấp xã", "Commune", "level"),
}
STATUSES: dict[Status, Message] = {
    Status.UNKNOWN: Message("Đã ký – chưa rõ hiệu lực", "Signed – not known whether in force", "status"),
    Status.NOT_YET: Message("Chưa có hiệu lực", "Not yet in force", "status"),
    Status.IN_FORCE: Message("Còn hiệu lực", "In force", "status"),
    Status.PARTLY: Message("Hết hiệu lực một phần", "Partly no longer in force", "status"),
    Status.PARTLY_SUSPENDED: Message("Ngưng hiệu lực một phần", "Partly suspended", "status"),
    Status.SUSPENDED: Message("Ngưng hiệu lực", "Suspended", "status"),
    Status.ENDED: Message("Hết hiệu lực toàn bộ", "No longer in force", "status"),
}
# The words of tags, where the label of the status is long.
STATUS_TAGS: dict[Status, Message] = {
    Status.UNKNOWN: Message("Chưa rõ hiệu lực", "Status not known", "status"),
}
STATUS_MEANINGS: dict[Status, Message] = {
    Status.UNKNOWN: Message(
        "Văn bản đã được ký, nhưng các nguồn tin không đủ để biết văn bản chưa có, đang có hay đã hết hiệu lực: "
        "chẳng hạn không nêu ngày có hiệu lực hoặc thời hạn. Trang này không suy đoán; để biết chắc, cần hỏi cơ quan "
        "đã ký.",
        "The agreement has been signed, but the sources do not tell whether it is not yet, still or no longer in "
        "force: they may not say when it takes effect or for how long. This site does not guess; ask the agencies "
        "that signed.",
        "meaning of a status",
    ),
    Status.NOT_YET: Message(
        "Văn bản đã được ký hoặc sắp được ký, nhưng chưa đến ngày có hiệu lực.",
        "The agreement has been or is to be signed, and the day on which it takes effect has not come.",
        "meaning of a status",
    ),
    Status.IN_FORCE: Message(
        "Văn bản đang ràng buộc các bên; nếu đã được sửa đổi, bổ sung thì theo nội dung đã sửa đổi, bổ sung.",
        "The agreement binds its parties; one that was amended binds them as amended.",
        "meaning of a status",
    ),
    Status.PARTLY: Message(
        "Văn bản còn ràng buộc các bên, trừ phần đã chấm dứt hoặc đã bị thay thế.",
        "The agreement binds its parties, except for a part that was terminated or replaced.",
        "meaning of a status",
    ),
    Status.PARTLY_SUSPENDED: Message(
        "Văn bản còn ràng buộc các bên, trừ phần đang tạm ngưng áp dụng.",
        "The agreement binds its parties, except for a part that does not apply for the time being.",
        "meaning of a status",
    ),
    Status.SUSPENDED: Message(
        "Văn bản tạm ngưng áp dụng, nhưng chưa chấm dứt và có thể được áp dụng trở lại.",
        "The agreement does not apply for the time being, but has not ended and may apply again.",
        "meaning of a status",
    ),
    Status.ENDED: Message(
        "Văn bản không còn ràng buộc các bên, vì đã hết thời hạn, đã chấm dứt hoặc đã bị thay thế.",
        "The agreement no longer binds its parties: its term has run out, or it was terminated or replaced.",
        "meaning of a status",
    ),
}
LEVEL_UNKNOWN = Message("Chưa rõ cấp", "Level unknown", "level")
CAPACITIES: dict[OnBehalf, Message] = {
    OnBehalf.TM: Message("thay mặt", "on behalf of the collective", "capacity"),
    OnBehalf.KT: Message("ký thay", "for the head", "capacity"),
    OnBehalf.TL: Message("thừa lệnh", "by order", "capacity"),
    OnBehalf.TUQ: Message("thừa ủy quyền", "by authorisation", "capacity"),
    OnBehalf.Q: Message("quyền", "acting", "capacity"),
}
# An action without a kind is the end of a term.
EVENTS: dict[EventKind | None, Message] = {
    EventKind.SIGNED: Message("Ký", "Signed", "event"),
    EventKind.EFFECTIVE: Message("Có hiệu lực", "Entered into force", "event"),
    EventKind.AMENDED: Message("Được sửa đổi", "Amended", "event"),
    EventKind.EXTENDED: Message("Được gia hạn", "Extended", "event"),
    EventKind.CORRECTED: Message("Được đính chính", "Corrected", "event"),
    EventKind.SUSPENDED: Message("Ngưng hiệu lực", "Suspended", "event"),
    EventKind.TERMINATED: Message("Chấm dứt", "Terminated", "event"),
    EventKind.REPLACED: Message("Bị thay thế", "Replaced", "event"),
    EventKind.REVIEWED: Message("Sơ kết, tổng kết", "Reviewed", "event"),
    None: Message("Hết thời hạn", "Term ends", "event"),
}
GONE: dict[GoneKind, Message] = {
    GoneKind.ARTICLE: Message("Bài viết", "Article", "what was removed"),
    GoneKind.RECORD: Message("Văn bản", "Agreement", "what was removed"),
    GoneKind.PAGE: Message("Trang", "Page", "what was removed"),
    GoneKind.AGENCY: Message("Cơ quan", "Agency", "what was removed"),
}
GONE_SINCE = Message("Đã gỡ: {day}", "Removed: {day}", "what was removed")
GONE_MARK = Message("đã gỡ", "removed", "what was removed")
# What the bulletin changed about an agreement, as opposed to what happened to that.
CHANGES: dict[ChangeKind, Message] = {
    ChangeKind.CORRECTION: Message("Bản tin đính chính", "Corrected by the bulletin", "change"),
    ChangeKind.UPDATE: Message("Bản tin cập nhật", "Updated by the bulletin", "change"),
}
# What a search result leads to, and what a suggestion names.
RESULTS: dict[str, Message] = {
    "agency": Message("Cơ quan", "Agency", "result"),
    "pair": Message("Văn bản giữa hai cơ quan", "Agreements between two agencies", "result"),
    "page": Message("Danh sách", "List", "result"),
    "status": Message("Tình trạng hiệu lực", "Status", "result"),
    "type": Message("Loại văn bản", "Type", "result"),
    "year": Message("Năm ký", "Year signed", "result"),
    "agreement": Message("Văn bản", "Agreement", "result"),
    "article": Message("Tin tức", "News", "result"),
}
SIGNED_ON = Message("Ký ngày {day}", "Signed on {day}", "result")
PUBLISHED_ON = Message("Đăng ngày {day}", "Published on {day}", "result")
ENDING_SOON = Message("Sắp hết hiệu lực", "Ending soon", "result")
YES_NO: dict[bool, Message] = {True: Message("Có", "Yes", "answer"), False: Message("Không", "No", "answer")}
NO_END = Message("Không xác định thời hạn", "No fixed term", "value")
LEADING = Message("chủ trì", "leading", "value")
ROTATING = Message("các bên luân phiên chủ trì", "the parties chair in turn", "value")
CHANGED = Message("Được sửa đổi, bổ sung", "Amended", "list")
WHOLE = Message("Toàn bộ", "The whole", "list")
FOR_PARTIES = Message("Đối với {parties}", "For {parties}", "list")
UNTIL = Message("đến hết {day}", "until the end of {day}", "list")
SOURCE = Message("Nguồn: {title}, {url}", "Source: {title}, {url}", "list")
LIST_SHEET = Message("Danh mục", "List", "list")
AS_DOCUMENT = Message("Tải danh mục (Word)", "Download the list (Word)", "list")
AS_WORKBOOK = Message("Tải danh mục (Excel)", "Download the list (Excel)", "list")
ORDINAL = Message("STT", "No.", "list")
LIST_TYPE = Message("Tên loại văn bản", "Type", "list")
LIST_NUMBER = Message("Số, ký hiệu", "Number", "list")
LIST_SIGNED = Message("Ngày ký", "Date of signing", "list")
LIST_TITLE = Message("Tên văn bản (trích yếu)", "Title", "list")
LIST_PARTIES = Message("Các bên ký kết", "Parties", "list")
LIST_EFFECTIVE = Message("Ngày có hiệu lực", "In force from", "list")
LIST_STATUS = Message("Tình trạng hiệu lực", "Status", "list")
LIST_PART = Message("Nội dung, quy định", "Provisions", "list")
LIST_REASON = Message("Lý do", "Reason", "list")
LIST_ON = Message("Kể từ ngày", "Since", "list")
NOT_PUBLIC = Message("Không công bố toàn văn", "Not public in full", "note")
NOT_HERE = Message("Công khai nhưng chưa đăng toàn văn ở đây", "Public, but the full text is not here", "note")
NOT_SAID = Message("Chưa rõ có công bố toàn văn hay không", "Not known whether public in full", "note")
REVIEW = Message("Sơ kết, tổng kết", "Review", "event")
REMOVED = Message("Gỡ khỏi trang", "Removed from the site", "change")
CAUSED_BY = Message("Theo: {document}", "By: {document}", "note")
CHAIRED_BY = Message("Chủ trì: {agency}", "Chaired by {agency}", "note")
NOW = Message("Nay là: {agency}", "Now: {agency}", "note")
COMPUTED = Message(
    "Ngày tính theo chu kỳ, các bên chưa ấn định.", "Computed from the period: no day has been set.", "note"
)
DOCUMENTS: dict[str, Message] = {
    "signed": Message("Bản ký", "Signed copy", "document"),
    "annex": Message("Phụ lục", "Annex", "document"),
    "translation": Message("Bản dịch", "Translation", "document"),
    "other": Message("Tài liệu", "Document", "document"),
}
KEPT_COPY = Message(
    "Không có kết nối mạng. Đây là bản lưu trên thiết bị lúc #; từ đó đến nay nội dung và tình trạng hiệu lực có thể "
    "đã thay đổi.",
    "There is no connection. This is a copy that the device kept at #; text and status may have changed since.",
    "copy",
)
READ_BY_MACHINE = Message(
    "Bản quét; phần chữ để tìm kiếm do máy đọc, độ tin cậy {percent}%",
    "Scanned; the text for the search was read by machine, confidence {percent}%",
    "document",
)
READ_AND_CORRECTED = Message(
    "Bản quét; phần chữ để tìm kiếm do máy đọc, đã được người sửa lại",
    "Scanned; the text for the search was read by machine and corrected by people",
    "document",
)
TRUST: dict[Trust, Message] = {
    Trust.UNCHECKED: Message(
        "chưa đối chiếu với tổ chức chứng thực nào", "not checked against a trusted root", "trust"
    ),
    Trust.TRUSTED: Message(
        "chứng thư thuộc {root}, được trang này tin cậy; chưa kiểm tra việc thu hồi",
        "the certificate leads to {root}, which this site trusts; whether it was revoked is not checked",
        "trust",
    ),
    Trust.EXPIRED: Message(
        "chứng thư đã hết hạn, không có dấu thời gian cho biết đã ký trước đó",
        "the certificate has expired, and no time stamp tells that it was signed with before",
        "trust",
    ),
    Trust.WEAK: Message(
        "ký bằng thuật toán không còn được coi là an toàn (như SHA-1, RSA 1.024 bit), nên không đối chiếu chứng thư",
        "signed by an algorithm that is no longer held safe (such as SHA-1 or RSA of 1,024 bits), which proves nothing",
        "trust",
    ),
    Trust.UNSUITABLE: Message(
        "chứng thư không được cấp để ký văn bản", "the certificate was not issued for signing documents", "trust"
    ),
    Trust.UNTRUSTED: Message(
        "chứng thư không thuộc tổ chức chứng thực nào được trang này tin cậy",
        "the certificate leads to no root that this site trusts",
        "trust",
    ),
}
RELATIONS: dict[RelationKind, Message] = {
    RelationKind.AMENDS: Message("Sửa đổi", "Amends", "relation"),
    RelationKind.SUPPLEMENTS: Message("Bổ sung", "Supplements", "relation"),
    RelationKind.EXTENDS: Message("Gia hạn", "Extends", "relation"),
    RelationKind.CORRECTS: Message("Đính chính", "Corrects", "relation"),
    RelationKind.REPLACES: Message("Thay thế", "Replaces", "relation"),
    RelationKind.TERMINATES: Message("Chấm dứt", "Terminates", "relation"),
    RelationKind.IMPLEMENTS: Message("Thực hiện", "Implements", "relation"),
    RelationKind.BASED_ON: Message("Căn cứ", "Based on", "relation"),
    RelationKind.REVIEWS: Message("Sơ kết, tổng kết", "Reviews", "relation"),
    RelationKind.RELATED: Message("Liên quan", "Related to", "relation"),
}
# The relation "related" is symmetric.
INVERSES: dict[RelationKind, Message] = {
    RelationKind.AMENDS: Message("Văn bản sửa đổi", "Amended by", "inverse"),
    RelationKind.SUPPLEMENTS: Message("Văn bản bổ sung", "Supplemented by", "inverse"),
    RelationKind.EXTENDS: Message("Văn bản gia hạn", "Extended by", "inverse"),
    RelationKind.CORRECTS: Message("Văn bản đính chính", "Corrected by", "inverse"),
    RelationKind.REPLACES: Message("Văn bản thay thế", "Replaced by", "inverse"),
    RelationKind.TERMINATES: Message("Văn bản chấm dứt", "Terminated by", "inverse"),
    RelationKind.IMPLEMENTS: Message("Văn bản thực hiện", "Implemented by", "inverse"),
    RelationKind.BASED_ON: Message("Văn bản lấy văn bản này làm căn cứ", "Basis of", "inverse"),
    RelationKind.REVIEWS: Message("Biên bản sơ kết, tổng kết", "Reviewed by", "inverse"),
}
# What a document is that the agreement acts on, as in a scheme of documents (lược đồ).
ACTED_ON: dict[RelationKind, Message] = {
    RelationKind.AMENDS: Message("Văn bản được sửa đổi", "Document amended", "acted on"),
    RelationKind.SUPPLEMENTS: Message("Văn bản được bổ sung", "Document supplemented", "acted on"),
    RelationKind.EXTENDS: Message("Văn bản được gia hạn", "Document extended", "acted on"),
    RelationKind.CORRECTS: Message("Văn bản được đính chính", "Document corrected", "acted on"),
    RelationKind.REPLACES: Message("Văn bản bị thay thế", "Document replaced", "acted on"),
    RelationKind.TERMINATES: Message("Văn bản bị chấm dứt", "Document terminated", "acted on"),
    RelationKind.IMPLEMENTS: Message("Văn bản được triển khai thực hiện", "Document implemented", "acted on"),
    RelationKind.BASED_ON: Message("Văn bản căn cứ", "Legal basis", "acted on"),
    RelationKind.REVIEWS: Message("Văn bản được sơ kết, tổng kết", "Document reviewed", "acted on"),
    RelationKind.RELATED: Message("Văn bản liên quan", "Related document", "acted on"),
}
# What a document has to do with an agreement without a relation to it.
INDIRECT: dict[str, Message] = {
    "cites": Message("Văn bản dẫn chiếu", "Cited by", "inverse"),
    "line": Message("Văn bản cùng chuỗi sửa đổi, thay thế", "In the same line of amended documents", "inverse"),
}
