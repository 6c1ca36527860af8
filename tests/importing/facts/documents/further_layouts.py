"""Further made documents, in the wording of several kinds of agreements, against which no rule was tuned at first."""

from bantin.importing.material import PlaceKind
from tests.importing.facts.documents.layouts import STATE, Case, centred, pages, paragraphs, table


def parties_a_and_b() -> Case:
    """A memorandum whose preamble defines Bên A and Bên B."""
    return Case(
        "parties-a-and-b",
        (
            *centred(*STATE[:2]),
            *centred("BIÊN BẢN GHI NHỚ", "Về việc phối hợp tuyên truyền phòng, chống tội phạm"),
            *paragraphs(
                "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;",
                "Căn cứ chức năng, nhiệm vụ của hai bên.",
                "Hôm nay, ngày 15 tháng 3 năm 2022, tại trụ sở Công an tỉnh Lào Cai, chúng tôi gồm:",
                "BÊN A: CÔNG AN TỈNH LÀO CAI",
                "Đại diện: Đại tá Bùi Văn Sấm - Giám đốc",
                "BÊN B: HỘI NÔNG DÂN TỈNH LÀO CAI",
                "Đại diện: Bà Hoàng Thị Chớp - Chủ tịch",
                "Hai bên thống nhất ký kết Biên bản ghi nhớ với các nội dung sau:",
                "Điều 1. Nội dung phối hợp",
                "1. Bên A cung cấp tài liệu.",
                "2. Bên B tổ chức tuyên truyền.",
                "Điều 2. Điều khoản chung",
                "1. Biên bản này có hiệu lực kể từ ngày ký, có giá trị trong 02 năm kể từ ngày ký.",
                "2. Biên bản này được lập thành 02 bản, có giá trị pháp lý như nhau, mỗi bên giữ 01 bản.",
                first=4,
            ),
            table(
                [
                    ["ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "(Đã ký)", "Đại tá Bùi Văn Sấm"],
                    ["ĐẠI DIỆN BÊN B", "CHỦ TỊCH", "(Đã ký)", "Hoàng Thị Chớp"],
                ]
            ),
        ),
        {
            "type": "Biên bản ghi nhớ",
            "title": "Biên bản ghi nhớ về việc phối hợp tuyên truyền phòng, chống tội phạm",
            "parties": ("Công an tỉnh Lào Cai", "Hội Nông dân tỉnh Lào Cai"),
            "signatories": (
                ("Bùi Văn Sấm", "Đại tá", "Giám đốc", "Công an tỉnh Lào Cai", ""),
                ("Hoàng Thị Chớp", "", "Chủ tịch", "Hội Nông dân tỉnh Lào Cai", ""),
            ),
            "signed_on": "2022-03-15",
            "venue": "Trụ sở Công an tỉnh Lào Cai",
            "effective_on": "2022-03-15",
            "effective_method": "kể từ ngày ký",
            "expires_on": "2024-03-15",
            "clauses": 2,
            "legal_basis": (
                "Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015",
                "Chức năng, nhiệm vụ của hai bên",
            ),
        },
        ("dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"),
    )


def joint_circular() -> Case:
    """A joint circular of three ministries, with posts that name the ministry."""
    return Case(
        "joint-circular",
        (
            table(
                [
                    ["BỘ CÔNG AN - BỘ QUỐC PHÒNG -", "BỘ TÀI CHÍNH", "________", "Số: 05/2013/TTLT-BCA-BQP-BTC"],
                    [*STATE, "Hà Nội, ngày 18 tháng 6 năm 2013"],
                ]
            ),
            *centred("THÔNG TƯ LIÊN TỊCH", "Hướng dẫn lập dự toán, quản lý, sử dụng và quyết toán kinh phí", "_______"),
            *paragraphs(
                "Căn cứ Nghị định số 60/2003/NĐ-CP ngày 06/6/2003 của Chính phủ;",
                "Bộ trưởng Bộ Công an, Bộ trưởng Bộ Quốc phòng và Bộ trưởng Bộ Tài chính ban hành Thông tư liên tịch:",
                "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng",
                "1. Thông tư liên tịch này hướng dẫn việc lập dự toán.",
                "2. Đối tượng áp dụng gồm các đơn vị thuộc hai Bộ.",
                "Điều 2. Hiệu lực thi hành",
                "1. Thông tư liên tịch này có hiệu lực thi hành kể từ ngày 15 tháng 8 năm 2013 và thay thế Thông tư "
                "liên tịch số 33/2002/TTLT-BCA-BTC ngày 12 tháng 4 năm 2002.",
                "2. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về ba Bộ để sửa đổi, bổ sung.",
                first=4,
            ),
            table(
                [
                    ["KT. BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG"],
                    ["KT. BỘ TRƯỞNG BỘ QUỐC PHÒNG", "THỨ TRƯỞNG"],
                    ["KT. BỘ TRƯỞNG BỘ CÔNG AN", "THỨ TRƯỞNG"],
                ],
                [["(Đã ký)"], ["(Đã ký)"], ["(Đã ký)"]],
                [["Mai Thị Chi"], ["Trung tướng Lê Văn Đồi"], ["Thượng tướng Đặng Văn Suối"]],
            ),
            table(
                [["Nơi nhận:", "- Ban Bí thư Trung ương Đảng;", "- Công báo;", "- Lưu: VT, Bộ Công an, Bộ Tài chính."]]
            ),
        ),
        {
            "type": "Thông tư liên tịch",
            "title": "Thông tư liên tịch hướng dẫn lập dự toán, quản lý, sử dụng và quyết toán kinh phí",
            "number": "05/2013/TTLT-BCA-BQP-BTC",
            "parties": ("Bộ Công an", "Bộ Quốc phòng", "Bộ Tài chính"),
            "signatories": (
                ("Mai Thị Chi", "", "Thứ trưởng", "Bộ Tài chính", "KT"),
                ("Lê Văn Đồi", "Trung tướng", "Thứ trưởng", "Bộ Quốc phòng", "KT"),
                ("Đặng Văn Suối", "Thượng tướng", "Thứ trưởng", "Bộ Công an", "KT"),
            ),
            "signed_on": "2013-06-18",
            "place": "Hà Nội",
            "effective_on": "2013-08-15",
            "clauses": 2,
            "legal_basis": ("Nghị định số 60/2003/NĐ-CP ngày 06/6/2003 của Chính phủ",),
            "relations": (("replaces", "33/2002/TTLT-BCA-BTC", "2002-04-12"),),
        },
        ("dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"),
    )


def of_the_party() -> Case:
    """A regulation of an organ of the Party and the police of a province."""
    return Case(
        "of-the-party",
        (
            table(
                [
                    ["TỈNH ỦY LÀO CAI", "BAN TUYÊN GIÁO - CÔNG AN TỈNH", "*", "Số 12-QC/BTGTU-CAT"],
                    ["ĐẢNG CỘNG SẢN VIỆT NAM", "Lào Cai, ngày 12 tháng 4 năm 2017"],
                ]
            ),
            *centred("QUY CHẾ", "phối hợp công tác giữa Ban Tuyên giáo Tỉnh ủy và Công an tỉnh"),
            *paragraphs(
                "- Căn cứ Quy định số 219-QĐ/TW ngày 27/12/2013 của Ban Bí thư;",
                "- Căn cứ tình hình thực tế,",
                "Ban Tuyên giáo Tỉnh ủy và Công an tỉnh xây dựng Quy chế phối hợp như sau:",
                "Chương I",
                "NHỮNG QUY ĐỊNH CHUNG",
                "Điều 1. Mục đích",
                "Nâng cao hiệu quả phối hợp.",
                "Chương II",
                "ĐIỀU KHOẢN THI HÀNH",
                "Điều 2. Chế độ thông tin",
                "Định kỳ 6 tháng hai cơ quan giao ban; hằng năm sơ kết, luân phiên đăng cai tổ chức.",
                "Điều 3. Quy chế này có hiệu lực kể từ ngày ký.",
                first=4,
            ),
            table(
                [
                    ["CÔNG AN TỈNH", "K/T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(đã ký)", "Đại tá Vũ Văn Khe"],
                    ["BAN TUYÊN GIÁO TỈNH ỦY", "TRƯỞNG BAN", "(đã ký)", "Giàng Thị Dốc"],
                ]
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp công tác giữa Ban Tuyên giáo Tỉnh ủy và Công an tỉnh",
            "number": "12-QC/BTGTU-CAT",
            "parties": ("Ban Tuyên giáo Tỉnh ủy", "Công an tỉnh Lào Cai"),
            "signatories": (
                ("Vũ Văn Khe", "Đại tá", "Phó Giám đốc", "Công an tỉnh Lào Cai", "KT"),
                ("Giàng Thị Dốc", "", "Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", ""),
            ),
            "signed_on": "2017-04-12",
            "place": "Lào Cai",
            "effective_on": "2017-04-12",
            "effective_method": "kể từ ngày ký",
            "review": ("P1Y", True, ""),
            "clauses": 3,
            "legal_basis": ("Quy định số 219-QĐ/TW ngày 27/12/2013 của Ban Bí thư", "Tình hình thực tế"),
        },
        ("chuong-1", "dieu-1", "chuong-2", "dieu-2", "dieu-3"),
    )


def programme() -> Case:
    """A programme for some years, in sections, the head in lines with tabs as a PDF has them."""
    return Case(
        "programme",
        pages(
            (
                "BỘ CÔNG AN - HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Số: 07/CTr-BCA-HLHPNVN\tĐộc lập - Tự do - Hạnh phúc",
                "Hà Nội, ngày 08 tháng 3 năm 2021",
                "CHƯƠNG TRÌNH PHỐI HỢP",
                "Phòng ngừa tội phạm xâm hại phụ nữ, trẻ em giai đoạn 2021 - 2025",
                "Thực hiện Nghị quyết số 09/1998/NQ-CP ngày 31/7/1998 của Chính phủ, Bộ Công an và Hội Liên hiệp",
                "Phụ nữ Việt Nam thống nhất xây dựng Chương trình phối hợp như sau:",
                "I. MỤC ĐÍCH, YÊU CẦU",
                "1. Mục đích",
                "Nâng cao nhận thức của hội viên, phụ nữ về phòng ngừa tội phạm; giúp đỡ người lầm lỗi tại cộng đồng",
                "dân cư.",
                "2. Yêu cầu",
                "a) Bám sát chức năng, nhiệm vụ của mỗi bên;",
                "b) Thiết thực, hiệu quả.",
                "II. TỔ CHỨC THỰC HIỆN",
                "1. Hằng năm, hai bên tổ chức sơ kết; năm 2025 tổ chức tổng kết Chương trình.",
                "2. Chương trình này có hiệu lực kể từ ngày ký đến hết ngày 31 tháng 12 năm 2025.",
                "CHỦ TỊCH\tKT. BỘ TRƯỞNG",
                "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\tTHỨ TRƯỞNG BỘ CÔNG AN",
                "Hà Thị Mận\tThượng tướng Nguyễn Văn Lúa",
            )
        ),
        {
            "type": "Chương trình phối hợp",
            "title": "Chương trình phối hợp phòng ngừa tội phạm xâm hại phụ nữ, trẻ em giai đoạn 2021 - 2025",
            "number": "07/CTr-BCA-HLHPNVN",
            "parties": ("Bộ Công an", "Hội Liên hiệp Phụ nữ Việt Nam"),
            "signatories": (
                ("Hà Thị Mận", "", "Chủ tịch", "Hội Liên hiệp Phụ nữ Việt Nam", ""),
                ("Nguyễn Văn Lúa", "Thượng tướng", "Thứ trưởng Bộ Công an", "Bộ Công an", "KT"),
            ),
            "signed_on": "2021-03-08",
            "place": "Hà Nội",
            "effective_on": "2021-03-08",
            "effective_method": "kể từ ngày ký",
            "expires_on": "2025-12-31",
            "review": ("P1Y", False, ""),
        },
        (
            *("muc-1", "muc-1-khoan-1", "muc-1-khoan-2", "muc-1-khoan-2-diem-a", "muc-1-khoan-2-diem-b"),
            *("muc-2", "muc-2-khoan-1", "muc-2-khoan-2"),
        ),
    )


def issued_by_decision() -> Case:
    """A decision that issues a regulation: the decision is of one agency and no agreement."""
    return Case(
        "issued-by-decision",
        (
            table(
                [
                    ["BỘ CÔNG AN", "CỤC MƯA ĐÁ", "Số: 44/QĐ-CMĐ"],
                    [*STATE, "Hà Nội, ngày 3 tháng 10 năm 2016"],
                ]
            ),
            *centred("QUYẾT ĐỊNH", "Về việc ban hành Quy chế phối hợp nội bộ", "CỤC TRƯỞNG CỤC MƯA ĐÁ"),
            *paragraphs(
                "Căn cứ Luật Mây;",
                "QUYẾT ĐỊNH:",
                "Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp nội bộ.",
                "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
                first=5,
            ),
            table([["Nơi nhận:", "- Như Điều 2;"], ["CỤC TRƯỞNG", "(Đã ký)", "Lê Văn Sương"]]),
        ),
        {
            "number": "44/QĐ-CMĐ",
            "signatories": (("Lê Văn Sương", "", "Cục trưởng", "", ""),),
            "signed_on": "2016-10-03",
            "place": "Hà Nội",
            "effective_on": "2016-10-03",
            "effective_method": "kể từ ngày ký",
            "clauses": 2,
            "legal_basis": ("Luật Mây",),
        },
        ("dieu-1", "dieu-2"),
    )


def amending() -> Case:
    """A regulation that amends another and quotes what it inserts; day of signing above the signatures."""
    return Case(
        "amending",
        (
            *centred("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            *centred("QUY CHẾ", "Sửa đổi, bổ sung Quy chế phối hợp số 01/QCPH-BCA-VPQH ngày 20 tháng 11 năm 2012"),
            *centred("giữa Bộ Công an và Văn phòng Quốc hội"),
            *paragraphs(
                "Điều 1. Sửa đổi, bổ sung Điều 3 như sau:",
                "“Điều 3. Sơ kết",
                "Hằng quý, hai bên sơ kết.”.",
                "Điều 2. Hiệu lực",
                "1. Quy chế này có hiệu lực từ ngày 01/01/2019.",
                "2. Quy định tại khoản 2 Điều 5 Quy chế phối hợp số 01/QCPH-BCA-VPQH hết hiệu lực kể từ ngày "
                "01/01/2019.",
                "Hà Nội, ngày 25 tháng 12 năm 2018",
                "ĐẠI DIỆN BỘ CÔNG AN",
                "BỘ TRƯỞNG",
                "Đại tướng Tô Lâm",
                "ĐẠI DIỆN VĂN PHÒNG QUỐC HỘI",
                "CHỦ NHIỆM",
                "Nguyễn Hạnh Phúc",
                first=5,
            ),
        ),
        {
            "type": "Quy chế",
            "title": "Quy chế sửa đổi, bổ sung Quy chế phối hợp số 01/QCPH-BCA-VPQH ngày 20 tháng 11 năm 2012 "
            "giữa Bộ Công an và Văn phòng Quốc hội",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Tô Lâm", "Đại tướng", "Bộ trưởng", "Bộ Công an", ""),
                ("Nguyễn Hạnh Phúc", "", "Chủ nhiệm", "Văn phòng Quốc hội", ""),
            ),
            "signed_on": "2018-12-25",
            "place": "Hà Nội",
            "scope": "central",
            "effective_on": "2019-01-01",
            "clauses": 2,
            "relations": (("amends", "01/QCPH-BCA-VPQH", "2012-11-20"),),
        },
        ("dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"),
    )


def in_wrapped_lines() -> Case:
    """Lines of a scan read by machine: short, without columns, dates in figures."""
    return Case(
        "in-wrapped-lines",
        paragraphs(
            "UỶ BAN NHÂN DÂN TỈNH LÀO CAI",
            "VĂN PHÒNG",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 15/QCPH-VPUBND-CAT",
            "Lào Cai, ngày 30 tháng 9 năm 2019",
            "QUY CHẾ PHỐI HỢP",
            "GIỮA VĂN PHÒNG UBND TỈNH VÀ CÔNG AN TỈNH LÀO CAI",
            "TRONG CÔNG TÁC TIẾP CÔNG DÂN",
            "Căn cứ Luật Tiếp công dân năm 2013;",
            "Văn phòng Uỷ ban nhân dân tỉnh và Công an tỉnh Lào Cai thống nhất ban hành",
            "Quy chế phối hợp trong công tác tiếp công dân như sau:",
            "Điều 1. Phạm vi",
            "Quy chế này quy định việc phối hợp bảo vệ an ninh, trật tự tại Trụ sở tiếp",
            "công dân tỉnh.",
            "Điều 2. Trách nhiệm của Văn phòng Uỷ ban nhân dân tỉnh",
            "1. Chủ trì tiếp công dân.",
            "2. Thông báo cho Công an tỉnh khi có đông người.",
            "Điều 3. Điều khoản thi hành",
            "Quy chế có hiệu lực thi hành kể từ ngày ký và thay thế Quy chế số 03/QCPH-VPUBND-CAT",
            "ngày 02/4/2014.",
            "KT. GIÁM ĐỐC CÔNG AN TỈNH",
            "PHÓ GIÁM ĐỐC",
            "Đại tá Vũ Văn Khe",
            "CHÁNH VĂN PHÒNG UBND TỈNH",
            "Hoàng Thị Chớp",
            kind=PlaceKind.LINE,
        ),
        {
            "type": "Quy chế phối hợp",
            "title": "Quy chế phối hợp giữa Văn phòng UBND tỉnh và Công an tỉnh Lào Cai trong công tác tiếp công dân",
            "number": "15/QCPH-VPUBND-CAT",
            "parties": ("Công an tỉnh Lào Cai", "Văn phòng UBND tỉnh Lào Cai"),
            "signatories": (
                ("Vũ Văn Khe", "Đại tá", "Phó Giám đốc", "Công an tỉnh Lào Cai", "KT"),
                ("Hoàng Thị Chớp", "", "Chánh Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh Lào Cai", ""),
            ),
            "signed_on": "2019-09-30",
            "place": "Lào Cai",
            "scope": "provincial",
            "effective_on": "2019-09-30",
            "effective_method": "kể từ ngày ký",
            "clauses": 3,
            "legal_basis": ("Luật Tiếp công dân năm 2013",),
            "relations": (("replaces", "03/QCPH-VPUBND-CAT", "2014-04-02"),),
        },
        ("dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2", "dieu-3"),
    )


def further_cases() -> tuple[Case, ...]:
    """All of them."""
    return (
        parties_a_and_b(),
        joint_circular(),
        of_the_party(),
        programme(),
        issued_by_decision(),
        amending(),
        in_wrapped_lines(),
    )
