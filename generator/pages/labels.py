"""What the values of front matter are called on the page."""

from generator.model import EventKind, Label, Level, OnBehalf, RelationKind, Scope, Status

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
    Status.UNKNOWN: Label("Đã ký – chưa rõ hiệu lực", "Signed – entry into force unknown"),
    Status.NOT_YET: Label("Chưa có hiệu lực", "Not yet in force"),
    Status.IN_FORCE: Label("Còn hiệu lực", "In force"),
    Status.PARTLY: Label("Hết hiệu lực một phần", "Partly no longer in force"),
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
EVENTS: dict[EventKind, Label] = {
    EventKind.SIGNED: Label("Ký", "Signed"),
    EventKind.EFFECTIVE: Label("Có hiệu lực", "Entered into force"),
    EventKind.AMENDED: Label("Được sửa đổi", "Amended"),
    EventKind.EXTENDED: Label("Được gia hạn", "Extended"),
    EventKind.CORRECTED: Label("Được đính chính", "Corrected"),
    EventKind.SUSPENDED: Label("Ngưng hiệu lực", "Suspended"),
    EventKind.TERMINATED: Label("Chấm dứt", "Terminated"),
    EventKind.REPLACED: Label("Bị thay thế", "Replaced"),
    EventKind.REVIEWED: Label("Sơ kết, tổng kết", "Reviewed"),
}
DOCUMENTS: dict[str, Label] = {
    "signed": Label("Bản ký", "Signed copy"),
    "annex": Label("Phụ lục", "Annex"),
    "translation": Label("Bản dịch", "Translation"),
    "other": Label("Tài liệu", "Document"),
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
