"""Made documents in ten layouts, as readers hand them over, each with the facts that it says.

Agencies are public bodies or invented; the people are invented, apart from the two officials of our sample.
"""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from bantin.domain.model import Agency, Label, Level, Site, Term, Vocabulary
from bantin.importing.facts.model import AgreementFacts, PersonFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.material import Align, Block, Form, Material, Paragraph, Place, PlaceKind, Table


class Case(Struct, frozen=True):
    """A document: its blocks, the facts that it says as plain values, and the anchors of its provisions in order.

    A fact that ``facts`` has not is one that the document does not say.
    """

    name: str
    blocks: tuple[Block, ...]
    facts: Mapping[str, object]
    anchors: tuple[str, ...]

    @property
    def material(self) -> Material:
        """The document as a reader hands it over."""
        return Material(f"{self.name}.docx", Form.DOCUMENT, self.blocks)


def known_names() -> KnownNames:
    """A small bulletin: four agencies with their levels, three types, two fields."""
    agencies = (
        _agency("bo-cong-an", "Bộ Công an", "Ministry of Public Security", Level.CENTRAL),
        _agency("van-phong-quoc-hoi", "Văn phòng Quốc hội", "Office of the National Assembly", Level.CENTRAL),
        _agency("cong-an-tinh-lao-cai", "Công an tỉnh Lào Cai", "", Level.PROVINCIAL),
        _agency("van-phong-ubnd-tinh-lao-cai", "Văn phòng UBND tỉnh Lào Cai", "", Level.PROVINCIAL),
    )
    types = (
        Term("quy-che-phoi-hop", Label("Quy chế phối hợp")),
        Term("bien-ban-ghi-nho", Label("Biên bản ghi nhớ")),
        Term("ke-hoach-phoi-hop", Label("Kế hoạch phối hợp")),
    )
    fields = (Term("canh-ve", Label("Công tác cảnh vệ")), Term("du-bao", Label("Dự báo")))
    return KnownNames(agencies, Vocabulary(types, fields), Site("", "", "vi", ZoneInfo("Asia/Ho_Chi_Minh")))


def _agency(one: str, vi: str, en: str, level: Level) -> Agency:
    return Agency(one, f"agencies/{one}.yml", Label(vi, en), level=level)


def plain(agreement: AgreementFacts) -> dict[str, object]:
    """The facts of an agreement as plain values, by name; only those that it has."""
    values: dict[str, object] = {
        name: found.value
        for name in agreement.__struct_fields__
        if (found := getattr(agreement, name)) and not isinstance(found, tuple)
    }
    if agreement.review:
        review = agreement.review.value
        values["review"] = (review.every, review.rotating, review.chair.name if review.chair else "")
    lists: dict[str, tuple[object, ...]] = {
        "parties": tuple(one.value.agency.name for one in agreement.parties),
        "signatories": tuple(_person(one.value) for one in agreement.signatories),
        "relations": tuple((one.value.kind, one.value.number, one.value.date) for one in agreement.relations),
        "legal_basis": tuple(one.value for one in agreement.legal_basis),
        "fields": tuple(one.value for one in agreement.fields),
    }
    return values | {name: one for name, one in lists.items() if one}


def _person(person: PersonFacts) -> tuple[str, str, str, str, str]:
    party = person.party.name if person.party else ""
    return (person.name, person.rank, person.position, party, person.on_behalf or "")


def paragraphs(*texts: str, first: int = 1, kind: PlaceKind = PlaceKind.PARAGRAPH) -> tuple[Paragraph, ...]:
    """Plain paragraphs, or lines."""
    return tuple(Paragraph(text, Place(kind, number)) for number, text in enumerate(texts, start=first))


def centred(*texts: str) -> tuple[Paragraph, ...]:
    """Bold paragraphs in the middle, as a title has them."""
    place = Place(PlaceKind.PARAGRAPH, 2)
    return tuple(Paragraph(text, place, align=Align.CENTRE, bold=True) for text in texts)


def counted(*labelled: tuple[str, str]) -> tuple[Paragraph, ...]:
    """Paragraphs with labels that Word counted."""
    return tuple(
        Paragraph(text, Place(PlaceKind.PARAGRAPH, number), label=label)
        for number, (label, text) in enumerate(labelled, start=20)
    )


def table(*rows: Sequence[Sequence[str]]) -> Table:
    """A table whose cells are given as the texts of their paragraphs."""
    place = Place(PlaceKind.TABLE, 1)
    return Table(tuple(tuple(paragraphs(*cell) for cell in row) for row in rows), place)


def pages(*texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """The lines of pages."""
    return tuple(
        Paragraph(line, Place(PlaceKind.PAGE, number)) for number, lines in enumerate(texts, start=1) for line in lines
    )


STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "_______________")


def one_table() -> Case:
    """A head in one table, the articles counted by Word, signatures in a table of two."""
    return Case(
        "one-table",
        (
            table(
                [
                    ["BỘ CÔNG AN – VĂN PHÒNG QUỐC HỘI", "Số: 01/QCPH-BCA-VPQH"],
                    [*STATE, "Hà Nội, ngày 20 tháng 11 năm 2012"],
                ]
            ),
            *centred("QUY CHẾ PHỐI HỢP", "Bảo đảm an ninh, an toàn các hoạt động của Quốc hội"),
            *paragraphs(
                "Căn cứ Luật An ninh quốc gia ngày 03 tháng 12 năm 2004;",
                "Theo đề nghị của Chánh Văn phòng Bộ Công an,",
                "Bộ Công an và Văn phòng Quốc hội thống nhất ban hành Quy chế phối hợp như sau:",
                first=4,
            ),
            *counted(
                ("Chương I", "QUY ĐỊNH CHUNG"),
                ("Điều 1.", "Phạm vi điều chỉnh"),
                ("", "Quy chế này quy định việc phối hợp giữa hai cơ quan."),
                ("Điều 2.", "Nguyên tắc"),
                ("1.", "Đúng chức năng, nhiệm vụ."),
                ("2.", "Kịp thời, gồm:"),
                ("a)", "trao đổi thông tin;"),
                ("b)", "họp liên ngành."),
                ("Chương II", "TỔ CHỨC THỰC HIỆN"),
                ("Điều 3.", "Sơ kết, tổng kết"),
                ("", "Định kỳ hằng năm, hai cơ quan luân phiên chủ trì tổ chức sơ kết việc thực hiện Quy chế."),
                ("Điều 4.", "Hiệu lực thi hành"),
                ("1.", "Quy chế này có hiệu lực kể từ ngày ký."),
                ("2.", "Quy chế này thay thế Quy chế phối hợp số 05/QCPH-BCA-VPQH ngày 10 tháng 3 năm 2005."),
            ),
            table(
                [
                    ["ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI", "CHỦ NHIỆM", "(Đã ký)", "Nguyễn Hạnh Phúc"],
                    ["ĐẠI DIỆN BỘ CÔNG AN", "BỘ TRƯỞNG", "(Đã ký)", "Thượng tướng Trần Đại Quang"],
                ]
            ),
            *paragraphs("Nơi nhận:", "- Ủy ban Thường vụ Quốc hội;", "- Lưu: VT.", first=50),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp bảo đảm an ninh, an toàn các hoạt động của Quốc hội",
            "number": "01/QCPH-BCA-VPQH",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Nguyễn Hạnh Phúc", "", "Chủ nhiệm", "Văn phòng Quốc hội", ""),
                ("Trần Đại Quang", "Thượng tướng", "Bộ trưởng", "Bộ Công an", ""),
            ),
            "signed_on": "2012-11-20",
            "place": "Hà Nội",
            "scope": "central",
            "effective_on": "2012-11-20",
            "effective_method": "kể từ ngày ký",
            "review": ("P1Y", True, ""),
            "clauses": 4,
            "legal_basis": ("Luật An ninh quốc gia ngày 03 tháng 12 năm 2004",),
            "relations": (("replaces", "05/QCPH-BCA-VPQH", "2005-03-10"),),
        },
        (
            *("chuong-1", "dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"),
            *("dieu-2-khoan-2-diem-a", "dieu-2-khoan-2-diem-b"),
            *("chuong-2", "dieu-3", "dieu-4", "dieu-4-khoan-1", "dieu-4-khoan-2"),
        ),
    )


def lines_only() -> Case:
    """A text copied into a file: everything in lines, the signatures one below the other."""
    return Case(
        "lines-only",
        paragraphs(
            "BỘ CÔNG AN",
            "CỤC MƯA ĐÁ",
            "Số: 12/KHPH-CMĐ-CCV",
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Đà Lạt, ngày 5 tháng 6 năm 2019",
            "KẾ HOẠCH PHỐI HỢP",
            "Giữa Cục Mưa đá và Cục Cầu vồng trong dự báo",
            "Thực hiện Chỉ thị số 04/CT-BCA ngày 01 tháng 02 năm 2019, hai Cục thống nhất Kế hoạch như sau:",
            "I. MỤC ĐÍCH",
            "1. Nâng cao chất lượng dự báo.",
            "2. Trao đổi thông tin kịp thời.",
            "II. TỔ CHỨC THỰC HIỆN",
            "1. Cục Mưa đá chủ trì.",
            "2. Kế hoạch này có hiệu lực từ ngày 01 tháng 7 năm 2019 đến hết ngày 30 tháng 6 năm 2024.",
            "TM. CỤC MƯA ĐÁ",
            "CỤC TRƯỞNG",
            "(Đã ký)",
            "Đại tá Lê Văn Sương",
            "ĐẠI DIỆN CỤC CẦU VỒNG",
            "KT. CỤC TRƯỞNG",
            "PHÓ CỤC TRƯỞNG",
            "(Đã ký)",
            "Phạm Thị Nắng",
            kind=PlaceKind.LINE,
        ),
        {
            "type": "Kế hoạch phối hợp",
            "title": "Kế hoạch phối hợp giữa Cục Mưa đá và Cục Cầu vồng trong dự báo",
            "number": "12/KHPH-CMĐ-CCV",
            "parties": ("Cục Mưa đá", "Cục Cầu vồng"),
            "signatories": (
                ("Lê Văn Sương", "Đại tá", "Cục trưởng", "Cục Mưa đá", "TM"),
                ("Phạm Thị Nắng", "", "Phó Cục trưởng", "Cục Cầu vồng", "KT"),
            ),
            "signed_on": "2019-06-05",
            "place": "Đà Lạt",
            "effective_on": "2019-07-01",
            "expires_on": "2024-06-30",
            "fields": ("Dự báo",),
        },
        ("muc-1", "muc-1-khoan-1", "muc-1-khoan-2", "muc-2", "muc-2-khoan-1", "muc-2-khoan-2"),
    )


def four_parties() -> Case:
    """A table of signatures with two rows of two, the head in two cells side by side above the state."""
    return Case(
        "four-parties",
        (
            table(
                [
                    ["VĂN PHÒNG ĐOÀN ĐẠI BIỂU", "QUỐC HỘI TỈNH LÀO CAI"],
                    ["VĂN PHÒNG HĐND TỈNH LÀO CAI"],
                    ["VĂN PHÒNG UBND TỈNH LÀO CAI"],
                    ["CÔNG AN TỈNH LÀO CAI"],
                ],
            ),
            *centred(*STATE[:2]),
            Paragraph(
                "Lào Cai, ngày 18 tháng 8 năm 2015", Place(PlaceKind.PARAGRAPH, 4), align=Align.RIGHT, italic=True
            ),
            *centred("QUY CHẾ PHỐI HỢP", "Trong công tác cảnh vệ"),
            *paragraphs("Bốn cơ quan thống nhất ban hành Quy chế phối hợp gồm các nội dung sau:", first=6),
            *counted(
                ("Điều 1.", "Phạm vi"),
                ("", "Quy chế này quy định việc phối hợp trong công tác cảnh vệ tại tỉnh Lào Cai."),
                ("Điều 2.", "Tổ chức thực hiện"),
                ("1.", "Hằng năm, các bên luân phiên tổ chức sơ kết."),
                ("2.", "Quy chế có hiệu lực từ ngày ký. Thời hạn của Quy chế này là 05 năm kể từ ngày ký."),
            ),
            table(
                [
                    ["VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI", "CHÁNH VĂN PHÒNG", "(Đã ký)", "Vũ Thị Mây"],
                    ["VĂN PHÒNG HĐND TỈNH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "(Đã ký)", "Đỗ Văn Gió"],
                ],
                [
                    ["VĂN PHÒNG UBND TỈNH", "CHÁNH VĂN PHÒNG", "(Đã ký)", "Hoàng Thị Chớp"],
                    ["CÔNG AN TỈNH", "GIÁM ĐỐC", "(Đã ký)", "Đại tá Bùi Văn Sấm"],
                ],
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp trong công tác cảnh vệ",
            "parties": (
                "Văn phòng Đoàn đại biểu Quốc hội tỉnh Lào Cai",
                "Văn phòng Hội đồng nhân dân tỉnh Lào Cai",
                "Văn phòng UBND tỉnh Lào Cai",
                "Công an tỉnh Lào Cai",
            ),
            "signatories": (
                ("Vũ Thị Mây", "", "Chánh Văn phòng", "Văn phòng Đoàn đại biểu Quốc hội tỉnh Lào Cai", ""),
                ("Đỗ Văn Gió", "", "Phó Chánh Văn phòng", "Văn phòng Hội đồng nhân dân tỉnh Lào Cai", "KT"),
                ("Hoàng Thị Chớp", "", "Chánh Văn phòng", "Văn phòng UBND tỉnh Lào Cai", ""),
                ("Bùi Văn Sấm", "Đại tá", "Giám đốc", "Công an tỉnh Lào Cai", ""),
            ),
            "signed_on": "2015-08-18",
            "place": "Lào Cai",
            "effective_on": "2015-08-18",
            "effective_method": "từ ngày ký",
            "expires_on": "2020-08-18",
            "review": ("P1Y", True, ""),
            "clauses": 2,
            "fields": ("Công tác cảnh vệ",),
        },
        ("dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"),
    )


def two_provinces() -> Case:
    """A joint document of two provinces: the people's committees, each for a collective."""
    return Case(
        "two-provinces",
        (
            table(
                [["UBND TỈNH LÀO CAI - UBND TỈNH YÊN BÁI", "Số: 03/QCPH-UBNDLC-UBNDYB"], STATE[:2]],
                [[""], ["Lào Cai, ngày 09 tháng 5 năm 2018"]],
            ),
            *centred("QUY CHẾ", "PHỐI HỢP GIỮA UBND TỈNH LÀO CAI VÀ UBND TỈNH YÊN BÁI", "VỀ QUẢN LÝ ĐỊA GIỚI"),
            *paragraphs(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                "Điều 1. Phạm vi",
                "Quy chế này áp dụng tại địa giới của hai tỉnh.",
                "Điều 2. Sơ kết",
                "Định kỳ 02 năm một lần, hai bên tổ chức sơ kết do UBND tỉnh Lào Cai chủ trì.",
                "Điều 3. Hiệu lực",
                "Quy chế này có hiệu lực thi hành sau 15 ngày kể từ ngày ký và có giá trị không xác định thời hạn.",
                first=5,
            ),
            table(
                [
                    ["TM. ỦY BAN NHÂN DÂN", "TỈNH YÊN BÁI", "CHỦ TỊCH", "Đặng Văn Suối"],
                    ["TM. ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trịnh Thị Đồi"],
                ]
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp giữa UBND tỉnh Lào Cai và UBND tỉnh Yên Bái về quản lý địa giới",
            "number": "03/QCPH-UBNDLC-UBNDYB",
            "parties": ("Ủy ban nhân dân tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Yên Bái"),
            "signatories": (
                ("Đặng Văn Suối", "", "Chủ tịch", "Ủy ban nhân dân tỉnh Yên Bái", "TM"),
                ("Trịnh Thị Đồi", "", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "KT"),
            ),
            "signed_on": "2018-05-09",
            "place": "Lào Cai",
            "effective_method": "sau 15 ngày kể từ ngày ký",
            "expires_on": "indefinite",
            "review": ("P2Y", False, "Ủy ban nhân dân tỉnh Lào Cai"),
            "clauses": 3,
            "legal_basis": ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",),
        },
        ("dieu-1", "dieu-2", "dieu-3"),
    )


def in_the_place_of() -> Case:
    """Mixed capacities: by authorisation, by order, acting; the recipients in the same table."""
    return Case(
        "in-the-place-of",
        (
            table(
                [
                    ["BỘ CÔNG AN", "CỤC MƯA ĐÁ", "Số: 21/BBGN-CMĐ-VBC-TTG"],
                    [*STATE[:2], "Hà Nội, ngày 01 tháng 3 năm 2021"],
                ]
            ),
            *centred("BIÊN BẢN GHI NHỚ", "Về hợp tác nghiên cứu thủy triều"),
            *paragraphs(
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                "- Căn cứ nhu cầu của các bên.",
                "Các bên ghi nhớ như sau:",
                "Điều 1. Nội dung",
                "1. Các bên trao đổi số liệu.",
                "a) Số liệu thủy triều;",
                "b) Số liệu khác theo quy định tại khoản 2 Điều 9 Luật Khí tượng thủy văn.",
                "2. Nếu Biên bản ghi nhớ này được thay thế Biên bản ghi nhớ khác, các bên bàn lại.",
                "Điều 2. Điều khoản thi hành",
                "Biên bản ghi nhớ này được lập thành ba bản có giá trị như nhau.",
                first=4,
            ),
            table(
                [
                    ["Nơi nhận:", "- Như trên;", "- Lưu: VT, TH."],
                    ["TUQ. CỤC TRƯỞNG CỤC MƯA ĐÁ", "TRƯỞNG PHÒNG TỔNG HỢP", "(Đã ký)", "Thượng tá Ngô Văn Bụi"],
                    ["ĐẠI DIỆN VIỆN BIỂN CẢ", "Q. VIỆN TRƯỞNG", "PGS.TS. Lưu Thị Triều"],
                    ["TRUNG TÂM GIÓ", "TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "[đã ký]", "Phan Văn Lặng"],
                ]
            ),
        ),
        {
            "type": "Biên bản ghi nhớ",
            "title": "Biên bản ghi nhớ về hợp tác nghiên cứu thủy triều",
            "number": "21/BBGN-CMĐ-VBC-TTG",
            "parties": ("Cục Mưa đá", "Viện Biển cả", "Trung tâm Gió"),
            "signatories": (
                ("Ngô Văn Bụi", "Thượng tá", "Trưởng phòng Tổng hợp", "Cục Mưa đá", "TUQ"),
                ("Lưu Thị Triều", "PGS.TS", "Viện trưởng", "Viện Biển cả", "Q"),
                ("Phan Văn Lặng", "", "Trưởng phòng", "Trung tâm Gió", "TL"),
            ),
            "signed_on": "2021-03-01",
            "place": "Hà Nội",
            "clauses": 2,
            "legal_basis": (
                "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
                "Nhu cầu của các bên",
            ),
        },
        ("dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a", "dieu-1-khoan-1-diem-b", "dieu-1-khoan-2", "dieu-2"),
    )


def no_number() -> Case:
    """The number is not filled in; the parties stand below each other in the head without a dash."""
    return Case(
        "no-number",
        (
            table(
                [
                    ["BỘ CÔNG AN", "VĂN PHÒNG QUỐC HỘI", "Số:       /QCPH-BCA-VPQH"],
                    [*STATE[:2], "Hà Nội, ngày 20 tháng 11 năm 2012"],
                ]
            ),
            *centred("QUY CHẾ PHỐI HỢP", "Giữa Bộ Công an và Văn phòng Quốc hội"),
            *paragraphs(
                "Điều 1. Quy chế này quy định việc phối hợp.",
                "Điều 2. Quy chế này có hiệu lực kể từ ngày 01 tháng 01 năm 2013.",
                first=4,
            ),
            table(
                [
                    ["BỘ TRƯỞNG BỘ CÔNG AN", "Thượng tướng Trần Đại Quang"],
                    ["CHỦ NHIỆM VĂN PHÒNG QUỐC HỘI", "Nguyễn Hạnh Phúc"],
                ]
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp giữa Bộ Công an và Văn phòng Quốc hội",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Trần Đại Quang", "Thượng tướng", "Bộ trưởng Bộ Công an", "Bộ Công an", ""),
                ("Nguyễn Hạnh Phúc", "", "Chủ nhiệm Văn phòng Quốc hội", "Văn phòng Quốc hội", ""),
            ),
            "signed_on": "2012-11-20",
            "place": "Hà Nội",
            "scope": "central",
            "effective_on": "2013-01-01",
            "clauses": 2,
        },
        ("dieu-1", "dieu-2"),
    )


def blank_date() -> Case:
    """Only the year of the date is filled in, and nobody has signed."""
    return Case(
        "blank-date",
        (
            table(
                [
                    ["SỞ CẦU VỒNG – CÔNG AN TỈNH LÀO CAI", "Số: ....../KHPH-SCV-CAT"],
                    [*STATE[:2], "Lào Cai, ngày     tháng     năm 2012"],
                ]
            ),
            *centred("KẾ HOẠCH PHỐI HỢP", "Dự báo cầu vồng năm 2012"),
            *paragraphs(
                "Điều 1. Nội dung",
                "Dự báo cầu vồng.",
                "Điều 2. Hiệu lực",
                "Kế hoạch này có hiệu lực kể từ ngày ký.",
                first=4,
            ),
            table([["ĐẠI DIỆN SỞ CẦU VỒNG", "GIÁM ĐỐC"], ["ĐẠI DIỆN CÔNG AN TỈNH LÀO CAI", "KT. GIÁM ĐỐC"]]),
        ),
        {
            "type": "Kế hoạch phối hợp",
            "title": "Kế hoạch phối hợp dự báo cầu vồng năm 2012",
            "parties": ("Sở Cầu vồng", "Công an tỉnh Lào Cai"),
            "signed_on": "2012",
            "place": "Lào Cai",
            "effective_method": "kể từ ngày ký",
            "clauses": 2,
            "fields": ("Dự báo",),
        },
        ("dieu-1", "dieu-2"),
    )


def two_languages() -> Case:
    """A head in Vietnamese and English."""
    return Case(
        "two-languages",
        (
            table(
                [
                    ["BỘ CÔNG AN", "MINISTRY OF PUBLIC SECURITY", "No: 08/TT-BCA-VPQH"],
                    [
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "SOCIALIST REPUBLIC OF VIETNAM",
                        "Độc lập – Tự do – Hạnh phúc",
                        "Independence – Freedom – Happiness",
                        "Hà Nội, ngày 02 tháng 9 năm 2020",
                    ],
                ]
            ),
            *centred("THỎA THUẬN", "Về trao đổi thông tin"),
            *paragraphs(
                "Điều 1. Hai bên trao đổi thông tin.",
                "Điều 2. Thỏa thuận này có thời hạn 3 năm, trừ khi hai bên sửa đổi.",
                first=4,
            ),
            table(
                [
                    ["ĐẠI DIỆN BỘ CÔNG AN", "FOR THE MINISTRY OF PUBLIC SECURITY", "THỨ TRƯỞNG", "Trần Văn Mốc"],
                    ["ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI", "PHÓ CHỦ NHIỆM", "Lê Thị Sương"],
                ]
            ),
        ),
        {
            "type": "Thỏa thuận",
            "title": "Thỏa thuận về trao đổi thông tin",
            "number": "08/TT-BCA-VPQH",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Trần Văn Mốc", "", "Thứ trưởng", "Bộ Công an", ""),
                ("Lê Thị Sương", "", "Phó Chủ nhiệm", "Văn phòng Quốc hội", ""),
            ),
            "signed_on": "2020-09-02",
            "place": "Hà Nội",
            "scope": "central",
            "clauses": 2,
        },
        ("dieu-1", "dieu-2"),
    )


def title_in_capitals() -> Case:
    """A title in capitals over three lines, a chapter in two, a table in the text, an annex behind the signatures."""
    return Case(
        "title-in-capitals",
        (
            table(
                [
                    ["VĂN PHÒNG QUỐC HỘI - BỘ CÔNG AN", "Số: 02/2014/QCPH-VPQH-BCA"],
                    [*STATE, "Hà Nội, ngày 7 tháng 4 năm 2014"],
                ]
            ),
            *centred(
                "QUY CHẾ PHỐI HỢP GIỮA VĂN PHÒNG QUỐC HỘI",
                "VÀ BỘ CÔNG AN TRONG BẢO VỆ TRỤ SỞ",
                "CỦA QUỐC HỘI TẠI TỈNH LÀO CAI",
            ),
            *paragraphs("(Kèm theo Quyết định của hai cơ quan)", "CHƯƠNG I", "QUY ĐỊNH", "CHUNG CỦA QUY CHẾ", first=5),
            *paragraphs("Điều 1. Kinh phí", "Kinh phí theo bảng sau:", first=10),
            table([["Cơ quan", "Kinh phí"], ["Bộ Công an", "10.000.000 đồng"]]),
            *paragraphs("Điều 2. Hiệu lực", "Quy chế có hiệu lực từ ngày ký, đến hết năm 2020.", first=14),
            table(
                [["ĐẠI DIỆN", "VĂN PHÒNG QUỐC HỘI"], ["ĐẠI DIỆN", "BỘ CÔNG AN"]],
                [["CHỦ NHIỆM"], ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]],
                [["(Đã ký)"], ["(Đã ký)"]],
                [["NGUYỄN HẠNH PHÚC"], ["Thượng tướng LÊ VĂN SÓNG"]],
            ),
            *paragraphs("PHỤ LỤC", "DANH MỤC TRỤ SỞ", "1. Nhà số 1;", "2. Nhà số 2.", first=30),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp giữa Văn phòng Quốc hội và Bộ Công an trong bảo vệ trụ sở của Quốc hội "
            "tại tỉnh Lào Cai",
            "number": "02/2014/QCPH-VPQH-BCA",
            "parties": ("Văn phòng Quốc hội", "Bộ Công an"),
            "signatories": (
                ("Nguyễn Hạnh Phúc", "", "Chủ nhiệm", "Văn phòng Quốc hội", ""),
                ("Lê Văn Sóng", "Thượng tướng", "Thứ trưởng", "Bộ Công an", "KT"),
            ),
            "signed_on": "2014-04-07",
            "place": "Hà Nội",
            "scope": "central",
            "effective_on": "2014-04-07",
            "effective_method": "từ ngày ký",
            "expires_on": "2020-12-31",
            "clauses": 2,
        },
        ("chuong-1", "dieu-1", "dieu-2", "phu-luc", "phu-luc-khoan-1", "phu-luc-khoan-2"),
    )


def pages_of_pdf() -> Case:
    """Lines of a PDF on three pages: broken paragraphs, a running head, numbers of pages, two columns in a line."""
    running = "Quy chế phối hợp BCA-VPQH"
    return Case(
        "pages-of-pdf",
        pages(
            (
                running,
                "BỘ CÔNG AN – VĂN PHÒNG QUỐC HỘI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Số: 01/QCPH-BCA-VPQH Độc lập - Tự do - Hạnh phúc",
                "Hà Nội, ngày 20 tháng 11 năm 2012",
                "QUY CHẾ PHỐI HỢP",
                "Bảo đảm an ninh, an toàn các hoạt động của Quốc hội",
                "Căn cứ Nghị định số 77/2009/NĐ-CP ngày 15 tháng 9 năm 2009 của Chính phủ quy định chức",
                "năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công an;",
                "Bộ Công an và Văn phòng Quốc hội thống nhất ban hành Quy chế phối hợp như sau:",
                "Chương I",
                "QUY ĐỊNH CHUNG",
                "Điều 1. Phạm vi",
                "1. Quy chế này quy định nguyên tắc, nội dung và trách nhiệm phối hợp giữa Bộ Công an và",
                "Văn phòng Quốc hội trong việc bảo đảm an ninh theo quy định tại khoản 1 Điều 4 và",
                "Điều 5. Quy chế này không áp dụng với việc khác.",
                "1",
            ),
            (
                running,
                "2. Các đơn vị thuộc Bộ Công an và thuộc Văn phòng Quốc hội có trách nhiệm thi hành Quy",
                "2",
            ),
            (
                running,
                "chế này.",
                "Điều 2. Hiệu lực",
                "Quy chế này có hiệu lực kể từ ngày ký.",
                "ĐẠI DIỆN BỘ CÔNG AN ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI",
                "KT. BỘ TRƯỞNG KT. CHỦ NHIỆM",
                "THỨ TRƯỞNG PHÓ CHỦ NHIỆM",
                "(Đã ký) (Đã ký)",
                "Trần Văn Mốc Lê Thị Sương",
                "Trang 3/3",
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp bảo đảm an ninh, an toàn các hoạt động của Quốc hội",
            "number": "01/QCPH-BCA-VPQH",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Trần Văn Mốc", "", "Thứ trưởng", "Bộ Công an", "KT"),
                ("Lê Thị Sương", "", "Phó Chủ nhiệm", "Văn phòng Quốc hội", "KT"),
            ),
            "signed_on": "2012-11-20",
            "place": "Hà Nội",
            "scope": "central",
            "effective_on": "2012-11-20",
            "effective_method": "kể từ ngày ký",
            "clauses": 2,
            "legal_basis": (
                "Nghị định số 77/2009/NĐ-CP ngày 15 tháng 9 năm 2009 của Chính phủ quy định chức năng, nhiệm vụ, "
                "quyền hạn và cơ cấu tổ chức của Bộ Công an",
            ),
        },
        ("chuong-1", "dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"),
    )


def all_cases() -> tuple[Case, ...]:
    """The ten layouts."""
    return (
        one_table(),
        lines_only(),
        four_parties(),
        two_provinces(),
        in_the_place_of(),
        no_number(),
        blank_date(),
        two_languages(),
        title_in_capitals(),
        pages_of_pdf(),
    )
