"""More made documents, written after the rules and before any was tuned against them."""

from bantin.importing.material import PlaceKind
from tests.importing.facts.documents.layouts import Case, centred, pages, paragraphs, table


def of_a_department() -> Case:
    """An agency below another, and a procuracy; two kinds of reviews."""
    return Case(
        "of-a-department",
        (
            table(
                [
                    ["TỔNG CỤC THỦY TRIỀU", "CỤC SƯƠNG MÙ", "Số: 102/QCPH-CSM-VKSLC"],
                    [
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Hải Phòng, ngày 03 tháng 12 năm 2023",
                    ],
                ]
            ),
            *centred(
                "QUY CHẾ PHỐI HỢP",
                ("giữa Cục Sương mù và Viện kiểm sát nhân dân tỉnh Lào Cai trong công tác điều tra, xử lý tội phạm"),
            ),
            *paragraphs(
                (
                    "Căn cứ Bộ luật Tố tụng hình sự số 101/2015/QH13 ngày 27 tháng 11 năm 2015, được "
                    "sửa đổi, bổ sung năm 2021;"
                ),
                "Xuất phát từ yêu cầu công tác;",
                (
                    "Sau khi trao đổi, thống nhất, Cục Sương mù và Viện kiểm sát nhân dân tỉnh Lào Cai "
                    "ban hành Quy chế phối hợp như sau:"
                ),
                "CHƯƠNG I",
                "NHỮNG QUY ĐỊNH CHUNG",
                "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng",
                "1. Quy chế này quy định mối quan hệ phối hợp.",
                "2. Quy chế này áp dụng đối với các đơn vị thuộc hai ngành.",
                "CHƯƠNG II",
                "TỔ CHỨC THỰC HIỆN",
                "Điều 2. Chế độ họp",
                "1. Định kỳ 03 tháng một lần, hai ngành họp giao ban.",
                ("2. Một năm một lần, hai ngành tổ chức sơ kết; 05 năm tổ chức tổng kết việc thực hiện Quy chế này."),
                "Điều 3. Hiệu lực thi hành",
                (
                    "Quy chế này gồm 02 chương, 03 điều, có hiệu lực thi hành kể từ ngày 01 tháng 01 "
                    "năm 2024 và thay thế các quy chế trước đây trái với Quy chế này./."
                ),
                first=5,
            ),
            table(
                [
                    ["VIỆN KIỂM SÁT NHÂN DÂN TỈNH LÀO CAI", "VIỆN TRƯỞNG", "", "Nguyễn Thị Hồng Vân"],
                    ["CỤC SƯƠNG MÙ", "KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "", "Thượng tá Nguyễn Văn Khói"],
                ]
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": (
                "Quy chế phối hợp giữa Cục Sương mù và Viện kiểm sát nhân dân tỉnh Lào Cai trong "
                "công tác điều tra, xử lý tội phạm"
            ),
            "number": "102/QCPH-CSM-VKSLC",
            "parties": ("Viện kiểm sát nhân dân tỉnh Lào Cai", "Cục Sương mù"),
            "signatories": (
                ("Nguyễn Thị Hồng Vân", "", "Viện trưởng", "Viện kiểm sát nhân dân tỉnh Lào Cai", ""),
                ("Nguyễn Văn Khói", "Thượng tá", "Phó Cục trưởng", "Cục Sương mù", "KT"),
            ),
            "signed_on": "2023-12-03",
            "place": "Hải Phòng",
            "effective_on": "2024-01-01",
            "review": ("P1Y", False, ""),
            "clauses": 3,
            "legal_basis": (
                ("Bộ luật Tố tụng hình sự số 101/2015/QH13 ngày 27 tháng 11 năm 2015, được sửa đổi, bổ sung năm 2021"),
            ),
        },
        (
            "chuong-1",
            "dieu-1",
            "dieu-1-khoan-1",
            "dieu-1-khoan-2",
            "chuong-2",
            "dieu-2",
            "dieu-2-khoan-1",
            "dieu-2-khoan-2",
            "dieu-3",
        ),
    )


def standing_committee() -> Case:
    """A standing committee signs for a federation; a post names its department."""
    return Case(
        "standing-committee",
        paragraphs(
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI",
            "SỞ MÂY TỈNH LÀO CAI",
            "Số: 09/CTPH-LĐLĐ-SM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập – Tự do – Hạnh phúc",
            "Lào Cai, ngày 19 tháng 5 năm 2022",
            "CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC",
            "Giữa Liên đoàn Lao động tỉnh và Sở Mây giai đoạn 2022 - 2027",
            "Căn cứ Luật Công đoàn năm 2012;",
            "I. NỘI DUNG",
            "1. Tuyên truyền pháp luật.",
            "2. Chăm lo đời sống người lao động.",
            "II. TỔ CHỨC THỰC HIỆN",
            "1. Hằng năm luân phiên chủ trì tổ chức sơ kết.",
            "2. Giao Văn phòng Sở Mây và Ban Chính sách Liên đoàn Lao động tỉnh là cơ quan thường trực.",
            "3. Chương trình có hiệu lực kể từ ngày ký ban hành.",
            "TM. BAN THƯỜNG VỤ",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH",
            "CHỦ TỊCH",
            "Đặng Thị Cúc",
            "GIÁM ĐỐC SỞ MÂY",
            "Trần Văn Tầng",
            "Nơi nhận:",
            "- Tổng Liên đoàn;",
            "- Lưu: VT.",
            kind=PlaceKind.LINE,
        ),
        {
            "type": "Chương trình phối hợp",
            "title": "Chương trình phối hợp công tác giữa Liên đoàn Lao động tỉnh và Sở Mây giai đoạn 2022 - 2027",
            "number": "09/CTPH-LĐLĐ-SM",
            "parties": ("Liên đoàn Lao động tỉnh Lào Cai", "Sở Mây tỉnh Lào Cai"),
            "signatories": (
                ("Đặng Thị Cúc", "", "Chủ tịch", "Liên đoàn Lao động tỉnh Lào Cai", "TM"),
                ("Trần Văn Tầng", "", "Giám đốc Sở Mây", "Sở Mây tỉnh Lào Cai", ""),
            ),
            "signed_on": "2022-05-19",
            "place": "Lào Cai",
            "effective_on": "2022-05-19",
            "effective_method": "kể từ ngày ký ban hành",
            "review": ("P1Y", True, ""),
            "legal_basis": ("Luật Công đoàn năm 2012",),
        },
        ("muc-1", "muc-1-khoan-1", "muc-1-khoan-2", "muc-2", "muc-2-khoan-1", "muc-2-khoan-2", "muc-2-khoan-3"),
    )


def number_below_title() -> Case:
    """The number below the title, the sides named behind, a term."""
    return Case(
        "number-below-title",
        (
            *centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "----------"),
            *centred("THỎA THUẬN HỢP TÁC", "Số: 11/2020/TTHT/BCA-NHMT"),
            *paragraphs(
                "Căn cứ nhu cầu và khả năng của các bên,",
                "Hôm nay, ngày 10 tháng 10 năm 2020, tại Hà Nội, chúng tôi gồm có:",
                "1. Bộ Công an (sau đây gọi là Bên A)",
                "Người đại diện: Thượng tướng Lê Văn Sóng, Thứ trưởng",
                "2. Ngân hàng Mặt Trời (sau đây gọi tắt là “Bên B”)",
                "Người đại diện: Ông Phan Văn Lặng, Tổng Giám đốc",
                "Điều 1. Nội dung hợp tác",
                "Bên B hỗ trợ Bên A.",
                "Điều 2. Thời hạn",
                (
                    "Thỏa thuận này có hiệu lực từ ngày ký và có giá trị đến hết ngày 31/12/2023. Hết "
                    "thời hạn, nếu không bên nào có ý kiến thì Thỏa thuận được gia hạn."
                ),
                "Điều 3. Số bản",
                "Thỏa thuận được lập thành 04 bản, có giá trị như nhau, mỗi bên giữ 02 bản.",
                first=4,
            ),
            table([["ĐẠI DIỆN BÊN A", "Thượng tướng Lê Văn Sóng"], ["ĐẠI DIỆN BÊN B", "Phan Văn Lặng"]]),
        ),
        {
            "type": "Thỏa thuận hợp tác",
            "title": "Thỏa thuận hợp tác",
            "number": "11/2020/TTHT/BCA-NHMT",
            "parties": ("Bộ Công an", "Ngân hàng Mặt Trời"),
            "signatories": (
                ("Lê Văn Sóng", "Thượng tướng", "", "Bộ Công an", ""),
                ("Phan Văn Lặng", "", "", "Ngân hàng Mặt Trời", ""),
            ),
            "signed_on": "2020-10-10",
            "place": "Hà Nội",
            "effective_on": "2020-10-10",
            "effective_method": "từ ngày ký",
            "expires_on": "2023-12-31",
            "clauses": 3,
            "legal_basis": ("Nhu cầu và khả năng của các bên",),
        },
        ("dieu-1", "dieu-2", "dieu-3"),
    )


def shared_place() -> Case:
    """Three bodies of one province, whose name stands once."""
    return Case(
        "shared-place",
        (
            table(
                [
                    [
                        (
                            "HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN - BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN TỔ QUỐC "
                            "VIỆT NAM TỈNH LÀO CAI"
                        ),
                        "Số: 01/QCPH-HĐND-UBND-MTTQ",
                    ],
                    [
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Lào Cai, ngày 15 tháng 7 năm 2021",
                    ],
                ]
            ),
            *centred(
                "QUY CHẾ PHỐI HỢP CÔNG TÁC",
                (
                    "Giữa Thường trực Hội đồng nhân dân, Ủy ban nhân dân và Ban Thường trực Ủy ban Mặt "
                    "trận Tổ quốc Việt Nam tỉnh Lào Cai"
                ),
                "nhiệm kỳ 2021 - 2026",
            ),
            *paragraphs(
                "Điều 1. Nguyên tắc",
                "Bình đẳng.",
                "Điều 2. Hiệu lực",
                (
                    "Quy chế này có hiệu lực kể từ ngày ký và thay thế Quy chế số "
                    "02/QCPH-TTHĐND-UBND-BTTUBMTTQ ngày 20/9/2016. Trong quá trình thực hiện, nếu cần "
                    "sửa đổi, bổ sung thì các bên thống nhất."
                ),
                first=5,
            ),
            table(
                [
                    ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Giàng Thị Mai"],
                    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trịnh Xuân Gió"],
                    ["TM. THƯỜNG TRỰC HĐND", "CHỦ TỊCH", "Vũ Xuân Mưa"],
                ]
            ),
        ),
        {
            "type": "Quy chế phối hợp",
            "title": (
                "Quy chế phối hợp công tác giữa Thường trực Hội đồng nhân dân, Ủy ban nhân dân và "
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai nhiệm kỳ 2021 - "
                "2026"
            ),
            "number": "01/QCPH-HĐND-UBND-MTTQ",
            "signed_on": "2021-07-15",
            "place": "Lào Cai",
            "effective_on": "2021-07-15",
            "effective_method": "kể từ ngày ký",
            "clauses": 2,
            "relations": (("replaces", "02/QCPH-TTHĐND-UBND-BTTUBMTTQ", "2016-09-20"),),
            "parties": (
                "Hội đồng nhân dân tỉnh Lào Cai",
                "Ủy ban nhân dân tỉnh Lào Cai",
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
            ),
            "signatories": (
                (
                    "Giàng Thị Mai",
                    "",
                    "Chủ tịch",
                    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
                    "TM",
                ),
                ("Trịnh Xuân Gió", "", "Chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", "TM"),
                ("Vũ Xuân Mưa", "", "Chủ tịch", "Hội đồng nhân dân tỉnh Lào Cai", "TM"),
            ),
        },
        ("dieu-1", "dieu-2"),
    )


def capitals_in_a_pdf() -> Case:
    """A title in capitals with a numeral, the day left blank, columns with tabs."""
    return Case(
        "capitals-in-a-pdf",
        pages(
            (
                "BỘ CÔNG AN",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "VĂN PHÒNG QUỐC HỘI",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: 01/KHPH-BCA-VPQH",
                "Hà Nội, ngày … tháng 6 năm 2024",
                "KẾ HOẠCH PHỐI HỢP",
                "BẢO ĐẢM AN NINH, AN TOÀN KỲ HỌP",
                "THỨ BẢY, QUỐC HỘI KHÓA XV",
                "Thực hiện Chương trình kỳ họp, Bộ Công an và Văn phòng Quốc hội ban hành Kế hoạch phối hợp",
                "như sau:",
                "I. MỤC ĐÍCH",
                "Bảo đảm tuyệt đối an toàn.",
                "II. NHIỆM VỤ",
                "1. Bộ Công an chủ trì.",
                "2. Văn phòng Quốc hội phối hợp.",
                "III. TỔ CHỨC",
                "Các đơn vị báo cáo kết quả trước ngày 30 tháng 7 năm 2024.",
                "BỘ CÔNG AN\tVĂN PHÒNG QUỐC HỘI",
                "KT. BỘ TRƯỞNG\tKT. CHỦ NHIỆM",
                "THỨ TRƯỞNG\tPHÓ CHỦ NHIỆM THƯỜNG TRỰC",
                "(đã ký)\t(đã ký)",
                "Thượng tướng Trần Văn Mốc\tLê Thị Sương",
            )
        ),
        {
            "type": "Kế hoạch phối hợp",
            "title": "Kế hoạch phối hợp bảo đảm an ninh, an toàn kỳ họp thứ bảy, Quốc hội khóa XV",
            "number": "01/KHPH-BCA-VPQH",
            "parties": ("Bộ Công an", "Văn phòng Quốc hội"),
            "signatories": (
                ("Trần Văn Mốc", "Thượng tướng", "Thứ trưởng", "Bộ Công an", "KT"),
                ("Lê Thị Sương", "", "Phó Chủ nhiệm Thường trực", "Văn phòng Quốc hội", "KT"),
            ),
            "signed_on": "2024-06",
            "place": "Hà Nội",
            "scope": "central",
        },
        ("muc-1", "muc-2", "muc-2-khoan-1", "muc-2-khoan-2", "muc-3"),
    )


def later_cases() -> tuple[Case, ...]:
    """All of them."""
    return (of_a_department(), standing_committee(), number_below_title(), shared_place(), capitals_in_a_pdf())
