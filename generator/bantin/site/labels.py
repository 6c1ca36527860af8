"""What the values of front matter are called on the page."""

from bantin.domain.model import EventKind, Label, Level, OnBehalf, RelationKind, Scope, Status, Trust

SCOPES: dict[Scope, Label] = {
    Scope.CENTRAL: Label("Trung ương", "Central"),
    Scope.PROVINCIAL: Label("Cấp tỉnh", "Provincial"),
    Scope.INTERNAL: Label("Nội bộ ngành", "Internal"),
}
LEVELS: dict[Level, Label] = {
    Level.CENTRAL: Label("Trung ương", "Central"),
    Level.PROVINCIAL: Label("Cấp tỉnh", "Provincial"),
    Level.DISTRICT: Label("Cấp huyện", "District"),
    Level.COMMUNE: Label("Cấp xã", "Commune"),
}
STATUSES: dict[Status, Label] = {
    Status.UNKNOWN: Label("Đã ký – chưa rõ hiệu lực", "Signed – not known whether in force"),
    Status.NOT_YET: Label("Chưa có hiệu lực", "Not yet in force"),
    Status.IN_FORCE: Label("Còn hiệu lực", "In force"),
    Status.PARTLY: Label("Hết hiệu lực một phần", "Partly no longer in force"),
    Status.PARTLY_SUSPENDED: Label("Ngưng hiệu lực một phần", "Partly suspended"),
    Status.SUSPENDED: Label("Ngưng hiệu lực", "Suspended"),
    Status.ENDED: Label("Hết hiệu lực toàn bộ", "No longer in force"),
}
LEVEL_UNKNOWN = Label("Chưa rõ cấp", "Level unknown")
CAPACITIES: dict[OnBehalf, Label] = {
    OnBehalf.TM: Label("thay mặt", "on behalf of the collective"),
    OnBehalf.KT: Label("ký thay", "for the head"),
    OnBehalf.TL: Label("thừa lệnh", "by order"),
    OnBehalf.TUQ: Label("thừa ủy quyền", "by authorisation"),
    OnBehalf.Q: Label("quyền", "acting"),
}
# An action without a kind is the end of a term.
EVENTS: dict[EventKind | None, Label] = {
    EventKind.SIGNED: Label("Ký", "Signed"),
    EventKind.EFFECTIVE: Label("Có hiệu lực", "Entered into force"),
    EventKind.AMENDED: Label("Được sửa đổi", "Amended"),
    EventKind.EXTENDED: Label("Được gia hạn", "Extended"),
    EventKind.CORRECTED: Label("Được đính chính", "Corrected"),
    EventKind.SUSPENDED: Label("Ngưng hiệu lực", "Suspended"),
    EventKind.TERMINATED: Label("Chấm dứt", "Terminated"),
    EventKind.REPLACED: Label("Bị thay thế", "Replaced"),
    EventKind.REVIEWED: Label("Sơ kết, tổng kết", "Reviewed"),
    None: Label("Hết thời hạn", "Term ends"),
}
NOT_PUBLIC = Label("Không công bố toàn văn", "Not public in full")
NOT_SAID = Label("Chưa rõ có công bố toàn văn hay không", "Not known whether public in full")
REVIEW = Label("Sơ kết, tổng kết", "Review")
CHAIRED_BY = Label("Chủ trì: {agency}", "Chaired by {agency}")
NOW = Label("Nay là: {agency}", "Now: {agency}")
COMPUTED = Label("Ngày tính theo chu kỳ, các bên chưa ấn định.", "Computed from the period: no day has been set.")
DOCUMENTS: dict[str, Label] = {
    "signed": Label("Bản ký", "Signed copy"),
    "annex": Label("Phụ lục", "Annex"),
    "translation": Label("Bản dịch", "Translation"),
    "other": Label("Tài liệu", "Document"),
}
TRUST: dict[Trust, Label] = {
    Trust.UNCHECKED: Label("chưa đối chiếu với tổ chức chứng thực nào", "not checked against a trusted root"),
    Trust.TRUSTED: Label(
        "chứng thư thuộc {root}, được trang này tin cậy; chưa kiểm tra việc thu hồi",
        "the certificate leads to {root}, which this site trusts; whether it was revoked is not checked",
    ),
    Trust.EXPIRED: Label(
        "chứng thư đã hết hạn, không có dấu thời gian cho biết đã ký trước đó",
        "the certificate has expired, and no time stamp tells that it was signed with before",
    ),
    Trust.WEAK: Label(
        "ký bằng thuật toán không còn được coi là an toàn (như SHA-1, RSA 1.024 bit), nên không đối chiếu chứng thư",
        "signed by an algorithm that is no longer held safe (such as SHA-1 or RSA of 1,024 bits), which proves nothing",
    ),
    Trust.UNSUITABLE: Label(
        "chứng thư không được cấp để ký văn bản",
        "the certificate was not issued for signing documents",
    ),
    Trust.UNTRUSTED: Label(
        "chứng thư không thuộc tổ chức chứng thực nào được trang này tin cậy",
        "the certificate leads to no root that this site trusts",
    ),
}
RELATIONS: dict[RelationKind, Label] = {
    RelationKind.AMENDS: Label("Sửa đổi", "Amends"),
    RelationKind.SUPPLEMENTS: Label("Bổ sung", "Supplements"),
    RelationKind.EXTENDS: Label("Gia hạn", "Extends"),
    RelationKind.CORRECTS: Label("Đính chính", "Corrects"),
    RelationKind.REPLACES: Label("Thay thế", "Replaces"),
    RelationKind.TERMINATES: Label("Chấm dứt", "Terminates"),
    RelationKind.IMPLEMENTS: Label("Thực hiện", "Implements"),
    RelationKind.BASED_ON: Label("Căn cứ", "Based on"),
    RelationKind.REVIEWS: Label("Sơ kết, tổng kết", "Reviews"),
    RelationKind.RELATED: Label("Liên quan", "Related to"),
}
# To be related has no direction.
INVERSES: dict[RelationKind, Label] = {
    RelationKind.AMENDS: Label("Được sửa đổi bởi", "Amended by"),
    RelationKind.SUPPLEMENTS: Label("Được bổ sung bởi", "Supplemented by"),
    RelationKind.EXTENDS: Label("Được gia hạn bởi", "Extended by"),
    RelationKind.CORRECTS: Label("Được đính chính bởi", "Corrected by"),
    RelationKind.REPLACES: Label("Bị thay thế bởi", "Replaced by"),
    RelationKind.TERMINATES: Label("Bị chấm dứt bởi", "Terminated by"),
    RelationKind.IMPLEMENTS: Label("Được thực hiện bởi", "Implemented by"),
    RelationKind.BASED_ON: Label("Là căn cứ của", "Basis of"),
    RelationKind.REVIEWS: Label("Được sơ kết, tổng kết bởi", "Reviewed by"),
}
