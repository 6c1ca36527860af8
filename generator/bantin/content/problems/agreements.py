"""Problems with the later life of an agreement: its events, and its relations to other agreements."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

_NOT_PARTY = "“{party}” is not one of the parties.", "“{party}” không phải là một bên ký kết."

EVENT_NOT_PARTY = Kind(
    "event-not-party",
    _E,
    Wording(_NOT_PARTY[0], "The parties of this agreement are: {parties}."),
    Wording(_NOT_PARTY[1], "Các bên của văn bản này: {parties}."),
)
EVENT_NEARLY_PARTY = Kind(
    "event-not-party",
    _E,
    Wording(_NOT_PARTY[0], "Did you mean {mended}? The parties of this agreement are: {parties}."),
    Wording(_NOT_PARTY[1], "Có phải ý bạn là {mended}? Các bên của văn bản này: {parties}."),
)
EVENT_KEY = Kind(
    "event-key",
    _E,
    Wording("An event “{kind}” has no “{key}”.", "Only these kinds have one: {kinds}."),
    Wording("Sự kiện “{kind}” không có “{key}”.", "Chỉ các loại sau có mục này: {kinds}."),
)
EXTENSION_WITHOUT_END = Kind(
    "extension-without-end",
    _W,
    Wording(
        "The extension does not say until when: once the earlier term is over, nobody can tell whether it is in force.",
        "Add “until: …” with the last day of the new term, or “until: indefinite”, once you know it.",
    ),
    Wording(
        "Chưa ghi gia hạn đến khi nào: hết thời hạn trước đó sẽ không rõ văn bản còn hiệu lực hay không.",
        "Hãy thêm “until: …” là ngày cuối của thời hạn mới, hoặc “until: indefinite”, khi biết.",
    ),
)
RELATION_CYCLE = Kind(
    "relation-cycle",
    _E,
    Wording(
        "The relations of these agreements lead back to where they began: {chain}.",
        "An agreement names what was there before it: correct one of the “relations”, or state it in the other file.",
    ),
    Wording(
        "Quan hệ giữa các văn bản này quay về chỗ bắt đầu: {chain}.",
        "Văn bản chỉ nêu văn bản có trước nó: hãy sửa lại một mục “relations”, hoặc ghi mục đó ở bài kia.",
    ),
)
RELATED_TO_LATER = Kind(
    "related-to-later",
    _W,
    Wording(
        "“{id}” was signed later ({other_date}) than this agreement ({date}).",
        "Check both dates, or state the relation in the other article.",
    ),
    Wording(
        "“{id}” được ký sau ({other_date}) văn bản này ({date}).",
        "Hãy kiểm tra cả hai ngày, hoặc ghi quan hệ này ở bài kia.",
    ),
)
REPLACED_BUT_IN_FORCE = Kind(
    "replaced-but-in-force",
    _W,
    Wording(
        "“{id}” is replaced or terminated here, but nothing in its own history says that it has ended.",
        "Add to the “events” in {file}: “- {{kind: {event}, on: {on}}}”.",
    ),
    Wording(
        "“{id}” bị thay thế hoặc chấm dứt ở đây, nhưng lịch sử của chính văn bản đó chưa ghi là đã hết hiệu lực.",
        "Hãy thêm vào “events” trong {file}: “- {{kind: {event}, on: {on}}}”.",
    ),
)
EXTENSION_UNTOLD = Kind(
    "extension-untold",
    _W,
    Wording(
        "“{id}” is extended here, but its own history tells of no extension: its page says that it ends with its "
        "first term.",
        "Add to the “events” in {file}: “- {{kind: extended, on: {on}, until: …}}”, with the new last day.",
    ),
    Wording(
        "“{id}” được gia hạn ở đây, nhưng lịch sử của chính văn bản đó chưa ghi lần gia hạn nào: trang của văn bản đó "
        "vẫn tính theo thời hạn ban đầu.",
        "Hãy thêm vào “events” trong {file}: “- {{kind: extended, on: {on}, until: …}}” (until là ngày cuối mới).",
    ),
)
CHANGED_AFTER_END = Kind(
    "changed-after-end",
    _W,
    Wording(
        "“{id}” had already ended when this agreement was signed ({date}).",
        "Check the dates in {file}; what kept it in force is missing in its “events”, such as an extension.",
    ),
    Wording(
        "“{id}” đã hết hiệu lực khi ký văn bản này ({date}).",
        "Hãy kiểm tra các ngày trong {file}; có thể mục “events” ở đó còn thiếu, ví dụ một lần gia hạn.",
    ),
)
OTHER_PARTIES = Kind(
    "other-parties",
    _W,
    Wording(
        "“{id}” is an agreement of others, who alone can change it: {parties}.",
        "Two of its parties, or of those who took over from them, must be parties here: check “to”, the parties, "
        "and “successors” in the files of the agencies.",
    ),
    Wording(
        "“{id}” là văn bản của các bên khác, chỉ họ mới thay đổi được: {parties}.",
        "Ít nhất hai bên của văn bản đó, hoặc cơ quan kế thừa, phải là bên ở đây: hãy xem lại “to”, các bên, "
        "và “successors” trong tệp cơ quan.",
    ),
)
