"""What each key of the schema is called in the form, as the design of the content has it."""

from collections.abc import Mapping

from bantin.domain.model import Label

LABELS: Mapping[str, Label] = {
    "abbreviations": Label("Tên viết tắt", "Abbreviations"),
    "address": Label("Địa chỉ", "Address"),
    "agency": Label("Cơ quan", "Agency"),
    "agreement": Label("Văn bản được ký", "Agreement"),
    "aliases": Label("Địa chỉ cũ", "Old addresses"),
    "also": Label("Chức vụ khác", "Other posts"),
    "alt": Label("Ảnh cho thấy gì", "What the photo shows"),
    "attended_by": Label("Dự lễ", "Attending"),
    "authors": Label("Tác giả", "Byline"),
    "body": Label("Nội dung", "Text"),
    "by": Label("Do ai", "By whom"),
    "caption": Label("Chú thích", "Caption"),
    "chair": Label("Chủ trì sơ kết", "Who chairs reviews"),
    "clauses": Label("Số điều", "Number of articles"),
    "clearance": Label("Chế độ sử dụng", "Access"),
    "code": Label("Mã nguồn tin", "Code of the source"),
    "comments": Label("Cho phép bình luận", "Comments allowed"),
    "contact": Label("Đầu mối", "Contact"),
    "credit": Label("Người chụp", "Credit"),
    "date": Label("Ngày", "Date"),
    "documents": Label("Văn bản gốc", "Documents"),
    "draft": Label("Bản nháp: chưa đăng", "Draft: not published"),
    "effective_method": Label("Cách xác định hiệu lực", "How effect is determined"),
    "effective_on": Label("Ngày có hiệu lực", "Effective from"),
    "email": Label("Thư điện tử", "Email"),
    "events": Label("Lịch sử", "History"),
    "every": Label("Chu kỳ", "Every"),
    "expires": Label("Ngừng hiện sau ngày", "Not shown after"),
    "expires_on": Label("Ngày hết hiệu lực", "In force until"),
    "external": Label("Văn bản ngoài bản tin", "Document elsewhere"),
    "fields": Label("Lĩnh vực", "Fields"),
    "file": Label("Tệp", "File"),
    "former_names": Label("Tên cũ", "Former names"),
    "id": Label("Mã bản ghi", "Record ID"),
    "kind": Label("Loại", "Kind"),
    "lang": Label("Ngôn ngữ của bài", "Language of the article"),
    "lead": Label("Sa-pô", "Lead"),
    "legal_basis": Label("Căn cứ", "Legal basis"),
    "level": Label("Cấp", "Level"),
    "license": Label("Điều kiện sử dụng lại", "Terms of reuse"),
    "name": Label("Tên", "Name"),
    "next": Label("Lần tới", "Next"),
    "note": Label("Ghi chú", "Note"),
    "number": Label("Số, ký hiệu", "Number"),
    "on": Label("Ngày", "On"),
    "on_behalf": Label("Ký với tư cách", "Signs as"),
    "parent": Label("Cơ quan cấp trên", "Agency above"),
    "part": Label("Phần", "Part"),
    "parties": Label("Các bên ký kết", "Parties"),
    "party": Label("Bên", "Party"),
    "phone": Label("Điện thoại", "Telephone"),
    "photos": Label("Ảnh", "Photos"),
    "place": Label("Địa danh", "Place"),
    "position": Label("Chức vụ", "Position"),
    "predecessors": Label("Cơ quan tiền thân", "Predecessors"),
    "presided_by": Label("Chủ trì", "Presiding"),
    "public_numbers": Label("Số cá nhân được phép công khai", "Personal numbers that may be public"),
    "published": Label("Ngày đăng", "Published"),
    "rank": Label("Cấp bậc, học hàm", "Rank"),
    "relations": Label("Lược đồ", "Relations"),
    "review": Label("Sơ kết, tổng kết", "Review"),
    "role": Label("Vai trò", "Role"),
    "scope": Label("Phạm vi", "Scope"),
    "section": Label("Chuyên mục", "Section"),
    "sha256": Label("Mã SHA-256", "SHA-256"),
    "signatories": Label("Người ký", "Signatories"),
    "signed_at": Label("Nơi ký", "Place of signing"),
    "signed_on": Label("Ngày ký", "Signed"),
    "since": Label("Từ ngày", "From"),
    "slug": Label("Tên trong địa chỉ", "Name in the address"),
    "source": Label("Nguồn", "Source"),
    "src": Label("Tệp ảnh", "Image file"),
    "successors": Label("Cơ quan kế thừa", "Successors"),
    "tags": Label("Chủ đề", "Topics"),
    "text_public": Label("Công bố toàn văn", "Full text public"),
    "title": Label("Tiêu đề", "Headline"),
    "to": Label("Mã bản ghi", "Record ID"),
    "type": Label("Loại văn bản", "Type"),
    "until": Label("Đến ngày", "Until"),
    "updated": Label("Cập nhật", "Updated"),
    "url": Label("Địa chỉ web", "Web address"),
    "venue": Label("Địa điểm", "Venue"),
    "website": Label("Trang web", "Website"),
}
"""What a key is called, unless :data:`SPECIAL` has another word for it where it stands."""

SPECIAL: Mapping[tuple[str, str], Label] = {
    ("AgreementFields", "title"): Label("Trích yếu", "Subject line"),
    ("AgencyFields", "aliases"): Label("Tên gọi khác", "Other names"),
    ("AgencyFields", "contact"): Label("Liên hệ", "Contact"),
    ("ExternalFields", "title"): Label("Tên văn bản", "Title of the document"),
    ("PartyFields", "lead"): Label("Chủ trì", "Leads"),
    ("PersonFields", "name"): Label("Họ tên", "Name"),
    ("SignatoryFields", "name"): Label("Họ tên", "Name"),
    ("SourceFields", "name"): Label("Tên nguồn", "Name of the source"),
}
"""Other words, by the mapping of the schema and the key."""

MANY = Label("Mỗi mục một dòng.", "One on each line.")
ARTICLE, ARTICLES_OF = Label("Bài viết", "Article"), Label("Bài viết năm {year}", "Articles of {year}")
UNDATED = Label("Bài viết không rõ ngày", "Undated articles")
IN_FOLDERS = Label("(có thư mục riêng)", "(in folders)")
PAGES, AGENCIES = Label("Trang tĩnh", "Static pages"), Label("Cơ quan", "Agencies")
ROTATING = Label("luân phiên", "in turn")
YES, NO = Label("có", "yes"), Label("không", "no")


def label_of(mapping: str, key: str) -> Label:
    """What ``key`` is called in a mapping of the schema."""
    return SPECIAL.get((mapping, key)) or LABELS[key]
